package parse

import "github.com/purport-nlp/purport/extractors/model"

// atoms are the facts about a state that the templates combine. Each has its
// place; those of words and of their children are blocks.
type atoms [256]uint64

// The places of the atoms. Place 0 stays zero: it fills short templates.
const (
	s0    = 1 // the top of the stack and the words below it
	s1    = s0 + wordSize
	s2    = s1 + wordSize
	b0    = s2 + wordSize // the first words of the buffer
	b1    = b0 + wordSize
	b2    = b1 + wordSize
	s0kin = b2 + wordSize // their children
	s1kin = s0kin + kinSize
	b0kin = s1kin + kinSize

	between = b0kin + kinSize // distance from s0 to b0
	below   = between + 1     // distance from s1 to s0
	depth   = below + 1       // words on the stack
	rest    = depth + 1       // words in the buffer
	verbs   = rest + 1        // verbs in the buffer
	mark    = verbs + 1       // the next mark in the buffer
	last    = mark + 1        // the sentence's last word
	likeB   = last + 1        // how much alike the classes of s0 and b0 are
	likeS   = likeB + 1       // the same of s1 and s0

	view  = likeS + 1 // where the guide's heads of s0, s1 and b0 stand
	own   = view + 1  // s0's head in the guide and its relation
	under = own + 1   // the same of s1
	next  = under + 1 // the same of b0
	r0    = next + 1  // the relation alone
	r1    = r0 + 1
	rb    = r1 + 1

	s1set = rb + 1 // the relations of their children in the guide
	b0set = s1set + 1

	sure0 = b0set + 1 // how sure the guide is of their heads
	sureb = sure0 + 1

	// For the relation of an arc: the head, its children and neighbours.
	head    = sureb + 1
	headKin = head + wordSize
	before  = headKin + kinSize // the word before the child
	after   = before + wordSize
	hbefore = after + wordSize
	hafter  = hbefore + wordSize
	same    = hafter + wordSize // what the guide says of this arc
	above   = same + 1          // the head's relation in the guide
	sureArc = above + 1         // how sure the guide is of this child's head
	atomEnd = sureArc + 1
)

// The places in a block of children: the outermost two on either side, their
// relations, the sets of relations and their numbers.
const (
	l1fold = iota
	l1tag
	l1label
	l2tag
	l2label
	r1fold
	r1tag
	r1label
	r2tag
	r2label
	lset
	rset
	sets
	lcount
	rcount
	kinSize
)

var _ = [1]int{}[atomEnd/257] // the places must fit atoms

// extractor gathers the features of a state.
type extractor struct {
	words    []word // the sentence and the artificial root
	verbs    []int  // the number of verbs from each word on
	marks    []int  // the next mark from each word on
	guide    *guide // nil in the first pass
	atoms    atoms
	features []uint64
}

// at returns the word at place i, or nothing.
func (e *extractor) at(i int) *word {
	if uint(i) >= uint(len(e.words)) {
		return &nothing
	}
	return &e.words[i]
}

// put sets the block of a word.
func (e *extractor) put(place int, i int) {
	copy(e.atoms[place:place+wordSize], e.at(i)[:])
}

// look fills the atoms for a state.
func (e *extractor) look(s *state) {
	a := &e.atoms
	i0, i1, j0 := s.top(0), s.top(1), s.next
	e.put(s0, i0)
	e.put(s1, i1)
	e.put(s2, s.top(2))
	for ahead := range 3 {
		e.put(b0+ahead*wordSize, j0+ahead)
	}
	e.kin(s0kin, s, i0)
	e.kin(s1kin, s, i1)
	e.kin(b0kin, s, j0)
	a[between] = distance(i0, j0)
	a[below] = distance(i1, i0)
	a[depth] = small[min(len(s.stack), 4)]
	a[rest] = small[min(s.n-j0, 2)]
	a[verbs] = small[min(e.verbs[j0], 3)]
	a[mark] = e.at(e.marks[j0])[fold]
	a[last] = e.at(s.n - 1)[fold]
	a[likeB] = alike(a[s0:], a[b0:])
	a[likeS] = alike(a[s1:], a[s0:])
	if e.guide != nil {
		e.follow(s)
	}
}

// alike tells how many steps two words' classes share, as the prefixes show.
func alike(w, v []uint64) uint64 {
	steps := 0
	for place := broad; place <= class && w[place] == v[place]; place++ {
		steps++
	}
	return small[steps]
}

// kin sets the block of the children of word i.
func (e *extractor) kin(place int, s *state, i int) {
	a := e.atoms[place : place+kinSize : place+kinSize]
	if i < 0 {
		for k := range a {
			a[k] = small[0]
		}
		return
	}
	l1, l2, r1, r2 := s.left1[i], s.left2[i], s.right1[i], s.right2[i]
	wl1, wr1 := e.at(l1), e.at(r1)
	a[l1fold], a[l1tag], a[l1label] = wl1[fold], wl1[tag], s.relation(l1)
	a[l2tag], a[l2label] = e.at(l2)[tag], s.relation(l2)
	a[r1fold], a[r1tag], a[r1label] = wr1[fold], wr1[tag], s.relation(r1)
	a[r2tag], a[r2label] = e.at(r2)[tag], s.relation(r2)
	a[lset], a[rset] = model.Mix(5, s.leftSet[i]), model.Mix(5, s.rightSet[i])
	a[sets] = model.Mix(a[lset], a[rset])
	a[lcount], a[rcount] = small[min(s.leftCount[i], 5)], small[min(s.rightCount[i], 5)]
}

// arc adds the atoms for the relation of the arc that a move is about to make;
// those of the state are there.
func (e *extractor) arc(s *state, move int) {
	c, h := s.top(0), s.next
	word, kin := b0, b0kin
	if move == right {
		h, word, kin = s.top(1), s1, s1kin
	}
	a := &e.atoms
	copy(a[head:head+wordSize], a[word:word+wordSize])
	copy(a[headKin:headKin+kinSize], a[kin:kin+kinSize])
	e.put(before, c-1)
	e.put(after, c+1)
	e.put(hbefore, h-1)
	e.put(hafter, h+1)
	if e.guide != nil {
		e.followArc(c, h)
	}
}

// distance is the number of words between two places in steps that grow.
func distance(i, j int) uint64 {
	if i < 0 {
		return small[0]
	}
	switch d := j - i; {
	case d <= 4:
		return small[d]
	case d <= 6:
		return small[5]
	case d <= 10:
		return small[6]
	default:
		return small[7]
	}
}
