package output

import (
	"strconv"

	"github.com/purport-nlp/purport/pipeline"
)

// appendMentionID appends the identity of a document's i-th mention: "e0".
func appendMentionID(line []byte, i int) []byte {
	return append(strconv.AppendInt(append(line, `"e`...), int64(i), 10), '"')
}

// appendEntityID appends the identity of the entity that a chain of mentions
// shares: "E0", counted in order of first mention.
func appendEntityID(line []byte, chain int) []byte {
	return append(strconv.AppendInt(append(line, `"E`...), int64(chain), 10), '"')
}

// entityName is the fullest form, else the mention itself on one line.
func (e *encoder) entityName(entity *pipeline.Entity) string {
	if entity.Name == "" {
		return e.doc.Clean(entity.Span)
	}
	return entity.Name
}

func (e *encoder) entities() {
	for i := range e.doc.Entities {
		entity := &e.doc.Entities[i]
		e.begin(Entity)
		e.line = appendMentionID(append(e.line, `,"id":`...), i)
		e.line = appendEntityID(append(e.line, `,"entity_id":`...), entity.Chain)
		e.str(`,"name":`, e.entityName(entity))
		e.str(`,"label":`, string(entity.Label))
		e.str(`,"mention":`, string(entity.Mention))
		e.optional(`,"title":`, entity.Title)
		e.optional(`,"reason":`, entity.Reason)
		e.place(entity.Place)
		e.int(`,"sentence":`, entity.Sentence)
		e.str(`,"text":`, e.doc.Slice(entity.Span))
		e.span(entity.Span)
		e.number(`,"score":`, entity.Score, 4)
		e.end()
	}
}

// place appends what the gazetteer knows of a place, null where it is none.
func (e *encoder) place(place *pipeline.Place) {
	if place == nil {
		place = &pipeline.Place{}
	}
	e.optional(`,"country":`, place.Country)
	if place.GeonamesID == 0 {
		e.null(`,"geonames_id":`)
	} else {
		e.int(`,"geonames_id":`, place.GeonamesID)
	}
	if place.HasPoint {
		e.number(`,"latitude":`, place.Latitude, 5)
		e.number(`,"longitude":`, place.Longitude, 5)
	} else {
		e.null(`,"latitude":`)
		e.null(`,"longitude":`)
	}
	e.optional(`,"place_kind":`, place.Kind)
}
