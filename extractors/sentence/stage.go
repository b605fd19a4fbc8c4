package sentence

import (
	"context"
	"sync"

	"github.com/purport-nlp/purport/pipeline"
)

// Stage finds the sentences. It requires units and provides
// pipeline.LayerSentences. Sentence spans have no white space at their ends.
type Stage struct {
	scratch sync.Pool // of *splitter
}

// New returns the stage.
func New() (*Stage, error) {
	return &Stage{scratch: sync.Pool{New: func() any { return new(splitter) }}}, nil
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
	for i, unit := range doc.Units {
		sp.unit, sp.at, sp.end = i, unit.Start, unit.End
		sp.text, sp.breaks = doc.Text, doc.BreaksIn(unit.Span)
		switch {
		case unit.Kind == pipeline.UnitTable:
			sp.splitLines()
		case unit.Kind.Prose() || unit.Kind == pipeline.UnitNote || unit.Kind == pipeline.UnitCaption:
			sp.split()
		default:
			sp.emit(unit.Start, unit.End)
		}
	}
	if len(sp.sentences) > 0 {
		doc.Sentences = append([]pipeline.Sentence(nil), sp.sentences...)
	}
	sp.text, sp.breaks = "", nil
	return nil
}
