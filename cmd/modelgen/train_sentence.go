package main

import (
	"context"
	"math/rand"
	"path/filepath"

	"github.com/purport-nlp/purport/extractors/model"
	"github.com/purport-nlp/purport/extractors/paragraph"
	"github.com/purport-nlp/purport/extractors/sentence"
	"github.com/purport-nlp/purport/pipeline"
)

// Settings of the sentence classifier.
const (
	sentenceBits   = 14
	sentenceRounds = 12
	sentenceClip   = 24
	sentenceSeed   = 20230727
	// sentenceDropout is the percentage of samples shown without their words,
	// so that the rules keep their weight in texts of other kinds.
	sentenceDropout = 40
)

// sentenceSample is one candidate with its truth: 1 where a sentence ends.
type sentenceSample struct {
	features []uint64
	class    int
}

// trainSentence trains the classifier of doubtful sentence ends on the raw
// texts of the treebanks' training parts.
func trainSentence(data, models string) error {
	var samples []sentenceSample
	for _, file := range treebankTrain {
		texts, err := readRawTexts(filepath.Join(data, file))
		if err != nil {
			return err
		}
		for _, raw := range texts {
			read, err := sentenceSamples(raw)
			if err != nil {
				return err
			}
			samples = append(samples, read...)
		}
	}
	card := modelCard{
		What:   "decides doubtful sentence ends: full stops, ellipses and marks that the rules are not sure of",
		Method: "averaged perceptron (Freund and Schapire 1999) over hashed features, words left out of a share of the samples",
		Seed:   sentenceSeed,
		Settings: map[string]any{
			"bits": sentenceBits, "rounds": sentenceRounds, "clip": sentenceClip, "dropout-percent": sentenceDropout, "samples": len(samples),
		},
	}
	for i, file := range treebankTrain {
		input, err := inputCard(data, file, [...]string{"CC BY-SA 4.0", "CC BY 4.0 and public domain (permissive genres)"}[i])
		if err != nil {
			return err
		}
		card.Data = append(card.Data, input)
	}
	return writeModel(models, "sentence", trainSentenceTable(samples).Pack(), card)
}

// sentenceSamples returns the doubtful candidates of one document.
func sentenceSamples(raw rawText) ([]sentenceSample, error) {
	doc := pipeline.NewDocument("text", raw.text)
	chain, err := pipeline.New(paragraph.New())
	if err != nil {
		return nil, err
	}
	if err := chain.Annotate(context.Background(), doc); err != nil {
		return nil, err
	}
	ends := map[int]bool{}
	for _, end := range raw.ends {
		ends[end] = true
	}
	var samples []sentenceSample
	sentence.Candidates(doc, func(offset int) bool { return ends[offset] }, func(end int, features []uint64) {
		sample := sentenceSample{features: append([]uint64(nil), features...)}
		if ends[end] {
			sample.class = 1
		}
		samples = append(samples, sample)
	})
	return samples, nil
}

// trainSentenceTable runs the averaged perceptron over the samples, shuffled
// anew in every round by a seeded source.
func trainSentenceTable(samples []sentenceSample) *model.Table {
	trainer := model.NewTrainer(2, sentenceBits)
	random := rand.New(rand.NewSource(sentenceSeed))
	order := random.Perm(len(samples))
	for range sentenceRounds {
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			s := &samples[i]
			features := s.features
			if random.Intn(100) < sentenceDropout {
				features = features[:sentence.PlainFeatures]
			}
			var scores [2]int32
			trainer.Add(scores[:], features)
			trainer.Step()
			guess := 0
			if scores[1] > scores[0] {
				guess = 1
			}
			if guess != s.class {
				trainer.Update(features, s.class, 1)
				trainer.Update(features, guess, -1)
			}
		}
	}
	return trainer.Table(sentenceClip)
}
