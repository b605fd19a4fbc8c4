package parse

import "github.com/purport-nlp/purport/extractors/model"

// guide is the tree of the first pass, which the second one sees whole: what
// the moves and relations would be if it were right are features.
type guide struct {
	heads []int
	label []uint8
	sure  []uint8  // how sure of each head it is
	last  []int    // the last child of each word, -1 where there is none
	sets  []uint64 // the relations of each word's children, as bits
}

// mirror takes over the tree in a state that read from right to left.
func (g *guide) mirror(s *state) {
	n := s.n
	g.heads, g.label, g.sure = fill(g.heads, n, 0), fill(g.label, n, 0), fill(g.sure, n, 0)
	for i := range n {
		head := s.heads[n-1-i]
		if head < n {
			head = n - 1 - head
		}
		g.heads[i], g.label[i], g.sure[i] = head, s.label[n-1-i], s.sure[n-1-i]
	}
	g.gather()
}

// gather works out the children of each word.
func (g *guide) gather() {
	n := len(g.heads)
	g.last, g.sets = fill(g.last, n+1, -1), fill(g.sets, n+1, 0)
	for i, head := range g.heads {
		g.last[head] = i
		g.sets[head] |= 1 << (g.label[i] & 63)
	}
}

// sureness returns how sure the guide is of the head of word i.
func (g *guide) sureness(i int) uint64 {
	if uint(i) >= uint(len(g.sure)) {
		return 0
	}
	return uint64(g.sure[i]) + 1
}

// set returns the relations of the children of word i.
func (g *guide) set(i int) uint64 {
	if i < 0 {
		return 0
	}
	return model.Mix(9, g.sets[i])
}

// relation returns the label that the guide gives to word i.
func (g *guide) relation(i int) uint64 {
	if uint(i) >= uint(len(g.label)) {
		return 0
	}
	return uint64(g.label[i])
}

// Where the guide's head of a word stands in a state.
const (
	headNone = iota
	headTop
	headBelow
	headNext
	headAhead
	headPast
)

// head tells where the guide's head of word i stands.
func (g *guide) head(s *state, i int) uint64 {
	if uint(i) >= uint(len(g.heads)) {
		return headNone
	}
	switch head := g.heads[i]; {
	case head == s.top(0):
		return headTop
	case head == s.top(1):
		return headBelow
	case head == s.next:
		return headNext
	case head > s.next:
		return headAhead
	}
	return headPast
}

// ahead tells whether the guide has children of word i that are still ahead.
func (g *guide) ahead(s *state, i int) uint64 {
	if i < 0 || g.last[i] < s.next {
		return 0
	}
	return 1
}

// follow sets the atoms of the guide for a move.
func (e *extractor) follow(s *state) {
	g, a := e.guide, &e.atoms
	i0, i1, j0 := s.top(0), s.top(1), s.next
	h0, h1, hb := g.head(s, i0), g.head(s, i1), g.head(s, j0)
	a0, a1 := g.ahead(s, i0), g.ahead(s, i1)
	a[view] = model.Mix(6, h0|h1<<4|hb<<8|a0<<12|a1<<13)
	l0, l1, lb := g.relation(i0), g.relation(i1), g.relation(j0)
	a[r0], a[r1], a[rb] = small[l0], small[l1], small[lb]
	a[s1set], a[b0set] = g.set(i1), g.set(j0)
	a[sure0], a[sureb] = small[g.sureness(i0)], small[g.sureness(j0)]
	a[own] = model.Mix(7, h0|a0<<4|l0<<8)
	a[under] = model.Mix(7, h1|a1<<4|l1<<8)
	a[next] = model.Mix(7, hb|lb<<8)
}

// followArc sets the atoms of the guide for the relation of the arc from h to
// c.
func (e *extractor) followArc(c, h int) {
	g, a := e.guide, &e.atoms
	says := g.relation(c) << 1
	if g.heads[c] == h {
		says++
	}
	a[sureArc] = small[g.sureness(c)]
	a[same] = model.Mix(8, says)
	a[above] = small[g.relation(h)]
}

// trusted is the sureness from which on the guide is followed unasked: its
// weights then said so by a margin of 1024 or more. It saves a tenth of the
// work and costs next to nothing.
const trusted = 11

// trusts reports whether the guide had a choice for word i and was sure of it.
func (g *guide) trusts(i int) bool { return g.sure[i] >= trusted && g.sure[i] != forced }

// advice returns the move that leads to the guide's tree where the guide is to
// be trusted, or -1.
func (g *guide) advice(s *state) int {
	top := s.top(0)
	if top < 0 || s.next == s.n || !g.trusts(top) {
		return -1
	}
	waits := g.last[top] >= s.next // for children
	switch head := g.heads[top]; {
	case head == s.next && !waits:
		return left
	case head == s.top(1) && !waits:
		return right
	case head > s.next && g.trusts(s.next):
		return shift
	}
	return -1
}
