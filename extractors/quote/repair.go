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
	if w.quote(i) < 0 && w.quote(source.head) >= 0 && w.quote(r.End-1) < 0 && w.nominal(r.End-1) {
		source.head = r.End - 1
	}
	for r.End-1 > source.head && (w.token(r.End-1).UPOS == "AUX" || w.token(r.End-1).UPOS == "PART" && w.token(r.End-1).XPOS == "TO") {
		r.End--
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
	if source.form == "agent" {
		r = w.beforeAs(r, source.head)
	}
	r, source.head = w.withParty(r, source.head)
	r, source.head = w.afterFront(i, r, source.head)
	r, source.head = w.afterPreposition(i, r, source.head)
	if r = w.trim(r); r.End < w.tree.Len() && w.inBrackets(r.End) && w.token(r.End).Form == ")" {
		r.End++ // the bracket that closes "(USDA)" belongs to it
	}
	r, source.head = w.tail(i, r, source.head)
	if role := r.End - 1; r.End <= i || i < r.First {
		r.End = w.roleEnd(role, r.End)
	}
	if last := r.End - 1; last > source.head && w.token(source.head).UPOS == "NUM" && w.token(last).UPOS == "NOUN" {
		source.head = last // "2010-19 data"
	}
	r = w.listed(i, r)
	r = w.withName(r)
	if r.End < i && w.inTheKnow(r.End) {
		r.End = i
		for w.token(r.End-1).UPOS == "AUX" || w.token(r.End-1).UPOS == "ADV" || w.punctuation(r.End-1) {
			r.End--
		}
	}
	if source.form == "according-to" {
		r = w.beforeClause(r, source.head)
	}
	r = w.beforeOccasion(r, source.head)
	for r.End-1 > source.head && w.isTime(r.End-1) && w.token(r.End-2).UPOS != "ADP" {
		r.End--
	}
	if r.Contains(source.head) {
		source.tokens = r
	}
	return source
}

// tail widens a source that stops inside its phrase: "a UN Population" before
// "Fund report".
func (w *work) tail(i int, r pipeline.Range, head int) (pipeline.Range, int) {
	for r.End < w.tree.Len() && r.End != i {
		t := w.token(r.End)
		if t.UPOS != "NOUN" && t.UPOS != "PROPN" && !w.isPaperBeforeComma(r.End) || w.punctuation(r.End-1) && w.token(r.End-1).Form != ")" || w.isTime(r.End) || w.quote(r.End) != w.quote(head) || w.tree.Child(r.End, "nsubj", "cop") >= 0 {
			break
		}
		if u := w.token(r.End - 1).UPOS; u != "NOUN" && u != "PROPN" && u != "ADJ" && u != "NUM" && u != "PUNCT" {
			break
		}
		head = r.End
		r.End++
	}
	return r, head
}

// roleEnd returns the end of what completes the role at token i: "ambassador
// to the United Nations".
func (w *work) roleEnd(i, end int) int {
	switch lower(w.lemma(i)) {
	case "ambassador", "envoy", "representative", "delegate", "adviser", "advisor", "counsel", "liaison":
	default:
		return end
	}
	if i+2 >= w.tree.Len() || w.token(i+1).Form != "to" && w.token(i+1).Form != "of" && w.token(i+1).Form != "for" {
		return end
	}
	at := i + 2
	for at < w.tree.Len() && (w.inPhrase(at) || w.token(at).XPOS == "NNP" || w.token(at).XPOS == "NNPS") && !w.punctuation(at) {
		at++
	}
	if at == i+2 {
		return end
	}
	return at
}

// isPaperBeforeComma reports whether token i is the word for a document right
// before a comma, which is no verb there: "a 2017 WHO report, the rate".
func (w *work) isPaperBeforeComma(i int) bool {
	return i+1 < w.tree.Len() && w.token(i+1).Form == "," && w.lexicon.Source(lower(w.token(i).Form)) == pipeline.SourceDocument
}

// listed widens the last source of a list to all of it: "UNHCR, NGOs, and
// refugees".
func (w *work) listed(i int, r pipeline.Range) pipeline.Range {
	at := r.First - 1
	if at < 1 || r.End > i || w.token(at).UPOS != "CCONJ" || w.token(at).Form == "but" {
		return r
	}
	at--
	oxford := w.token(at).Form == ","
	if oxford {
		at--
	}
	first := w.phraseBack(at)
	for oxford && first <= at && first > 1 && w.token(first-1).Form == "," {
		at = first - 2
		if next := w.phraseBack(at); next <= at {
			first = next
		} else {
			break
		}
	}
	if first > r.First-2 {
		return r
	}
	if first > 0 {
		switch t := w.token(first - 1); {
		case t.Form == ":" || t.Form == ";" || t.UPOS == "SCONJ" || t.Form == "that" || t.UPOS == "CCONJ":
		default:
			return r
		}
	}
	return pipeline.Range{First: first, End: r.End}
}

// phraseBack returns the first token of the short noun phrase that ends at
// token at, or at+1 where there is none.
func (w *work) phraseBack(at int) int {
	first := at + 1
	for first > 0 && at-first < 7 && w.inPhrase(first-1) {
		first--
	}
	return first
}

// beforeClause cuts the source of "according to" off before the comma behind
// which the clause begins that is said.
func (w *work) beforeClause(r pipeline.Range, head int) pipeline.Range {
	for at := head + 1; at < r.End-2; at++ {
		if w.token(at).Form == "," && w.subjectAndVerb(at+1) {
			r.End = at
		}
	}
	return r
}

// beforeOccasion cuts off when and where the source of "according to" spoke:
// "the minister at a press conference on May 4".
func (w *work) beforeOccasion(r pipeline.Range, head int) pipeline.Range {
	for at := head + 1; at < r.End-1; at++ {
		switch w.token(at).Form {
		case "at", "in", "on", "during":
		default:
			if w.token(at).UPOS == "VERB" {
				return r
			}
			continue
		}
		for j := at + 1; j < r.End && j < at+6 && w.token(j).UPOS != "ADP"; j++ {
			if w.isTime(j) || isOccasion(w.lemma(j)) {
				r.End = at
				return w.trim(r)
			}
		}
	}
	return r
}

func isOccasion(lemma string) bool {
	switch lemma {
	case "conference", "interview", "briefing", "hearing", "speech", "rally", "testimony", "debate", "meeting", "appearance":
		return true
	}
	return false
}

// preposition reports whether token i is a preposition that cannot open a
// clause.
func (w *work) preposition(i int) bool {
	switch w.token(i).Form {
	case "as", "than", "like", "after", "before", "since", "until", "because":
		return false
	}
	return w.token(i).UPOS == "ADP"
}

// written returns the source of "according to" at token i as it stands before
// the next mark, where the one chosen does not begin there.
func (w *work) written(i int, source candidate) candidate {
	if source.tokens.First == i+2 && source.tokens.Len() > 0 && !w.inserted(i) {
		return source
	}
	r := pipeline.Range{First: i + 2, End: i + 2}
	for r.End < w.tree.Len() && !w.endsPart(r.End) && !w.finite(r.End) && w.quote(r.End) == w.quote(i) {
		r.End++
	}
	if r.Len() == 0 || r.Len() > 15 {
		return source
	}
	head := w.headOfPhrase(r)
	return candidate{form: "according-to", tokens: w.trim(w.beforeOccasion(r, head)), head: head}
}

// inserted reports whether "according to" at token i stands between commas
// right behind a conjunction: "noted that, according to X, P".
func (w *work) inserted(i int) bool {
	if i < 2 || w.token(i-1).Form != "," {
		return false
	}
	before := w.token(i - 2)
	return before.UPOS == "SCONJ" || before.UPOS == "CCONJ" || before.Form == "that"
}

// beforeAs cuts an agent off before what something is called: "described by
// officials as a failure".
func (w *work) beforeAs(r pipeline.Range, head int) pipeline.Range {
	for at := head + 1; at < r.End; at++ {
		if w.token(at).Form == "as" {
			r.End = at
		}
	}
	return r
}

// withName widens the role of somebody to the name that follows between
// commas: "its chief hydrologist, Musonda Tembo".
func (w *work) withName(r pipeline.Range) pipeline.Range {
	if r.Len() == 0 || r.End+2 >= w.tree.Len() || w.token(r.End).Form != "," {
		return r
	}
	if role := r.End - 1; w.isNamed(role) || w.sourceWord(role) != pipeline.SourcePerson && !personal(w.lemma(role)) {
		return r
	}
	e := w.entity(r.End + 1)
	if e == nil || e.Label != pipeline.Person || e.Mention != pipeline.MentionName {
		return r
	}
	end := e.Tokens.End - w.tree.First
	if end >= w.tree.Len() || w.token(end).Form != "," {
		return r
	}
	return pipeline.Range{First: r.First, End: end}
}

// withParty widens a source that is only the party and state of a politician
// to the name before it: "Smith, D-Ohio".
func (w *work) withParty(r pipeline.Range, head int) (pipeline.Range, int) {
	first := r.First
	if first > 1 && w.token(first-1).Form == "-" {
		first -= 2
	}
	if first < 2 || w.token(first-1).Form != "," || first+1 >= w.tree.Len() {
		return r, head
	}
	switch form := w.token(first).Form; {
	case (form == "D" || form == "R" || form == "I") && w.token(first+1).Form == "-":
	case len(form) > 2 && form[1] == '-' && (form[0] == 'D' || form[0] == 'R' || form[0] == 'I'):
	default:
		return r, head
	}
	name := w.phraseBack(first - 2)
	if name > first-2 {
		return r, head
	}
	return pipeline.Range{First: name, End: r.End}, first - 2
}

// afterFront cuts off a phrase that the sentence begins with, where it was
// taken for part of the source: "Before the committee, Maria Lopez said".
func (w *work) afterFront(i int, r pipeline.Range, head int) (pipeline.Range, int) {
	if r.First == 0 || r.End > i || w.token(r.First-1).UPOS != "ADP" {
		return r, head
	}
	for at := r.End - 2; at > r.First; at-- {
		if w.token(at).Form != "," {
			continue
		}
		for j := at + 1; j < r.End; j++ {
			if e := w.entity(j); e != nil && e.Label == pipeline.Person && e.Mention == pipeline.MentionName {
				return pipeline.Range{First: at + 1, End: r.End}, e.Tokens.End - 1 - w.tree.First
			}
		}
		return r, head
	}
	// "At a meeting with the Post Maria Lopez said": two names, the last of
	// them a person's.
	e := w.entity(r.End - 1)
	if e == nil || e.Label != pipeline.Person || e.Mention != pipeline.MentionName {
		return r, head
	}
	first := e.Tokens.First - w.tree.First
	if first > r.First {
		if other := w.entity(first - 1); other != nil && other != e && other.Label == pipeline.Organization {
			return pipeline.Range{First: first, End: r.End}, r.End - 1
		}
	}
	return r, head
}

// afterPreposition widens a source that stands right after a preposition and
// before its verb to the phrase that the preposition belongs to: "a witness
// interviewed by the staff" for "the staff".
func (w *work) afterPreposition(i int, r pipeline.Range, head int) (pipeline.Range, int) {
	at := r.First - 1
	if at < 2 || r.End > i || !w.preposition(at) || w.token(i).UPOS != "VERB" || !w.finite(i) && w.token(i).XPOS != "VBN" || w.isTime(head) {
		return r, head
	}
	noun := -1
	for at > 0 && r.First-at < 12 {
		t := w.token(at - 1)
		if !w.inPhrase(at-1) && t.UPOS != "ADP" && t.XPOS != "VBN" || w.quote(at-1) != w.quote(i) {
			break
		}
		at--
		if t.UPOS == "NOUN" || t.UPOS == "PROPN" || t.UPOS == "PRON" {
			noun = at
		}
	}
	if noun < 0 || w.token(at).UPOS == "ADP" {
		return r, head
	}
	for noun+1 < r.First && (w.token(noun+1).UPOS == "NOUN" || w.token(noun+1).UPOS == "PROPN") {
		noun++
	}
	return pipeline.Range{First: at, End: r.End}, noun
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
		if t.UPOS == "NOUN" && n.UPOS == "NOUN" && !w.is(j, "obj", "iobj", "obl") && w.token(next).Form == lower(w.token(next).Form) {
			return true
		}
		if t.UPOS == "ADJ" && t.Head > j && t.Head <= next+5 && w.is(j, "amod") {
			return true
		}
		return w.is(j, "compound", "amod", "flat", "nmod") || t.UPOS == "PROPN" && n.UPOS == "PROPN" && w.token(j).Head >= j || w.entity(j) != nil && w.entity(j) == w.entity(next)
	case "NUM":
		return w.is(j, "nummod")
	case "DET":
		return w.is(j, "det") && t.Head > j && t.Head <= next+6
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
	if that < 0 {
		return pipeline.Range{}
	}
	end := w.clauseEnd(that)
	if verb := w.resumes(noun, that, end); verb > 0 {
		end = verb
	} else if content.tokens.First == that || content.tokens.First == that+1 {
		return pipeline.Range{}
	}
	return w.trim(pipeline.Range{First: that + 1, End: end})
}

// resumes returns where the main clause goes on after the clause with "that"
// of a noun that is its subject: at the second verb, if nothing before it
// opens another clause; or -1.
func (w *work) resumes(noun, that, end int) int {
	for at := noun - 1; at >= 0 && w.token(at).Form != ";" && w.token(at).Form != ":"; at-- {
		if w.finite(at) {
			return -1
		}
	}
	group, verbs := false, 0
	for at := that + 1; at < end; at++ {
		t := w.token(at)
		switch {
		case t.UPOS == "SCONJ" || t.UPOS == "CCONJ" || t.XPOS == "WDT" || t.XPOS == "WP" || t.XPOS == "WRB" || w.punctuation(at):
			return -1
		case w.finite(at) && !group:
			if verbs++; verbs == 2 {
				return at
			}
			group = t.UPOS == "AUX"
		case t.UPOS == "VERB":
			group = false
		case t.UPOS != "AUX" && t.UPOS != "ADV" && t.UPOS != "PART":
			group = false
		}
	}
	return -1
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
		case t.Form == "that" && (t.UPOS == "SCONJ" || t.XPOS == "IN" || w.opensClause(i+1)) && w.clauseFollows(i):
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

// opensClause reports whether the word at token i, after a "that" taken for a
// pronoun, begins the subject of a clause.
func (w *work) opensClause(i int) bool {
	if i >= w.tree.Len() {
		return false
	}
	t := w.token(i)
	return t.UPOS == "DET" || t.UPOS == "PROPN" || t.XPOS == "PRP" || t.XPOS == "PRP$"
}

// clauseFollows reports whether a subject and a finite verb stand after
// token i.
func (w *work) clauseFollows(i int) bool {
	for j := i + 1; j < w.tree.Len(); j++ {
		if w.finite(j) || w.token(j).XPOS == "VBN" {
			// "the point that he made was": the clause lacks its object.
			gap := w.token(j).UPOS == "VERB" && j+1 < w.tree.Len() && w.token(j+1).UPOS == "AUX" && w.finite(j+1)
			return j > i+1 && !gap
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

// announcement returns the noun that the verb at token i takes up to say
// something with, where a clause with "that" follows it: "made claims that",
// "did not find evidence that"; -1 where there is none.
func (w *work) announcement(i int) int {
	if w.token(i).UPOS != "VERB" || !w.takesUp(i) {
		return -1
	}
	for j := i + 1; j < w.tree.Len() && j < i+6; j++ {
		t := w.token(j)
		if t.UPOS == "NOUN" && w.announces(j) && w.thatAfter(j) >= 0 {
			return j
		}
		if t.UPOS != "DET" && t.UPOS != "ADJ" && t.UPOS != "NOUN" && t.UPOS != "ADV" && t.UPOS != "NUM" && t.XPOS != "PRP$" {
			return -1
		}
	}
	return -1
}

// takesUp reports whether the subject of the verb at token i stands behind
// what its object says: "made claims", not "quashed rumours".
func (w *work) takesUp(i int) bool {
	switch w.lemma(i) {
	case "make", "issue", "give", "release", "repeat", "express", "have", "offer", "present", "publish", "raise", "voice", "cite",
		"provide", "find", "see", "identify", "show", "produce", "deny", "dismiss", "reject", "refute", "dispute", "share", "hold",
		"echo", "reiterate", "confirm", "acknowledge", "air", "deliver", "spread", "float", "push", "discover", "uncover", "add",
		"include", "contain", "send", "submit", "file", "post", "announce", "reach", "draw":
		return true
	}
	return false
}

// nobodys reports whether a reporting noun is what something is done to by
// the source that the model chose, and not said by it: "quash talk that".
func (w *work) nobodys(i int, source candidate) bool {
	if w.token(i).UPOS != "NOUN" || source.tokens.Len() == 0 {
		return false
	}
	switch source.form {
	case "subject", "shared", "controller", "before":
	default:
		return false
	}
	verb := w.token(i).Head
	return verb >= 0 && verb < i && w.token(verb).UPOS == "VERB" && !w.takesUp(verb) && source.tokens.End <= verb
}

// isPer reports whether token i is the "per" of "per the bylaws".
func (w *work) isPer(i int) bool {
	if w.token(i).Lemma != "per" || i+1 >= w.tree.Len() || i == 0 || w.token(i-1).UPOS == "NUM" {
		return false
	}
	next := w.token(i + 1)
	return next.UPOS == "DET" || next.XPOS == "PRP$" || next.UPOS == "PROPN"
}

// makesClear reports whether the verb at token i belongs to "made (it) clear".
func (w *work) makesClear(i int) bool {
	if w.lemma(i) != "make" || i+2 >= w.tree.Len() {
		return false
	}
	return w.token(i+1).Form == "clear" || w.token(i+1).Form == "it" && w.token(i+2).Form == "clear"
}

// saidByNobody reports whether the verb at token i reports nothing: what was
// more "than analysts had forecast", what is "yet to be explained".
func (w *work) saidByNobody(i int) bool {
	if w.token(i).UPOS != "VERB" && (w.token(i).UPOS != "NOUN" || i == 0 || w.lemma(i-1) != "have") {
		return false
	}
	if w.token(i).XPOS == "VBN" && w.tree.Child(i, "aux:pass") >= 0 && w.tree.Child(i, "obl:agent") < 0 {
		for at := i - 1; at > 0 && at > i-6; at-- {
			if w.token(at).Form == "to" && w.token(at).UPOS == "PART" {
				return w.token(at-1).Lemma == "yet" || w.token(at-1).Lemma == "remain" || w.token(at-1).Lemma == "need"
			}
		}
	}
	at := i - 1
	for at > 0 && at > i-7 && (w.inPhrase(at) || w.token(at).UPOS == "AUX" || w.lemma(at) == "have" || w.token(at).UPOS == "ADV") {
		at--
	}
	if at < 0 || at == i-1 || lower(w.token(at).Form) != "than" {
		return false
	}
	return w.tree.Child(i, "ccomp") < 0
}
