package model

import (
	"math"
	"math/bits"
	"slices"
)

// SequenceTrainer learns a Sequence by stochastic gradient ascent on the
// conditional likelihood. Tokens may leave their class open: a sentence then
// counts by the probability of all the paths that its classes allow, so that
// corpora with different inventories can be learned from together.
type SequenceTrainer struct {
	// Classes is the number of classes.
	Classes int
	weights []float32
	steps   []float32 // of the transitions, one row for each class before and one for the start
	mask    uint64
	random  uint64

	keep             []uint32 // features of this step, after dropout
	ends             []int
	emission         []float64
	alpha, beta      []float64
	free, clamped    []float64
	transition       []float64
	right            [64]float64 // of one token: emission and what comes after
	scales           []float64   // of each token's alpha
	pairs, pairsGold []float64
}

// Example is one training sentence. Features of token i are
// Features[Ends[i-1]:Ends[i]], reduced by Position; Classes[i] is the set of
// classes that token i may have, one bit for each.
type Example struct {
	Features []uint32
	Ends     []int32
	Classes  []uint32
	// Second and SecondEnds are further features, those of the second pass.
	// They take part in every second step, all or none, so that the model
	// serves both passes.
	Second     []uint32
	SecondEnds []int32
	// Weight multiplies the rate.
	Weight float64
}

// NewSequenceTrainer returns a trainer of a table of 1<<bits weights.
func NewSequenceTrainer(classes, bits int, seed uint64) *SequenceTrainer {
	return &SequenceTrainer{Classes: classes, weights: make([]float32, 1<<bits+classes), steps: make([]float32, (classes+1)*classes), mask: 1<<bits - 1, random: seed | 1}
}

// Position returns where the weights of a feature begin.
func (t *SequenceTrainer) Position(feature uint64) uint32 { return uint32(feature & t.mask) }

// next is xorshift64* (Marsaglia 2003).
func (t *SequenceTrainer) next() uint64 {
	t.random ^= t.random >> 12
	t.random ^= t.random << 25
	t.random ^= t.random >> 27
	return t.random * 0x2545F4914F6CDD1D
}

// Intn returns a number from 0 to n-1.
func (t *SequenceTrainer) Intn(n int) int { return int(t.next() >> 33 % uint64(n)) }

// Learn takes one step of the given rate on one sentence, leaving out each
// feature with the probability dropout. It returns the log-likelihood before
// the step.
func (t *SequenceTrainer) Learn(e *Example, rate, dropout float64) float64 {
	n := len(e.Ends)
	if n == 0 {
		return 0
	}
	t.drop(e, dropout)
	t.score(n, 1/(1-dropout))
	free := t.marginals(n, nil, &t.free, &t.pairs)
	gold := t.gold(n, e.Classes)
	if gold < free-1e6 || math.IsNaN(gold) {
		return 0 // the corpus labels a path that BIO forbids
	}
	t.update(n, float32(rate), float32(1/(1-dropout)))
	return gold - free
}

// drop chooses the features of this step.
func (t *SequenceTrainer) drop(e *Example, dropout float64) {
	t.keep, t.ends = t.keep[:0], t.ends[:0]
	limit := uint64(dropout * (1 << 16))
	second := len(e.SecondEnds) > 0 && t.next()>>63 == 1
	begin, secondBegin := int32(0), int32(0)
	for i, end := range e.Ends {
		t.dropSome(e.Features[begin:end], limit)
		begin = end
		if second {
			t.dropSome(e.Second[secondBegin:e.SecondEnds[i]], limit)
			secondBegin = e.SecondEnds[i]
		}
		t.ends = append(t.ends, len(t.keep))
	}
}

// dropSome keeps each feature unless the next 16 random bits are below limit.
func (t *SequenceTrainer) dropSome(features []uint32, limit uint64) {
	n := len(t.keep)
	t.keep = slices.Grow(t.keep, len(features))
	room := t.keep[n : n+len(features)]
	kept := 0
	var random uint64
	for i, feature := range features {
		if i&3 == 0 {
			random = t.next()
		}
		room[kept] = feature
		kept += int(1 - (random&0xffff-limit)>>63) // no branch: it would be a coin toss
		random >>= 16
	}
	t.keep = t.keep[:n+kept]
}

// score fills the exponentials of emissions and transitions.
func (t *SequenceTrainer) score(n int, scale float64) {
	k := t.Classes
	t.emission = grow(t.emission, n*k)
	begin := 0
	var sums [64]float32
	for i := 0; i < n; i++ {
		row := sums[:k]
		clear(row)
		for _, at := range t.keep[begin:t.ends[i]] {
			for c, w := range t.weights[at : at+uint32(k)] {
				row[c] += w
			}
		}
		begin = t.ends[i]
		top := row[0]
		for _, s := range row {
			top = max(top, s)
		}
		for c, s := range row {
			t.emission[i*k+c] = math.Exp(float64(s-top) * scale)
		}
	}
	t.transition = grow(t.transition, (k+1)*k)
	for i, w := range t.steps {
		t.transition[i] = 0
		if Allowed(i/k, i%k, k) {
			t.transition[i] = math.Exp(float64(w))
		}
	}
}

// marginals runs forward and backward over the paths that classes allows (nil
// for all), fills the probability of each class at each token and the expected
// number of each transition, and returns the log of the total.
func (t *SequenceTrainer) marginals(n int, classes []uint32, single, pairs *[]float64) float64 {
	k := t.Classes
	t.alpha, t.beta, t.scales = grow(t.alpha, n*k), grow(t.beta, n*k), grow(t.scales, n)
	*single, *pairs = grow(*single, n*k), grow(*pairs, (k+1)*k)
	total := t.forward(n, classes)
	if math.IsInf(total, -1) {
		return total
	}
	t.backward(n, classes, *pairs)
	for i := range t.alpha[:n*k] {
		(*single)[i] = t.alpha[i] * t.beta[i]
	}
	copy((*pairs)[k*k:], (*single)[:k])
	return total
}

// open reports whether classes (nil for all) allows class c at token i.
func open(classes []uint32, i, c int) bool { return classes == nil || classes[i]>>c&1 == 1 }

// forward fills alpha, whose rows sum to 1, and their scales, and returns the
// log of the total.
func (t *SequenceTrainer) forward(n int, classes []uint32) (total float64) {
	k := t.Classes
	for i := 0; i < n; i++ {
		sum := 0.0
		for c := 0; c < k; c++ {
			value := 0.0
			if open(classes, i, c) {
				value = t.before(i, c) * t.emission[i*k+c]
			}
			t.alpha[i*k+c] = value
			sum += value
		}
		if sum == 0 {
			return math.Inf(-1)
		}
		t.scales[i] = sum
		total += math.Log(sum)
		for c := 0; c < k; c++ {
			t.alpha[i*k+c] /= sum
		}
	}
	return total
}

// before sums over the classes that may stand before class c of token i.
func (t *SequenceTrainer) before(i, c int) float64 {
	k := t.Classes
	if i == 0 {
		return t.transition[k*k+c]
	}
	last := t.alpha[(i-1)*k : i*k]
	if c != 0 && c%2 == 0 {
		return last[c-1]*t.transition[(c-1)*k+c] + last[c]*t.transition[c*k+c]
	}
	value := 0.0
	for p, alpha := range last {
		value += alpha * t.transition[p*k+c]
	}
	return value
}

// backward fills beta and the expected number of each transition between
// tokens.
func (t *SequenceTrainer) backward(n int, classes []uint32, pairs []float64) {
	k := t.Classes
	clear(pairs)
	for c := 0; c < k; c++ {
		t.beta[(n-1)*k+c] = 1
	}
	right := t.right[:k]
	for i := n - 2; i >= 0; i-- {
		for c := range right {
			right[c] = 0
			if open(classes, i+1, c) {
				right[c] = t.emission[(i+1)*k+c] * t.beta[(i+1)*k+c] / t.scales[i+1]
			}
		}
		for p := 0; p < k; p++ {
			value, row, own := 0.0, t.transition[p*k:(p+1)*k], pairs[p*k:(p+1)*k]
			alpha := t.alpha[i*k+p]
			for c, x := range right {
				if c == 0 || c%2 == 1 || c == p || c == p+1 {
					x *= row[c]
					value += x
					own[c] += alpha * x
				}
			}
			t.beta[i*k+p] = value
		}
	}
}

// gold runs over the paths that classes allow, as marginals does; where that is
// one path there is nothing to sum.
func (t *SequenceTrainer) gold(n int, classes []uint32) float64 {
	if settled(classes) {
		return t.path(n, classes)
	}
	return t.marginals(n, classes, &t.clamped, &t.pairsGold)
}

// settled reports whether every token has but one class.
func settled(classes []uint32) bool {
	for _, set := range classes {
		if set&(set-1) != 0 {
			return false
		}
	}
	return true
}

// path does for one path what marginals does for many.
func (t *SequenceTrainer) path(n int, classes []uint32) float64 {
	k := t.Classes
	t.clamped, t.pairsGold = grow(t.clamped, n*k), grow(t.pairsGold, (k+1)*k)
	clear(t.clamped)
	clear(t.pairsGold)
	last, total := k, 0.0
	for i := 0; i < n; i++ {
		class := bits.TrailingZeros32(classes[i])
		t.clamped[i*k+class] = 1
		t.pairsGold[last*k+class]++
		total += math.Log(t.transition[last*k+class] * t.emission[i*k+class])
		last = class
	}
	return total
}

// update moves the weights along the gradient.
func (t *SequenceTrainer) update(n int, rate, scale float32) {
	k := t.Classes
	begin := 0
	var step [64]float32
	for i := 0; i < n; i++ {
		largest := float32(0)
		for c := 0; c < k; c++ {
			gradient := float32(t.clamped[i*k+c] - t.free[i*k+c])
			largest = max(largest, gradient, -gradient)
			step[c] = rate * scale * gradient
		}
		if largest > 1e-3 {
			for _, at := range t.keep[begin:t.ends[i]] {
				row := t.weights[at : at+uint32(k)]
				for c := range row {
					row[c] += step[c]
				}
			}
		}
		begin = t.ends[i]
	}
	for i := range t.steps {
		t.steps[i] += rate * float32(t.pairsGold[i]-t.pairs[i])
	}
}

// Sequence returns the model with weights scaled to int8: the weight of
// absolute value clip becomes 127 and larger ones are cut off there.
func (t *SequenceTrainer) Sequence(clip float64) *Sequence {
	weights := make([]int8, len(t.weights))
	for i, w := range t.weights {
		weights[i] = int8(max(-127, min(127, roundHalfAway(float64(w)*127/clip))))
	}
	transitions := make([]int32, len(t.steps))
	for i, w := range t.steps {
		transitions[i] = int32(math.Round(float64(w) * 127 / clip))
	}
	return NewSequence(&Table{Classes: t.Classes, weights: weights, mask: t.mask}, transitions, clip/127)
}

func grow(s []float64, n int) []float64 {
	if cap(s) < n {
		return make([]float64, n+n/2)[:n]
	}
	return s[:n]
}
