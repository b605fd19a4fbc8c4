package quote

import (
	"github.com/purport-nlp/purport/extractors/lexicon"
	"github.com/purport-nlp/purport/pipeline"
)

// What the model chose is looked over before it is kept: sources are whole
// phrases and not parts of them.

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
	if day := source.head; day > 0 && r.First == day && w.isTime(day) && w.nominal(day-1) {
		source.head--
		r = pipeline.Range{First: w.phraseBack(day - 1), End: day} // "the bank Tuesday said"
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
	for t := r.First; t < source.head && t < r.First+6 && r.First == 0; t++ {
		if f := w.token(t).Form; f == "-" || f == "--" || f == "–" || f == "—" {
			r.First = t + 1 // the place before a dateline's dash
		}
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
	r, source.head = w.wholeWords(r, source.head)
	r = w.closeBracket(r)
	r, source.head = w.headed(i, r, source.head)
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
	r = w.beforeTime(r, source.head)
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

// beforeTime cuts off when the speaker spoke: "the bank Tuesday", "the fund in
// 2015".
func (w *work) beforeTime(r pipeline.Range, head int) pipeline.Range {
	end := r.End
	for end-1 > head && (w.isTime(end-1) || w.isYear(end-1)) {
		end--
	}
	switch {
	case end == r.End:
		return r
	case w.token(end-1).Form == "in" || w.token(end-1).Form == "on":
		end--
	case w.token(end-1).UPOS == "ADP" || w.isYear(end):
		return r
	}
	return pipeline.Range{First: r.First, End: end}
}

// isYear reports whether token i is a number of four digits.
func (w *work) isYear(i int) bool {
	form := w.token(i).Form
	return w.token(i).UPOS == "NUM" && len(form) == 4 && (form[0] == '1' || form[0] == '2')
}

// isTime reports whether token i is the name of a day or month.
func (w *work) isTime(i int) bool {
	form := w.token(i).Form
	return w.token(i).UPOS != "AUX" && (lexicon.IsDayOrMonth(form) || form == "today" || form == "yesterday" || form == "tomorrow")
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
