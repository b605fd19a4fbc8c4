package quote

import "github.com/purport-nlp/purport/pipeline"

// candidate is one possible answer to a question about an attribution. The
// first candidate of every question is "none" and has no features: its score
// is 0.
type candidate struct {
	// form names the construction that offered it, for Quote.Rule.
	form string
	// tokens are what it proposes, within the sentence.
	tokens pipeline.Range
	// head is the token that it was offered for.
	head int
	// variant says how the range was cut.
	variant uint64
	// first and end delimit its features.
	first, end int
}

// question is what a decision is about; the number goes into every template.
type question uint64

const (
	askCue question = iota + 1
	askSource
	askContent
	askLeft
	askRight
)

// ask empties the list of candidates and adds "none".
func (w *work) ask() {
	w.features = w.features[:0]
	w.candidates = append(w.candidates[:0], candidate{head: -1})
}

// offer adds a candidate, unless its range is empty or already there. The
// caller adds features to those of w.features that follow.
func (w *work) offer(form string, tokens pipeline.Range, head int, variant uint64) bool {
	if tokens.Len() <= 0 || len(w.candidates) >= maxCandidates {
		return false
	}
	for i := range w.candidates[1:] {
		if w.candidates[i+1].tokens == tokens {
			return false
		}
	}
	w.candidates = append(w.candidates, candidate{form: form, tokens: tokens, head: head, variant: variant})
	return true
}

// maxCandidates bounds the candidates of a question.
const maxCandidates = 64

// score returns the model's score of candidate c.
func (w *work) score(c *candidate) int32 {
	var sum [1]int32
	w.table.Add(sum[:], w.features[c.first:c.end])
	return sum[0]
}

// best returns the index of the candidate with the highest score; "none", at
// 0, has bias as its score. Ties go to the first.
func (w *work) best(bias int32) int {
	best, top := 0, bias
	for i := 1; i < len(w.candidates); i++ {
		if s := w.score(&w.candidates[i]); s > top {
			best, top = i, s
		}
	}
	return best
}
