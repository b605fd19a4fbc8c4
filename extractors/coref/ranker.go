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

// best returns the row of the highest score and its probability.
func (r *Ranker) best(rows []Candidate) (int, float64) {
	best, top := 0, int32(math.MinInt32)
	for i := range rows {
		if score := r.score(&rows[i]); score > top {
			best, top = i, score
		}
	}
	sum := 0.0
	for i := range rows {
		sum += math.Exp(float64(r.score(&rows[i])-top) * RankerUnit)
	}
	return best, 1 / sum
}

func (r *Ranker) score(row *Candidate) int32 {
	var score [1]int32
	r.table.Add(score[:], row.Features)
	return score[0]
}
