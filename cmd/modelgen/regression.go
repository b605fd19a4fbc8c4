package main

import (
	"fmt"
	"math"
	"math/rand"
	"os"
)

// lesson is one example: 32 bits of each hashed feature, and the target.
type lesson struct {
	features []uint32
	target   float64
	// kind is the part of the model, beside part 0, that learns from it; 0
	// for none.
	kind int
}

// regression is a linear regression over hashed features, logistic or of
// least squares, taught by AdaGrad (Duchi and others 2011). A share of the
// features of each example is left out at random, so that no weight leans on
// one other.
//
// Its weights are in parts. Part 0 bears on every example, each other part on
// the examples of one kind alone: what is common and what is peculiar come
// apart (Daumé 2007).
type regression struct {
	settings regressionSettings
	parts    []part
	// place returns where the weight of a feature is.
	place func(feature uint32) uint32
	noise uint32
	kept  []uint32
}

// regressionSettings are the hyperparameters of a regression.
type regressionSettings struct {
	seed   int64
	epochs int
	// runs is how many regressions, each with an order and with features left
	// out of its own, are taught to be averaged.
	runs int
	rate float64
	drop float64
	// logistic makes the value a probability.
	logistic bool
	// bare is the share of examples that show their first features alone, of
	// which there are general.
	bare    float64
	general int
}

// part are the weights of a regression and the squares of what moved them.
type part struct{ weights, squares []float32 }

// newRegression returns a regression with so many weights in each part.
func newRegression(settings regressionSettings, weights, parts int, place func(uint32) uint32) *regression {
	r := &regression{settings: settings, place: place}
	r.parts = newParts(weights, parts)
	return r
}

func newParts(weights, parts int) []part {
	made := make([]part, parts)
	for i := range made {
		made[i] = part{make([]float32, weights), make([]float32, weights)}
	}
	return made
}

// learn teaches the regression: its weights become the mean of several runs,
// and in each run of those after each epoch of the second half, so that the
// order of the lessons and what was left out by chance matter less.
func (r *regression) learn(lessons []lesson) {
	mean := newParts(len(r.parts[0].weights), len(r.parts))
	first := r.settings.epochs / 2
	share := 1 / float32(r.settings.runs*(r.settings.epochs-first))
	for run := range int64(r.settings.runs) {
		r.parts = newParts(len(mean[0].weights), len(mean))
		r.noise = uint32(r.settings.seed + run)
		random := rand.New(rand.NewSource(r.settings.seed + run))
		for epoch := range r.settings.epochs {
			r.epoch(lessons, random)
			if epoch >= first {
				for i := range mean {
					mean[i].add(r.parts[i], share)
				}
			}
		}
	}
	r.parts = mean
}

// epoch takes every lesson once, in random order.
func (r *regression) epoch(lessons []lesson, random *rand.Rand) {
	for _, i := range random.Perm(len(lessons)) {
		l := &lessons[i]
		features := l.features
		if random.Float64() < r.settings.bare {
			features = features[:r.settings.general]
		}
		r.step(features, l.kind, l.target)
	}
}

// add adds a share of another part's weights.
func (p *part) add(other part, share float32) {
	for at, weight := range other.weights {
		p.weights[at] += weight * share
	}
}

// step learns one example.
func (r *regression) step(features []uint32, kind int, target float64) {
	r.kept = r.kept[:0]
	sum, least := 0.0, uint32(r.settings.drop*256)
	for _, feature := range features {
		r.noise = r.noise*1664525 + 1013904223
		if r.noise>>24 < least {
			continue
		}
		at := r.place(feature)
		r.kept = append(r.kept, at)
		sum += float64(r.parts[0].weights[at])
		if kind > 0 {
			sum += float64(r.parts[kind].weights[at])
		}
	}
	value := sum / (1 - r.settings.drop)
	if r.settings.logistic {
		value = 1 / (1 + math.Exp(-value))
	}
	slope := float32(value - target)
	r.parts[0].move(r.kept, slope, r.settings.rate)
	if kind > 0 {
		r.parts[kind].move(r.kept, slope, r.settings.rate/2)
	}
}

func (p *part) move(places []uint32, slope float32, rate float64) {
	for _, at := range places {
		p.squares[at] += slope * slope
		p.weights[at] -= float32(rate) * slope / float32(math.Sqrt(float64(p.squares[at])+1e-2))
	}
}

// quantised returns the sum of parts as int8, where unit stands for 1.
func (r *regression) quantised(unit float64, parts ...int) []int8 {
	weights := make([]int8, len(r.parts[0].weights))
	cut := 0
	for i := range weights {
		sum := 0.0
		for _, p := range parts {
			sum += float64(r.parts[p].weights[i])
		}
		scaled := math.Round(sum * unit)
		cut += count(math.Abs(scaled) > 127)
		weights[i] = int8(max(-127, min(127, scaled)))
	}
	if cut > 0 {
		fmt.Fprintf(os.Stderr, "modelgen: %d weights cut off\n", cut)
	}
	return weights
}
