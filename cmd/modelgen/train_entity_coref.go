package main

import (
	"fmt"
	"math"
	"path/filepath"

	"github.com/purport-nlp/purport/extractors/coref"
	"github.com/purport-nlp/purport/extractors/lexicon"
	"github.com/purport-nlp/purport/extractors/model"
)

// The settings of the ranker of pronouns' antecedents.
const (
	rankerBits   = 14
	rankerEpochs = 12
	rankerRate   = 0.05
	rankerDecay  = 1e-5
)

// trainCoref learns the ranker from GUM's gold mentions and writes coref.bin.
func trainCoref(data, models string) error {
	documents, err := readGUM(filepath.Join(data, "pos-dep/en_gum-ud-train.permissive.conllu"))
	if err != nil {
		return err
	}
	weights := make([]float64, 1<<rankerBits)
	resolver := coref.NewResolver(lexicon.EmbeddedGazetteer(), nil)
	for epoch := 0; epoch < rankerEpochs; epoch++ {
		likelihood, pronouns := 0.0, 0
		rate := rankerRate * (1 - float64(epoch)/rankerEpochs)
		for _, d := range documents {
			links := d.links()
			links.Choose = func(i int, rows []coref.Candidate) int {
				gain, right := learnRow(weights, rows, d.right(i, rows), rate)
				likelihood += gain
				pronouns++
				return right
			}
			resolver.Resolve(d.doc, links)
		}
		fmt.Printf("coref: epoch %d: %d pronouns, log-likelihood %.0f\n", epoch+1, pronouns, likelihood)
	}
	table := make([]int8, len(weights)+1)
	for i, w := range weights {
		table[i] = int8(max(-127, min(127, math.Round(w/coref.RankerUnit))))
	}
	packed, err := model.NewTable(1, table)
	if err != nil {
		return err
	}
	card := modelCard{
		What:   "chooses what a pronoun stands for among the candidates that gender, number and syntax allow",
		Method: "log-linear ranking (Denis and Baldridge 2007) by stochastic gradient ascent", Seed: 0,
		Settings: map[string]any{"bits": rankerBits, "epochs": rankerEpochs, "rate": rankerRate, "decay": rankerDecay},
	}
	input, err := inputCard(data, "pos-dep/en_gum-ud-train.permissive.conllu", "CC BY 4.0 and public domain")
	if err != nil {
		return err
	}
	card.Data = []cardInput{input}
	return writeModel(models, "coref", packed.Pack(), card)
}

// learnRow takes one gradient step towards the right rows and returns the
// log-likelihood and the first right row.
func learnRow(weights []float64, rows []coref.Candidate, right []bool, rate float64) (float64, int) {
	mask := uint64(len(weights) - 1)
	scores := make([]float64, len(rows))
	top := math.Inf(-1)
	for i, row := range rows {
		for _, f := range row.Features {
			scores[i] += weights[f&mask]
		}
		top = max(top, scores[i])
	}
	all, good, first := 0.0, 0.0, -1
	for i := range rows {
		scores[i] = math.Exp(scores[i] - top)
		all += scores[i]
		if right[i] {
			good += scores[i]
			if first < 0 {
				first = i
			}
		}
	}
	if first < 0 {
		return 0, 0
	}
	for i, row := range rows {
		gradient := -scores[i] / all
		if right[i] {
			gradient += scores[i] / good
		}
		for _, f := range row.Features {
			w := &weights[f&mask]
			*w += rate*gradient - rankerDecay**w
		}
	}
	return math.Log(good / all), first
}
