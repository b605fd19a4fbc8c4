package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"github.com/purport-nlp/purport/extractors/quote"
	"github.com/purport-nlp/purport/pipeline"
)

// attributionDoc is one article of PolNeAR (Newell and others 2018) with the
// attributions marked in it, its offsets turned into bytes.
type attributionDoc struct {
	name, text string
	gold       []quote.Gold
}

// Where the attributions are, below the data folder.
const (
	attributionTrain = "attribution/train.jsonl"
	attributionDev   = "attribution/dev.jsonl"
)

// readAttributions reads a file of attributions.
func readAttributions(data, file string) ([]attributionDoc, error) {
	in, err := os.Open(filepath.Join(data, file))
	if err != nil {
		return nil, err
	}
	defer in.Close()
	type part struct{ Start, End int }
	var docs []attributionDoc
	scanner := bufio.NewScanner(in)
	scanner.Buffer(nil, 1<<26)
	for scanner.Scan() {
		var row struct {
			Doc, Text    string
			Attributions []struct{ Source, Cue, Content []part }
		}
		if err := json.Unmarshal(scanner.Bytes(), &row); err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		at := byteOffsets(row.Text)
		spans := func(parts []part) (spans []pipeline.Span) {
			for _, p := range parts {
				if 0 <= p.Start && p.Start < p.End && p.End < len(at) {
					spans = append(spans, pipeline.Span{Start: at[p.Start], End: at[p.End]})
				}
			}
			return spans
		}
		doc := attributionDoc{name: row.Doc, text: row.Text}
		for _, a := range row.Attributions {
			doc.gold = append(doc.gold, quote.Gold{Source: spans(a.Source), Cue: spans(a.Cue), Content: spans(a.Content)})
		}
		docs = append(docs, doc)
	}
	return docs, scanner.Err()
}

// byteOffsets returns the byte offset of every code point of text, and of its
// end.
func byteOffsets(text string) []int {
	offsets := make([]int, 0, utf8.RuneCountInString(text)+1)
	for at := range text {
		offsets = append(offsets, at)
	}
	return append(offsets, len(text))
}

// trimPart cuts a span down to what is compared: without white space,
// punctuation and quotation marks at its ends.
func trimPart(text string, span pipeline.Span) pipeline.Span {
	slice := text[span.Start:span.End]
	left := strings.TrimLeftFunc(slice, isOuter)
	span.Start += len(slice) - len(left)
	span.End = span.Start + len(strings.TrimRightFunc(left, isOuter))
	return span
}
