package date

import "github.com/purport-nlp/purport/pipeline"

// headSentences is how far down a document its dateline is looked for.
const headSentences = 10

// readDateline sets the document's publication date from its dateline, unless
// a flag or the document's metadata have told it.
func (s *resolver) readDateline(matches []match) {
	switch s.doc.PublishedBasis {
	case pipeline.PublishedFlag, pipeline.PublishedMetadata:
		return
	}
	for i := range matches {
		m := &matches[i]
		if m.sentence >= headSentences {
			return
		}
		if !m.stated || m.base != onNothing || !m.at.isDay() || m.at.year < 1 || m.through.grain != noGrain || !s.isDateline(m) {
			continue
		}
		at := m.at
		if m.order == orderOpen && s.order == dayFirst {
			at.month, at.day = at.day, at.month
		}
		if at.day > daysIn(at.year, at.month) {
			continue
		}
		s.doc.Published = s.day(at.dayNumber())
		s.doc.PublishedBasis = pipeline.PublishedDateline
		return
	}
}

// isDateline reports whether a full date near the top of a document is the
// date of the document: it stands alone on its line, or after a place and
// before the dash that opens the story, or after a word that says so.
func (s *resolver) isDateline(m *match) bool {
	sentence := s.doc.Sentences[m.sentence]
	if s.doc.Units != nil && sentence.Unit < len(s.doc.Units) {
		switch s.doc.Units[sentence.Unit].Kind {
		case pipeline.UnitDateline, pipeline.UnitByline:
			return true
		case pipeline.UnitReference, pipeline.UnitTable, pipeline.UnitCaption, pipeline.UnitNote:
			return false
		}
	}
	first, last := sentence.Tokens.First, sentence.Tokens.End-1
	before, after := int(m.first)-first, last-int(m.last)
	if before+after <= 2 {
		return true
	}
	for i := int(m.first) - 1; i >= first && i >= int(m.first)-4; i-- {
		form := s.doc.Tokens[i].Form
		for _, word := range [...]string{"released", "release", "published", "posted", "updated", "issued", "dated", "date"} {
			if equalFolded(word, form) {
				return before < 12
			}
		}
	}
	if before > 8 {
		return false
	}
	// "WASHINGTON, March 5, 2024 (Reuters) -"
	for i := int(m.last) + 1; i <= last && i <= int(m.last)+6; i++ {
		switch s.doc.Tokens[i].Form {
		case "-", "–", "—", "--":
			return s.isPlaceBefore(first, int(m.first))
		case ".", ";", "?", "!":
			return false
		}
	}
	return false
}

// isPlaceBefore reports whether only capitalised words and commas stand
// between the tokens first and end.
func (s *resolver) isPlaceBefore(first, end int) bool {
	for i := first; i < end; i++ {
		form := s.doc.Tokens[i].Form
		if c := form[0]; 'a' <= c && c <= 'z' && form != "of" && form != "de" {
			return false
		}
	}
	return true
}
