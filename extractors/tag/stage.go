package tag

import (
	"context"
	"sync"

	"github.com/purport-nlp/purport/extractors/lexicon"
	"github.com/purport-nlp/purport/pipeline"
)

// Stage sets XPOS, UPOS and Lemma of every token.
type Stage struct {
	tagger  *Tagger
	scratch sync.Pool
}

// New returns the stage with the tagger that purport is built with.
func New() (*Stage, error) {
	tagger, err := Embedded()
	if err != nil {
		return nil, err
	}
	return NewStage(tagger), nil
}

// NewStage returns a stage over a given tagger.
func NewStage(tagger *Tagger) *Stage {
	return &Stage{tagger: tagger, scratch: sync.Pool{New: func() any { return new(Scratch) }}}
}

// Name is the stage's name in errors.
func (s *Stage) Name() string { return "tag" }

// Requires lists the layers that must be there.
func (s *Stage) Requires() []pipeline.Layer { return []pipeline.Layer{pipeline.LayerTokens} }

// Provides lists the layers that the stage adds.
func (s *Stage) Provides() []pipeline.Layer { return []pipeline.Layer{pipeline.LayerTags} }

// Annotate tags the document sentence by sentence.
func (s *Stage) Annotate(ctx context.Context, doc *pipeline.Document) error {
	scratch := s.scratch.Get().(*Scratch)
	defer s.scratch.Put(scratch)
	for i := range doc.Sentences {
		if i%256 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		s.sentence(scratch, doc.SentenceTokens(i))
	}
	return nil
}

// sentence tags one sentence.
func (s *Stage) sentence(scratch *Scratch, tokens []pipeline.Token) {
	s.tagger.Tag(scratch, tokens)
	correct(tokens)
	for i := range tokens {
		token := &tokens[i]
		token.Lemma = scratch.lemmas.of(token.Form, token.XPOS)
		token.UPOS = lexicon.Universal(token.Form, token.Lemma, token.XPOS)
	}
}
