package claim

import "github.com/purport-nlp/purport/pipeline"

// draft is a proposition on its way to become a claim.
type draft struct {
	// clause is its clause, or that in which its words stand.
	clause int
	// head is the token that heads the proposition.
	head   int
	tokens pipeline.Range
	rule   string
	// nominal says that the proposition has no predicate of its own: "reports
	// of arms transfers"; part that it is a phrase with an adverb of its own,
	// which is cue part.
	nominal bool
	part    int
	// apposition says that it is what an apposition tells of a name.
	apposition bool
	view       view
}

// choose drafts a proposition for each clause that puts one forward.
func (w *work) choose() {
	for k := range w.clauses {
		if w.proposes(k) {
			w.draftClause(k)
		}
	}
	w.draftParts()
	w.draftNominals()
	w.draftAppositions()
	w.draftAccusations()
}

// proposes reports whether clause k puts a proposition forward.
func (w *work) proposes(k int) bool {
	c := &w.clauses[k]
	if c.frame || w.inFrame(c.head) {
		return false
	}
	if isOneOf(w.lower[c.head], "provided", "providing") && w.comma(c.head-1) {
		return false
	}
	if c.form == formParataxis || c.form == formConjunct {
		start := w.tree.Subtree(c.head).First
		for start < c.head && (w.is(start, "cc") || w.punctuation(start)) {
			start++
		}
		if isOneOf(w.lower[start], "how", "what", "why") && w.word(w.len()-1) != "?" {
			return false
		}
	}
	if c.split > 0 {
		return true
	}
	if c.form == formMain && w.lower[0] == "only" && w.word(1) == "if" {
		return false
	}
	switch c.form {
	case formMain, formParataxis, formApposition:
		if w.commands(c) {
			return true
		}
		return c.finite && (c.subject >= 0 || w.tree.Child(c.head, "expl") >= 0) && !w.thanks(c)
	case formConjunct:
		return w.conjunctProposes(k)
	case formComplement, formSubject, formNoun:
		return w.complementProposes(k)
	case formAdverbial:
		return w.adverbialProposes(k)
	case formRelative:
		if w.governorOf(c) != c.governor {
			return w.complementProposes(k)
		}
		return w.relativeProposes(k)
	case formInfinitive:
		return c.governor >= 0 && w.quoteOf(c.governor, c.head) != nil && w.toldOf(c)
	case formParticiple:
		return w.participleProposes(k)
	}
	return false
}

// commands reports the demands of a list: "Require traders to keep records".
func (w *work) commands(c *clause) bool {
	return c.form == formMain && c.head == 0 && w.token(0).XPOS == "VB" && w.tree.Child(0, "obj") > 0 && w.len() > 5 &&
		w.doc.Units[w.doc.Sentences[w.sentence].Unit].Kind == pipeline.UnitListItem
}

// thanks reports clauses that greet and say nothing: "Thank you".
func (w *work) thanks(c *clause) bool { return isOneOf(w.lower[c.head], "thank", "thanks") }

// conjunctProposes reports whether a coordinated predicate is a claim of its
// own. Verbs that share an object stay together.
func (w *work) conjunctProposes(k int) bool {
	c := &w.clauses[k]
	base := &w.clauses[w.base(k)]
	if c.subject < 0 || w.childWord(c.head, "mark", "to") >= 0 || !c.finite && w.token(c.head).XPOS != "VBN" && w.token(c.head).XPOS != "VB" {
		return false
	}
	own := w.subject(c.head) >= 0
	if !own && c.shared >= 0 && !w.ownObject(w.clauses[c.shared].head, c.head) {
		return false
	}
	switch base.form {
	case formMain, formParataxis, formComplement, formSubject, formNoun, formApposition:
		if base.frame {
			return own || base.form == formMain
		}
		return base.form == formMain || base.form == formParataxis || w.proposes(w.base(k)) || own
	case formAdverbial:
		return own && w.adverbialProposes(w.base(k))
	case formRelative:
		return w.relativeProposes(w.base(k))
	}
	return false
}

// ownObject reports whether predicate a has complements of its own before
// its conjunct b: "raised money and hired guards", not "buy and sell arms".
func (w *work) ownObject(a, b int) bool {
	if w.upos(a) != "VERB" {
		return true
	}
	for c := w.tree.FirstChild(a); c >= 0; c = w.tree.NextSibling(c) {
		if c > a && c < b && w.is(c, "obj", "obl", "ccomp", "xcomp", "iobj", "advcl") {
			return true
		}
	}
	return w.tree.Child(b, "obj", "obl", "ccomp", "xcomp") < 0 && w.passive(a)
}

// complementProposes reports whether a complement clause is put forward: as
// the content of an attribution or of a hedge.
func (w *work) complementProposes(k int) bool {
	c := &w.clauses[k]
	if w.lower[c.head] == "there" {
		return false
	}
	if c.subject < 0 && w.tree.Child(c.head, "expl") < 0 && !(c.finite && w.childWord(c.head, "mark", "that") >= 0) || !c.finite && w.upos(c.head) == "VERB" && w.token(c.head).XPOS != "VB" {
		return false
	}
	if q := w.innermost(c.head); q != nil && (w.clauses[c.parent].frame || w.quoteOf(c.governor, c.head) != nil) {
		return !w.bareQuestion(k)
	}
	if w.bareQuestion(k) || w.mark(c.head) < 0 && !w.showsTense(c) {
		return false
	}
	op, ok := w.embedding(k)
	return ok && (op.entry != nil || op.whether) || w.reported(c)
}

// showsTense reports whether a clause without "that" has a verb that no
// participle can be.
func (w *work) showsTense(c *clause) bool {
	if w.token(c.head).XPOS != "VBN" && w.token(c.head).XPOS != "VB" {
		return true
	}
	return w.tree.Child(c.head, "aux", "cop") >= 0 || c.governor >= 0 && w.Stage.reporting.Verb(w.lemma(c.governor)).Strong
}

// reported reports the clause of a reporting verb whose attribution was not
// found.
func (w *work) reported(c *clause) bool {
	if c.form != formComplement || c.governor < 0 || w.upos(c.governor) != "VERB" {
		return false
	}
	r := w.Stage.reporting.Verb(w.lemma(c.governor))
	return r.Strong && (r.Act == pipeline.ActStatement || r.Act == pipeline.ActBelief || r.Act == pipeline.ActKnowledge)
}

// bareQuestion reports an embedded question whose subject is its question
// word: "who did it".
func (w *work) bareQuestion(k int) bool {
	return w.clauses[k].form == formSubject && w.whether(&w.clauses[k]) < 0 && isOneOf(w.word(w.tree.Subtree(w.clauses[k].head).First), "what", "who", "how", "why", "where", "when")
}

// innermost returns the innermost attribution around token h, or nil.
func (w *work) innermost(h int) (found *pipeline.Quote) {
	w.attributed(h, func(q *pipeline.Quote) {
		if found == nil {
			found = q
		}
	})
	return found
}

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
	switch w.firstMark(c) {
	case "than", "lest", "that":
		return false
	case "as":
		m := w.mark(c.head)
		return m > 0 && (w.comma(m-1) || w.tree.Subtree(c.head).First == 0) && !w.inserted(c)
	case "so":
		start := w.tree.Subtree(c.head).First
		return (w.comma(start-1) || w.comma(start)) && w.word(w.mark(c.head)+1) != "that" || w.comma(start) && w.word(start+2) != "that"
	}
	return true
}

// inserted reports "as X said", "as expected": an attribution, not a ground.
func (w *work) inserted(c *clause) bool {
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
	if !c.finite || c.governor < 0 || w.antecedent(c) < 0 {
		return false
	}
	if isOneOf(w.word(w.antecedent(c)), "what", "whatever", "how") || c.frame {
		return false
	}
	if w.Stage.reporting.Verb(w.lemma(c.head)).Strong && w.tree.Child(c.head, "obj", "ccomp", "xcomp", "obl") < 0 && !w.passive(c.head) {
		return false // "which the probe said": what it said is cut off
	}
	start := w.tree.Subtree(c.head).First
	if start > 0 && w.comma(start-1) || w.comma(start) {
		return true
	}
	if isOneOf(w.word(w.antecedent(c)), "what", "who", "those", "one", "anyone", "that", "all", "everything", "way", "reason") {
		return false
	}
	return w.hedged(k)
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
// claim: where it is hedged by itself.
func (w *work) participleProposes(k int) bool {
	c := &w.clauses[k]
	q := w.quoteOf(max(c.governor, 0), c.head)
	if c.governor >= 0 && q != nil && w.upos(c.governor) == "VERB" && w.token(c.head).XPOS == "VBG" && q.Act != pipeline.ActEvent && w.childWord(c.head, "mark", "of", "by", "in", "for") < 0 && c.head > c.governor {
		return isOneOf(w.lemma(c.governor), "report", "admit", "deny", "recall", "describe", "acknowledge", "suggest", "mention")
	}
	op, ok := w.embedding(k)
	return ok && op.entry != nil && w.upos(op.token) == "NOUN" && w.frameLike(op.at, op.token) && w.tree.Subtree(c.head).Len() > 2
}
