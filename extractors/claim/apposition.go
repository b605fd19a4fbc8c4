package claim

import "github.com/purport-nlp/purport/pipeline"

// draftAppositions drafts what an apposition says of a name: "Lamar Smith, a
// representative from Texas who chairs the committee".
func (w *work) draftAppositions() {
	for i := 0; i < w.len(); i++ {
		g := w.token(i).Head
		if !w.is(i, "appos") || g < 0 || g > i || w.clauseOf[i] < 0 || !w.describesName(g, i) {
			continue
		}
		r := w.tree.Subtree(i)
		end := r.End
		for end > i && w.punctuation(end-1) {
			end--
		}
		first := w.nounStart(g)
		if end-r.First < 4 {
			continue
		}
		w.drafts = append(w.drafts, draft{clause: w.clauseOf[i], head: i, tokens: pipeline.Range{First: first, End: end}, rule: formNames[formApposition], kind: draftOfApposition})
	}
}

// describesName reports whether apposition i tells what g is: a noun phrase
// of its own, set off by commas, with more than a title to say.
func (w *work) describesName(g, i int) bool {
	start := w.firstToken(i)
	if start == 0 || !w.pause(start-1) || w.upos(i) != "NOUN" && w.upos(i) != "PROPN" {
		return false
	}
	r := w.tree.Child(i, "acl")
	return r >= 0 && w.token(r).Deprel == "acl:relcl" && w.finite(r)
}

// nounStart returns where the noun phrase headed by g begins.
func (w *work) nounStart(g int) int {
	if g < 0 {
		return g
	}
	first := g
	for c := w.tree.FirstChild(g); c >= 0; c = w.tree.NextSibling(c) {
		if c < g && w.is(c, "det", "amod", "compound", "nummod", "nmod:poss", "flat", "advmod", "nmod:desc") {
			first = min(first, w.tree.Subtree(c).First)
		}
	}
	for first < g && (w.reporting[first] && !w.reporting[g] || w.is(first, "case", "cc", "punct")) {
		first++
	}
	return first
}
