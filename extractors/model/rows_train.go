package model

// RowsTrainer learns Rows or Triples as an averaged perceptron (Freund and
// Schapire 1999, Collins 2002). It is deterministic: the same updates in the
// same order give the same rows.
type RowsTrainer struct {
	width   int
	unit    uint64 // how far one row begins from the next
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

// tripleUnit is the room of the three classes of Triples.
const tripleUnit = 4

// NewRowsTrainer returns a trainer of count rows of so many classes.
func NewRowsTrainer(classes, count int) *RowsTrainer {
	width := RowWidth(classes)
	return newRowsTrainer(width, rowUnit, count, rowsSize(width, count))
}

// NewTriplesTrainer returns a trainer of count rows of three classes.
func NewTriplesTrainer(count int) *RowsTrainer {
	return newRowsTrainer(tripleUnit, tripleUnit, count, tripleUnit*count)
}

func newRowsTrainer(width, unit, count, size int) *RowsTrainer {
	return &RowsTrainer{
		width: width, unit: uint64(unit), count: uint64(count),
		weights: make([]int32, size), totals: make([]int64, size), seen: make([]uint64, 1<<seenBits/64),
	}
}

// Width returns the length that Sum's scores must have.
func (t *RowsTrainer) Width() int { return t.width }

// Sum sets scores to the sums of the current weights of features.
func (t *RowsTrainer) Sum(scores []int32, features []uint64) {
	if t.width == tripleUnit {
		t.sumTriple(scores, features)
		return
	}
	scores = scores[:t.width]
	clear(scores)
	for _, feature := range features {
		at := rowOf(feature, t.count) * t.unit
		for class, w := range t.weights[at : at+uint64(len(scores))] {
			scores[class] += w
		}
	}
}

func (t *RowsTrainer) sumTriple(scores []int32, features []uint64) {
	var a, b, c int32
	for _, feature := range features {
		at := rowOf(feature, t.count) * tripleUnit
		row := t.weights[at : at+tripleUnit : at+tripleUnit]
		a += row[0]
		b += row[1]
		c += row[2]
	}
	scores[0], scores[1], scores[2] = a, b, c
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
		at := rowOf(feature, t.count) * t.unit
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

// Triples returns the averaged weights of a trainer of three classes.
func (t *RowsTrainer) Triples(clip float64) *Triples {
	bytes := make([]byte, 0, tripleSize*t.count)
	for at := 0; at < len(t.weights); at += tripleUnit {
		first := t.average(at)
		bytes = append(bytes, weightByte(t.average(at+1)-first, clip), weightByte(t.average(at+2)-first, clip))
	}
	return &Triples{bytes}
}
