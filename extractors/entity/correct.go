package entity

import (
	"github.com/purport-nlp/purport/extractors/lexicon"
	"github.com/purport-nlp/purport/pipeline"
)

// correct puts right what the gazetteer knows better than the model: the name
// of a country or sea is a place, the White House an organisation, and so is an
// authority that the gazetteer has among the countries.
func (s *Stage) correct(work *scratch, doc *pipeline.Document, e *pipeline.Entity) {
	flags := s.phrase(work, e.Tokens)
	place := flags&(lexicon.PhraseCountry|lexicon.PhraseFeature) != 0
	switch {
	case place && doc.Tokens[e.Tokens.End-1].Form == "Authority":
		e.Label, e.Rule = pipeline.Organization, "gazetteer"
	case place && flags&(lexicon.PhraseDemonym|lexicon.PhraseOrganization) == 0 && (e.Label == pipeline.Organization || e.Label == miscellaneous):
		e.Label, e.Rule = pipeline.Location, "gazetteer"
	case !place && flags&(lexicon.PhraseLargeCity|lexicon.PhraseRegion) == 0 && flags&lexicon.PhraseOrganization != 0 && e.Label == pipeline.Location:
		e.Label, e.Rule = pipeline.Organization, "gazetteer"
	case e.Label == pipeline.Organization && postalCode(doc, e):
		e.Label, e.Rule = pipeline.Location, "party and state"
	}
}

// postalCode reports whether a name is the state in "Rep. Smith (D-NJ)".
func postalCode(doc *pipeline.Document, e *pipeline.Entity) bool {
	at := e.Tokens.First
	if e.Tokens.Len() != 1 || at < 3 || len(doc.Tokens[at].Form) != 2 || doc.Tokens[at-1].Form != "-" && doc.Tokens[at-1].Form != "–" {
		return false
	}
	party := doc.Tokens[at-2].Form
	return doc.Tokens[at-3].Form == "(" && (party == "R" || party == "D" || party == "I")
}
