package parse

import (
	"context"
	"strings"
	"testing"

	"github.com/purport-nlp/purport/pipeline"
)

// TestRetry holds that a sentence whose verb was tagged as a noun or a
// participle gets that verb for its root, and that one without a verb stays as
// it is.
func TestRetry(t *testing.T) {
	stage, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, root, tag string }{
		{"The/DT law/NN and/CC custom/NN prohibit/NN such/JJ deals/NNS ./.", "prohibit", "VBP"},
		{"The/DT council/NN consists/NNS of/IN nine/CD judges/NNS ./.", "consists", "VBZ"},
		{"The/DT minister/NN denied/VBN the/DT charges/NNS yesterday/NN ./.", "denied", "VBD"},
		{"A/DT house/NN by/IN the/DT sea/NN ./.", "house", "NN"},
	} {
		doc := sentenceOf(c.text)
		if err := stage.Annotate(context.Background(), doc); err != nil {
			t.Fatal(err)
		}
		for _, token := range doc.Tokens {
			if token.Head < 0 && (token.Form != c.root || token.XPOS != c.tag) {
				t.Errorf("%s: the root is %s/%s, want %s/%s", c.text, token.Form, token.XPOS, c.root, c.tag)
			}
		}
	}
}

// sentenceOf makes a document of one sentence, "word/TAG …".
func sentenceOf(text string) *pipeline.Document {
	doc := pipeline.NewDocument("test.txt", text)
	for _, field := range strings.Fields(text) {
		form, tag, _ := strings.Cut(field, "/")
		t := pipeline.Token{Form: form}
		retag(&t, tag)
		doc.Tokens = append(doc.Tokens, t)
	}
	doc.Sentences = []pipeline.Sentence{{Tokens: pipeline.Range{End: len(doc.Tokens)}}}
	return doc
}
