package main

import (
	"math"
	"math/rand/v2"
	"slices"

	"github.com/purport-nlp/purport/extractors/model"
)

// wordVectors are vectors of word forms that stand for what they stand beside:
// skip-grams with negative samples (Mikolov and others 2013) and outputs of
// their own for each place of the window (Ling and others 2015). They are for
// learning only and do not ship.
type wordVectors struct {
	rows []float32
	ids  map[uint64]int32 // of folded forms
}

const (
	vectorSize   = 64
	vectorLeast  = 5 // how often a form must occur
	vectorWindow = 2
	vectorNoise  = 5 // negative samples
	vectorRounds = 2
	vectorRate   = 0.05
	vectorSpread = 0.3  // of the numbers in the end
	vectorCommon = 2e-4 // the share of the text above which words are skipped at times
	noiseBits    = 20   // of the table that noise is drawn from
)

// find returns the number of a form's vector, -1 where it has none.
func (v *wordVectors) find(form string) int32 {
	if id, ok := v.ids[model.Fold(form)]; ok {
		return id
	}
	return -1
}

// learnVectors learns the vectors from a text.
func learnVectors(text *wordText, seed uint64) *wordVectors {
	l := newVectorLearner(text, seed)
	var window []int32
	for round := range vectorRounds {
		for n, token := range text.tokens {
			if token == boundary {
				done := (float64(round) + float64(n)/float64(len(text.tokens))) / vectorRounds
				l.rate = float32(vectorRate * (1 - done))
				l.sentence(window)
				window = window[:0]
			} else if id := l.ids[token]; id < 0 || !l.skips(id) {
				window = append(window, id)
			}
		}
	}
	spread(l.vectors.rows, vectorSpread)
	return l.vectors
}

// vectorLearner is the state of the learning.
type vectorLearner struct {
	vectors *wordVectors
	ids     []int32   // of each form of the text, -1 for rare ones
	shares  []float64 // of the text that each word is
	outputs []float32 // for each place of the window and each word
	noise   []int32   // words, each as often as it is drawn
	random  *rand.Rand
	rate    float32
	change  [vectorSize]float32
}

func newVectorLearner(text *wordText, seed uint64) *vectorLearner {
	l := &vectorLearner{vectors: &wordVectors{ids: map[uint64]int32{}}, random: rand.New(rand.NewPCG(seed, 1))}
	counts := map[uint64]int{}
	for i, form := range text.forms {
		counts[model.Fold(form)] += text.counts[i]
	}
	for i, form := range text.forms {
		fold := model.Fold(form)
		id, known := l.vectors.ids[fold]
		switch {
		case i == boundary || counts[fold] < vectorLeast:
			id = -1
		case !known:
			id = int32(len(l.shares))
			l.vectors.ids[fold] = id
			l.shares = append(l.shares, float64(counts[fold])/float64(len(text.tokens)))
		}
		l.ids = append(l.ids, id)
	}
	l.vectors.rows = make([]float32, len(l.shares)*vectorSize)
	for i := range l.vectors.rows {
		l.vectors.rows[i] = (l.random.Float32() - 0.5) / vectorSize
	}
	l.outputs = make([]float32, 2*vectorWindow*len(l.vectors.rows))
	l.fillNoise()
	return l
}

// fillNoise lays out the table of noise, flatter than the text.
func (l *vectorLearner) fillNoise() {
	sum := 0.0
	for _, share := range l.shares {
		sum += math.Pow(share, 0.75)
	}
	for id, share := range l.shares {
		times := math.Ceil(math.Pow(share, 0.75) / sum * (1 << noiseBits))
		l.noise = append(l.noise, slices.Repeat([]int32{int32(id)}, int(times))...)
	}
}

// skips decides by chance whether to leave out a common word.
func (l *vectorLearner) skips(id int32) bool {
	share := l.shares[id]
	return share > vectorCommon && l.random.Float64() > math.Sqrt(vectorCommon/share)
}

// sentence learns from every pair of words that are near.
func (l *vectorLearner) sentence(words []int32) {
	for i, word := range words {
		for place := range 2 * vectorWindow {
			j := i + place - vectorWindow
			if place >= vectorWindow {
				j++
			}
			if j >= 0 && j < len(words) && word >= 0 && words[j] >= 0 {
				l.pair(word, place, words[j])
			}
		}
	}
}

// pair learns that near stands at a place beside word, and noise does not.
func (l *vectorLearner) pair(word int32, place int, near int32) {
	in := l.vectors.rows[int(word)*vectorSize : int(word+1)*vectorSize]
	clear(l.change[:])
	for n := range 1 + vectorNoise {
		target, label := near, float32(1)
		if n > 0 {
			target, label = l.noise[l.random.IntN(len(l.noise))], 0
		}
		at := (place*len(l.shares) + int(target)) * vectorSize
		out := l.outputs[at : at+vectorSize]
		sum := float32(0)
		for i, x := range in {
			sum += x * out[i]
		}
		step := l.rate * (label - float32(1/(1+math.Exp(-float64(sum)))))
		for i, x := range in {
			l.change[i] += step * out[i]
			out[i] += step * x
		}
	}
	for i, x := range l.change {
		in[i] += x
	}
}

// spread scales numbers to a standard deviation from zero.
func spread(numbers []float32, deviation float64) {
	sum := 0.0
	for _, x := range numbers {
		sum += float64(x) * float64(x)
	}
	scale := float32(deviation / math.Sqrt(sum/float64(max(len(numbers), 1))+1e-12))
	for i := range numbers {
		numbers[i] *= scale
	}
}
