package entity

import (
	"strings"

	"github.com/purport-nlp/purport/pipeline"
)

// trim takes quotation marks, possessives and other marks off the ends.
func trim(doc *pipeline.Document, e *pipeline.Entity) {
	for e.Tokens.Len() > 1 && edge(doc.Tokens[e.Tokens.First].Form) {
		e.Tokens.First++
	}
	for e.Tokens.Len() > 1 {
		switch form := doc.Tokens[e.Tokens.End-1].Form; {
		case form == "'s", form == "’s", form == "'S", form == "’S", edge(form) && form != ")":
			e.Tokens.End--
		default:
			return
		}
	}
}

// trimParty cuts what follows a person's name after a comma, a party and state
// or a degree: "Robert Casey, Jr., D-Penn." ends with "Jr.".
func trimParty(doc *pipeline.Document, e *pipeline.Entity) {
	for i := e.Tokens.First + 1; i+1 < e.Tokens.End; i++ {
		if next := doc.Tokens[i+1].Form; doc.Tokens[i].Form == "," && (partyAndState(next) || degree(next)) {
			e.Tokens.End = i
			return
		}
	}
}

// partyAndState reports whether a word is of the form "D-Mont.".
func partyAndState(form string) bool {
	return len(form) > 3 && len(form) < 10 && form[1] == '-' && (form[0] == 'D' || form[0] == 'R' || form[0] == 'I') && 'A' <= form[2] && form[2] <= 'Z'
}

// degree reports whether a word is a degree that follows a name.
func degree(form string) bool {
	switch strings.ToLower(form) {
	case "m.d.", "ph.d.", "j.d.", "d.d.s.", "r.n.", "esq.", "phd", "md", "m.p.h.", "d.o.":
		return true
	}
	return false
}

// trimPair cuts what follows the second of two states joined by a hyphen:
// "Russia-DPRK Partnership" names two states and no organisation.
func (s *Stage) trimPair(work *scratch, doc *pipeline.Document, e *pipeline.Entity) {
	first := e.Tokens.First
	if e.Label == pipeline.Person || e.Tokens.Len() != 2 || first < 2 || doc.Tokens[first-1].Form != "-" && doc.Tokens[first-1].Form != "–" {
		return
	}
	before, own := pipeline.Range{First: first - 2, End: first - 1}, pipeline.Range{First: first, End: first + 1}
	if s.placeLabel(work, before) != "" && s.placeLabel(work, own) != "" && s.phrase(work, e.Tokens) == 0 {
		e.Tokens, e.Label = own, s.placeLabel(work, own)
	}
}

// edge reports whether a token is a mark that no name begins or ends with.
func edge(form string) bool {
	switch form {
	case ",", ";", ":", "(", ")", "[", "]", "\"", "'", "“", "”", "‘", "’", "-", "–", "—", "/", "*", "``", "''", "{", "}", "|", "•":
		return true
	}
	return false
}
