package main

import (
	"slices"

	"github.com/purport-nlp/purport/extractors/model"
	"github.com/purport-nlp/purport/extractors/parse"
	"github.com/purport-nlp/purport/extractors/tag"
	"github.com/purport-nlp/purport/pipeline"
)

// parseOptions are the settings of the parser that ships.
var parseOptions = parse.Options{
	Seed: 1, FirstEpochs: 4, Epochs: 6, Runs: 3, Explore: 0.9, Folds: 4, Words: model.EmbeddedWords(),
	First:  parse.Size{Moves: 5 << 17, Arcs: 1 << 17, Clip: 64},
	Second: parse.Size{Moves: 7 << 17, Arcs: 5 << 16, Clip: 128},
}

// folds is the number of parts that tags for training are predicted in: each
// part by a tagger that has not seen it.
const folds = 5

// trainParse learns the parser on predicted tags.
func trainParse(data, models string) error {
	sentences, err := readTreebanks(data, treebankTrain)
	if err != nil {
		return err
	}
	return saveParser(data, models, parse.Train(jackknife(sentences), parseOptions))
}

// saveParser measures a parser and writes it with its card.
func saveParser(data, models string, parser *parse.Parser) error {
	tagger, err := tag.Embedded()
	if err != nil {
		return err
	}
	scores, err := scoreParser(data, tagger, parser)
	if err != nil {
		return err
	}
	printScores(scores)
	inputs, err := treebankCards(data)
	if err != nil {
		return err
	}
	return writeModel(models, "parse", parser.Pack(), modelCard{
		What:   "Universal Dependencies trees",
		Method: "two greedy passes of the arc-hybrid system with a dynamic oracle (Goldberg and Nivre 2013), the second guided by the first (Nivre and McDonald 2008); averaged perceptrons over hashed features",
		Data:   inputs,
		Seed:   parseOptions.Seed,
		Settings: map[string]any{
			"first epochs": parseOptions.FirstEpochs, "epochs": parseOptions.Epochs, "runs": parseOptions.Runs,
			"explore": parseOptions.Explore, "guide folds": parseOptions.Folds, "tag folds": folds,
			"first": parseOptions.First, "second": parseOptions.Second,
		},
		Scores: scores,
	})
}

// jackknife returns the sentences with predicted tags in place of gold ones,
// each tagged by a tagger that was trained on the other parts, so that the
// parser learns from tags as good as those it will get.
func jackknife(sentences [][]pipeline.Token) [][]pipeline.Token {
	out := make([][]pipeline.Token, len(sentences))
	for fold := range folds {
		var rest [][]pipeline.Token
		for i, sentence := range sentences {
			if i/50%folds != fold {
				rest = append(rest, sentence)
			}
		}
		tagger := tag.Train(rest, tagOptions)
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
