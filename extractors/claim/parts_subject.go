package claim

import "github.com/purport-nlp/purport/pipeline"

// partSubject returns the token that heads what clause k is about: its own
// subject, what a relative pronoun stands for, or what it shares with the
// clause around it; -1 where there is none.
func (w *work) partSubject(k int) int {
	c := &w.clauses[k]
	if e := w.existential(c.head); e >= 0 {
		return e
	}
	if e := w.tree.Child(c.head, "expl"); e >= 0 && w.tree.Child(c.head, "nsubj") < 0 {
		return e // "it is difficult to say"
	}
	if s := w.subject(c.head); s >= 0 {
		if c.form == formRelative && w.relativeWord(s) {
			return w.antecedent(c)
		}
		if c.form == formConjunct && c.parent >= 0 && w.relativeWord(s) && w.clauses[w.base(k)].form == formRelative {
			return w.partSubject(c.parent) // "who fled and who returned"
		}
		if n := w.nounBefore(s); n >= 0 {
			return n
		}
		return s
	}
	switch c.form {
	case formConjunct:
		if c.parent >= 0 {
			return w.partSubject(c.parent)
		}
	case formInfinitive:
		return w.controller(c)
	case formParticiple:
		if w.is(c.head, "acl") && c.governor >= 0 && w.nominal(c.governor) {
			return c.governor
		}
		if c.parent >= 0 {
			return w.partSubject(c.parent)
		}
	case formRelative:
		return w.antecedent(c)
	}
	return -1
}

// existential returns "there" of predicate h, where its subject follows, or
// -1.
func (w *work) existential(h int) int {
	if e := w.tree.Child(h, "expl"); e >= 0 && e < h && w.lower[e] == "there" {
		return e
	}
	return -1
}

// secondSubject returns the end of the subject with one that follows at once
// and reaches up to the verb: the parser's two halves of "Senators Obama and
// Tester".
func (w *work) secondSubject(r pipeline.Range, verb int) int {
	for i := r.End; i < verb; i++ {
		if s := w.tree.Subtree(i); w.is(i, "nsubj") && s.First == r.End && s.End == verb && (w.upos(i) == "NOUN" || w.upos(i) == "PROPN") {
			return verb
		}
	}
	return r.End
}

// controller returns what an infinitive is about: the object of the verb
// around it, or else its subject.
func (w *work) controller(c *clause) int {
	if c.governor < 0 || c.parent < 0 {
		return -1
	}
	if o := w.tree.Child(c.governor, "obj", "iobj"); o >= 0 && o < c.head && w.lemma(c.governor) != "promise" {
		return o
	}
	return w.partSubject(c.parent)
}

// nounBefore returns what relative pronoun s stands for where the parser took
// no relative clause: the noun before it, with or without a comma, or -1.
func (w *work) nounBefore(s int) int {
	i := s - 1
	switch {
	case i > 0 && isOneOf(w.word(s), "which", "who"):
		if w.pause(i) {
			i--
		}
	case w.word(s) != "that" || w.token(s).XPOS != "WDT":
		return -1
	}
	if i < 0 || !w.nominal(i) {
		return -1
	}
	for h := w.token(i).Head; h >= 0 && h < s && w.nominal(h) && !w.is(i, "obl"); h = w.token(h).Head {
		i = h
	}
	return i
}

// relativeWord reports the pronouns that stand for what a relative clause is
// about.
func (w *work) relativeWord(i int) bool {
	return isOneOf(w.word(i), "who", "which", "that", "whom")
}

// subjectLimit returns where the phrase of subject s must end: before the
// verb, and before the clause that hangs on it.
func (w *work) subjectLimit(k, s int, relation pipeline.Range) int {
	limit := w.len()
	if s < relation.First {
		limit = relation.First
	}
	for h := w.clauses[k].head; h >= 0; h = w.token(h).Head {
		if w.token(h).Head == s {
			if first := w.tree.Subtree(h).First; first > s {
				limit = min(limit, first)
			}
		}
	}
	return limit
}

// nounPhrase returns the phrase headed by i up to token limit, without the
// clauses that only add to it, and where i is a predicate, without subject
// and copula.
func (w *work) nounPhrase(i, limit int) pipeline.Range {
	r := w.tree.Subtree(i)
	r.End = max(min(r.End, limit), i+1)
	for c := w.tree.FirstChild(i); c >= 0 && c < i && !w.is(i, "csubj"); c = w.tree.NextSibling(c) {
		if w.is(c, "case", "mark", "nsubj", "csubj", "cop", "aux", "expl", "obl", "advcl", "ccomp", "parataxis") {
			r.First = max(r.First, w.tree.Subtree(c).End)
		}
	}
	r.First = min(w.afterAdverbial(i, r.First), i)
	if w.opensClause(r.First) && r.First < i {
		r.First++
	}
	if r.First > 0 && w.lower[r.First-1] == "not" && !w.is(r.First-1, "aux") && (r.First == 1 || w.pause(r.First-2)) {
		r.First-- // "not everything went to plan"
	}
	r = w.withoutClauses(i, w.afterDate(r))
	return w.quoted(w.bare(w.withoutAsides(i, r, "acl", "appos", "parataxis", "nmod", "obl")))
}

// afterDate returns r without a date before a comma that the parser took for
// the head of it: "On May 9, merchants".
func (w *work) afterDate(r pipeline.Range) pipeline.Range {
	if r.Len() < 4 || w.upos(r.First) != "ADP" {
		return r
	}
	at := w.token(r.First + 1).Start
	d := w.firstDate(at)
	if d == len(w.doc.Dates) || w.doc.Dates[d].Start != at {
		return r
	}
	for j := r.First + 2; j+1 < r.End; j++ {
		if w.token(j).Start >= w.doc.Dates[d].End {
			if w.word(j) == "," {
				r.First = j + 1
			}
			break
		}
	}
	return r
}

// afterAdverbial returns where a phrase begins that the parser began with an
// adverbial: "In March the council", "In Oslo the police".
func (w *work) afterAdverbial(i, first int) int {
	for c := w.tree.FirstChild(i); c >= 0 && c < i; c = w.tree.NextSibling(c) {
		s := w.tree.Subtree(c)
		if w.is(c, "nmod", "compound") && s.First >= first && s.End == c+1 && w.is(s.First, "case") && w.upos(s.First) == "ADP" {
			first = s.End
		}
	}
	if first == 0 || !w.is(first-1, "case") {
		return first
	}
	at := w.token(first).Start
	if d := w.firstDate(at); d < len(w.doc.Dates) && w.doc.Dates[d].Start == at {
		for j := first; j <= i; j++ {
			if w.token(j).Start >= w.doc.Dates[d].End {
				return j
			}
		}
	}
	return first
}

// opensClause reports a "that" which opens a clause and was taken for a part
// of its subject: "that one of the mines".
func (w *work) opensClause(i int) bool {
	return w.lower[i] == "that" && (w.upos(i) == "SCONJ" || w.word(i+1) == "one" && w.word(i+2) == "of")
}

// withoutAsides ends a phrase where something with one of the relations begins
// after a comma with which it ends: "the depot, which is empty".
func (w *work) withoutAsides(i int, r pipeline.Range, relations ...string) pipeline.Range {
	for c := i + 1; c < r.End; c++ {
		odd := w.is(c, "conj") && w.tree.Child(c, "case") >= 0 // "the depot, according to the owner"
		if !odd && !w.is(c, relations...) || w.token(c).Head < i {
			continue
		}
		s := w.tree.Subtree(c)
		if s.First > i && (w.pause(s.First) || w.pause(s.First-1)) && w.endsWith(r, s.End) && w.tree.Child(c, "cc") < 0 {
			r.End = s.First
		}
	}
	return r
}

// endsWith reports whether nothing but punctuation stands in r from token
// end on.
func (w *work) endsWith(r pipeline.Range, end int) bool {
	for ; end < r.End; end++ {
		if !w.punctuation(end) {
			return false
		}
	}
	return true
}

// phrase returns the span of the noun phrase headed by i, without predicate
// head and the relative clause that it stands in.
func (w *work) phrase(i, head int) pipeline.Span {
	r := w.tree.Subtree(i)
	if i < head && r.End > head {
		r.End = i + 1
	}
	if i > head && r.First <= head {
		r.First = i
	}
	for c := w.tree.FirstChild(i); c >= 0; c = w.tree.NextSibling(c) {
		if w.token(c).Deprel == "acl:relcl" && w.tree.Subtree(c).Contains(head) {
			r.End = min(r.End, w.tree.Subtree(c).First)
		}
	}
	r = w.bare(r)
	if r.Len() <= 0 {
		return w.token(i).Span
	}
	return w.span(r)
}
