package main

import (
	"github.com/purport-nlp/purport/extractors/model"
	"github.com/purport-nlp/purport/extractors/tag"
)

// tagOptions are the settings of the tagger that ships.
var tagOptions = tag.Options{Seed: 1, Epochs: 12, Bits: 21, Clip: 64, Words: model.EmbeddedWords()}

// trainTag learns the tagger.
func trainTag(data, models string) error {
	sentences, err := readTreebanks(data, treebankTrain)
	if err != nil {
		return err
	}
	tagger := tag.Train(sentences, tagOptions)
	scores, err := scoreTagger(data, tagger)
	if err != nil {
		return err
	}
	inputs, err := treebankCards(data)
	if err != nil {
		return err
	}
	return writeModel(models, "tag", tagger.Pack(), modelCard{
		What:   "Penn Treebank tags",
		Method: "averaged perceptron, greedy from left to right (Collins 2002), hashed features",
		Data:   inputs,
		Seed:   tagOptions.Seed,
		Settings: map[string]any{
			"epochs": tagOptions.Epochs, "bits": tagOptions.Bits, "clip": tagOptions.Clip,
		},
		Scores: scores,
	})
}

// treebankCards describes the training part of the treebanks.
func treebankCards(data string) ([]cardInput, error) {
	licences := []string{"CC BY-SA 4.0", "CC BY 4.0 and public domain"}
	var cards []cardInput
	for i, file := range treebankTrain {
		card, err := inputCard(data, file, licences[i])
		if err != nil {
			return nil, err
		}
		cards = append(cards, card)
	}
	return cards, nil
}

// evalTag prints how the embedded tagger does on the development sets.
func evalTag(data, _ string) error {
	tagger, err := tag.Embedded()
	if err != nil {
		return err
	}
	scores, err := scoreTagger(data, tagger)
	if err == nil {
		printScores(scores)
	}
	return err
}
