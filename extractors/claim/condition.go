package claim

import "github.com/purport-nlp/purport/pipeline"

// condition applies "if" and its like to the clause that they open, and the
// condition to the clause that hangs on it.
func (w *work) condition(v *view, k int) {
	if r, ok := w.opensCondition(w.base(k)); ok {
		w.cite(v, w.span(r), "condition", "condition:"+w.word(r.First))
		w.weaken(v, pipeline.Unknown, w.span(r))
		return
	}
	if on := w.conditionOf(k); on >= 0 {
		r, _ := w.opensCondition(on)
		w.cite(v, w.span(r), "condition", "condition:"+w.word(r.First))
		v.conditional = true
		if isOneOf(w.word(r.First), "until", "even") {
			return
		}
		if !v.leveled || v.level < pipeline.Probable {
			w.weaken(v, pipeline.Possible, w.span(r))
		}
	}
}

// opensCondition returns the words that make clause k a condition.
func (w *work) opensCondition(k int) (pipeline.Range, bool) {
	c := &w.clauses[k]
	if g := c.governor; c.form == formComplement && g > 0 && supposes(w.lower[g]) && w.pause(g-1) {
		return single(g), true
	}
	if c.form != formAdverbial && c.form != formParticiple {
		return pipeline.Range{}, false
	}
	if m := w.mark(c.head); m > 1 && w.lower[m] == "as" && w.lower[m-1] == "long" {
		return pipeline.Range{First: m - 2, End: m + 1}, true
	}
	start := w.tree.Subtree(c.head).First
	for i := start; i < c.head && i < start+4; i++ {
		if w.clauseOf[i] != k || i > start && !w.is(i, "mark", "advmod", "fixed", "case", "cc", "punct", "discourse") && !isOneOf(w.lower[i], "if", "unless") {
			continue
		}
		if w.grantedIf(c, i) || w.shortIf(c, i) {
			return pipeline.Range{}, false
		}
		if r := w.conditionAt(c, i, start); r.Len() > 0 {
			return r, true
		}
	}
	return pipeline.Range{}, false
}

// grantedIf reports "even if" in the past tense, at token i, or before what is
// likely or not: it grants that.
func (w *work) grantedIf(c *clause, i int) bool {
	return w.lower[i] == "if" && w.word(i-1) == "even" && (w.token(c.head).XPOS == "VBD" || isLikelihood(w.lower[c.head]))
}

// shortIf reports "if not already so", "if any", at token i: without a verb of
// its own it puts no condition.
func (w *work) shortIf(c *clause, i int) bool {
	return w.lower[i] == "if" && isOneOf(w.word(i+1), "not", "any") && !c.finite
}

// conditionAt returns the words at token i that make clause c, which begins at
// start, a condition, or none.
func (w *work) conditionAt(c *clause, i, start int) pipeline.Range {
	switch w.lower[i] {
	case "if":
		if isOneOf(w.word(i-1), "even", "only") {
			return pipeline.Range{First: i - 1, End: i + 1}
		}
		return single(i)
	case "until", "till":
		// "until the court ruled": what came to pass is no condition.
		if w.tense(c) != "past" || w.tree.Child(c.head, "aux") >= 0 && w.token(c.head).XPOS == "VBN" && w.word(w.tree.Child(c.head, "aux")) != "had" {
			return single(i)
		}
	case "unless", "lest", "provided", "providing", "assuming", "supposing":
		return single(i)
	case "as":
		if w.word(i+1) == "long" && w.word(i+2) == "as" {
			return pipeline.Range{First: i, End: i + 3}
		}
	case "in":
		if w.word(i+1) == "case" {
			return pipeline.Range{First: i, End: i + 2}
		}
	case "had", "should", "were":
		// "Had they known": the auxiliary stands before the subject.
		if i == start && c.form == formAdverbial && c.subject > i {
			return single(i)
		}
	}
	return pipeline.Range{}
}

// conditionOf returns the clause that clause k is conditional on, or -1.
func (w *work) conditionOf(k int) int {
	for i := range w.clauses {
		c := &w.clauses[i]
		if c.parent < 0 {
			continue
		}
		if c.form == formComplement {
			if _, ok := w.opensCondition(i); ok && w.clauses[c.parent].parent == k {
				return i
			}
			continue
		}
		if c.form != formAdverbial && c.form != formParticiple {
			continue
		}
		if c.parent != k && !(w.clauses[k].shared == c.parent && c.head < w.clauses[c.parent].head) {
			continue
		}
		if r, ok := w.opensCondition(i); ok && !isOneOf(w.word(r.First), "until", "till", "lest") {
			return i
		}
	}
	return -1
}

// hasCondition reports whether a condition hangs on clause k.
func (w *work) hasCondition(k int) bool { return w.conditionOf(k) >= 0 }
