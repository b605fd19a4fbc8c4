package claim

import "github.com/purport-nlp/purport/pipeline"

// complementProposes reports whether a complement clause is put forward: as
// the content of an attribution or of a hedge.
func (w *work) complementProposes(k int) bool {
	c := &w.clauses[k]
	if w.lower[c.head] == "there" {
		return false
	}
	if !c.finite && w.reportedDeed(c) {
		return tellsOfDeeds(w.lemma(c.governor))
	}
	if c.subject < 0 && w.tree.Child(c.head, "expl") < 0 && !(c.finite && w.childWord(c.head, "mark", "that") >= 0) || !c.finite && w.upos(c.head) == "VERB" && w.token(c.head).XPOS != "VB" {
		return false
	}
	if q := w.innermost(c.head); q != nil && (w.clauses[c.parent].frame || w.quoteOf(c.governor, c.head) != nil) {
		return !w.bareQuestion(k)
	}
	if w.bareQuestion(k) || w.mark(c.head) < 0 && !w.showsTense(c) {
		return false
	}
	op, ok := w.embedding(k)
	return ok && (op.entry != nil || op.whether) || w.reported(c)
}

// showsTense reports whether a clause without "that" has a verb that no
// participle can be.
func (w *work) showsTense(c *clause) bool {
	if w.token(c.head).XPOS != "VBN" && w.token(c.head).XPOS != "VB" {
		return true
	}
	return w.tree.Child(c.head, "aux", "cop") >= 0 || c.governor >= 0 && w.Stage.reporting.Verb(w.lemma(c.governor)).Strong
}

// reported reports the clause of a reporting verb whose attribution was not
// found.
func (w *work) reported(c *clause) bool {
	if c.form != formComplement || c.governor < 0 || w.upos(c.governor) != "VERB" {
		return false
	}
	r := w.Stage.reporting.Verb(w.lemma(c.governor))
	return r.Strong && (r.Act == pipeline.ActStatement || r.Act == pipeline.ActBelief || r.Act == pipeline.ActKnowledge)
}

// bareQuestion reports an embedded question whose subject is its question
// word: "who did it".
func (w *work) bareQuestion(k int) bool {
	return w.clauses[k].form == formSubject && w.whether(&w.clauses[k]) < 0 && isOneOf(w.word(w.tree.Subtree(w.clauses[k].head).First), "what", "who", "how", "why", "where", "when")
}

// innermost returns the innermost attribution around token h, or nil.
func (w *work) innermost(h int) (found *pipeline.Quote) {
	w.attributed(h, func(q *pipeline.Quote) {
		if found == nil {
			found = q
		}
	})
	return found
}
