package parse

import (
	"math/bits"
	"slices"
)

// templates say which atoms make a feature together, grouped by how many.
type templates struct {
	one   [][1]uint8
	two   [][2]uint8
	three [][3]uint8
	four  [][4]uint8
}

const (
	// stride sets the hashes of neighbouring templates apart.
	stride     = 0xD1B54A32D192ED03
	multiplier = 0x9E3779B97F4A7C15
)

// newTemplates sorts lists of templates into groups.
func newTemplates(lists ...[][]uint8) *templates {
	t := &templates{}
	for _, list := range lists {
		for _, atoms := range list {
			switch len(atoms) {
			case 1:
				t.one = append(t.one, [1]uint8(atoms))
			case 2:
				t.two = append(t.two, [2]uint8(atoms))
			case 3:
				t.three = append(t.three, [3]uint8(atoms))
			default:
				t.four = append(t.four, [4]uint8(atoms))
			}
		}
	}
	return t
}

// gather fills e.features with the hashes of the templates. The high bits of
// each product, which name the row of weights, depend on all atoms.
func (e *extractor) gather(t *templates, seed uint64) {
	n := t.count()
	if cap(e.features) < n {
		e.features = make([]uint64, n)
	}
	e.features = e.features[:n]
	a, out := &e.atoms, e.features
	for i, x := range t.one {
		seed += stride
		out[i] = (seed + a[x[0]]) * multiplier
	}
	out = out[len(t.one):]
	for i, x := range t.two {
		seed += stride
		out[i] = (seed + (a[x[0]] ^ bits.RotateLeft64(a[x[1]], 17))) * multiplier
	}
	out = out[len(t.two):]
	for i, x := range t.three {
		seed += stride
		out[i] = (seed + (a[x[0]] ^ bits.RotateLeft64(a[x[1]], 17) ^ bits.RotateLeft64(a[x[2]], 34))) * multiplier
	}
	out = out[len(t.three):]
	for i, x := range t.four {
		seed += stride
		out[i] = (seed + (a[x[0]] ^ bits.RotateLeft64(a[x[1]], 17) ^ bits.RotateLeft64(a[x[2]], 34) ^ bits.RotateLeft64(a[x[3]], 51))) * multiplier
	}
}

// count is the number of templates.
func (t *templates) count() int { return len(t.one) + len(t.two) + len(t.three) + len(t.four) }

// The templates of the two passes, for moves and for relations.
var (
	firstMoves  = newTemplates(wordTemplates, pairTemplates, childTemplates, leadTemplates)
	secondMoves = newTemplates(wordTemplates, pairTemplates, childTemplates, leadTemplates, guideTemplates)
	firstArcs   = newTemplates(arcTemplates)
	secondArcs  = newTemplates(arcTemplates, guideArcTemplates)
)

type list = [][]uint8

// The templates follow Zhang and Nivre (2011), with word classes, the
// relations of children and a look at the rest of the sentence added.
var wordTemplates = slices.Concat(
	list{{0}, {verbs, s0 + tag, b0 + tag}, {mark, s0 + tag, b0 + tag}, {last, s0 + tag, b0 + tag}, {verbs, mark, s0 + both}, {verbs, s1 + tag, s0 + tag},
		{depth, rest, s0 + tag}, {depth, s0 + tag, b0 + tag}, {verbs, depth, s0 + tag}},
	everything(s0), everything(s1), everything(b0), everything(b1),
	list{{s2 + fold}, {s2 + tag}, {s2 + both}, {b2 + fold}, {b2 + tag}, {b2 + both}, {b3 + tag}},
)

// everything is each fact about a word alone.
func everything(w uint8) list {
	return list{{w + fold}, {w + tag}, {w + both}, {w + broad}, {w + middle}, {w + fine}, {w + class}}
}

// pair is the closest look at two words, glance one at their tags.
func pair(a, b uint8) list {
	return slices.Concat(glance(a, b), list{
		{a + fold, b + fold}, {a + fold, b + tag}, {a + tag, b + fold},
		{a + broad, b + broad}, {a + middle, b + middle}, {a + class, b + class}, {a + fine, b + fine},
		{a + tag, b + middle}, {a + middle, b + tag}, {a + fold, b + middle}, {a + middle, b + fold},
		{a + tag, b + class}, {a + class, b + tag},
	})
}

func glance(a, b uint8) list {
	return list{{a + both, b + both}, {a + both, b + tag}, {a + tag, b + both}, {a + tag, b + tag}}
}

var pairTemplates = slices.Concat(
	pair(s0, b0), pair(s0, s1), pair(s1, b0), glance(b0, b1), glance(s0, b1),
	list{
		{s1 + tag, s2 + tag},
		{s0 + tag, b0 + tag, b1 + tag},
		{s1 + tag, s0 + tag, b0 + tag},
		{s2 + tag, s1 + tag, s0 + tag},
		{b0 + tag, b1 + tag, b2 + tag},
		{s0 + tag, b1 + tag, b2 + tag},
		{s1 + tag, s0 + tag, b0 + tag, b1 + tag},
		{s0 + tag, b0 + tag, b1 + tag, b2 + tag},
		{s2 + tag, s1 + tag, s0 + tag, b0 + tag},
		{s0 + fold, b0 + tag, b1 + tag},
		{s1 + fold, s0 + tag, b0 + tag},
		{s1 + tag, s0 + fold, b0 + tag},
		{s1 + tag, s0 + tag, b0 + fold},
		{s0 + tag, b0 + fold, b1 + tag},
		{s0 + tag, b0 + tag, b1 + fold},
		{s1 + fold, s0 + fold, b0 + tag},
		{s1 + fold, s0 + tag, b0 + fold},
		{s1 + tag, s0 + fold, b0 + fold},
		{s0 + middle, b0 + tag, b1 + tag},
		{s1 + middle, s0 + middle, b0 + middle},
		{s1 + fine, s0 + fine, b0 + fine},
		{s1 + class, s0 + tag, b0 + tag},
		{s1 + tag, s0 + class, b0 + tag},
		{s1 + tag, s0 + tag, b0 + class},
		{s1 + tag, s0 + middle, b0 + tag},
		{between, s0 + tag}, {between, b0 + tag}, {between, s0 + tag, b0 + tag}, {between, s0 + fold, b0 + tag}, {between, s0 + tag, b0 + fold},
		{below, s0 + tag}, {below, s1 + tag}, {below, s0 + tag, s1 + tag}, {below, s0 + fold, s1 + tag}, {below, s0 + tag, s1 + fold},
		{below, between, s0 + tag, b0 + tag},
	},
)

var childTemplates = slices.Concat(
	leftKin(s0kin, s0, b0, s1), rightKin(s0kin, s0, b0, s1),
	leftKin(s1kin, s1, s0, b0), rightKin(s1kin, s1, s0, b0),
	leftKin(b0kin, b0, s0, s1),
	list{
		{s0kin + sets, s0 + tag}, {s1kin + sets, s1 + tag}, {s0kin + sets, b0kin + lset}, {s1kin + sets, s0kin + sets},
		{s1kin + rset, s0kin + lset, s1 + tag, s0 + tag}, {s0kin + sets, b0kin + lset, s0 + tag, b0 + tag},
		{s1kin + sets, s1 + both}, {s0kin + sets, s0 + both}, {s1kin + sets, s0kin + sets, s1 + tag, s0 + tag},
		{likeB, s0 + tag, b0 + tag}, {likeS, s1 + tag, s0 + tag}, {likeB, b0kin + lset, s0 + tag, b0 + tag}, {likeS, s0kin + lset, s1 + tag, s0 + tag},
		{b0kin + lset, b0 + tag, s1 + both}, {s1kin + rset, s1 + both, s0 + both}, {s1kin + r1fold, s1 + both, s0 + tag}, {s0kin + l1fold, s1 + tag, s0 + both},
	},
)

// A preposition or a conjunction hangs on the word that it leads in, which
// then stands beside the words that may have called for it.
var leadTemplates = slices.Concat(
	lead(b0kin+l1fold, b0, s0), lead(b0kin+l1fold, b0, s1),
	lead(s0kin+l1fold, s0, s1), lead(s0kin+r1fold, s0, b0),
	list{
		{b0kin + l1fold, s1 + both, s0 + tag}, {b0kin + l1fold, s1 + fold, s0 + fold}, {b0kin + l1fold, s1 + middle, s0 + middle},
		{b0kin + l1fold, s1 + tag, s0 + tag, b0 + tag}, {s0kin + l1fold, s2 + tag, s1 + tag}, {s0kin + r1fold, b0 + fold, b1 + fold},
	},
)

// lead combines what leads in a word with one that the word may depend on.
func lead(particle, word, over uint8) list {
	return list{
		{particle, over + both}, {particle, over + middle}, {particle, over + both, word + tag},
		{particle, over + class, word + class}, {particle, over + middle, word + middle},
	}
}

// leftKin combines the children of word w on the left, whose block is k, with
// the words a and b that it competes with; rightKin those on the right. Words
// on the buffer have none there.
func leftKin(k, w, a, b uint8) list {
	return list{
		{k + l1fold}, {k + l1tag}, {k + l1label, w + tag}, {w + tag, k + l1tag, k + l2tag}, {w + tag, k + l1tag, a + tag},
		{w + tag, k + l1fold, a + tag}, {k + l1label, k + l2label}, {k + lcount, w + tag}, {k + lcount, w + both},
		{k + lset, w + tag}, {k + lset, w + both}, {k + lset, w + tag, a + tag}, {k + lset, w + tag, a + tag, b + tag},
		{k + lset, w + tag, a + both},
	}
}

func rightKin(k, w, a, b uint8) list {
	return list{
		{k + r1fold}, {k + r1tag}, {k + r1label, w + tag}, {w + tag, k + r1tag, k + r2tag}, {w + tag, k + r1tag, a + tag},
		{w + tag, k + r1fold, a + tag}, {k + r1label, k + r2label}, {k + rcount, w + tag}, {k + rcount, w + both},
		{k + rset, w + tag}, {k + rset, w + both}, {k + rset, w + tag, a + tag}, {k + rset, w + tag, a + tag, b + tag},
		{k + rset, w + tag, a + both},
	}
}

// The relation of an arc from head to s0.
var arcTemplates = slices.Concat(
	list{{0}, {verbs, s0 + tag, head + tag}, {mark, s0 + tag, head + tag}},
	everything(s0), everything(head), pair(s0, head),
	list{
		{likeB, s0 + tag, head + tag}, {likeS, s0 + tag, head + tag}, {likeS, s0kin + lset, s0 + tag, head + tag},
		{between, s0 + tag}, {below, s0 + tag}, {between, s0 + tag, head + tag}, {below, s0 + tag, head + tag}, {below, s0 + fold, head + tag},
		{s0 + tag, head + tag, before + tag}, {s0 + tag, head + tag, after + tag},
		{s0 + tag, head + tag, hbefore + tag}, {s0 + tag, head + tag, hafter + tag},
		{s0 + tag, head + tag, before + fold}, {s0 + tag, head + tag, after + fold},
		{s0 + tag, head + tag, s1 + tag}, {s0 + tag, head + tag, s2 + tag}, {s0 + tag, head + tag, b0 + tag}, {s0 + tag, head + tag, b1 + tag},
		{before + fold, s0 + tag}, {after + fold, s0 + tag}, {before + tag, s0 + fold}, {after + tag, s0 + fold},
		{before + tag, s0 + tag, after + tag}, {hbefore + tag, head + tag, hafter + tag},
		{s0kin + l1fold, s0 + tag}, {s0kin + l1fold, s0 + both}, {s0kin + r1fold, s0 + tag},
		{s0kin + lset, s0 + tag}, {s0kin + rset, s0 + tag}, {s0kin + lset, s0 + both}, {s0kin + sets, s0 + tag},
		{s0kin + lset, head + both}, {headKin + lset, head + both}, {headKin + rset, head + both},
		{headKin + lset, s0 + both}, {headKin + rset, s0 + both}, {headKin + sets, s0 + tag}, {headKin + sets, s0 + both},
		{s0kin + lcount, s0kin + rcount, s0 + tag}, {headKin + lcount, headKin + rcount, s0 + tag},
		{s0kin + lset, headKin + lset, s0 + tag}, {s0kin + lset, headKin + rset, s0 + tag},
		{s0kin + sets, headKin + sets, s0 + tag}, {s0kin + sets, headKin + sets, s0 + tag, head + tag},
	},
	arcKin(s0kin), arcKin(headKin), lead(s0kin+l1fold, s0, head), lead(s0kin+r1fold, s0, head),
)

func arcKin(k uint8) (out list) {
	for _, child := range []uint8{l1fold, l1tag, l1label, l2label, r1fold, r1tag, r1label, lset, rset, sets} {
		out = append(out, []uint8{k + child, s0 + tag, head + tag})
	}
	return out
}

// What the guide says of a move.
var guideTemplates = list{
	{view}, {view, s0 + tag}, {view, b0 + tag}, {view, s0 + both}, {view, b0 + both}, {view, s0 + middle}, {view, b0 + middle},
	{view, s0 + tag, b0 + tag}, {view, s0 + tag, s1 + tag}, {view, s0 + tag, b0 + tag, s1 + tag}, {view, s0 + tag, b0 + tag, b1 + tag},
	{view, r0}, {view, rb}, {view, r0, rb}, {view, r0, r1}, {view, r0, r1, rb},
	{own}, {own, s0 + tag}, {own, s0 + both}, {own, b0 + tag}, {own, s1 + tag}, {own, s0 + tag, b0 + tag}, {own, s0 + tag, s1 + tag},
	{next}, {next, b0 + tag}, {next, b0 + both}, {next, s0 + tag}, {next, s0 + tag, b0 + tag},
	{own, next}, {own, next, s0 + tag}, {own, next, b0 + tag}, {own, under, s1 + tag}, {own, under, next},
	{own, between, s0 + tag}, {own, below, s0 + tag}, {next, between, b0 + tag},
	{view, s0kin + rset}, {view, s1kin + rset}, {own, s0kin + sets}, {own, s1kin + sets}, {own, mark, verbs}, {view, s1 + both, s0 + tag}, {view, s1 + tag, s0 + both}, {view, s0 + both, b0 + tag}, {view, s0 + tag, b0 + both},
	{own, sure0}, {next, sureb}, {view, sure0}, {view, sure0, sureb}, {own, next, sure0, sureb}, {view, sure0, s0 + tag, b0 + tag}, {own, sure0, s0 + tag},
	{s0set, s0 + tag, b0 + tag}, {b0set, s0 + tag, b0 + tag}, {s1set, s0 + tag, s1 + tag}, {s0set, b0set, view}, {b0set, own, s0 + tag}, {s1set, own, s0 + tag},
}

// What the guide says of a relation.
var guideArcTemplates = list{
	{same}, {same, s0 + tag}, {same, s0 + both}, {same, head + tag}, {same, head + both}, {same, s0 + tag, head + tag},
	{same, above}, {same, above, s0 + tag}, {above, s0 + tag}, {above, s0 + both}, {above, s0 + tag, head + tag},
	{up + tag, head + tag, s0 + tag}, {up + fold, head + tag, s0 + tag}, {up + tag, above, head + tag, s0 + tag},
	{same, headKin + sets}, {same, s0kin + sets}, {same, s0 + class}, {same, head + class}, {same, between}, {same, mark}, {above, headKin + sets, s0 + tag},
	{same, sureArc}, {same, sureArc, s0 + tag, head + tag}, {headSet, s0 + tag}, {headSet, s0 + both}, {headSet, same}, {headSet, head + both}, {headSet, s0 + tag, head + tag}, {headSet, same, s0 + tag, head + tag},
}
