package claim

import (
	"slices"

	"github.com/purport-nlp/purport/pipeline"
)

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
	// Score says how well propositions of its form agreed with hand-made ones
	// on the development sentences of CaRB, 0 to 1.
	Score float64
}

// Propositions returns the propositions of sentence i, in the order of their
// clauses, the appositions last. It needs the parse alone; where the document
// has quotes, they are read too.
func (s *Stage) Propositions(doc *pipeline.Document, i int) (found []Proposition) {
	w := s.scratch.Get().(*work)
	defer s.scratch.Put(w)
	defer w.leave()
	w.start(doc)
	w.enter(i)
	w.findClauses()
	var joined []int
	for k := range w.clauses {
		p := w.partsOf(k, pipeline.Range{})
		joined = append(joined, p.heads[1:]...)
		if slices.Contains(joined, w.clauses[k].head) || w.purpose(k) || p.subject.Len() == 0 || len(p.arguments) == 0 {
			continue
		}
		found = append(found, w.proposition(&p, w.clauses[k].form))
	}
	for _, p := range w.appositions() {
		found = append(found, w.proposition(&p, formApposition))
	}
	return found
}

// purpose reports an infinitive that tells what something is for: "the plan
// to close", "to save money". It says nothing of what is the case.
func (w *work) purpose(k int) bool {
	c := &w.clauses[k]
	return c.form == formParticiple && w.childWord(c.head, "mark", "to") >= 0
}

// proposition turns ranges of tokens into spans of the text.
func (w *work) proposition(p *parts, f form) Proposition {
	found := Proposition{Subject: w.span(p.subject), Relation: w.span(p.relation), Shared: w.span(p.shared), Implied: p.implied, Score: formScores[f]}
	for _, r := range p.arguments {
		found.Arguments = append(found.Arguments, w.span(r))
	}
	return found
}

// formScores are the mean precisions that `modelgen eval openie` prints.
var formScores = [...]float64{
	formMain: 0.70, formComplement: 0.51, formSubject: 0.50, formAdverbial: 0.58, formRelative: 0.58, formConjunct: 0.67,
	formParataxis: 0.60, formInfinitive: 0.45, formNoun: 0.50, formParticiple: 0.43, formApposition: 0.40,
}

// appositions returns what appositions say: (name; is; description).
func (w *work) appositions() (found []parts) {
	for i := 0; i < w.len(); i++ {
		if p := w.apposition(i); p.subject.Len() > 0 && len(p.arguments) > 0 {
			found = append(found, p)
		}
	}
	return found
}

// apposition takes apart what token i says of the noun before it, if it is an
// apposition.
func (w *work) apposition(i int) parts {
	g := w.token(i).Head
	if !w.is(i, "appos") || g < 0 || g > i || !w.nominal(i) {
		return parts{}
	}
	p := parts{implied: "is", subject: w.nounPhrase(g, w.tree.Subtree(i).First)}
	if w.upos(i) == "PROPN" && w.upos(g) == "NOUN" {
		described := p.subject // "his wife, Ann Blick": the name is what is described
		p.subject = w.argument(i)
		w.addArgument(&p, described)
		return p
	}
	w.addArgument(&p, w.argument(i))
	return p
}
