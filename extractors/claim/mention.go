package claim

import (
	"sort"

	"github.com/purport-nlp/purport/pipeline"
)

// setMentions lists the entities and dates inside the claim.
func (w *work) setMentions(c *pipeline.Claim) {
	for i := w.firstEntity(c.Start); i < len(w.doc.Entities) && w.doc.Entities[i].Start < c.End; i++ {
		if e := &w.doc.Entities[i]; c.Contains(e.Span) {
			c.Entities = append(c.Entities, i)
		}
	}
	for i := w.firstDate(c.Start); i < len(w.doc.Dates) && w.doc.Dates[i].Start < c.End; i++ {
		if c.Contains(w.doc.Dates[i].Span) {
			c.Dates = append(c.Dates, i)
		}
	}
}

// firstEntity returns the first entity that begins at start or after.
func (w *work) firstEntity(start int) int {
	return sort.Search(len(w.doc.Entities), func(i int) bool { return w.doc.Entities[i].Start >= start })
}

// firstDate returns the first date that begins at start or after.
func (w *work) firstDate(start int) int {
	return sort.Search(len(w.doc.Dates), func(i int) bool { return w.doc.Dates[i].Start >= start })
}

// entityOver returns the innermost named entity over the beginning of token i,
// or nil.
func (w *work) entityOver(i int) *pipeline.Entity {
	if i < 0 || i >= w.len() {
		return nil
	}
	at := w.token(i).Start
	k := sort.Search(len(w.doc.Entities), func(k int) bool { return w.doc.Entities[k].Start > at }) - 1
	for ; k >= 0 && w.doc.Entities[k].Sentence == w.sentence; k-- {
		if e := &w.doc.Entities[k]; at < e.End && e.Mention == pipeline.MentionName {
			return e
		}
	}
	return nil
}

// mentionOver returns the outermost mention, named or not, that covers the whole
// of token i, or nil.
func (w *work) mentionOver(i int) *pipeline.Entity {
	at := w.token(i).Span
	for k := w.firstEntity(w.doc.Sentences[w.sentence].Start); k < len(w.doc.Entities) && w.doc.Entities[k].Start <= at.Start; k++ {
		if e := &w.doc.Entities[k]; e.Contains(at) {
			return e
		}
	}
	return nil
}
