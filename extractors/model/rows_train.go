package model

// RowsTrainer learns Rows as an averaged perceptron (Freund and Schapire 1999,
// Collins 2002). It is deterministic: the same updates in the same order give
// the same rows.
type RowsTrainer struct {
	width   int
	count   uint64
	weights []int32
	totals  []int64 // the changes, each times the steps made before it
	steps   int64
	// seen has a bit for each feature of a mistake: a feature learns from the
	// second one on, which leaves the rows to those that come again.
	seen []uint64
}

// seenBits is the binary logarithm of the number of bits in seen.
const seenBits = 26

// NewRowsTrainer returns a trainer of count rows of so many classes.
func NewRowsTrainer(classes, count int) *RowsTrainer {
	width := RowWidth(classes)
	size := rowsSize(width, count)
	return &RowsTrainer{
		width: width, count: uint64(count),
		weights: make([]int32, size), totals: make([]int64, size), seen: make([]uint64, 1<<seenBits/64),
	}
}

// Width returns the length that Sum's scores must have.
func (t *RowsTrainer) Width() int { return t.width }

// Sum sets scores to the sums of the current weights of features.
func (t *RowsTrainer) Sum(scores []int32, features []uint64) {
	scores = scores[:t.width]
	clear(scores)
	for _, feature := range features {
		at := rowOf(feature, t.count) * rowUnit
		for class, w := range t.weights[at : at+uint64(len(scores))] {
			scores[class] += w
		}
	}
}

// Step counts a decision; the average is taken over all of them.
func (t *RowsTrainer) Step() { t.steps++ }

// Update makes the features speak for class good and against class bad.
func (t *RowsTrainer) Update(features []uint64, good, bad int) {
	for _, feature := range features {
		bit := feature >> (64 - seenBits)
		if word := &t.seen[bit/64]; *word>>(bit%64)&1 == 0 {
			*word |= 1 << (bit % 64)
			continue
		}
		at := rowOf(feature, t.count) * rowUnit
		t.weights[at+uint64(good)]++
		t.totals[at+uint64(good)] += t.steps
		t.weights[at+uint64(bad)]--
		t.totals[at+uint64(bad)] -= t.steps
	}
}

// average returns a weight averaged over all steps.
func (t *RowsTrainer) average(i int) float64 {
	return float64(t.weights[i]) - float64(t.totals[i])/float64(max(t.steps, 1))
}

// weightByte scales a weight to a byte: clip becomes 127 above the middle and
// larger weights are cut off there.
func weightByte(weight, clip float64) byte {
	return byte(128 + int(max(-127, min(127, roundHalfAway(weight*127/clip)))))
}

// Rows returns the averaged weights.
func (t *RowsTrainer) Rows(clip float64) *Rows {
	bytes := make([]byte, len(t.weights))
	for i := range bytes {
		bytes[i] = weightByte(t.average(i), clip)
	}
	return &Rows{t.width, t.count, bytes}
}
