package claim

import (
	"slices"

	"github.com/purport-nlp/purport/pipeline"
)

// addArguments adds what the heads of the relation have for arguments: those
// after the verb first, then those before it.
func (w *work) addArguments(p *parts, k int) {
	last := p.heads[len(p.heads)-1]
	if cop := w.tree.Child(last, "cop"); cop > last {
		if p.subject.First > last {
			cop = min(cop, p.subject.First)
		}
		w.addArgument(p, w.nounPhrase(last, cop)) // "here is mine", "how bad it is"
	} else if cop >= 0 && p.relation.End <= last {
		w.addArgument(p, w.predicate(last, p.relation.End))
	}
	if p.relation.End == w.relation(last).End {
		w.addAntecedent(p, k)
	}
	for _, h := range p.heads {
		w.addDependents(p, h, true)
	}
	w.addAntecedent(p, k)
	w.addSharedObject(p, k)
	for _, h := range p.heads {
		w.addDependents(p, h, false)
	}
	if p.opening.Len() > 1 && p.opening.End <= p.relation.First && w.upos(p.opening.First) == "ADP" {
		w.addArgument(p, p.opening)
	}
	if len(p.arguments) == 0 {
		w.addAdverb(p, last)
	}
}

// addDependents adds the arguments of h that stand after the relation, or
// those before it.
func (w *work) addDependents(p *parts, h int, after bool) {
	for i := w.tree.FirstChild(h); i >= 0; i = w.tree.NextSibling(i) {
		if (i >= p.relation.First) != after || slices.Contains(p.heads, i) {
			continue
		}
		r := w.argument(i)
		if after {
			r.First = max(r.First, p.relation.End)
		}
		switch {
		case w.is(i, "advcl") && (!after || w.setOff(i)), w.is(i, "advmod") && after && w.plainAdverb(i):
			p.asides = append(p.asides, r)
		case w.isArgument(i, h):
			w.addArgument(p, r)
		}
	}
}

// setOff reports whether a comma stands before what hangs on token i.
func (w *work) setOff(i int) bool {
	first := w.tree.Subtree(i).First
	return w.pause(first) || w.pause(first-1)
}

// isArgument reports whether token i is an argument of predicate h. Relative
// pronouns are none: what they stand for is.
func (w *work) isArgument(i, h int) bool {
	switch {
	case w.is(i, "obj", "iobj", "obl"):
		return i > h || !w.relativeWord(i)
	case w.is(i, "advmod"):
		return i > h && w.placeOrDay(i)
	case w.is(i, "nmod"):
		return w.upos(h) == "VERB"
	case w.is(i, "nsubj"):
		return i > h && w.existential(h) >= 0
	case w.is(i, "csubj"):
		return w.tree.Child(h, "expl") >= 0
	}
	return w.is(i, "xcomp", "ccomp", "advcl")
}

// plainAdverb reports an adverb that adds to what the verb says and neither
// hedges nor connects it.
func (w *work) plainAdverb(i int) bool {
	return w.covered[i] < 0 && !w.negator(i) && !w.questionWord(i) && !w.placeOrDay(i) && !w.setOff(i) &&
		!isOneOf(w.lower[i], "also", "too", "however", "only", "even", "just", "so", "then", "as", "than")
}

// placeOrDay reports the adverbs that tell where or when by themselves.
func (w *work) placeOrDay(i int) bool {
	return isOneOf(w.lower[i], "here", "there", "today", "yesterday", "tomorrow", "tonight", "abroad", "overseas", "home", "elsewhere", "away")
}

// argument returns the words of argument i.
func (w *work) argument(i int) pipeline.Range {
	r := w.tree.Subtree(i)
	if w.nominal(i) && w.tree.Child(i, "cop") < 0 {
		r = w.withoutClauses(i, r)
	}
	return w.bare(w.withoutAsides(i, r, "acl", "appos", "parataxis"))
}

// withoutClauses ends a noun phrase where a coordinated verb begins, which
// cannot belong to it.
func (w *work) withoutClauses(i int, r pipeline.Range) pipeline.Range {
	for c := w.tree.FirstChild(i); c >= 0; c = w.tree.NextSibling(c) {
		if c > i && w.is(c, "conj") && w.predicative(c) && w.finite(c) {
			r.End = min(r.End, w.tree.Subtree(c).First)
		}
	}
	return r
}

// addArgument adds range r where it says something that the parts before it
// do not.
func (w *work) addArgument(p *parts, r pipeline.Range) {
	r = w.quoted(w.bare(r))
	if r.Len() <= 0 || overlaps(r, p.subject) || overlaps(r, p.relation) {
		return
	}
	for _, other := range p.arguments {
		if overlaps(r, other) {
			return
		}
	}
	p.arguments = append(p.arguments, r)
}

func overlaps(a, b pipeline.Range) bool {
	return a.First < b.End && b.First < a.End
}

// addAntecedent adds what a relative clause is about, where that is no part
// of it yet: "a match, which Keibler lost". After a preposition, which goes on
// with something else, it comes last.
func (w *work) addAntecedent(p *parts, k int) {
	c := &w.clauses[k]
	if c.form != formRelative || w.opensWith(k, "whose") {
		return
	}
	if g := w.antecedent(c); g >= 0 && w.partSubject(k) != g {
		w.addArgument(p, w.nounPhrase(g, w.subjectLimit(k, g, p.relation)))
	}
}

// opensWith reports whether word stands before the predicate of clause k.
func (w *work) opensWith(k int, word string) bool {
	head := w.clauses[k].head
	for i := w.tree.Subtree(head).First; i < head; i++ {
		if w.lower[i] == word {
			return true
		}
	}
	return false
}

// addSharedObject adds the object that coordinated verbs share, "buy and sell
// arms", to the one that the parser did not give it to.
func (w *work) addSharedObject(p *parts, k int) {
	c := &w.clauses[k]
	if w.tree.Child(c.head, "obj", "ccomp", "xcomp") >= 0 {
		return
	}
	if c.form == formConjunct && c.shared >= 0 {
		if o := w.tree.Child(w.clauses[c.shared].head, "obj"); o > c.head {
			w.addArgument(p, w.argument(o))
		}
	}
	if x := w.tree.Child(c.head, "conj"); x > p.relation.End && w.upos(c.head) == "VERB" && !w.passive(c.head) && w.besides(p.relation.End, x) {
		if o := w.tree.Child(x, "obj"); o > x {
			w.addArgument(p, w.argument(o))
		}
	}
}

// besides reports whether only "and" and the like stand from token i up to
// conjunct x.
func (w *work) besides(i, x int) bool {
	for ; i < x; i++ {
		if w.token(i).Head != x || !w.is(i, "cc", "advmod") {
			return false
		}
	}
	return true
}

// addAdverb adds an adverb after verb h, where the verb has nothing else:
// "died yesterday".
func (w *work) addAdverb(p *parts, h int) {
	for i := w.tree.FirstChild(h); i >= 0; i = w.tree.NextSibling(i) {
		if w.is(i, "advmod") && i >= p.relation.End && !w.negator(i) {
			w.addArgument(p, w.argument(i))
		}
	}
}

// predicate returns the words of a nominal or adjectival predicate, from
// token first on.
func (w *work) predicate(h, first int) pipeline.Range {
	r := pipeline.Range{First: first, End: h + 1}
	for c := w.tree.FirstChild(h); c >= 0; c = w.tree.NextSibling(c) {
		switch {
		case c < h || w.pause(w.tree.Subtree(c).First):
		case w.is(c, "advmod") && c == r.End && !w.negator(c): // "strict enough"
			r.End++
		case w.is(c, "nmod", "amod", "compound", "flat", "acl", "nummod"), w.is(c, "conj") && !w.predicative(c):
			r.End = max(r.End, w.tree.Subtree(c).End)
		}
	}
	return r
}
