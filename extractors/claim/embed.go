package claim

import (
	"github.com/purport-nlp/purport/extractors/lexicon"
	"github.com/purport-nlp/purport/pipeline"
)

// operator is a word or phrase whose complement a clause is.
type operator struct {
	entry  *lexicon.Cue
	tokens pipeline.Range
	// token heads the operator; at is the clause that it stands in.
	token, at int
	// denied says that the operator is negated, by the token negation.
	denied   bool
	negation int
	// whether says that the complement is an embedded question.
	whether bool
}

// embedding returns the operator that clause k is the complement of.
func (w *work) embedding(k int) (operator, bool) {
	c := &w.clauses[w.base(k)]
	if i := w.phraseBefore(c); i >= 0 {
		return w.phraseOperator(i), true
	}
	if op, ok := w.equated(k); ok {
		return op, op.entry != nil || op.whether
	}
	if c.governor < 0 || c.form == formConjunct || w.turnsAway(k) {
		return operator{}, false
	}
	g := w.governorOf(c)
	whether := w.whether(c)
	op := operator{token: g, at: w.clauseOf[g], tokens: single(g), negation: -1, whether: whether >= 0}
	if i := w.covered[g]; i >= 0 && w.cues[i].entry.Class != lexicon.CueAdverb && !w.cues[i].tokens.Contains(c.head) {
		op.entry, op.tokens = w.cues[i].entry, w.cues[i].tokens
		return w.deny(op), true
	}
	if !w.completes(c, g, whether) {
		return operator{}, false
	}
	op.entry = w.operatorEntry(g)
	if op.entry == nil && whether < 0 {
		return operator{}, false
	}
	op.whether = op.whether || w.soughtAfter(g)
	w.raiseDenial(&op)
	if p := w.tree.Child(g, "compound:prt"); p == g+1 && op.entry != nil && len(op.entry.Term) > len(w.lemma(g)) {
		op.tokens.End++
	}
	return w.deny(op), true
}

// phraseOperator returns the operator that cue i, a frame of several words, is.
func (w *work) phraseOperator(i int) operator {
	r := w.cues[i].tokens
	h := w.headOf(r)
	return operator{entry: w.cues[i].entry, tokens: r, token: h, at: w.clauseOf[h], negation: -1}
}

// completes reports whether clause c, with whether as its question word or
// -1, can be the complement of word g.
func (w *work) completes(c *clause, g, whether int) bool {
	switch c.form {
	case formComplement, formSubject, formNoun:
		return true
	case formRelative:
		return g != c.governor
	case formAdverbial:
		return g != c.governor || whether >= 0 && (w.lower[whether] == "whether" || w.asking(g)) || w.looseComplement(c)
	case formInfinitive, formParticiple:
		if w.expectedOf(c) {
			return true
		}
		return w.upos(g) == "NOUN" && w.gerundOf(c)
	}
	return false
}

// soughtAfter reports a noun that somebody looks out for: what "watching for
// signs that P" says of P is that it is not known.
func (w *work) soughtAfter(noun int) bool {
	if w.upos(noun) != "NOUN" || w.childWord(noun, "case", "for") < 0 {
		return false
	}
	h := w.token(noun).Head
	if h >= 0 && w.nominal(h) {
		h = w.token(h).Head // "monitoring prices for evidence"
	}
	return h >= 0 && isOneOf(w.lemma(h), "look", "watch", "search", "monitor", "wait", "seek", "hunt", "scan", "comb", "study", "examine", "check", "scour")
}

// raiseDenial makes the verb the operator whose object a noun is that it
// denies: in "dismissed reports that", the denial counts.
func (w *work) raiseDenial(op *operator) {
	g := op.token
	v := w.token(g).Head
	if op.entry == nil || w.upos(g) != "NOUN" || v < 0 || !w.is(g, "obj") || w.upos(v) != "VERB" {
		return
	}
	if e := w.Stage.cues.Find(lexicon.CueVerb, w.lemma(v)); e != nil && e.Kind == "negation" {
		op.entry, op.token, op.tokens, op.at = e, v, single(v), w.clauseOf[v]
	}
}

// turnsAway reports whether clause k stands against a complement clause
// rather than in it: "Many said he would lose, but the turnout was high".
func (w *work) turnsAway(k int) bool {
	c := &w.clauses[k]
	if c.form != formConjunct || w.subject(c.head) < 0 || w.mark(c.head) >= 0 {
		return false
	}
	but := w.childWord(c.head, "cc", "but", "yet")
	return but > 0 && w.pause(but-1)
}

// gerundOf reports a clause after "the possibility of", "no sign of".
func (w *work) gerundOf(c *clause) bool {
	return w.token(c.head).XPOS == "VBG" && w.childWord(c.head, "mark", "of") >= 0
}

// looseComplement reports a clause with "that" right after a word that takes
// one, whatever relation the parser gave it.
func (w *work) looseComplement(c *clause) bool {
	m := w.mark(c.head)
	return m >= 0 && w.lower[m] == "that" && m == w.tree.Subtree(c.head).First && (m == c.governor+1 || w.word(m-1) == "it")
}

// phraseBefore returns the frame of several words that ends right before
// clause c, or -1.
func (w *work) phraseBefore(c *clause) int {
	start := w.tree.Subtree(c.head).First
	if w.punctuation(start) {
		return -1
	}
	for i := range w.cues {
		q := &w.cues[i]
		if q.entry.Class != lexicon.CueFrame && q.entry.Class != lexicon.CueAdjective {
			continue
		}
		if q.tokens.Contains(c.head) {
			continue
		}
		if q.tokens.End == start || q.tokens.End == start-1 && w.word(start-1) == "that" || q.tokens.First == start && q.entry.Class == lexicon.CueFrame {
			return i
		}
	}
	return -1
}
