package entity

import (
	"github.com/purport-nlp/purport/extractors/lexicon"
	"github.com/purport-nlp/purport/pipeline"
)

// locate gives every LOCATION that the gazetteer knows its place. A name that
// several places bear is settled by population and by the other places of the
// document, and the reason says so.
func (s *Stage) locate(work *scratch, doc *pipeline.Document) {
	countries := map[string]bool{}
	for i := range doc.Entities {
		e := &doc.Entities[i]
		if e.Label != pipeline.Location && e.Label != pipeline.Nationality {
			continue
		}
		s.gazetteer.Places(phraseHash(work, e.Tokens), func(p lexicon.Place) bool {
			if p.Kind == lexicon.PlaceCountry || p.Kind == lexicon.PlaceDemonym {
				countries[p.Country] = true
				return false
			}
			return true
		})
	}
	type answer struct {
		place  *pipeline.Place
		reason string
	}
	known := map[uint64]answer{}
	for i := range doc.Entities {
		e := &doc.Entities[i]
		if e.Label != pipeline.Location {
			continue
		}
		hash := s.placeHash(work, doc, e)
		found, seen := known[hash]
		if !seen {
			found.place, found.reason = s.place(hash, countries)
			known[hash] = found
		}
		e.Place, e.Reason = found.place, found.reason
	}
}

// placeHash leaves out an article at the beginning of a place's name.
func (s *Stage) placeHash(work *scratch, doc *pipeline.Document, e *pipeline.Entity) uint64 {
	tokens := e.Tokens
	if form := doc.Tokens[tokens.First].Form; tokens.Len() > 1 && (form == "the" || form == "The" || form == "THE") {
		tokens.First++
	}
	return phraseHash(work, tokens)
}

// muchLarger is the difference in the binary logarithms of population above
// which a place is meant whatever other countries the document names.
const muchLarger = 3

// place chooses among the places of a name: the most populous, or one nearly
// as large in a country that the document names. It says how it chose where
// there was a choice.
func (s *Stage) place(hash uint64, countries map[string]bool) (*pipeline.Place, string) {
	var best lexicon.Place
	var reason string
	count, local := 0, false
	s.gazetteer.Places(hash, func(p lexicon.Place) bool {
		if p.Kind == lexicon.PlaceDemonym {
			return true
		}
		count++
		here := countries[p.Country] || p.Kind == lexicon.PlaceCountry
		switch {
		case count == 1:
			best, local = p, here
		case p.Country != best.Country && reason == "" && best.Kind != lexicon.PlaceCountry:
			reason = "most populous place of the name"
		}
		if here && !local && best.Population-p.Population <= muchLarger {
			best, local, reason = p, true, "place in a country that the text names"
		}
		return true
	})
	if count == 0 {
		return nil, ""
	}
	return &pipeline.Place{
		Country: best.Country, Kind: best.Kind.String(), GeonamesID: best.GeonamesID,
		Latitude: best.Latitude, Longitude: best.Longitude, HasPoint: best.HasPoint,
	}, reason
}
