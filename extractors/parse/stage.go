package parse

import (
	"context"
	"sync"

	"github.com/purport-nlp/purport/pipeline"
)

// Stage sets Head and Deprel of every token.
type Stage struct {
	parser  *Parser
	scratch sync.Pool
}

// New returns the stage with the parser that purport is built with.
func New() (*Stage, error) {
	parser, err := Embedded()
	if err != nil {
		return nil, err
	}
	return NewStage(parser), nil
}

// NewStage returns a stage over a given parser.
func NewStage(parser *Parser) *Stage {
	return &Stage{parser: parser, scratch: sync.Pool{New: func() any { return new(Scratch) }}}
}

// Name is the stage's name in errors.
func (s *Stage) Name() string { return "parse" }

// Requires lists the layers that must be there.
func (s *Stage) Requires() []pipeline.Layer {
	return []pipeline.Layer{pipeline.LayerTokens, pipeline.LayerTags}
}

// Provides lists the layers that the stage adds.
func (s *Stage) Provides() []pipeline.Layer { return []pipeline.Layer{pipeline.LayerParse} }

// Annotate parses the document sentence by sentence.
func (s *Stage) Annotate(ctx context.Context, doc *pipeline.Document) error {
	scratch := s.scratch.Get().(*Scratch)
	defer s.scratch.Put(scratch)
	for i := range doc.Sentences {
		if i%256 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		tokens := doc.SentenceTokens(i)
		if dateline := datelineEnd(tokens); dateline > 0 {
			s.parser.parseBehind(scratch, tokens, dateline)
		} else {
			s.parser.sentence(scratch, tokens)
		}
	}
	return nil
}
