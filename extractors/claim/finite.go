package claim

import "github.com/purport-nlp/purport/pipeline"

// predicative reports whether token i is a predicate: a verb, or a noun or
// adjective with a copula.
func (w *work) predicative(i int) bool {
	return w.upos(i) == "VERB" || w.upos(i) == "AUX" || w.tree.Child(i, "cop", "aux") >= 0
}

// finite reports whether the clause headed by i has a finite verb.
func (w *work) finite(i int) bool {
	if finiteTag(w.token(i)) {
		return true
	}
	for c := w.tree.FirstChild(i); c >= 0; c = w.tree.NextSibling(c) {
		if w.is(c, "aux", "cop") && finiteTag(w.token(c)) {
			return true
		}
	}
	// What has a subject and no auxiliary is finite, whatever the tagger took
	// its verb for: the base form for an infinitive, the past tense for a
	// participle, "resigns" for a plural.
	if w.tree.Child(i, "nsubj") < 0 || w.tree.Child(i, "aux", "cop") >= 0 || w.childWord(i, "mark", "to") >= 0 {
		return false
	}
	switch w.token(i).XPOS {
	case "VB", "VBN":
		return true
	case "NNS", "NN":
		return w.mark(i) >= 0
	}
	return false
}

// finiteTag reports the tags of finite verbs.
func finiteTag(t *pipeline.Token) bool {
	switch t.XPOS {
	case "VBD", "VBZ", "VBP", "MD":
		return true
	}
	return false
}
