package claim

import "github.com/purport-nlp/purport/pipeline"

// outside takes an attribution's own words off the ends of r.
func (w *work) outside(r pipeline.Range, q *pipeline.Quote, head int) pipeline.Range {
	at := w.token(head).Span
	if !w.content(q, at) || !w.presents(q) {
		return r
	}
	link := ownLink(q)
	for _, span := range [2]pipeline.Span{link.Cue, link.Span} {
		if span.Overlaps(at) {
			continue // "has been mentioned": its own verb
		}
		for i := r.First; i < head; i++ {
			if span.Overlaps(w.token(i).Span) && w.endsNear(r.First, i, q) {
				r.First = i + 1
			}
		}
		for i := r.End - 1; i > head; i-- {
			if span.Overlaps(w.token(i).Span) && w.startsNear(i, r.End, q) {
				r.End = i
			}
		}
	}
	return w.pastSourceTail(r, link, head)
}

// pastSourceTail takes off what the source named in front drags along up to
// the comma: "According to the code that went into force in July, P".
func (w *work) pastSourceTail(r pipeline.Range, link pipeline.SourceLink, head int) pipeline.Range {
	before := r.First - 1
	if before < 0 || link.Cue.Start > link.Span.Start || !link.Span.Overlaps(w.token(before).Span) {
		return r
	}
	for c := w.tree.FirstChild(head); c >= 0 && c < head; c = w.tree.NextSibling(c) {
		if phrase := w.tree.Subtree(c); phrase.Contains(before) && phrase.End <= head && !w.is(c, "nsubj", "csubj") {
			r.First = max(r.First, phrase.End)
			return r
		}
	}
	if !isOneOf(w.word(r.First), "of", "that", "who", "which", "whose") && w.token(r.First).XPOS != "VBN" {
		return r
	}
	for i := r.First; i < head; i++ {
		if w.lower[i] == "," {
			r.First = i + 1
			break
		}
	}
	return r
}

// endsNear reports whether what stands from first up to token i is no part of
// the content of q.
func (w *work) endsNear(first, i int, q *pipeline.Quote) bool {
	for j := first; j < i; j++ {
		if w.content(q, w.token(j).Span) && !w.punctuation(j) && w.upos(j) != "CCONJ" && w.upos(j) != "SCONJ" {
			return false
		}
	}
	return true
}

// startsNear reports whether what stands after token i up to end is no part of
// the content of q.
func (w *work) startsNear(i, end int, q *pipeline.Quote) bool {
	for j := i + 1; j < end; j++ {
		if w.content(q, w.token(j).Span) && !w.punctuation(j) {
			return false
		}
	}
	return true
}

// fromMark begins a clause that is quoted as a whole at its quotation mark,
// where only the occasion stands before it: "According to X at a meeting, “…”".
func (w *work) fromMark(r pipeline.Range, q *pipeline.Quote, c *clause) pipeline.Range {
	if q.Quotation != pipeline.QuotationMixed || w.upos(r.First) != "ADP" || !w.content(q, w.token(c.head).Span) {
		return r
	}
	for i := r.First + 1; i < c.head; i++ {
		if w.upos(i) == "VERB" || w.upos(i) == "AUX" || w.token(i).Head == c.head && w.is(i, "nsubj") {
			return r
		}
		if isDoubleQuote(w.token(i).Form) && w.pause(i-1) {
			return pipeline.Range{First: i, End: r.End}
		}
	}
	return r
}
