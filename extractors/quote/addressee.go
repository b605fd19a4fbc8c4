package quote

import "github.com/purport-nlp/purport/pipeline"

// In a transcript, "you said" is said of the person spoken to: whoever is
// called by name, else the speaker of the turn before.

// addressee returns the name of who is spoken to in a sentence of a
// transcript, or "".
func (w *work) addressee(sentence int) string {
	at := w.turnFrom(sentence+1) - 1
	if at < 0 || sentence >= w.turnLimit(at) {
		return ""
	}
	for i := sentence; i >= w.turns[at].sentence && i > sentence-2; i-- {
		if name := w.vocative(w.doc.Sentences[i].Tokens, w.turns[at].colon); name != "" {
			return name
		}
	}
	speaker := w.turnName(at)
	for k := at - 1; k >= 0 && k > at-3; k-- {
		if name := w.turnName(k); name != speaker {
			return name
		}
	}
	return ""
}

// vocative returns the name that somebody is called by among tokens behind an
// offset: a person's name between marks, with or without a title.
func (w *work) vocative(r pipeline.Range, after int) string {
	for t := r.First; t < r.End; t++ {
		if w.entityAt[t] < 0 || w.doc.Tokens[t].Start < after {
			continue
		}
		e := &w.doc.Entities[w.entityAt[t]]
		if e.Label != pipeline.Person || e.Mention != pipeline.MentionName || t != e.Tokens.First {
			continue
		}
		first, end := t-1, e.Tokens.End
		if first > r.First && isTitle(lower(w.doc.Tokens[first].Form)) {
			first--
		}
		if first >= r.First && w.doc.Tokens[first].UPOS == "PUNCT" && end < r.End && w.doc.Tokens[end].UPOS == "PUNCT" && w.quoteAt[end] < 0 {
			return e.Name
		}
	}
	return ""
}
