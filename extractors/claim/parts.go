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
}

// partsOf takes clause k apart.
func (w *work) partsOf(k int) parts {
	c := &w.clauses[k]
	var p parts
	p.relation = w.relation(c.head)
	chain := []int{c.head}
	if w.upos(c.head) != "VERB" && w.tree.Child(c.head, "cop") >= 0 {
		p.relation = w.copula(c.head)
	} else {
		chain = w.extend(&p, chain)
	}
	if s := w.partSubject(k); s >= 0 {
		p.subject = w.nounPhrase(s, w.subjectLimit(k, s, p.relation))
	}
	if w.clauses[k].form == formConjunct && w.tree.Child(c.head, "aux", "cop") < 0 && c.shared >= 0 {
		p.shared = w.auxiliaries(w.clauses[c.shared].head, c.head)
	}
	w.addArguments(&p, k, chain)
	return p
}

// setParts takes a proposition apart: subject, relation, arguments.
func (w *work) setParts(c *pipeline.Claim, d *draft) {
	if d.nominal {
		return
	}
	p := w.partsOf(d.clause)
	if p.subject.Len() > 0 {
		c.Subject = w.span(p.subject)
	}
	c.Relation = w.span(p.relation)
	for _, r := range p.arguments {
		r = w.bare(pipeline.Range{First: max(r.First, d.tokens.First), End: min(r.End, d.tokens.End)})
		if r.Len() > 0 && !c.Subject.Overlaps(w.span(r)) {
			c.Arguments = append(c.Arguments, w.span(r))
		}
	}
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

func (w *work) firstEntity(start int) int {
	return sort.Search(len(w.doc.Entities), func(i int) bool { return w.doc.Entities[i].Start >= start })
}

func (w *work) firstDate(start int) int {
	return sort.Search(len(w.doc.Dates), func(i int) bool { return w.doc.Dates[i].Start >= start })
}
