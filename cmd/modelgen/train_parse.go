package main

import (
	"fmt"
	"os"
	"slices"

	"github.com/purport-nlp/purport/extractors/model"
	"github.com/purport-nlp/purport/extractors/parse"
	"github.com/purport-nlp/purport/extractors/tag"
	"github.com/purport-nlp/purport/pipeline"
)

// parseOptions are the settings of the parser that ships.
var parseOptions = parse.Options{
	Seed: 1, FirstEpochs: 3, Epochs: 4, Times: 8, Explore: 0.9, Folds: 2, Words: model.EmbeddedWords(),
	First:  parse.Size{Moves: 5 << 17, Arcs: 1 << 17, Clip: 64},
	Second: parse.Size{Moves: 7 << 17, Arcs: 5 << 16, Clip: 128},
}

// folds is the number of parts that tags for training are predicted in: each
// part by a tagger that has not seen it.
const folds = 5

// trainParse learns the parser on predicted tags: from the treebanks, and from
// plain text with the trees that a slower and better parser gives it.
func trainParse(data, models string) error {
	gold, err := readTreebanks(data, treebankTrain)
	if err != nil {
		return err
	}
	tagger, err := tag.Embedded()
	if err != nil {
		return err
	}
	plain, err := plainSentences(data)
	if err != nil {
		return err
	}
	gold = jackknife(gold, plain)
	text, inputs, err := readWordText(data)
	if err != nil {
		return err
	}
	teacher := newTeacher(gold, learnVectors(text, teacherOptions.Seed))
	taught, err := scoreTrees(data, tagger, teacher.parse)
	if err != nil {
		return err
	}
	teacher.parse(plain)
	fmt.Fprintf(os.Stderr, "parse: %d gold and %d plain sentences\n", len(gold), len(plain))
	parser := parse.Train(gold, plain, parseOptions)
	scores, err := scoreParser(data, tagger, parser)
	if err != nil {
		return err
	}
	for _, name := range treebankNames {
		for _, score := range []string{" uas", " las"} {
			scores["teacher "+name+score] = taught[name+score]
		}
	}
	printScores(scores)
	if inputs, err = plainCards(data, inputs); err != nil {
		return err
	}
	return writeModel(models, "parse", parser.Pack(), parseCard(inputs, scores))
}

// parseCard describes the parser.
func parseCard(inputs []cardInput, scores map[string]float64) modelCard {
	o, t := parseOptions, teacherOptions
	return modelCard{
		What:   "Universal Dependencies trees",
		Method: "two greedy passes of the arc-hybrid system with a dynamic oracle (Goldberg and Nivre 2013), the second guided by the first (Nivre and McDonald 2008); averaged perceptrons over hashed features; learned from treebanks, and from plain text parsed by a bidirectional LSTM with bilinear scores (Dozat and Manning 2017; uptraining: Petrov and others 2010)",
		Data:   inputs,
		Seed:   o.Seed,
		Settings: map[string]any{
			"first epochs": o.FirstEpochs, "epochs": o.Epochs, "times gold": o.Times, "explore": o.Explore,
			"guide folds": o.Folds, "tag folds": folds, "first": o.First, "second": o.Second,
			"plain share": plainShare, "teacher epochs": t.Epochs, "teacher batch words": t.BatchWords, "teacher rate": t.Rate,
		},
		Scores: scores,
	}
}

// jackknife returns the sentences with predicted tags in place of gold ones,
// each tagged by a tagger that was trained on the other parts and on the plain
// text's predicted tags, so that the parser learns from tags as good as those
// it will get.
func jackknife(sentences, plain [][]pipeline.Token) [][]pipeline.Token {
	out := make([][]pipeline.Token, len(sentences))
	options := tagOptions
	options.Plain = plain
	for fold := range folds {
		var rest [][]pipeline.Token
		for i, sentence := range sentences {
			if i/50%folds != fold {
				rest = append(rest, sentence)
			}
		}
		tagger := tag.Train(rest, options)
		var scratch tag.Scratch
		for i, sentence := range sentences {
			if i/50%folds == fold {
				out[i] = slices.Clone(sentence)
				tagger.Tag(&scratch, out[i])
			}
		}
	}
	return out
}
