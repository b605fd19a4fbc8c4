package quote

import "github.com/purport-nlp/purport/pipeline"

// What the model chose is looked over before it is kept: sources are phrases
// and not parts of them, and contents end where the reported clause does.

// repairSource widens a source to its phrase, and cuts off what belongs to
// another one.
func (w *work) repairSource(i int, source candidate) candidate {
	r := source.tokens
	if r.Len() == 0 {
		return source
	}
	// A source does not reach over a quotation mark.
	for r.First < source.head && w.quote(r.First) != w.quote(source.head) {
		r.First++
	}
	for r.First > 0 && r.First <= source.head && w.premodifies(r.First-1, r.First) && r.First-1 != i {
		r.First--
	}
	for r.First < source.head && w.isTime(r.First) && w.nominal(r.First+1) {
		r.First++
	}
	if r = w.trim(r); r.Contains(source.head) {
		source.tokens = r
	}
	return source
}

// premodifies reports whether token j stands before token next in the same
// noun phrase: "human rights" before "observers".
func (w *work) premodifies(j, next int) bool {
	if w.quote(j) != w.quote(next) || w.isTime(j) {
		return false
	}
	n := w.token(next)
	if n.UPOS != "NOUN" && n.UPOS != "PROPN" && n.UPOS != "ADJ" {
		return false
	}
	switch t := w.token(j); t.UPOS {
	case "NOUN", "ADJ", "PROPN":
		return w.is(j, "compound", "amod", "flat", "nmod") || w.entity(j) != nil && w.entity(j) == w.entity(next)
	case "NUM":
		return w.is(j, "nummod")
	}
	return false
}

// isTime reports whether token i is the name of a day or month.
func (w *work) isTime(i int) bool {
	switch w.token(i).Form {
	case "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "today", "yesterday", "tomorrow",
		"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December":
		return w.token(i).UPOS != "AUX"
	}
	return false
}

// repairContent mends the content of a settled attribution.
func (w *work) repairContent(a *frame, content candidate) candidate {
	if r := w.thatClause(a, content); r.Len() > 0 {
		content.tokens, content.form = r, "that"
	}
	if r := w.besideQuotation(a, content.tokens); r.Len() > 0 {
		content.tokens, content.form = r, "beside"
	}
	content.tokens = w.beforeContrast(a, content.tokens)
	return content
}

// thatClause returns the clause that a reporting noun announces with "that",
// where the content is not it already: "made claims to others that P".
func (w *work) thatClause(a *frame, content candidate) pipeline.Range {
	noun := -1
	for i := a.cue.First; i < a.cue.End; i++ {
		if t := w.token(i); t.UPOS == "NOUN" && w.announces(i) {
			noun = i
		}
	}
	if noun < 0 {
		return pipeline.Range{}
	}
	that := w.thatAfter(noun)
	if that < 0 || content.tokens.First == that || content.tokens.First == that+1 {
		return pipeline.Range{}
	}
	return w.trim(pipeline.Range{First: that + 1, End: w.clauseEnd(that)})
}

// announces reports whether the noun at token i may take a clause with "that".
func (w *work) announces(i int) bool {
	r := w.words[i].report
	return r.Strong && (r.Act == pipeline.ActStatement || r.Act == pipeline.ActBelief || r.Act == pipeline.ActKnowledge)
}

// thatAfter returns the conjunction "that" of the clause that noun announces:
// right after it, or after phrases that hang on it; -1 where there is none.
func (w *work) thatAfter(noun int) int {
	for i := noun + 1; i < w.tree.Len() && i < noun+18; i++ {
		t := w.token(i)
		switch {
		case t.Form == "that" && (t.UPOS == "SCONJ" || t.XPOS == "IN") && w.clauseFollows(i):
			return i
		case t.Form == "that" && i == noun+1:
			return -1
		case t.Form == ";" || t.Form == ":" || t.Form == ",":
			return -1
		case w.finite(i) && !w.inBrackets(i):
			return -1
		}
	}
	return -1
}

// clauseFollows reports whether a subject and a finite verb stand after
// token i.
func (w *work) clauseFollows(i int) bool {
	for j := i + 1; j < w.tree.Len(); j++ {
		if w.finite(j) {
			return j > i+1
		}
	}
	return false
}

// inBrackets reports whether a bracket is open at token i.
func (w *work) inBrackets(i int) bool {
	for j := i - 1; j >= 0; j-- {
		switch w.token(j).Form {
		case ")":
			return false
		case "(":
			return true
		}
	}
	return false
}

// besideQuotation returns the quotation right beside an attribution whose
// verb says something, where the content chosen leaves it out.
func (w *work) besideQuotation(a *frame, content pipeline.Range) pipeline.Range {
	r := w.words[a.head].report
	if w.quote(a.head) >= 0 || r.Act != pipeline.ActStatement || !r.Strong || w.token(a.head).UPOS != "VERB" || w.tree.Child(a.head, "aux:pass") >= 0 {
		return pipeline.Range{}
	}
	hull := a.hull()
	before := hull.First - 1
	for before >= 0 && w.punctuation(before) && w.quote(before) < 0 {
		before--
	}
	if before < 0 || w.quote(before) < 0 || hull.First-before > 2 {
		return pipeline.Range{}
	}
	q := w.quote(before)
	first := before
	for first > 0 && w.quote(first-1) == q {
		first--
	}
	found := w.trim(pipeline.Range{First: first, End: before + 1})
	if found.Len() < 3 || overlap(found, content) || first > 0 && w.trim(pipeline.Range{First: 0, End: first}).Len() > 0 {
		return pipeline.Range{}
	}
	return found
}

// beforeContrast ends an indirect content before a clause that stands beside
// it: "said that P, although Q".
func (w *work) beforeContrast(a *frame, r pipeline.Range) pipeline.Range {
	for at := r.First + 2; at < r.End-3; at++ {
		if w.token(at).Form != "," || w.quote(at) >= 0 || a.cue.Contains(at) || a.source.Contains(at) {
			continue
		}
		if w.contrasts(at+1) && w.hasFinite(pipeline.Range{First: r.First, End: at}) && a.hull().End <= at {
			return pipeline.Range{First: r.First, End: at}
		}
	}
	return r
}
