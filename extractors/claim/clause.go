package claim

import (
	"github.com/purport-nlp/purport/extractors/lexicon"
	"github.com/purport-nlp/purport/pipeline"
)

// form says what part a clause plays in its sentence.
type form uint8

const (
	formMain form = iota
	formComplement
	formSubject // a clause as subject: "that P is clear"
	formAdverbial
	formRelative
	formConjunct
	formParataxis
	formInfinitive // xcomp
	formNoun       // "the claim that P"
	formParticiple // "moving toward …", "given …"
	formApposition
)

var formNames = [...]string{"main", "complement", "subject", "adverbial", "relative", "conjunct", "parataxis", "infinitive", "noun-clause", "participle", "apposition"}

// clause is a predicate with what depends on it.
type clause struct {
	// head is the token that heads the predicate, parent the clause around it
	// or -1, governor the token that it depends on or -1.
	head, parent, governor int
	form                   form
	// subject is the token that heads its subject, own or shared, or -1.
	subject int
	finite  bool
	// shared is the first conjunct whose subject and auxiliaries it shares,
	// or -1.
	shared int
	// frame says that the clause only presents another one: "it is known
	// that", "officials said".
	frame bool
	// split is the number, from 1, of the place where the clause was split
	// off, 0 where the tree has it.
	split int
}

// findClauses cuts the tree into clauses, those that govern first.
func (w *work) findClauses() {
	root := w.tree.Root()
	if root < 0 {
		return
	}
	w.descend(root, -1)
	w.findSplits()
}

// descend visits the subtree of token i, which lies in clause parent.
func (w *work) descend(i, parent int) {
	if f, ok := w.clauseForm(i, parent); ok {
		w.clauses = append(w.clauses, clause{
			head: i, parent: parent, governor: w.token(i).Head, form: f, subject: w.subject(i), finite: w.finite(i), shared: -1,
		})
		parent = len(w.clauses) - 1
		w.share(parent)
	}
	w.clauseOf[i] = parent
	for c := w.tree.FirstChild(i); c >= 0; c = w.tree.NextSibling(c) {
		w.descend(c, parent)
	}
}

// clauseForm says whether token i heads a clause, and of which form.
func (w *work) clauseForm(i, parent int) (form, bool) {
	t := w.token(i)
	switch {
	case t.Head < 0:
		return formMain, true
	case w.is(i, "ccomp", "advcl", "conj", "parataxis", "appos", "dep", "list", "orphan") && w.relativeStart(i):
		return formRelative, true
	case w.is(i, "ccomp", "acl") && w.apart(i):
		return formParataxis, true
	case w.is(i, "ccomp"):
		return formComplement, true
	case w.is(i, "csubj"):
		return formSubject, true
	case w.is(i, "advcl"):
		if !w.finite(i) && w.subject(i) < 0 {
			return formParticiple, w.predicative(i)
		}
		return formAdverbial, true
	case t.Deprel == "acl:relcl":
		return w.relativeForm(i), true
	case w.is(i, "acl"):
		if w.finite(i) && (w.mark(i) >= 0 || w.contentClause(i)) {
			return formNoun, true
		}
		if w.finite(i) && isOneOf(w.lower[w.firstToken(i)], "which", "who", "whom", "whose") {
			return formRelative, true
		}
		return formParticiple, w.predicative(i)
	case w.is(i, "parataxis"):
		return formParataxis, w.predicative(i)
	case w.is(i, "xcomp"):
		return formInfinitive, w.predicative(i)
	case w.is(i, "conj"):
		return formConjunct, w.conjunctClause(i, parent)
	case w.is(i, "appos", "dep", "list", "orphan"):
		return formApposition, w.finite(i) && w.subject(i) >= 0
	}
	return 0, false
}

// relativeForm says what a clause is that the parser took for a relative one.
func (w *work) relativeForm(i int) form {
	if w.contentClause(i) {
		return formNoun
	}
	start := w.tree.Subtree(i).First
	if w.word(start) == "," && w.word(start+1) == "when" || w.word(start) == "when" && w.comma(start-1) {
		return formAdverbial
	}
	if s := w.subject(i); s >= 0 && w.finite(i) && (w.comma(start) || start > 0 && w.comma(start-1)) && !w.relativePronoun(i) {
		return formParataxis // "At the summit, Putin has yet to do so"
	}
	return formRelative
}

// relativeStart reports whether a finite clause after a comma begins with a
// relative pronoun, whatever its relation: "…, which sparked rumours".
func (w *work) relativeStart(i int) bool {
	start := w.firstToken(i)
	return start > 0 && w.word(start-1) == "," && isOneOf(w.lower[start], "which", "who", "whom", "whose", "where") && w.finite(i)
}

// relativePronoun reports whether the clause headed by i has a relative
// pronoun before its verb.
func (w *work) relativePronoun(i int) bool {
	for j := w.tree.Subtree(i).First; j < i; j++ {
		switch w.lower[j] {
		case "which", "who", "whom", "whose", "that", "where", "when", "why":
			return true
		}
	}
	return false
}

// apart reports whether a semicolon stands between a clause and what it
// hangs on: then it is a statement of its own.
func (w *work) apart(i int) bool {
	start := w.tree.Subtree(i).First
	return w.token(i).Head < start && (w.word(start) == ";" || start > 0 && w.word(start-1) == ";") && w.finite(i) && w.subject(i) >= 0
}

// conjunctClause reports whether conjunct i is a clause of its own: one that
// is coordinated with a clause and is a predicate.
func (w *work) conjunctClause(i, parent int) bool {
	if parent < 0 || !w.predicative(i) {
		return false
	}
	first := w.token(i).Head
	return w.clauses[parent].head == first || w.finite(i) && w.subject(i) >= 0
}

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

func finiteTag(t *pipeline.Token) bool {
	switch t.XPOS {
	case "VBD", "VBZ", "VBP", "MD":
		return true
	}
	return false
}

// share gives a conjunct the subject and auxiliaries of the clause that it is
// coordinated with.
func (w *work) share(k int) {
	c := &w.clauses[k]
	switch c.form {
	case formConjunct:
		if c.subject < 0 && c.parent >= 0 {
			c.subject = w.clauses[c.parent].subject
			c.shared = c.parent
			if !c.finite && w.tree.Child(c.head, "aux", "cop") < 0 {
				c.finite = w.clauses[c.parent].finite
			}
		}
	case formInfinitive, formParticiple:
		if c.subject < 0 && c.parent >= 0 {
			c.subject = w.clauses[c.parent].subject
		}
	case formRelative:
		// The subject of a relative clause is what its pronoun stands for.
		if c.subject >= 0 && isOneOf(w.word(c.subject), "who", "which", "that") {
			c.subject = c.governor
		}
	}
}

// base returns the clause whose place in the sentence clause k has: for a
// conjunct, that of the first one.
func (w *work) base(k int) int {
	for w.clauses[k].form == formConjunct && w.clauses[k].parent >= 0 {
		k = w.clauses[k].parent
	}
	return k
}

// contentClause reports whether the relative clause headed by i says what its
// noun holds ("the rumour that the mill will close"), whatever the parser
// took it for: "that" stands for no part of it.
func (w *work) contentClause(i int) bool {
	g := w.token(i).Head
	start := w.tree.Subtree(i).First
	s := w.subject(i)
	return w.word(start) == "that" && s > start && w.Stage.cues.Find(lexicon.CueNoun, w.lemma(g)) != nil &&
		(w.token(start).UPOS == "SCONJ" || w.tree.Child(i, "obj", "ccomp", "xcomp", "cop", "aux:pass", "obl") >= 0 && !w.is(start, "nsubj"))
}
