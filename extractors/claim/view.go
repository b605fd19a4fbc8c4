package claim

import (
	"github.com/purport-nlp/purport/extractors/lexicon"
	"github.com/purport-nlp/purport/pipeline"
)

// view is how a proposition is presented: the cues that have it in their
// scope, composed.
type view struct {
	cues []pipeline.Cue
	// level is the least firm level that a cue gives; leveled says that one
	// does. The same apart for the cues that stand inside the innermost
	// attribution: they are the source's, not the author's.
	level, inner     pipeline.Level
	leveled, innered bool
	negative         bool
	modality         string
	evidence         string
	conditional      bool
	question         bool
	// estimative is the word with a probability band.
	estimative pipeline.Span
	low, high  int
	// quote is the innermost attribution, or nil.
	quote *pipeline.Quote
	// holder is who an operator says or thinks something, where the layer of
	// attributions has nobody.
	holder pipeline.SourceLink
	// held is how firmly the innermost source holds the proposition, by the
	// word that attributes it; committed says that there is one.
	held      pipeline.Level
	committed bool
	// light is a verb that only brings its object, a cue, before the reader
	// ("found no evidence"), 0 where there is none.
	light int
	// hearsay says that a cue names nobody behind the proposition.
	hearsay bool
}

// apply adds the effect of a cue.
func (w *work) apply(v *view, c *cue, effect lexicon.Effect) {
	span := w.span(c.tokens)
	w.cite(v, span, c.kind, c.rule)
	if !effect.Use {
		return
	}
	w.weaken(v, effect.Level, span)
	if effect.Negative {
		v.negative = !v.negative
	}
	if c.entry == nil {
		return
	}
	if c.entry.Evidence != "" {
		v.evidence = c.entry.Evidence
	}
	v.hearsay = v.hearsay || effect.Level == pipeline.Speculative || c.kind == "belief" && (c.entry.Class == lexicon.CuePassive || c.entry.Class == lexicon.CueNoun)
	if c.entry.High > 0 && v.high == 0 {
		v.estimative, v.low, v.high = span, c.entry.Low, c.entry.High
		if effect != c.entry.Affirmed {
			v.low, v.high = 100-c.entry.High, 100-c.entry.Low
		}
	}
}

// weaken lowers the level of a view to at least the given one.
func (w *work) weaken(v *view, level pipeline.Level, at pipeline.Span) {
	if !v.leveled || level > v.level {
		v.level, v.leveled = level, true
	}
	if v.quote != nil && !v.quote.Span.Contains(at) {
		return
	}
	if !v.innered || level > v.inner {
		v.inner, v.innered = level, true
	}
}

// cite notes a cue once.
func (w *work) cite(v *view, span pipeline.Span, kind, rule string) {
	for i := range v.cues {
		if v.cues[i].Span == span {
			return
		}
	}
	v.cues = append(v.cues, pipeline.Cue{Span: span, Kind: kind, Rule: rule})
}

// cites reports whether a view has a cue over a span.
func (w *work) cites(v *view, at pipeline.Span) bool {
	for i := range v.cues {
		if v.cues[i].Overlaps(at) {
			return true
		}
	}
	return false
}
