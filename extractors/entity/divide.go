package entity

import (
	"github.com/purport-nlp/purport/extractors/lexicon"
	"github.com/purport-nlp/purport/pipeline"
)

// divide cuts a span that holds several names: "Korean People's Army (KPA)"
// at its bracket, "Beijing and Moscow" and "Russia-DPRK" between two places.
func (s *Stage) divide(work *scratch, doc *pipeline.Document, e pipeline.Entity, out []pipeline.Entity) []pipeline.Entity {
	for i := e.Tokens.First + 1; i < e.Tokens.End-1; i++ {
		form := doc.Tokens[i].Form
		switch {
		case form == "(":
			before, after := e, e
			before.Tokens.End, after.Tokens.First = i, i+1
			if doc.Tokens[after.Tokens.End-1].Form == ")" {
				after.Tokens.End--
			}
			return s.divide(work, doc, after, append(out, before))
		case form == "of" && e.Label == pipeline.Organization && schoolAfter(doc, i, e.Tokens):
			before, after := e, e
			before.Tokens.End, after.Tokens.First = i, i+2
			return s.divide(work, doc, after, append(out, before))
		case form == "-" || form == "–" || form == "—" || form == "/" || form == "and" || form == "," || form == "&":
			before, after := e, e
			before.Tokens.End, after.Tokens.First = i, i+1
			if s.placeLabel(work, before.Tokens) == "" {
				continue
			}
			next := after.Tokens
			next.End = min(next.End, next.First+longestPhrase)
			for next.Len() > 1 && s.placeLabel(work, next) == "" {
				next.End--
			}
			// What follows must be a place too, up to the end or the next mark.
			if s.placeLabel(work, next) == "" || next.End < e.Tokens.End && !joins(doc.Tokens[next.End].Form) {
				continue
			}
			before.Label = s.placeLabel(work, before.Tokens)
			after.Label = s.placeLabel(work, next)
			if before.Label != after.Label && (form == "-" || form == "–") {
				before.Label, after.Label = pipeline.Nationality, pipeline.Nationality
			}
			return s.divide(work, doc, after, append(out, before))
		}
	}
	return append(out, e)
}

// schoolAfter reports whether "of the" at token i parts an institute from the
// school or university that it belongs to.
func schoolAfter(doc *pipeline.Document, i int, name pipeline.Range) bool {
	if i+3 >= name.End || doc.Tokens[i+1].Form != "the" {
		return false
	}
	switch doc.Tokens[i-1].Form {
	case "Institute", "Center", "Centre", "Department", "School", "Faculty", "College", "Program", "Programme", "Laboratory":
	default:
		return false
	}
	for at := i + 2; at < name.End; at++ {
		switch doc.Tokens[at].Form {
		case "School", "University", "College", "Academy", "Institute":
			return true
		}
	}
	return false
}

// joins reports whether a token stands between names.
func joins(form string) bool {
	switch form {
	case "-", "–", "—", "/", "and", ",", "&":
		return true
	}
	return false
}

// placeLabel returns LOCATION for tokens that are the name of a country or
// large city, NATIONALITY for a demonym, and nothing for all else.
func (s *Stage) placeLabel(work *scratch, tokens pipeline.Range) pipeline.Label {
	flags := s.phrase(work, tokens)
	switch {
	case flags&lexicon.PhraseDemonym != 0:
		return pipeline.Nationality
	case flags&(lexicon.PhraseCountry|lexicon.PhraseLargeCity) != 0:
		return pipeline.Location
	}
	return ""
}

// phrase returns what the gazetteer knows of the tokens as a whole.
func (s *Stage) phrase(work *scratch, tokens pipeline.Range) lexicon.PhraseFlags {
	if tokens.Len() < 1 || tokens.Len() > longestPhrase {
		return 0
	}
	return s.gazetteer.Phrase(phraseHash(work, tokens))
}

// phraseHash returns the hash under which the gazetteer knows the tokens.
func phraseHash(work *scratch, tokens pipeline.Range) uint64 {
	hash := uint64(0)
	for i := tokens.First; i < tokens.End; i++ {
		hash = lexicon.PhraseHash(hash, work.sheet.words[i].fold)
	}
	return hash
}
