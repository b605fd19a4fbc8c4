package claim

import (
	"sort"

	"github.com/purport-nlp/purport/pipeline"
)

// parts is a predicate taken apart, as ranges of tokens. What is said of them
// stands at Proposition.
type parts struct {
	subject, relation, shared pipeline.Range
	implied                   string
	arguments                 []pipeline.Range
	// asides are adverbial clauses set off by commas or before the verb. They
	// belong to what a claim says, and are propositions of their own.
	asides []pipeline.Range
	// heads are the predicates that the relation is made of: the clause's
	// own, then the infinitives that it goes on with.
	heads []int
}

// partsOf takes clause k apart.
func (w *work) partsOf(k int) parts {
	c := &w.clauses[k]
	p := parts{heads: []int{c.head}}
	w.setRelation(&p)
	if i := p.relation.First - 1; c.form == formConjunct && i > 0 && isOneOf(w.lower[i], "neither", "none") {
		p.subject = pipeline.Range{First: i, End: i + 1} // whatever the parser took it for
	} else if s := w.partSubject(k); s >= 0 {
		p.subject = w.nounPhrase(s, w.subjectLimit(k, s, p.relation))
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
	case d.apposition:
		p = w.apposition(d.head)
	case d.nominal:
		return
	default:
		p = w.partsOf(d.clause)
	}
	c.Subject = w.span(p.subject)
	c.Relation = w.span(inside(p.relation, d.tokens))
	for _, list := range [2][]pipeline.Range{p.arguments, p.asides} {
		for _, r := range list {
			if r = w.bare(inside(r, d.tokens)); r.Len() > 0 && r.First >= d.tokens.First {
				c.Arguments = append(c.Arguments, w.span(r))
			}
		}
	}
}

// inside returns what of r lies in bounds.
func inside(r, bounds pipeline.Range) pipeline.Range {
	r = pipeline.Range{First: max(r.First, bounds.First), End: min(r.End, bounds.End)}
	if r.Len() <= 0 {
		return pipeline.Range{}
	}
	return r
}

// bare takes punctuation off both ends of a range.
func (w *work) bare(r pipeline.Range) pipeline.Range {
	for r.First < r.End && (w.punctuation(r.First) && !w.opensQuote(r.First, r) || w.is(r.First, "cc") && isOneOf(w.lower[r.First], "and", "but", "or")) {
		r.First++
	}
	for r.First < r.End && w.punctuation(r.End-1) && !w.closesQuote(r.End-1, r) {
		r.End--
	}
	return r
}

func (w *work) firstEntity(start int) int {
	return sort.Search(len(w.doc.Entities), func(i int) bool { return w.doc.Entities[i].Start >= start })
}

func (w *work) firstDate(start int) int {
	return sort.Search(len(w.doc.Dates), func(i int) bool { return w.doc.Dates[i].Start >= start })
}
