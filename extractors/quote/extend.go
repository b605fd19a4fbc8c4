package quote

import (
	"unicode"
	"unicode/utf8"

	"github.com/purport-nlp/purport/pipeline"
)

// extend turns contents from ranges of tokens in one sentence into spans of
// the text: over the whole of a quotation that runs over sentences and
// paragraphs, and to the quotations that go on after their attribution.
func (w *work) extend() {
	kept := w.found[:0]
	for _, a := range w.found {
		a.span = w.contentSpan(&a)
		if statement := w.followingStatement(&a); !statement.IsZero() {
			a.span, a.act, a.form = statement, pipeline.ActStatement, "statement"
		}
		if a.span.IsZero() {
			a.span = w.nearbyQuotation(&a)
		}
		if !a.span.IsZero() {
			kept = append(kept, a)
		}
	}
	w.found = kept
	w.continueQuotations()
}

// followingStatement returns the quotation that a sentence such as "Senator
// Byrne issued the following statement on the budget:" announces: the one
// right after it.
func (w *work) followingStatement(a *attribution) pipeline.Span {
	s := w.doc.Sentences[a.sentence]
	if a.source.Len() == 0 || w.quoteAt[a.cueHead] >= 0 {
		return pipeline.Span{}
	}
	announced := false
	for t := a.cueHead + 1; t < s.Tokens.End && t < a.cueHead+7; t++ {
		switch w.doc.Tokens[t].Lemma {
		case "statement", "remark", "comment", "testimony":
			announced = true
		}
	}
	colon := w.doc.Tokens[s.Tokens.End-1].Form == ":"
	if !announced && !(colon && w.lexicon.Verb(w.doc.Tokens[a.cueHead].Lemma).Act != "") {
		return pipeline.Span{}
	}
	announcing := *a
	announcing.act = pipeline.ActStatement
	next := w.nearbyQuotation(&announcing)
	if next.Start < s.End {
		return pipeline.Span{}
	}
	return next
}

// contentSpan returns the text of a content: without the conjunction "that",
// and with the marks and the further sentences of a quotation at its ends.
func (w *work) contentSpan(a *attribution) pipeline.Span {
	r := w.withoutAttribution(a)
	tokens := w.doc.Tokens
	if r.Len() > 1 && isThat(&tokens[r.First]) && (r.First == a.cue.End || tokens[r.First].UPOS == "SCONJ" || r.First > 0 && isName(&tokens[r.First-1])) {
		r.First++
		r = w.trimDocument(r)
	}
	if r.First == a.cue.End {
		r.First = w.afterAddressee(r)
	}
	if r.Len() <= 0 || r.Len() == 1 && (tokens[r.First].XPOS == "WDT" || tokens[r.First].XPOS == "WP") {
		return pipeline.Span{}
	}
	span := pipeline.Span{Start: tokens[r.First].Start, End: tokens[r.End-1].End}
	own := w.quoteAt[a.cueHead]
	if a.form == "transcript" {
		return pipeline.Span{Start: span.Start, End: w.speechEnd(a, span.End)}
	}
	if q := w.quoteAt[r.First]; q >= 0 && q != own {
		span.Start = w.openingOf(int(q), span.Start)
	}
	if q := w.quoteAt[r.End-1]; q >= 0 && q != own {
		span.End = w.closingOf(int(q), span)
	}
	return span
}

// afterAddressee returns where the content begins after "told reporters
// that", "said on Friday that", for a content that takes in who was told or
// when: behind the conjunction, if nothing but phrases stands before it.
func (w *work) afterAddressee(r pipeline.Range) int {
	for at := r.First; at < r.End && at < r.First+12; at++ {
		t := &w.doc.Tokens[at]
		if at > r.First && isThat(t) && (t.UPOS != "PRON" && t.UPOS != "DET" || at+1 < r.End && w.beginsClause(at+1)) {
			return at + 1
		}
		switch t.UPOS {
		case "NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM", "ADP", "CCONJ", "PART":
		default:
			return r.First
		}
	}
	return r.First
}

// beginsClause reports whether the document's token i, after a "that" taken
// for a pronoun, begins a subject.
func (w *work) beginsClause(i int) bool {
	t := &w.doc.Tokens[i]
	return t.UPOS == "DET" || t.UPOS == "PROPN" || t.XPOS == "PRP" || t.XPOS == "PRP$"
}

// isThat reports whether a token may be the conjunction "that". Right after
// the cue it is, whatever the tagger says.
func isThat(t *pipeline.Token) bool {
	return t.Form == "that" && !pipeline.IsRelation(t.Deprel, "nsubj", "obj")
}

// speechEnd returns where what a speaker says in a transcript ends: with the
// paragraph, without the mark that closes it.
func (w *work) speechEnd(a *attribution, end int) int {
	unit := w.doc.Units[w.doc.Sentences[a.sentence].Unit]
	r := w.tokensIn(pipeline.Span{Start: end, End: unit.End})
	for r.First < r.End && w.doc.Tokens[r.End-1].UPOS == "PUNCT" && w.doc.Tokens[r.End-1].Form[0] != '.' {
		r.End--
	}
	if r.Len() == 0 {
		return end
	}
	return max(end, w.doc.Tokens[r.End-1].End)
}

// isName reports whether a token may end the phrase for who was told, before
// "that".
func isName(t *pipeline.Token) bool { return t.UPOS == "PROPN" || t.XPOS == "PRP" }

// withoutAttribution returns the content without the attribution where that
// stands at one of its ends: "According to X, P".
func (w *work) withoutAttribution(a *attribution) pipeline.Range {
	r := w.trimDocument(a.content)
	for _, part := range [3]pipeline.Range{a.cue, a.source, a.cue} {
		if part.Len() > 0 && part.First <= r.First && r.First < part.End {
			r.First = part.End
		}
		if part.Len() > 0 && part.First < r.End && r.End <= part.End {
			r.End = part.First
		}
		r = w.trimDocument(r)
	}
	return r
}

// trimDocument is trim for a range of document tokens.
func (w *work) trimDocument(r pipeline.Range) pipeline.Range {
	for r.First < r.End && w.doc.Tokens[r.First].UPOS == "PUNCT" {
		r.First++
	}
	for r.First < r.End && w.doc.Tokens[r.End-1].UPOS == "PUNCT" {
		r.End--
	}
	return r
}

// openingOf returns where quotation q begins, for a content that begins at
// start inside it. Paragraphs of one speech that each open with a mark are
// followed back.
func (w *work) openingOf(q, start int) int {
	if w.quotations[q].Start > start {
		return start
	}
	for q > 0 && w.runsOn(q-1) {
		q--
	}
	return w.quotations[q].Start
}

// closingOf returns where quotation q ends, for a content that ends in it.
func (w *work) closingOf(q int, span pipeline.Span) int {
	if w.quotations[q].Start >= span.End {
		return span.End
	}
	last := q
	for w.runsOn(last) {
		last++
	}
	if w.quotations[last].open {
		// Never closed: nothing but the sentence says where it ends.
		if last == q {
			i := w.doc.SentenceAt(span.End - 1)
			if i < 0 {
				return span.End
			}
			return max(span.End, w.doc.Sentences[i].End)
		}
	}
	return max(span.End, w.quotations[last].End)
}

// runsOn reports whether quotation q has no closing mark because the next
// paragraph opens with a mark again and goes on with it.
func (w *work) runsOn(q int) bool {
	if q+1 >= len(w.quotations) || !w.quotations[q].open {
		return false
	}
	next := &w.quotations[q+1]
	return next.unit == w.quotations[q].unit+1 && next.Start == w.doc.Units[next.unit].Start
}

// nearbyQuotation returns the quotation that an attribution without a content
// in its sentence introduces or closes, or a zero span.
func (w *work) nearbyQuotation(a *attribution) pipeline.Span {
	if a.act != pipeline.ActStatement && a.act != pipeline.ActQuestion {
		return pipeline.Span{}
	}
	s := w.doc.Sentences[a.sentence]
	next := w.firstQuotationFrom(s.End)
	if next < len(w.quotations) && w.blank(s.End, w.quotations[next].Start) {
		span := w.quotations[next].Span
		span.End = w.closingOf(next, span)
		return span
	}
	if next > 0 {
		q := w.quotations[next-1]
		if q.End <= s.Start && w.blank(q.End, s.Start) && s.Start < w.doc.Units[s.Unit].End && q.unit == s.Unit {
			return pipeline.Span{Start: w.openingOf(next-1, q.Start), End: q.End}
		}
	}
	return pipeline.Span{}
}

// firstQuotationFrom returns the index of the first quotation that begins at
// or after offset.
func (w *work) firstQuotationFrom(offset int) int {
	low, high := 0, len(w.quotations)
	for low < high {
		middle := (low + high) / 2
		if w.quotations[middle].Start < offset {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low
}

// blank reports whether only white space and punctuation stand between two
// offsets. It looks at no more than a few characters.
func (w *work) blank(from, to int) bool {
	if to < from || to-from > 40 {
		return false
	}
	for from < to {
		r, size := utf8.DecodeRuneInString(w.doc.Text[from:to])
		if !unicode.IsSpace(r) && !unicode.IsPunct(r) {
			return false
		}
		from += size
	}
	return true
}

// continueQuotations attributes quotations with no attribution of their own
// to the speaker before them: in the same paragraph after an attributed
// quotation, or as a paragraph of its own after one.
func (w *work) continueQuotations() {
	claimed := w.claimedQuotations()
	attributed := len(w.found)
	at := 0 // the first attribution whose cue lies after the quotation
	speaker, spoken := -1, -1
	for q := range w.quotations {
		if claimed[q] >= 0 {
			speaker, spoken = int(claimed[q]), q
			continue
		}
		own := &w.quotations[q]
		for at < attributed && w.doc.Tokens[w.found[at].cueHead].Start < own.Start {
			a := &w.found[at]
			if a.act == pipeline.ActStatement && w.speaks(a) && w.doc.Sentences[a.sentence].Unit == own.unit && w.quoteAt[a.cueHead] < 0 {
				speaker, spoken = at, q
			}
			at++
		}
		if speaker < 0 || !w.standsAlone(own) {
			continue
		}
		a := w.found[speaker]
		before := &w.quotations[spoken]
		sameParagraph := before.unit == own.unit || w.doc.Sentences[a.sentence].Unit == own.unit
		nextParagraph := own.unit == before.unit+1 && w.fillsUnit(own)
		if !sameParagraph && !nextParagraph {
			continue
		}
		a.span = own.Span
		if own.open {
			a.span.End = w.closingOf(q, pipeline.Span{Start: own.Start, End: own.Start + 1})
		}
		a.form, a.from = "continued", speaker
		w.found = append(w.found, a)
		spoken = q
	}
}

// speaks reports whether somebody speaks in an attribution: a verb that takes
// up what was said ("referring to") does not.
func (w *work) speaks(a *attribution) bool {
	t := &w.doc.Tokens[a.cueHead]
	return t.XPOS != "VBG" || w.lexicon.Verb(t.Lemma).Strong
}

// claimedQuotations returns, for each quotation, the attribution whose
// content holds it and whose cue stands outside of it, or -1.
func (w *work) claimedQuotations() []int32 {
	w.claimed = markTokens(w.claimed, len(w.quotations))
	for i := range w.found {
		a := &w.found[i]
		if own := w.quoteAt[a.cueHead]; own >= 0 && w.quotations[own].open {
			continue // whoever a speech tells of does not go on with it
		}
		for q := w.firstQuotationFrom(a.span.Start); q < len(w.quotations) && w.quotations[q].Start < a.span.End; q++ {
			if w.quoteAt[a.cueHead] != int32(q) {
				w.claimed[q] = int32(i)
			}
		}
		if q := w.firstQuotationFrom(a.span.Start) - 1; q >= 0 && w.quotations[q].End > a.span.Start && w.quoteAt[a.cueHead] != int32(q) {
			w.claimed[q] = int32(i)
		}
	}
	return w.claimed
}

// standsAlone reports whether a quotation begins a sentence and ends one.
func (w *work) standsAlone(q *quotation) bool {
	first := w.doc.SentenceAt(q.Start)
	if first < 0 {
		first = w.doc.SentenceAt(q.inner.Start)
	}
	last := w.doc.SentenceAt(q.End - 1)
	if first < 0 || last < 0 {
		return false
	}
	return w.blank(w.doc.Sentences[first].Start, q.inner.Start) && w.blank(min(q.inner.End, w.doc.Sentences[last].End), w.doc.Sentences[last].End)
}

// fillsUnit reports whether a quotation is all of its paragraph.
func (w *work) fillsUnit(q *quotation) bool {
	u := w.doc.Units[q.unit]
	return w.blank(u.Start, q.inner.Start) && w.blank(min(q.inner.End, u.End), u.End)
}
