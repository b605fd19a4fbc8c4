package claim_test

import (
	"context"
	"testing"

	"github.com/purport-nlp/purport/pipeline"
)

// FuzzChain takes any text through the whole chain: nothing panics, the
// document is sound, and no claim leaves its sentence.
func FuzzChain(f *testing.F) {
	for i, c := range readLevels(f) {
		if i%9 == 0 {
			f.Add(c.sentence)
		}
	}
	f.Add("")
	f.Add("If if if. \"Said 'he said \"that that.\n\n\fIt is is said said to to.")
	f.Add("He said, she said, they said, “no one said” that nobody did not never say that\r\n- it was.")
	chain := chain(f)
	f.Fuzz(func(t *testing.T, text string) {
		doc := pipeline.NewDocument("fuzz", toValid(text))
		if err := chain.Annotate(context.Background(), doc); err != nil {
			t.Fatal(err)
		}
		if err := doc.Validate(); err != nil {
			t.Fatal(err)
		}
		for i := range doc.Claims {
			c := &doc.Claims[i]
			if !doc.Sentences[c.Sentence].Contains(c.Span) {
				t.Errorf("claim %q leaves its sentence", doc.Slice(c.Span))
			}
			if !c.Contains(doc.Tokens[c.Predicate].Span) {
				t.Errorf("claim %q lacks its predicate %q", doc.Slice(c.Span), doc.Tokens[c.Predicate].Form)
			}
		}
	})
}
