package claim

import (
	"github.com/purport-nlp/purport/extractors/lexicon"
	"github.com/purport-nlp/purport/pipeline"
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
		k := w.clauseOf[i]
		if k < 0 || !w.thereIs(k, i) {
			continue
		}
		of := w.about(i)
		if of < 0 {
			continue
		}
		r := w.tree.Subtree(of)
		for r.First < of && (w.is(r.First, "case", "punct") || w.upos(r.First) == "ADP") {
			r.First++
		}
		r.End = w.phrasesAfter(k, r.End)
		for r.End > of && w.punctuation(r.End-1) {
			r.End--
		}
		if r.Len() < 2 {
			continue
		}
		w.clauses[k].frame = true
		w.drafts = append(w.drafts, draft{clause: k, head: of, tokens: r, rule: "nominal", nominal: true, part: -1})
		w.dropClause(k)
	}
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

// phrasesAfter returns the end of the phrases of clause k that follow end
// without a comma.
func (w *work) phrasesAfter(k, end int) int {
	for c := w.tree.FirstChild(w.clauses[k].head); c >= 0; c = w.tree.NextSibling(c) {
		if r := w.tree.Subtree(c); r.First == end && w.is(c, "obl", "nmod") {
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

// dropClause takes back the draft of clause k.
func (w *work) dropClause(k int) {
	kept := w.drafts[:0]
	for _, d := range w.drafts {
		if d.clause != k || d.nominal {
			kept = append(kept, d)
		}
	}
	w.drafts = kept
}

// lookNominal gathers how a nominal proposition is presented.
func (w *work) lookNominal(d *draft) view {
	var v view
	w.attributed(d.head, func(q *pipeline.Quote) {
		if v.quote == nil && w.speaks(q) {
			v.quote = q
		}
	})
	noun := w.token(d.head).Head
	entry := w.Stage.cues.Find(lexicon.CueNoun, w.lemma(noun))
	op := w.deny(operator{entry: entry, token: noun, at: d.clause, tokens: pipeline.Range{First: noun, End: noun + 1}, negation: -1})
	w.operate(&v, &op, d.head)
	w.carry(&v, d.clause)
	w.around(&v, d.clause)
	w.attributions(&v, d.head)
	return v
}

// lookApposition gathers how an apposition is presented: by who is speaking.
func (w *work) lookApposition(d *draft) view {
	var v view
	w.attributed(d.head, func(q *pipeline.Quote) {
		if v.quote == nil && w.speaks(q) {
			v.quote = q
		}
	})
	w.attributions(&v, d.head)
	return v
}

// lookPart gathers how a phrase with an adverb of its own is presented.
func (w *work) lookPart(d *draft) view {
	var v view
	w.attributed(d.head, func(q *pipeline.Quote) {
		if v.quote == nil && w.speaks(q) {
			v.quote = q
		}
	})
	w.apply(&v, &w.cues[d.part], w.cues[d.part].entry.Affirmed)
	if w.asks(d.clause) {
		w.question(&v)
	}
	w.around(&v, d.clause)
	w.attributions(&v, d.head)
	return v
}
