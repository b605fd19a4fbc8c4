package claim

import (
	"github.com/purport-nlp/purport/extractors/lexicon"
	"github.com/purport-nlp/purport/pipeline"
)

// findFrames marks the clauses that only present another one.
func (w *work) findFrames() {
	for k := range w.clauses {
		op, ok := w.embedding(k)
		if ok && op.at >= 0 && op.at != k && w.frameLike(op.at, op.token) && w.clauses[k].form != formConjunct &&
			!(w.clauses[k].form == formParticiple && w.whether(&w.clauses[op.at]) >= 0) {
			w.clauses[op.at].frame = true
		}
	}
	for k := range w.clauses {
		if c := &w.clauses[k]; w.reported(c) && c.parent >= 0 && w.clauses[c.parent].head == c.governor {
			w.clauses[c.parent].frame = true
		}
	}
	for _, i := range w.quotes {
		q := &w.doc.Quotes[i]
		at := q.CueToken - w.tree.First
		if q.CueToken < 0 || at < 0 || at >= w.len() || !w.presents(q) {
			continue
		}
		if d := w.clauseOf[at]; d >= 0 && w.clauses[d].head == at && w.holdsClause(q, d) {
			w.clauses[d].frame = true
		}
	}
}

// holdsClause reports whether the content of an attribution is a clause or a
// quotation rather than a thing: "said that", not "issued a statement".
func (w *work) holdsClause(q *pipeline.Quote, d int) bool {
	if q.Quotation == pipeline.QuotationDirect {
		return true
	}
	sentence := w.doc.Sentences[w.sentence].Span
	if !sentence.Overlaps(q.Span) {
		return true
	}
	if q.Act == pipeline.ActIntention {
		// "hopes to": the infinitive is the act itself.
		for k := range w.clauses {
			if k != d && w.clauses[k].form == formComplement && w.clauses[k].governor == w.clauses[d].head {
				return true
			}
		}
		return false
	}
	for k := range w.clauses {
		c := &w.clauses[k]
		if k == d || !w.content(q, w.token(c.head).Span) {
			continue
		}
		switch {
		case c.parent == d && (c.form == formComplement || c.form == formParataxis || c.form == formSubject):
			return true
		case c.parent == d && c.form == formInfinitive && w.toldOf(c):
			return true
		case w.clauses[d].parent == k || w.clauses[d].form == formParataxis:
			return true
		}
	}
	return false
}

// toldOf reports an infinitive that a report puts forward: "claimed to have
// seen", as against what somebody is told to do.
func (w *work) toldOf(c *clause) bool {
	g := c.governor
	if g < 0 || w.tree.Child(g, "obj", "iobj") >= 0 {
		return false
	}
	return tellsOfOneself(w.lemma(g))
}

// inFrame reports whether token i belongs to a phrase that presents a clause:
// "the fact is that", "it is likely that".
func (w *work) inFrame(i int) bool {
	k := w.covered[i]
	return k >= 0 && (w.cues[k].entry.Class == lexicon.CueFrame || w.cues[k].entry.Class == lexicon.CueAdjective)
}
