package claim

import (
	"github.com/purport-nlp/purport/extractors/lexicon"
	"github.com/purport-nlp/purport/pipeline"
)

// attributions applies the attributions around the proposition headed by h
// that no operator of the sentence stood for.
func (w *work) attributions(v *view, h int) {
	w.attributed(h, func(q *pipeline.Quote) {
		if q.CueToken < 0 {
			w.weaken(v, pipeline.Attributed, ownLink(q).Cue)
			return
		}
		i := q.CueToken - w.tree.First
		if i < 0 || i >= w.len() {
			w.elsewhere(v, q)
			return
		}
		if i == v.light && i > 0 {
			w.cite(v, w.token(i).Span, "reporting", "quote:"+q.Rule)
			return
		}
		if w.cites(v, w.token(i).Span) {
			return
		}
		w.report(v, q, i)
		// What is said of the saying: "reportedly said".
		if d := w.clauseOf[i]; d >= 0 && w.clauses[d].head == i {
			w.adverbs(v, d)
		}
	})
}

// report applies an attribution by its cue, token i of the sentence.
func (w *work) report(v *view, q *pipeline.Quote, i int) {
	link := ownLink(q)
	entry := w.reportEntry(i)
	effect := w.reportEffect(v, q, entry, i)
	if link.Kind == pipeline.SourceAnonymous && link.Span.IsZero() && effect.Level == pipeline.Attributed {
		effect.Level = pipeline.Speculative
	}
	kind, rule := "reporting", "quote:"+q.Rule
	if entry != nil {
		kind, rule = entry.Kind, ruleOf(entry)
	}
	span := w.token(i).Span
	if link.Cue.Contains(span) {
		span = link.Cue
	}
	w.cite(v, span, kind, rule)
	if !effect.Use {
		return
	}
	w.weaken(v, effect.Level, span)
	if effect.Negative {
		v.negative = !v.negative
	}
	v.hearsay = v.hearsay || effect.Level == pipeline.Speculative && link.Span.IsZero()
}

// reportEffect is what an attribution does to its content: by the entry of its
// cue, token i, where the lexicon has one, else by its act.
func (w *work) reportEffect(v *view, q *pipeline.Quote, entry *lexicon.Cue, i int) lexicon.Effect {
	if entry != nil {
		effect := entry.Affirmed
		if w.negatedBy(i) >= 0 && entry.Negated.Use {
			effect = entry.Negated
		}
		w.commit(v, q, effect)
		return w.heldBy(q, entry, effect)
	}
	effect := actEffect(q.Act)
	switch {
	case q.Act == pipeline.ActBelief && w.weaselSource(q):
		effect.Level = pipeline.Speculative
	case w.negatedBy(i) >= 0 && w.upos(i) == "VERB" && q.Quotation == pipeline.QuotationIndirect:
		effect.Level = pipeline.Unknown
	}
	return effect
}

// elsewhere applies an attribution whose cue stands in another sentence: the
// quotation goes on.
func (w *work) elsewhere(v *view, q *pipeline.Quote) {
	effect := actEffect(q.Act)
	if e := w.Stage.cues.Find(lexicon.CueVerb, w.doc.Tokens[q.CueToken].Lemma); e != nil && e.Affirmed.Use {
		effect = w.heldBy(q, e, e.Affirmed)
	}
	if effect.Level == pipeline.Known {
		effect.Level = pipeline.Attributed
	}
	w.weaken(v, max(effect.Level, pipeline.Attributed), ownLink(q).Cue)
	if effect.Negative {
		v.negative = !v.negative
	}
}

// reportEntry returns what the lexicon knows of a reporting word.
func (w *work) reportEntry(i int) *lexicon.Cue {
	switch w.upos(i) {
	case "VERB":
		if w.passive(i) && w.agentOf(i) < 0 {
			return w.Stage.cues.Find(lexicon.CuePassive, w.lemma(i))
		}
		return w.Stage.cues.Find(lexicon.CueVerb, w.lemma(i))
	case "NOUN":
		return w.Stage.cues.Find(lexicon.CueNoun, w.lemma(i))
	case "ADV":
		return w.Stage.cues.Find(lexicon.CueAdverb, w.lower[i])
	case "ADJ":
		return w.Stage.cues.Find(lexicon.CueAdjective, w.lower[i])
	}
	return nil
}

// actEffect is what an attribution does whose cue the lexicon does not have.
func actEffect(act pipeline.Act) lexicon.Effect {
	effect := lexicon.Effect{Use: true, Level: pipeline.Attributed}
	switch act {
	case pipeline.ActBelief:
		effect.Level = pipeline.Probable
	case pipeline.ActQuestion:
		effect.Level = pipeline.Unknown
	}
	return effect
}

// quoteOf returns the attribution with its cue at token i whose content holds
// token h, or nil.
func (w *work) quoteOf(i, h int) *pipeline.Quote {
	for _, k := range w.quotes {
		q := &w.doc.Quotes[k]
		if (q.CueToken == w.global(i) || ownLink(q).Cue.Contains(w.token(i).Span)) && w.content(q, w.token(h).Span) {
			return q
		}
	}
	return nil
}

// heldBy fits the effect of a belief or report to who holds it: what nobody
// in particular believes is hearsay.
func (w *work) heldBy(q *pipeline.Quote, entry *lexicon.Cue, effect lexicon.Effect) lexicon.Effect {
	if entry.Kind == "belief" && w.weaselSource(q) && effect.Level < pipeline.Speculative {
		effect.Level = pipeline.Speculative
	}
	if entry.Kind == "hearsay" && entry.Class == lexicon.CueNoun && ownLink(q).Kind != pipeline.SourceAnonymous && !ownLink(q).Span.IsZero() && effect.Level == pipeline.Speculative {
		effect.Level = pipeline.Attributed
	}
	return effect
}

// commit notes how firmly the source of the innermost attribution holds the
// proposition.
func (w *work) commit(v *view, q *pipeline.Quote, effect lexicon.Effect) {
	if q == v.quote && effect.Use && !v.committed {
		v.held, v.committed = effect.Level, true
	}
}
