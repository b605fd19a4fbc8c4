package claim

import (
	"github.com/purport-nlp/purport/extractors/lexicon"
	"github.com/purport-nlp/purport/pipeline"
)

// view is how a proposition is presented: the cues that have it in their
// scope, composed.
type view struct {
	cues []pipeline.Cue
	// level is the least firm level that a cue gives; leveled says that one
	// does. The same apart for the cues that stand inside the innermost
	// attribution: they are the source's, not the author's.
	level, inner     pipeline.Level
	leveled, innered bool
	negative         bool
	modality         string
	evidence         string
	conditional      bool
	question         bool
	// estimative is the word with a probability band.
	estimative pipeline.Span
	low, high  int
	// quote is the innermost attribution, or nil.
	quote *pipeline.Quote
	// holder is who an operator says or thinks something, where the layer of
	// attributions has nobody.
	holder pipeline.SourceLink
	// held is how firmly the innermost source holds the proposition, by the
	// word that attributes it; committed says that there is one.
	held      pipeline.Level
	committed bool
	// light is a verb that only brings its object, a cue, before the reader
	// ("found no evidence"), 0 where there is none.
	light int
	// hearsay says that a cue names nobody behind the proposition.
	hearsay bool
}

// apply adds the effect of a cue.
func (w *work) apply(v *view, c *cue, effect lexicon.Effect) {
	span := w.span(c.tokens)
	w.cite(v, span, c.kind, c.rule)
	if !effect.Use {
		return
	}
	w.weaken(v, effect.Level, span)
	if effect.Negative {
		v.negative = !v.negative
	}
	if c.entry == nil {
		return
	}
	if c.entry.Evidence != "" {
		v.evidence = c.entry.Evidence
	}
	v.hearsay = v.hearsay || effect.Level == pipeline.Speculative || c.kind == "belief" && (c.entry.Class == lexicon.CuePassive || c.entry.Class == lexicon.CueNoun)
	if c.entry.High > 0 && v.high == 0 {
		v.estimative, v.low, v.high = span, c.entry.Low, c.entry.High
		if effect != c.entry.Affirmed {
			v.low, v.high = 100-c.entry.High, 100-c.entry.Low
		}
	}
}

// weaken lowers the level of a view to at least the given one.
func (w *work) weaken(v *view, level pipeline.Level, at pipeline.Span) {
	if !v.leveled || level > v.level {
		v.level, v.leveled = level, true
	}
	if v.quote != nil && !v.quote.Span.Contains(at) {
		return
	}
	if !v.innered || level > v.inner {
		v.inner, v.innered = level, true
	}
}

// cite notes a cue once.
func (w *work) cite(v *view, span pipeline.Span, kind, rule string) {
	for i := range v.cues {
		if v.cues[i].Span == span {
			return
		}
	}
	v.cues = append(v.cues, pipeline.Cue{Span: span, Kind: kind, Rule: rule})
}

// look gathers how the proposition of clause k is presented.
func (w *work) look(k int) view {
	var v view
	h := w.clauses[k].head
	w.attributed(h, func(q *pipeline.Quote) {
		if v.quote == nil && w.speaks(q) {
			v.quote = q
		}
	})
	w.own(&v, k)
	w.around(&v, k)
	w.attributions(&v, h)
	return v
}

// own adds what the clause itself says: adverbs, modal verb, negation, a
// predicate that hedges its infinitive, condition, question.
func (w *work) own(v *view, k int) {
	c := &w.clauses[k]
	w.adverbs(v, k)
	negation := w.negation(v, k)
	if raising := w.raising(c.head); raising != nil {
		effect := raising.Affirmed
		if negation >= 0 && raising.Negated.Use {
			effect = raising.Negated
			v.negative = false
		}
		w.apply(v, &cue{tokens: pipeline.Range{First: c.head, End: c.head + 1}, kind: raising.Kind, rule: string(raising.Class) + ":" + raising.Term, entry: raising}, effect)
		if x := w.tree.Child(c.head, "xcomp", "ccomp"); x >= 0 {
			if n := w.negatedBy(x); n >= 0 {
				w.negate(v, n)
			}
			w.infinitiveAdverbs(v, x)
		}
	}
	w.hedgingPredicate(v, c.head)
	w.modals(v, k)
	w.condition(v, k)
	if w.asks(k) {
		w.question(v)
	}
	w.yetTo(v, c.head)
}

// hedgingPredicate applies a predicate that hedges its own subject: "a default is
// likely", "a truce seems unlikely".
func (w *work) hedgingPredicate(v *view, h int) {
	if w.tree.Child(h, "cop") < 0 {
		x := w.tree.Child(h, "xcomp")
		if x < 0 || !isOneOf(w.lemma(h), "seem", "appear", "look", "become", "remain") {
			return
		}
		h = x
	}
	switch w.lower[h] {
	case "likely", "unlikely", "probable", "improbable", "possible", "conceivable", "doubtful", "plausible", "implausible":
	default:
		return
	}
	if w.upos(h) != "ADJ" || w.tree.Child(h, "xcomp", "ccomp", "csubj", "advcl") >= 0 {
		return
	}
	entry := w.Stage.cues.Find(lexicon.CueAdjective, w.lower[h])
	if entry == nil || w.cites(v, w.token(h).Span) {
		return
	}
	effect := entry.Affirmed
	if v.negative && entry.Negated.Use {
		v.negative, effect = false, entry.Negated
	}
	w.apply(v, &cue{tokens: pipeline.Range{First: h, End: h + 1}, kind: entry.Kind, rule: "adjective:" + entry.Term, entry: entry}, effect)
}

// adverbs applies the adverbs of clause k as a whole.
func (w *work) adverbs(v *view, k int) {
	for i := range w.cues {
		a := &w.cues[i]
		if a.part || a.entry.Class != lexicon.CueAdverb {
			continue
		}
		at := w.clauseOf[a.host]
		if at == k || at >= 0 && w.clauses[k].shared == at && w.sharesAdverb(a, k) {
			effect := a.entry.Affirmed
			if a.tokens.First > 0 && isOneOf(w.word(a.tokens.First-1), "not", "n't") {
				if !a.entry.Negated.Use {
					// "not necessarily", "not clearly": the adverb is denied.
					effect = isPossible
				} else {
					effect = a.entry.Negated
					v.negative = !v.negative
				}
			}
			w.apply(v, a, effect)
		}
	}
}

// infinitiveAdverbs applies the adverbs inside the infinitive of a raising
// predicate.
func (w *work) infinitiveAdverbs(v *view, x int) {
	for i := range w.cues {
		if a := &w.cues[i]; !a.part && a.entry.Class == lexicon.CueAdverb && w.clauseOf[a.host] == w.clauseOf[x] && w.clauses[w.clauseOf[x]].head == x {
			w.apply(v, a, a.entry.Affirmed)
		}
	}
}

// sharesAdverb reports whether an adverb before the first of two coordinated
// predicates covers the second, k, too: where both share one auxiliary or the
// adverb opens the sentence.
func (w *work) sharesAdverb(a *cue, k int) bool {
	first := &w.clauses[w.clauses[k].shared]
	if first.subject >= 0 && a.tokens.End <= w.tree.Subtree(first.subject).First {
		return true
	}
	return w.tree.Child(w.clauses[k].head, "aux", "cop") < 0 && a.tokens.First < first.head
}

// negation applies the negation of clause k and returns its token, or -1.
func (w *work) negation(v *view, k int) int {
	c := &w.clauses[k]
	n := w.negatedBy(c.head)
	if n < 0 && c.shared >= 0 && w.tree.Child(c.head, "aux", "cop") < 0 {
		// "has not signed or paid": the negation is shared with the auxiliary.
		if first := w.negatedBy(w.clauses[c.shared].head); first >= 0 && (w.childWord(c.head, "cc", "or", "nor") >= 0 || w.is(first, "nsubj")) {
			n = first
		}
	}
	if n < 0 && c.subject >= 0 {
		n = w.noIn(c.subject)
	}
	if n >= 0 {
		w.negate(v, n)
	}
	return n
}

func (w *work) negate(v *view, n int) {
	r := pipeline.Range{First: n, End: n + 1}
	if w.lower[n] == "longer" {
		r.First--
	}
	if w.lower[n] == "no" && w.word(n+1) == "one" {
		r.End++
	}
	if n > 0 && w.token(n-1).End == w.token(n).Start && w.is(n-1, "aux", "cop") {
		r.First-- // "cannot", "didn't"
	}
	w.cite(v, w.span(r), "negation", "negation:"+w.lower[n])
	v.negative = !v.negative
	if w.word(n+1) == "necessarily" {
		w.cite(v, w.span(pipeline.Range{First: n, End: n + 2}), "hedge", "adverb:not necessarily")
		w.weaken(v, pipeline.Possible, w.token(n).Span)
	}
}

// yetTo applies "has yet to", which denies its infinitive.
func (w *work) yetTo(v *view, h int) {
	if w.lemma(h) != "have" {
		return
	}
	if x := w.tree.Child(h, "xcomp"); x >= 0 && w.childWord(x, "advmod", "yet") >= 0 || w.word(h+1) == "yet" && w.word(h+2) == "to" {
		w.cite(v, w.span(pipeline.Range{First: h + 1, End: min(h+3, w.len())}), "negation", "negation:yet to")
		v.negative = !v.negative
	}
}

// raising returns the entry of a predicate whose infinitive shares its
// subject ("is likely to", "is said to", "seems to"), or nil.
func (w *work) raising(h int) *lexicon.Cue {
	x := w.tree.Child(h, "xcomp", "ccomp", "advcl", "csubj")
	lemma := w.lemma(h)
	if w.passive(h) {
		entry := w.Stage.cues.Find(lexicon.CuePassive, lemma)
		if entry == nil {
			entry = w.Stage.cues.Find(lexicon.CuePassive, w.lower[h])
		}
		if entry == nil {
			entry = w.Stage.cues.Find(lexicon.CueRaising, w.lower[h])
		}
		if entry == nil && isOneOf(lemma, "see", "view", "cite", "describe", "perceive", "portray", "interpret", "characterize", "characterise", "regard", "hail", "touted", "tout", "label") && w.hasAs(h) {
			entry = w.Stage.cues.Find(lexicon.CuePassive, "regard")
			if entry != nil && w.agentOf(h) < 0 {
				return entry
			}
			return nil
		}
		if entry == nil || w.agentOf(h) >= 0 {
			return nil
		}
		if x < 0 && isOneOf(lemma, "consider", "deem", "think", "believe", "regard", "expect", "estimate", "project", "rumor", "rumour") && w.tree.Child(h, "obj", "xcomp", "obl") >= 0 {
			return entry
		}
		if m := w.tree.Child(h, "aux"); lemma == "expect" && m >= 0 && isOneOf(w.modalWord(m), "can", "could") && w.negatedBy(h) >= 0 {
			return nil // "cannot be expected to"
		}
		if entry.Kind == "booster" && (x < 0 || w.childWord(x, "mark", "to") < 0) {
			return nil // "proved wrong"
		}
		if x >= 0 && (w.childWord(x, "mark", "to") >= 0 || w.is(x, "xcomp") && w.token(x).XPOS != "VBG") {
			return entry
		}
		return nil
	}
	entry := w.Stage.cues.Find(lexicon.CueRaising, lemma)
	if entry == nil {
		entry = w.Stage.cues.Find(lexicon.CueRaising, w.lower[h])
	}
	if entry == nil || x < 0 {
		return nil
	}
	if w.upos(h) == "VERB" && isOneOf(lemma, "appear", "seem", "look") {
		if w.is(x, "ccomp", "advcl") {
			return nil
		}
		return entry
	}
	if w.childWord(x, "mark", "to") < 0 {
		return nil
	}
	if w.subject(h) < 0 && w.clauseSubject(h) < 0 {
		return nil
	}
	return entry
}

// hasAs reports whether "as" follows verb h: "was seen as a signal".
func (w *work) hasAs(h int) bool {
	for i := h + 1; i < w.len() && i < h+6; i++ {
		if w.lower[i] == "as" && w.word(i+1) != "well" {
			return true
		}
	}
	return false
}

func (w *work) clauseSubject(h int) int {
	if k := w.clauseOf[h]; k >= 0 && w.clauses[k].head == h {
		return w.clauses[k].subject
	}
	return -1
}

// agentOf returns who a passive says did it: the noun after "by", or -1.
func (w *work) agentOf(h int) int {
	for c := w.tree.FirstChild(h); c >= 0; c = w.tree.NextSibling(c) {
		if w.is(c, "obl") && c > h && w.childWord(c, "case", "by") >= 0 && (w.agent(c) || w.nominal(c) && w.token(c).Deprel == "obl:agent") {
			return c
		}
	}
	return -1
}

// modals applies the modal verb of clause k.
func (w *work) modals(v *view, k int) {
	c := &w.clauses[k]
	m, ok := w.modalOf(c.head, c.subject)
	if !ok && c.shared >= 0 && w.tree.Child(c.head, "aux", "cop") < 0 {
		first := &w.clauses[c.shared]
		m, ok = w.modalOf(first.head, first.subject)
		if ok && m.token == first.head {
			ok = false
		}
	}
	if !ok {
		return
	}
	v.modality = m.modality
	if w.modalWord(m.token) == "would" && m.effect.Use && w.futureOfPast(v, k) {
		v.modality = ""
		return
	}
	if !m.effect.Use {
		return
	}
	c2 := cue{tokens: pipeline.Range{First: m.token, End: m.token + 1}, kind: "hedge", rule: m.rule}
	if w.modalWord(m.token) == "would" && v.leveled && v.level == pipeline.Probable {
		w.cite(v, w.span(c2.tokens), c2.kind, c2.rule) // "would probably"
		return
	}
	w.apply(v, &c2, m.effect)
}

// futureOfPast reports whether "would" only puts a reported future into the
// past: in speech reported in the past tense, without a condition.
func (w *work) futureOfPast(v *view, k int) bool {
	if w.perfect(w.clauses[k].head) || w.hasCondition(k) {
		return false
	}
	if v.quote != nil && v.quote.Quotation == pipeline.QuotationIndirect {
		return true
	}
	if op, ok := w.embedding(k); ok && op.entry != nil {
		return true // "unthinkable that he would"
	}
	c := &w.clauses[w.base(k)]
	return c.form == formComplement && c.governor >= 0 && (w.token(c.governor).XPOS == "VBD" || w.token(c.governor).XPOS == "VBN")
}

// condition applies "if" and its like to the clause that they open, and the
// condition to the clause that hangs on it.
func (w *work) condition(v *view, k int) {
	if r, ok := w.opensCondition(w.base(k)); ok {
		w.cite(v, w.span(r), "condition", "condition:"+w.word(r.First))
		w.weaken(v, pipeline.Unknown, w.span(r))
		return
	}
	if on := w.conditionOf(k); on >= 0 {
		r, _ := w.opensCondition(on)
		w.cite(v, w.span(r), "condition", "condition:"+w.word(r.First))
		v.conditional = true
		if isOneOf(w.word(r.First), "until", "even") {
			return
		}
		if !v.leveled || v.level < pipeline.Probable {
			w.weaken(v, pipeline.Possible, w.span(r))
		}
	}
}

// opensCondition returns the words that make clause k a condition.
func (w *work) opensCondition(k int) (pipeline.Range, bool) {
	c := &w.clauses[k]
	if g := c.governor; c.form == formComplement && g > 0 && isOneOf(w.lower[g], "provided", "providing", "assuming", "supposing") && w.comma(g-1) {
		return pipeline.Range{First: g, End: g + 1}, true
	}
	if c.form != formAdverbial && c.form != formParticiple {
		return pipeline.Range{}, false
	}
	if m := w.mark(c.head); m > 1 && w.lower[m] == "as" && w.lower[m-1] == "long" {
		return pipeline.Range{First: m - 2, End: m + 1}, true
	}
	start := w.tree.Subtree(c.head).First
	for i := start; i < c.head && i < start+4; i++ {
		if w.clauseOf[i] != k || i > start && !w.is(i, "mark", "advmod", "fixed", "case", "cc", "punct", "discourse") && !isOneOf(w.lower[i], "if", "unless") {
			continue
		}
		switch w.lower[i] {
		case "if", "unless", "until", "till", "lest":
			r := pipeline.Range{First: i, End: i + 1}
			if i > 0 && isOneOf(w.lower[i-1], "even", "only") && w.lower[i] == "if" {
				if w.lower[i-1] == "even" && w.token(c.head).XPOS == "VBD" {
					return pipeline.Range{}, false
				}
				r.First--
			}
			return r, true
		case "provided", "providing", "assuming", "supposing":
			return pipeline.Range{First: i, End: i + 1}, true
		case "as":
			if w.word(i+1) == "long" && w.word(i+2) == "as" {
				return pipeline.Range{First: i, End: i + 3}, true
			}
		case "in":
			if w.word(i+1) == "case" {
				return pipeline.Range{First: i, End: i + 2}, true
			}
		case "had", "should", "were":
			if i == start && c.form == formAdverbial && c.subject > i {
				return pipeline.Range{First: i, End: i + 1}, true
			}
		}
	}
	return pipeline.Range{}, false
}

// conditionOf returns the clause that clause k is conditional on, or -1.
func (w *work) conditionOf(k int) int {
	for i := range w.clauses {
		c := &w.clauses[i]
		if c.parent < 0 {
			continue
		}
		if c.form == formComplement {
			if _, ok := w.opensCondition(i); ok && w.clauses[c.parent].parent == k {
				return i
			}
			continue
		}
		if c.form != formAdverbial && c.form != formParticiple {
			continue
		}
		if c.parent != k && !(w.clauses[k].shared == c.parent && c.head < w.clauses[c.parent].head) {
			continue
		}
		if r, ok := w.opensCondition(i); ok && !isOneOf(w.word(r.First), "until", "till", "lest") {
			return i
		}
	}
	return -1
}

func (w *work) hasCondition(k int) bool { return w.conditionOf(k) >= 0 }

// asks reports whether clause k is a direct question.
func (w *work) asks(k int) bool {
	c := &w.clauses[w.base(k)]
	if c.form != formMain && c.form != formParataxis && c.form != formComplement {
		return false
	}
	if c.form == formMain {
		// "The question arises: what is next?"
		for i := c.head; i < w.len(); i++ {
			if w.word(i) == ":" {
				return false
			}
		}
	}
	end := w.tree.Subtree(c.head).End
	asking := w.word(end) == "?" || w.word(end-1) == "?"
	if c.form == formComplement {
		return asking
	}
	return asking || w.word(w.len()-1) == "?" || w.word(w.len()-2) == "?"
}

// question makes a proposition one that is asked for.
func (w *work) question(v *view) {
	v.question = true
	for i := w.len() - 1; i >= 0; i-- {
		if w.word(i) == "?" {
			w.cite(v, w.token(i).Span, "question", "question:?")
			w.weaken(v, pipeline.Unknown, w.token(i).Span)
			return
		}
	}
}
