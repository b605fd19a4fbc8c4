package claim

import (
	"sort"

	"github.com/purport-nlp/purport/pipeline"
)

// setParts takes a proposition apart: subject, relation, arguments.
func (w *work) setParts(c *pipeline.Claim, d *draft) {
	if d.nominal {
		return
	}
	k := &w.clauses[d.clause]
	if k.subject >= 0 {
		c.Subject = w.phrase(k.subject, d)
	}
	relation := w.relation(d.head)
	c.Relation = w.span(relation)
	for child := w.tree.FirstChild(d.head); child >= 0; child = w.tree.NextSibling(child) {
		if !w.is(child, "obj", "iobj", "obl", "xcomp", "ccomp", "advcl", "nmod") || relation.Contains(child) {
			continue
		}
		r := w.bare(w.tree.Subtree(child))
		r = pipeline.Range{First: max(r.First, d.tokens.First), End: min(r.End, d.tokens.End)}
		if r.Len() > 0 && !c.Subject.Overlaps(w.span(r)) {
			c.Arguments = append(c.Arguments, w.span(r))
		}
	}
	if w.upos(d.head) != "VERB" && w.tree.Child(d.head, "cop") >= 0 {
		r := w.predicate(d)
		if r.Len() > 0 {
			c.Arguments = append([]pipeline.Span{w.span(r)}, c.Arguments...)
			c.Relation = w.span(w.copula(d.head))
		}
	}
}

// phrase returns the span of the noun phrase headed by i, without clauses
// that hang on it from outside the claim.
func (w *work) phrase(i int, d *draft) pipeline.Span {
	r := w.tree.Subtree(i)
	if i < d.head && r.End > d.head {
		r.End = i + 1
	}
	if i > d.head && r.First <= d.head {
		r.First = i
	}
	for c := w.tree.FirstChild(i); c >= 0; c = w.tree.NextSibling(c) {
		if w.token(c).Deprel == "acl:relcl" && w.tree.Subtree(c).Contains(d.head) {
			r.End = min(r.End, w.tree.Subtree(c).First)
		}
	}
	r = w.bare(r)
	if r.Len() <= 0 {
		return w.token(i).Span
	}
	return w.span(r)
}

// bare takes punctuation off both ends of a range.
func (w *work) bare(r pipeline.Range) pipeline.Range {
	for r.First < r.End && (w.punctuation(r.First) && !w.opensQuote(r.First, r) || w.is(r.First, "cc")) {
		r.First++
	}
	for r.First < r.End && w.punctuation(r.End-1) && !w.closesQuote(r.End-1, r) {
		r.End--
	}
	return r
}

// relation returns the verb with its auxiliaries, negation and particle, as
// far as they stand together.
func (w *work) relation(h int) pipeline.Range {
	r := pipeline.Range{First: h, End: h + 1}
	for r.First > 0 {
		i := r.First - 1
		if w.token(i).Head != h || !w.is(i, "aux", "cop", "advmod") {
			break
		}
		r.First--
	}
	for r.First < h && w.is(r.First, "advmod") && !w.negator(r.First) {
		r.First++
	}
	for r.End < w.len() && w.token(r.End).Head == h && w.is(r.End, "compound:prt") {
		r.End++
	}
	return r
}

// copula returns the copula of nominal predicate h with its auxiliaries.
func (w *work) copula(h int) pipeline.Range {
	cop := w.tree.Child(h, "cop")
	r := pipeline.Range{First: cop, End: cop + 1}
	for r.First > 0 && w.token(r.First-1).Head == h && w.is(r.First-1, "aux") {
		r.First--
	}
	return r
}

// predicate returns the words of a nominal or adjectival predicate, from its
// first modifier after the copula on.
func (w *work) predicate(d *draft) pipeline.Range {
	cop := w.tree.Child(d.head, "cop")
	if cop > d.head {
		return pipeline.Range{}
	}
	r := pipeline.Range{First: cop + 1, End: d.head + 1}
	for c := w.tree.FirstChild(d.head); c >= 0; c = w.tree.NextSibling(c) {
		if c > d.head && w.is(c, "nmod", "amod", "compound", "flat") {
			r.End = max(r.End, w.tree.Subtree(c).End)
		}
	}
	r.End = min(r.End, d.tokens.End)
	return w.bare(r)
}

func (w *work) firstEntity(start int) int {
	return sort.Search(len(w.doc.Entities), func(i int) bool { return w.doc.Entities[i].Start >= start })
}

func (w *work) firstDate(start int) int {
	return sort.Search(len(w.doc.Dates), func(i int) bool { return w.doc.Dates[i].Start >= start })
}
