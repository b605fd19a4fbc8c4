package claim

import (
	"slices"

	"github.com/purport-nlp/purport/pipeline"
)

// finish turns a draft into a claim.
func (w *work) finish(d *draft) {
	switch {
	case d.apposition:
		d.view = w.lookApposition(d)
	case d.part >= 0:
		d.view = w.lookPart(d)
	case d.nominal:
		d.view = w.lookNominal(d)
	default:
		d.view = w.look(d.clause)
	}
	v := &d.view
	claim := pipeline.Claim{
		Span: w.span(d.tokens), Sentence: w.sentence, Predicate: w.global(d.head),
		Level: v.composed(), Negative: v.negative,
		Conditional: v.conditional, Question: v.question, Modality: orNone(v.modality),
		ProbabilityTerm: v.estimative, ProbabilityLow: v.low, ProbabilityHigh: v.high,
		Cues: v.cues, Rule: d.rule,
	}
	slices.SortStableFunc(claim.Cues, func(a, b pipeline.Cue) int { return a.Start - b.Start })
	w.setSource(&claim, v)
	w.setCertainty(&claim, v)
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

func orNone(s string) string {
	if s == "" {
		return "none"
	}
	return s
}

// certainty is the FactBank value of a level with a polarity.
func certainty(level pipeline.Level, negative bool) pipeline.Certainty {
	values := [2]pipeline.Certainty{pipeline.Uncommitted, pipeline.Uncommitted}
	switch level {
	case pipeline.Known, pipeline.Asserted, pipeline.Attributed:
		values = [2]pipeline.Certainty{pipeline.CertainPlus, pipeline.CertainMinus}
	case pipeline.Probable:
		values = [2]pipeline.Certainty{pipeline.ProbablePlus, pipeline.ProbableMinus}
	case pipeline.Possible:
		values = [2]pipeline.Certainty{pipeline.PossiblePlus, pipeline.PossibleMinus}
	}
	if negative {
		return values[1]
	}
	return values[0]
}

// setCertainty says how far the author and the source commit themselves.
func (w *work) setCertainty(c *pipeline.Claim, v *view) {
	if v.quote == nil && v.holder.Kind == "" {
		c.AuthorCertainty = certainty(c.Level, c.Negative)
		if v.hearsay {
			c.AuthorCertainty = pipeline.Uncommitted
		}
		return
	}
	c.AuthorCertainty = pipeline.Uncommitted
	if c.Level == pipeline.Known {
		c.AuthorCertainty = certainty(c.Level, c.Negative)
	}
	c.HolderCertainty = certainty(v.holderLevel(c.Level), c.Negative)
}

// holderLevel is how firmly the source holds the proposition: by the word
// that attributes it and by the hedges inside what it says.
func (v *view) holderLevel(level pipeline.Level) pipeline.Level {
	held := pipeline.Asserted
	if v.committed {
		switch v.held {
		case pipeline.Probable, pipeline.Possible, pipeline.Unknown:
			held = v.held
		case pipeline.Speculative:
			held = pipeline.Possible
		}
	} else if !v.innered && level >= pipeline.Probable {
		held = level
	}
	if v.innered {
		held = max(held, v.inner)
	}
	return held
}

// setSource says who stands behind the claim.
func (w *work) setSource(c *pipeline.Claim, v *view) {
	c.Quotation = pipeline.QuotationNone
	c.Evidentiality = orNone(v.evidence)
	if v.holder.Kind != "" {
		c.Source.SourceLink = v.holder
		if v.quote != nil {
			c.Source.Chain = append(c.Source.Chain, v.quote.Source.Chain...)
		}
		c.Source.Chain = append(c.Source.Chain, v.holder)
		c.Quotation = pipeline.QuotationIndirect
		if c.Evidentiality == "none" {
			c.Evidentiality = "reported"
		}
		return
	}
	if v.quote != nil {
		c.Source, c.Quotation = v.quote.Source, v.quote.Quotation
		if c.Evidentiality == "none" {
			c.Evidentiality = "reported"
		}
		return
	}
	c.Source.Kind = pipeline.SourceAuthor
	if v.hearsay {
		c.Source.Kind = pipeline.SourceAnonymous
	}
}

// setMentions lists the entities and dates inside the claim.
func (w *work) setMentions(c *pipeline.Claim) {
	for i := w.firstEntity(c.Start); i < len(w.doc.Entities) && w.doc.Entities[i].Start < c.End; i++ {
		if e := &w.doc.Entities[i]; c.Contains(e.Span) {
			c.Entities = append(c.Entities, i)
		}
	}
	for i := w.firstDate(c.Start); i < len(w.doc.Dates) && w.doc.Dates[i].Start < c.End; i++ {
		if c.Contains(w.doc.Dates[i].Span) {
			c.Dates = append(c.Dates, i)
		}
	}
}
