package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/purport-nlp/purport/extractors/paragraph"
	"github.com/purport-nlp/purport/extractors/sentence"
	"github.com/purport-nlp/purport/pipeline"
)

// sentenceRules are the files of short texts with the sentences as strings:
// a text counts if all of its sentences are right.
var sentenceRules = []string{"golden_rules_en_48", "pysbd_test_english_clean", "pragmatic_english_spec"}

// sentenceTexts are the files of documents with sentence spans in bytes.
var sentenceTexts = []string{"ud_en_ewt-ud-dev", "ud_en_gum-ud-dev", "legal_luima_scotus"}

// evalSentence prints how many of the rule texts are divided right, and the
// precision, recall and F1 of sentence ends in the documents.
func evalSentence(data, _ string) error {
	stage, err := sentence.New()
	if err != nil {
		return err
	}
	chain, err := pipeline.New(paragraph.New(), stage)
	if err != nil {
		return err
	}
	for _, name := range sentenceRules {
		if err := evalSentenceRules(chain, data, name); err != nil {
			return err
		}
	}
	for _, name := range sentenceTexts {
		if err := evalSentenceTexts(chain, data, name); err != nil {
			return err
		}
	}
	return nil
}

// sentenceCase is one line of a file in the sentences folder.
type sentenceCase struct {
	Doc   string          `json:"doc"`
	Text  string          `json:"text"`
	Sents json.RawMessage `json:"sents"`
}

func readSentenceCases(data, name string) ([]sentenceCase, error) {
	file, err := os.Open(filepath.Join(data, "sentences", name+".jsonl"))
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var cases []sentenceCase
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var c sentenceCase
		if err := json.Unmarshal(lines.Bytes(), &c); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		cases = append(cases, c)
	}
	return cases, lines.Err()
}

// sentencesOf returns the spans that the chain finds in text.
func sentencesOf(chain *pipeline.Pipeline, text string) ([]pipeline.Span, error) {
	doc := pipeline.NewDocument("text", text)
	if err := chain.Annotate(context.Background(), doc); err != nil {
		return nil, err
	}
	spans := make([]pipeline.Span, len(doc.Sentences))
	for i, s := range doc.Sentences {
		spans[i] = s.Span
	}
	return spans, nil
}

func evalSentenceRules(chain *pipeline.Pipeline, data, name string) error {
	cases, err := readSentenceCases(data, name)
	if err != nil {
		return err
	}
	right := 0
	for _, c := range cases {
		var want []string
		if err := json.Unmarshal(c.Sents, &want); err != nil {
			return err
		}
		spans, err := sentencesOf(chain, c.Text)
		if err != nil {
			return err
		}
		got := make([]string, len(spans))
		for i, s := range spans {
			got[i] = strings.Join(strings.Fields(c.Text[s.Start:s.End]), " ")
		}
		for i := range want {
			want[i] = strings.Join(strings.Fields(want[i]), " ")
		}
		if strings.Join(got, "\n") == strings.Join(want, "\n") {
			right++
		} else if evalVerbose() {
			fmt.Printf("  want %q\n  got  %q\n", want, got)
		}
	}
	fmt.Printf("%-28s %d of %d\n", name, right, len(cases))
	return nil
}

func evalSentenceTexts(chain *pipeline.Pipeline, data, name string) error {
	cases, err := readSentenceCases(data, name)
	if err != nil {
		return err
	}
	var score spanScore
	for _, c := range cases {
		var gold [][2]int
		if err := json.Unmarshal(c.Sents, &gold); err != nil {
			return err
		}
		spans, err := sentencesOf(chain, c.Text)
		if err != nil {
			return err
		}
		want, got := map[pipeline.Span]bool{}, map[pipeline.Span]bool{}
		for _, g := range gold {
			want[pipeline.Span{End: g[0] + len(strings.TrimRight(c.Text[g[0]:g[1]], " \n\r\t\u00a0"))}] = true
		}
		for _, s := range spans {
			got[pipeline.Span{End: s.End}] = true
		}
		score.add(want, got)
		if evalVerbose() {
			printBoundaryErrors(c.Text, want, got)
		}
	}
	fmt.Printf("%-28s %s\n", name, score)
	return nil
}

// printBoundaryErrors prints the missed ends (-) and the false ones (+) with
// what stands around them.
func printBoundaryErrors(text string, want, got map[pipeline.Span]bool) {
	for end := range len(text) + 1 {
		span := pipeline.Span{End: end}
		if want[span] == got[span] {
			continue
		}
		mark := "+"
		if want[span] {
			mark = "-"
		}
		fmt.Printf("  %s %q || %q\n", mark, text[max(0, end-60):end], text[end:min(len(text), end+40)])
	}
}

// spanScore counts spans found, wanted, and both.
type spanScore struct{ right, found, wanted int }

func (s *spanScore) add(want, got map[pipeline.Span]bool) {
	s.wanted += len(want)
	s.found += len(got)
	for span := range got {
		if want[span] {
			s.right++
		}
	}
}

// String returns precision, recall and F1 in percent.
func (s spanScore) String() string {
	p := 100 * float64(s.right) / float64(max(s.found, 1))
	r := 100 * float64(s.right) / float64(max(s.wanted, 1))
	return fmt.Sprintf("P %5.2f  R %5.2f  F1 %5.2f  (%d)", p, r, 2*p*r/max(p+r, 1e-9), s.wanted)
}
