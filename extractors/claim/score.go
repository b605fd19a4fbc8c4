package claim

import (
	"encoding/binary"
	"fmt"
	"math"

	"github.com/purport-nlp/purport/pipeline"
)

// ScoreTraits is the number of traits that a score is made of.
const ScoreTraits = 64

// scorer turns the traits of a claim into the probability that it is cut and
// judged as a careful reader would: a logistic model.
type scorer struct {
	weights [ScoreTraits]float64
}

// newScorer reads weights as 32-bit floats, little-endian.
func newScorer(data []byte) (*scorer, error) {
	if len(data) != 4*ScoreTraits {
		return nil, fmt.Errorf("%d bytes of weights, not %d", len(data), 4*ScoreTraits)
	}
	s := new(scorer)
	for i := range s.weights {
		s.weights[i] = float64(math.Float32frombits(binary.LittleEndian.Uint32(data[4*i:])))
	}
	return s, nil
}

// of returns the score of a claim, 0 to 1.
func (s *scorer) of(doc *pipeline.Document, c *pipeline.Claim, doubt float64) float64 {
	sum := 0.0
	var buffer [24]int
	for _, trait := range AppendTraits(buffer[:0], doc, c, doubt) {
		sum += s.weights[trait]
	}
	return 1 / (1 + math.Exp(-sum))
}

// AppendTraits appends the numbers of the traits that a claim has, each from
// 0 up to ScoreTraits: the form of its clause, its level, how long it and its
// sentence are, who is its source, and whether the learned doubt of its words
// (see Doubt) speaks for or against its level.
func AppendTraits(traits []int, doc *pipeline.Document, c *pipeline.Claim, doubt float64) []int {
	traits = append(traits, 0, 1+int(c.Level))
	for i, name := range formNames {
		if c.Rule == name {
			traits = append(traits, 8+i)
		}
	}
	switch c.Rule {
	case "part":
		traits = append(traits, 20)
	case "nominal":
		traits = append(traits, 21)
	}
	traits = append(traits, 22+bucket(doc.Sentences[c.Sentence].Tokens.Len(), 10, 20, 30, 40, 60))
	traits = append(traits, 28+bucket(doc.TokensIn(c.Span).Len(), 4, 8, 16, 28, 40))
	flags := [...]bool{
		c.Source.Kind == pipeline.SourceAuthor, c.Source.Kind == pipeline.SourceAnonymous, c.Source.Kind == pipeline.SourceGroup,
		c.Quotation == pipeline.QuotationDirect, c.Quotation == pipeline.QuotationIndirect, len(c.Source.Chain) > 1,
		c.Subject.IsZero(), !c.Subject.IsZero() && c.Subject.Start < c.Start, c.Negative, len(c.Cues) > 1, c.Conditional, c.Kind == "normative",
		c.Start == doc.Sentences[c.Sentence].Start, len(c.Arguments) == 0,
	}
	hedged := c.Level >= pipeline.Probable
	switch {
	case !hedged && doubt >= DoubtThreshold:
		traits = append(traits, 50)
	case hedged && doubt < DoubtThreshold:
		traits = append(traits, 51)
	}
	for i, holds := range flags {
		if holds {
			traits = append(traits, 34+i)
		}
	}
	return traits
}

// claimDoubt returns the greatest doubt of a word of a claim; scores are those
// of its sentence's tokens, of which first is the first.
func claimDoubt(doc *pipeline.Document, c *pipeline.Claim, scores []float64, first int) float64 {
	most := 0.0
	r := doc.TokensIn(c.Span)
	for i := r.First; i < r.End && i-first < len(scores); i++ {
		most = max(most, scores[i-first])
	}
	return most
}

// Doubts returns, for each claim of a document, the greatest doubt of a word
// of it.
func (d *Doubt) Doubts(doc *pipeline.Document) []float64 {
	var memory DoubtMemory
	doubts := make([]float64, len(doc.Claims))
	for i := range doc.Claims {
		c := &doc.Claims[i]
		scores := d.Scores(&memory, doc.SentenceTokens(c.Sentence))
		doubts[i] = claimDoubt(doc, c, scores, doc.Sentences[c.Sentence].Tokens.First)
	}
	return doubts
}

// bucket returns how many of the bounds n reaches.
func bucket(n int, bounds ...int) int {
	for i, bound := range bounds {
		if n < bound {
			return i
		}
	}
	return len(bounds)
}
