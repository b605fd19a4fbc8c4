package claim

import "github.com/purport-nlp/purport/extractors/lexicon"

// governorOf returns the word that clause c completes: its governor or, where
// "that" opens the clause, the noun right before it that takes such a clause
// ("there are signs that").
func (w *work) governorOf(c *clause) int {
	start := w.tree.Subtree(c.head).First
	if start > 0 && isOneOf(w.lower[start], "that", "whether") && w.subject(c.head) > start && w.upos(start-1) == "NOUN" &&
		w.Stage.cues.Find(lexicon.CueNoun, w.lemma(start-1)) != nil && !(c.form == formNoun && w.nounCue(c.governor)) {
		n := start - 1
		for w.is(n, "nmod", "obl") && w.token(n).Head >= 0 && w.token(n).Head < n {
			// "evidence in the report that": the first noun takes the clause.
			h := w.token(n).Head
			if w.upos(h) == "VERB" && w.tree.Child(h, "obj") > h {
				h = w.tree.Child(h, "obj")
			}
			if h >= n || !w.nounCue(h) {
				break
			}
			n = h
		}
		return n
	}
	if c.governor < start && start > 0 && w.upos(start-1) == "NOUN" && w.subject(c.head) >= start && c.finite && w.clauseOf[start-1] >= 0 &&
		w.Stage.cues.Find(lexicon.CueNoun, w.lemma(start-1)) != nil && w.thereIs(w.clauseOf[start-1], start-1) {
		return start - 1 // "there is no chance he will"
	}
	return c.governor
}

// nounCue reports whether word i is a noun that takes a clause.
func (w *work) nounCue(i int) bool {
	return i >= 0 && w.upos(i) == "NOUN" && w.Stage.cues.Find(lexicon.CueNoun, w.lemma(i)) != nil
}

// asking reports words that a clause with "if" can be the object of.
func (w *work) asking(g int) bool {
	if e := w.Stage.cues.Find(lexicon.CueVerb, w.lemma(g)); e != nil && (e.Kind == "question" || e.Term == "know") {
		return true
	}
	e := w.Stage.cues.Find(lexicon.CueAdjective, w.lemma(g))
	return e != nil && e.Kind == "question"
}

// whether returns the word that makes clause c an embedded question, or -1.
func (w *work) whether(c *clause) int {
	if c.form != formComplement && c.form != formSubject && c.form != formAdverbial && c.form != formNoun {
		return -1
	}
	start := w.tree.Subtree(c.head).First
	for i := start; i <= c.head && i < start+3; i++ {
		switch w.lower[i] {
		case "whether":
			return i
		case "if":
			if c.form != formAdverbial && i == start || w.asking(c.governor) && c.governor < i {
				return i
			}
		case "who", "whom", "whose", "which", "what", "how", "why", "where", "when":
			if c.governor < i && (c.form != formAdverbial || w.asking(c.governor) && w.lower[i] != "when" && w.lower[i] != "where") {
				return i
			}
		case "about", "on", "of", "as", "to", "over", "exactly", "precisely", "just":
			continue
		}
		break
	}
	return -1
}
