package parse

// state is a parser's position in a sentence of n words. Word n is the
// artificial root.
type state struct {
	n     int
	next  int   // the first word of the buffer
	stack []int // words without a head, innermost last
	heads []int // -1 while unknown
	// label is the relation of each word to its head, as a number from 1.
	label []uint8
	sure  []uint8 // how sure the parser was of each head
	// left1 and left2 are the two outermost children on the left, right1 and
	// right2 those on the right, -1 where there are none.
	left1, left2, right1, right2 []int
	leftCount, rightCount        []uint8
	leftSet, rightSet            []uint64 // the relations of the children, as bits
}

func (s *state) reset(n int) {
	s.n, s.next = n, 0
	s.stack = s.stack[:0]
	s.heads, s.left1, s.left2 = fill(s.heads, n+1, -1), fill(s.left1, n+1, -1), fill(s.left2, n+1, -1)
	s.right1, s.right2 = fill(s.right1, n+1, -1), fill(s.right2, n+1, -1)
	s.label, s.sure = fill(s.label, n+1, 0), fill(s.sure, n+1, 0)
	s.leftCount, s.rightCount = fill(s.leftCount, n+1, 0), fill(s.rightCount, n+1, 0)
	s.leftSet, s.rightSet = fill(s.leftSet, n+1, 0), fill(s.rightSet, n+1, 0)
}

// fill returns s with n places, all set to value.
func fill[T any](s []T, n int, value T) []T {
	if cap(s) < n {
		s = make([]T, n+n/2)
	}
	s = s[:n]
	for i := range s {
		s[i] = value
	}
	return s
}

// top returns the word at a depth of the stack, 0 for the innermost, or -1.
func (s *state) top(depth int) int {
	if depth >= len(s.stack) {
		return -1
	}
	return s.stack[len(s.stack)-1-depth]
}

// relation returns the mixed label of a word, or that of none.
func (s *state) relation(i int) uint64 {
	if i < 0 {
		return small[0]
	}
	return small[s.label[i]]
}

// done reports whether every word has its head.
func (s *state) done() bool { return s.next == s.n && len(s.stack) == 0 }

// The three ways on.
const (
	shift = iota // the first word of the buffer goes onto the stack
	left         // the top of the stack becomes a child of the buffer's first
	right        // the top of the stack becomes a child of the one below it
	moves
)

// allowed tells which moves keep to a tree with one root: the artificial root
// is never shifted and takes only the last word that is left on the stack.
func (s *state) allowed() (ok [moves]bool) {
	ok[shift] = s.next < s.n
	ok[left] = len(s.stack) > 0 && (s.next < s.n || len(s.stack) == 1)
	ok[right] = len(s.stack) > 1
	return ok
}

// apply makes a move; label is the relation of the arc, if there is one.
func (s *state) apply(move int, label uint8) {
	if move == shift {
		s.stack = append(s.stack, s.next)
		s.next++
		return
	}
	child := s.stack[len(s.stack)-1]
	s.stack = s.stack[:len(s.stack)-1]
	s.label[child] = label
	if move == left {
		head := s.next
		s.heads[child] = head
		s.left1[head], s.left2[head] = child, s.left1[head]
		s.leftCount[head]++
		s.leftSet[head] |= 1 << (label & 63)
		return
	}
	head := s.stack[len(s.stack)-1]
	s.heads[child] = head
	s.right1[head], s.right2[head] = child, s.right1[head]
	s.rightCount[head]++
	s.rightSet[head] |= 1 << (label & 63)
}
