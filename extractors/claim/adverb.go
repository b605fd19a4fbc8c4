package claim

import "github.com/purport-nlp/purport/extractors/lexicon"

// adverbs applies the adverbs of clause k as a whole.
func (w *work) adverbs(v *view, k int) {
	for i := range w.cues {
		a := &w.cues[i]
		if a.part || a.entry.Class != lexicon.CueAdverb {
			continue
		}
		at := w.clauseOf[a.host]
		if at == k || at >= 0 && w.clauses[k].shared == at && w.sharesAdverb(a, k) {
			effect := a.entry.Affirmed
			if a.tokens.First > 0 && isOneOf(w.word(a.tokens.First-1), "not", "n't") {
				if !a.entry.Negated.Use {
					// "not necessarily", "not clearly": the adverb is denied.
					effect = isPossible
				} else {
					effect = a.entry.Negated
					v.negative = !v.negative
				}
			}
			w.apply(v, a, effect)
		}
	}
}

// infinitiveAdverbs applies the adverbs inside the infinitive of a raising
// predicate.
func (w *work) infinitiveAdverbs(v *view, x int) {
	for i := range w.cues {
		if a := &w.cues[i]; !a.part && a.entry.Class == lexicon.CueAdverb && w.clauseOf[a.host] == w.clauseOf[x] && w.clauses[w.clauseOf[x]].head == x {
			w.apply(v, a, a.entry.Affirmed)
		}
	}
}

// sharesAdverb reports whether an adverb before the first of two coordinated
// predicates covers the second, k, too: where both share one auxiliary or the
// adverb opens the sentence.
func (w *work) sharesAdverb(a *cue, k int) bool {
	first := &w.clauses[w.clauses[k].shared]
	if first.subject >= 0 && a.tokens.End <= w.tree.Subtree(first.subject).First {
		return true
	}
	return w.tree.Child(w.clauses[k].head, "aux", "cop") < 0 && a.tokens.First < first.head
}

// nounAdjective applies the adjective of a predicate noun that says how likely
// it is: "an unlikely scenario", "as a possible suspect".
func (w *work) nounAdjective(v *view, h int) {
	if !w.nominal(h) {
		return
	}
	for c := w.tree.FirstChild(h); c >= 0 && c < h; c = w.tree.NextSibling(c) {
		if !w.is(c, "amod") || !isLikelihood(w.lower[c]) {
			continue
		}
		entry := w.Stage.cues.Find(lexicon.CueAdverb, adverbOf(w.lower[c]))
		cue := entryCue(entry, single(c))
		w.apply(v, &cue, entry.Affirmed)
	}
}

// adverbOf returns the adverb of the lexicon that says what an adjective of
// likelihood says.
func adverbOf(adjective string) string {
	switch adjective {
	case "likely":
		return "likely"
	case "probable":
		return "probably"
	case "unlikely", "improbable", "doubtful", "implausible":
		return "unlikely"
	}
	return "possibly"
}
