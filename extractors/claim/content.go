package claim

import (
	"github.com/purport-nlp/purport/extractors/lexicon"
	"github.com/purport-nlp/purport/pipeline"
)

// draftContents drafts what somebody says of a thing without a clause: "China
// of hacking computers" in "Washington accused China of hacking computers",
// "the ruling a mistake", "abuses in custody" after "called" and "reported".
func (w *work) draftContents() {
	for k := range w.clauses {
		head, r, rule := w.saidOf(k)
		if head < 0 {
			continue
		}
		w.clauses[k].frame = true
		w.dropClause(k)
		w.drafts = append(w.drafts, draft{clause: k, head: head, tokens: r, rule: rule, kind: draftOfApposition})
	}
}

// saidOf returns what the verb of clause k says of its object: the token that
// heads it, its words and the name of the rule; or -1.
func (w *work) saidOf(k int) (head int, r pipeline.Range, rule string) {
	v := w.clauses[k].head
	if w.upos(v) != "VERB" || w.passive(v) {
		return -1, r, ""
	}
	thing := w.tree.Child(v, "obj")
	if thing < v || w.upos(thing) == "PRON" {
		return -1, r, ""
	}
	judged := w.judgement(v, thing)
	switch {
	case w.lemma(v) == "accuse":
		head, rule = w.deedOf(v), "accusation"
	case judged > thing:
		head, rule = judged, "judgement"
	case w.clauses[k].finite && reportsThings(w.lemma(v)) && w.happening(thing) && !w.handedIn(v, thing):
		head, rule = thing, "thing reported"
	default:
		return -1, r, ""
	}
	if head < thing || !w.saidFlatly(v, head) || rule == "judgement" && w.judges(head) {
		return -1, r, ""
	}
	r = pipeline.Range{First: w.tree.Subtree(thing).First, End: max(w.tree.Subtree(thing).End, w.tree.Subtree(head).End)}
	if rule == "thing reported" {
		r.End = w.phrasesAfter(v, thing, r.End)
	}
	r = w.bare(w.beforeRelative(r, head))
	if r.First <= v || rule == "accusation" && r.Len() < 4 || r.Len() < 2 || r.End < w.len() && finiteTag(w.token(r.End)) {
		return -1, r, ""
	}
	return head, r, rule
}

// saidFlatly reports whether the attribution by verb v holds token i, and the
// verb is neither denied nor only possible: then what is said is that nobody
// says it.
func (w *work) saidFlatly(v, i int) bool {
	q := w.quoteOf(v, i)
	if q == nil || q.Act == pipeline.ActEvent || q.Act == pipeline.ActIntention {
		return false
	}
	for c := w.tree.FirstChild(v); c >= 0 && c < v; c = w.tree.NextSibling(c) {
		if w.negator(c) || w.token(c).XPOS == "MD" {
			return false
		}
	}
	return true
}

// deedOf returns the head of what follows "of" after verb h, or -1.
func (w *work) deedOf(h int) int {
	for c := w.tree.FirstChild(h); c >= 0; c = w.tree.NextSibling(c) {
		if c > h && w.childWord(c, "mark", "of") >= 0 && w.token(c).XPOS == "VBG" {
			return c
		}
	}
	return -1
}

// expectedOf reports an infinitive that says what somebody thinks a thing does:
// "expects inflation to fall".
func (w *work) expectedOf(c *clause) bool {
	g := c.governor
	if c.form != formInfinitive || g < 0 || !foresees(w.lemma(g)) || w.upos(g) != "VERB" || w.passive(g) || w.childWord(c.head, "mark", "to") < 0 {
		return false
	}
	thing, holder := w.tree.Child(g, "obj"), w.subject(g)
	return thing > g && thing < c.head && w.upos(thing) != "PRON" && (holder < 0 || !ofLaw(w.lemma(holder)))
}

// judgement returns the head of what verb v takes thing for: "saw the risks as
// balanced", "called the ruling a mistake"; or -1.
func (w *work) judgement(v, thing int) int {
	for _, h := range [2]int{v, thing} {
		for c := w.tree.FirstChild(h); c >= 0; c = w.tree.NextSibling(c) {
			if c <= thing {
				continue
			}
			if seesAs(w.lemma(v)) && w.opensWithAs(c) {
				return c
			}
			if h == v && calls(w.lemma(v)) && (w.is(c, "obj", "xcomp") || w.is(c, "parataxis", "appos") && !w.setOff(c)) && w.mark(c) < 0 && (w.nominal(c) || w.upos(c) == "ADJ") {
				return c
			}
		}
	}
	return -1
}

// happening reports whether noun i, after a verb that reports, is something
// that was so or happened, and not a thing that was handed in: "abuses in
// custody", "the use of force".
func (w *work) happening(i int) bool {
	if w.upos(i) != "NOUN" || w.Stage.cues.Find(lexicon.CueNoun, w.lemma(i)) != nil {
		return false
	}
	if w.childWord(i, "det", "the") >= 0 {
		return w.tellsOfEvent(i)
	}
	return w.tree.Child(i, "nmod:poss") < 0 && w.childWord(i, "det", "this", "that", "these", "those", "no", "any") < 0
}

// judges reports whether token v is a verb that itself says what it takes a
// thing for: "cited a study as identifying the plant as the source".
func (w *work) judges(v int) bool {
	thing := w.tree.Child(v, "obj")
	return w.upos(v) == "VERB" && thing > v && w.judgement(v, thing) > thing
}

// beforeRelative ends r at the comma before a relative clause after token head.
func (w *work) beforeRelative(r pipeline.Range, head int) pipeline.Range {
	for i := head + 2; i < r.End; i++ {
		if w.lower[i-1] == "," && isOneOf(w.lower[i], "which", "who", "whose", "whom") {
			r.End = i - 1
		}
	}
	return r
}

// handedIn reports whether a thing is reported to somebody: "reported the theft
// to the police" tells of the reporting.
func (w *work) handedIn(v, thing int) bool {
	for _, h := range [2]int{v, thing} {
		for c := w.tree.FirstChild(h); c >= 0; c = w.tree.NextSibling(c) {
			if c > thing && w.is(c, "obl", "nmod") && w.childWord(c, "case", "to") >= 0 && (takesReports(w.lemma(c)) || w.entityOver(c) != nil) {
				return true
			}
		}
	}
	return false
}
