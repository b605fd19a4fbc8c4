package claim

import "github.com/purport-nlp/purport/pipeline"

// addArguments adds what the heads of the relation have for arguments: those
// after the verb first, then those before it.
func (w *work) addArguments(p *parts, k int, chain []int) {
	var before []pipeline.Range
	c := &w.clauses[k]
	last := chain[len(chain)-1]
	if w.tree.Child(last, "cop") >= 0 {
		w.addArgument(p, w.predicate(last, p.relation.End))
	}
	if c.form == formRelative {
		w.addAntecedent(p, k, chain)
	}
	for _, h := range chain {
		for i := w.tree.FirstChild(h); i >= 0; i = w.tree.NextSibling(i) {
			if !w.isArgument(i, h) || isAmong(chain, i) {
				continue
			}
			r := w.argument(i)
			if i < p.relation.First {
				before = append(before, r)
				continue
			}
			r.First = max(r.First, p.relation.End)
			w.addArgument(p, r)
		}
	}
	if c.form == formConjunct && c.shared >= 0 {
		w.addShared(p, w.clauses[c.shared].head, c.head)
	}
	for _, r := range before {
		w.addArgument(p, r)
	}
}

// isArgument reports whether token i is an argument of predicate h.
func (w *work) isArgument(i, h int) bool {
	if w.is(i, "obj", "iobj", "obl", "xcomp", "ccomp", "advcl") {
		return !w.relativeWord(i) || w.is(i, "ccomp", "xcomp", "advcl")
	}
	if w.is(i, "nmod") {
		return w.upos(h) == "VERB"
	}
	return w.is(i, "csubj") && w.tree.Child(h, "expl") >= 0
}

// argument returns the words of argument i.
func (w *work) argument(i int) pipeline.Range {
	return w.bare(w.withoutAsides(i, w.tree.Subtree(i)))
}

// addArgument adds range r where it says something that the parts before it
// do not.
func (w *work) addArgument(p *parts, r pipeline.Range) {
	r = w.bare(r)
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

// addAntecedent adds what a relative clause is about, where that is no
// subject of it: "a match, which Keibler lost".
func (w *work) addAntecedent(p *parts, k int, chain []int) {
	c := &w.clauses[k]
	g := w.antecedent(c)
	if g < 0 || w.partSubject(k) == g {
		return
	}
	w.addArgument(p, w.nounPhrase(g, w.subjectLimit(k, g, p.relation)))
}

// addShared adds the object of verb first that stands behind verb h, its
// conjunct: "buy and sell arms".
func (w *work) addShared(p *parts, first, h int) {
	if w.tree.Child(h, "obj", "ccomp", "xcomp") >= 0 {
		return
	}
	if o := w.tree.Child(first, "obj"); o > h {
		w.addArgument(p, w.argument(o))
	}
}

// predicate returns the words of a nominal or adjectival predicate, from
// token first on.
func (w *work) predicate(h, first int) pipeline.Range {
	if first > h {
		return pipeline.Range{}
	}
	r := pipeline.Range{First: first, End: h + 1}
	for c := w.tree.FirstChild(h); c >= 0; c = w.tree.NextSibling(c) {
		switch {
		case c < h || w.comma(w.tree.Subtree(c).First):
		case w.is(c, "nmod", "amod", "compound", "flat", "acl", "nummod"), w.is(c, "conj") && !w.predicative(c):
			r.End = max(r.End, w.tree.Subtree(c).End)
		}
	}
	return r
}
