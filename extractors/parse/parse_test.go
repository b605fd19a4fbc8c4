package parse

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/purport-nlp/purport/pipeline"
)

// treebank is a handful of sentences, a token a word: form/tag/head/relation,
// heads counted from 1 and 0 for the root.
const treebank = `
She/PRP/2/nsubj left/VBD/0/root early/RB/2/advmod ././2/punct
He/PRP/2/nsubj said/VBD/0/root that/IN/5/mark they/PRP/5/nsubj agreed/VBD/2/ccomp ././2/punct
The/DT/2/det minister/NN/6/nsubj who/WP/4/nsubj resigned/VBD/2/acl:relcl may/MD/6/aux return/VB/0/root soon/RB/6/advmod ././6/punct
If/IN/3/mark it/PRP/3/nsubj rains/VBZ/6/advcl we/PRP/6/nsubj will/MD/6/aux stay/VB/0/root at/IN/8/case home/NN/6/obl
Dogs/NNS/2/nsubj bark/VBP/0/root and/CC/5/cc cats/NNS/5/nsubj sleep/VBP/2/conj ././2/punct
A/DT/2/det hearing/NN/3/nsubj:pass scheduled/VBN/0/root on/IN/6/case the/DT/6/det issue/NN/2/nmod today/NN/3/obl:tmod
Yes/UH/0/root
`

// readTreebank reads sentences in the notation of treebank.
func readTreebank(t testing.TB) [][]pipeline.Token {
	t.Helper()
	var sentences [][]pipeline.Token
	for line := range strings.Lines(strings.TrimSpace(treebank)) {
		var tokens []pipeline.Token
		for field := range strings.FieldsSeq(line) {
			parts := strings.Split(field, "/")
			if len(parts) != 4 {
				t.Fatalf("%q has %d parts", field, len(parts))
			}
			head := 0
			for _, digit := range parts[2] {
				head = 10*head + int(digit-'0')
			}
			tokens = append(tokens, pipeline.Token{Form: parts[0], XPOS: parts[1], Head: head - 1, Deprel: parts[3]})
		}
		sentences = append(sentences, tokens)
	}
	return sentences
}

// small settings, for training in a moment.
func testOptions() Options {
	return Options{
		Seed: 3, FirstEpochs: 4, Epochs: 4, Times: 2, Explore: 0.9, Folds: 2,
		First: Size{Moves: 1 << 14, Arcs: 1 << 12, Clip: 8}, Second: Size{Moves: 1 << 14, Arcs: 1 << 12, Clip: 8},
	}
}

// repeated gives each relation of the treebank often enough to be learned.
func repeated(sentences [][]pipeline.Token) [][]pipeline.Token {
	return slices.Repeat(sentences, leastLabels)
}

func TestTrainingIsDeterministic(t *testing.T) {
	sentences := repeated(readTreebank(t))
	plain := sentences[:30]
	first := Train(sentences, plain, testOptions()).Pack()
	if again := Train(sentences, plain, testOptions()).Pack(); !bytes.Equal(first, again) {
		t.Error("two runs with the same seed differ")
	}
	other := testOptions()
	other.Seed++
	if bytes.Equal(first, Train(sentences, plain, other).Pack()) {
		t.Error("the seed changes nothing")
	}
	if bytes.Equal(first, Train(sentences, nil, testOptions()).Pack()) {
		t.Error("the plain sentences change nothing")
	}
}

func TestLearnsItsTreebank(t *testing.T) {
	sentences := readTreebank(t)
	trained := Train(repeated(sentences), nil, testOptions())
	loaded, err := Load(trained.Pack(), nil)
	if err != nil {
		t.Fatal(err)
	}
	var s Scratch
	wrong, words := 0, 0
	for _, gold := range sentences {
		tokens, again := slices.Clone(gold), slices.Clone(gold)
		trained.Parse(&s, tokens)
		loaded.Parse(&s, again)
		if !slices.Equal(tokens, again) {
			t.Errorf("%q: the packed parser differs", gold[0].Form)
		}
		for i := range tokens {
			words++
			if tokens[i].Head != gold[i].Head || tokens[i].Deprel != gold[i].Deprel {
				wrong++
				t.Logf("%s has head %d %s, not %d %s", gold[i].Form, tokens[i].Head, tokens[i].Deprel, gold[i].Head, gold[i].Deprel)
			}
		}
	}
	// The sixth sentence crosses its arcs, which no projective tree can.
	if wrong > 3 {
		t.Errorf("%d of %d words have the wrong head or relation", wrong, words)
	}
}

// checkTree fails where heads are not a tree with one root.
func checkTree(t testing.TB, tokens []pipeline.Token) {
	t.Helper()
	roots := 0
	for i := range tokens {
		if tokens[i].Head < 0 {
			roots++
		}
		if (tokens[i].Head < 0) != (tokens[i].Deprel == rootLabel) {
			t.Errorf("word %d has head %d and relation %q", i, tokens[i].Head, tokens[i].Deprel)
		}
		steps := 0
		for at := i; at >= 0; at = tokens[at].Head {
			if tokens[at].Head >= len(tokens) || tokens[at].Head == at {
				t.Fatalf("word %d has head %d of %d", at, tokens[at].Head, len(tokens))
			}
			if steps++; steps > len(tokens) {
				t.Fatalf("word %d stands in a circle", i)
			}
		}
	}
	if len(tokens) > 0 && roots != 1 {
		t.Errorf("%d words are roots", roots)
	}
}

// tagNames are the tags that the fuzz test draws from.
var tagNames = strings.Fields("NN NNS NNP VB VBD VBZ MD IN DT JJ RB CC , . : -LRB- -RRB- PRP WDT TO CD '' XX")

// words makes tokens out of arbitrary bytes: a tag and one of a few forms each.
func wordsOf(data []byte) []pipeline.Token {
	forms := []string{"the", "Moscow", "said", ",", "that", "not", "x", "—", ""}
	var tokens []pipeline.Token
	for _, b := range data {
		tokens = append(tokens, pipeline.Token{Form: forms[int(b)%len(forms)], XPOS: tagNames[int(b)%len(tagNames)]})
	}
	return tokens
}

func FuzzEveryResultIsATree(f *testing.F) {
	parser, err := Embedded()
	if err != nil {
		f.Fatal(err)
	}
	f.Add([]byte{})
	f.Add([]byte{0})
	f.Add([]byte("any bytes will do: tags in no order at all"))
	random := rand.New(rand.NewPCG(1, 1))
	for range 30 {
		data := make([]byte, random.IntN(120))
		for i := range data {
			data[i] = byte(random.IntN(256))
		}
		f.Add(data)
	}
	var s Scratch
	f.Fuzz(func(t *testing.T, data []byte) {
		tokens := wordsOf(data)
		parser.Parse(&s, tokens)
		checkTree(t, tokens)
	})
}

func TestCostsOfTheOracle(t *testing.T) {
	// Word 0 hangs on word 1, which is the root; word 2 hangs on it too.
	gold := sample{heads: []int{1, 3, 1}}
	var s state
	s.reset(3)
	check := func(when string, want [moves]int) {
		t.Helper()
		if got := gold.costs(&s); got != want {
			t.Errorf("%s: costs %v, want %v", when, got, want)
		}
	}
	check("at the start", [moves]int{0, forbidden, forbidden})
	s.apply(shift, 0)
	check("before the left arc", [moves]int{1, 0, forbidden})
	s.apply(left, 1)
	s.apply(shift, 0)
	check("before the last word", [moves]int{0, 2, forbidden})
	s.apply(shift, 0)
	check("before the right arc", [moves]int{forbidden, forbidden, 0})
}

func TestLoadRefusesBrokenFiles(t *testing.T) {
	packed := Train(repeated(readTreebank(t)), nil, testOptions()).Pack()
	for _, n := range []int{0, 3, len(magic), len(magic) + 2, len(magic) + 9, len(packed) / 2, len(packed) - 1} {
		if _, err := Load(packed[:n], nil); err == nil {
			t.Errorf("%d of %d bytes were taken for a parser", n, len(packed))
		}
	}
	if _, err := Load(packed, nil); err != nil {
		t.Error(err)
	}
}

func TestParsingDoesNotAllocate(t *testing.T) {
	parser, err := Embedded()
	if err != nil {
		t.Fatal(err)
	}
	tokens := slices.Clone(readTreebank(t)[2])
	var s Scratch
	parser.Parse(&s, tokens)
	if n := testing.AllocsPerRun(20, func() { parser.Parse(&s, tokens) }); n > 0 {
		t.Errorf("%v allocations a sentence", n)
	}
}

func BenchmarkParse(b *testing.B) {
	parser, err := Embedded()
	if err != nil {
		b.Fatal(err)
	}
	sentences := readTreebank(b)
	words := 0
	for _, tokens := range sentences {
		words += len(tokens)
	}
	var s Scratch
	b.ReportAllocs()
	for b.Loop() {
		for _, tokens := range sentences {
			parser.Parse(&s, tokens)
		}
	}
	b.ReportMetric(float64(words*b.N)/b.Elapsed().Seconds(), "tokens/s")
}
