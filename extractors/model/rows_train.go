package model

// RowsTrainer learns Rows as an averaged perceptron (Freund and Schapire
// 1999, Collins 2002). It is deterministic: the same updates in the same
// order give the same rows.
type RowsTrainer struct {
	width int
	count uint64
	// pairs holds two classes a place, the second times 2^32, so that one
	// addition sums both.
	pairs  []int64
	totals []int64
	steps  int64
	// seen counts, up to 255, how often each feature was met; a feature
	// learns only after least times.
	seen  []uint8
	least uint8
}

// seenBits is the binary logarithm of the number of counters.
const seenBits = 24

// NewRowsTrainer returns a trainer of count rows for a model of so many
// classes. Features met fewer than least times are not learned from.
func NewRowsTrainer(classes, count, least int) *RowsTrainer {
	width := RowWidth(classes)
	return &RowsTrainer{
		width: width, count: uint64(count), least: uint8(least),
		pairs: make([]int64, width/2*count), totals: make([]int64, width*count), seen: make([]uint8, 1<<seenBits),
	}
}

// Sum sets scores to the sums of the current weights of features.
func (t *RowsTrainer) Sum(scores []int32, features []uint64) {
	width := uint64(t.width / 2)
	for block := 0; block < t.width/2; block += 8 {
		pairs := t.pairs[block:]
		var a, b, c, d, e, f, g, h int64
		for _, feature := range features {
			at := rowOf(feature, t.count) * width
			row := pairs[at : at+8 : at+8]
			a += row[0]
			b += row[1]
			c += row[2]
			d += row[3]
			e += row[4]
			f += row[5]
			g += row[6]
			h += row[7]
		}
		for i, sum := range [...]int64{a, b, c, d, e, f, g, h} {
			first := int32(sum)
			scores[2*(block+i)] = first
			scores[2*(block+i)+1] = int32((sum - int64(first)) >> 32)
		}
	}
}

// Width returns the length that Sum's scores must have.
func (t *RowsTrainer) Width() int { return t.width }

// Meet counts the features of one decision; the average is taken over all
// decisions.
func (t *RowsTrainer) Meet(features []uint64) {
	t.steps++
	for _, feature := range features {
		if n := &t.seen[feature>>(64-seenBits)]; *n < 255 {
			*n++
		}
	}
}

// Step counts a decision whose features were met before.
func (t *RowsTrainer) Step() { t.steps++ }

// Update makes the features speak for class good and against class bad.
func (t *RowsTrainer) Update(features []uint64, good, bad int) {
	for _, feature := range features {
		if t.seen[feature>>(64-seenBits)] < t.least {
			continue
		}
		row := rowOf(feature, t.count)
		t.add(row, good, 1)
		t.add(row, bad, -1)
	}
}

func (t *RowsTrainer) add(row uint64, class int, delta int64) {
	t.pairs[row*uint64(t.width/2)+uint64(class/2)] += delta << (32 * (class & 1))
	t.totals[row*uint64(t.width)+uint64(class)] += delta * t.steps
}

// Averages returns the weights averaged over all steps, row by row.
func (t *RowsTrainer) Averages() []float32 {
	averages := make([]float32, len(t.totals))
	steps := float64(max(t.steps, 1))
	for i, pair := range t.pairs {
		first := int64(int32(pair))
		second := (pair - first) >> 32
		averages[2*i] = float32(float64(first) - float64(t.totals[2*i])/steps)
		averages[2*i+1] = float32(float64(second) - float64(t.totals[2*i+1])/steps)
	}
	return averages
}

// QuantiseRows returns rows of weights scaled to one byte: the weight whose
// absolute value is clip becomes 127 and larger ones are cut off there.
func QuantiseRows(classes int, weights []float32, clip float64) *Rows {
	width := RowWidth(classes)
	bytes := make([]byte, len(weights))
	for i, w := range weights {
		bytes[i] = byte(128 + int(max(-127, min(127, roundHalfAway(float64(w)*127/clip)))))
	}
	return &Rows{width, uint64(len(weights) / width), bytes}
}
