package claim

import "github.com/purport-nlp/purport/pipeline"

// proposes reports whether clause k puts a proposition forward.
func (w *work) proposes(k int) bool {
	c := &w.clauses[k]
	if c.frame || w.inFrame(c.head) || w.leadsOver(c) {
		return false
	}
	if c.split > 0 {
		return true
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
		return w.expectedOf(c) || c.governor >= 0 && w.quoteOf(c.governor, c.head) != nil && w.toldOf(c)
	case formParticiple:
		return w.participleProposes(k)
	}
	return false
}

// leadsOver reports what looks like a clause and only belongs to another:
// "…, provided that", "…, and how to do it", "Only if …".
func (w *work) leadsOver(c *clause) bool {
	switch {
	case isOneOf(w.lower[c.head], "provided", "providing") && w.pause(c.head-1):
		return true
	case c.form == formParataxis || c.form == formConjunct:
		start := w.tree.Subtree(c.head).First
		for start < c.head && (w.is(start, "cc") || w.punctuation(start)) {
			start++
		}
		return isOneOf(w.lower[start], "how", "what", "why") && w.word(w.len()-1) != "?"
	}
	return c.form == formMain && c.split == 0 && w.lower[0] == "only" && w.word(1) == "if"
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
	if !own && (w.sharesModal(c) || w.didSo(c.head) || w.standsAlone(c.head)) {
		return false
	}
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

// standsAlone reports a coordinated verb that stands alone: "were beaten, robbed and
// thrown out", "sat down and wept".
func (w *work) standsAlone(h int) bool {
	for c := w.tree.FirstChild(h); c >= 0; c = w.tree.NextSibling(c) {
		if !w.is(c, "cc", "punct", "conj") {
			return false
		}
	}
	return true
}

// didSo reports "and did so", which says nothing by itself.
func (w *work) didSo(h int) bool {
	return w.lemma(h) == "do" && w.word(h+1) == "so" && w.tree.Child(h, "aux") < 0
}

// sharesModal reports whether the modal verb, or the "to", before the
// predicate that c is coordinated with holds for c too: "should keep records
// and report trades", "the aim was to win and form a government".
// Without it the second would say that something is done.
func (w *work) sharesModal(c *clause) bool {
	if c.shared < 0 || w.token(c.head).XPOS != "VB" || w.tree.Child(c.head, "aux") >= 0 {
		return false
	}
	for a := w.tree.FirstChild(w.clauses[c.shared].head); a >= 0 && a < c.head; a = w.tree.NextSibling(a) {
		if w.is(a, "aux") && w.token(a).XPOS == "MD" || w.is(a, "mark") && w.lower[a] == "to" {
			return true
		}
	}
	return false
}

// ownObject reports whether predicate a has complements of its own before
// its conjunct b: "raised money and hired guards", not "buy and sell arms". A
// passive has none to share with an active verb: "was arrested and faced trial".
func (w *work) ownObject(a, b int) bool {
	if w.upos(a) != "VERB" {
		return true
	}
	for c := w.tree.FirstChild(a); c >= 0; c = w.tree.NextSibling(c) {
		if c > a && c < b && (w.is(c, "obj", "obl", "ccomp", "xcomp", "iobj", "advcl") || w.is(c, "advmod") && !w.negator(c)) {
			return true
		}
	}
	if !w.passive(a) || w.passive(b) && !deems(w.lemma(b)) {
		return false
	}
	return w.tree.Child(b, "obj", "ccomp") >= 0 || w.tree.Child(b, "obl", "xcomp") < 0 && !w.passive(b)
}
