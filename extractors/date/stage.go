package date

import (
	"context"
	"sync"

	"github.com/purport-nlp/purport/pipeline"
)

// Options says how to read what a text leaves open.
type Options struct {
	// DayFirst reads 03/04/2023 as 3 April. A document's own dates decide
	// first: one 27/07/2023 in it makes all of them day first.
	DayFirst bool
}

// Stage finds the TIMEX3 expressions of a document. It is immutable and safe
// for concurrent use.
type Stage struct {
	options    Options
	vocabulary *vocabulary
	scratch    sync.Pool // of *memory
}

// memory is what one document needs while it is read.
type memory struct {
	atoms   []atom
	matches []match
	bytes   []byte
}

// New returns the date stage.
func New(options Options) *Stage {
	return &Stage{options: options, vocabulary: newVocabulary(grammarWords()), scratch: sync.Pool{New: func() any { return new(memory) }}}
}

// Name is "date".
func (s *Stage) Name() string { return "date" }

// Requires sentences, tokens and tags. The tags only help: a document whose
// tokens have none is read too.
func (s *Stage) Requires() []pipeline.Layer {
	return []pipeline.Layer{pipeline.LayerSentences, pipeline.LayerTokens, pipeline.LayerTags}
}

// Provides dates.
func (s *Stage) Provides() []pipeline.Layer { return []pipeline.Layer{pipeline.LayerDates} }

// Annotate finds the document's dates, takes its publication date from the
// dateline where nothing better is known, and anchors the dates.
func (s *Stage) Annotate(ctx context.Context, doc *pipeline.Document) error {
	mem := s.scratch.Get().(*memory)
	defer s.scratch.Put(mem)
	mem.matches = mem.matches[:0]
	p := parser{doc: doc}
	for i := range doc.Sentences {
		if i&255 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		mem.atoms = s.vocabulary.readAtoms(mem.atoms[:0], doc, doc.Sentences[i].Tokens)
		p.atoms, p.sentence = mem.atoms, int32(i)
		mem.matches = p.sentenceMatches(mem.matches)
	}
	matches := dropOverlaps(mem.matches)
	r := newResolver(doc, matches, s.options, mem.bytes)
	doc.Dates = make([]pipeline.Date, 0, len(matches))
	for i := range matches {
		doc.Dates = append(doc.Dates, r.resolve(&matches[i]))
	}
	mem.bytes = r.scratch
	return nil
}

// dropOverlaps removes matches that begin before the one before them ends,
// which a word that the typesetter divided can cause.
func dropOverlaps(matches []match) []match {
	kept, end := matches[:0], int32(0)
	for i := range matches {
		if matches[i].start >= end && matches[i].end > matches[i].start {
			end = matches[i].end
			kept = append(kept, matches[i])
		}
	}
	return kept
}
