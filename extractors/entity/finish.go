package entity

import (
	"github.com/purport-nlp/purport/pipeline"
)

// finish cuts the model's spans as readers expect them, drops what is not
// reported, and lets the document's clear cases settle its doubtful ones.
func (s *Stage) finish(work *scratch, doc *pipeline.Document) {
	work.pieces = work.pieces[:0]
	for i := range work.found {
		work.pieces = s.divide(work, doc, work.found[i], work.pieces)
	}
	for i := range work.pieces {
		e := &work.pieces[i]
		trim(doc, e)
		s.trimPair(work, doc, e)
		trimClass(doc, e)
		endsInAdjective(doc, e)
		if e.Label == pipeline.Person {
			trimTitle(doc, e)
			trimParty(doc, e)
			s.trimAcronym(doc, e)
		}
	}
	s.settle(work, doc)
	pairNationalities(doc, work.pieces)
	doc.Entities = make([]pipeline.Entity, 0, len(work.pieces))
	for _, e := range work.pieces {
		if e.Label == miscellaneous || s.plainWords(work, doc, &e) || bill(doc, &e) || isBillOfTwo(doc, &e) || isParty(doc, &e) || e.Tokens.Len() == 1 && noName(e.Label, doc.Tokens[e.Tokens.First].Form) {
			continue
		}
		e.Span = pipeline.Span{Start: doc.Tokens[e.Tokens.First].Start, End: doc.Tokens[e.Tokens.End-1].End}
		e.Chain, e.Name = len(doc.Entities), doc.Clean(e.Span)
		if e.Label == pipeline.Person {
			e.Title = titleBefore(doc, &e)
		}
		doc.Entities = append(doc.Entities, e)
	}
	s.locate(work, doc)
}

// pairNationalities makes the first of two states an adjective where the second
// is one: "DPRK-Russian relations".
func pairNationalities(doc *pipeline.Document, pieces []pipeline.Entity) {
	for i := len(pieces) - 2; i >= 0; i-- {
		e, next := &pieces[i], &pieces[i+1]
		if e.Label == pipeline.Location && next.Label == pipeline.Nationality && next.Tokens.First == e.Tokens.End+1 && doc.Tokens[e.Tokens.End].Form == "-" {
			e.Label = pipeline.Nationality
		}
	}
}

var _ pipeline.Stage = (*Stage)(nil)
