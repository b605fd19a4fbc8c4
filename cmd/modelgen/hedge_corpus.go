package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"sync"

	"github.com/purport-nlp/purport/extractors"
	"github.com/purport-nlp/purport/extractors/model"
	"github.com/purport-nlp/purport/pipeline"
)

// hedgeGenres are the parts of the Szeged uncertainty corpora, by genre, and
// their files.
var hedgeGenres = []struct{ name, file, licence string }{
	{"wiki", "hedge/wiki.dev.jsonl", "CC BY-SA (Wikipedia)"},
	{"bmc", "hedge/bio_bmc.jsonl", "open-access articles"},
	{"fly", "hedge/bio_fly.jsonl", "open-access articles"},
	{"hbc", "hedge/bio_hbc.jsonl", "open-access abstracts"},
}

// hedgeSentence is one sentence of the Szeged uncertainty corpora.
type hedgeSentence struct {
	Doc, Text string
	Cues      []hedgeCue
}

// hedgeCue is a gold cue; its offsets count code points.
type hedgeCue struct {
	Start, End int
	Text, Type string
}

// span returns where the cue stands in bytes.
func (c *hedgeCue) span(text string) pipeline.Span {
	runes := []rune(text)
	start := len(string(runes[:c.Start]))
	return pipeline.Span{Start: start, End: start + len(string(runes[c.Start:c.End]))}
}

// hedgeDoc is a sentence as the chain reads it.
type hedgeDoc struct {
	hedgeSentence
	// fold is the tenth of the corpus that the sentence's article is in.
	fold int
	doc  *pipeline.Document
}

const hedgeFolds = 10

// readHedge reads the sentences of one genre and takes them through the chain
// as far as needed for the layers.
func readHedge(data, file string, layers ...pipeline.Layer) ([]hedgeDoc, error) {
	var sentences []hedgeSentence
	if err := readJSONLines(filepath.Join(data, file), &sentences); err != nil {
		return nil, err
	}
	chain, err := chainTo(extractors.Native, layers...)
	if err != nil {
		return nil, err
	}
	docs := make([]hedgeDoc, len(sentences))
	err = inParallel(len(docs), func(i int) error {
		docs[i] = hedgeDoc{hedgeSentence: sentences[i], fold: int(model.Hash(sentences[i].Doc) >> 40 % hedgeFolds)}
		docs[i].doc = pipeline.NewDocument("sentence", sentences[i].Text)
		return chain.Annotate(context.Background(), docs[i].doc)
	})
	return docs, err
}

// inParallel calls work for each of n places, on as many workers as there are
// processors, and returns the error of the first place that has one.
func inParallel(n int, work func(i int) error) error {
	workers := runtime.GOMAXPROCS(0)
	failures := make([]error, n)
	var running sync.WaitGroup
	for worker := range workers {
		running.Go(func() {
			for i := worker; i < n; i += workers {
				failures[i] = work(i)
			}
		})
	}
	running.Wait()
	for _, err := range failures {
		if err != nil {
			return err
		}
	}
	return nil
}

// readJSONLines appends the records of a JSONL file to records.
func readJSONLines[T any](path string, records *[]T) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	decoder := json.NewDecoder(bufio.NewReader(file))
	for decoder.More() {
		var record T
		if err := decoder.Decode(&record); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		*records = append(*records, record)
	}
	return nil
}
