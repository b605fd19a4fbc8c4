package quote

import (
	"github.com/purport-nlp/purport/pipeline"
)

// A few constructions are told by their words and the order of them, and are
// rare enough in the articles that the model learned from, or hard enough on
// the parser, to be settled before either is asked. construction adds the
// attribution that token i heads in one of them, and reports whether there is
// one.
func (w *work) construction(i int) bool {
	switch w.token(i).UPOS {
	case "ADV":
		return w.words[i].report.Act != "" && w.hearsay(i)
	case "ADP":
		return w.inWordsOf(i)
	case "PUNCT":
		return w.transcript(i) || w.labelled(i)
	case "NOUN":
		return w.existential(i) || w.goesAround(i) || w.mistaken(i)
	case "VERB", "AUX":
		return w.asSaying(i) || w.rumoured(i) || w.asReported(i) || w.asTold(i) || w.extracted(i) || w.gerund(i)
	}
	return false
}

// settle adds an attribution whose parts are known.
func (w *work) settle(form, sourceForm string, head, sourceHead int, cue, source, content pipeline.Range) bool {
	content = w.trim(content)
	if content.Len() <= 0 {
		return false
	}
	t := w.tree.First
	act := w.words[head].report.Act
	if act == "" {
		act = pipeline.ActStatement
	}
	w.found = append(w.found, attribution{
		cueHead: t + head, cue: shift(cue, t), source: shift(source, t), content: shift(content, t),
		sentence: w.sentence, act: act, sourceForm: sourceForm, form: form,
		passive: sourceForm == "", from: -1, outer: -1, sourceHead: shiftIndex(sourceHead, t),
	})
	return true
}

// hearsay settles "reportedly" and its like: nobody is named, and they touch
// the phrase that follows ("held, allegedly for theft") or the clause around.
func (w *work) hearsay(i int) bool {
	content := w.phraseAfter(i)
	form := "hearsay-phrase"
	if content.Len() == 0 {
		content, form = w.clauseAround(i), "hearsay"
		if first := content.First; first > 1 && first < w.tree.Len() && (w.token(first).XPOS == "WDT" || w.token(first).XPOS == "WP") {
			// With the noun that the relative clause is about.
			at := first - 1
			if w.token(at).Form == "," {
				at--
			}
			if noun := w.phraseBack(at); noun <= at {
				content.First = noun
			}
		}
	}
	return w.settle(form, "", i, -1, pipeline.Range{First: i, End: i + 1}, pipeline.Range{}, content)
}

// phraseAfter returns the prepositional phrase that an adverb at token i
// stands before, unless it is the predicate of a copula.
func (w *work) phraseAfter(i int) pipeline.Range {
	if i+2 >= w.tree.Len() || i == 0 || w.token(i-1).UPOS == "AUX" {
		return pipeline.Range{}
	}
	switch next := w.token(i + 1); {
	case next.UPOS == "ADP", next.UPOS == "SCONJ", next.Form == "to" && w.token(i-1).Form == ",":
	default:
		return pipeline.Range{}
	}
	end := i + 1
	for end < w.tree.Len() && !w.endsPart(end) {
		end++
	}
	return pipeline.Range{First: i + 1, End: end}
}

// endsPart reports whether token i is punctuation that closes a part of the
// sentence.
func (w *work) endsPart(i int) bool {
	switch w.token(i).Form {
	case ",", ";", ":", ".", "—", "–", "--", ")":
		return w.punctuation(i)
	}
	return false
}

// clauseAround returns the clause that an adverb at token i belongs to:
// without the conjunction that opens it, other clauses beside it, and what
// lies beyond a semicolon.
func (w *work) clauseAround(i int) pipeline.Range {
	first, end := w.segment(i)
	verb := w.verbOf(i)
	if verb < first || verb >= end {
		return pipeline.Range{First: first, End: end}
	}
	r := pipeline.Range{First: min(i, verb), End: w.clauseEnd(max(i, verb))}
	subject := false
	for c := w.tree.FirstChild(verb); c >= 0; c = w.tree.NextSibling(c) {
		sub := w.tree.Subtree(c)
		switch {
		case sub.First < first || sub.End > end:
		case c > verb:
			if start := sub.First; w.is(c, "conj", "advcl", "parataxis") && w.clauseOfItsOwn(c) && start > max(i, verb) {
				r.End = min(r.End, start)
			}
		case !w.is(c, "mark", "cc", "advcl", "parataxis", "punct", "ccomp", "conj", "discourse"):
			subject = subject || w.is(c, "nsubj", "csubj", "expl")
			r.First = min(r.First, sub.First)
		}
	}
	if !subject && !w.is(verb, "conj", "xcomp", "acl", "advcl") {
		// The parse lost the subject: all that stands before is it.
		r.First = first
	}
	if isAccording(w.token(r.First).Form) {
		for at := r.First; at < i; at++ {
			if w.token(at).Form == "," {
				r.First = at + 1
				break
			}
		}
	}
	for at := max(i, verb) + 1; at < r.End-1; at++ {
		if w.token(at).Form == "," && isAccording(w.token(at+1).Form) {
			r.End = at
		}
	}
	if r.First > first && w.subordinates(r.First-1) {
		r.End = min(r.End, w.nextClause(max(i, verb), r.End))
	}
	return r
}

// clauseOfItsOwn reports whether clause c has a subject and stands behind a
// comma, so that a cue of the clause before does not reach it.
func (w *work) clauseOfItsOwn(c int) bool {
	start := w.tree.Subtree(c).First
	return w.tree.Child(c, "nsubj", "csubj", "expl") >= 0 && start > 0 && (w.punctuation(start-1) || w.punctuation(start))
}

// subordinates reports whether token i opens a clause that the main one
// follows: "although", "while", "when".
func (w *work) subordinates(i int) bool {
	switch lower(w.token(i).Form) {
	case "although", "though", "while", "when", "because", "since", "if", "after", "before", "as", "where", "once", "until":
		return true
	}
	return false
}

// nextClause returns the comma between i and end behind which a clause with a
// subject of its own begins, or end.
func (w *work) nextClause(i, end int) int {
	for at := i + 1; at < end-2; at++ {
		if w.token(at).Form == "," && w.subjectAndVerb(at+1) {
			return at
		}
	}
	return end
}

// segment returns the bounds of the part of the sentence around token i that
// semicolons, and the quotation that holds it, set off.
func (w *work) segment(i int) (first, end int) {
	q := w.quote(i)
	same := func(j int) bool { return w.token(j).Form != ";" && (q < 0 || w.quote(j) == q) }
	first, end = i, i+1
	for first > 0 && same(first-1) {
		first--
	}
	for end < w.tree.Len() && same(end) {
		end++
	}
	return first, end
}

// verbOf returns the predicate that an adverb at token i modifies: its head,
// or the next verb where the head is none; -1 where neither is there.
func (w *work) verbOf(i int) int {
	if head := w.token(i).Head; head >= 0 && w.predicate(head) {
		return head
	}
	for j := i + 1; j < w.tree.Len() && j < i+4; j++ {
		if w.token(j).UPOS == "VERB" {
			return j
		}
	}
	return -1
}

// predicate reports whether token i heads a clause.
func (w *work) predicate(i int) bool {
	return w.token(i).UPOS == "VERB" || w.tree.Child(i, "cop", "nsubj") >= 0
}

// asReported settles "As reported by X, P", "P, as reported by X" and "As
// noted in the letter, P".
func (w *work) asReported(i int) bool {
	if !w.words[i].report.Strong || i+2 >= w.tree.Len() {
		return false
	}
	inside := w.token(i+1).Form == "in"
	if !inside && lower(w.token(i+1).Form) != "by" {
		return false
	}
	as := i - 1
	if as > 0 && w.token(as).UPOS == "ADV" && lower(w.token(as).Form) != "as" {
		as--
	}
	if as < 0 || lower(w.token(as).Form) != "as" {
		return false
	}
	source := pipeline.Range{First: i + 2, End: i + 2}
	for source.End < w.tree.Len() && !w.endsPart(source.End) || source.End < w.tree.Len() && w.token(source.End).Form == ")" {
		source.End++
	}
	head := w.headOfPhrase(source)
	if inside && (head < 0 || w.token(i).XPOS != "VBN" || !w.isDocument(head)) {
		return false
	}
	content := pipeline.Range{First: 0, End: as}
	if w.trim(content).Len() == 0 {
		content = pipeline.Range{First: source.End, End: w.tree.Len()}
	}
	return w.settle("as-reported", "agent", i, head, pipeline.Range{First: as, End: i + 2}, w.trim(source), content)
}

// headOfPhrase returns the token of a range whose head lies outside of it,
// preferring nouns, else its last.
func (w *work) headOfPhrase(r pipeline.Range) int {
	for i := r.First; i < r.End; i++ {
		if h := w.token(i).Head; (h < r.First || h >= r.End) && w.nominal(i) && !w.is(i, "case", "punct") {
			return i
		}
	}
	for i := r.End - 1; i >= r.First; i-- {
		if w.nominal(i) {
			return i
		}
	}
	return r.End - 1
}

// extracted settles clauses whose subject has moved before the source: "a
// deal many believe was struck", "attacks which the probe said were hidden".
// A finite verb right after the reporting one gives them away.
func (w *work) extracted(i int) bool {
	r := w.words[i].report
	if !r.Strong || r.Act != pipeline.ActStatement && r.Act != pipeline.ActBelief || !w.finite(i) || w.quote(i) >= 0 {
		return false
	}
	next := i + 1
	for next < w.tree.Len() && w.token(next).UPOS == "ADV" {
		next++
	}
	if next >= w.tree.Len()-1 || !w.finite(next) {
		return false
	}
	source := w.phraseEnding(i, 6)
	before := source.First - 1
	if source.Len() == 0 || before < 0 {
		return false
	}
	content := pipeline.Range{First: i + 1, End: w.clauseEnd(next)}
	if before > 0 && w.token(before-1).Form == "," {
		content.End = w.insertionEnd(next, content.End)
	}
	switch t := w.token(before); {
	case w.is(before, "nsubj", "obj", "nsubj:pass") && (t.Form == "which" || t.Form == "that" || t.Form == "who"), t.XPOS == "WDT", t.XPOS == "WP" && t.Form == "who":
	case t.UPOS == "NOUN" && !isEmptyNoun(t.Lemma):
		content.First = w.phraseEnding(before, before).First
	default:
		return false
	}
	return w.settle("extracted", "subject", i, i-1, pipeline.Range{First: i, End: i + 1}, source, content)
}

// gerund settles "reported being beaten", "denied having met them", whose
// verb is easily taken for an auxiliary.
func (w *work) gerund(i int) bool {
	if r := w.words[i].report; !r.Strong || r.Act == pipeline.ActIntention || !w.finite(i) || i+3 >= w.tree.Len() || i == 0 {
		return false
	}
	next := w.token(i + 1).Form
	if next != "being" && next != "having" || !w.is(i, "aux") && !w.is(i+1, "aux", "ccomp", "xcomp") {
		return false
	}
	source := w.phraseEnding(i, 8)
	if source.Len() == 0 {
		return false
	}
	return w.settle("gerund", "subject", i, i-1, pipeline.Range{First: i, End: i + 1}, source, pipeline.Range{First: i + 1, End: w.clauseEnd(i + 2)})
}

// insertionEnd returns where a clause inserted between commas ends, before the
// verb that the sentence goes on with, or end.
func (w *work) insertionEnd(i, end int) int {
	for at := i + 1; at < end-1; at++ {
		if w.token(at).Form == "," && (w.finite(at+1) || w.token(at+1).UPOS == "ADV" && at+2 < end && w.finite(at+2)) {
			return at
		}
	}
	return end
}

// labelled settles `Maria Lopez: "P"`, where a name or a noun for somebody
// labels a quotation.
func (w *work) labelled(i int) bool {
	if w.token(i).Form != ":" || i == 0 || i > 8 || i+2 >= w.tree.Len() || w.quote(i+1) < 0 || w.quote(i) >= 0 {
		return false
	}
	for at := 0; at < i; at++ {
		if !w.inPhrase(at) && w.token(at).UPOS != "ADP" {
			return false
		}
	}
	source := pipeline.Range{First: 0, End: i}
	head := w.headOfPhrase(source)
	if !w.speaker(head) || w.isTime(head) {
		return false
	}
	end := i + 1
	for end < w.tree.Len() && w.quote(end) == w.quote(i+1) {
		end++
	}
	return w.settle("labelled", "before-colon", i, head, pipeline.Range{First: i, End: i + 1}, source, pipeline.Range{First: i + 1, End: end})
}

// isEmptyNoun reports whether a noun stands for what is said and not for what
// it is said of: "the only thing he said was no".
func isEmptyNoun(lemma string) bool {
	switch lemma {
	case "thing", "all", "everything", "word", "way", "time", "reason", "moment", "day":
		return true
	}
	return false
}

// finite reports whether token i is a finite verb or a modal.
func (w *work) finite(i int) bool {
	switch w.token(i).XPOS {
	case "VBD", "VBZ", "VBP", "MD":
		return true
	}
	return false
}

// phraseEnding returns the noun phrase that ends right before token i, of no
// more than most tokens.
func (w *work) phraseEnding(i, most int) pipeline.Range {
	r := pipeline.Range{First: i, End: i}
	for r.First > 0 && i-r.First < most && w.inPhrase(r.First-1) {
		r.First--
		if w.opensPhrase(r.First) {
			break
		}
	}
	return r
}

// inPhrase reports whether token i can be part of a short noun phrase.
func (w *work) inPhrase(i int) bool {
	switch t := w.token(i); t.UPOS {
	case "NOUN", "PROPN", "ADJ", "DET", "NUM":
		return t.XPOS != "WDT"
	case "PRON":
		return t.XPOS != "WP" && t.XPOS != "WDT" && t.XPOS != "EX"
	case "PART":
		return t.XPOS == "POS"
	}
	return false
}

// opensPhrase reports whether nothing of a noun phrase stands before token i.
func (w *work) opensPhrase(i int) bool {
	t := w.token(i)
	switch {
	case t.UPOS == "DET", t.UPOS == "PRON":
		return true
	case t.UPOS == "ADJ":
		form := lower(t.Form)
		return form == "many" || form == "some" || form == "few" || form == "several" || form == "most"
	}
	return false
}

// clauseEnd returns where the clause of the verb at token i ends: at a
// semicolon, or at a comma before a clause of its own.
func (w *work) clauseEnd(i int) int {
	_, end := w.segment(i)
	for at := i + 1; at < end-2; at++ {
		if w.token(at).Form == "," && w.contrasts(at+1) {
			return at
		}
	}
	return end
}

// contrasts reports whether a clause begins at token i that stands beside the
// one before: "but", "although", "even if" with a subject and a finite verb.
func (w *work) contrasts(i int) bool {
	at := i
	if lower(w.token(at).Form) == "even" {
		at++
		if at+2 < w.tree.Len() && (w.token(at).Form == "when" || w.token(at).Form == "if") {
			return w.subjectAndVerb(at + 1)
		}
	}
	if at+2 >= w.tree.Len() {
		return false
	}
	switch lower(w.token(at).Form) {
	case "but", "although", "though", "while", "whereas", "even", "yet":
		return w.subjectAndVerb(at + 1)
	}
	return false
}

// subjectAndVerb reports whether a noun phrase and then a finite verb follow
// from token i on, before any comma.
func (w *work) subjectAndVerb(i int) bool {
	subject := false
	for j := i; j < w.tree.Len() && j < i+16; j++ {
		switch {
		case w.token(j).Form == "," || w.token(j).Form == ";":
			return false
		case w.finite(j):
			return subject
		case w.token(j).XPOS == "VBG" && !subject:
			return false
		case w.nominal(j):
			subject = true
		}
	}
	return false
}
