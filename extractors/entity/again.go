package entity

import (
	"github.com/purport-nlp/purport/extractors/lexicon"
	"github.com/purport-nlp/purport/pipeline"
)

// passedOver adds the mentions that the model missed of names that it was sure
// of elsewhere in the document.
func (s *Stage) passedOver(work *scratch, doc *pipeline.Document, longest int) {
	n, next := len(work.pieces), 0
	web := work.sheet.Style() == WebStyle
	for sentence := range doc.Sentences {
		tokens := doc.Sentences[sentence].Tokens
		for i := tokens.First; i < tokens.End; {
			for next < n && work.pieces[next].Tokens.End <= i {
				next++
			}
			limit := tokens.End
			if next < n {
				if work.pieces[next].Tokens.First <= i {
					i = work.pieces[next].Tokens.End
					continue
				}
				limit = min(limit, work.pieces[next].Tokens.First)
			}
			e, found := s.again(work, doc, sentence, i, min(limit, i+longest))
			if !found && web {
				e, found = s.demonym(work, doc, sentence, i, limit)
			}
			if !found {
				i++
				continue
			}
			work.pieces = append(work.pieces, e)
			i = e.Tokens.End
		}
	}
	if len(work.pieces) > n {
		sortPieces(work)
	}
}

// again returns the longest name at token i that the document names elsewhere.
func (s *Stage) again(work *scratch, doc *pipeline.Document, sentence, i, limit int) (e pipeline.Entity, found bool) {
	w := &work.sheet.words[i]
	flat := work.sheet.caseless[sentence]
	if !w.letters() || !w.capital() && !flat || len(doc.Tokens[i].Form) < 2 {
		return e, false
	}
	hash := uint64(0)
	for end := i + 1; end <= limit; end++ {
		hash = lexicon.PhraseHash(hash, work.sheet.words[end-1].fold)
		b := work.votes.get(hash)
		if b == nil || b.best < sureScore || int(b.length) != end-i {
			continue
		}
		label, share := b.winner()
		if share < 0.8 || types[label] == miscellaneous || !s.standsAlone(work, doc, i, end, limit, types[label]) {
			continue
		}
		e = mention(doc, sentence, pipeline.Range{First: i, End: end}, types[label], 0.6)
		e.Rule, found = "document", true
	}
	return e, found
}

// standsAlone reports whether tokens i to end may be a name of their own
// there: a word that is also a plain word, or that goes on in capitals, may
// not.
func (s *Stage) standsAlone(work *scratch, doc *pipeline.Document, i, end, limit int, label pipeline.Label) bool {
	words := work.sheet.words
	if end-i > 1 {
		return true
	}
	w := &words[i]
	if w.record >= 0 && work.sheet.record[w.record].small > 0 {
		return false
	}
	if w.info.Capital.Known() && w.info.Capital.Title()+w.info.Capital.Upper() < 2 {
		return false
	}
	return label != pipeline.Person || !(end < limit && words[end].capital())
}

// demonym returns the adjective or people of a country at token i. The web
// corpus does not mark them, so a model that follows it passes them over.
func (s *Stage) demonym(work *scratch, doc *pipeline.Document, sentence, i, limit int) (pipeline.Entity, bool) {
	if !work.sheet.words[i].capital() {
		return pipeline.Entity{}, false
	}
	for end := min(limit, i+2); end > i; end-- {
		known := false
		s.gazetteer.Places(phraseHash(work, pipeline.Range{First: i, End: end}), func(p lexicon.Place) bool {
			known = p.Kind == lexicon.PlaceDemonym
			return !known
		})
		if known {
			e := mention(doc, sentence, pipeline.Range{First: i, End: end}, pipeline.Nationality, 0.6)
			e.Rule = "gazetteer"
			return e, true
		}
	}
	return pipeline.Entity{}, false
}
