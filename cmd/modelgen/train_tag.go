package main

import (
	"github.com/purport-nlp/purport/extractors/model"
	"github.com/purport-nlp/purport/extractors/tag"
	"github.com/purport-nlp/purport/pipeline"
)

// tagOptions are the settings of the tagger that ships.
var tagOptions = tag.Options{Seed: 1, Epochs: 5, Times: 5, Bits: 21, Clip: 64, Words: model.EmbeddedWords()}

// goldTagOptions are those of a tagger that learns from the treebanks alone.
var goldTagOptions = tag.Options{Seed: 1, Epochs: 12, Bits: 21, Clip: 64, Words: model.EmbeddedWords()}

// plainTags says how much of the plain text the tagger learns from: one
// sentence of so many.
const plainTags = 2

// trainTag learns the tagger: from the treebanks, and from plain text with the
// tags that a slower and better tagger gives it.
func trainTag(data, models string) error {
	gold, err := readTreebanks(data, treebankTrain)
	if err != nil {
		return err
	}
	all, err := plainSentences(data, tag.Train(gold, nil, goldTagOptions))
	if err != nil {
		return err
	}
	var plain [][]pipeline.Token
	for i := 0; i < len(all); i += plainTags {
		plain = append(plain, all[i])
	}
	text, inputs, err := readWordText(data)
	if err != nil {
		return err
	}
	teacher := newTagTeacher(gold, learnVectors(text, teacherOptions.Seed))
	taught, err := scoreTags(data, teacher.tag)
	if err != nil {
		return err
	}
	teacher.tag(plain)
	tagger := tag.Train(gold, plain, tagOptions)
	scores, err := scoreTagger(data, tagger)
	if err != nil {
		return err
	}
	for _, name := range treebankNames {
		scores["teacher "+name+" xpos"] = taught[name+" xpos"]
	}
	printScores(scores)
	if inputs, err = plainCards(data, inputs); err != nil {
		return err
	}
	return writeModel(models, "tag", tagger.Pack(), modelCard{
		What:   "Penn Treebank tags",
		Method: "averaged perceptron, greedy from left to right (Collins 2002), hashed features; learned from treebanks, and from plain text tagged by a bidirectional LSTM",
		Data:   inputs,
		Seed:   tagOptions.Seed,
		Settings: map[string]any{
			"epochs": tagOptions.Epochs, "times gold": tagOptions.Times, "bits": tagOptions.Bits, "clip": tagOptions.Clip,
			"plain share": plainShare * plainTags, "teacher epochs": tagTeacherEpochs,
		},
		Scores: scores,
	})
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
