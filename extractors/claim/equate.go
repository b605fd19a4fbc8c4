package claim

// equated returns the operator that a noun is which the copula equates with
// clause k: "the hope is that rates fall", "the question is whether it works".
// The parser has the noun for an outer subject of the clause, or the clause
// for a complement of the copula.
func (w *work) equated(k int) (operator, bool) {
	c := &w.clauses[w.base(k)]
	noun, at := w.outerSubject(c.head), w.clauseOf[c.head]
	if g := c.governor; noun < 0 && c.form == formComplement && g >= 0 && isOneOf(w.lemma(g), "be", "remain") {
		noun, at = w.tree.Child(g, "nsubj"), w.clauseOf[g]
	}
	if noun < 0 || w.upos(noun) != "NOUN" || w.mark(c.head) < noun {
		return operator{}, false
	}
	op := operator{token: noun, at: at, tokens: single(noun), negation: -1, entry: w.operatorEntry(noun)}
	op.whether = isOneOf(w.lower[w.mark(c.head)], "whether", "if")
	if q := w.quoteOf(noun, c.head); q != nil && w.named(q) && !ownLink(q).Span.IsZero() {
		return operator{}, false // "his view is that": an attribution
	}
	return w.deny(op), true
}

// outerSubject returns the noun that a clause is said to be, or -1. An
// infinitive ("the goal is to win") says nothing without its noun, and has
// that for a plain subject.
func (w *work) outerSubject(h int) int {
	if m := w.mark(h); m >= 0 && w.lower[m] == "to" {
		return -1
	}
	for c := w.tree.FirstChild(h); c >= 0 && c < h; c = w.tree.NextSibling(c) {
		if w.token(c).Deprel == "nsubj:outer" {
			return c
		}
	}
	return -1
}
