package output

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"

	"github.com/purport-nlp/purport/pipeline"
)

func (e *encoder) claims() {
	e.ids.reset(e.doc.Path)
	e.foldSentences()
	for i := range e.doc.Claims {
		e.claim(&e.doc.Claims[i])
	}
}

// foldSentences folds the sentences that claims stand in, and their
// neighbours, once.
func (e *encoder) foldSentences() {
	if cap(e.clean) < len(e.doc.Sentences) {
		e.clean = make([]string, len(e.doc.Sentences))
	}
	e.clean = e.clean[:len(e.doc.Sentences)]
	clear(e.clean)
}

// sentenceText returns sentence i folded, or "" where there is none.
func (e *encoder) sentenceText(i int) string {
	if i < 0 || i >= len(e.doc.Sentences) {
		return ""
	}
	if e.clean[i] == "" {
		e.clean[i] = e.doc.Clean(e.doc.Sentences[i].Span)
	}
	return e.clean[i]
}

func (e *encoder) claim(c *pipeline.Claim) {
	text := e.doc.Clean(c.Span)
	e.begin(Claim)
	e.str(`,"id":`, e.ids.next(text))
	e.int(`,"sentence":`, c.Sentence)
	e.str(`,"sentence_text":`, e.sentenceText(c.Sentence))
	e.optional(`,"context_before":`, e.sentenceText(c.Sentence-1))
	e.optional(`,"context_after":`, e.sentenceText(c.Sentence+1))
	e.str(`,"text":`, e.doc.Slice(c.Span))
	e.span(c.Span)
	e.str(`,"claim_text":`, text)
	e.line = append(e.line, `,"subject":`...)
	e.part(c.Subject)
	e.line = append(e.line, `,"relation":`...)
	e.part(c.Relation)
	e.list(`,"arguments":`, len(c.Arguments), func(i int) { e.part(c.Arguments[i]) })
	e.judgement(c)
	e.list(`,"cues":`, len(c.Cues), func(i int) { e.cue(c.Cues[i]) })
	e.source(c.Source)
	e.list(`,"entities":`, len(c.Entities), func(i int) { e.claimEntity(c.Entities[i]) })
	e.list(`,"dates":`, len(c.Dates), func(i int) { e.claimDate(&e.doc.Dates[c.Dates[i]]) })
	e.str(`,"rule":`, c.Rule)
	e.number(`,"score":`, c.Score, 4)
	e.end()
}

// judgement appends how the text presents the proposition.
func (e *encoder) judgement(c *pipeline.Claim) {
	polarity := "positive"
	if c.Negative {
		polarity = "negative"
	}
	e.str(`,"level":`, c.Level.String())
	e.str(`,"polarity":`, polarity)
	e.str(`,"author_certainty":`, string(c.AuthorCertainty))
	e.optional(`,"holder_certainty":`, string(c.HolderCertainty))
	if c.ProbabilityTerm.IsZero() {
		e.null(`,"probability_term":`)
		e.null(`,"probability_low":`)
		e.null(`,"probability_high":`)
	} else {
		e.str(`,"probability_term":`, e.doc.Slice(c.ProbabilityTerm))
		e.int(`,"probability_low":`, c.ProbabilityLow)
		e.int(`,"probability_high":`, c.ProbabilityHigh)
	}
	e.str(`,"modality":`, c.Modality)
	e.str(`,"evidentiality":`, c.Evidentiality)
	e.str(`,"kind":`, c.Kind)
	e.str(`,"tense":`, c.Tense)
	e.bool(`,"conditional":`, c.Conditional)
	e.bool(`,"question":`, c.Question)
	e.str(`,"quotation":`, string(c.Quotation))
}

func (e *encoder) cue(cue pipeline.Cue) {
	e.str(`{"text":`, e.doc.Slice(cue.Span))
	e.chars(cue.Span)
	e.str(`,"kind":`, cue.Kind)
	e.str(`,"rule":`, cue.Rule)
	e.line = append(e.line, '}')
}

func (e *encoder) claimEntity(i int) {
	entity := &e.doc.Entities[i]
	e.line = appendMentionID(append(e.line, `{"id":`...), i)
	e.str(`,"text":`, e.doc.Slice(entity.Span))
	e.str(`,"label":`, string(entity.Label))
	e.str(`,"name":`, e.entityName(entity))
	e.chars(entity.Span)
	e.line = append(e.line, '}')
}

func (e *encoder) claimDate(date *pipeline.Date) {
	e.str(`{"text":`, e.doc.Slice(date.Span))
	e.str(`,"type":`, date.Type)
	e.str(`,"value":`, date.Value)
	e.optional(`,"from":`, date.From)
	e.optional(`,"to":`, date.To)
	e.optional(`,"precision":`, date.Precision)
	e.str(`,"basis":`, date.Basis)
	e.chars(date.Span)
	e.line = append(e.line, '}')
}

// claimIDs makes the identities of a document's claims: a hash of its path,
// the claim's folded text and how many claims before it read the same. Level
// and offsets have no part in it, so that a claim keeps its identity where
// only its level changes or text before it moves.
type claimIDs struct {
	path string
	seen map[string]int
	hash []byte
}

func (ids *claimIDs) reset(path string) {
	ids.path = path
	if ids.seen == nil {
		ids.seen = map[string]int{}
	}
	clear(ids.seen)
}

func (ids *claimIDs) next(text string) string {
	n := ids.seen[text]
	ids.seen[text] = n + 1
	ids.hash = append(append(append(ids.hash[:0], ids.path...), 0), text...)
	ids.hash = strconv.AppendInt(append(ids.hash, 0), int64(n), 10)
	sum := sha256.Sum256(ids.hash)
	return hex.EncodeToString(sum[:8])
}
