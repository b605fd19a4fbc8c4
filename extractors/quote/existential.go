package quote

import "github.com/purport-nlp/purport/pipeline"

// existential settles "There were reports that P", "there have been no claims
// of P": a noun that announces something, which nobody is said to have said.
// More nouns may be joined to it ("and reports of Q").
func (w *work) existential(i int) bool {
	if !w.announces(i) || i+2 >= w.tree.Len() || !w.afterThere(i) {
		return false
	}
	cue := pipeline.Range{First: i, End: i + 1}
	for cue.First > 0 && (w.token(cue.First-1).UPOS == "ADJ" || w.token(cue.First-1).UPOS == "DET" || w.token(cue.First-1).UPOS == "NUM" || w.token(cue.First-1).XPOS == "VBN") {
		cue.First--
	}
	if lower(w.token(cue.First).Form) == "no" || w.denied(cue.First) {
		return true // nobody reports anything
	}
	if w.token(i+1).Form == "of" {
		cue.End++
		return w.settle("existential", "", i, -1, cue, pipeline.Range{}, pipeline.Range{First: i + 2, End: w.clauseEnd(i)})
	}
	that := w.thatAfter(i)
	if that < 0 {
		return false
	}
	return w.settle("existential", "", i, -1, cue, pipeline.Range{}, pipeline.Range{First: that + 1, End: w.clauseEnd(that)})
}

// afterThere reports whether the noun at token i is what "there is", by
// itself or joined to another noun that announces something.
func (w *work) afterThere(i int) bool {
	verbs := 0
	for at := i - 1; at >= 0; at-- {
		t := w.token(at)
		switch {
		case t.XPOS == "EX", lower(t.Form) == "there" && (w.lemma(at-1) == "be" || w.lemma(at+1) == "be"):
			return verbs <= 1 || w.token(i-1).UPOS == "CCONJ" && w.announcesBefore(at, i)
		case t.Form == ";" || t.Form == ":" || w.quote(at) != w.quote(i):
			return false
		case w.finite(at):
			verbs++
			if verbs == 1 && t.UPOS == "VERB" && t.Lemma != "be" && w.token(i-1).UPOS != "CCONJ" {
				return false
			}
		}
	}
	return false
}

// announcesBefore reports whether a noun like that at token i stands between
// there and it.
func (w *work) announcesBefore(there, i int) bool {
	for at := there + 1; at < i; at++ {
		if w.token(at).UPOS == "NOUN" && w.announces(at) {
			return true
		}
	}
	return false
}

// denied reports whether "nor" or "not" stands before what there is, close to
// token i: "nor were there reports of".
func (w *work) denied(i int) bool {
	for at := i - 1; at >= 0 && at > i-6; at-- {
		switch lower(w.token(at).Form) {
		case "nor", "not", "n't", "n’t", "never", "neither":
			return true
		}
	}
	return false
}
