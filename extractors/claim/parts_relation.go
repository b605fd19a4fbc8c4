package claim

import (
	"slices"

	"github.com/purport-nlp/purport/pipeline"
)

// setRelation sets the relation of a predicate and the heads that it is made
// of:
//
//   - the verb with auxiliaries, negation, adverbs and particle;
//   - the copula, where the predicate is a noun or an adjective, with the
//     adjective where that goes on: "was able to reinforce", "is equal to";
//   - the infinitives that follow at once: "wants to buy";
//   - the preposition of what follows: "taught at".
func (w *work) setRelation(p *parts) {
	h := p.heads[0]
	if w.upos(h) == "VERB" || w.tree.Child(h, "cop") < 0 {
		p.relation = w.verbGroup(h)
		w.takeInfinitives(p)
		w.takeObject(p)
		w.takePreposition(p)
		return
	}
	copula := w.copula(h)
	p.relation = copula
	if w.upos(h) != "ADJ" || !w.runsUpTo(h, copula.End) {
		return
	}
	p.relation.End = h + 1
	w.takeInfinitives(p)
	w.takePreposition(p)
	if p.relation.End == h+1 {
		p.relation = copula // the adjective is what is said, and no part of it
	}
}

// relation returns the verb with its auxiliaries, negation and particle, as
// far as they stand together.
func (w *work) relation(h int) pipeline.Range {
	r := w.before(h, h)
	if w.upos(h) == "AUX" {
		r = w.withNegation(r, h) // "they will not"
	}
	for r.End < w.len() && w.token(r.End).Head == h && w.is(r.End, "compound:prt") {
		r.End++
	}
	return w.quoted(r)
}

// verbGroup is the relation of h with the adverbs before it that are no cues:
// "strictly maintain".
func (w *work) verbGroup(h int) pipeline.Range {
	r := w.relation(h)
	s := w.subject(h)
	for i := r.First - 1; i > s && s >= 0 && w.token(i).Head == h && w.is(i, "advmod") && w.covered[i] < 0 && !w.questionWord(i); i-- {
		r.First = i
	}
	return r
}

// questionWord reports the adverbs that open a question.
func (w *work) questionWord(i int) bool {
	return isOneOf(w.lower[i], "when", "where", "how", "why")
}

// copula returns the copula of predicate h with its auxiliaries and negation.
func (w *work) copula(h int) pipeline.Range {
	cop := w.tree.Child(h, "cop")
	return w.withNegation(w.before(cop, h), h)
}

// withNegation takes the negation into r that follows the verb: "is not", "is
// no longer".
func (w *work) withNegation(r pipeline.Range, h int) pipeline.Range {
	for r.End < w.len() && r.End != h && w.negator(r.End) && w.inGroup(r.End, h) {
		r.End++
	}
	return r
}

// before returns token v with the auxiliaries and adverbs of h before it, from
// the first auxiliary or negation on.
func (w *work) before(v, h int) pipeline.Range {
	r := single(v)
	for r.First > 0 && w.inGroup(r.First-1, h) {
		r.First--
	}
	for r.First < v && !w.is(r.First, "aux", "cop") && !w.negator(r.First) {
		r.First++
	}
	return r
}

// inGroup reports whether token i stands in the verb group of h: auxiliaries,
// adverbs and what belongs to these ("almost certainly", "no longer"), "both"
// of the subject, "to" of "were to happen".
func (w *work) inGroup(i, h int) bool {
	g := w.token(i).Head
	switch {
	case g < 0:
		return false
	case w.punctuation(i) && isDoubleQuote(w.token(i).Form):
		return i > 0 && !isDoubleQuote(w.token(i-1).Form) && w.inGroup(i-1, h) // was "greatly helped"
	case g != h:
		return g > i && !w.punctuation(g) && w.is(i, "advmod", "aux", "det", "fixed") && w.is(g, "advmod", "aux") && w.inGroup(g, h)
	case isOneOf(w.lower[i], "both", "all", "each") && i != w.subject(h):
		return true
	case w.lower[i] == "to":
		return i > 0 && w.token(i-1).Head == h && w.is(i-1, "aux", "cop")
	}
	return w.is(i, "aux", "cop", "advmod")
}

// runsUpTo reports whether nothing but adverbs of h stand from token i up to
// it.
func (w *work) runsUpTo(h, i int) bool {
	for ; i < h; i++ {
		if w.token(i).Head != h || !w.is(i, "advmod") {
			return false
		}
	}
	return i == h
}

// takeInfinitives takes the infinitives into the relation that follow it at
// once.
func (w *work) takeInfinitives(p *parts) {
	for {
		x := w.tree.Child(p.heads[len(p.heads)-1], "xcomp")
		if x < 0 || !w.follows(x, p.relation.End) {
			return
		}
		p.heads = append(p.heads, x)
		if cop := w.tree.Child(x, "cop"); cop >= 0 {
			p.relation.End = cop + 1
			return
		}
		p.relation.End = w.relation(x).End
	}
}

// follows reports whether infinitive or participle x goes on from token end
// without a word of its own between.
func (w *work) follows(x, end int) bool {
	verb := x
	if cop := w.tree.Child(x, "cop"); cop >= 0 {
		verb = cop
	} else if w.upos(x) != "VERB" || w.token(x).XPOS == "VBN" && w.mark(x) < 0 {
		return false // "remains closed" says closed
	}
	if w.tree.Subtree(x).First != end || w.subject(x) >= 0 {
		return false
	}
	for i := end; i < verb; i++ {
		if w.token(i).Head != x || !w.is(i, "mark", "aux", "advmod") {
			return false
		}
	}
	return true
}

// takeConjunct takes the verb into the relation that is coordinated with it at
// once, where it stands in the words of joint: a claim that keeps two verbs
// together shows both.
func (w *work) takeConjunct(p *parts, joint pipeline.Range) {
	h := p.heads[len(p.heads)-1]
	x := w.tree.Child(h, "conj")
	if x < p.relation.End || !joint.Contains(x) || w.upos(x) != "VERB" || w.upos(h) != "VERB" || !w.besides(p.relation.End, x) {
		return
	}
	p.heads = append(p.heads, x)
	p.relation.End = w.relation(x).End
	w.takeInfinitives(p)
	w.takePreposition(p)
}

// takeObject takes a noun into the relation that only makes an expression with
// "take": "took place".
func (w *work) takeObject(p *parts) {
	h, i := p.heads[len(p.heads)-1], p.relation.End
	if i < w.len() && w.lemma(h) == "take" && w.token(i).Head == h && w.is(i, "obj", "obl") && w.tree.FirstChild(i) < 0 && isOneOf(w.lower[i], "place", "effect", "part", "office") {
		p.relation.End++
	}
}

// takePreposition takes the preposition into the relation that follows it.
func (w *work) takePreposition(p *parts) {
	end := p.relation.End
	for i := end; i < w.len() && i < end+3 && w.is(i, "case", "fixed"); i++ {
		h := w.token(i).Head
		if w.is(i, "fixed") && h >= end {
			h = w.token(h).Head
		}
		if h < 0 || !w.is(h, "obl", "nmod") || !slices.Contains(p.heads, w.token(h).Head) || w.tree.Subtree(h).First != end {
			return
		}
		p.relation.End = i + 1
	}
	if i := p.relation.End; i < w.len() && i > end && w.fixedNoun(i) {
		p.relation.End++
	}
}

// fixedNoun reports a noun without article that makes one expression with
// verb and preposition: "take into account", "be in place".
func (w *work) fixedNoun(i int) bool {
	return isOneOf(w.lower[i], "account", "consideration", "effect", "force", "question", "mind", "place", "power") &&
		w.is(i, "obl", "nmod") && w.tree.FirstChild(i) == i-1 && w.tree.NextSibling(i-1) < 0
}

// auxiliaries returns the auxiliaries of verb h.
func (w *work) auxiliaries(h int) (r pipeline.Range) {
	for i := w.tree.FirstChild(h); i >= 0 && i < h; i = w.tree.NextSibling(i) {
		if !w.is(i, "aux") {
			continue
		}
		if r.Len() == 0 {
			r.First = i
		}
		r.End = i + 1
	}
	return r
}
