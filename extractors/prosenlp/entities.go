package prosenlp

import (
	"context"
	"slices"
	"strings"

	"github.com/purport-nlp/purport/pipeline"
)

// Score is the score of every entity that prose finds: it gives none of its
// own, so this is a round figure for how many of its names are right.
const Score = 0.6

// Entities is the stage that finds names with prose. It requires tokens and
// tags and provides pipeline.LayerEntities: PERSON as it is, and prose's GPE
// as LOCATION.
type Entities struct{ engine *Engine }

// NewEntities returns the stage over an engine.
func NewEntities(engine *Engine) *Entities { return &Entities{engine} }

// Name returns "prose-entities".
func (s *Entities) Name() string { return "prose-entities" }

// Requires returns tokens and tags.
func (s *Entities) Requires() []pipeline.Layer {
	return []pipeline.Layer{pipeline.LayerTokens, pipeline.LayerTags}
}

// Provides returns the entities.
func (s *Entities) Provides() []pipeline.Layer { return []pipeline.Layer{pipeline.LayerEntities} }

// Annotate sets doc.Entities. Each mention is a chain of its own until a later
// stage links them.
func (s *Entities) Annotate(ctx context.Context, doc *pipeline.Document) error {
	doc.Entities = nil
	var words, tags, labels []string
	for i := range doc.Sentences {
		if err := ctx.Err(); err != nil {
			return err
		}
		words, tags = words[:0], tags[:0]
		for _, token := range doc.SentenceTokens(i) {
			words, tags = append(words, fold(token.Form)), append(tags, proseTag(token.XPOS))
		}
		labels = s.engine.names.label(labels[:0], words, tags)
		addMentions(doc, i, labels)
	}
	return nil
}

// addMentions appends the names of one sentence to doc.Entities, read off the
// labels of its tokens by the rules of prose's chunker, except that a name
// may end the text and must hold a proper noun.
func addMentions(doc *pipeline.Document, sentence int, labels []string) {
	tokens := doc.SentenceTokens(sentence)
	first := doc.Sentences[sentence].Tokens.First
	for i := 0; i < len(labels); {
		if labels[i] == "O" {
			i++
			continue
		}
		end := i + 1
		for end < len(labels) && (strings.HasPrefix(labels[end], "I-") || isProper(tokens[end].XPOS) && tokens[end].XPOS == tokens[end-1].XPOS) {
			end++
		}
		if label, ok := entityLabel(nameKind(labels[i:end])); ok && holdsProper(tokens[i:end]) {
			span := pipeline.Span{Start: tokens[i].Start, End: tokens[end-1].End}
			doc.Entities = append(doc.Entities, pipeline.Entity{
				Span: span, Sentence: sentence, Tokens: pipeline.Range{First: first + i, End: first + end}, Label: label,
				Mention: pipeline.MentionName, Chain: len(doc.Entities), Name: doc.Clean(span), Rule: "prose", Score: Score,
			})
		}
		i = end
	}
}

// nameKind returns what kind of name the labels of its tokens make: that of
// the first, but a person where two words are one.
func nameKind(labels []string) string {
	if len(labels) == 2 && labels[1] == "B-PERSON" {
		return "PERSON"
	}
	_, kind, _ := strings.Cut(labels[0], "-")
	return kind
}

func isProper(tag string) bool { return tag == "NNP" || tag == "NNPS" }

func holdsProper(tokens []pipeline.Token) bool {
	return slices.ContainsFunc(tokens, func(t pipeline.Token) bool { return isProper(t.XPOS) })
}

// entityLabel returns what a label of prose's model stands for here.
func entityLabel(kind string) (pipeline.Label, bool) {
	switch kind {
	case "PERSON":
		return pipeline.Person, true
	case "GPE", "GSP", "LOCATION", "FACILITY":
		return pipeline.Location, true
	case "ORGANIZATION":
		return pipeline.Organization, true
	}
	return "", false
}
