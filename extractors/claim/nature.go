package claim

import "github.com/purport-nlp/purport/pipeline"

// setNature says of which kind a claim is, and its tense.
func (w *work) setNature(c *pipeline.Claim, d *draft) {
	c.Tense, c.Kind = "present", "fact"
	if d.kind != draftOfClause {
		return
	}
	k := &w.clauses[d.clause]
	c.Tense = w.tense(k)
	switch {
	case c.Modality == "deontic":
		c.Kind = "normative"
	case c.Tense == "future":
		c.Kind = "prediction"
	case w.evaluates(d.head):
		c.Kind = "opinion"
	}
}

// tense returns past, present or future. The present perfect is past, an
// infinitive under "expected to" future.
func (w *work) tense(k *clause) string {
	h := k.head
	if k.shared >= 0 && w.tree.Child(h, "aux", "cop") < 0 && !finiteTag(w.token(h)) {
		h = w.clauses[k.shared].head
	}
	tense := "present"
	if w.token(h).XPOS == "VBD" {
		tense = "past"
	}
	for c := w.tree.FirstChild(h); c >= 0; c = w.tree.NextSibling(c) {
		if !w.is(c, "aux", "cop") {
			continue
		}
		switch {
		case w.token(c).XPOS == "MD":
			if word := w.modalWord(c); word == "will" || word == "shall" {
				return "future"
			}
			if w.perfect(h) {
				return "past"
			}
			return "present"
		case w.token(c).XPOS == "VBD":
			tense = "past"
		case w.lemma(c) == "have" && w.token(h).XPOS == "VBN":
			tense = "past"
		}
	}
	if x := w.tree.Child(h, "xcomp"); x >= 0 && tense == "present" {
		switch w.lemma(h) {
		case "go":
			if w.token(h).XPOS == "VBG" {
				return "future"
			}
		case "expect", "likely", "unlikely", "set", "poised", "due", "bound", "project", "forecast", "schedule", "slate", "plan":
			return "future" // of what its infinitive says
		}
	}
	return tense
}

// evaluates reports whether a predicate judges: "is a disaster", "was wrong".
func (w *work) evaluates(h int) bool {
	if w.tree.Child(h, "cop") < 0 {
		return false
	}
	return judges(w.lemma(h))
}
