package claim

import (
	"github.com/purport-nlp/purport/extractors/lexicon"
)

// draftNominals drafts the propositions that stand as a noun phrase under a
// word that hedges or reports: "there were reports of arms transfers".
func (w *work) draftNominals() {
	for i := 0; i < w.len(); i++ {
		if w.upos(i) != "NOUN" {
			continue
		}
		entry := w.Stage.cues.Find(lexicon.CueNoun, w.lemma(i))
		if entry == nil {
			continue
		}
		k, of := w.clauseOf[i], w.about(i)
		if k < 0 || of < 0 {
			continue
		}
		framed := w.thereIs(k, i)
		if !framed && !(entry.Kind == "hearsay" && w.hearsay(i) && w.tellsOfEvent(of) && w.childWord(i, "det", "any", "no") < 0) {
			continue
		}
		r := w.tree.Subtree(of)
		for r.First < of && (w.is(r.First, "case", "punct") || w.upos(r.First) == "ADP") {
			r.First++
		}
		r.End = w.phrasesAfter(i, of, r.End)
		r.End = w.phrasesAfter(w.clauses[k].head, of, r.End)
		for r.End > of && w.punctuation(r.End-1) {
			r.End--
		}
		if r.Len() < 2 && !(framed && entry.Kind == "hearsay") {
			continue
		}
		w.drafts = append(w.drafts, draft{clause: k, head: of, tokens: r, rule: "nominal", kind: draftOfNoun})
		if framed {
			w.clauses[k].frame = true
			w.dropClause(k)
		}
	}
}

// hearsay reports whether noun i, of the lexicon's hearsay, is no document and
// no count of an indictment: "reports", "the rumour".
func (w *work) hearsay(i int) bool {
	return w.lemma(i) != "charge" && (w.lemma(i) != "report" || w.token(i).XPOS == "NNS")
}

// tellsOfEvent reports a noun of doing with somebody or something that it is
// done by or to: "North Korea's supply of weapons", "torture by guards".
func (w *work) tellsOfEvent(i int) bool {
	if !isEvent(w.lemma(i)) {
		return false
	}
	for c := w.tree.FirstChild(i); c >= 0; c = w.tree.NextSibling(c) {
		if w.token(c).Deprel == "nmod:poss" || c > i && w.is(c, "nmod") && w.childWord(c, "case", "of", "by", "to", "between", "against", "on") >= 0 {
			return true
		}
	}
	return false
}

// thereIs reports whether clause k says that noun i is there, by itself or
// beside others: "there were reports of …, and also reports of".
func (w *work) thereIs(k, i int) bool {
	h := w.clauses[k].head
	for i != h && w.is(i, "conj", "nsubj", "obj") && w.token(i).Head >= 0 {
		if w.token(i).Head == h {
			break
		}
		i = w.token(i).Head
	}
	return w.tree.Child(h, "expl") >= 0 && (i == h || w.token(i).Head == h)
}

// phrasesAfter returns the end of the phrases of token h that follow end, the
// end of what hangs on token of, without a comma.
func (w *work) phrasesAfter(h, of, end int) int {
	for c := w.tree.FirstChild(h); c >= 0; c = w.tree.NextSibling(c) {
		if r := w.tree.Subtree(c); c > of && r.First == end && w.is(c, "obl", "nmod") {
			end = r.End
		}
	}
	return end
}

// about returns what a noun such as "reports" is about: the noun after "of",
// or -1.
func (w *work) about(i int) int {
	for c := w.tree.FirstChild(i); c >= 0; c = w.tree.NextSibling(c) {
		if c > i && w.is(c, "nmod") && w.childWord(c, "case", "of", "about", "regarding", "concerning", "over") >= 0 && w.nominal(c) {
			return c
		}
	}
	return -1
}

// ownNoun adds what the noun says of its proposition, and the clause that it
// stands in.
func (w *work) ownNoun(v *view, d *draft) {
	noun := w.token(d.head).Head
	entry := w.Stage.cues.Find(lexicon.CueNoun, w.lemma(noun))
	op := w.deny(operator{entry: entry, token: noun, at: d.clause, tokens: single(noun), negation: -1})
	w.operate(v, &op, d.head)
	w.carry(v, d.clause)
}
