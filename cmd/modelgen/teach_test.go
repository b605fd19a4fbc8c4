package main

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/purport-nlp/purport/extractors/model"
	"github.com/purport-nlp/purport/pipeline"
)

// petText is a text in which cats and dogs do the same, and no stone does.
func petText() *wordText {
	random := rand.New(rand.NewPCG(1, 1))
	text := newWordText()
	for range 600 {
		for _, sentence := range []string{"the cat ate fish quickly", "the dog ate fish quickly", "a stone lay under water", "a brick lay under water"} {
			words := strings.Fields(sentence)
			if random.IntN(4) == 0 {
				words = words[1:]
			}
			for _, word := range words {
				text.word(word)
			}
			text.end()
		}
	}
	return text
}

func TestVectorsOfWordsInTheSamePlacesAreAlike(t *testing.T) {
	vectors := learnVectors(petText(), 1)
	row := func(form string) []float32 {
		id := vectors.find(form)
		if id < 0 {
			t.Fatalf("%q has no vector", form)
		}
		return vectors.rows[int(id)*vectorSize : int(id+1)*vectorSize]
	}
	product := func(a, b string) (sum float32) {
		for i, x := range row(a) {
			sum += x * row(b)[i]
		}
		return sum
	}
	if product("cat", "dog") <= product("cat", "stone") || product("stone", "brick") <= product("brick", "dog") {
		t.Errorf("cat and dog %.3f, cat and stone %.3f; stone and brick %.3f, brick and dog %.3f",
			product("cat", "dog"), product("cat", "stone"), product("stone", "brick"), product("brick", "dog"))
	}
	if vectors.find("unheard") >= 0 {
		t.Error("a word that is not in the text has a vector")
	}
	if again := learnVectors(petText(), 1); !slices.Equal(again.rows, vectors.rows) {
		t.Error("the second learning gives other vectors")
	}
}

func TestNumbersFitTheTables(t *testing.T) {
	gold := slices.Repeat([][]pipeline.Token{{
		{Form: "The", XPOS: "DT", Head: 1, Deprel: "det"}, {Form: "cat", XPOS: "NN", Head: 2, Deprel: "nsubj"},
		{Form: "ate", XPOS: "VBD", Head: -1, Deprel: "root"}, {Form: "fish", XPOS: "NN", Head: 2, Deprel: "obj"},
	}}, leastLessons)
	taught := newTaught(gold, learnVectors(petText(), 1))
	if want := []string{"det", "nsubj", "obj", "root"}; !slices.Equal(taught.labels, want) {
		t.Errorf("the labels are %v, not %v", taught.labels, want)
	}
	tables := taught.tables()
	for _, table := range tables {
		if table.At+table.Size > inputSize {
			t.Errorf("a table of %d places from %d on goes beyond the input's %d", table.Size, table.At, inputSize)
		}
	}
	unseen := []pipeline.Token{{Form: "McDonald's-2", XPOS: "XYZ", Head: -1, Deprel: "vocative"}, {Form: "é", XPOS: "NN"}}
	for _, sentence := range [][]pipeline.Token{gold[0], unseen} {
		for i, values := range taught.numbers(sentence).Features {
			if len(values) != len(tables) {
				t.Fatalf("word %d has %d values for %d tables", i, len(values), len(tables))
			}
			for k, value := range values {
				if int(value) >= tables[k].Values {
					t.Errorf("word %d: value %d of table %d, which has %d", i, value, k, tables[k].Values)
				}
			}
		}
	}
	seen := taught.numbers(gold[0])
	if cat := seen.Features[2]; cat[0] != taught.words[model.Fold("CAT")] || cat[0] == 0 || cat[1] != taught.vectors.find("cat") {
		t.Errorf("the cat is %v", cat)
	}
	if !slices.Equal(seen.Heads, []int{0, 2, 3, 0, 3}) {
		t.Errorf("heads %v", seen.Heads)
	}
}
