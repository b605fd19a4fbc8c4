package claim

import (
	"github.com/purport-nlp/purport/pipeline"
)

// look gathers how a draft is presented, from the inside out: by its own
// words, by what it is embedded under, by who is speaking.
func (w *work) look(d *draft) view {
	v := view{quote: w.speaker(d.head)}
	switch d.kind {
	case draftOfClause:
		w.own(&v, d.clause)
		w.around(&v, d.clause)
		w.citeAct(&v, d.head)
	case draftOfPart:
		w.ownPart(&v, d)
		w.around(&v, d.clause)
	case draftOfNoun:
		w.ownNoun(&v, d)
		w.around(&v, d.clause)
	case draftOfApposition:
		w.nounAdjective(&v, d.head)
	}
	w.attributions(&v, d.head)
	return v
}

// citeAct notes the verb of a claim that itself tells of an act of speech:
// "condemned the raid", "pledged to help". It changes nothing about the level.
func (w *work) citeAct(v *view, h int) {
	for _, i := range w.quotes {
		if q := &w.doc.Quotes[i]; q.CueToken == w.global(h) && (q.Act == pipeline.ActEvent || q.Act == pipeline.ActIntention && givesWord(w.lemma(h))) {
			w.cite(v, w.token(h).Span, "reporting", "act:"+w.lemma(h))
			return
		}
	}
}

// speaker returns the innermost attribution around token h whose source
// stands behind what it says, or nil.
func (w *work) speaker(h int) (found *pipeline.Quote) {
	w.attributed(h, func(q *pipeline.Quote) {
		if found == nil && w.speaks(q) {
			found = q
		}
	})
	return found
}

// own adds what the clause itself says: adverbs, modal verb, negation, a
// predicate that hedges its infinitive, condition, question.
func (w *work) own(v *view, k int) {
	h := w.clauses[k].head
	w.adverbs(v, k)
	negation := w.negation(v, k)
	w.ownRaising(v, h, negation >= 0)
	w.hedgingPredicate(v, h)
	if w.tree.Child(h, "cop") >= 0 {
		w.nounAdjective(v, h)
	}
	w.modals(v, k)
	w.condition(v, k)
	if w.asks(k) {
		w.question(v)
	}
	w.yetTo(v, h)
}

// carry applies what a frame's own clause says: its adverbs, its modal verb.
// Its negation went into the operator.
func (w *work) carry(v *view, d int) {
	h := w.clauses[d].head
	w.adverbs(v, d)
	if m, ok := w.modalOf(h, w.clauses[d].subject); ok && m.effect.Use && !isOneOf(w.modalWord(m.token), "would", "could") {
		c := modalCue(&m)
		w.apply(v, &c, m.effect)
	}
	if raising := w.raising(h); raising != nil {
		c := entryCue(raising, single(h))
		w.apply(v, &c, raising.Affirmed)
	}
	w.condition(v, d)
	if w.asks(d) {
		w.question(v)
	}
}

// around applies the operators that clause k is embedded under, from the
// inside out.
func (w *work) around(v *view, k int) {
	for steps := 0; steps < 8; steps++ {
		op, ok := w.embedding(k)
		if !ok {
			if c := &w.clauses[w.base(k)]; w.reported(c) && w.quoteOf(c.governor, c.head) == nil {
				w.unquoted(v, c)
			}
			return
		}
		w.operate(v, &op, w.clauses[k].head)
		if op.at < 0 || op.at == k {
			return
		}
		if !w.frameLike(op.at, op.token) {
			return
		}
		w.carry(v, op.at)
		k = op.at
	}
}
