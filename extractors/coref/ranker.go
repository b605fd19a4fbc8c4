package coref

import (
	"math"

	"github.com/purport-nlp/purport/extractors/model"
)

// Ranker chooses among a pronoun's candidates: a log-linear model over hashed
// features (as Denis and Baldridge 2007), learned from GUM.
type Ranker struct {
	table *model.Table
}

// RankerUnit is what one int8 step of a ranker's weights stands for, in
// natural logarithms.
const RankerUnit = 4.0 / 127

// NewRanker returns a ranker over a table with one class.
func NewRanker(table *model.Table) *Ranker { return &Ranker{table} }

// best returns the row of the highest score and the probability of its chain:
// of all the rows that are of the same entity. Chains holds the chain of each
// row.
func (r *Ranker) best(rows []Candidate, chains []int) (int, float64) {
	var scores [largestCandidates + 2]float64
	best, sum, own := 0, 0.0, 0.0
	for i := range rows {
		scores[i] = float64(r.score(&rows[i])) * RankerUnit
		if scores[i] > scores[best] {
			best = i
		}
	}
	for i := range rows {
		weight := math.Exp(scores[i] - scores[best])
		sum += weight
		if chains[i] == chains[best] {
			own += weight
		}
	}
	return best, own / sum
}

func (r *Ranker) score(row *Candidate) int32 {
	var score [1]int32
	r.table.Add(score[:], row.Features)
	return score[0]
}
