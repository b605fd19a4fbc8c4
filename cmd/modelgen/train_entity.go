package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/purport-nlp/purport/extractors/entity"
	"github.com/purport-nlp/purport/extractors/lexicon"
	"github.com/purport-nlp/purport/extractors/model"
	"github.com/purport-nlp/purport/pipeline"
)

// The settings of the entity model.
var (
	entityBits    = int(env("BITS", 21))
	entitySeed    = uint64(20261124)
	entityEpochs  = int(env("EPOCHS", 14))
	entityRate    = env("RATE", 0.01)
	entityDropout = env("DROP", 0.5)
	entityClip    = env("CLIP", 4.0)
	entityFlat    = int(env("FLAT", 2))
	entityOnly    = int(env("ONLY", 0))
)

func env(n string, d float64) float64 {
	if v, err := strconv.ParseFloat(os.Getenv(n), 64); err == nil {
		return v
	}
	return d
}

// trainEntity trains the model of names and writes entity.bin.
func trainEntity(data, models string) error {
	trainer := model.NewSequenceTrainer(nerClasses, entityBits, entitySeed)
	extractor := entity.NewExtractor(lexicon.EmbeddedGazetteer(), model.EmbeddedWords())
	var examples []*model.Example
	for _, corpus := range nerTrain {
		if entityOnly>>corpus.style&1 == 1 {
			continue
		}
		documents, err := readNER(data, corpus)
		if err != nil {
			return err
		}
		before := len(examples)
		for i, d := range documents {
			examples = append(examples, examplesOf(trainer, extractor, d, env(fmt.Sprint("W", corpus.style), corpus.weight))...)
			if flat := withoutCase(d, i); flat != nil {
				examples = append(examples, examplesOf(trainer, extractor, flat, corpus.weight)...)
			}
		}
		fmt.Printf("entity: %-45s %5d documents %6d sentences\n", corpus.file, len(documents), len(examples)-before)
	}
	learnEntity(trainer, examples)
	sequence := trainer.Sequence(entityClip)
	return os.WriteFile(filepath.Join(models, "entity.bin"), sequence.Pack(), 0o644)
}

// learnEntity goes over the examples in a new order each epoch, at a rate that
// falls to nothing.
func learnEntity(trainer *model.SequenceTrainer, examples []*model.Example) {
	total := float64(entityEpochs * len(examples))
	step := 0
	for epoch := 0; epoch < entityEpochs; epoch++ {
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
func examplesOf(trainer *model.SequenceTrainer, extractor *entity.Extractor, d *nerDocument, weight float64) []*model.Example {
	var sheet entity.Sheet
	extractor.Prepare(&sheet, d.doc)
	var examples []*model.Example
	for i, sentence := range d.doc.Sentences {
		example := &model.Example{Weight: weight, Classes: d.allowed[sentence.Tokens.First:sentence.Tokens.End]}
		for at := sentence.Tokens.First; at < sentence.Tokens.End; at++ {
			for _, feature := range extractor.Token(&sheet, i, sentence.Tokens, at, d.style) {
				example.Features = append(example.Features, trainer.Position(feature))
			}
			example.Ends = append(example.Ends, int32(len(example.Features)))
		}
		examples = append(examples, example)
	}
	return examples
}

// withoutCase returns a copy of every second document with its case taken
// away, in lower case and in capitals by turns, nil for the others.
func withoutCase(d *nerDocument, i int) *nerDocument {
	if i%entityFlat != 0 {
		return nil
	}
	fold := strings.ToLower
	if i%(2*entityFlat) == 0 {
		fold = strings.ToUpper
	}
	doc := *d.doc
	doc.Tokens = make([]pipeline.Token, len(d.doc.Tokens))
	for i, token := range d.doc.Tokens {
		token.Form = fold(token.Form)
		doc.Tokens[i] = token
	}
	return &nerDocument{doc: &doc, allowed: d.allowed, style: d.style}
}
