package main

import (
	"bufio"
	"compress/gzip"
	"context"
	"os"
	"path/filepath"
	"slices"

	"github.com/purport-nlp/purport/extractors/paragraph"
	"github.com/purport-nlp/purport/extractors/sentence"
	"github.com/purport-nlp/purport/extractors/tag"
	"github.com/purport-nlp/purport/extractors/token"
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

// plainSentences returns the sentences of the plain texts with a tagger's tags.
func plainSentences(data string, tagger *tag.Tagger) ([][]pipeline.Token, error) {
	texts, err := readOpenText(data)
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
	return tagTexts(texts, tagger)
}

// readOpenText reads a share of the open text, a paragraph a line.
func readOpenText(data string) (paragraphs []string, err error) {
	file, err := os.Open(filepath.Join(data, openText))
	if err != nil {
		return nil, err
	}
	defer file.Close()
	unpacked, err := gzip.NewReader(file)
	if err != nil {
		return nil, err
	}
	lines := bufio.NewScanner(unpacked)
	lines.Buffer(nil, 1<<24)
	for number := 0; lines.Scan(); number++ {
		if number%plainShare == 0 {
			paragraphs = append(paragraphs, lines.Text())
		}
	}
	return paragraphs, lines.Err()
}

// tagTexts returns the tagged sentences of texts.
func tagTexts(texts []string, tagger *tag.Tagger) ([][]pipeline.Token, error) {
	chain, err := tagChain(tag.NewStage(tagger))
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

// tagChain is the chain up to the tags, which needs no parser, and the stages
// after it.
func tagChain(tags *tag.Stage, after ...pipeline.Stage) (*pipeline.Pipeline, error) {
	sentences, err := sentence.New()
	if err != nil {
		return nil, err
	}
	return pipeline.New(append([]pipeline.Stage{paragraph.New(), sentences, token.New(), tags}, after...)...)
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
