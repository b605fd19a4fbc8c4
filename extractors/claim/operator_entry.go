package claim

import "github.com/purport-nlp/purport/extractors/lexicon"

// operatorEntry returns what the lexicon knows of word g as governor of a
// complement, or nil.
func (w *work) operatorEntry(g int) *lexicon.Cue {
	switch w.upos(g) {
	case "VERB", "AUX":
		return w.verbEntry(g)
	case "ADJ":
		// A participle that the tagger took for an adjective.
		if e := w.participle(g); e != nil && w.tree.Child(g, "expl") >= 0 {
			return e
		}
	case "NOUN", "PROPN":
		if e := w.Stage.cues.Find(lexicon.CueNoun, w.lemma(g)); e != nil {
			return e
		}
	}
	return w.adjectiveEntry(g)
}

// verbEntry is operatorEntry for a verb.
func (w *work) verbEntry(g int) *lexicon.Cue {
	cues := w.Stage.cues
	lemma := w.lemma(g)
	if w.passive(g) || w.token(g).XPOS == "VBN" && w.tree.Child(g, "nsubj") < 0 && w.tree.Child(g, "aux") < 0 {
		e := cues.Find(lexicon.CuePassive, lemma)
		if e == nil {
			e = w.participle(g)
		}
		if e != nil && w.agentOf(g) < 0 {
			return e
		}
		if e := cues.Find(lexicon.CueAdjective, w.lower[g]); e != nil {
			return e
		}
	}
	if p := w.tree.Child(g, "compound:prt"); p == g+1 {
		if e := cues.Find(lexicon.CueVerb, lemma+" "+w.lower[p]); e != nil {
			return e
		}
	}
	if e := cues.Find(lexicon.CueVerb, lemma); e != nil || w.tree.Child(g, "obj", "iobj") >= 0 {
		return e // "telling them that" is no "telling fact"
	}
	return cues.Find(lexicon.CueAdjective, w.lower[g])
}

// adjectiveEntry is operatorEntry for an adjective, which may come with the
// word before it: "not clear".
func (w *work) adjectiveEntry(g int) *lexicon.Cue {
	for _, term := range [2]string{w.lower[g], w.lemma(g)} {
		if g > 0 {
			if e := w.Stage.cues.Find(lexicon.CueAdjective, w.lower[g-1]+" "+term); e != nil {
				return e
			}
		}
		if e := w.Stage.cues.Find(lexicon.CueAdjective, term); e != nil {
			return e
		}
	}
	return nil
}

// participle returns the passive entry for word g as a participle, or nil.
func (w *work) participle(g int) *lexicon.Cue {
	word := w.lower[g]
	for cut := 0; cut <= 2 && cut < len(word); cut++ {
		if e := w.Stage.cues.Find(lexicon.CuePassive, word[:len(word)-cut]); e != nil && (cut == 0 || word[len(word)-1] == 'd') {
			return e
		}
	}
	return nil
}
