package main

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/purport-nlp/purport/extractors/model"
)

// wordsOf returns the words that text is divided into, sentences apart.
func wordsOf(text *wordText) string {
	var out []string
	for _, id := range text.tokens {
		if id == boundary {
			out = append(out, "|")
		} else {
			out = append(out, text.forms[id])
		}
	}
	return strings.Join(out, " ")
}

func TestParagraph(t *testing.T) {
	for _, test := range []struct {
		line   string
		divide bool
		want   string
	}{
		{"He left. She stayed.", true, "He left . | She stayed . |"},
		{"Mr. Smith of the U.S. army left at 5 p.m. on Jan. 3.", true, "Mr. Smith of the U.S. army left at 5 p.m. on Jan. 3 . |"},
		{"It isn’t Peter’s (or is it?)", true, "It is n't Peter 's ( or is it ? ) |"},
		{"a co-operative well-being/health plan", true, "a co - operative well - being / health plan |"},
		{"a co-operative plan", false, "a co-operative plan |"},
		{`"Yes," he said—then "no."`, true, `" Yes , " he said — then " no . " |`},
		{"$5.3 million, or 12%", true, "$ 5.3 million , or 12 % |"},
		{"see https://example.org/a-b, please", true, "see https://example.org/a-b , please |"},
		{"... and - so on", true, ". . . and - so on |"},
		{"", true, "|"},
	} {
		text := newWordText()
		text.tokens = nil
		text.paragraph(test.line, test.divide)
		if got := wordsOf(text); got != test.want {
			t.Errorf("%q:\n got %s\nwant %s", test.line, got, test.want)
		}
	}
}

// sample is a text with two kinds of word in like places.
func sample() *wordText {
	text := newWordText()
	for i := range 400 {
		animal := []string{"cat", "dog", "horse", "Kenya"}[i%4]
		verb := []string{"sees", "likes", "knows"}[i%3]
		other := []string{"cat", "dog", "horse"}[i*7%3]
		text.paragraph("The "+animal+" "+verb+" the "+other+" in 1987.", true)
	}
	return text
}

func sampleExchange(text *wordText) (*vocabulary, *exchange) {
	v := newVocabulary(text, 2)
	return v, newExchange(newBigrams(v.fold(text)), len(v.forms), 5)
}

func TestExchangeKeepsItsCounts(t *testing.T) {
	_, x := sampleExchange(sample())
	x.round()
	last := x.perplexity()
	for range 4 {
		x.round()
		if now := x.perplexity(); now > last {
			t.Errorf("perplexity rose from %g to %g", last, now)
		} else {
			last = now
		}
	}
	fresh := matrix(len(x.totals))
	for word, after := range x.bigrams.after {
		fresh[x.class[word]][x.class[word]] += x.bigrams.self[word]
		for i, next := range after.words {
			fresh[x.class[word]][x.class[next]] += after.counts[i]
		}
	}
	for a := range fresh {
		if !slices.Equal(fresh[a], x.joint[a]) {
			t.Fatalf("class %d: counts have drifted", a)
		}
		for b := range fresh {
			if x.swapped[b][a] != fresh[a][b] {
				t.Fatalf("classes %d, %d: the transpose differs", a, b)
			}
		}
	}
}

func TestExchangePutsLikeWithLike(t *testing.T) {
	v, x := sampleExchange(sample())
	for range 5 {
		x.round()
	}
	class := func(form string) uint16 { return x.class[v.ids[form]] }
	if class("cat") != class("dog") || class("sees") != class("likes") || class("cat") == class("sees") {
		t.Errorf("cat %d, dog %d, sees %d, likes %d", class("cat"), class("dog"), class("sees"), class("likes"))
	}
}

func TestMergeKeepsItsGains(t *testing.T) {
	_, x := sampleExchange(sample())
	x.round()
	tree := newClassTree(x)
	for len(tree.live) > 2 {
		tree.merge(tree.cheapest())
		for at, i := range tree.live {
			for _, j := range tree.live[at+1:] {
				if want := tree.gain(i, j); tree.gains[i][j] != want {
					t.Fatalf("%d live: gain of %d and %d is %d, computed afresh %d", len(tree.live), i, j, tree.gains[i][j], want)
				}
			}
		}
	}
}

func TestMergeClassesGivesPrefixFreePaths(t *testing.T) {
	_, x := sampleExchange(sample())
	x.round()
	paths := mergeClasses(x)
	for i, a := range paths {
		for j, b := range paths {
			if i != j && a.Bits <= b.Bits && a.Path>>(32-a.Bits) == b.Path>>(32-a.Bits) {
				t.Errorf("the path of class %d begins that of class %d: %+v, %+v", i, j, a, b)
			}
		}
	}
}

// What the classes were counted on must be what look-up finds.
func TestFallbacksAreThoseOfLookup(t *testing.T) {
	text := sample()
	v, x := sampleExchange(text)
	x.round()
	entries := v.entries(text, x.class)
	packed, err := model.PackWords(mergeClasses(x), entries)
	if err != nil {
		t.Fatal(err)
	}
	words, err := model.LoadWords(packed)
	if err != nil {
		t.Fatal(err)
	}
	for _, form := range []string{"cat", "Cat", "CAT", "Kenya", "KENYA", "kenya", "1987", "2001", "The", "xyzzy", "Xyzzy-1", "’s", ""} {
		word, found := words.Lookup(form)
		id := v.find(form)
		if found != (int(id) < len(v.forms)) || found && word.Class != x.class[id] {
			t.Errorf("%q: look-up finds %v, class %d; the trainer number %d of %d", form, found, word.Class, id, len(v.forms))
		}
	}
}

func TestWordsAreDeterministic(t *testing.T) {
	var runs [2][]byte
	for i := range runs {
		text := sample()
		v, x := sampleExchange(text)
		x.round()
		packed, err := model.PackWords(mergeClasses(x), v.entries(text, x.class))
		if err != nil {
			t.Fatal(err)
		}
		runs[i] = packed
	}
	if !bytes.Equal(runs[0], runs[1]) {
		t.Error("two runs differ")
	}
}

func TestInitialLevel(t *testing.T) {
	for _, test := range []struct {
		part, all int
		want      uint8
	}{{0, 10, 0}, {10, 10, 7}, {6, 10, 7}, {5, 10, 6}, {26, 100, 6}, {25, 100, 5}, {1, 100, 1}, {1, 1000, 0}} {
		if got := initialLevel(test.part, test.all); got != test.want {
			t.Errorf("initialLevel(%d, %d) = %d, want %d", test.part, test.all, got, test.want)
		}
	}
}
