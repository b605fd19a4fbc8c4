package main

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"unicode"
)

// tuple is a relation with its arguments, as words. All arguments after the
// first are compared as one, so they are kept as one; args says how many of
// the two there are.
type tuple struct {
	score                 float64
	relation, first, rest []string
	args                  int
}

// tupleSet holds tuples by sentence, the sentences in order.
type tupleSet struct {
	sentences []string
	tuples    map[string][]tuple
}

func newTupleSet() *tupleSet { return &tupleSet{tuples: map[string][]tuple{}} }

func (s *tupleSet) add(sentence string, t tuple) {
	key := sentenceKey(sentence)
	if _, known := s.tuples[key]; !known {
		s.sentences = append(s.sentences, sentence)
	}
	s.tuples[key] = append(s.tuples[key], t)
}

func (s *tupleSet) of(sentence string) []tuple { return s.tuples[sentenceKey(sentence)] }

func (s *tupleSet) count() (n int) {
	for _, tuples := range s.tuples {
		n += len(tuples)
	}
	return n
}

// sentenceKey is a sentence without spaces and signs, by which the two files
// refer to it.
func sentenceKey(sentence string) string {
	return strings.Map(func(r rune) rune {
		if r < unicode.MaxASCII && (unicode.IsPunct(r) || unicode.IsSymbol(r)) || unicode.IsSpace(r) {
			return -1
		}
		return r
	}, sentence)
}

// readGoldTuples reads lines of sentence, relation and arguments.
func readGoldTuples(path string) (*tupleSet, error) {
	lines, err := readTable(path, 2)
	if err != nil {
		return nil, err
	}
	set := newTupleSet()
	for _, cells := range lines {
		t := tuple{relation: strings.Fields(cells[1]), args: min(len(cells)-2, 2)}
		for i, cell := range cells[2:] {
			if i == 0 {
				t.first = strings.Fields(cell)
			} else {
				t.rest = append(t.rest, strings.Fields(cell)...)
			}
		}
		set.add(cells[0], t)
	}
	return set, nil
}

// readOpenIE5 reads lines of confidence, context, first argument, relation,
// other arguments and sentence. As in CaRB, what has no second argument is
// left out, and a context ("This finding indicated") is put before the first
// argument.
func readOpenIE5(path string) (*tupleSet, error) {
	lines, err := readTable(path, 6)
	if err != nil {
		return nil, err
	}
	set := newTupleSet()
	for i, cells := range lines {
		score, err := strconv.ParseFloat(cells[0], 64)
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", path, i+1, err)
		}
		if cells[2] == "" || cells[3] == "" || cells[4] == "" {
			continue
		}
		first, relation := listed(cells[2]), listed(cells[3])
		if context := listed(cells[1]); !strings.HasPrefix(first+" "+relation, context) {
			first = context + " " + first
		}
		t := tuple{score: score, relation: strings.Fields(relation), first: strings.Fields(first), args: 2}
		for _, part := range strings.Split(cells[4], ");") {
			t.rest = append(t.rest, strings.Fields(listed(part))...)
		}
		set.add(cells[5], t)
	}
	return set, nil
}

// listed returns the text in "SimpleArgument(text,List([0, 4)))".
func listed(cell string) string {
	_, text, _ := strings.Cut(cell, "(")
	text, _, _ = strings.Cut(text, ",List(")
	return text
}

// readTable reads a file of cells set apart by tabs, at least so many a line.
func readTable(path string, columns int) (lines [][]string, err error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	for i, line := range strings.Split(strings.TrimRight(string(data), "\n"), "\n") {
		cells := strings.Split(strings.TrimSpace(line), "\t")
		if len(cells) < columns {
			return nil, fmt.Errorf("%s:%d: %d columns, not %d", path, i+1, len(cells), columns)
		}
		lines = append(lines, cells)
	}
	return lines, nil
}
