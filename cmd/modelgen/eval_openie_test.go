package main

import (
	"math"
	"os"
	"strings"
	"testing"
)

// parseTuple reads "first | relation | rest".
func parseTuple(text string, score float64) tuple {
	cells := strings.Split(text, "|")
	t := tuple{score: score, first: strings.Fields(cells[0]), relation: strings.Fields(cells[1]), args: len(cells) - 1}
	if len(cells) > 2 {
		t.rest = strings.Fields(cells[2])
	}
	return t
}

func TestComparePair(t *testing.T) {
	for _, c := range []struct {
		gold, found       string
		precision, recall float64
	}{
		{"the dam | broke in | 1990", "the dam | broke in | 1990", 1, 1},
		{"the dam | broke in | 1990", "the dam | broke | in 1990", 4. / 5, 4. / 5}, // "in" is in another slot
		{"the dam | broke in | 1990", "the dam | fell in | 1990", 4. / 5, 4. / 5},
		{"the dam | broke | in 1990", "the dam | fell | in 1990", 0, 0}, // no word of the relation
		{"the dam | broke | in 1990", "the dam | broke", 0, 0},          // a slot is missing
		{"the dam | broke", "the dam | broke | in 1990", 1, 1},          // what gold has not is not counted
		{"The dam | broke | early", "the dam | broke | early", 3. / 4, 3. / 4},
		{"the old dam | broke | in 1990", "the dam | broke | in May 1990", 5. / 6, 5. / 6},
		{"no no | broke | it", "no | broke | it", 1, 3. / 4}, // each word counts once
		{"they | are | late", "they | be | late", 1, 1},
		{"they | run | late", "they | be | late", 0, 0},
		{"Kim | said | it broke", "it broke | said | Kim", 1, 1},
		{"Kim | saw | it broke", "it broke | saw | Kim", 1. / 4, 1. / 4},
	} {
		gold, found := parseTuple(c.gold, 1), parseTuple(c.found, 1)
		got := comparePair(&gold, &found)
		if math.Abs(got.precision-c.precision) > 1e-9 || math.Abs(got.recall-c.recall) > 1e-9 {
			t.Errorf("{%s} {%s}: %.3f %.3f, not %.3f %.3f", c.gold, c.found, got.precision, got.recall, c.precision, c.recall)
		}
	}
}

func TestScoreTuples(t *testing.T) {
	gold, found := newTupleSet(), newTupleSet()
	gold.add("One .", parseTuple("a | b | c", 1))
	gold.add("One .", parseTuple("a | b | d", 1))
	gold.add("Two .", parseTuple("x | y | z", 1))
	found.add("One.", parseTuple("a | b | c", 0.9))
	found.add("One.", parseTuple("p | q | r", 0.2))
	curve := scoreTuples(gold, found)
	want := tupleCurve{
		{1. / 2, (1 + 2./3) / 3}, // both: one of two is right; one tuple serves two of gold
		{1, (1 + 2./3) / 3},      // the better one alone
	}
	if len(curve) != len(want) {
		t.Fatalf("%d points, not %d", len(curve), len(want))
	}
	for i := range want {
		if math.Abs(curve[i].precision-want[i].precision) > 1e-9 || math.Abs(curve[i].recall-want[i].recall) > 1e-9 {
			t.Errorf("point %d: %v, not %v", i, curve[i], want[i])
		}
	}
	if area := curve.area(); math.Abs(area-want[1].recall) > 1e-9 {
		t.Errorf("area %.3f, not %.3f", area, want[1].recall)
	}
}

// TestOpenIE holds the figure that was reached. It needs ../shared.
func TestOpenIE(t *testing.T) {
	const folder = "../../../shared/data/openie/carb-dev/"
	if _, err := os.Stat(folder); err != nil {
		t.Skip("needs ../shared")
	}
	gold, err := readGoldTuples(folder + "gold.tsv")
	if err != nil {
		t.Fatal(err)
	}
	other, err := readOpenIE5(folder + "openie5_output.txt")
	if err != nil {
		t.Fatal(err)
	}
	ours, err := ourTuples(gold)
	if err != nil {
		t.Fatal(err)
	}
	have, theirs := scoreTuples(gold, ours)[0].f1(), scoreTuples(gold, other)[0].f1()
	if have < 0.54 || have < theirs+0.05 {
		t.Errorf("F1 %.3f, OpenIE 5 %.3f", have, theirs)
	}
}
