package entity

import (
	"testing"

	"github.com/purport-nlp/purport/pipeline"
)

// TestClass: what class words and adjectives at the ends of a body's name come
// to. The words stand one space apart, the name from the first to the end.
func TestClass(t *testing.T) {
	for _, c := range []struct {
		words []string
		last  string // the part of speech of the last word of the name
		end   int
		want  [2]int
	}{
		{[]string{"NGO", "Open", "Harbour", "spoke"}, "PROPN", 3, [2]int{1, 3}},
		{[]string{"newspaper", "Tide", "spoke"}, "PROPN", 2, [2]int{1, 2}},
		{[]string{"group", "said"}, "NOUN", 1, [2]int{0, 1}},
		{[]string{"Committee", "on", "Racial", "Discrimination", "met"}, "ADJ", 3, [2]int{0, 4}},
		{[]string{"Committee", "on", "Racial", "matters"}, "ADJ", 3, [2]int{0, 3}},
	} {
		doc := &pipeline.Document{}
		at := 0
		for i, form := range c.words {
			upos := "NOUN"
			if i == c.end-1 {
				upos = c.last
			}
			doc.Tokens = append(doc.Tokens, pipeline.Token{Span: pipeline.Span{Start: at, End: at + len(form)}, Form: form, UPOS: upos})
			at += len(form) + 1
		}
		doc.Sentences = []pipeline.Sentence{{Tokens: pipeline.Range{First: 0, End: len(c.words)}}}
		e := pipeline.Entity{Label: pipeline.Organization, Tokens: pipeline.Range{First: 0, End: c.end}}
		trimClass(doc, &e)
		endsInAdjective(doc, &e)
		if got := [2]int{e.Tokens.First, e.Tokens.End}; got != c.want {
			t.Errorf("%v: %v, want %v", c.words, got, c.want)
		}
	}
}
