package claim

import (
	"github.com/purport-nlp/purport/extractors/lexicon"
	"github.com/purport-nlp/purport/pipeline"
)

// frameLike reports whether what is said of clause d, in which an operator
// stands, is said of the operator's complement too: where the operator is the
// predicate, or the thing that is there or is found.
func (w *work) frameLike(d, token int) bool {
	h := w.clauses[d].head
	if token == h || w.tree.Child(h, "expl") >= 0 || w.is(token, "nsubj") && w.token(token).Head == h && isOneOf(w.lemma(h), "be", "remain") {
		return true
	}
	return w.token(token).Head == h && w.is(token, "obj") && isLight(w.lemma(h))
}

// operate applies an operator to the proposition headed by h.
func (w *work) operate(v *view, op *operator, h int) {
	if op.entry == nil {
		w.cite(v, w.span(op.tokens), "question", "question:"+w.lemma(op.token))
		w.weaken(v, pipeline.Unknown, w.span(op.tokens))
		return
	}
	effect := op.effect()
	if op.whether && v.quote != nil && w.quoteOf(op.token, h) == v.quote {
		v.quote = nil // who considers whether stands behind neither
	}
	q := w.quoteOf(op.token, h)
	if q != nil {
		w.commit(v, q, effect)
		effect = w.heldBy(q, op.entry, effect)
	} else if speaksOf(op.entry) && effect.Level != pipeline.Unknown {
		effect = w.heldBySubject(v, op, effect)
	}
	if effect.Level == pipeline.Attributed && q == nil && v.holder.Kind == "" && (op.entry.Kind != "reporting" || w.firstPerson(op.token)) {
		effect.Level = pipeline.Asserted
	}
	w.noteLightVerb(v, op)
	c := entryCue(op.entry, w.operatorWords(v, op))
	w.apply(v, &c, effect)
}

// effect is what an operator does to its complement.
func (op *operator) effect() lexicon.Effect {
	switch {
	case op.whether:
		return isUnknown
	case !op.denied:
		return op.entry.Affirmed
	case op.entry.Negated.Use:
		return op.entry.Negated
	}
	return isUnknown
}

// heldBySubject makes the subject of an operator the source, where there is no
// attribution, and fits the effect to it: what many believe is hearsay.
func (w *work) heldBySubject(v *view, op *operator, effect lexicon.Effect) lexicon.Effect {
	w.hold(v, op)
	if v.quote == nil && !v.committed {
		v.held, v.committed = effect.Level, true
	}
	if op.entry.Kind == "belief" && v.holder.Kind == pipeline.SourceGroup && weasel(w.word(w.clauseSubject(op.token))) {
		effect.Level = max(effect.Level, pipeline.Speculative)
	}
	return effect
}

// noteLightVerb notes the verb whose object an operator is; who looked and
// found nothing is the source.
func (w *work) noteLightVerb(v *view, op *operator) {
	h := w.token(op.token).Head
	if w.upos(op.token) != "NOUN" || !w.is(op.token, "obj") || h < 0 || !isLight(w.lemma(h)) {
		return
	}
	v.light = h
	if op.denied && v.quote == nil {
		w.hold(v, &operator{token: h})
	}
}

// operatorWords returns the words of an operator with its negation, where that
// stands right before it; one that stands apart is noted by itself.
func (w *work) operatorWords(v *view, op *operator) pipeline.Range {
	r := op.tokens
	if !op.denied {
		return r
	}
	if op.negation < op.token && op.negation >= op.token-2 && w.clauseOf[op.negation] == w.clauseOf[op.token] {
		r.First = min(r.First, op.negation)
		return r
	}
	w.cite(v, w.token(op.negation).Span, "negation", "negation:"+w.lower[op.negation])
	return r
}

// firstPerson reports whether the author is the subject of word g: "we
// learned that".
func (w *work) firstPerson(g int) bool {
	return isOneOf(w.word(w.clauseSubject(g)), "i", "we")
}

// unquoted applies a reporting verb whose attribution was not found to its
// complement c.
func (w *work) unquoted(v *view, c *clause) {
	g := c.governor
	w.hold(v, &operator{token: g})
	level := pipeline.Attributed
	switch {
	case w.negatedBy(g) >= 0:
		level = pipeline.Unknown
	case w.passive(g) || v.holder.Kind == "":
		level = pipeline.Speculative
		v.hearsay = true
	}
	span := w.span(w.relation(g))
	w.cite(v, span, "reporting", "verb:"+w.lemma(g))
	w.weaken(v, level, span)
}
