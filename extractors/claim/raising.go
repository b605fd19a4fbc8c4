package claim

import "github.com/purport-nlp/purport/extractors/lexicon"

// ownRaising applies predicate h where it hedges its infinitive, and what
// stands in that.
func (w *work) ownRaising(v *view, h int, negated bool) {
	raising := w.raising(h)
	if raising == nil {
		return
	}
	effect := raising.Affirmed
	if negated && raising.Negated.Use {
		effect = raising.Negated
		v.negative = false
	}
	c := entryCue(raising, single(h))
	w.apply(v, &c, effect)
	if x := w.tree.Child(h, "xcomp", "ccomp"); x >= 0 {
		if n := w.negatedBy(x); n >= 0 {
			w.negate(v, n)
		}
		w.infinitiveAdverbs(v, x)
	}
}

// raising returns the entry of a predicate whose infinitive shares its
// subject ("is likely to", "is said to", "seems to"), or nil.
func (w *work) raising(h int) *lexicon.Cue {
	x := w.tree.Child(h, "xcomp", "ccomp", "advcl", "csubj")
	if w.passive(h) || w.token(h).XPOS == "VBN" && w.childWord(h, "mark", "with") >= 0 {
		return w.raisingPassive(h, x) // "with both expected to come"
	}
	if x >= 0 && w.lemma(h) == "expect" && w.childWord(h, "aux", "can", "may", "should") >= 0 && w.childWord(x, "mark", "to") >= 0 {
		return w.Stage.cues.Find(lexicon.CuePassive, "expect") // "drivers can expect to pay more"
	}
	entry := w.findEither(lexicon.CueRaising, h)
	if entry == nil || x < 0 {
		return nil
	}
	if w.upos(h) == "VERB" && isOneOf(w.lemma(h), "appear", "seem", "look") {
		if w.is(x, "ccomp", "advcl") {
			return nil
		}
		return entry
	}
	if w.childWord(x, "mark", "to") < 0 || w.subject(h) < 0 && w.clauseSubject(h) < 0 {
		return nil
	}
	return entry
}

// raisingPassive is raising for a passive h whose complement is x, or -1: "is
// said to", "was seen as".
func (w *work) raisingPassive(h, x int) *lexicon.Cue {
	entry := w.findEither(lexicon.CuePassive, h)
	if w.lemma(h) == "expose" {
		return nil // "exposed to lead hazards": to a thing, whatever the parser says
	}
	if entry == nil {
		entry = w.Stage.cues.Find(lexicon.CueRaising, w.lower[h])
	}
	if entry == nil && seesAs(w.lemma(h)) && w.hasAs(h) {
		entry = w.Stage.cues.Find(lexicon.CuePassive, "regard")
		if w.agentOf(h) >= 0 {
			return nil
		}
		return entry
	}
	switch {
	case entry == nil || w.agentOf(h) >= 0:
		return nil
	case x < 0:
		if deems(w.lemma(h)) && w.tree.Child(h, "obj", "obl") >= 0 {
			return entry
		}
		return nil
	}
	m := w.tree.Child(h, "aux")
	switch {
	case w.lemma(h) == "expect" && m >= 0 && isOneOf(w.modalWord(m), "can", "could") && w.negatedBy(h) >= 0:
		return nil // "cannot be expected to"
	case w.childWord(x, "mark", "to") >= 0:
		return entry
	case entry.Kind != "booster" && w.is(x, "xcomp") && w.token(x).XPOS != "VBG":
		return entry // "proved wrong" is no hedge
	}
	return nil
}

// findEither looks token i up by its lemma, else by its form.
func (w *work) findEither(class lexicon.CueClass, i int) *lexicon.Cue {
	if entry := w.Stage.cues.Find(class, w.lemma(i)); entry != nil {
		return entry
	}
	return w.Stage.cues.Find(class, w.lower[i])
}

// opensWithAs reports whether "as" opens the phrase or clause of token c.
func (w *work) opensWithAs(c int) bool {
	return w.childWord(c, "case", "as") >= 0 || w.childWord(c, "mark", "as") >= 0
}

// hasAs reports whether "as" follows verb h: "was seen as a signal".
func (w *work) hasAs(h int) bool {
	for c := w.tree.FirstChild(h); c >= 0; c = w.tree.NextSibling(c) {
		if c > h && w.is(c, "obl", "advcl", "xcomp", "nmod") && w.subject(c) < 0 && w.opensWithAs(c) {
			return true
		}
	}
	return false
}

// clauseSubject returns the subject, own or shared, of the clause that h heads,
// or -1.
func (w *work) clauseSubject(h int) int {
	if k := w.clauseOf[h]; k >= 0 && w.clauses[k].head == h {
		return w.clauses[k].subject
	}
	return -1
}

// agentOf returns who a passive says did it: the noun after "by", or -1.
func (w *work) agentOf(h int) int {
	for c := w.tree.FirstChild(h); c >= 0; c = w.tree.NextSibling(c) {
		if w.is(c, "obl") && c > h && w.childWord(c, "case", "by") >= 0 && (w.agent(c) || w.nominal(c) && w.token(c).Deprel == "obl:agent") {
			return c
		}
	}
	return -1
}

// hedgingPredicate applies a predicate that hedges its own subject: "a default
// is likely", "a truce seems unlikely".
func (w *work) hedgingPredicate(v *view, h int) {
	if w.tree.Child(h, "cop") < 0 {
		x := w.tree.Child(h, "xcomp")
		if x < 0 || !isOneOf(w.lemma(h), "seem", "appear", "look", "become", "remain") {
			return
		}
		h = x
	}
	if !isLikelihood(w.lower[h]) || w.upos(h) != "ADJ" || w.tree.Child(h, "xcomp", "ccomp", "csubj", "advcl") >= 0 {
		return
	}
	entry := w.Stage.cues.Find(lexicon.CueAdjective, w.lower[h])
	if entry == nil || w.cites(v, w.token(h).Span) {
		return
	}
	effect := entry.Affirmed
	if v.negative && entry.Negated.Use {
		v.negative, effect = false, entry.Negated
	}
	a := entryCue(entry, single(h))
	w.apply(v, &a, effect)
}
