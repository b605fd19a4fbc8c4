package claim

import "github.com/purport-nlp/purport/pipeline"

// draftAccusations drafts what somebody is accused of: "China of hacking
// computers" in "Washington accused China of hacking computers".
func (w *work) draftAccusations() {
	for k := range w.clauses {
		c := &w.clauses[k]
		if w.lemma(c.head) != "accuse" || w.upos(c.head) != "VERB" || w.passive(c.head) {
			continue
		}
		accused, deed := w.tree.Child(c.head, "obj"), w.deedOf(c.head)
		if accused < 0 || deed < accused || w.innermost(deed) == nil {
			continue
		}
		r := pipeline.Range{First: w.tree.Subtree(accused).First, End: w.tree.Subtree(deed).End}
		if r.First <= c.head || r.End-r.First < 4 {
			continue
		}
		c.frame = true
		w.dropClause(k)
		w.drafts = append(w.drafts, draft{clause: k, head: deed, tokens: w.bare(r), rule: "accusation", kind: draftOfApposition})
	}
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
