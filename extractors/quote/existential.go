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

// goesAround settles "Rumours spread that P": a noun that announces something
// and gets about by itself.
func (w *work) goesAround(i int) bool {
	if !w.announces(i) || w.words[i].report.Act != pipeline.ActStatement {
		return false
	}
	verb := i + 1
	for verb < w.tree.Len() && (w.token(verb).UPOS == "AUX" || w.token(verb).UPOS == "ADV") {
		verb++
	}
	switch w.lemma(verb) {
	case "have":
		if verb+2 >= w.tree.Len() || w.token(verb+1).Form != "it" {
			return false
		}
	case "spread", "circulate", "emerge", "surface", "swirl", "persist", "mount", "abound", "arise", "fly", "go":
	default:
		return false
	}
	for that := verb + 1; that < w.tree.Len() && that < verb+5; that++ {
		if w.token(that).Form == "that" && w.clauseFollows(that) {
			return w.settle("existential", "", i, -1, pipeline.Range{First: i, End: that}, pipeline.Range{}, pipeline.Range{First: that + 1, End: w.clauseEnd(that)})
		}
	}
	return false
}

// rumoured settles a participle of hearsay without an auxiliary: "the
// general, long rumoured to be ill".
func (w *work) rumoured(i int) bool {
	if w.token(i).XPOS != "VBN" || i+2 >= w.tree.Len() || w.token(i+1).Form != "to" || w.tree.Child(i, "aux:pass", "nsubj:pass", "aux") >= 0 {
		return false
	}
	switch w.lemma(i) {
	case "rumor", "rumour", "allege", "repute", "say", "think", "believe", "report":
	default:
		return false
	}
	at := i - 1
	for at >= 0 && w.token(at).UPOS == "ADV" {
		at--
	}
	if at < 0 || w.token(at).UPOS == "AUX" {
		return false
	}
	end := i + 1
	for end < w.tree.Len() && !w.endsPart(end) {
		end++
	}
	return w.settle("hearsay-participle", "", i, -1, pipeline.Range{First: i, End: i + 1}, pipeline.Range{}, pipeline.Range{First: i + 1, End: end})
}

// mistaken settles "The firm denies that P" where the tagger took the verb
// for a plural: no noun of that form announces anything.
func (w *work) mistaken(i int) bool {
	t := w.token(i)
	if t.XPOS != "NNS" || i == 0 || i+2 >= w.tree.Len() || w.token(i+1).Form != "that" || !w.clauseFollows(i+1) {
		return false
	}
	r := w.lexicon.Verb(t.Lemma)
	if !r.Strong || r.Act == pipeline.ActIntention || w.lexicon.Noun(t.Lemma).Act != "" {
		return false
	}
	source := pipeline.Range{First: w.phraseBack(i - 1), End: i}
	if source.Len() == 0 || source.First > 0 && w.token(source.First-1).UPOS == "ADP" {
		return false
	}
	w.words[i].report = r
	if r.Act == pipeline.ActEvent {
		w.words[i].report.Act = pipeline.ActStatement
	}
	return w.settle("mistaken", "subject", i, source.End-1, pipeline.Range{First: i, End: i + 1}, source, pipeline.Range{First: i + 2, End: w.clauseEnd(i + 1)})
}
