package claim

import (
	"slices"

	"github.com/purport-nlp/purport/pipeline"
)

// parts is a predicate taken apart, as ranges of tokens. What is said of them
// stands at Proposition.
type parts struct {
	subject, relation, shared pipeline.Range
	implied                   string
	arguments                 []pipeline.Range
	// asides belong to what a claim says, but not to the core of it: adverbial
	// clauses set off by commas or before the verb, which are propositions of
	// their own, and adverbs after the verb.
	asides []pipeline.Range
	// opening is an adverbial that the parser put at the head of the subject.
	opening pipeline.Range
	// heads are the predicates that the relation is made of: the clause's
	// own, then the infinitives that it goes on with.
	heads []int
}

// partsOf takes clause k apart. Verbs that share what follows, "buy and sell
// arms", are one relation where both stand in the words of joint.
func (w *work) partsOf(k int, joint pipeline.Range) parts {
	c := &w.clauses[k]
	p := parts{heads: []int{c.head}}
	w.setRelation(&p)
	w.takeConjunct(&p, joint)
	if i := p.relation.First - 1; c.form == formConjunct && i > 0 && isOneOf(w.lower[i], "neither", "none") {
		p.subject = single(i) // whatever the parser took it for
	} else if s := w.partSubject(k); s >= 0 {
		p.subject = w.nounPhrase(s, w.subjectLimit(k, s, p.relation))
		p.subject.End = w.secondSubject(p.subject, p.relation.First)
		p.opening = pipeline.Range{First: w.tree.Subtree(s).First, End: p.subject.First}
	}
	if c.form == formConjunct && c.shared >= 0 && w.tree.Child(c.head, "aux", "cop") < 0 && !finiteTag(w.token(c.head)) {
		p.shared = w.auxiliaries(w.clauses[c.shared].head)
	}
	w.addArguments(&p, k)
	return p
}

// setParts takes a claim apart: its subject, which may stand before its own
// words ("and closed the mill"), its relation, and what its words hold of its
// arguments. What begins outside its words is left out, rather than shown
// without its beginning.
func (w *work) setParts(c *pipeline.Claim, d *draft) {
	var p parts
	switch {
	case d.kind == draftOfApposition:
		p = w.apposition(d.head)
	case d.kind != draftOfClause, w.punctuation(d.head):
		return
	default:
		p = w.partsOf(d.clause, d.tokens)
	}
	c.Subject = w.span(p.subject)
	c.Relation = w.span(inside(p.relation, d.tokens))
	for _, r := range p.all() {
		if r.First < d.tokens.First {
			continue
		}
		if r = w.bare(inside(r, d.tokens)); r.Len() > 0 && !w.stub(r) {
			c.Arguments = append(c.Arguments, w.span(r))
		}
	}
}

// stub reports what is left of an argument where a claim ends within it: a
// lone "that" or "to".
func (w *work) stub(r pipeline.Range) bool {
	if r.Len() > 1 {
		return false
	}
	switch w.upos(r.First) {
	case "SCONJ", "CCONJ", "PART":
		return true
	case "ADP":
		return w.tree.FirstChild(r.First) >= 0 || w.is(r.First, "case", "mark")
	}
	return false
}

// all returns the arguments with the asides, those that follow the relation
// before those that precede it, else in text order.
func (p *parts) all() []pipeline.Range {
	list := append([]pipeline.Range(nil), p.arguments...)
	for _, r := range p.asides {
		if !slices.ContainsFunc(append(list, p.subject, p.relation), func(other pipeline.Range) bool { return overlaps(r, other) }) {
			list = append(list, r)
		}
	}
	slices.SortStableFunc(list, func(a, b pipeline.Range) int {
		if before := a.First < p.relation.First; before != (b.First < p.relation.First) {
			if before {
				return 1
			}
			return -1
		}
		return a.First - b.First
	})
	return list
}

// inside returns what of r lies in bounds.
func inside(r, bounds pipeline.Range) pipeline.Range {
	r = pipeline.Range{First: max(r.First, bounds.First), End: min(r.End, bounds.End)}
	if r.Len() <= 0 {
		return pipeline.Range{}
	}
	return r
}

// bare takes punctuation and connectives off both ends of a range.
func (w *work) bare(r pipeline.Range) pipeline.Range {
	for r.First < r.End && (w.punctuation(r.First) && !w.opensQuote(r.First, r) || w.is(r.First, "cc") && isOneOf(w.lower[r.First], "and", "but", "or")) {
		r.First++
	}
	for r.First < r.End && w.punctuation(r.End-1) && !w.closesQuote(r.End-1, r) {
		r.End--
	}
	return r
}
