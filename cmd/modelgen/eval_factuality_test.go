package main

import (
	"math"
	"strings"
	"testing"

	"github.com/purport-nlp/purport/pipeline"
)

func TestJoinWords(t *testing.T) {
	for _, test := range []struct{ words, want string }{
		{"He did n't leave .", "He didn't leave."},
		{"The cost ( $ 5 ) rose 3 % , it 's said", "The cost ($5) rose 3%, it's said"},
		{"", ""},
	} {
		words := strings.Fields(test.words)
		got, spans := joinWords(words)
		if got != test.want {
			t.Errorf("%q: %q, want %q", test.words, got, test.want)
		}
		for i, span := range spans {
			if got[span.Start:span.End] != words[i] {
				t.Errorf("%q: word %d is %q, want %q", test.words, i, got[span.Start:span.End], words[i])
			}
		}
	}
}

func TestPearson(t *testing.T) {
	for _, test := range []struct {
		pairs pairs
		want  float64
	}{
		{nil, 0}, {pairs{{1, 1}}, 0}, {pairs{{1, 2}, {2, 4}, {3, 6}}, 1}, {pairs{{1, 3}, {2, 2}, {3, 1}}, -1},
		{pairs{{0, 1}, {1, 1}}, 0}, {pairs{{0, 0}, {0, 1}, {1, 0}, {1, 1}}, 0}, {pairs{{1, 1}, {2, 3}, {3, 2}}, 0.5},
	} {
		if got := test.pairs.pearson(); math.Abs(got-test.want) > 1e-12 {
			t.Errorf("%v: r %g, want %g", test.pairs, got, test.want)
		}
	}
}

func TestGradeLevel(t *testing.T) {
	for _, test := range []struct {
		claim pipeline.Claim
		want  float64
	}{
		{pipeline.Claim{Level: pipeline.Known}, 3}, {pipeline.Claim{Level: pipeline.Asserted, Negative: true}, -3},
		{pipeline.Claim{Level: pipeline.Probable}, 2}, {pipeline.Claim{Level: pipeline.Possible, Negative: true}, -1},
		{pipeline.Claim{Level: pipeline.Unknown, Negative: true}, 0},
	} {
		if got := gradeLevel(&test.claim); got != test.want {
			t.Errorf("%v, negative %v: %g, want %g", test.claim.Level, test.claim.Negative, got, test.want)
		}
	}
}
