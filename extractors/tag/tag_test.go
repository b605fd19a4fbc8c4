package tag

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/purport-nlp/purport/pipeline"
)

// tagged is a handful of sentences, a word and its tag each.
const tagged = `
She/PRP left/VBD early/RB ./.
The/DT early/JJ train/NN left/VBD ./.
They/PRP train/VBP dogs/NNS in/IN Geneva/NNP ./.
He/PRP may/MD train/VB them/PRP ./.
She/PRP dogs/VBZ him/PRP ,/, they/PRP say/VBP ./.
`

func readTagged(t testing.TB) [][]pipeline.Token {
	t.Helper()
	var sentences [][]pipeline.Token
	for line := range strings.Lines(strings.TrimSpace(tagged)) {
		var tokens []pipeline.Token
		for field := range strings.FieldsSeq(line) {
			form, tag, ok := strings.Cut(field, "/")
			if !ok {
				t.Fatalf("%q has no tag", field)
			}
			tokens = append(tokens, pipeline.Token{Form: form, XPOS: tag})
		}
		sentences = append(sentences, tokens)
	}
	return slices.Repeat(sentences, 8)
}

var testOptions = Options{Seed: 5, Epochs: 8, Bits: 14, Clip: 8}

func TestTrainingIsDeterministic(t *testing.T) {
	first := Train(readTagged(t), testOptions).Pack()
	if again := Train(readTagged(t), testOptions).Pack(); !bytes.Equal(first, again) {
		t.Error("two runs with the same seed differ")
	}
	other := testOptions
	other.Seed++
	if bytes.Equal(first, Train(readTagged(t), other).Pack()) {
		t.Error("the seed changes nothing")
	}
}

func TestLearnsItsSentences(t *testing.T) {
	trained := Train(readTagged(t), testOptions)
	loaded, err := Load(trained.Pack(), nil)
	if err != nil {
		t.Fatal(err)
	}
	var s Scratch
	for _, gold := range readTagged(t)[:5] {
		for _, tagger := range []*Tagger{trained, loaded} {
			tokens := slices.Clone(gold)
			for i := range tokens {
				tokens[i].XPOS = ""
			}
			tagger.Tag(&s, tokens)
			for i := range tokens {
				if tokens[i].XPOS != gold[i].XPOS {
					t.Errorf("%s is tagged %s, not %s", gold[i].Form, tokens[i].XPOS, gold[i].XPOS)
				}
			}
		}
	}
}

func TestLoadRefusesBrokenFiles(t *testing.T) {
	packed := Train(readTagged(t), testOptions).Pack()
	for _, n := range []int{0, 3, len(magic), len(magic) + 2, len(packed) / 2, len(packed) - 1} {
		if _, err := Load(packed[:n], nil); err == nil {
			t.Errorf("%d of %d bytes were taken for a tagger", n, len(packed))
		}
	}
}

func TestTaggingDoesNotAllocate(t *testing.T) {
	tagger, err := Embedded()
	if err != nil {
		t.Fatal(err)
	}
	tokens := slices.Clone(readTagged(t)[2])
	var s Scratch
	tagger.Tag(&s, tokens)
	if n := testing.AllocsPerRun(20, func() { tagger.Tag(&s, tokens) }); n > 0 {
		t.Errorf("%v allocations a sentence", n)
	}
}

func BenchmarkTag(b *testing.B) {
	tagger, err := Embedded()
	if err != nil {
		b.Fatal(err)
	}
	sentences := readTagged(b)[:5]
	words := 0
	for _, tokens := range sentences {
		words += len(tokens)
	}
	var s Scratch
	b.ReportAllocs()
	for b.Loop() {
		for _, tokens := range sentences {
			tagger.Tag(&s, tokens)
		}
	}
	b.ReportMetric(float64(words*b.N)/b.Elapsed().Seconds(), "tokens/s")
}
