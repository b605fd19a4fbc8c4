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
		if a.span.IsZero() {
			a.span = w.nearbyQuotation(&a)
		}
		if !a.span.IsZero() {
			kept = append(kept, a)
		}
	}
	w.found = kept
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
		return pipeline.Span{Start: span.Start, End: w.turnEnd(a.sentence, span.End)}
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
	return next.Start == w.doc.Units[next.unit].Start && w.follows(w.quotations[q].unit, next.unit, w.fillsUnit(&w.quotations[q]))
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
