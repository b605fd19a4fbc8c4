package claim

import (
	"github.com/purport-nlp/purport/extractors/lexicon"
	"github.com/purport-nlp/purport/pipeline"
)

// draft is a proposition on its way to become a claim.
type draft struct {
	// clause is its clause, or that in which its words stand.
	clause int
	// head is the token that heads the proposition.
	head   int
	tokens pipeline.Range
	rule   string
	kind   draftKind
	// adverb is the cue that a part has of its own.
	adverb int
}

// draftKind says what the words of a draft are.
type draftKind uint8

const (
	draftOfClause     draftKind = iota
	draftOfPart                 // a phrase with an adverb of its own
	draftOfNoun                 // what a noun reports: "reports of arms transfers"
	draftOfApposition           // what an apposition tells, or what is said of a thing
)

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
	w.draftContents()
	w.draftEmptyFrames()
}

// draftEmptyFrames drafts the clauses that were taken to present another one
// and present none: "released a report examining the cases", "decided to lower
// its target". Where words are attributed that the tree has for no clause, they
// are the claim.
func (w *work) draftEmptyFrames() {
	for k := range w.clauses {
		c := &w.clauses[k]
		says := w.tree.Child(c.head, "obj", "xcomp", "ccomp") >= 0 || !onlySays(w.lemma(c.head)) && w.tree.Child(c.head, "obl") > c.head
		if !c.frame || !says || w.holdsDraft(c.head) {
			continue
		}
		if r := w.saidWords(c.head); r.Len() > 3 && w.holdsFinite(r) && (c.form == formRelative || !finiteTag(w.token(r.First))) {
			w.drafts = append(w.drafts, draft{clause: k, head: w.headOf(r), tokens: r, rule: "content", kind: draftOfApposition})
			continue
		}
		c.frame = false
		if w.proposes(k) {
			w.draftClause(k)
		}
	}
}

// saidWords returns the words of the sentence that the attribution by verb v
// holds, without "that" before them, or none.
func (w *work) saidWords(v int) (r pipeline.Range) {
	for i := v + 1; i < w.len(); i++ {
		if w.quoteOf(v, i) == nil {
			if r.Len() > 0 {
				break
			}
			continue
		}
		if r.Len() == 0 {
			r.First = i
		}
		r.End = i + 1
	}
	if r.Len() == 0 || !w.saidFlatly(v, r.First) {
		return pipeline.Range{}
	}
	if w.lower[r.First] == "that" {
		r.First++
	}
	return w.bare(r)
}

// holdsDraft reports whether a draft stands in the words that hang on token h,
// or is held by what h says.
func (w *work) holdsDraft(h int) bool {
	words := w.tree.Subtree(h)
	for i := range w.drafts {
		if d := &w.drafts[i]; words.Contains(d.head) || w.quoteOf(h, d.head) != nil {
			return true
		}
	}
	return false
}

// draftClause drafts the proposition of clause k.
func (w *work) draftClause(k int) {
	c := &w.clauses[k]
	r := w.cut(k)
	if w.bareClause(c, r) {
		return
	}
	if c.form == formRelative {
		r = w.withAntecedent(k, r)
	}
	r = w.closeBracket(r)
	if r.Len() < 2 || !r.Contains(c.head) || w.leansBack(c, r) {
		return
	}
	w.drafts = append(w.drafts, draft{clause: k, head: c.head, tokens: r, rule: formNames[c.form]})
}

// closeBracket takes in the bracket that closes one within r.
func (w *work) closeBracket(r pipeline.Range) pipeline.Range {
	open := 0
	for i := r.First; i < r.End; i++ {
		switch w.lower[i] {
		case "(":
			open++
		case ")":
			open--
		}
	}
	if open > 0 && w.word(r.End) == ")" {
		r.End++
	}
	return r
}

// leansBack reports a clause that says nothing without a word before it: "who
// have finished school", "for which they paid", "than they had hoped".
func (w *work) leansBack(c *clause, r pipeline.Range) bool {
	if c.form != formConjunct && c.form != formAdverbial && c.form != formParataxis {
		return false
	}
	first := r.First
	if w.upos(first) == "ADP" && isOneOf(w.word(first+1), "which", "whom", "whose") {
		first++
	}
	return isOneOf(w.lower[first], "who", "whom", "whose", "which", "than")
}

// bareClause reports what says too little to stand alone: "there is", "they
// must".
func (w *work) bareClause(c *clause, r pipeline.Range) bool {
	if w.tree.Child(c.head, "expl") >= 0 && r.Len() < 4 {
		s := w.tree.Child(c.head, "nsubj")
		return s < 0 || w.Stage.cues.Find(lexicon.CueNoun, w.lemma(s)) != nil
	}
	if last := r.End - 1; (w.upos(last) == "ADP" || w.upos(last) == "AUX") && w.word(r.End) == ":" {
		return true // "included reports of: …", "the bill would: …": what it says is a list
	}
	if r.Len() < 4 && r.End == c.head+1 && onlySays(w.lemma(c.head)) {
		return true // "Vitter demanded."
	}
	if w.lower[r.End-1] == "worth" {
		return true // "it could be worth [mentioning that …]"
	}
	return c.form == formAdverbial && r.Len() < 3
}

// dropClause takes back the draft of clause k.
func (w *work) dropClause(k int) {
	kept := w.drafts[:0]
	for _, d := range w.drafts {
		if d.clause != k || d.kind != draftOfClause {
			kept = append(kept, d)
		}
	}
	w.drafts = kept
}
