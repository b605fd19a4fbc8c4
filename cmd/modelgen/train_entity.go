package main

import (
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"github.com/purport-nlp/purport/extractors/entity"
	"github.com/purport-nlp/purport/extractors/lexicon"
	"github.com/purport-nlp/purport/extractors/model"
	"github.com/purport-nlp/purport/pipeline"
)

// The settings of the entity model.
const (
	entityBits       = 22 // binary logarithm of the number of weights
	entitySeed       = 20261124
	entityEpochs     = 22
	entityHalfEpochs = 8 // of the two models that give first-pass labels
	entityRate       = 0.01
	entityDropout    = 0.5 // of features
	entityClip       = 1.0 // the weight that int8 still holds
	entityCutoff     = 2   // how often a feature must be seen
	entityCaseless   = 1   // of how many documents one is learned without case too
)

// trainEntity trains the model of names and writes entity.bin. Two models of
// half the documents each give the other half first-pass labels as a model
// gives them to documents that it has not seen; the model proper learns to
// label with and without them.
func trainEntity(data, models string) error {
	extractor := entity.NewExtractor(lexicon.EmbeddedGazetteer(), model.EmbeddedWords())
	var halves [2][]*nerDocument
	for _, corpus := range nerTrain {
		documents, err := readNER(data, corpus)
		if err != nil {
			return err
		}
		for i, d := range documents {
			d.weight = corpus.weight
			half := i / 4 % 2
			halves[half] = append(halves[half], d)
			if flat := withoutCase(d, i); flat != nil {
				halves[half] = append(halves[half], flat)
			}
		}
		fmt.Printf("entity: %-45s %5d documents\n", corpus.file, len(documents))
	}
	counts := countFeatures(extractor, halves[:])
	for half, documents := range halves {
		first := trainHalf(extractor, counts, documents)
		for _, d := range halves[1-half] {
			d.first = firstLabels(extractor, first, d)
		}
	}
	trainer := model.NewSequenceTrainer(nerClasses, entityBits, entitySeed)
	var examples []*model.Example
	for _, documents := range halves {
		for _, d := range documents {
			examples = append(examples, examplesOf(trainer, extractor, counts, d)...)
		}
	}
	learnEntity(trainer, examples, entityEpochs)
	card, err := entityCard(data)
	if err != nil {
		return err
	}
	return writeModel(models, "entity", trainer.Sequence(entityClip).Pack(), card)
}

// entityCard says what the model was learned from.
func entityCard(data string) (modelCard, error) {
	card := modelCard{
		What:   "labels the names of people, places, organisations and nationalities",
		Method: "linear-chain conditional random field (Lafferty and others 2001) over hashed features in the tradition of Ratinov and Roth (2009), feature dropout, second pass over the document's first labels (Krishnan and Manning 2006)",
		Seed:   entitySeed,
		Settings: map[string]any{
			"bits": entityBits, "epochs": entityEpochs, "half_epochs": entityHalfEpochs, "rate": entityRate, "dropout": entityDropout,
			"clip": entityClip, "cutoff": entityCutoff, "caseless": entityCaseless,
		},
	}
	for _, corpus := range nerTrain {
		input, err := inputCard(data, corpus.file, corpus.licence)
		if err != nil {
			return card, err
		}
		card.Data = append(card.Data, input)
		card.Settings["weight of "+filepath.Base(corpus.file)] = corpus.weight
	}
	return card, nil
}

// trainHalf trains a model of the first pass.
func trainHalf(extractor *entity.Extractor, counts featureCounts, documents []*nerDocument) *model.Sequence {
	trainer := model.NewSequenceTrainer(nerClasses, entityBits, entitySeed)
	var examples []*model.Example
	for _, d := range documents {
		examples = append(examples, examplesOf(trainer, extractor, counts, &nerDocument{doc: d.doc, allowed: d.allowed, style: d.style, weight: d.weight})...)
	}
	learnEntity(trainer, examples, entityHalfEpochs)
	return trainer.Sequence(entityClip)
}

// firstLabels labels a document with a model of the first pass.
func firstLabels(extractor *entity.Extractor, sequence *model.Sequence, d *nerDocument) []uint8 {
	var sheet entity.Sheet
	var lattice model.Lattice
	var labels []uint8
	extractor.Prepare(&sheet, d.doc)
	for i, sentence := range d.doc.Sentences {
		sequence.Begin(&lattice, sentence.Tokens.Len())
		for at := sentence.Tokens.First; at < sentence.Tokens.End; at++ {
			sequence.Emit(&lattice, at-sentence.Tokens.First, extractor.Token(&sheet, i, sentence.Tokens, at, d.style))
		}
		labels = append(labels, sequence.Decode(&lattice)...)
	}
	return labels
}

// learnEntity goes over the examples in a new order each epoch, at a rate that
// falls to nothing.
func learnEntity(trainer *model.SequenceTrainer, examples []*model.Example, epochs int) {
	total := float64(epochs * len(examples))
	step := 0
	for epoch := 0; epoch < epochs; epoch++ {
		start, likelihood := time.Now(), 0.0
		for i := len(examples) - 1; i > 0; i-- {
			j := trainer.Intn(i + 1)
			examples[i], examples[j] = examples[j], examples[i]
		}
		for _, example := range examples {
			likelihood += trainer.Learn(example, entityRate*example.Weight*(1-float64(step)/total), entityDropout)
			step++
		}
		fmt.Printf("entity: epoch %d: log-likelihood %.0f (%.0fs)\n", epoch+1, likelihood, time.Since(start).Seconds())
	}
}

// examplesOf turns the sentences of a document into training examples.
func examplesOf(trainer *model.SequenceTrainer, extractor *entity.Extractor, counts featureCounts, d *nerDocument) []*model.Example {
	var sheet entity.Sheet
	extractor.Prepare(&sheet, d.doc)
	if d.first != nil {
		extractor.Count(&sheet, d.first)
	}
	var examples []*model.Example
	for i, sentence := range d.doc.Sentences {
		example := &model.Example{Weight: d.weight, Classes: d.allowed[sentence.Tokens.First:sentence.Tokens.End]}
		for at := sentence.Tokens.First; at < sentence.Tokens.End; at++ {
			for _, feature := range extractor.Token(&sheet, i, sentence.Tokens, at, d.style) {
				if counts.often(feature) {
					example.Features = append(example.Features, trainer.Position(feature))
				}
			}
			example.Ends = append(example.Ends, int32(len(example.Features)))
			if d.first == nil {
				continue
			}
			for _, feature := range extractor.Second(&sheet, i, sentence.Tokens, at) {
				example.Second = append(example.Second, trainer.Position(feature))
			}
			example.SecondEnds = append(example.SecondEnds, int32(len(example.Second)))
		}
		examples = append(examples, example)
	}
	return examples
}

// featureCounts counts features by part of their hash, up to 255 each.
type featureCounts []uint8

const featureCountBits = 26

// often reports whether a feature was seen often enough to be learned. Rare
// features would only crowd the table.
func (c featureCounts) often(feature uint64) bool {
	return int(c[feature>>(64-featureCountBits)]) >= entityCutoff
}

// countFeatures counts the features of all documents.
func countFeatures(extractor *entity.Extractor, groups [][]*nerDocument) featureCounts {
	counts := make(featureCounts, 1<<featureCountBits)
	var sheet entity.Sheet
	for _, documents := range groups {
		for _, d := range documents {
			extractor.Prepare(&sheet, d.doc)
			for i, sentence := range d.doc.Sentences {
				for at := sentence.Tokens.First; at < sentence.Tokens.End; at++ {
					for _, feature := range extractor.Token(&sheet, i, sentence.Tokens, at, d.style) {
						if n := &counts[feature>>(64-featureCountBits)]; *n < 255 {
							*n++
						}
					}
				}
			}
		}
	}
	return counts
}

// withoutCase returns a copy of every entityCaseless-th document with its case
// taken away, in lower case and in capitals by turns, nil for the others.
func withoutCase(d *nerDocument, i int) *nerDocument {
	switch i % (2 * entityCaseless) {
	case 0:
		return foldedCase(d, strings.ToUpper)
	case entityCaseless:
		return foldedCase(d, strings.ToLower)
	}
	return nil
}

// foldedCase returns a copy of a document with its words folded.
func foldedCase(d *nerDocument, fold func(string) string) *nerDocument {
	doc := *d.doc
	doc.Tokens = make([]pipeline.Token, len(d.doc.Tokens))
	for i, token := range d.doc.Tokens {
		token.Form = fold(token.Form)
		doc.Tokens[i] = token
	}
	return &nerDocument{doc: &doc, allowed: d.allowed, style: d.style, weight: d.weight}
}
