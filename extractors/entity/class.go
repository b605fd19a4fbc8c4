package entity

import (
	"github.com/purport-nlp/purport/extractors/lexicon"
	"github.com/purport-nlp/purport/pipeline"
)

// What a thing is, and which office somebody holds, is no part of the name:
// "the NGO Open Harbour", "UNHCHR Maria Lopez".

// trimClass takes the word for its class off the name of a body.
func trimClass(doc *pipeline.Document, e *pipeline.Entity) {
	if e.Label != pipeline.Organization {
		return
	}
	for e.Tokens.Len() > 1 && isClass(doc.Tokens[e.Tokens.First].Form) && capital(doc.Tokens[e.Tokens.First+1].Form) {
		if _, generic := lexicon.RoleOf(fold(doc.Tokens[e.Tokens.First+1].Form)); generic && e.Tokens.Len() == 2 {
			return // "NGO Association" is a name that breaks off
		}
		e.Tokens.First++
	}
}

// isClass reports whether a word says what a body is and does not name it.
func isClass(form string) bool {
	switch form {
	case "NGO", "NGOs", "newspaper", "newspapers", "group", "groups", "organization", "organisation", "organizations", "organisations", "broadcaster",
		"magazine", "daily", "weekly", "website", "charity", "nonprofit", "company", "firm", "agency", "network", "union", "nongovernmental", "local":
		return true
	}
	return false
}

// trimAcronym takes the acronym of an office off the name of a person, where a
// given name and a surname follow it.
func (s *Stage) trimAcronym(doc *pipeline.Document, e *pipeline.Entity) {
	if e.Label != pipeline.Person || e.Tokens.Len() < 3 {
		return
	}
	first, given, last := doc.Tokens[e.Tokens.First].Form, doc.Tokens[e.Tokens.First+1].Form, doc.Tokens[e.Tokens.End-1].Form
	if len(first) < 3 || !isCapitals(first) || isCapitals(given) || isCapitals(last) || !capital(given) {
		return
	}
	if s.gazetteer.Name(lexicon.FoldHash(given))&(lexicon.NameMale|lexicon.NameFemale|lexicon.NameFirst) != 0 {
		e.Tokens.First++
	}
}

// capital reports whether a word begins with a capital letter of ASCII.
func capital(form string) bool { return form[0] >= 'A' && form[0] <= 'Z' }

// isCapitals reports whether a word is made of the capital letters of ASCII.
func isCapitals(form string) bool {
	for i := 0; i < len(form); i++ {
		if form[i] < 'A' || form[i] > 'Z' {
			return false
		}
	}
	return true
}

// endsInAdjective widens the name of a body that breaks off at the adjective of
// its last phrase: "Committee on the Elimination of Racial".
func endsInAdjective(doc *pipeline.Document, e *pipeline.Entity) {
	last, sentence := e.Tokens.End-1, doc.Sentences[e.Sentence].Tokens
	if e.Label != pipeline.Organization || e.Tokens.Len() < 3 || e.Tokens.End >= sentence.End || doc.Tokens[last].UPOS != "ADJ" {
		return
	}
	switch doc.Tokens[last-1].Form {
	case "of", "on", "for", "against", "and", "the":
	default:
		return
	}
	if next := &doc.Tokens[e.Tokens.End]; capital(next.Form) && (next.UPOS == "NOUN" || next.UPOS == "PROPN") {
		e.Tokens.End++
	}
}

// isBillOfTwo reports whether a person's name is the two names of a bill: "the
// Lopez-Berg amendment".
func isBillOfTwo(doc *pipeline.Document, e *pipeline.Entity) bool {
	end := e.Tokens.End
	if e.Label != pipeline.Person || end >= doc.Sentences[e.Sentence].Tokens.End || !hyphenated(doc, e) {
		return false
	}
	switch doc.Tokens[end].Form {
	case "bill", "Bill", "act", "Act", "amendment", "Amendment", "vision", "proposal", "resolution", "Resolution", "plan", "Plan", "legislation", "substitute",
		"measure", "law", "provision", "compromise", "agreement", "initiative", "approach", "package", "language":
		return true
	}
	return false
}

// hyphenated reports whether a name is two words with capitals and a hyphen
// between them, and nothing else.
func hyphenated(doc *pipeline.Document, e *pipeline.Entity) bool {
	name := doc.Slice(pipeline.Span{Start: doc.Tokens[e.Tokens.First].Start, End: doc.Tokens[e.Tokens.End-1].End})
	hyphens := 0
	for i := 0; i < len(name); i++ {
		switch c := name[i]; {
		case c == ' ' || c == '\n':
			return false
		case c == '-' && i > 0 && i+1 < len(name) && name[i+1] >= 'A' && name[i+1] <= 'Z':
			hyphens++
		}
	}
	return hyphens > 0
}
