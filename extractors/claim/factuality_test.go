package claim_test

import (
	"testing"

	"github.com/purport-nlp/purport/extractors/claim"
	"github.com/purport-nlp/purport/extractors/lexicon"
)

func newFactuality(t testing.TB) *claim.Factuality {
	t.Helper()
	cues, err := lexicon.LoadCues()
	if err != nil {
		t.Fatal(err)
	}
	factuality, err := claim.NewFactuality(cues)
	if err != nil {
		t.Fatal(err)
	}
	return factuality
}

// TestFactuality holds the order of grades in pairs of sentences: the word of
// the first is graded at least one step above that of the second.
func TestFactuality(t *testing.T) {
	factuality := newFactuality(t)
	grade := func(text, word string) float64 {
		doc := parsed(t, text)
		tokens := doc.SentenceTokens(0)
		var memory claim.FactualityMemory
		for i := range tokens {
			if tokens[i].Form == word {
				return factuality.Grade(&memory, tokens, i)
			}
		}
		t.Fatalf("%q has no token %q", text, word)
		return 0
	}
	for _, test := range []struct{ higher, word, lower, other string }{
		{"The clerk managed to open the safe.", "open", "The clerk failed to open the safe.", "open"},
		{"The clerk opened the safe.", "opened", "The clerk did not open the safe.", "open"},
		{"She knew that the train arrived.", "arrived", "She doubted that the train arrived.", "arrived"},
		{"The company sold the mill.", "sold", "The company wants to sell the mill.", "sell"},
		{"They started to leave the hall.", "leave", "They refused to leave the hall.", "leave"},
	} {
		if high, low := grade(test.higher, test.word), grade(test.lower, test.other); high < low+1 {
			t.Errorf("%q %.1f, %q %.1f", test.higher, high, test.lower, low)
		}
	}
}

func TestFactualityAllocates(t *testing.T) {
	factuality := newFactuality(t)
	tokens := parsed(t, "She did not expect that the council would refuse to sell the mill.").SentenceTokens(0)
	var memory claim.FactualityMemory
	factuality.Grade(&memory, tokens, 3)
	if n := testing.AllocsPerRun(100, func() { factuality.Grade(&memory, tokens, 3) }); n > 0 {
		t.Errorf("%.0f allocations a predicate", n)
	}
}

func BenchmarkFactuality(b *testing.B) {
	factuality := newFactuality(b)
	tokens := parsed(b, "She did not expect that the council, which had met on Monday, would refuse to sell the mill.").SentenceTokens(0)
	var memory claim.FactualityMemory
	b.ReportAllocs()
	for b.Loop() {
		factuality.Grade(&memory, tokens, 3)
	}
}
