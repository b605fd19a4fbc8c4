package quote

import "github.com/purport-nlp/purport/pipeline"

// Labels of a speech: a line with a colon that names what follows, and often
// whose it is, without a verb of saying.

// label notes a sentence that names a speech without a verb of saying, with
// whoever it is of: "Byrne's opening statement follows:", "The following is a
// statement from Senator Byrne:", "Remarks as prepared:". It reports whether there
// is one.
func (w *work) label(points, colon bool) bool {
	if !colon && (!points || w.tree.Len() > longestAnnouncement) {
		return false
	}
	noun := -1
	for i := range w.words {
		if w.quote(i) < 0 && isSpeech(lower(w.lemma(i))) {
			noun = i
			break
		}
	}
	if noun < 0 {
		return false
	}
	owner := w.speechOwner(noun)
	source := candidate{head: -1}
	if owner >= 0 {
		source = candidate{form: "possessive", head: owner, tokens: w.nameRange(owner)}
	}
	w.noteAnnouncement(noun, noun, source, announcement{formal: true, noun: true, points: points || owner >= 0})
	w.forget(noun, w.prepared(noun))
	return true
}

// prepared returns the participle of "remarks as prepared" behind the noun at
// token i, or i.
func (w *work) prepared(i int) int {
	if i+2 < w.tree.Len() && w.token(i+1).Form == "as" && w.token(i+2).UPOS == "VERB" {
		return i + 2
	}
	return i
}

// speechOwner returns who the speech named at token noun is by: before its
// possessive ending, or behind "by", "from", "of"; or -1.
func (w *work) speechOwner(noun int) int {
	for at := noun - 1; at >= 0 && at > noun-6; at-- {
		switch t := w.token(at); {
		case t.XPOS == "POS" && at > 0 && w.isKnown(at-1):
			return at - 1
		case t.XPOS == "PRP$" && w.isKnown(at):
			return at
		}
	}
	behind := false // "by", "from" or "of", with nothing else since
	for at := noun + 1; at < w.tree.Len() && at < noun+longestOwner; at++ {
		switch t := w.token(at); {
		case t.Form == "by" || t.Form == "from" || t.Form == "of" || t.Form == "OF" || t.Form == "BY" || t.Form == "FROM":
			behind = true
		case t.UPOS == "VERB" && w.finite(at):
			return -1
		case t.UPOS == "ADP":
			behind = false // "on the death of": somebody else
			if t.Form != "to" {
				return -1
			}
		case behind && w.isKnown(at) && w.entity(at).Label == pipeline.Person:
			return w.entity(at).Tokens.End - 1 - w.tree.First
		}
	}
	return -1
}

// longestOwner is how many tokens behind the word for a speech the speaker is
// looked for.
const longestOwner = 14

// isKnown reports whether token i is the name of a person or a body, or a
// pronoun that stands for one.
func (w *work) isKnown(i int) bool {
	e := w.entity(i)
	return e != nil && e.Name != "" && (e.Label == pipeline.Person || e.Label == pipeline.Organization) && e.Mention != pipeline.MentionNominal
}

// nameRange returns the words of the name that token n ends, with the title
// before it.
func (w *work) nameRange(n int) pipeline.Range {
	r := pipeline.Range{First: n, End: n + 1}
	if e := w.entity(n); e != nil {
		r.First = max(e.Tokens.First-w.tree.First, 0)
	}
	for r.First > 0 && (w.is(r.First-1, "compound", "flat") || w.token(r.First-1).UPOS == "PROPN") && w.quote(r.First-1) < 0 {
		r.First--
	}
	return r
}
