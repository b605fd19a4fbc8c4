package claim

import (
	"context"
	"fmt"
	"sync"

	"github.com/purport-nlp/purport/extractors/lexicon"
	"github.com/purport-nlp/purport/extractors/model"
	"github.com/purport-nlp/purport/pipeline"
)

// Stage finds claims. It provides pipeline.LayerClaims.
type Stage struct {
	cues      *lexicon.Cues
	reporting *lexicon.Reporting
	scorer    *scorer
	doubt     *Doubt
	scratch   sync.Pool // of *work
}

// New returns the stage. It fails only where embedded data is malformed.
func New() (*Stage, error) {
	cues, err := lexicon.LoadCues()
	if err != nil {
		return nil, fmt.Errorf("claim: %w", err)
	}
	reporting, err := lexicon.LoadReporting()
	if err != nil {
		return nil, fmt.Errorf("claim: %w", err)
	}
	scorer, err := newScorer(model.ScoreData())
	if err != nil {
		return nil, fmt.Errorf("claim: score: %w", err)
	}
	doubt, err := NewDoubt(cues)
	if err != nil {
		return nil, fmt.Errorf("claim: %w", err)
	}
	s := &Stage{cues: cues, reporting: reporting, scorer: scorer, doubt: doubt}
	s.scratch.New = func() any { return &work{Stage: s} }
	return s, nil
}

// Name returns "claim".
func (s *Stage) Name() string { return "claim" }

// Requires lists what claims are read off.
func (s *Stage) Requires() []pipeline.Layer {
	return []pipeline.Layer{pipeline.LayerUnits, pipeline.LayerParse, pipeline.LayerEntities, pipeline.LayerChains, pipeline.LayerDates, pipeline.LayerQuotes}
}

// Provides returns the claims.
func (s *Stage) Provides() []pipeline.Layer { return []pipeline.Layer{pipeline.LayerClaims} }

// Annotate sets doc.Claims, in text order.
func (s *Stage) Annotate(ctx context.Context, doc *pipeline.Document) error {
	w := s.scratch.Get().(*work)
	defer s.scratch.Put(w)
	defer w.leave()
	w.start(doc)
	for i := range doc.Sentences {
		if i%256 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		if w.readable(i) {
			w.sentenceClaims(i)
		}
	}
	w.order()
	doc.Claims = append([]pipeline.Claim(nil), w.claims...)
	return nil
}

// longestSentence bounds, in tokens, the sentences that are read: what is
// longer is a table or a list.
const longestSentence = 250

// readable reports whether claims are looked for in sentence i.
func (w *work) readable(i int) bool {
	s := &w.doc.Sentences[i]
	return w.doc.Units[s.Unit].Kind.Prose() && s.Tokens.Len() >= 2 && s.Tokens.Len() <= longestSentence
}

// sentenceClaims appends the claims of sentence i.
func (w *work) sentenceClaims(i int) {
	w.enter(i)
	w.findCues()
	w.findClauses()
	w.findFrames()
	w.choose()
	for k := range w.drafts {
		w.finish(&w.drafts[k])
	}
}
