package main

import (
	"fmt"
	"iter"
	"strconv"
	"strings"

	"github.com/purport-nlp/purport/pipeline"
)

// shard is part index, from 0, of count equal parts of the documents.
type shard struct{ index, count int }

// parseShard reads "I/N", I from 1 to N; "" is the whole.
func parseShard(text string) (shard, error) {
	if text == "" {
		return shard{0, 1}, nil
	}
	first, second, found := strings.Cut(text, "/")
	index, err1 := strconv.Atoi(first)
	count, err2 := strconv.Atoi(second)
	if !found || err1 != nil || err2 != nil || index < 1 || index > count {
		return shard{}, fmt.Errorf("--shard %q: it is I/N, with I from 1 to N", text)
	}
	return shard{index - 1, count}, nil
}

func (s shard) String() string { return fmt.Sprintf("%d/%d", s.index+1, s.count) }

// of yields the part's inputs: every count-th, so that merging needs no more
// than to take from the parts in turn.
func (s shard) of(inputs iter.Seq[pipeline.Input]) iter.Seq[pipeline.Input] {
	return func(yield func(pipeline.Input) bool) {
		i := 0
		for input := range inputs {
			if i%s.count == s.index && !yield(input) {
				return
			}
			i++
		}
	}
}

// limited yields the first n inputs, or all where n is negative.
func limited(inputs iter.Seq[pipeline.Input], n int) iter.Seq[pipeline.Input] {
	if n < 0 {
		return inputs
	}
	return func(yield func(pipeline.Input) bool) {
		left := n
		if left == 0 {
			return
		}
		for input := range inputs {
			if left--; !yield(input) || left == 0 {
				return
			}
		}
	}
}
