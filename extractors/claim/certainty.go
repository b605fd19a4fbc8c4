package claim

import "github.com/purport-nlp/purport/pipeline"

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
