package entity

import (
	"slices"

	"github.com/purport-nlp/purport/pipeline"
)

// defineShort labels an abbreviation in brackets as the name before it, and
// finds it where the model did not: "the Institute (IISS)".
func (s *Stage) defineShort(work *scratch, doc *pipeline.Document) {
	n := len(work.pieces)
	for i := 0; i < n; i++ {
		e := work.pieces[i]
		open := e.Tokens.End
		if open+2 >= len(doc.Tokens) || doc.Tokens[open].Form != "(" || doc.Tokens[open+2].Form != ")" || e.Tokens.Len() < 2 {
			continue
		}
		w := &work.sheet.words[open+1]
		if w.traits&hasUpper == 0 || w.traits&hasLower != 0 && len(doc.Tokens[open+1].Form) > 6 || e.Label == pipeline.Person || e.Label == pipeline.Nationality {
			continue
		}
		if !initialsOf(doc, e.Tokens, doc.Tokens[open+1].Form) {
			continue
		}
		short := mention(doc, e.Sentence, pipeline.Range{First: open + 1, End: open + 2}, e.Label, e.Score)
		short.Rule = "abbreviation"
		if i+1 < n && work.pieces[i+1].Tokens.First == open+1 {
			work.pieces[i+1].Label = e.Label
		} else {
			work.pieces = append(work.pieces, short)
		}
		b := work.votes.get(phraseHash(work, short.Tokens))
		if b == nil {
			continue
		}
		b.sums = [len(types)]float32{}
		b.sums[labelIndex(e.Label)] = 1
		b.best = 1
	}
	if len(work.pieces) == n {
		return
	}
	for _, e := range work.pieces[n:] {
		b := work.votes.at(phraseHash(work, e.Tokens))
		b.sums[labelIndex(e.Label)] += 1
		b.best, b.length = 1, 1
	}
	sortPieces(work)
}

func sortPieces(work *scratch) {
	slices.SortStableFunc(work.pieces, func(a, b pipeline.Entity) int { return a.Tokens.First - b.Tokens.First })
}

// initialsOf reports whether a short form begins with the first letter of the
// name and its capitals all begin words of it, in order.
func initialsOf(doc *pipeline.Document, name pipeline.Range, short string) bool {
	at := name.First
	matched := 0
	for k := 0; k < len(short); k++ {
		c := short[k] | 0x20
		if c < 'a' || c > 'z' {
			continue
		}
		found := false
		for i := at; i < name.End && !found; i++ {
			if form := doc.Tokens[i].Form; form != "" && form[0]|0x20 == c {
				at, found = i+1, true
			}
		}
		if !found && matched == 0 {
			return false
		}
		if found {
			matched++
		}
	}
	return matched >= 2 || matched == 1 && len(short) <= 2
}
