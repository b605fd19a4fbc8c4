package sentence

import (
	"context"
	"sync"

	"github.com/purport-nlp/purport/extractors/model"
	"github.com/purport-nlp/purport/pipeline"
)

// Stage finds the sentences. It requires units and provides
// pipeline.LayerSentences. Sentence spans have no white space at their ends.
type Stage struct {
	scratch sync.Pool // of *splitter
}

// New returns the stage with its embedded classifier. It fails only if the
// model is damaged.
func New() (*Stage, error) {
	table, err := model.LoadTable(model.SentenceData())
	if err != nil {
		return nil, err
	}
	return newStage(table), nil
}

// newStage returns the stage with a classifier, or, without one, with the
// rules alone.
func newStage(table *model.Table) *Stage {
	return &Stage{scratch: sync.Pool{New: func() any { return &splitter{table: table} }}}
}

// Name returns "sentence".
func (s *Stage) Name() string { return "sentence" }

// Requires returns the units.
func (s *Stage) Requires() []pipeline.Layer { return []pipeline.Layer{pipeline.LayerUnits} }

// Provides returns the sentences.
func (s *Stage) Provides() []pipeline.Layer { return []pipeline.Layer{pipeline.LayerSentences} }

// Annotate sets doc.Sentences.
func (s *Stage) Annotate(_ context.Context, doc *pipeline.Document) error {
	sp := s.scratch.Get().(*splitter)
	defer s.scratch.Put(sp)
	sp.sentences = sp.sentences[:0]
	sp.casual = isCasual(doc)
	for i, unit := range doc.Units {
		switch prose := sp.reset(doc, i); {
		case prose:
			sp.split()
		case unit.Kind == pipeline.UnitTable:
			sp.splitLines()
		default:
			sp.emit(unit.Start, unit.End)
		}
	}
	doc.Sentences = nil
	if len(sp.sentences) > 0 {
		doc.Sentences = append(doc.Sentences, sp.sentences...)
	}
	sp.text, sp.breaks, sp.known = "", nil, evidence{}
	return nil
}
