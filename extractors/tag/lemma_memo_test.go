package tag

import (
	"testing"

	"github.com/purport-nlp/purport/extractors/lexicon"
)

// The memo gives what the lexicon gives, whatever it was asked before: also
// for marks, whose form is their tag.
func TestLemmaMemo(t *testing.T) {
	var memo lemmaMemo
	words := []struct{ form, xpos string }{
		{"TO", "TO"}, {",", ","}, {".", "."}, {"Were", "VBD"}, {"were", "VBD"}, {"Saw", "NN"}, {"Saw", "VBD"}, {"cities", "NNS"}, {"Cities", "NNS"}, {"CITIES", "NNPS"},
	}
	for range 3 {
		for _, word := range words {
			if got, want := memo.of(word.form, word.xpos), lexicon.Lemma(word.form, word.xpos); got != want {
				t.Errorf("%s %s: %q, not %q", word.form, word.xpos, got, want)
			}
		}
	}
}
