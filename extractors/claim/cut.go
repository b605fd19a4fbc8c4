package claim

import (
	"github.com/purport-nlp/purport/pipeline"
)

// cut returns the words of clause k: its subtree without what is a claim of
// its own at either end, and without what attributes or frames it.
func (w *work) cut(k int) pipeline.Range {
	c := &w.clauses[k]
	r := w.atSplits(w.tree.Subtree(c.head), c)
	if w.expectedOf(c) {
		r.First = w.tree.Subtree(w.tree.Child(c.governor, "obj")).First
	}
	if m := w.mark(c.head); w.outerSubject(c.head) >= 0 && m > r.First && m < c.head {
		r.First = m + 1
	}
	for i := range w.clauses {
		if other := &w.clauses[i]; w.cutWith(other.parent) == k && w.leavesOut(other.parent, i) {
			r = w.without(r, w.tree.Subtree(other.head), c.head)
		}
	}
	for i := range w.cues {
		if q := &w.cues[i]; q.part && w.hostClause(q) == k && w.stands(q) {
			r = w.without(r, w.partRange(q), c.head)
		}
	}
	for _, q := range w.quotes {
		r = w.outside(r, &w.doc.Quotes[q], c.head)
		r = w.fromMark(r, &w.doc.Quotes[q], c)
	}
	r = w.beforeAfterthought(w.beforeAside(w.beforeReference(r, c.head), c), c.head)
	r = w.afterLeadIn(w.trimStart(k, r), c)
	return w.trim(k, w.beforeColon(w.betweenSemicolons(w.afterDateline(w.afterTitle(r, c.head), c.head), c.head), c.head))
}

// cutWith returns the clause in whose words clause k stays: an infinitive in
// those of its verb, a predicate that is coordinated in those of the first,
// where they are no claims of their own.
func (w *work) cutWith(k int) int {
	for k >= 0 && (w.clauses[k].form == formConjunct || w.clauses[k].form == formInfinitive) && !w.clauses[k].frame && !w.proposes(k) {
		k = w.clauses[k].parent
	}
	return k
}

// leavesOut reports whether the proposition of clause k leaves out clause i
// below it.
func (w *work) leavesOut(k, i int) bool {
	c := &w.clauses[i]
	r := w.tree.Subtree(c.head)
	switch c.form {
	case formConjunct:
		return w.proposes(i) || c.frame || isOneOf(w.lower[c.head], "provided", "providing")
	case formParataxis, formApposition:
		return true
	case formAdverbial:
		if !w.adverbialProposes(i) {
			return false
		}
		if r.First < w.clauses[k].head {
			return true
		}
		switch w.firstMark(c) {
		case "before", "after", "until", "than", "when":
			return w.pause(r.First - 1)
		}
		_, condition := w.opensCondition(i)
		return condition || w.setOff(c.head) || isOneOf(w.firstMark(c), "because", "although", "so", "though", "while", "whereas", "as")
	case formRelative:
		if start := r.First; !w.pause(start) && !w.pause(start-1) && start > 0 && w.nounStart(w.antecedent(c)) == start-1 {
			return false // "risk actions that …": the bare noun says nothing
		}
		return r.End >= w.tree.Subtree(w.clauses[k].head).End-1 && r.First > w.clauses[k].head && w.relativeProposes(i)
	case formParticiple:
		return (w.adds(i) || w.tells(i)) && r.First > w.clauses[k].head
	}
	return false
}

// adds reports whether participle clause k only adds to what stands before
// it: "…, leaving hundreds without pay", "…, stating that".
func (w *work) adds(k int) bool {
	c := &w.clauses[k]
	r := w.tree.Subtree(c.head)
	start := w.firstToken(c.head)
	return w.token(c.head).XPOS == "VBG" && start > 0 && w.pause(start-1) && w.lower[start-1] != ")" && r.End-start > 2 && !prepositional(w.lower[c.head]) &&
		!(w.word(r.End) == "," && isOneOf(w.word(r.End+1), "or", "and"))
}

// tells reports whether participle clause k says what somebody claims in a
// claim of its own: "circulated a document stating that …".
func (w *work) tells(k int) bool {
	if w.token(w.clauses[k].head).XPOS != "VBG" {
		return false
	}
	if head, _, _ := w.saidOf(k); head >= 0 {
		return true
	}
	for x := range w.clauses {
		if c := &w.clauses[x]; c.parent == k && c.form == formComplement && w.quoteOf(w.clauses[k].head, c.head) != nil && w.proposes(x) {
			return true
		}
	}
	return false
}

// without takes range gone off one end of r, keeping token head inside.
func (w *work) without(r, gone pipeline.Range, head int) pipeline.Range {
	switch {
	case gone.End <= head && w.emptyBetween(r.First, gone.First):
		r.First = max(r.First, gone.End)
	case gone.First > head && gone.First < r.End:
		r.End = gone.First
	}
	return r
}

// emptyBetween reports whether only punctuation and connectives stand between
// two tokens.
func (w *work) emptyBetween(from, to int) bool {
	for i := from; i < to; i++ {
		if !w.punctuation(i) && w.upos(i) != "CCONJ" && w.upos(i) != "SCONJ" && !w.reporting[i] {
			return false
		}
	}
	return true
}
