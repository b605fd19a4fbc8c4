package main

import (
	"math"
	"slices"
)

// bigrams are the counts of neighbouring words, from both sides.
type bigrams struct {
	after, before []neighbours
	self          []int32 // how often a word follows itself
	counts        []int32
}

// neighbours are the words on one side of a word, in ascending order, itself
// left out.
type neighbours struct{ words, counts []int32 }

// newBigrams counts the bigrams of a text of word numbers.
func newBigrams(text []int32) *bigrams {
	size := int(slices.Max(text)) + 1
	b := &bigrams{counts: make([]int32, size), self: make([]int32, size)}
	for _, word := range text {
		b.counts[word]++
	}
	pairs := make([]uint64, 0, len(text))
	for i := 1; i < len(text); i++ {
		pairs = append(pairs, uint64(text[i-1])<<32|uint64(text[i]))
	}
	slices.Sort(pairs)
	b.after = collect(pairs, size, b.self)
	for i, pair := range pairs {
		pairs[i] = pair<<32 | pair>>32
	}
	slices.Sort(pairs)
	b.before = collect(pairs, size, b.self)
	return b
}

// collect turns sorted pairs into lists.
func collect(pairs []uint64, size int, self []int32) []neighbours {
	lists := make([]neighbours, size)
	for at := 0; at < len(pairs); {
		end := at
		for end < len(pairs) && pairs[end] == pairs[at] {
			end++
		}
		from, to, count := int32(pairs[at]>>32), int32(uint32(pairs[at])), int32(end-at)
		if from == to {
			self[from] = count
		} else {
			lists[from].words = append(lists[from].words, to)
			lists[from].counts = append(lists[from].counts, count)
		}
		at = end
	}
	return lists
}

// exchange moves words between classes so that a class bigram model gives the
// text the most probability.
//
// Only the first classes are for words to choose. After them come one for all
// words that wait for their first placing, and one for each number that is no
// word of the vocabulary (unknown shapes, boundary).
type exchange struct {
	bigrams *bigrams
	words   int // the words that move: numbers 0 to words-1
	classes int
	class   []uint16 // of each number
	// joint counts pairs of classes, row first; swapped is its transpose, so
	// that both directions are read along rows.
	joint, swapped [][]int32
	totals         []int32
	// scratch for the word at hand
	right, left []int32
	gains       []int64
}

func newExchange(b *bigrams, words, classes int) *exchange {
	all := classes + 1 + len(b.counts) - words
	x := &exchange{bigrams: b, words: words, classes: classes, class: make([]uint16, len(b.counts)),
		joint: matrix(all), swapped: matrix(all), totals: make([]int32, all),
		right: make([]int32, all), left: make([]int32, all), gains: make([]int64, classes)}
	for word := range x.class {
		switch {
		case word >= words:
			x.class[word] = uint16(classes + 1 + word - words)
		case word < classes:
			x.class[word] = uint16(word)
		default:
			x.class[word] = uint16(classes)
		}
		x.totals[x.class[word]] += b.counts[word]
	}
	for word := range x.class {
		x.addPair(x.class[word], x.class[word], b.self[word])
		for i, next := range b.after[word].words {
			x.addPair(x.class[word], x.class[next], b.after[word].counts[i])
		}
	}
	return x
}

func matrix(size int) [][]int32 {
	rows := make([][]int32, size)
	cells := make([]int32, size*size)
	for i := range rows {
		rows[i] = cells[i*size : (i+1)*size : (i+1)*size]
	}
	return rows
}

func (x *exchange) addPair(a, b uint16, count int32) {
	x.joint[a][b] += count
	x.swapped[b][a] += count
}

// round offers every word, the most frequent first, the class that fits it
// best, and returns how many moved.
func (x *exchange) round() (moved int) {
	for word := range x.words {
		old := x.class[word]
		x.contexts(word)
		x.shift(word, old, -1)
		best := x.best(word, old)
		x.shift(word, best, 1)
		x.class[word] = best
		if best != old {
			moved++
		}
	}
	return moved
}

// contexts counts the classes to the right and to the left of a word, itself
// left out.
func (x *exchange) contexts(word int) {
	clear(x.right)
	clear(x.left)
	for i, next := range x.bigrams.after[word].words {
		x.right[x.class[next]] += x.bigrams.after[word].counts[i]
	}
	for i, last := range x.bigrams.before[word].words {
		x.left[x.class[last]] += x.bigrams.before[word].counts[i]
	}
}

// shift takes a word out of a class (sign -1) or into it (sign 1).
func (x *exchange) shift(word int, class uint16, sign int32) {
	for c, count := range x.right {
		if count != 0 {
			x.addPair(class, uint16(c), sign*count)
		}
	}
	for c, count := range x.left {
		if count != 0 {
			x.addPair(uint16(c), class, sign*count)
		}
	}
	x.addPair(class, class, sign*x.bigrams.self[word])
	x.totals[class] += sign * x.bigrams.counts[word]
}

// best returns the class whose joining raises the likelihood most; of equals
// the old one, then the first.
func (x *exchange) best(word int, old uint16) uint16 {
	count, self := x.bigrams.counts[word], x.bigrams.self[word]
	for class := range x.gains {
		x.gains[class] = -2 * (entropyOf(x.totals[class]+count) - entropyOf(x.totals[class]))
	}
	for c := range x.right {
		if n := x.right[c]; n != 0 {
			addGains(x.gains, x.swapped[c], n)
		}
		if n := x.left[c]; n != 0 {
			addGains(x.gains, x.joint[c], n)
		}
	}
	best, most := uint16(0), int64(math.MinInt64)
	for class, gain := range x.gains {
		// The pair of the class with itself takes both sides at once.
		if r, l := x.right[class], x.left[class]; r != 0 && l != 0 || self != 0 {
			n := x.joint[class][class]
			gain += entropyOf(n+r+l+self) - entropyOf(n+r) - entropyOf(n+l) + entropyOf(n)
		}
		if gain > most || gain == most && uint16(class) == old {
			best, most = uint16(class), gain
		}
	}
	return best
}

// addGains adds, for every class, what count more pairs are worth.
func addGains(gains []int64, row []int32, count int32) {
	row = row[:len(gains)]
	alone := entropyOf(count)
	for class, n := range row {
		if n == 0 {
			gains[class] += alone
		} else {
			gains[class] += entropyOf(n+count) - entropyOf(n)
		}
	}
}

// entropyTable holds n·log2(n) in units of 2^-20 for n up to a million. Whole
// numbers make every sum exact, so that the result does not depend on the
// order of additions or on the machine.
var entropyTable = func() []int64 {
	table := make([]int64, 1<<20)
	for n := range table {
		table[n] = computeEntropy(int32(n))
	}
	return table
}()

func entropyOf(n int32) int64 {
	if int(n) < len(entropyTable) {
		return entropyTable[n]
	}
	return computeEntropy(n)
}

func computeEntropy(n int32) int64 {
	if n < 2 {
		return 0
	}
	return int64(math.Round(float64(n) * math.Log2(float64(n)) * (1 << 20)))
}

// perplexity is that of the text under the class bigram model.
func (x *exchange) perplexity() float64 {
	var sum int64
	all := 0.0
	for _, row := range x.joint {
		for _, n := range row {
			sum += entropyOf(n)
		}
	}
	for _, n := range x.totals {
		sum -= 2 * entropyOf(n)
	}
	for _, n := range x.bigrams.counts {
		sum += entropyOf(n)
		all += float64(n)
	}
	return math.Exp2(-float64(sum) / (1 << 20) / all)
}
