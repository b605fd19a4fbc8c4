package main

import (
	"fmt"

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
	fmt.Printf("hedge, uncertain sentences by the learned model (claim.Doubt), from probability %.2f\n", claim.DoubtThreshold)
	fmt.Printf("  %-6s %-36s %9s %9s %9s\n", "tested", "trained", "precision", "recall", "F1")
	line := func(tested, trained string, s hedgeCounts) {
		fmt.Printf("  %-6s %-36s %9.2f %9.2f %9.2f\n", tested, trained, s.precision(), s.recall(), s.f1())
	}
	tenfold := crossValidate(sentences)
	others := make([]hedgeCounts, len(hedgeGenres)+1)
	_ = inParallel(len(others), func(i int) error {
		if i == len(hedgeGenres) {
			others[i] = testUnseen(sentences, ofGenre("wiki"), notOf("wiki"))
		} else {
			others[i] = testUnseen(sentences, notOf(hedgeGenres[i].name), ofGenre(hedgeGenres[i].name))
		}
		return nil
	})
	for i, genre := range hedgeGenres {
		line(genre.name, "all genres, tenfold by article", tenfold[i])
		line(genre.name, "the other genres alone", others[i])
	}
	line("bio", "wiki alone", others[len(hedgeGenres)])
}

// crossValidate tests each tenth of the sentences by a model that is taught
// the other nine, and returns what came of each genre.
func crossValidate(sentences []hedgeLesson) []hedgeCounts {
	folds := make([][]hedgeCounts, hedgeFolds)
	_ = inParallel(hedgeFolds, func(fold int) error {
		learner := learnHedge(sentences, func(l *hedgeLesson) bool { return l.fold != fold })
		for _, genre := range hedgeGenres {
			trained := learner.model(hedgeShared, hedgeKind(genre.name))
			folds[fold] = append(folds[fold], trained.test(sentences, func(l *hedgeLesson) bool {
				return l.fold == fold && l.genre == genre.name
			}))
		}
		return nil
	})
	sums := make([]hedgeCounts, len(hedgeGenres))
	for _, results := range folds {
		for i, r := range results {
			sums[i].right, sums[i].gold, sums[i].predicted = sums[i].right+r.right, sums[i].gold+r.gold, sums[i].predicted+r.predicted
		}
	}
	return sums
}

// testUnseen tests a genre by a model that was not taught it, with all that
// the model has where it was taught one kind of text alone, and else with what
// is common and what fits the test.
func testUnseen(sentences []hedgeLesson, train, test func(*hedgeLesson) bool) hedgeCounts {
	learner := learnHedge(sentences, train)
	var trained, tested [hedgeParts]bool
	for k := range sentences {
		l := &sentences[k]
		kind := hedgeKind(l.genre)
		trained[kind] = trained[kind] || train(l)
		tested[kind] = tested[kind] || test(l)
	}
	parts := []int{hedgeShared}
	for kind := hedgeGeneral; kind < hedgeParts; kind++ {
		alone := !trained[hedgeGeneral+hedgeBiology-kind]
		if trained[kind] && (alone || tested[kind]) {
			parts = append(parts, kind)
		}
	}
	trainedModel := learner.model(parts...)
	return trainedModel.test(sentences, test)
}

// test counts how the model does on some sentences.
func (m *hedgeModel) test(sentences []hedgeLesson, use func(*hedgeLesson) bool) (s hedgeCounts) {
	for k := range sentences {
		if l := &sentences[k]; use(l) {
			s.add(l.uncertain, m.doubts(l))
		}
	}
	return s
}

// doubts reports whether the sentence is taken for uncertain.
func (m *hedgeModel) doubts(l *hedgeLesson) bool {
	var scores []float64
	for i := range l.words {
		if word := &l.words[i]; m.gate.Has(word.lemma) {
			sum := 0
			for _, feature := range word.features {
				sum += int(int8(m.weights[claim.DoubtPlace(feature, len(m.weights))]))
			}
			scores = append(scores, claim.DoubtProbability(sum))
		}
	}
	return claim.SentenceDoubt(scores) >= claim.DoubtThreshold
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
