package quote

import "github.com/purport-nlp/purport/pipeline"

// What the model chose is looked over before it is kept: contents end where
// the reported clause does.

// repairContent mends the content of a settled attribution.
func (w *work) repairContent(a *frame, content candidate) candidate {
	if r := w.thatClause(a, content); r.Len() > 0 {
		content.tokens, content.form = r, "that"
	}
	if r := w.besideQuotation(a, content.tokens); r.Len() > 0 && content.form != "clause" && content.form != "that" {
		content.tokens, content.form = r, "beside"
	}
	if r := w.besideAccording(a, content.tokens); r.Len() > 0 {
		content.tokens, content.form = r, "beside"
	}
	content.tokens = w.withoutLabel(w.withoutAddressee(a, content.tokens))
	if r, hull := &content.tokens, a.hull(); r.First < hull.First && r.End > hull.First && r.End <= hull.End {
		r.End = hull.First // "a chance" hinted at by X
	}
	if r := w.modified(a, content); r.Len() > 0 {
		content.tokens, content.form = r, "modified"
	}
	if r := w.withSubject(a, content.tokens); r.Len() > 0 {
		content.tokens, content.form = r, "around"
	}
	if r := w.afterDate(a, content.tokens); r.Len() > 0 {
		content.tokens = r
	}
	if r := w.agentless(a, content.tokens); r.Len() > 0 {
		content.tokens, content.form = r, "modified"
	}
	content.tokens = w.beforeContrast(a, w.beforeVerb(a, content.tokens))
	if t := w.token(a.head); (a.head == 0 && t.UPOS == "VERB" || a.head == 1 && (t.XPOS == "VBN" || t.XPOS == "VBG")) && content.tokens.First > a.head {
		// "Asked whether he would go, the minister left."
		content.tokens.End = w.nextClause(content.tokens.First, content.tokens.End)
	}
	content.tokens = w.andThat(a, content.tokens)
	return content
}

// andThat widens a reported clause to those joined to it: "said that P, and
// that Q".
func (w *work) andThat(a *frame, r pipeline.Range) pipeline.Range {
	if r.Len() == 0 || r.First < a.hull().End || !w.hasFinite(r) {
		return r
	}
	for at := r.End; at+3 < w.tree.Len(); {
		if w.token(at).Form == "," {
			at++
		}
		if w.token(at).UPOS != "CCONJ" || w.token(at+1).Form != "that" || w.token(at+1).UPOS != "SCONJ" {
			return r
		}
		r.End = w.clauseEnd(at + 1)
		r = w.trim(r)
		at = r.End
	}
	return r
}

// beforeVerb ends what a noun with "of" is about before the verb that the
// noun is the subject of: "most complaints of noise came at night".
func (w *work) beforeVerb(a *frame, r pipeline.Range) pipeline.Range {
	if w.token(a.head).UPOS != "NOUN" || r.First != a.cue.End || w.token(a.cue.End-1).Form != "of" {
		return r
	}
	for at := a.cue.First - 1; at >= 0 && w.token(at).Form != ";"; at-- {
		if w.finite(at) {
			return r
		}
	}
	for at := r.First + 1; at < r.End; at++ {
		switch t := w.token(at); {
		case t.XPOS == "WDT" || t.XPOS == "WP" || t.UPOS == "SCONJ" || w.punctuation(at):
			return r
		case w.finite(at):
			return w.trim(pipeline.Range{First: r.First, End: at})
		}
	}
	return r
}

// withoutAddressee leaves out whom something was said to, where it was taken
// for what was said: "wrote to the mayor", "complained to the court about P".
func (w *work) withoutAddressee(a *frame, r pipeline.Range) pipeline.Range {
	if r.Len() < 2 || r.First != a.cue.End || w.token(r.First).Form != "to" || w.token(r.First).UPOS != "ADP" {
		return r
	}
	switch w.lemma(a.head) {
	case "write", "complain", "speak", "talk", "testify", "report", "explain", "respond", "reply", "appeal", "mention", "say", "suggest", "signal", "propose", "announce", "confess", "admit":
	default:
		return r
	}
	for at := r.First + 1; at < r.End; at++ {
		switch w.token(at).Form {
		case "that", "about", "regarding", "concerning", ":":
			return w.trim(pipeline.Range{First: at + 1, End: r.End})
		}
	}
	if w.hasFinite(r) {
		return r
	}
	return pipeline.Range{}
}

// withoutLabel cuts off the label that a paragraph begins with: "Corruption:
// The trial".
func (w *work) withoutLabel(r pipeline.Range) pipeline.Range {
	if r.First != 0 {
		return r
	}
	for at := 0; at < r.End-2 && at < 10; at++ {
		switch {
		case w.token(at).Form == ":":
			r.First = at + 1
			return w.trim(r)
		case w.finite(at):
			return r
		}
	}
	return r
}

// modified returns the noun that a relative clause without a pronoun says
// something of, where the content chosen is the clause around: "like the
// number it reported".
func (w *work) modified(a *frame, content candidate) pipeline.Range {
	noun := w.token(a.head).Head
	switch content.form {
	case "host", "host-before", "host-after", "whole":
	default:
		return pipeline.Range{}
	}
	if noun >= 0 && noun < a.head && w.is(a.head, "acl") && w.token(a.head).XPOS == "VBN" && w.agent(a.head) >= 0 {
		// "a possibility hinted at by the ambassador"
		return pipeline.Range{First: w.phraseStart(w.tree.Subtree(noun).First, noun), End: noun + 1}
	}
	if noun < 0 || noun >= a.head || a.head+1 >= w.tree.Len() || w.token(noun).UPOS != "NOUN" || !w.is(a.head, "acl") || a.source.Len() == 0 ||
		a.source.First <= noun || a.source.First-noun > 2 || w.quote(noun) != w.quote(a.head) || w.finite(a.head+1) {
		return pipeline.Range{}
	}
	if w.punctuation(noun + 1) {
		return pipeline.Range{}
	}
	return pipeline.Range{First: w.phraseStart(w.tree.Subtree(noun).First, noun), End: a.source.First}
}

// withSubject widens the content of a passive to the subject that it is said
// of: "X was seen as Y", "X is said to Y".
func (w *work) withSubject(a *frame, r pipeline.Range) pipeline.Range {
	subject := w.tree.Child(a.head, "nsubj:pass")
	if r.Len() == 0 || subject < 0 || subject > a.head || a.source.Len() > 0 || w.tree.Child(a.head, "aux:pass") < 0 {
		return pipeline.Range{}
	}
	to := false
	switch w.lemma(a.head) {
	case "say", "believe", "think", "consider", "report", "allege", "claim", "assume", "rumor", "rumour", "know", "understand", "presume", "find", "suspect":
		to = true
	}
	whole := pipeline.Range{First: w.phraseStart(w.tree.Subtree(subject).First, subject), End: r.End}
	switch {
	case r.First >= a.cue.End && r.First <= a.cue.End+1 && (w.token(r.First).Form == "as" || w.token(a.cue.End-1).Form == "as" || to && (w.token(r.First).Form == "to" || w.token(a.cue.End-1).Form == "to")):
		return whole
	case r.End <= a.cue.First && a.cue.End < w.tree.Len():
		for at := a.cue.End; at < w.tree.Len() && at < a.cue.End+4; at++ {
			if w.token(at).Form == "as" {
				whole.End = w.clauseEnd(at)
				return whole
			}
		}
	}
	return pipeline.Range{}
}

// besideAccording returns the side of "according to X" that has a verb, where
// the content chosen has none.
func (w *work) besideAccording(a *frame, content pipeline.Range) pipeline.Range {
	if !isAccording(w.token(a.head).Form) && !w.isPer(a.head) || content.Len() > 0 && w.hasFinite(content) && !w.inserted(a.head) {
		return pipeline.Range{}
	}
	if w.inserted(a.head) {
		return w.trim(pipeline.Range{First: a.hull().End, End: w.clauseEnd(a.hull().End)})
	}
	first, end := w.segment(a.head)
	before := w.trim(pipeline.Range{First: first, End: a.hull().First})
	after := w.trim(pipeline.Range{First: a.hull().End, End: end})
	switch {
	case before.Len() > 0 && w.hasFinite(before) && !w.hasFinite(after):
		return before
	case before.Len() == 0 && w.hasFinite(after):
		return after
	}
	return pipeline.Range{}
}

// afterDate returns the content of "According to X, on May 5, 2024, P" and of
// "According to X on May 5, P" without the date that belongs to the source.
func (w *work) afterDate(a *frame, r pipeline.Range) pipeline.Range {
	if !isAccording(w.token(a.head).Form) || a.source.Len() == 0 || r.Len() == 0 || a.source.End >= r.End {
		return pipeline.Range{}
	}
	if r.First < a.source.End {
		if r.First < a.cue.First {
			return pipeline.Range{}
		}
		r.First = a.source.End
	}
	if first := w.trim(r).First; w.token(first).XPOS == "WDT" || w.token(first).XPOS == "WP" {
		// "According to the memo, which the paper obtained, P"
		for at := first + 1; at < r.End-1; at++ {
			if w.token(at).Form == "," && w.hasFinite(pipeline.Range{First: first, End: at}) {
				return w.trim(pipeline.Range{First: at + 1, End: r.End})
			}
		}
	}
	if w.token(a.source.End).Form == "," && w.token(r.First).UPOS != "NUM" {
		return pipeline.Range{}
	}
	last := -1
	for at := a.source.End; at < r.End && at < r.First+12; at++ {
		switch t := w.token(at); {
		case t.Form == ",":
			last = at
		case t.UPOS == "ADP", t.UPOS == "NUM", t.UPOS == "DET", w.isTime(at), t.UPOS == "NOUN", t.UPOS == "PROPN", t.UPOS == "ADJ":
			if last >= 0 && t.UPOS != "NUM" {
				return w.trim(pipeline.Range{First: last + 1, End: r.End})
			}
		default:
			if last >= 0 {
				return w.trim(pipeline.Range{First: last + 1, End: r.End})
			}
			return pipeline.Range{}
		}
	}
	return pipeline.Range{}
}

// agentless returns the noun that a participle says something of, where the
// content chosen is the participle's own agent: "a chance hinted at by X".
func (w *work) agentless(a *frame, r pipeline.Range) pipeline.Range {
	if w.token(a.head).XPOS != "VBN" || !w.is(a.head, "acl") || r.Len() == 0 || r.First < a.head || r.First > a.head+3 {
		return pipeline.Range{}
	}
	noun := w.token(a.head).Head
	if lower(w.token(r.First).Form) != "by" && lower(w.token(r.First-1).Form) != "by" || noun < 0 || noun >= a.head {
		return pipeline.Range{}
	}
	return pipeline.Range{First: w.phraseStart(w.tree.Subtree(noun).First, noun), End: min(a.head, a.hull().First)}
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
	after := pipeline.Range{First: hull.End, End: content.End}
	around := content.First <= found.First && content.End >= hull.End && !w.hasFinite(after) && w.quote(content.End-1) < 0
	if found.Len() < 3 || overlap(found, content) && !around || first > 0 && w.trim(pipeline.Range{First: 0, End: first}).Len() > 0 {
		return pipeline.Range{}
	}
	return found
}

// beforeContrast ends an indirect content before a clause that stands beside
// it: "said that P, although Q".
func (w *work) beforeContrast(a *frame, r pipeline.Range) pipeline.Range {
	for at := max(r.First+3, a.hull().End); at < r.End-3; at++ {
		if w.token(at).Form == ";" && w.quote(at) < 0 && w.anotherSpeaks(at+1) {
			return w.trim(pipeline.Range{First: r.First, End: at})
		}
		if w.quote(at) < 0 && w.token(at).UPOS == "CCONJ" && w.fallsSilent(at+1) {
			return w.trim(pipeline.Range{First: r.First, End: at})
		}
		if w.quote(at) >= 0 || w.punctuation(at) || a.cue.Contains(at) || a.source.Contains(at) || !w.commaBefore(at) {
			continue
		}
		if end := at - 1; w.contrasts(at) && w.hasFinite(pipeline.Range{First: r.First, End: end}) || w.contrasts(at) && w.quote(end) >= 0 {
			return w.trim(pipeline.Range{First: r.First, End: end})
		}
	}
	return r
}

// fallsSilent reports whether the verb at token i says that the speaker of the
// clause before says no more: "said that P but declined to say more".
func (w *work) fallsSilent(i int) bool {
	return i+2 < w.tree.Len() && w.finite(i) && (w.lemma(i) == "decline" || w.lemma(i) == "refuse") && w.token(i+1).Form == "to"
}

// anotherSpeaks reports whether a clause with a reporting verb of its own
// begins at token i: "; others say P". Without one a clause behind a
// semicolon is still the speaker's.
func (w *work) anotherSpeaks(i int) bool {
	if isAccording(w.token(i).Form) {
		return true
	}
	for at := i; at < w.tree.Len() && at < i+12 && !w.punctuation(at); at++ {
		if w.finite(at) && w.token(at).UPOS == "VERB" {
			r := w.words[at].report
			return at > i && r.Strong && (r.Act == pipeline.ActStatement || r.Act == pipeline.ActBelief)
		}
	}
	return false
}

// commaBefore reports whether a comma stands right before token i, or before
// a quotation mark that does.
func (w *work) commaBefore(i int) bool {
	if w.token(i-1).Form == "," {
		return true
	}
	return i > 1 && w.quote(i-1) >= 0 && w.punctuation(i-1) && w.token(i-2).Form == ","
}
