package entity

import (
	"strings"

	"github.com/purport-nlp/purport/extractors/lexicon"
	"github.com/purport-nlp/purport/pipeline"
)

// plainWords reports whether a span in a heading, or before a colon, is made of
// words that are not written with capitals elsewhere: "Freedom of Expression:".
func (s *Stage) plainWords(work *scratch, doc *pipeline.Document, e *pipeline.Entity) bool {
	if e.Label != pipeline.Organization && e.Label != pipeline.Person || s.phrase(work, e.Tokens)&^lexicon.PhrasePrefix != 0 {
		return false
	}
	tokens := doc.Sentences[e.Sentence].Tokens
	colon := e.Tokens.First == tokens.First && e.Tokens.End < tokens.End && doc.Tokens[e.Tokens.End].Form == ":"
	if !colon && !work.sheet.titled[e.Sentence] {
		return false
	}
	for i := e.Tokens.First; i < e.Tokens.End; i++ {
		w := &work.sheet.words[i]
		if w.capital() && (!w.info.Capital.Known() || w.info.Capital.Title()+w.info.Capital.Upper() > 1) {
			return false
		}
	}
	return true
}

// noName reports whether a single word that the model takes for a name is
// none: a faith, a degree after a name, an adjective of government.
func noName(label pipeline.Label, form string) bool {
	switch strings.ToLower(form) {
	case "islam", "christianity", "judaism", "hinduism", "buddhism", "catholicism", "protestantism", "sikhism", "communism", "socialism":
		return label == pipeline.Nationality
	case "jr.", "sr.", "ret.":
		return true
	case "federal", "state", "states", "national", "local":
		return label == pipeline.Organization
	}
	return partyAndState(form) || degree(form)
}

// isParty reports whether a span is a party and state of several tokens.
func isParty(doc *pipeline.Document, e *pipeline.Entity) bool {
	return e.Tokens.Len() == 3 && partyAndState(doc.Slice(pipeline.Span{Start: doc.Tokens[e.Tokens.First].Start, End: doc.Tokens[e.Tokens.End-1].End}))
}

// bill reports whether a span is the number of a bill or resolution: "S. 1941",
// "H.R. 5", "S. Res.".
func bill(doc *pipeline.Document, e *pipeline.Entity) bool {
	if e.Tokens.Len() < 2 || e.Tokens.Len() > 3 {
		return false
	}
	switch doc.Tokens[e.Tokens.First].Form {
	case "S.", "H.R.", "HR", "S", "H.":
		last := doc.Tokens[e.Tokens.End-1].Form
		return last[0] >= '0' && last[0] <= '9' || last == "Res." || last == "Res"
	}
	return false
}
