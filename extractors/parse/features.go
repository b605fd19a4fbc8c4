package parse

import (
	"github.com/purport-nlp/purport/extractors/model"
	"github.com/purport-nlp/purport/pipeline"
)

// word is what the features need to know of one token, worked out once.
type word struct {
	fold uint64 // normal spelling
	tag  uint64 // Penn Treebank tag
	both uint64 // the two together
	// cluster holds prefixes of the path to the word's class.
	cluster [3]uint64
}

// The words that stand where there is none.
var (
	nothing  = word{fold: 1, tag: 1, both: 1}
	rootWord = word{fold: 2, tag: 2, both: 2}
)

func (w *word) inspect(token *pipeline.Token, words *model.Words) {
	*w = word{fold: model.Fold(token.Form), tag: model.Hash(token.XPOS)}
	w.both = model.Mix(w.fold, w.tag)
	if words == nil {
		return
	}
	if known, ok := words.Lookup(token.Form); ok {
		w.cluster = [3]uint64{known.Prefix(4), known.Prefix(6), known.Prefix(32)}
	}
}

// extractor gathers the features of a state.
type extractor struct {
	words    []word // the sentence and the artificial root
	features []uint64
	template uint64
}

func (e *extractor) one(a uint64) {
	e.template++
	e.features = append(e.features, model.Mix(e.template, a))
}

func (e *extractor) two(a, b uint64) {
	e.template++
	e.features = append(e.features, model.Mix(model.Mix(e.template, a), b))
}

func (e *extractor) three(a, b, c uint64) {
	e.template++
	e.features = append(e.features, model.Mix(model.Mix(model.Mix(e.template, a), b), c))
}

func (e *extractor) four(a, b, c, d uint64) {
	e.template++
	e.features = append(e.features, model.Mix(model.Mix(model.Mix(model.Mix(e.template, a), b), c), d))
}

// at returns the word at place i, or nothing.
func (e *extractor) at(i int) *word {
	if i < 0 || i >= len(e.words) {
		return &nothing
	}
	return &e.words[i]
}

// look fills e.features for a state. The templates follow Zhang and Nivre
// (2011), with word classes and the relations of children added.
func (e *extractor) look(s *state) {
	e.features = e.features[:0]
	e.template = 0
	i0, i1, i2 := -1, -1, -1
	if n := len(s.stack); n > 0 {
		i0 = s.stack[n-1]
		if n > 1 {
			i1 = s.stack[n-2]
		}
		if n > 2 {
			i2 = s.stack[n-3]
		}
	}
	j0 := s.next
	s0, s1, s2 := e.at(i0), e.at(i1), e.at(i2)
	b0, b1, b2, b3 := e.at(j0), e.at(j0+1), e.at(j0+2), e.at(j0+3)

	e.one(0)
	// Single words.
	for _, w := range [...]*word{s0, s1, b0, b1} {
		e.one(w.fold)
		e.one(w.tag)
		e.one(w.both)
		e.one(w.cluster[0])
		e.one(w.cluster[1])
		e.one(w.cluster[2])
	}
	e.one(s2.fold)
	e.one(s2.tag)
	e.one(s2.both)
	e.one(b2.fold)
	e.one(b2.tag)
	e.one(b2.both)
	e.one(b3.tag)
	// Pairs.
	pairs := [...][2]*word{{s0, b0}, {s0, s1}, {s1, b0}, {b0, b1}, {s0, b1}}
	for k, p := range pairs {
		a, b := p[0], p[1]
		e.two(a.both, b.both)
		e.two(a.both, b.tag)
		e.two(a.tag, b.both)
		e.two(a.tag, b.tag)
		if k < 3 {
			e.two(a.fold, b.fold)
			e.two(a.fold, b.tag)
			e.two(a.tag, b.fold)
			e.two(a.cluster[0], b.cluster[0])
			e.two(a.cluster[1], b.cluster[1])
			e.two(a.cluster[2], b.cluster[2])
			e.two(a.tag, b.cluster[1])
			e.two(a.cluster[1], b.tag)
			e.two(a.fold, b.cluster[1])
			e.two(a.cluster[1], b.fold)
		}
	}
	e.two(s1.tag, s2.tag)
	// Triples of tags.
	e.three(s0.tag, b0.tag, b1.tag)
	e.three(s1.tag, s0.tag, b0.tag)
	e.three(s2.tag, s1.tag, s0.tag)
	e.three(b0.tag, b1.tag, b2.tag)
	e.three(s0.tag, b1.tag, b2.tag)
	e.four(s1.tag, s0.tag, b0.tag, b1.tag)
	e.four(s0.tag, b0.tag, b1.tag, b2.tag)
	e.three(s0.fold, b0.tag, b1.tag)
	e.three(s1.fold, s0.tag, b0.tag)
	e.three(s1.tag, s0.fold, b0.tag)
	e.three(s1.tag, s0.tag, b0.fold)
	e.three(s0.cluster[1], b0.tag, b1.tag)
	e.three(s1.cluster[1], s0.cluster[1], b0.cluster[1])
	e.three(s1.tag, s0.cluster[1], b0.tag)
	// Children.
	e.children(s, i0, s0, b0, s1, true)
	e.children(s, i1, s1, s0, b0, true)
	e.children(s, j0, b0, s0, s1, false)
	// Distances and valencies.
	between := distance(i0, j0)
	e.two(between, s0.tag)
	e.two(between, b0.tag)
	e.three(between, s0.tag, b0.tag)
	e.three(between, s0.fold, b0.tag)
	e.three(between, s0.tag, b0.fold)
	below := distance(i1, i0)
	e.two(below, s0.tag)
	e.two(below, s1.tag)
	e.three(below, s0.tag, s1.tag)
	e.three(below, s0.fold, s1.tag)
	e.three(below, s0.tag, s1.fold)
	// How deep the stack and how near the end.
	e.three(uint64(min(len(s.stack), 4)), uint64(min(s.n-s.next, 2)), s0.tag)
}

// children adds the features of the children of word i, which is w; a and b
// are the words it competes with. On the buffer there are only left children.
func (e *extractor) children(s *state, i int, w, a, b *word, both bool) {
	var l1, l2, r1, r2 = -1, -1, -1, -1
	var lset, rset, lcount, rcount, label uint64
	if i >= 0 {
		l1, l2, r1, r2 = s.left1[i], s.left2[i], s.right1[i], s.right2[i]
		lset, rset = s.leftSet[i], s.rightSet[i]
		lcount, rcount = uint64(min(s.leftCount[i], 5)), uint64(min(s.rightCount[i], 5))
	}
	relation := func(j int) uint64 {
		if j < 0 {
			return 0
		}
		return uint64(s.label[j])
	}
	label = relation(l1)
	wl1, wl2 := e.at(l1), e.at(l2)
	e.one(wl1.fold)
	e.one(wl1.tag)
	e.two(label, w.tag)
	e.three(w.tag, wl1.tag, wl2.tag)
	e.three(w.tag, wl1.tag, a.tag)
	e.three(w.tag, wl1.fold, a.tag)
	e.two(label, relation(l2))
	e.two(lcount, w.tag)
	e.two(lcount, w.both)
	e.two(lset, w.tag)
	e.two(lset, w.both)
	e.three(lset, w.tag, a.tag)
	e.four(lset, w.tag, a.tag, b.tag)
	if !both {
		return
	}
	wr1, wr2 := e.at(r1), e.at(r2)
	e.one(wr1.fold)
	e.one(wr1.tag)
	e.two(relation(r1), w.tag)
	e.three(w.tag, wr1.tag, wr2.tag)
	e.three(w.tag, wr1.tag, a.tag)
	e.three(w.tag, wr1.fold, a.tag)
	e.two(relation(r1), relation(r2))
	e.two(rcount, w.tag)
	e.two(rcount, w.both)
	e.two(rset, w.tag)
	e.two(rset, w.both)
	e.three(rset, w.tag, a.tag)
	e.four(rset, w.tag, a.tag, b.tag)
	e.three(lset, rset, w.tag)
}

// distance is the number of words from i to j in steps that grow.
func distance(i, j int) uint64 {
	if i < 0 {
		return 0
	}
	switch d := j - i; {
	case d <= 4:
		return uint64(d)
	case d <= 6:
		return 5
	case d <= 10:
		return 6
	default:
		return 7
	}
}
