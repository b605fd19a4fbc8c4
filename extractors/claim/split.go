package claim

import "github.com/purport-nlp/purport/pipeline"

// split is a place where a new main clause begins after a comma and a
// conjunction, and the parser did not see one.
type split struct {
	at   int // the conjunction
	head int // the new clause's verb
	end  int // where the new clause ends
}

// findSplits adds the clauses that a comma, a conjunction, a noun phrase and
// a finite verb in a row open, where the tree has none.
func (w *work) findSplits() {
	w.splits = w.splits[:0]
	for i := 2; i+3 < w.len(); i++ {
		if w.lower[i-1] != "," || !isOneOf(w.lower[i], "and", "but", "yet", "so") {
			continue
		}
		start := i + 1
		if w.lower[start] == "that" && w.upos(start) == "SCONJ" {
			start++
		}
		subject, verb := w.newClause(start)
		if verb < 0 || !w.verbBefore(i) {
			continue
		}
		if k := w.clauseOf[verb]; k >= 0 && w.clauses[k].head == verb && (w.subject(verb) >= start || w.clauses[k].form != formParticiple && w.clauses[k].form != formRelative && w.subject(verb) >= 0) {
			continue
		}
		w.splits = append(w.splits, split{at: i, head: verb, end: w.len()})
		w.clauses = append(w.clauses, clause{head: verb, parent: -1, governor: -1, form: formMain, subject: subject, finite: true, shared: -1, split: len(w.splits)})
		for j := start; j <= verb; j++ {
			w.clauseOf[j] = len(w.clauses) - 1
		}
	}
	for k := range w.splits {
		if k > 0 {
			w.splits[k-1].end = w.splits[k].at
		}
	}
}

// newClause returns the subject and the verb of a clause that begins at
// token start: a noun phrase and, right after it, a finite verb; or -1.
func (w *work) newClause(start int) (subject, verb int) {
	subject = -1
	for i := start; i < w.len() && i < start+12; i++ {
		t := w.token(i)
		switch {
		case finiteTag(t) && (t.UPOS == "VERB" || t.UPOS == "AUX") && subject >= 0:
			if t.UPOS == "AUX" && t.Head > i && t.Head < i+7 && w.upos(t.Head) != "NOUN" {
				return subject, t.Head
			}
			return subject, i
		case t.XPOS == "VBN" && subject >= 0 && i == subject+1 && !w.verbAfter(i):
			return subject, i // a past tense that the tagger took for a participle
		case (t.XPOS == "VBG" || t.XPOS == "VBN") && w.is(i, "amod", "compound"):
		case t.UPOS == "NOUN" || t.UPOS == "PROPN" || t.UPOS == "PRON" && t.XPOS != "WP" && t.XPOS != "WDT":
			if subject < 0 || w.is(i, "nsubj") || w.token(subject).Head == i {
				subject = i
			}
		case t.UPOS == "DET", t.UPOS == "ADJ", t.UPOS == "NUM", t.UPOS == "ADP", t.UPOS == "PART", t.XPOS == "HYPH", t.XPOS == "POS", t.UPOS == "ADV" && i > start:
		default:
			return -1, -1
		}
	}
	return -1, -1
}

// verbBefore reports whether a finite verb stands before token i: else what
// follows may be the first clause.
func (w *work) verbBefore(i int) bool {
	for j := 0; j < i; j++ {
		if finiteTag(w.token(j)) {
			return true
		}
	}
	return false
}

// verbAfter reports whether a finite verb follows token i before the next
// comma.
func (w *work) verbAfter(i int) bool {
	for j := i + 1; j < w.len() && w.lower[j] != ","; j++ {
		if finiteTag(w.token(j)) {
			return true
		}
	}
	return false
}

// atSplits ends a clause where the next one begins, and begins one that was
// split off there.
func (w *work) atSplits(r pipeline.Range, c *clause) pipeline.Range {
	if c.split > 0 {
		s := w.splits[c.split-1]
		return pipeline.Range{First: s.at + 1, End: s.end}
	}
	for _, s := range w.splits {
		if c.head < s.at && s.at < r.End {
			r.End = s.at
		}
	}
	return r
}
