package entity

import (
	"github.com/purport-nlp/purport/pipeline"
)

// partHeadings cuts a span in a heading to the name that it begins with, where
// the document knows that name and a plain word follows: "IRA Ramps Up U.S.
// Operations" names the IRA. What else it holds is found again as a name that
// was passed over.
func (s *Stage) partHeadings(work *scratch, doc *pipeline.Document) {
	for i := range work.pieces {
		e := &work.pieces[i]
		if e.Tokens.Len() < 3 || !work.sheet.titled[e.Sentence] || doc.Units[doc.Sentences[e.Sentence].Unit].Kind != pipeline.UnitHeading {
			continue
		}
		first := pipeline.Range{First: e.Tokens.First, End: e.Tokens.First + 1}
		b, follow := work.votes.get(phraseHash(work, first)), &work.sheet.words[first.End]
		if b == nil || b.best < sureScore || b.length != 1 || !follow.info.Capital.Known() || follow.info.Capital.Title()+follow.info.Capital.Upper() > 1 {
			continue
		}
		if label, _ := b.winner(); types[label] != miscellaneous {
			e.Tokens, e.Label, e.Rule = first, types[label], "document"
		}
	}
}

// partPersons divides "Feinstein-Snowe" where the document names each of the
// two by themselves.
func (s *Stage) partPersons(work *scratch, doc *pipeline.Document) {
	n := len(work.pieces)
	for i := 0; i < n; i++ {
		e := &work.pieces[i]
		at := e.Tokens.First
		if e.Label != pipeline.Person || e.Tokens.Len() != 3 || doc.Tokens[at+1].Form != "-" && doc.Tokens[at+1].Form != "–" {
			continue
		}
		first, second := pipeline.Range{First: at, End: at + 1}, pipeline.Range{First: at + 2, End: at + 3}
		if s.isPerson(work, first) && s.isPerson(work, second) {
			e.Tokens = first
			work.pieces = append(work.pieces, mention(doc, e.Sentence, second, e.Label, e.Score))
		}
	}
	if len(work.pieces) > n {
		sortPieces(work)
	}
}

// isPerson reports whether the document has the tokens as a person's name.
func (s *Stage) isPerson(work *scratch, tokens pipeline.Range) bool {
	b := work.votes.get(phraseHash(work, tokens))
	if b == nil {
		return false
	}
	label, _ := b.winner()
	return types[label] == pipeline.Person
}
