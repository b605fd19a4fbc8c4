package claim

import "github.com/purport-nlp/purport/pipeline"

// afterLeadIn takes the phrases off the front of a clause, up to their comma,
// that lead up to what it says and tell neither when nor where nor on what
// condition: "Despite the rain, …", "Citing two reports, …", "In light of the
// losses, …".
func (w *work) afterLeadIn(r pipeline.Range, c *clause) pipeline.Range {
	subject := w.tree.Child(c.head, "nsubj", "nsubj:pass", "expl", "csubj")
	for subject > r.First {
		end := w.leadInEnd(r.First, subject)
		if end < 0 {
			return r
		}
		r.First = end
	}
	return r
}

// leadInEnd returns where the words after the comma begin of a phrase that
// starts at token i and leads up to subject s, or -1.
func (w *work) leadInEnd(i, s int) int {
	if !w.leadsUp(i) {
		return -1
	}
	for h := i; h >= 0; h = w.token(h).Head {
		phrase := w.tree.Subtree(h)
		if phrase.First != i || phrase.Contains(s) {
			return -1
		}
		end := w.adjacentEnd(phrase.End, s)
		if w.word(end) == "," {
			return end + 1
		}
		if w.lower[end-1] == "," {
			return end
		}
	}
	return -1
}

// adjacentEnd returns where the adverbial clause ends that follows at token
// end, which the parser set beside a phrase in place of in it; else end.
func (w *work) adjacentEnd(end, s int) int {
	for c := end; c < s; c++ {
		if p := w.tree.Subtree(c); p.First == end && p.End <= s && w.is(c, "advcl", "acl") && w.token(c).Head > end {
			return p.End
		}
	}
	return end
}

// leadsUp reports whether token i opens a phrase that leads up to a statement.
func (w *work) leadsUp(i int) bool {
	next := w.word(i + 1)
	switch w.lower[i] {
	case "despite", "notwithstanding", "like", "unlike", "among", "besides", "given", "considering":
		return true
	case "with":
		return w.holdsParticiple(w.token(i).Head)
	case "in":
		return isOneOf(next, "light", "view", "addition", "spite", "response") || w.occasion(i)
	case "as":
		return isOneOf(next, "with", "for", "part", "such", "you", "we") || w.is(i, "case") && next != "of" && w.word(i+2) != "result"
	case "along", "together", "consistent", "compared":
		return next == "with"
	case "apart", "aside":
		return next == "from"
	case "contrary":
		return next == "to"
	case "instead":
		return next == "of"
	case "rather":
		return next == "than"
	case "for":
		return next == "reasons" || isOneOf(w.word(i+2), "part")
	case "to":
		return w.is(i, "mark") && w.token(w.token(i).Head).XPOS == "VB" && w.past(w.token(w.token(i).Head).Head)
	}
	if w.token(i).XPOS == "VBN" {
		return isOneOf(w.lower[i], "asked", "pressed", "questioned", "faced", "compared", "combined", "coupled")
	}
	return w.token(i).XPOS == "VBG" && w.is(i, "advcl", "acl", "xcomp", "parataxis", "amod") && !prepositional(w.lower[i])
}

// holdsParticiple reports whether a participle stands in the phrase of token h:
// "With the dollar falling, …".
func (w *work) holdsParticiple(h int) bool {
	if h < 0 {
		return false
	}
	phrase := w.tree.Subtree(h)
	for i := phrase.First; i < phrase.End; i++ {
		if isOneOf(w.token(i).XPOS, "VBG", "VBN") && w.is(i, "acl", "advcl") {
			return true
		}
	}
	return false
}

// occasion reports a phrase that names the words in which something is said:
// "In a statement on Monday, …", or a gerund: "In setting the rate, …".
func (w *work) occasion(i int) bool {
	h := w.token(i).Head
	if h < i || w.token(h).XPOS == "VBG" {
		return h == i+1
	}
	return isOneOf(w.lemma(h), "statement", "letter", "interview", "speech", "address", "remark", "testimony", "announcement", "memo", "email", "reply") &&
		isOneOf(w.token(i+1).UPOS, "DET", "PRON")
}

// past reports a predicate in a past tense: what it is for is then known, and
// no condition.
func (w *work) past(h int) bool {
	if h < 0 || w.token(h).XPOS == "VBD" {
		return h >= 0
	}
	a := w.tree.Child(h, "aux", "aux:pass", "cop")
	return a >= 0 && (w.token(a).XPOS == "VBD" || w.lemma(a) == "have")
}

// beforeAfterthought ends a clause at the comma before a phrase that only
// comments on what it says: "…, despite the inspections", "…, at a cost that
// could exceed $20 billion".
func (w *work) beforeAfterthought(r pipeline.Range, head int) pipeline.Range {
	for i := head + 2; i+1 < r.End; i++ {
		if w.lower[i-1] != "," {
			continue
		}
		if phrase := w.phraseAt(i, r); phrase.End >= r.End && w.afterthought(i, phrase) {
			r.End = i - 1
		}
	}
	return r
}

// phraseAt returns the largest phrase that begins at token i, with or without
// its comma, and hangs on a word of r before it.
func (w *work) phraseAt(i int, r pipeline.Range) (phrase pipeline.Range) {
	for h := i; h >= 0; h = w.token(h).Head {
		p := w.tree.Subtree(h)
		if p.First < i-1 {
			break
		}
		if g := w.token(h).Head; g >= r.First && g < i-1 {
			phrase = pipeline.Range{First: i, End: p.End}
			for phrase.End < r.End && w.punctuation(phrase.End) {
				phrase.End++
			}
		}
	}
	return phrase
}

// afterthought reports a phrase that stands back against what it follows.
func (w *work) afterthought(i int, phrase pipeline.Range) bool {
	switch w.lower[i] {
	case "despite", "notwithstanding", "given", "considering", "unlike":
		return true
	case "short":
		return w.word(i+1) == "of"
	case "as":
		return isOneOf(w.word(i+1), "was", "is", "were", "has", "had") || w.token(i+1).XPOS == "VBN"
	}
	return w.is(i, "case") && isOneOf(w.lower[i], "at", "under", "with", "amid", "for", "over") && w.holdsFinite(phrase) && !w.commaAfter(i, phrase.End-1)
}

// holdsFinite reports whether a finite verb stands in a phrase.
func (w *work) holdsFinite(phrase pipeline.Range) bool {
	for i := phrase.First; i < phrase.End; i++ {
		if finiteTag(w.token(i)) {
			return true
		}
	}
	return false
}
