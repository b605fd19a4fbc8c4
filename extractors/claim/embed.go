package claim

import (
	"github.com/purport-nlp/purport/extractors/lexicon"
	"github.com/purport-nlp/purport/pipeline"
)

// operator is a word or phrase whose complement a clause is.
type operator struct {
	entry  *lexicon.Cue
	tokens pipeline.Range
	// token heads the operator; at is the clause that it stands in.
	token, at int
	// denied says that the operator is negated, by the token negation.
	denied   bool
	negation int
	// whether says that the complement is an embedded question.
	whether bool
}

// embedding returns the operator that clause k is the complement of.
func (w *work) embedding(k int) (operator, bool) {
	c := &w.clauses[w.base(k)]
	if i := w.phraseBefore(c); i >= 0 {
		r := w.cues[i].tokens
		return operator{entry: w.cues[i].entry, tokens: r, token: w.headOf(r), at: w.clauseOf[w.headOf(r)], negation: -1}, true
	}
	if c.governor < 0 || c.form == formConjunct || w.turnsAway(k) {
		return operator{}, false
	}
	g := w.governorOf(c)
	whether := w.whether(c)
	op := operator{token: g, at: w.clauseOf[g], tokens: pipeline.Range{First: g, End: g + 1}, negation: -1, whether: whether >= 0}
	if i := w.covered[g]; i >= 0 && w.cues[i].entry.Class != lexicon.CueAdverb && !w.cues[i].tokens.Contains(c.head) {
		op.entry, op.tokens = w.cues[i].entry, w.cues[i].tokens
		return w.deny(op), true
	}
	switch c.form {
	case formComplement, formSubject, formNoun:
	case formAdverbial, formRelative:
		if g != c.governor {
			break
		}
		if c.form == formRelative {
			return operator{}, false
		}
		if whether < 0 || w.word(whether) != "whether" && !w.asking(g) {
			if !w.looseComplement(c) {
				return operator{}, false
			}
		}
	case formInfinitive, formParticiple:
		if w.upos(g) != "NOUN" || !w.gerundOf(c) {
			return operator{}, false
		}
	default:
		return operator{}, false
	}
	op.entry = w.operatorEntry(g, c)
	if op.entry == nil && whether < 0 {
		return operator{}, false
	}
	if v := w.token(g).Head; op.entry != nil && w.upos(g) == "NOUN" && v >= 0 && w.is(g, "obj") && w.upos(v) == "VERB" {
		// "dismissed reports that": the denial counts, not what it denies.
		if e := w.Stage.cues.Find(lexicon.CueVerb, w.lemma(v)); e != nil && e.Kind == "negation" {
			op.entry, op.token, op.tokens, op.at = e, v, pipeline.Range{First: v, End: v + 1}, w.clauseOf[v]
		}
	}
	if p := w.tree.Child(g, "compound:prt"); p == g+1 && op.entry != nil && len(op.entry.Term) > len(w.lemma(g)) {
		op.tokens.End++
	}
	return w.deny(op), true
}

// turnsAway reports whether clause k stands against a complement clause
// rather than in it: "Many said he would lose, but the turnout was high".
func (w *work) turnsAway(k int) bool {
	c := &w.clauses[k]
	if c.form != formConjunct || w.subject(c.head) < 0 || w.mark(c.head) >= 0 {
		return false
	}
	but := w.childWord(c.head, "cc", "but", "yet")
	return but > 0 && w.comma(but-1)
}

// governorOf returns the word that clause c completes: its governor or, where
// "that" opens the clause, the noun right before it that takes such a clause
// ("there are signs that").
func (w *work) governorOf(c *clause) int {
	start := w.tree.Subtree(c.head).First
	if start > 0 && isOneOf(w.lower[start], "that", "whether") && w.subject(c.head) > start && w.upos(start-1) == "NOUN" &&
		w.Stage.cues.Find(lexicon.CueNoun, w.lemma(start-1)) != nil && !(c.form == formNoun && w.nounCue(c.governor)) {
		n := start - 1
		for w.is(n, "nmod", "obl") && w.token(n).Head >= 0 && w.token(n).Head < n {
			// "evidence in the report that": the first noun takes the clause.
			h := w.token(n).Head
			if w.upos(h) == "VERB" && w.tree.Child(h, "obj") > h {
				h = w.tree.Child(h, "obj")
			}
			if h >= n || !w.nounCue(h) {
				break
			}
			n = h
		}
		return n
	}
	if c.governor < start && start > 0 && w.upos(start-1) == "NOUN" && w.subject(c.head) >= start && c.finite && w.clauseOf[start-1] >= 0 &&
		w.Stage.cues.Find(lexicon.CueNoun, w.lemma(start-1)) != nil && w.thereIs(w.clauseOf[start-1], start-1) {
		return start - 1 // "there is no chance he will"
	}
	return c.governor
}

// nounCue reports whether word i is a noun that takes a clause.
func (w *work) nounCue(i int) bool {
	return i >= 0 && w.upos(i) == "NOUN" && w.Stage.cues.Find(lexicon.CueNoun, w.lemma(i)) != nil
}

// gerundOf reports a clause after "the possibility of", "no sign of".
func (w *work) gerundOf(c *clause) bool {
	return w.token(c.head).XPOS == "VBG" && w.childWord(c.head, "mark", "of") >= 0
}

// looseComplement reports a clause with "that" right after a word that takes
// one, whatever relation the parser gave it.
func (w *work) looseComplement(c *clause) bool {
	m := w.mark(c.head)
	return m >= 0 && w.lower[m] == "that" && m == w.tree.Subtree(c.head).First && (m == c.governor+1 || w.word(m-1) == "it")
}

// asking reports words that a clause with "if" can be the object of.
func (w *work) asking(g int) bool {
	if e := w.Stage.cues.Find(lexicon.CueVerb, w.lemma(g)); e != nil && (e.Kind == "question" || e.Term == "know") {
		return true
	}
	e := w.Stage.cues.Find(lexicon.CueAdjective, w.lemma(g))
	return e != nil && e.Kind == "question"
}

// whether returns the word that makes clause c an embedded question, or -1.
func (w *work) whether(c *clause) int {
	if c.form != formComplement && c.form != formSubject && c.form != formAdverbial && c.form != formNoun {
		return -1
	}
	start := w.tree.Subtree(c.head).First
	for i := start; i <= c.head && i < start+3; i++ {
		switch w.lower[i] {
		case "whether":
			return i
		case "if":
			if c.form != formAdverbial && i == start || w.asking(c.governor) && c.governor < i {
				return i
			}
		case "who", "whom", "whose", "which", "what", "how", "why", "where", "when":
			if c.governor < i && (c.form != formAdverbial || w.asking(c.governor) && w.lower[i] != "when" && w.lower[i] != "where") {
				return i
			}
		case "about", "on", "of", "as", "to", "over", "exactly", "precisely", "just":
			continue
		}
		break
	}
	return -1
}

// phraseBefore returns the frame of several words that ends right before
// clause c, or -1.
func (w *work) phraseBefore(c *clause) int {
	start := w.tree.Subtree(c.head).First
	if w.punctuation(start) {
		return -1
	}
	for i := range w.cues {
		q := &w.cues[i]
		if q.entry.Class != lexicon.CueFrame && q.entry.Class != lexicon.CueAdjective {
			continue
		}
		if q.tokens.Contains(c.head) {
			continue
		}
		if q.tokens.End == start || q.tokens.End == start-1 && w.word(start-1) == "that" || q.tokens.First == start && q.entry.Class == lexicon.CueFrame {
			return i
		}
	}
	return -1
}

// operatorEntry returns what the lexicon knows of word g as governor of the
// complement c, or nil.
func (w *work) operatorEntry(g int, c *clause) *lexicon.Cue {
	cues := w.Stage.cues
	lemma := w.lemma(g)
	switch w.upos(g) {
	case "VERB", "AUX":
		if w.passive(g) || w.token(g).XPOS == "VBN" && w.tree.Child(g, "nsubj") < 0 && w.tree.Child(g, "aux") < 0 {
			e := cues.Find(lexicon.CuePassive, lemma)
			if e == nil {
				e = w.participle(g)
			}
			if e != nil && w.agentOf(g) < 0 {
				return e
			}
			if e := cues.Find(lexicon.CueAdjective, w.lower[g]); e != nil {
				return e
			}
		}
		if p := w.tree.Child(g, "compound:prt"); p == g+1 {
			if e := cues.Find(lexicon.CueVerb, lemma+" "+w.lower[p]); e != nil {
				return e
			}
		}
		if e := cues.Find(lexicon.CueVerb, lemma); e != nil {
			return e
		}
		return cues.Find(lexicon.CueAdjective, w.lower[g])
	case "ADJ":
		// A participle that the tagger took for an adjective.
		if e := w.participle(g); e != nil && w.tree.Child(g, "expl") >= 0 {
			return e
		}
	case "NOUN", "PROPN":
		if e := cues.Find(lexicon.CueNoun, lemma); e != nil {
			return e
		}
	}
	for _, term := range [2]string{w.lower[g], lemma} {
		if g > 0 {
			if e := cues.Find(lexicon.CueAdjective, w.lower[g-1]+" "+term); e != nil {
				return e
			}
		}
		if e := cues.Find(lexicon.CueAdjective, term); e != nil {
			return e
		}
	}
	return nil
}

// participle returns the passive entry for word g as a participle, or nil.
func (w *work) participle(g int) *lexicon.Cue {
	word := w.lower[g]
	for cut := 0; cut <= 2 && cut < len(word); cut++ {
		if e := w.Stage.cues.Find(lexicon.CuePassive, word[:len(word)-cut]); e != nil && (cut == 0 || word[len(word)-1] == 'd') {
			return e
		}
	}
	return nil
}

// deny finds the negation of an operator.
func (w *work) deny(op operator) operator {
	h := op.token
	if op.tokens.Len() > 1 {
		h = w.headOf(op.tokens)
	}
	op.negation = w.negatedBy(h)
	if op.negation < 0 && w.nominal(h) {
		if op.negation = w.noIn(h); op.negation < 0 {
			op.negation = w.scant(h)
		}
		if op.negation < 0 && w.is(h, "obj") {
			// "found no", "did not find evidence that".
			if v := w.token(h).Head; v >= 0 {
				op.negation = w.negatedBy(v)
			}
		}
	}
	if g := w.token(h).Head; op.negation < 0 && g >= 0 && w.is(h, "xcomp") && isOneOf(w.lemma(g), "unable", "fail", "refuse", "decline", "impossible") {
		op.negation = g // "unable to confirm that"
	}
	if op.negation < 0 && w.nominal(h) {
		op.negation = w.childWord(h, "case", "without")
	}
	if op.tokens.Contains(op.negation) {
		op.negation = -1
	}
	op.denied = op.negation >= 0
	return op
}

// scant returns the word that makes noun h next to nothing: "little
// evidence", or -1.
func (w *work) scant(h int) int {
	for c := w.tree.FirstChild(h); c >= 0 && c < h; c = w.tree.NextSibling(c) {
		if w.is(c, "amod", "det", "advmod") && isOneOf(w.lower[c], "little", "scant", "few", "insufficient") && !isOneOf(w.word(c-1), "a", "the") {
			return c
		}
	}
	return -1
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

// frameLike reports whether what is said of clause d, in which an operator
// stands, is said of the operator's complement too: where the operator is the
// predicate, or the thing that is there or is found.
func (w *work) frameLike(d, token int) bool {
	h := w.clauses[d].head
	if token == h || w.tree.Child(h, "expl") >= 0 {
		return true
	}
	return w.token(token).Head == h && w.is(token, "obj") && w.lightVerb(h)
}

// lightVerb reports verbs that only bring their object before the reader:
// "see no sign that", "found evidence that", "gave no indication that".
func (w *work) lightVerb(h int) bool {
	switch w.lemma(h) {
	case "see", "find", "have", "give", "provide", "offer", "show", "express", "raise", "identify", "produce", "uncover", "get", "hold", "voice", "present", "cite", "leave":
		return true
	}
	return false
}

// carry applies what a frame's own clause says: its adverbs, its modal verb.
// Its negation went into the operator.
func (w *work) carry(v *view, d int) {
	w.adverbs(v, d)
	if m, ok := w.modalOf(w.clauses[d].head, w.clauses[d].subject); ok && m.effect.Use && w.modalWord(m.token) != "would" && w.modalWord(m.token) != "could" {
		w.apply(v, &cue{tokens: pipeline.Range{First: m.token, End: m.token + 1}, kind: "hedge", rule: m.rule}, m.effect)
	}
	if raising := w.raising(w.clauses[d].head); raising != nil {
		w.apply(v, &cue{tokens: pipeline.Range{First: w.clauses[d].head, End: w.clauses[d].head + 1}, kind: raising.Kind, rule: string(raising.Class) + ":" + raising.Term, entry: raising}, raising.Affirmed)
	}
	w.condition(v, d)
	if w.asks(d) {
		w.question(v)
	}
}

// operate applies an operator to the proposition headed by h.
func (w *work) operate(v *view, op *operator, h int) {
	if op.entry == nil {
		w.cite(v, w.span(op.tokens), "question", "question:"+w.lemma(op.token))
		w.weaken(v, pipeline.Unknown, w.span(op.tokens))
		return
	}
	effect := op.entry.Affirmed
	if op.denied {
		if op.entry.Negated.Use {
			effect = op.entry.Negated
		} else {
			effect = isUnknown
		}
	}
	if op.whether {
		effect = isUnknown
		if v.quote != nil && w.quoteOf(op.token, h) == v.quote {
			v.quote = nil // who considers whether stands behind neither
		}
	}
	if q := w.quoteOf(op.token, h); q != nil {
		w.commit(v, q, effect)
		effect = w.heldBy(q, op.entry, effect)
	} else if holds(op.entry) && effect.Level != pipeline.Unknown {
		w.hold(v, op)
		if v.quote == nil && !v.committed {
			v.held, v.committed = effect.Level, true
		}
		if op.entry.Kind == "belief" && v.holder.Kind == pipeline.SourceGroup && weasel(w.lower[w.clauses[w.clauseOf[op.token]].subject]) {
			effect.Level = max(effect.Level, pipeline.Speculative)
		}
	}
	if effect.Level == pipeline.Attributed && w.quoteOf(op.token, h) == nil && v.holder.Kind == "" && (op.entry.Kind != "reporting" || w.firstPerson(op.token)) {
		effect.Level = pipeline.Asserted
	}
	tokens := op.tokens
	if w.upos(op.token) == "NOUN" && w.is(op.token, "obj") && w.token(op.token).Head >= 0 && w.lightVerb(w.token(op.token).Head) {
		v.light = w.token(op.token).Head
		if op.denied && v.quote == nil {
			// Who looked and found nothing is the source.
			w.hold(v, &operator{token: v.light})
		}
	}
	if op.denied && op.negation < op.token && op.negation >= op.token-2 && w.clauseOf[op.negation] == w.clauseOf[op.token] {
		tokens.First = min(tokens.First, op.negation)
	} else if op.denied {
		w.cite(v, w.token(op.negation).Span, "negation", "negation:"+w.lower[op.negation])
	}
	w.apply(v, &cue{tokens: tokens, kind: op.entry.Kind, rule: string(op.entry.Class) + ":" + op.entry.Term, entry: op.entry}, effect)
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
		cited := w.cites(v, w.token(i).Span)
		if i == v.light && i > 0 {
			w.cite(v, w.token(i).Span, "reporting", "quote:"+q.Rule)
			return
		}
		if !cited {
			w.report(v, q, i)
		}
		// What is said of the saying: "may have said", "reportedly said".
		if d := w.clauseOf[i]; d >= 0 && w.clauses[d].head == i && !cited {
			w.adverbs(v, d)
		}
	})
}

// cites reports whether a view has a cue over a span.
func (w *work) cites(v *view, at pipeline.Span) bool {
	for i := range v.cues {
		if v.cues[i].Overlaps(at) {
			return true
		}
	}
	return false
}

// report applies an attribution by its cue, token i of the sentence.
func (w *work) report(v *view, q *pipeline.Quote, i int) {
	link := ownLink(q)
	entry := w.reportEntry(i)
	effect := actEffect(q.Act)
	if entry != nil {
		effect = entry.Affirmed
		if w.negatedBy(i) >= 0 && entry.Negated.Use {
			effect = entry.Negated
		}
		w.commit(v, q, effect)
		effect = w.heldBy(q, entry, effect)
	} else if q.Act == pipeline.ActBelief && w.weaselSource(q) {
		effect.Level = pipeline.Speculative
	} else if w.negatedBy(i) >= 0 && w.upos(i) == "VERB" && q.Quotation == pipeline.QuotationIndirect {
		effect.Level = pipeline.Unknown
	}
	if link.Kind == pipeline.SourceAnonymous && link.Span.IsZero() && effect.Level == pipeline.Attributed {
		effect.Level = pipeline.Speculative
	}
	kind, rule := "reporting", "quote:"+q.Rule
	if entry != nil {
		kind, rule = entry.Kind, string(entry.Class)+":"+entry.Term
	}
	span := w.token(i).Span
	if link.Cue.Contains(span) {
		span = link.Cue
	}
	w.cite(v, span, kind, rule)
	if effect.Use {
		w.weaken(v, effect.Level, span)
		if effect.Negative {
			v.negative = !v.negative
		}
		v.hearsay = v.hearsay || effect.Level == pipeline.Speculative && link.Span.IsZero()
	}
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
