package main

import (
	"path/filepath"

	"github.com/purport-nlp/purport/extractors/claim"
	"github.com/purport-nlp/purport/extractors/lexicon"
	"github.com/purport-nlp/purport/extractors/model"
	"github.com/purport-nlp/purport/pipeline"
)

// factualitySettings are those of the regression on graded predicates, found
// on the development parts.
var factualitySettings = regressionSettings{seed: 7, runs: 4, epochs: 6, rate: 0.02, drop: 0.3}

// factualityBits is the binary logarithm of the number of weights.
const factualityBits = 17

// trainFactuality learns to grade predicates, from the training parts alone.
func trainFactuality(data, models string) error {
	lessons, err := readFactualityLessons(data)
	if err != nil {
		return err
	}
	table, err := learnFactuality(lessons)
	if err != nil {
		return err
	}
	card := modelCard{
		What:   "Grades predicates from -3, certainly not so, to 3, certainly so.",
		Method: "Linear regression over hashed features of predicate, governors and neighbours, AdaGrad (Duchi and others 2011), feature dropout.",
		Seed:   factualitySettings.seed,
		Settings: map[string]any{
			"runs": factualitySettings.runs, "epochs": factualitySettings.epochs, "bits": factualityBits, "rate": factualitySettings.rate, "drop": factualitySettings.drop,
		},
	}
	for _, set := range factualitySets {
		input, err := inputCard(data, filepath.ToSlash(filepath.Join("factuality", set.name, "train.jsonl")), set.licence)
		if err != nil {
			return err
		}
		card.Data = append(card.Data, input)
	}
	return writeModel(models, "factuality", table.Pack(), card)
}

// factualityLesson is a graded predicate: 32 bits of each feature.
type factualityLesson struct {
	set      int
	grade    float64
	features []uint32
}

// readFactualityLessons reads the training parts of all sets.
func readFactualityLessons(data string) ([]factualityLesson, error) {
	cues, err := lexicon.LoadCues()
	if err != nil {
		return nil, err
	}
	grader := claim.FactualityOf(nil, cues)
	var memory claim.FactualityMemory
	var lessons []factualityLesson
	for place, set := range factualitySets {
		items, err := readFactuality(data, set.name, "train")
		if err != nil {
			return nil, err
		}
		for i := range items {
			items[i].each(func(tokens []pipeline.Token, at int, grade float64) {
				l := factualityLesson{set: place, grade: grade}
				for _, feature := range grader.Features(&memory, tokens, at) {
					l.features = append(l.features, uint32(feature))
				}
				lessons = append(lessons, l)
			})
		}
	}
	return lessons, nil
}

// learnFactuality learns from graded predicates.
func learnFactuality(graded []factualityLesson) (*model.Table, error) {
	var lessons []lesson
	for _, g := range graded {
		for range factualitySets[g.set].copies {
			lessons = append(lessons, lesson{features: g.features, target: g.grade})
		}
	}
	learner := newRegression(factualitySettings, 1<<factualityBits+1, 1, func(feature uint32) uint32 {
		return feature & (1<<factualityBits - 1)
	})
	learner.learn(lessons)
	return model.NewTable(1, learner.quantised(claim.FactualityUnit, 0))
}
