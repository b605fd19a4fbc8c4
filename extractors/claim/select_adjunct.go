package claim

import (
	"github.com/purport-nlp/purport/extractors/lexicon"
	"github.com/purport-nlp/purport/pipeline"
)

// adverbialProposes reports whether an adverbial clause is a claim: one with
// a subject and a finite verb, but no comparison and no purpose.
func (w *work) adverbialProposes(k int) bool {
	c := &w.clauses[k]
	if w.subject(c.head) < 0 && w.tree.Child(c.head, "expl") < 0 || !c.finite {
		return false
	}
	if op, ok := w.embedding(k); ok && op.entry != nil {
		return true
	}
	if q := w.covered[c.head]; q >= 0 && w.cues[q].entry.Class == lexicon.CueAdverb {
		return false // "as legend has it"
	}
	switch w.firstMark(c) {
	case "than", "lest", "that":
		return false
	case "as":
		m := w.mark(c.head)
		return m > 0 && (w.pause(m-1) || w.tree.Subtree(c.head).First == 0) && !w.inserted(c)
	case "so":
		start := w.tree.Subtree(c.head).First
		return (w.pause(start-1) || w.pause(start)) && w.word(w.mark(c.head)+1) != "that" || w.pause(start) && w.word(start+2) != "that"
	}
	return true
}

// inserted reports "as X said", "as expected": an attribution, not a ground.
func (w *work) inserted(c *clause) bool {
	if o := w.tree.Child(c.head, "obj"); isOneOf(w.lemma(c.head), "put", "see", "have", "tell") && o == c.head+1 && w.lower[o] == "it" {
		return true // "as the paper put it"
	}
	return w.Stage.reporting.Verb(w.lemma(c.head)).Act != "" && w.tree.Child(c.head, "obj", "ccomp") < 0
}

// firstMark returns the word that opens an adverbial clause.
func (w *work) firstMark(c *clause) string {
	start := w.tree.Subtree(c.head).First
	for i := start; i < c.head && i < start+3; i++ {
		if w.is(i, "mark", "advmod") && w.token(i).Head == c.head || w.is(i, "case") {
			return w.lower[i]
		}
	}
	return ""
}

// relativeProposes reports whether a relative clause is a claim: one that
// only adds to what its noun means, or one that holds a hedge.
func (w *work) relativeProposes(k int) bool {
	c := &w.clauses[k]
	if !c.finite || c.governor < 0 {
		return false
	}
	if w.antecedent(c) < 0 {
		return w.aboutClause(c)
	}
	if isOneOf(w.word(w.antecedent(c)), "what", "whatever", "how") || c.frame {
		return false
	}
	if o := w.tree.Child(c.head, "obj", "ccomp", "xcomp", "obl"); w.Stage.reporting.Verb(w.lemma(c.head)).Strong && (o < 0 || w.relativeWord(o) && w.tree.Subtree(c.head).End == c.head+1) && !w.passive(c.head) {
		return false // "which the probe said": what it said is cut off
	}
	start := w.tree.Subtree(c.head).First
	if start > 0 && w.pause(start-1) || w.pause(start) {
		return true
	}
	if w.upos(w.antecedent(c)) == "PROPN" && isOneOf(w.lower[start], "which", "who") {
		return true // a name needs no clause to say which
	}
	if isOneOf(w.word(w.antecedent(c)), "what", "who", "those", "one", "anyone", "that", "all", "everything", "way", "reason") {
		return false
	}
	return w.hedged(k)
}

// aboutClause reports a relative clause about all that is said before it: "…,
// which in turn should help".
func (w *work) aboutClause(c *clause) bool {
	start := w.firstToken(c.head)
	return w.lower[start] == "which" && w.pause(start-1) && w.is(start, "nsubj")
}

// hedged reports whether clause k has a hedge of its own.
func (w *work) hedged(k int) bool {
	var v view
	w.adverbs(&v, k)
	if w.raising(w.clauses[k].head) != nil {
		return true
	}
	w.modals(&v, k)
	return v.leveled && v.level >= pipeline.Probable
}

// participleProposes reports whether a clause without a finite verb is a
// claim: what is reported as a deed ("denied taking money"), or what a noun
// hedges ("no sign of slowing down").
func (w *work) participleProposes(k int) bool {
	c := &w.clauses[k]
	if w.reportedDeed(c) {
		return tellsOfDeeds(w.lemma(c.governor))
	}
	op, ok := w.embedding(k)
	if ok && op.at >= 0 && w.whether(&w.clauses[op.at]) >= 0 {
		return false // "whether there is any chance of winning"
	}
	return ok && op.entry != nil && w.upos(op.token) == "NOUN" && w.frameLike(op.at, op.token) && w.tree.Subtree(c.head).Len() > 2
}

// reportedDeed reports a gerund that an attribution by its governor holds.
func (w *work) reportedDeed(c *clause) bool {
	g := c.governor
	if g < 0 || w.upos(g) != "VERB" || !w.gerund(c.head) || c.head < g || w.childWord(c.head, "mark", "of", "by", "in", "for") >= 0 {
		return false
	}
	q := w.quoteOf(g, c.head)
	return q != nil && q.Act != pipeline.ActEvent
}

// gerund reports a predicate that is a gerund itself or by its auxiliary:
// "being hit", "having been forced".
func (w *work) gerund(h int) bool {
	if w.token(h).XPOS == "VBG" {
		return true
	}
	a := w.tree.Child(h, "aux", "aux:pass", "cop")
	return a >= 0 && w.token(a).XPOS == "VBG"
}
