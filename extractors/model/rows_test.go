package model

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// scorerOf is what trainers and packed weights have in common.
type scorerOf interface {
	Sum(scores []int32, features []uint64)
}

// order returns the classes from the highest score to the lowest, equal ones
// by number.
func order(scorer scorerOf, width, classes int, features []uint64) []int {
	scores := make([]int32, width)
	scorer.Sum(scores, features)
	ranks := make([]int, classes)
	for i := range ranks {
		ranks[i] = i
	}
	slices.SortStableFunc(ranks, func(a, b int) int { return int(scores[b] - scores[a]) })
	return ranks
}

func TestRowsSumAsBytesDo(t *testing.T) {
	for _, classes := range []int{16, 37} {
		sumAsBytesDo(t, classes)
	}
}

func sumAsBytesDo(t *testing.T, classes int) {
	const count = 50
	random := rand.New(rand.NewPCG(5, 5))
	trainer := NewRowsTrainer(classes, count)
	features := make([]uint64, 300) // more than 16 bits can sum at once
	for i := range features {
		features[i] = random.Uint64()
	}
	for range 200 {
		trainer.Step()
		trainer.Update(features[random.IntN(200):], random.IntN(classes), random.IntN(classes))
	}
	rows := trainer.Rows(20)
	loaded, err := LoadRows(rows.Pack())
	if err != nil {
		t.Fatal(err)
	}
	want := make([]int32, RowWidth(classes))
	for _, feature := range features {
		at := rowOf(feature, count) * rowUnit
		for class := range want {
			want[class] += int32(rows.bytes[at+uint64(class)])
		}
	}
	got := make([]int32, RowWidth(classes))
	loaded.Sum(got, features)
	if !slices.Equal(got, want) {
		t.Errorf("sums %v, want %v", got, want)
	}
	if slices.Max(want[:classes]) == slices.Min(want[:classes]) {
		t.Error("all classes have the same sum: nothing was learned")
	}
}

func TestRowsKeepTheOrderOfTheirTrainer(t *testing.T) {
	random := rand.New(rand.NewPCG(6, 6))
	trainer := NewRowsTrainer(3, 1<<12)
	samples := make([][]uint64, 60)
	for i := range samples {
		samples[i] = []uint64{random.Uint64(), random.Uint64(), random.Uint64()}
	}
	for range 20 {
		for i, features := range samples {
			trainer.Step()
			if best := order(trainer, 16, 3, features)[0]; best != i%3 {
				trainer.Update(features, i%3, best)
			}
		}
	}
	rows, err := LoadRows(trainer.Rows(8).Pack())
	if err != nil {
		t.Fatal(err)
	}
	for i, features := range samples {
		if best := order(rows, 16, 3, features)[0]; best != i%3 {
			t.Errorf("sample %d is taken for class %d, not %d", i, best, i%3)
		}
	}
}

func TestFeaturesLearnFromTheirSecondMistake(t *testing.T) {
	trainer := NewRowsTrainer(3, 16)
	scores := make([]int32, 16)
	features := []uint64{1 << 60}
	trainer.Update(features, 1, 2)
	if trainer.Sum(scores, features); scores[1] != 0 {
		t.Errorf("score %d after one mistake", scores[1])
	}
	trainer.Update(features, 1, 2)
	if trainer.Sum(scores, features); scores[1] != 1 || scores[2] != -1 {
		t.Errorf("scores %v after two mistakes", scores)
	}
}

func TestBrokenRowsAreRefused(t *testing.T) {
	packed := NewRowsTrainer(20, 8).Rows(1).Pack()
	for _, n := range []int{0, 5, rowsHeader - 1, rowsHeader, len(packed) - 1} {
		if _, err := LoadRows(packed[:n]); err == nil {
			t.Errorf("%d of %d bytes were taken for rows", n, len(packed))
		}
	}
}
