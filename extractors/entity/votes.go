package entity

import (
	"github.com/purport-nlp/purport/pipeline"
)

// votes counts, for each name of a document, the labels that it was given.
// It is an open-addressed table that keeps its memory.
type votes struct {
	slots []ballot
}

// ballot is one name's votes: the sum of scores by label.
type ballot struct {
	hash   uint64
	sums   [len(types)]float32
	best   float32
	length int32
}

// reset makes room for n names.
func (v *votes) reset(n int) {
	size := 16
	for size < 4*n {
		size *= 2
	}
	if cap(v.slots) < size {
		v.slots = make([]ballot, size)
	}
	v.slots = v.slots[:size]
	clear(v.slots)
}

// at returns the ballot of a name, which may be new.
func (v *votes) at(hash uint64) *ballot {
	hash |= 1
	for slot := (hash ^ hash>>29) & uint64(len(v.slots)-1); ; slot = (slot + 1) & uint64(len(v.slots)-1) {
		if b := &v.slots[slot]; b.hash == hash || b.hash == 0 {
			b.hash = hash
			return b
		}
	}
}

// get returns the ballot of a name, nil where it has none.
func (v *votes) get(hash uint64) *ballot {
	hash |= 1
	for slot := (hash ^ hash>>29) & uint64(len(v.slots)-1); ; slot = (slot + 1) & uint64(len(v.slots)-1) {
		switch b := &v.slots[slot]; b.hash {
		case hash:
			return b
		case 0:
			return nil
		}
	}
}

// winner returns the label with most votes and its share of them.
func (b *ballot) winner() (int, float32) {
	top, all := 0, float32(0)
	for k, sum := range b.sums {
		all += sum
		if sum > b.sums[top] {
			top = k
		}
	}
	return top, b.sums[top] / max(all, 1e-6)
}

func labelIndex(label pipeline.Label) int {
	for k, t := range types {
		if t == label {
			return k
		}
	}
	return 0
}
