package claim

import "github.com/purport-nlp/purport/extractors/lexicon"

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
	if w.word(start) == "," && w.word(start+1) == "when" || w.word(start) == "when" && w.pause(start-1) {
		return formAdverbial
	}
	if s := w.subject(i); s >= 0 && w.finite(i) && (w.pause(start) || start > 0 && w.pause(start-1)) && !w.relativePronoun(i) {
		return formParataxis // "At the summit, Putin has yet to do so"
	}
	return formRelative
}

// relativeStart reports whether a finite clause begins with a relative
// pronoun, whatever its relation: after a comma ("…, which sparked rumours")
// or as the subject right behind a noun ("claims that came from officials").
func (w *work) relativeStart(i int) bool {
	start := w.firstToken(i)
	if start < 1 || !w.finite(i) {
		return false
	}
	if isOneOf(w.word(start-1), ",", "(", "–", "—") {
		return isOneOf(w.lower[start], "which", "who", "whom", "whose", "where")
	}
	if !isOneOf(w.lower[start], "that", "which", "who") || w.is(i, "ccomp") && w.lower[start] != "that" {
		return false
	}
	return w.is(start, "nsubj") && w.token(start).Head == i && isOneOf(w.upos(start-1), "NOUN", "PROPN") &&
		(start+1 == i || w.is(start+1, "aux", "cop", "advmod"))
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

// contentClause reports whether the relative clause headed by i says what its
// noun holds ("the rumour that the mill will close"), whatever the parser
// took it for: "that" stands for no part of it.
func (w *work) contentClause(i int) bool {
	g := w.token(i).Head
	start := w.tree.Subtree(i).First
	s := w.subject(i)
	if s == start || s > start && w.word(start) != "that" {
		e := w.Stage.cues.Find(lexicon.CueNoun, w.lemma(g))
		if e == nil || !w.finite(i) || w.relativePronoun(i) {
			return false
		}
		a := w.tree.Child(i, "aux")
		return a >= 0 && w.token(a).XPOS == "MD" || e.Kind == "hearsay" && w.token(g).XPOS == "NNS" && w.complete(i) // "no chance he will go", "reports police beat them"
	}
	if isOneOf(w.lemma(i), "have", "make", "take", "face", "raise", "hold", "see") && w.tree.Child(i, "obj", "ccomp", "xcomp") < 0 {
		return false // "the doubts that they have": the pronoun is its object
	}
	return w.word(start) == "that" && s > start && w.Stage.cues.Find(lexicon.CueNoun, w.lemma(g)) != nil &&
		(w.token(start).UPOS == "SCONJ" || w.tree.Child(i, "obj", "ccomp", "xcomp", "cop", "aux:pass", "obl") >= 0 && !w.is(start, "nsubj"))
}

// complete reports a predicate with nothing left for a relative pronoun to
// stand for.
func (w *work) complete(i int) bool {
	return w.tree.Child(i, "obj", "ccomp", "xcomp", "cop", "aux:pass") >= 0
}
