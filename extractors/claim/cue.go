package claim

import (
	"github.com/purport-nlp/purport/extractors/lexicon"
	"github.com/purport-nlp/purport/pipeline"
)

// cue is a word or phrase that bears on a proposition.
type cue struct {
	tokens pipeline.Range
	kind   string
	rule   string
	// entry is its line in the lexicon, nil for cues of grammar.
	entry *lexicon.Cue
	// host is the token that an adverb modifies, for others the cue's own head.
	host int
	// part says that an adverb touches a part of the clause alone.
	part bool
}

// entryCue returns the cue that an entry of the lexicon is at the words r.
func entryCue(entry *lexicon.Cue, r pipeline.Range) cue {
	return cue{tokens: r, kind: entry.Kind, rule: ruleOf(entry), entry: entry}
}

// ruleOf names an entry of the lexicon: "adverb:reportedly".
func ruleOf(entry *lexicon.Cue) string { return string(entry.Class) + ":" + entry.Term }

// modalCue returns the cue that a modal verb is.
func modalCue(m *modal) cue {
	return cue{tokens: single(m.token), kind: "hedge", rule: m.rule}
}

// findCues finds the cues of several words and the adverbs.
func (w *work) findCues() {
	for i := 0; i < w.len(); i++ {
		for _, phrase := range w.Stage.cues.Phrases(w.lower[i]) {
			end, ok := w.matchPhrase(i, phrase.Words)
			if !ok || !w.sense(i, end, phrase) {
				continue
			}
			w.addPhrase(pipeline.Range{First: i, End: end}, phrase)
			i = end - 1
			break
		}
	}
}

// matchPhrase matches a phrase at token i and returns its end.
func (w *work) matchPhrase(i int, words []string) (int, bool) {
	at := i
	for k, word := range words {
		if word == "_" {
			for gap := 0; ; gap++ {
				if gap > 4 || at >= w.len() {
					return 0, false
				}
				if k+1 < len(words) && w.lower[at] == words[k+1] {
					break
				}
				at++
			}
			continue
		}
		if at >= w.len() || w.lower[at] != word && !(word == "is" && isOneOf(w.lower[at], "'s", "’s")) {
			return 0, false
		}
		at++
	}
	return at, true
}

// sense reports whether the words of a phrase have the sense of the lexicon
// here.
func (w *work) sense(first, end int, phrase *lexicon.Phrase) bool {
	if phrase.Class == lexicon.CueFrame && isOneOf(w.word(end-1), "is", "are", "was", "were") {
		// "The reality is that", not "the reality is grim".
		return w.word(end) == "that" || w.pause(end)
	}
	if phrase.Term == "of course" && first > 0 && w.upos(first-1) == "NOUN" {
		return false // "a change of course"
	}
	if phrase.Term == "no doubt" && (w.word(end) == "that" || w.word(end) == "about" || isOneOf(w.lemma(first-1), "have", "be", "leave")) {
		return false
	}
	if phrase.Class != lexicon.CueAdverb || end-first > 1 {
		return true
	}
	if phrase.Kind == "negation" {
		return false // negation.go sees to it
	}
	if w.is(first, "amod", "nsubj", "obj", "flat", "compound") || first > 0 && isQuoteMark(w.word(first-1)) && isQuoteMark(w.word(end)) {
		return false // "words like “maybe”"
	}
	switch w.lower[first] {
	case "likely", "unlikely":
		// Predicates and attributes are looked after elsewhere.
		return w.is(first, "advmod") || w.is(first, "obl", "parataxis", "discourse") && w.upos(first) == "ADV" ||
			first > 0 && w.pause(first-1) && w.upos(end) == "ADP"
	case "clearly", "plainly":
		// "speak clearly": manner, after the verb.
		head := w.token(first).Head
		return !(head >= 0 && head == first-1 && w.upos(head) == "VERB")
	}
	return true
}

// addPhrase adds the cue that a phrase of the lexicon is at the words r.
func (w *work) addPhrase(r pipeline.Range, phrase *lexicon.Phrase) {
	c := entryCue(phrase.Cue, r)
	c.host = w.headOf(r)
	if phrase.Class == lexicon.CueAdverb {
		c.host, c.part = w.adverbHost(r)
	}
	for i := r.First; i < r.End; i++ {
		w.covered[i] = len(w.cues)
	}
	w.cues = append(w.cues, c)
}

// headOf returns the token of r whose head lies outside it.
func (w *work) headOf(r pipeline.Range) int {
	for i := r.First; i < r.End; i++ {
		if h := w.token(i).Head; h < 0 || !r.Contains(h) {
			return i
		}
	}
	return r.First
}

// adverbHost returns the token that an adverb modifies, and whether that is
// but a part of its clause: a phrase that the adverb opens, set off from what
// stands before.
func (w *work) adverbHost(r pipeline.Range) (host int, part bool) {
	host = w.token(w.headOf(r)).Head
	if host < 0 {
		return w.headOf(r), false
	}
	if next := w.phraseAfter(r, host); next >= 0 {
		return next, true
	}
	if w.is(host, "advcl") && w.finite(host) && w.subject(host) >= 0 {
		return host, false
	}
	if w.predicative(host) && w.tree.Subtree(host).First < r.First && !w.is(host, "acl", "advcl", "xcomp") {
		return host, false
	}
	for w.is(host, "amod", "nummod", "det", "advmod", "case", "mark", "compound", "flat", "nmod:poss") && w.token(host).Head >= 0 {
		host = w.token(host).Head
	}
	opens := w.tree.Subtree(host).First >= r.First-1
	if opens && r.First > 0 && (w.pause(r.First-1) || isOneOf(w.lower[r.First-1], "and", "or", "but") && !w.finite(host) && w.upos(host) != "ADJ") &&
		w.is(host, "obl", "advcl", "appos", "conj", "nmod", "acl", "parataxis", "amod", "dep", "xcomp") && (!w.finite(host) || w.is(host, "advcl")) {
		return host, true
	}
	return host, false
}

// phraseAfter returns the phrase right after an adverb that is set off by a
// comma from the verb on which both hang: "…, allegedly for lack of space".
func (w *work) phraseAfter(r pipeline.Range, host int) int {
	if host >= r.First || r.First == 0 || !w.pause(r.First-1) || r.End >= w.len() {
		return -1
	}
	for c := w.tree.FirstChild(host); c >= 0; c = w.tree.NextSibling(c) {
		if c >= r.End && w.is(c, "obl", "advcl", "xcomp", "acl", "nmod", "conj") && !w.finite(c) && w.tree.Subtree(c).First <= r.End && w.tree.Subtree(c).First >= r.First {
			return c
		}
	}
	return -1
}
