package claim

import "github.com/purport-nlp/purport/pipeline"

// negation applies the negation of clause k and returns its token, or -1.
func (w *work) negation(v *view, k int) int {
	c := &w.clauses[k]
	n := w.negatedBy(c.head)
	if n < 0 && c.shared >= 0 && w.tree.Child(c.head, "aux", "cop") < 0 {
		// "has not signed or paid": the negation is shared with the auxiliary.
		if first := w.negatedBy(w.clauses[c.shared].head); first >= 0 && (w.childWord(c.head, "cc", "or", "nor") >= 0 || w.is(first, "nsubj")) {
			n = first
		}
	}
	if n < 0 && c.subject >= 0 {
		n = w.noIn(c.subject)
	}
	if n >= 0 {
		w.negate(v, n)
	}
	return n
}

// negate applies the negation of token n, with the words that belong to it.
func (w *work) negate(v *view, n int) {
	r := single(n)
	if w.lower[n] == "longer" {
		r.First--
	}
	if w.lower[n] == "no" && w.word(n+1) == "one" {
		r.End++
	}
	if n > 0 && w.token(n-1).End == w.token(n).Start && w.is(n-1, "aux", "cop") {
		r.First-- // "cannot", "didn't"
	}
	w.cite(v, w.span(r), "negation", "negation:"+w.lower[n])
	v.negative = !v.negative
	if w.word(n+1) == "necessarily" {
		w.cite(v, w.span(pipeline.Range{First: n, End: n + 2}), "hedge", "adverb:not necessarily")
		w.weaken(v, pipeline.Possible, w.token(n).Span)
	}
}

// yetTo applies "has yet to", which denies its infinitive.
func (w *work) yetTo(v *view, h int) {
	if w.lemma(h) != "have" {
		return
	}
	for i := h + 1; i+1 < w.len() && i < h+8; i++ {
		if w.lower[i] == "yet" && w.lower[i+1] == "to" {
			w.cite(v, w.span(pipeline.Range{First: i, End: i + 2}), "negation", "negation:yet to")
			v.negative = !v.negative
			return
		}
		if finiteTag(w.token(i)) {
			return
		}
	}
}

// deny finds the negation of an operator.
func (w *work) deny(op operator) operator {
	h := op.token
	if op.tokens.Len() > 1 {
		h = w.headOf(op.tokens)
	}
	op.negation = w.denialOf(h)
	if op.tokens.Contains(op.negation) {
		op.negation = -1
	}
	op.denied = op.negation >= 0
	return op
}

// denialOf returns the word that denies what operator h brings, or -1: its
// own negation or, for a noun, what stands with it or with its verb.
func (w *work) denialOf(h int) int {
	if n := w.negatedBy(h); n >= 0 {
		return n
	}
	g := w.token(h).Head
	if w.nominal(h) {
		if n := w.noIn(h); n >= 0 {
			return n
		}
		if n := w.scant(h); n >= 0 {
			return n
		}
		if w.is(h, "obj") && g >= 0 {
			if n := w.negatedBy(g); n >= 0 {
				return n // "did not find evidence that"
			}
		}
	}
	if g >= 0 && w.is(h, "xcomp") && isOneOf(w.lemma(g), "unable", "fail", "refuse", "decline", "impossible") {
		return g // "unable to confirm that"
	}
	if w.nominal(h) {
		return w.childWord(h, "case", "without")
	}
	return -1
}

// scant returns the word that makes noun h next to nothing: "little
// evidence", or -1.
func (w *work) scant(h int) int {
	for c := w.tree.FirstChild(h); c >= 0 && c < h; c = w.tree.NextSibling(c) {
		if w.is(c, "amod", "det", "advmod") && isOneOf(w.lower[c], "little", "scant", "few", "insufficient") && !isOneOf(w.word(c-1), "a", "the") {
			return c
		}
	}
	return -1
}
