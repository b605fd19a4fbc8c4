package model

// Trainer learns a Table as an averaged perceptron (Freund and Schapire 1999,
// Collins 2002): integer updates, the weights averaged over all updates with
// the usual lazy totals, then scaled to int8.
//
// It is deterministic: the same updates in the same order give the same table.
type Trainer struct {
	// Classes is the number of classes, the length of a row.
	Classes  int
	weights  []int32
	totals64 []int64
	mask     uint64
	steps    int64
}

// NewTrainer returns a trainer of a table of 1<<bits weights.
func NewTrainer(classes, bits int) *Trainer {
	size := 1<<bits + classes
	return &Trainer{Classes: classes, weights: make([]int32, size), totals64: make([]int64, size), mask: 1<<bits - 1}
}

// Row returns the current weights of one feature as a view.
func (t *Trainer) Row(feature uint64) []int32 {
	at := feature & t.mask
	return t.weights[at : at+uint64(t.Classes)]
}

// Add adds the current weights of each feature to scores.
func (t *Trainer) Add(scores []int32, features []uint64) {
	for _, feature := range features {
		for class, w := range t.Row(feature) {
			scores[class] += w
		}
	}
}

// Step counts one decision; the average is taken over all steps.
func (t *Trainer) Step() { t.steps++ }

// Update adds delta to the weight of class for each feature.
func (t *Trainer) Update(features []uint64, class int, delta int32) {
	for _, feature := range features {
		at := feature&t.mask + uint64(class)
		t.weights[at] += delta
		t.totals64[at] += int64(delta) * t.steps
	}
}

// Table returns the averaged weights scaled to int8: the weight whose
// absolute average is clip becomes 127 and larger ones are cut off there.
func (t *Trainer) Table(clip float64) *Table { return MeanTable([]*Trainer{t}, clip) }

// MeanTable returns the mean of the averaged weights of trainers that are
// alike, scaled as Table does.
func MeanTable(trainers []*Trainer, clip float64) *Table {
	first := trainers[0]
	weights := make([]int8, len(first.weights))
	scale := 127 / (clip * float64(len(trainers)))
	for i := range weights {
		sum := 0.0
		for _, t := range trainers {
			sum += t.average(i)
		}
		weights[i] = int8(max(-127, min(127, roundHalfAway(sum*scale))))
	}
	return &Table{Classes: first.Classes, weights: weights, mask: first.mask}
}

// average returns the average of a weight over all steps.
func (t *Trainer) average(i int) float64 {
	return float64(t.weights[i]) - float64(t.totals64[i])/float64(max(t.steps, 1))
}

func roundHalfAway(x float64) float64 {
	if x < 0 {
		return float64(int64(x - 0.5))
	}
	return float64(int64(x + 0.5))
}
