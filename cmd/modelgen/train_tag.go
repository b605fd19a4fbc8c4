package main

import (
	"github.com/purport-nlp/purport/extractors/model"
	"github.com/purport-nlp/purport/extractors/tag"
	"github.com/purport-nlp/purport/pipeline"
)

// tagOptions are the settings of the tagger that ships.
var tagOptions = tag.Options{Seed: 1, Epochs: 12, Bits: 21, Clip: 64, Models: 4, Margin: 30, Words: model.EmbeddedWords()}

// trainTag learns the tagger: first one from the treebanks alone, and when that
// has tagged the plain text, the one that ships, which learns from the text
// which tags the words have that are rare in the treebanks.
func trainTag(data, models string) error {
	sentences, err := readTreebanks(data, treebankTrain)
	if err != nil {
		return err
	}
	plain, err := plainSentences(data)
	if err != nil {
		return err
	}
	setTags(tag.Train(sentences, tagOptions), plain)
	options := tagOptions
	options.Plain = plain
	tagger := tag.Train(sentences, options)
	scores, err := scoreTagger(data, tagger)
	if err != nil {
		return err
	}
	printScores(scores)
	inputs, err := treebankCards(data)
	if err != nil {
		return err
	}
	if inputs, err = plainCards(data, inputs); err != nil {
		return err
	}
	return writeModel(models, "tag", tagger.Pack(), modelCard{
		What:   "Penn Treebank tags",
		Method: "averaged perceptron with a margin, greedy from left to right (Collins 2002), hashed features, the mean of several trainings; the tags of words that are rare in the treebanks from plain text tagged by a tagger without them",
		Data:   inputs,
		Seed:   tagOptions.Seed,
		Settings: map[string]any{
			"epochs": tagOptions.Epochs, "bits": tagOptions.Bits, "clip": tagOptions.Clip,
			"models": tagOptions.Models, "margin": tagOptions.Margin, "plain share": plainShare,
		},
		Scores: scores,
	})
}

// setTags tags sentences.
func setTags(tagger *tag.Tagger, sentences [][]pipeline.Token) {
	var scratch tag.Scratch
	for _, tokens := range sentences {
		tagger.Tag(&scratch, tokens)
	}
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
