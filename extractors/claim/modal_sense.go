package claim

// permits reports whether "may" gives leave: in rules and laws, where a
// person or office does something or something is done.
func (w *work) permits(m, h, subject int) bool {
	if w.perfect(h) {
		return false
	}
	if w.peopleInGeneral(subject) && isRight(w.lemma(h)) && !w.passive(h) || w.nobody(subject) || w.besideDuty(h) {
		return true
	}
	if w.word(m+1) == "only" || w.word(m+1) == "not" && w.passive(h) && w.legal() {
		return true
	}
	if !w.legal() || w.upos(h) != "VERB" || subject < 0 {
		return w.word(subject) == "you" || w.word(subject) == "i" && m < subject
	}
	return w.agent(subject) || w.passive(h)
}

// peopleInGeneral reports a subject such as "women" or "members of unions": of
// these "may" and "could" often tell what they do by right.
func (w *work) peopleInGeneral(subject int) bool {
	return subject >= 0 && w.token(subject).XPOS == "NNS" && w.agent(subject) && w.nounStart(subject) == subject
}

// nobody reports a subject such as "no employer": what such "may" do is
// forbidden.
func (w *work) nobody(subject int) bool {
	return subject >= 0 && w.agent(subject) && w.childWord(subject, "det", "no") >= 0
}

// besideDuty reports a verb that is coordinated with one of duty: "an applicant
// must pay a fee and may not work".
func (w *work) besideDuty(h int) bool {
	first := h
	if w.is(h, "conj") {
		first = w.token(h).Head
	}
	for c := w.tree.FirstChild(first); c >= 0; c = w.tree.NextSibling(c) {
		if w.is(c, "aux") && isOneOf(w.lower[c], "must", "shall") {
			return true
		}
	}
	return false
}

// legal reports whether the sentence says what a rule lays down: "under the
// law", "the constitution".
func (w *work) legal() bool {
	for i := range w.lower {
		if ofLaw(w.token(i).Lemma) && (isOneOf(w.word(i-1), "under", "by") || isOneOf(w.word(i-1), "the", "this", "that") && (isOneOf(w.word(i-2), "under", "by") || w.is(i, "nsubj"))) {
			return true
		}
		if w.lower[i] == "pursuant" || isOneOf(w.token(i).Lemma, "bill", "provision", "legislation", "treaty") && isOneOf(w.word(i-2), "under", "by") {
			return true
		}
	}
	return false
}

// wasAble reports whether "could" tells of a past ability, or of one that was
// missing: what "could not be reached" was not reached.
func (w *work) wasAble(h, subject int) bool {
	if w.perfect(h) {
		return false
	}
	if w.peopleInGeneral(subject) && isOpenTo(w.lemma(h)) && !w.passive(h) {
		return true
	}
	if w.negatedBy(h) >= 0 {
		switch w.lemma(h) {
		case "be":
			return false
		case "happen", "rule", "lead", "affect", "mean", "become", "cause":
			return false
		}
		return w.tree.Child(h, "cop") < 0 || isOneOf(w.word(h), "able")
	}
	return perceives(w.lemma(h))
}

// expects reports whether "should" says what is to be expected rather than
// what ought to be done: of things that come about of themselves.
func (w *work) expects(h, subject int) bool {
	if w.perfect(h) || w.passive(h) || w.negatedBy(h) >= 0 || subject < 0 || w.agent(subject) {
		return false
	}
	if w.upos(h) != "VERB" {
		return isOneOf(w.word(h), "enough", "sufficient", "able", "available", "ready", "complete", "visible", "apparent", "easier", "possible", "higher", "lower")
	}
	return comesAbout(w.lemma(h))
}

// unreal reports whether "would" speaks of what is not so or hangs on a
// condition, rather than of politeness, habit or the future seen from the
// past.
func (w *work) unreal(h int) bool {
	if isOneOf(w.lemma(h), "like", "prefer", "love", "rather", "say", "argue", "suggest", "urge", "welcome", "hope", "appreciate", "call") && !w.perfect(h) {
		if s := w.subject(h); s >= 0 && isOneOf(w.word(s), "i", "we") {
			return false
		}
		return w.lemma(h) != "like"
	}
	return !w.refuses(h)
}

// refuses reports "would not" of somebody who does not want to: "neither
// ministry would comment".
func (w *work) refuses(h int) bool {
	k := w.clauseOf[h]
	if w.perfect(h) || w.negatedBy(h) < 0 || k >= 0 && w.hasCondition(k) {
		return false
	}
	return answers(w.lemma(h))
}
