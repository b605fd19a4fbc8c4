package main

import (
	"context"
	"path/filepath"
	"slices"

	"github.com/purport-nlp/purport/pipeline"
)

// plainShare says how much of the open text is parsed to learn from: one
// paragraph of so many.
const plainShare = 3

// The plain texts that the parser learns from beside the treebanks: papers of
// the government, news, an encyclopedia, and news from outside America.
var plainFiles = []struct{ file, licence string }{
	{openText, "public domain (works of the US government)"},
	{attributionTrain, "none stated, public (PolNeAR); weights only"},
	{hedgeGenres[0].file, hedgeGenres[0].licence},
	{nerTrain[0].file, nerTrain[0].licence},
}

const openText = "clusters/open-text.txt.gz"

// The sentences that are learned from have a number of words between these.
const (
	shortestPlain = 4
	longestPlain  = 80
)

// plainSentences returns the sentences of the plain texts with predicted tags.
func plainSentences(data string) ([][]pipeline.Token, error) {
	var texts []string
	err := eachPackedLine(filepath.Join(data, openText), func(number int, line string) {
		if number%plainShare == 0 {
			texts = append(texts, line)
		}
	})
	if err != nil {
		return nil, err
	}
	articles, err := readAttributions(data, attributionTrain)
	if err != nil {
		return nil, err
	}
	for _, article := range articles {
		texts = append(texts, article.text)
	}
	var entries []hedgeSentence
	if err := readJSONLines(filepath.Join(data, hedgeGenres[0].file), &entries); err != nil {
		return nil, err
	}
	for _, entry := range entries {
		texts = append(texts, entry.Text)
	}
	news, err := readNER(data, nerTrain[0])
	if err != nil {
		return nil, err
	}
	for _, document := range news {
		texts = append(texts, document.doc.Text)
	}
	return tagTexts(texts)
}

// tagTexts returns the tagged sentences of texts.
func tagTexts(texts []string) ([][]pipeline.Token, error) {
	chain, err := tagChain()
	if err != nil {
		return nil, err
	}
	found := make([][][]pipeline.Token, len(texts))
	err = inParallel(len(texts), func(i int) error {
		doc := pipeline.NewDocument("text", texts[i])
		if err := chain.Annotate(context.Background(), doc); err != nil {
			return err
		}
		for n := range doc.Sentences {
			if tokens := doc.SentenceTokens(n); len(tokens) >= shortestPlain && len(tokens) <= longestPlain {
				found[i] = append(found[i], slices.Clone(tokens))
			}
		}
		return nil
	})
	return slices.Concat(found...), err
}

// plainCards adds the plain texts to the inputs that they are not among.
func plainCards(data string, inputs []cardInput) ([]cardInput, error) {
	for _, plain := range plainFiles {
		input, err := inputCard(data, plain.file, plain.licence)
		if err != nil {
			return nil, err
		}
		if !slices.ContainsFunc(inputs, func(other cardInput) bool { return other.Name == input.Name }) {
			inputs = append(inputs, input)
		}
	}
	return inputs, nil
}
