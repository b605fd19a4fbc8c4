package pipeline

// Tree reads the dependency tree of one sentence. All indices are within the
// sentence. The zero Tree is ready for Reset; a Tree may be reset for one
// sentence after another and keeps its memory.
type Tree struct {
	// Tokens are the sentence's tokens.
	Tokens []Token
	// First is the document index of the sentence's first token.
	First int

	firstChild, nextSibling []int
	left, right             []int // the outermost tokens of each subtree
	order                   []int
}

// Reset points the tree at sentence i of doc.
func (t *Tree) Reset(doc *Document, i int) {
	t.Tokens = doc.SentenceTokens(i)
	t.First = doc.Sentences[i].Tokens.First
	n := len(t.Tokens)
	t.firstChild, t.nextSibling = fill(t.firstChild, n, -1), fill(t.nextSibling, n, -1)
	t.left, t.right = fill(t.left, n, 0), fill(t.right, n, 0)
	for i := n - 1; i >= 0; i-- {
		t.left[i], t.right[i] = i, i
		if head := t.Tokens[i].Head; head >= 0 {
			t.nextSibling[i] = t.firstChild[head]
			t.firstChild[head] = i
		}
	}
	t.spread()
}

// spread computes each subtree's outermost tokens, children before parents.
func (t *Tree) spread() {
	t.order = t.order[:0]
	for i := range t.Tokens {
		if t.Tokens[i].Head < 0 {
			t.order = append(t.order, i)
		}
	}
	for at := 0; at < len(t.order); at++ {
		for child := t.firstChild[t.order[at]]; child >= 0; child = t.nextSibling[child] {
			t.order = append(t.order, child)
		}
	}
	for at := len(t.order) - 1; at >= 0; at-- {
		i := t.order[at]
		if head := t.Tokens[i].Head; head >= 0 {
			t.left[head] = min(t.left[head], t.left[i])
			t.right[head] = max(t.right[head], t.right[i])
		}
	}
}

func fill(s []int, n, value int) []int {
	if cap(s) < n {
		s = make([]int, n, n+n/2)
	}
	s = s[:n]
	for i := range s {
		s[i] = value
	}
	return s
}

// Len returns the number of tokens.
func (t *Tree) Len() int { return len(t.Tokens) }

// FirstChild returns the leftmost child of token i, or -1; NextSibling the
// child of the same head to the right of i, or -1:
//
//	for c := t.FirstChild(i); c >= 0; c = t.NextSibling(c) { … }
func (t *Tree) FirstChild(i int) int { return t.firstChild[i] }

// NextSibling is described at FirstChild.
func (t *Tree) NextSibling(i int) int { return t.nextSibling[i] }

// Child returns the first child of i whose relation, with or without its
// subtype, is one of relations, or -1.
func (t *Tree) Child(i int, relations ...string) int {
	for c := t.firstChild[i]; c >= 0; c = t.nextSibling[c] {
		if IsRelation(t.Tokens[c].Deprel, relations...) {
			return c
		}
	}
	return -1
}

// Subtree returns the range of tokens from the leftmost to the rightmost
// descendant of i, itself included. In a projective tree these are exactly
// its descendants.
func (t *Tree) Subtree(i int) Range { return Range{t.left[i], t.right[i] + 1} }

// Dominates reports whether token i is ancestor, or is a descendant of it.
func (t *Tree) Dominates(ancestor, i int) bool {
	for ; i >= 0; i = t.Tokens[i].Head {
		if i == ancestor {
			return true
		}
	}
	return false
}

// Root returns the root of the sentence, or -1 where it has no tokens.
func (t *Tree) Root() int {
	if len(t.order) == 0 {
		return -1
	}
	return t.order[0]
}

// Span returns the text span of a range of tokens of the sentence.
func (t *Tree) Span(r Range) Span {
	if r.Len() <= 0 {
		return Span{}
	}
	return Span{t.Tokens[r.First].Start, t.Tokens[r.End-1].End}
}

// IsRelation reports whether relation equals one of names, or is a subtype of
// one that is given without its subtype ("nsubj:pass" is a "nsubj").
func IsRelation(relation string, names ...string) bool {
	for _, name := range names {
		if relation == name || len(relation) > len(name) && relation[len(name)] == ':' && relation[:len(name)] == name {
			return true
		}
	}
	return false
}
