package main

import (
	"fmt"
	"math"

	"github.com/purport-nlp/purport/extractors/claim"
)

// evalHedge measures how well uncertain sentences of the Szeged uncertainty
// corpora (Vincze 2014; the task is that of CoNLL-2010, Farkas and others
// 2010) are told: by the learned model, cross-validated and across genres,
// and by the cues of claims.
func evalHedge(data, _ string) error {
	sentences, err := readHedgeLessons(data)
	if err != nil {
		return err
	}
	printHedgeModel(sentences)
	return evalHedgeCues(data)
}

// printHedgeModel prints, for each genre, the model cross-validated by
// article, and models that were not taught the genre.
func printHedgeModel(sentences []hedgeLesson) {
	all := notOf()
	fmt.Printf("hedge, uncertain sentences by the learned model: one with a word of probability %.2f\n", claim.DoubtThreshold)
	fmt.Printf("  %-6s %-44s %9s %9s %9s\n", "tested", "trained", "precision", "recall", "F1")
	line := func(tested, trained string, s hedgeCounts) {
		fmt.Printf("  %-6s %-44s %9.2f %9.2f %9.2f\n", tested, trained, s.precision(), s.recall(), s.f1())
	}
	for _, genre := range hedgeGenres {
		line(genre.name, "all genres, tenfold by article", crossValidate(sentences, genre.name, all))
		line(genre.name, "its own genre, tenfold by article", crossValidate(sentences, genre.name, ofGenre(genre.name)))
		line(genre.name, "the other genres alone", testHedge(sentences, notOf(genre.name), ofGenre(genre.name)))
	}
	line("bio", "wiki alone", testHedge(sentences, ofGenre("wiki"), notOf("wiki")))
}

// crossValidate tests each tenth of a genre by a model that is taught the
// other nine tenths of what use lets through.
func crossValidate(sentences []hedgeLesson, genre string, use func(*hedgeLesson) bool) (sum hedgeCounts) {
	results := make([]hedgeCounts, hedgeFolds)
	_ = inParallel(hedgeFolds, func(fold int) error {
		results[fold] = testHedge(sentences,
			func(l *hedgeLesson) bool { return l.fold != fold && use(l) },
			func(l *hedgeLesson) bool { return l.fold == fold && l.genre == genre })
		return nil
	})
	for _, r := range results {
		sum.right, sum.gold, sum.predicted = sum.right+r.right, sum.gold+r.gold, sum.predicted+r.predicted
	}
	return sum
}

// testHedge learns from some sentences and counts how it does on others. What
// is peculiar to general or to biological texts is used where the test has
// them and the lessons too.
func testHedge(sentences []hedgeLesson, train, test func(*hedgeLesson) bool) (s hedgeCounts) {
	kindOf := func(l *hedgeLesson) int {
		if l.genre == "wiki" {
			return hedgeGeneral
		}
		return hedgeBiology
	}
	var trained, tested [hedgeParts]bool
	for k := range sentences {
		l := &sentences[k]
		trained[kindOf(l)] = trained[kindOf(l)] || train(l)
		tested[kindOf(l)] = tested[kindOf(l)] || test(l)
	}
	parts := []int{hedgeShared}
	for kind := hedgeGeneral; kind < hedgeParts; kind++ {
		alone := trained[kind] && !trained[hedgeGeneral+hedgeBiology-kind]
		if alone || trained[kind] && tested[kind] {
			parts = append(parts, kind)
		}
	}
	trainedModel := learnHedge(sentences, train, parts...)
	for k := range sentences {
		if l := &sentences[k]; test(l) {
			s.add(l.uncertain, trainedModel.doubts(l))
		}
	}
	return s
}

// doubts reports whether a word of the sentence is taken for a cue.
func (m *hedgeModel) doubts(l *hedgeLesson) bool {
	least := math.Log(claim.DoubtThreshold/(1-claim.DoubtThreshold)) * claim.DoubtUnit
	for i := range l.words {
		word := &l.words[i]
		if !m.gate.Has(word.lemma) {
			continue
		}
		sum := 0
		for _, feature := range word.features {
			sum += int(int8(m.weights[claim.DoubtPlace(feature, len(m.weights))]))
		}
		if float64(sum) >= least {
			return true
		}
	}
	return false
}

// hedgeCounts counts sentences: uncertain, taken for uncertain, and both.
type hedgeCounts struct{ right, gold, predicted int }

func (c *hedgeCounts) add(gold, predicted bool) {
	c.gold += count(gold)
	c.predicted += count(predicted)
	c.right += count(gold && predicted)
}

func (c hedgeCounts) precision() float64 { return percent(c.right, c.predicted) }
func (c hedgeCounts) recall() float64    { return percent(c.right, c.gold) }
func (c hedgeCounts) f1() float64        { return percent(2*c.right, c.gold+c.predicted) }
