package claim_test

import (
	"context"
	"testing"

	"github.com/purport-nlp/purport/extractors"
	"github.com/purport-nlp/purport/extractors/claim"
	"github.com/purport-nlp/purport/extractors/lexicon"
	"github.com/purport-nlp/purport/pipeline"
)

// parsed takes a sentence through the chain up to the parse.
func parsed(t testing.TB, text string) *pipeline.Document {
	t.Helper()
	stages, err := extractors.Default(extractors.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if stages, err = extractors.Needed(stages, pipeline.LayerParse); err != nil {
		t.Fatal(err)
	}
	chain, err := pipeline.New(stages...)
	if err != nil {
		t.Fatal(err)
	}
	doc := pipeline.NewDocument("sentence", text)
	if err := chain.Annotate(context.Background(), doc); err != nil {
		t.Fatal(err)
	}
	return doc
}

func newDoubt(t testing.TB) *claim.Doubt {
	t.Helper()
	cues, err := lexicon.LoadCues()
	if err != nil {
		t.Fatal(err)
	}
	doubt, err := claim.NewDoubt(cues)
	if err != nil {
		t.Fatal(err)
	}
	return doubt
}

// scoreOf returns the score of the token with the form word.
func scoreOf(t *testing.T, doubt *claim.Doubt, text, word string) float64 {
	t.Helper()
	doc := parsed(t, text)
	var memory claim.DoubtMemory
	for i := range doc.Sentences {
		tokens := doc.SentenceTokens(i)
		scores := doubt.Scores(&memory, tokens)
		if len(scores) != len(tokens) {
			t.Fatalf("%q: %d scores for %d tokens", text, len(scores), len(tokens))
		}
		for j := range tokens {
			if tokens[j].Form == word {
				return scores[j]
			}
		}
	}
	t.Fatalf("%q has no token %q", text, word)
	return 0
}

// TestDoubt holds senses that words alone do not tell apart.
func TestDoubt(t *testing.T) {
	doubt := newDoubt(t)
	for _, test := range []struct {
		text, word string
		want       bool
	}{
		{"The old bridge may have collapsed in the storm.", "may", true},
		{"The council met on 4 May to choose a mayor.", "May", false},
		{"The virus may cause a fever in children.", "may", true},
		{"She is considered one of the best sculptors of her time.", "considered", true},
		{"The painting was possibly stolen during the war.", "possibly", true},
		{"The ferry sails every day at noon.", "sails", false},
		{"They allegedly sold the land to a cousin.", "allegedly", true},
		{"The letter suggests that the king was already ill.", "suggests", true},
		{"If the dam breaks, the valley will flood.", "If", true},
		{"The town lies on the river and has two mills.", "lies", false},
	} {
		if score := scoreOf(t, doubt, test.text, test.word); (score >= claim.DoubtThreshold) != test.want {
			t.Errorf("%s: %q has %.2f", test.text, test.word, score)
		}
	}
}

// TestDoubtAllocates holds that scores cost no memory once the scratch memory
// has grown.
func TestDoubtAllocates(t *testing.T) {
	doubt := newDoubt(t)
	doc := parsed(t, "The minister may resign if the vote, which is likely to be close, goes against her.")
	tokens := doc.SentenceTokens(0)
	var memory claim.DoubtMemory
	doubt.Scores(&memory, tokens)
	if n := testing.AllocsPerRun(100, func() { doubt.Scores(&memory, tokens) }); n > 0 {
		t.Errorf("%.0f allocations a sentence", n)
	}
}

// TestGate holds that a gate has what was added, and hardly anything else.
func TestGate(t *testing.T) {
	gate := claim.NewGate()
	const step = 0x9E3779B97F4A7C15
	for i := uint64(1); i <= 500; i++ {
		gate.Add(i * step)
	}
	wrong := 0
	for i := uint64(1); i <= 500; i++ {
		if !gate.Has(i * step) {
			t.Fatalf("hash %d is lost", i)
		}
		if gate.Has((i + 10000) * step) {
			wrong++
		}
	}
	if wrong > 50 {
		t.Errorf("%d of 500 other hashes pass", wrong)
	}
}

func BenchmarkDoubt(b *testing.B) {
	doubt := newDoubt(b)
	doc := parsed(b, "The minister, who was said to be ill, may resign next week if the vote goes against her, two officials told the paper on Monday.")
	tokens := doc.SentenceTokens(0)
	var memory claim.DoubtMemory
	b.ReportAllocs()
	for b.Loop() {
		doubt.Scores(&memory, tokens)
	}
	b.ReportMetric(float64(len(tokens))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}
