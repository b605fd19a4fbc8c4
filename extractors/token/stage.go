package token

import (
	"context"
	"sync"

	"github.com/purport-nlp/purport/pipeline"
)

// Stage finds the tokens. It requires sentences and provides
// pipeline.LayerTokens: Token.Span and Token.Form, and Sentence.Tokens.
type Stage struct {
	scratch sync.Pool // of *tokenizer
}

// New returns the stage. It needs no data.
func New() *Stage {
	return &Stage{scratch: sync.Pool{New: func() any { return new(tokenizer) }}}
}

// Name returns "token".
func (s *Stage) Name() string { return "token" }

// Requires returns the sentences.
func (s *Stage) Requires() []pipeline.Layer { return []pipeline.Layer{pipeline.LayerSentences} }

// Provides returns the tokens.
func (s *Stage) Provides() []pipeline.Layer { return []pipeline.Layer{pipeline.LayerTokens} }

// Annotate sets doc.Tokens and the token range of every sentence.
func (s *Stage) Annotate(_ context.Context, doc *pipeline.Document) error {
	t := s.scratch.Get().(*tokenizer)
	defer s.scratch.Put(t)
	t.pieces, t.joined = t.pieces[:0], t.joined[:0]
	for i := range doc.Sentences {
		sentence := &doc.Sentences[i]
		sentence.Tokens.First = len(t.pieces)
		t.sentence(doc, sentence.Span)
		sentence.Tokens.End = len(t.pieces)
	}
	doc.Tokens = t.tokens(doc.Text)
	t.text = ""
	return nil
}

// tokens turns the pieces into tokens, in one allocation.
func (t *tokenizer) tokens(text string) []pipeline.Token {
	if len(t.pieces) == 0 {
		return nil
	}
	tokens := make([]pipeline.Token, len(t.pieces))
	for i, p := range t.pieces {
		tokens[i].Span = p
		tokens[i].Form = text[p.Start:p.End]
	}
	for _, j := range t.joined {
		tokens[j.token].Form = j.form
	}
	return tokens
}
