package main

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"unicode"

	"github.com/purport-nlp/purport/cmd/modelgen/teacher"
	"github.com/purport-nlp/purport/extractors/model"
	"github.com/purport-nlp/purport/pipeline"
)

// teacherOptions are the settings of the parser that labels plain text.
var teacherOptions = teacher.Options{Seed: 1, Epochs: 15, BatchWords: 1000, Rate: 2e-3}

var teacherSize = teacher.Size{Layers: 3, Hidden: 192, Arc: 192, Label: 48}

// longestLesson is the length in words of the longest sentence that the
// teacher learns from.
const longestLesson = 100

// newTeacher learns the teacher from sentences with predicted tags and gold
// trees.
func newTeacher(gold [][]pipeline.Token, vectors *wordVectors) *taught {
	t := newTaught(gold, vectors)
	var lessons []*teacher.Sentence
	for _, sentence := range gold {
		if len(sentence) <= longestLesson {
			lessons = append(lessons, t.numbers(sentence))
		}
	}
	options := teacherOptions
	options.After = func(epoch int, loss float64) {
		fmt.Fprintf(os.Stderr, "teacher: epoch %d, loss %.3f a word\n", epoch+1, loss)
	}
	t.parser = teacher.New(t.tables(), inputSize, len(t.labels), teacherSize, options.Seed)
	t.parser.Train(lessons, options)
	return t
}

// taught is a teacher and how words and relations are numbers to it.
type taught struct {
	parser  *teacher.Parser
	words   map[uint64]int32 // folded forms that occur twice in the treebanks, from 1
	tags    map[string]int32 // from 1
	labels  []string
	number  map[string]uint8 // of a label
	classes *model.Words
	vectors *wordVectors
}

// leastLessons is how often the teacher must have seen a relation to use it.
const leastLessons = 20

func newTaught(gold [][]pipeline.Token, vectors *wordVectors) *taught {
	t := &taught{words: map[uint64]int32{}, tags: map[string]int32{}, number: map[string]uint8{}, classes: model.EmbeddedWords(), vectors: vectors}
	forms, labels := map[uint64]int{}, map[string]int{}
	for _, sentence := range gold {
		for i := range sentence {
			form := model.Fold(sentence[i].Form)
			if forms[form]++; forms[form] == 2 {
				t.words[form] = int32(len(t.words)) + 1
			}
			if t.tags[sentence[i].XPOS] == 0 {
				t.tags[sentence[i].XPOS] = int32(len(t.tags)) + 1
			}
			if labels[sentence[i].Deprel]++; labels[sentence[i].Deprel] == leastLessons {
				t.labels = append(t.labels, sentence[i].Deprel)
			}
		}
	}
	slices.Sort(t.labels)
	for i, label := range t.labels {
		t.number[label] = uint8(i)
	}
	return t
}

// What the teacher knows of a word, and its places in the input.
const (
	affixes   = 1 << 13
	shapeSets = 1 << 5
	classSets = 1 << 12
	coarse    = 1 << 8
	inputSize = vectorSize + 48 + 16 + 16 + 32 + 32 + 16
)

// tables are the tables of features; numbers lists the values in their order.
func (t *taught) tables() []teacher.Table {
	at := 0
	next := func(values, size int) teacher.Table {
		table := teacher.Table{Values: values, At: at, Size: size}
		at += size
		return table
	}
	word := next(len(t.words)+1, vectorSize)
	vector := teacher.Table{Values: len(t.vectors.rows) / vectorSize, Size: vectorSize, Rows: t.vectors.rows}
	suffix := next(affixes, 48)
	return []teacher.Table{
		word, vector, suffix, suffix, suffix,
		next(affixes, 16), next(shapeSets+1, 16), next(len(t.tags)+2, 32), next(classSets, 32), next(coarse, 16),
	}
}

// rootValues are the root's values: forms of their own for the word, the shape
// and the tag.
func (t *taught) rootValues() []int32 {
	return []int32{0, -1, -1, -1, -1, -1, shapeSets, int32(len(t.tags)) + 1, -1, -1}
}

// numbers turns a sentence into numbers.
func (t *taught) numbers(tokens []pipeline.Token) *teacher.Sentence {
	s := &teacher.Sentence{Features: [][]int32{t.rootValues()}, Heads: []int{0}, Labels: []uint8{0}}
	for i := range tokens {
		form := tokens[i].Form
		lower := []rune(strings.ToLower(form))
		class, path := int32(-1), int32(-1)
		if known, ok := t.classes.Lookup(form); ok {
			class, path = int32(known.Class), bucket(model.Mix(1, known.Prefix(6)), coarse)
		}
		s.Features = append(s.Features, []int32{
			t.words[model.Fold(form)], t.vectors.find(form),
			affix(lower[max(0, len(lower)-4):]), affix(lower[max(0, len(lower)-3):]), affix(lower[max(0, len(lower)-2):]),
			affix(lower[:min(3, len(lower))]), shape(form), t.tags[tokens[i].XPOS], class, path,
		})
		label, known := t.number[tokens[i].Deprel]
		if !known {
			label = t.number["dep"]
		}
		s.Heads, s.Labels = append(s.Heads, tokens[i].Head+1), append(s.Labels, label)
	}
	return s
}

func affix(letters []rune) int32 { return bucket(model.Hash(string(letters)), affixes) }

// bucket is one of so many values for a hash.
func bucket(hash uint64, values int) int32 { return int32(hash >> 20 % uint64(values)) }

// shape is which kinds of characters a form has.
func shape(form string) (set int32) {
	for i, r := range form {
		switch {
		case unicode.IsUpper(r) && i == 0:
			set |= 1
		case unicode.IsUpper(r):
			set |= 2
		case unicode.IsDigit(r):
			set |= 4
		case r == '-' || r == '.' || r == '\'':
			set |= 8
		case unicode.IsLower(r):
			set |= 16
		}
	}
	return set
}

// parse sets the heads and relations of sentences.
func (t *taught) parse(sentences [][]pipeline.Token) {
	const block = 20000 // as many as are numbers at once
	for part := range slices.Chunk(sentences, block) {
		numbers := make([]*teacher.Sentence, len(part))
		for i, sentence := range part {
			numbers[i] = t.numbers(sentence)
		}
		t.parser.Parse(numbers)
		for i, sentence := range part {
			for k := range sentence {
				sentence[k].Head = numbers[i].Heads[k+1] - 1
				sentence[k].Deprel = t.labels[numbers[i].Labels[k+1]]
			}
		}
	}
}
