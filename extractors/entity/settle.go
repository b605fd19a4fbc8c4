package entity

import (
	"github.com/purport-nlp/purport/pipeline"
)

// What settles a name: the share of the votes that overrules a doubtful
// mention, and the score from which a mention elsewhere speaks for one that
// the model passed over.
const (
	rulingShare = 0.7
	sureScore   = 0.85
)

// settle gives every mention of a name the label that the document's mentions
// of it agree on, and finds mentions that the model passed over.
func (s *Stage) settle(work *scratch, doc *pipeline.Document) {
	work.votes.reset(len(work.pieces))
	longest := int32(1)
	for i := range work.pieces {
		e := &work.pieces[i]
		s.correct(work, doc, e)
		b := work.votes.at(phraseHash(work, e.Tokens))
		b.sums[labelIndex(e.Label)] += float32(e.Score)
		b.best = max(b.best, float32(e.Score))
		b.length = int32(e.Tokens.Len())
		longest = max(longest, b.length)
	}
	for i := range work.pieces {
		e := &work.pieces[i]
		label, share := work.votes.at(phraseHash(work, e.Tokens)).winner()
		if types[label] != e.Label && share >= rulingShare && (e.Score < 0.95 || share > 0.8) && types[label] != miscellaneous {
			e.Label, e.Rule = types[label], "document"
		}
	}
	s.partHeadings(work, doc)
	s.partPersons(work, doc)
	s.defineShort(work, doc)
	s.passedOver(work, doc, int(min(longest, 8)))
}
