package claim

import "github.com/purport-nlp/purport/pipeline"

// draftParts drafts the phrases that an adverb touches by itself: "…,
// reportedly for lack of inspectors".
func (w *work) draftParts() {
	for i := range w.cues {
		q := &w.cues[i]
		if !q.part || !w.stands(q) {
			continue
		}
		r := w.partRange(q)
		w.drafts = append(w.drafts, draft{clause: max(w.hostClause(q), 0), head: q.host, tokens: r, rule: "part", kind: draftOfPart, adverb: i})
	}
}

// hostClause returns the clause that a phrase with an adverb of its own stands
// in: where it is a clause itself, the one around it.
func (w *work) hostClause(q *cue) int {
	k := w.clauseOf[q.host]
	if k >= 0 && w.clauses[k].head == q.host && w.clauses[k].parent >= 0 {
		return w.clauses[k].parent
	}
	return k
}

// stands reports whether the phrase of a part adverb can stand alone.
func (w *work) stands(q *cue) bool { return w.partRange(q).Len() >= 3 }

// partRange returns the words of the phrase that a part adverb opens.
func (w *work) partRange(q *cue) pipeline.Range {
	r := w.tree.Subtree(q.host)
	r.First = q.tokens.First
	for k := range w.clauses {
		if c := &w.clauses[k]; c.form == formConjunct && c.finite && c.head > q.host && w.tree.Dominates(q.host, c.head) {
			r.End = min(r.End, w.tree.Subtree(c.head).First)
		}
	}
	for r.End > r.First && (w.punctuation(r.End-1) || w.upos(r.End-1) == "CCONJ") {
		r.End--
	}
	return r
}

// ownPart adds what its adverb says of a phrase, and whether it is asked for.
func (w *work) ownPart(v *view, d *draft) {
	adverb := &w.cues[d.adverb]
	w.apply(v, adverb, adverb.entry.Affirmed)
	if w.asks(d.clause) {
		w.question(v)
	}
}
