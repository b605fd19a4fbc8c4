package entity

import (
	"context"
	"sync"

	"github.com/purport-nlp/purport/extractors/lexicon"
	"github.com/purport-nlp/purport/extractors/model"
	"github.com/purport-nlp/purport/pipeline"
)

// Types are the entity types that the model knows, in the order of its
// classes. Miscellaneous names ("the Oscars") are learned so that they are not
// taken for something else, and are not reported. Facilities (airports,
// hospitals) read otherwise than towns, and are reported as locations.
var types = [...]pipeline.Label{pipeline.Person, pipeline.Location, pipeline.Organization, pipeline.Nationality, miscellaneous, facility}

const (
	miscellaneous pipeline.Label = "MISC"
	facility      pipeline.Label = "FACILITY"
)

// TypeCount is the number of entity types that the model knows, those that are
// not reported under their own name included.
const TypeCount = len(types)

// Stage labels the names in a document.
type Stage struct {
	extractor *Extractor
	sequence  *model.Sequence
	gazetteer *lexicon.Gazetteer
	scratch   sync.Pool
}

// scratch is the memory of one document on its way through the stage.
type scratch struct {
	sheet   Sheet
	lattice model.Lattice
	scores  []int32           // of the first pass
	labels  []uint8           // of the first pass
	found   []pipeline.Entity // as the model sees them
	pieces  []pipeline.Entity // cut and settled
	votes   votes
}

// New returns the stage over the embedded model and gazetteer.
func New() (*Stage, error) {
	sequence, err := model.EntitySequence()
	if err != nil {
		return nil, err
	}
	return With(lexicon.EmbeddedGazetteer(), model.EmbeddedWords(), sequence), nil
}

// With returns the stage over the given parts.
func With(gazetteer *lexicon.Gazetteer, words *model.Words, sequence *model.Sequence) *Stage {
	s := &Stage{extractor: NewExtractor(gazetteer, words), sequence: sequence, gazetteer: gazetteer}
	s.scratch.New = func() any { return new(scratch) }
	return s
}

// Name is "entity".
func (s *Stage) Name() string { return "entity" }

// Requires lists the layers that the stage reads.
func (s *Stage) Requires() []pipeline.Layer {
	return []pipeline.Layer{pipeline.LayerTokens, pipeline.LayerTags}
}

// Provides lists the layer that the stage adds.
func (s *Stage) Provides() []pipeline.Layer { return []pipeline.Layer{pipeline.LayerEntities} }

// Annotate adds the document's names, in text order.
func (s *Stage) Annotate(ctx context.Context, doc *pipeline.Document) error {
	work := s.scratch.Get().(*scratch)
	defer s.scratch.Put(work)
	work.found = work.found[:0]
	s.extractor.Prepare(&work.sheet, doc)
	if err := s.firstPass(ctx, work, doc); err != nil {
		return err
	}
	s.secondPass(work, doc)
	s.finish(work, doc)
	return nil
}

// firstPass scores and labels every sentence by itself.
func (s *Stage) firstPass(ctx context.Context, work *scratch, doc *pipeline.Document) error {
	work.scores, work.labels = work.scores[:0], work.labels[:0]
	style := work.sheet.Style()
	for sentence := range doc.Sentences {
		if sentence&255 == 255 && ctx.Err() != nil {
			return ctx.Err()
		}
		tokens := doc.Sentences[sentence].Tokens
		s.sequence.Begin(&work.lattice, tokens.Len())
		for i := tokens.First; i < tokens.End; i++ {
			s.sequence.Emit(&work.lattice, i-tokens.First, s.extractor.Token(&work.sheet, sentence, tokens, i, style))
		}
		work.scores = append(work.scores, work.lattice.Scores()...)
		work.labels = append(work.labels, s.sequence.Decode(&work.lattice)...)
	}
	return nil
}

// secondPass labels every sentence again, knowing the document's first labels.
func (s *Stage) secondPass(work *scratch, doc *pipeline.Document) {
	s.extractor.Count(&work.sheet, work.labels)
	classes := s.sequence.Classes()
	for sentence := range doc.Sentences {
		tokens := doc.Sentences[sentence].Tokens
		s.sequence.Begin(&work.lattice, tokens.Len())
		copy(work.lattice.Scores(), work.scores[tokens.First*classes:])
		for i := tokens.First; i < tokens.End; i++ {
			s.sequence.Emit(&work.lattice, i-tokens.First, s.extractor.Second(&work.sheet, sentence, tokens, i))
		}
		s.names(work, doc, sentence, s.sequence.Decode(&work.lattice))
	}
}

// names adds the names of one sentence as its path of classes has them.
func (s *Stage) names(work *scratch, doc *pipeline.Document, sentence int, path []uint8) {
	first := doc.Sentences[sentence].Tokens.First
	for i := 0; i < len(path); {
		if path[i] == 0 {
			i++
			continue
		}
		end := i + 1
		for end < len(path) && path[end] != 0 && path[end]%2 == 0 {
			end++
		}
		score := 1.0
		for at := i; at < min(end+1, len(path)); at++ {
			score = min(score, s.sequence.Confidence(&work.lattice, at))
		}
		label := types[typeOf(path[i])]
		if label == facility {
			label = pipeline.Location
		}
		work.found = append(work.found, mention(doc, sentence, pipeline.Range{First: first + i, End: first + end}, label, score))
		i = end
	}
}

// mention returns a name over a range of tokens.
func mention(doc *pipeline.Document, sentence int, tokens pipeline.Range, label pipeline.Label, score float64) pipeline.Entity {
	return pipeline.Entity{
		Span:     pipeline.Span{Start: doc.Tokens[tokens.First].Start, End: doc.Tokens[tokens.End-1].End},
		Sentence: sentence, Tokens: tokens, Label: label, Mention: pipeline.MentionName, Rule: "model", Score: score,
	}
}
