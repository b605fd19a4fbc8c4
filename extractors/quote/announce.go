package quote

import "github.com/purport-nlp/purport/pipeline"

// Nouns that announce a clause ("claims that P") and the verbs that take them
// up; words that say who speaks beside verbs; and reporting that is none.

// thatClause returns the clause that a reporting noun announces with "that",
// where the content is not it already: "made claims to others that P".
func (w *work) thatClause(a *frame, content candidate) pipeline.Range {
	noun := -1
	for i := a.cue.First; i < a.cue.End; i++ {
		if t := w.token(i); t.UPOS == "NOUN" && w.announces(i) {
			noun = i
		}
	}
	if noun < 0 {
		return pipeline.Range{}
	}
	that := w.thatAfter(noun)
	if that < 0 {
		return pipeline.Range{}
	}
	end := w.clauseEnd(that)
	if verb := w.resumes(noun, that, end); verb > 0 {
		end = verb
	} else if content.tokens.First == that || content.tokens.First == that+1 {
		return pipeline.Range{}
	}
	return w.trim(pipeline.Range{First: that + 1, End: end})
}

// resumes returns where the main clause goes on after the clause with "that"
// of a noun that is its subject: at the second verb, if nothing before it
// opens another clause; or -1.
func (w *work) resumes(noun, that, end int) int {
	for at := noun - 1; at >= 0 && w.token(at).Form != ";" && w.token(at).Form != ":"; at-- {
		if w.finite(at) {
			return -1
		}
	}
	group, verbs := false, 0
	for at := that + 1; at < end; at++ {
		t := w.token(at)
		switch {
		case t.UPOS == "SCONJ" || t.UPOS == "CCONJ" || t.XPOS == "WDT" || t.XPOS == "WP" || t.XPOS == "WRB" || w.punctuation(at):
			return -1
		case w.finite(at) && !group:
			if verbs++; verbs == 2 {
				return at
			}
			group = t.UPOS == "AUX"
		case t.UPOS == "VERB":
			group = false
		case t.UPOS != "AUX" && t.UPOS != "ADV" && t.UPOS != "PART":
			group = false
		}
	}
	return -1
}

// announces reports whether the noun at token i may take a clause with "that".
func (w *work) announces(i int) bool {
	r := w.words[i].report
	return r.Strong && (r.Act == pipeline.ActStatement || r.Act == pipeline.ActBelief || r.Act == pipeline.ActKnowledge)
}

// thatAfter returns the conjunction "that" of the clause that noun announces:
// right after it, or after phrases that hang on it; -1 where there is none.
func (w *work) thatAfter(noun int) int {
	for i := noun + 1; i < w.tree.Len() && i < noun+18; i++ {
		t := w.token(i)
		switch {
		case t.Form == "that" && (t.UPOS == "SCONJ" || t.XPOS == "IN" || w.opensClause(i+1)) && w.clauseFollows(i):
			return i
		case t.Form == "that" && i == noun+1:
			return -1
		case t.Form == ";" || t.Form == ":" || t.Form == ",":
			return -1
		case w.finite(i) && !w.inBrackets(i):
			return -1
		}
	}
	return -1
}

// opensClause reports whether the word at token i, after a "that" taken for a
// pronoun, begins the subject of a clause.
func (w *work) opensClause(i int) bool {
	if i >= w.tree.Len() {
		return false
	}
	t := w.token(i)
	return t.UPOS == "DET" || t.UPOS == "PROPN" || t.XPOS == "PRP" || t.XPOS == "PRP$"
}

// clauseFollows reports whether a subject and a finite verb stand after
// token i.
func (w *work) clauseFollows(i int) bool {
	for j := i + 1; j < w.tree.Len(); j++ {
		if w.finite(j) || w.token(j).XPOS == "VBN" {
			// "the point that he made was": the clause lacks its object.
			gap := w.token(j).UPOS == "VERB" && j+1 < w.tree.Len() && w.token(j+1).UPOS == "AUX" && w.finite(j+1)
			return j > i+1 && !gap
		}
	}
	return false
}

// inBrackets reports whether a bracket is open at token i.
func (w *work) inBrackets(i int) bool {
	for j := i - 1; j >= 0; j-- {
		switch w.token(j).Form {
		case ")":
			return false
		case "(":
			return true
		}
	}
	return false
}

// announcement returns the noun that the verb at token i takes up to say
// something with, where a clause with "that" follows it: "made claims that",
// "did not find evidence that"; -1 where there is none.
func (w *work) announcement(i int) int {
	if w.token(i).UPOS != "VERB" || !w.takesUp(i) {
		return -1
	}
	for j := i + 1; j < w.tree.Len() && j < i+6; j++ {
		t := w.token(j)
		if t.UPOS == "NOUN" && w.announces(j) && w.thatAfter(j) >= 0 {
			return j
		}
		if t.UPOS != "DET" && t.UPOS != "ADJ" && t.UPOS != "NOUN" && t.UPOS != "ADV" && t.UPOS != "NUM" && t.XPOS != "PRP$" {
			return -1
		}
	}
	return -1
}

// takesUp reports whether the subject of the verb at token i stands behind
// what its object says: "made claims", not "quashed rumours".
func (w *work) takesUp(i int) bool {
	switch w.lemma(i) {
	case "make", "issue", "give", "release", "repeat", "express", "have", "offer", "present", "publish", "raise", "voice", "cite",
		"provide", "find", "see", "identify", "show", "produce", "deny", "dismiss", "reject", "refute", "dispute", "share", "hold",
		"echo", "reiterate", "confirm", "acknowledge", "air", "deliver", "spread", "float", "push", "discover", "uncover", "add",
		"include", "contain", "send", "submit", "file", "post", "announce", "reach", "draw":
		return true
	}
	return false
}

// isPer reports whether token i is the "per" of "per the bylaws".
func (w *work) isPer(i int) bool {
	if w.token(i).Lemma != "per" || i+1 >= w.tree.Len() || i == 0 || w.token(i-1).UPOS == "NUM" {
		return false
	}
	next := w.token(i + 1)
	return next.UPOS == "DET" || next.XPOS == "PRP$" || next.UPOS == "PROPN"
}

// makesClear reports whether the verb at token i belongs to "made (it) clear".
func (w *work) makesClear(i int) bool {
	if w.lemma(i) != "make" || i+2 >= w.tree.Len() {
		return false
	}
	return w.token(i+1).Form == "clear" || w.token(i+1).Form == "it" && w.token(i+2).Form == "clear"
}

// saidByNobody reports whether the verb at token i reports nothing: what was
// more "than analysts had forecast", what is "yet to be explained".
func (w *work) saidByNobody(i int) bool {
	if w.onlyNames(i) || w.onlyTells(i) {
		return true
	}
	if w.token(i).UPOS != "VERB" && (w.token(i).UPOS != "NOUN" || i == 0 || w.lemma(i-1) != "have") {
		return false
	}
	if w.token(i).XPOS == "VBN" && w.tree.Child(i, "aux:pass") >= 0 && w.tree.Child(i, "obl:agent") < 0 {
		for at := i - 1; at > 0 && at > i-6; at-- {
			if w.token(at).Form == "to" && w.token(at).UPOS == "PART" {
				return w.token(at-1).Lemma == "yet" || w.token(at-1).Lemma == "remain" || w.token(at-1).Lemma == "need"
			}
		}
	}
	at := i - 1
	for at > 0 && at > i-7 && (w.inPhrase(at) || w.token(at).UPOS == "AUX" || w.lemma(at) == "have" || w.token(at).UPOS == "ADV") {
		at--
	}
	if at < 0 || at == i-1 || lower(w.token(at).Form) != "than" {
		return false
	}
	return w.tree.Child(i, "ccomp") < 0
}

// onlyNames reports whether the participle at token i, behind its noun, gives
// it a name: "cuts known as levies".
func (w *work) onlyNames(i int) bool {
	if w.token(i).XPOS != "VBN" || !w.is(i, "acl") || i+1 >= w.tree.Len() || w.tree.Child(i, "aux:pass", "aux", "nsubj:pass") >= 0 {
		return false
	}
	return w.lemma(i) == "know" && w.token(i+1).Form == "as"
}

// onlyTells reports whether the verb at token i says what it is to be said and
// not what is said: "tells the truth", "it goes without saying".
func (w *work) onlyTells(i int) bool {
	switch w.lemma(i) {
	case "say":
		return i > 1 && w.token(i).XPOS == "VBG" && w.token(i-1).Form == "without" && w.lemma(i-2) == "go"
	case "tell":
		o := w.tree.Child(i, "obj")
		if o < i {
			return false
		}
		switch w.lemma(o) {
		case "truth", "lie", "joke":
			return true
		}
	}
	return false
}
