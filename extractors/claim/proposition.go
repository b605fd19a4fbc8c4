package claim

import "github.com/purport-nlp/purport/pipeline"

// Proposition is what one predicate of a sentence says, in the manner of open
// information extraction: (subject; relation; arguments). Claims take their
// parts from the same place; there are more propositions than claims, since
// every predicate has one, whether or not the text puts it forward.
type Proposition struct {
	Subject pipeline.Span
	// Relation is the verb with what belongs to it. Shared are the auxiliaries
	// that it takes over from a verb before it ("was arrested and charged").
	// Implied is what is not written: "is" of an apposition.
	Relation, Shared pipeline.Span
	Implied          string
	// Arguments are those that follow the verb, then those before it.
	Arguments []pipeline.Span
	// Score says how often propositions of its form are right, 0 to 1.
	Score float64
}

// Propositions returns the propositions of sentence i, in the order of their
// clauses. It needs the parse alone; where the document has quotes, they are
// read too.
func (s *Stage) Propositions(doc *pipeline.Document, i int) (found []Proposition) {
	w := s.scratch.Get().(*work)
	defer s.scratch.Put(w)
	defer w.leave()
	w.start(doc)
	w.enter(i)
	w.findClauses()
	for k := range w.clauses {
		p := w.partsOf(k)
		if p.subject.Len() > 0 && len(p.arguments) > 0 {
			found = append(found, w.proposition(&p, w.formScore(k)))
		}
	}
	for _, p := range w.appositions() {
		found = append(found, w.proposition(&p, 0.5))
	}
	return found
}

// proposition turns ranges of tokens into spans of the text.
func (w *work) proposition(p *parts, score float64) Proposition {
	found := Proposition{Subject: w.span(p.subject), Relation: w.span(p.relation), Shared: w.span(p.shared), Implied: p.implied, Score: score}
	for _, r := range p.arguments {
		found.Arguments = append(found.Arguments, w.span(r))
	}
	return found
}

// formScore is the share of propositions of a clause's form that are right,
// as measured.
func (w *work) formScore(k int) float64 {
	switch w.clauses[k].form {
	case formMain:
		return 0.9
	case formConjunct, formComplement, formParataxis:
		return 0.8
	case formRelative, formAdverbial:
		return 0.7
	}
	return 0.6
}

// appositions returns what appositions say: (name; is; description).
func (w *work) appositions() (found []parts) {
	for i := 0; i < w.len(); i++ {
		g := w.token(i).Head
		if !w.is(i, "appos") || g < 0 || g > i || !w.nominal(i) {
			continue
		}
		p := parts{implied: "is", subject: w.nounPhrase(g, w.tree.Subtree(i).First), arguments: []pipeline.Range{w.argument(i)}}
		if p.subject.Len() > 0 && p.arguments[0].Len() > 0 {
			found = append(found, p)
		}
	}
	return found
}
