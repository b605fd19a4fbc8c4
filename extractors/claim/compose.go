package claim

import (
	"slices"

	"github.com/purport-nlp/purport/pipeline"
)

// finish turns a draft into a claim.
func (w *work) finish(d *draft) {
	v := w.look(d)
	claim := pipeline.Claim{
		Span: w.span(d.tokens), Sentence: w.sentence, Predicate: w.global(d.head),
		Level: v.composed(), Negative: v.negative,
		Conditional: v.conditional, Question: v.question, Modality: orNone(v.modality),
		ProbabilityTerm: v.estimative, ProbabilityLow: v.low, ProbabilityHigh: v.high,
		Cues: v.cues, Rule: d.rule,
	}
	slices.SortStableFunc(claim.Cues, func(a, b pipeline.Cue) int { return a.Start - b.Start })
	w.setSource(&claim, &v)
	if claim.Level == pipeline.Attributed && claim.Source.Kind == pipeline.SourceAuthor {
		claim.Level = pipeline.Asserted // what is attributed to nobody else is the author's
	}
	w.setCertainty(&claim, &v)
	w.setParts(&claim, d)
	w.setNature(&claim, d)
	w.setMentions(&claim)
	claim.Score = w.scorer.of(w.doc, &claim, claimDoubt(w.doc, &claim, w.doubts, w.tree.First))
	w.claims = append(w.claims, claim)
}

// composed returns the level: the least firm that a cue gives, or asserted.
func (v *view) composed() pipeline.Level {
	if v.leveled {
		return v.level
	}
	return pipeline.Asserted
}

// orNone writes what is not there.
func orNone(s string) string {
	if s == "" {
		return "none"
	}
	return s
}

// setSource says who stands behind the claim.
func (w *work) setSource(c *pipeline.Claim, v *view) {
	c.Quotation = pipeline.QuotationNone
	c.Evidentiality = orNone(v.evidence)
	switch {
	case v.holder.Kind != "":
		c.Source.SourceLink = v.holder
		if v.quote != nil {
			c.Source.Chain = append(c.Source.Chain, v.quote.Source.Chain...)
		}
		c.Source.Chain = append(c.Source.Chain, v.holder)
		c.Quotation = pipeline.QuotationIndirect
	case v.quote != nil:
		c.Source, c.Quotation = v.quote.Source, v.quote.Quotation
	case v.hearsay:
		c.Source.Kind = pipeline.SourceAnonymous
		return
	default:
		c.Source.Kind = pipeline.SourceAuthor
		return
	}
	if c.Evidentiality == "none" {
		c.Evidentiality = "reported"
	}
}
