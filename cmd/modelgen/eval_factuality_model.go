package main

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/purport-nlp/purport/extractors"
	"github.com/purport-nlp/purport/extractors/claim"
	"github.com/purport-nlp/purport/extractors/lexicon"
	"github.com/purport-nlp/purport/pipeline"
)

// evalFactualityModel prints how well the embedded regression grades the
// predicates of the development sets; it was taught the training parts.
func evalFactualityModel(data string) error {
	cues, err := lexicon.LoadCues()
	if err != nil {
		return err
	}
	grader, err := claim.NewFactuality(cues)
	if err != nil {
		return err
	}
	fmt.Println("factuality, every predicate by the learned regression (claim.Factuality):")
	for _, set := range factualitySets {
		var score pairs
		items, err := readFactuality(data, set.name, "dev")
		if err != nil {
			return err
		}
		var memory claim.FactualityMemory
		for i := range items {
			items[i].each(func(tokens []pipeline.Token, at int, grade float64) {
				score.add(grade, grader.Grade(&memory, tokens, at))
			})
		}
		fmt.Printf("  %-18s %5d predicates: r %.3f, mean error %.2f\n", set.name, len(score), score.pearson(), score.meanError())
	}
	return nil
}

// factualityDoc is an item as the chain reads it.
type factualityDoc struct {
	factualityItem
	doc   *pipeline.Document
	spans []pipeline.Span
}

// readFactuality reads one part, train or dev, of a set and parses it.
func readFactuality(data, set, part string) ([]factualityDoc, error) {
	var items []factualityItem
	if err := readJSONLines(filepath.Join(data, "factuality", set, part+".jsonl"), &items); err != nil {
		return nil, err
	}
	chain, err := chainTo(extractors.Native, pipeline.LayerParse)
	if err != nil {
		return nil, err
	}
	docs := make([]factualityDoc, len(items))
	err = inParallel(len(items), func(i int) error {
		text, spans := joinWords(strings.Fields(items[i].Text))
		docs[i] = factualityDoc{items[i], pipeline.NewDocument("item", text), spans}
		return chain.Annotate(context.Background(), docs[i].doc)
	})
	return docs, err
}

// each visits the graded predicates: the tokens of the sentence, the place of
// the predicate in it, and its grade.
func (d *factualityDoc) each(visit func(tokens []pipeline.Token, at int, grade float64)) {
	for _, target := range d.Targets {
		head := headIn(d.doc, d.spans[target.Span1[0]].Hull(d.spans[target.Span1[1]-1]))
		if head < 0 {
			continue
		}
		sentence := d.doc.SentenceAt(d.doc.Tokens[head].Start)
		visit(d.doc.SentenceTokens(sentence), head-d.doc.Sentences[sentence].Tokens.First, target.Label)
	}
}
