package main

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/purport-nlp/purport/extractors/paragraph"
	"github.com/purport-nlp/purport/extractors/sentence"
	"github.com/purport-nlp/purport/extractors/token"
	"github.com/purport-nlp/purport/pipeline"
)

// evalToken prints precision, recall and F1 of the words in the raw texts of
// the development treebanks: a word counts if its first and last character
// are right (the CoNLL 2018 shared task's measure for words).
func evalToken(data, _ string) error {
	stage, err := sentence.New()
	if err != nil {
		return err
	}
	chain, err := pipeline.New(paragraph.New(), stage, token.New())
	if err != nil {
		return err
	}
	for _, file := range treebankDev {
		texts, err := readRawTexts(filepath.Join(data, file))
		if err != nil {
			return err
		}
		var score spanScore
		for _, raw := range texts {
			doc := pipeline.NewDocument("text", raw.text)
			if err := chain.Annotate(context.Background(), doc); err != nil {
				return err
			}
			want, got := map[pipeline.Span]bool{}, map[pipeline.Span]bool{}
			for _, span := range raw.words {
				want[span] = true
			}
			for _, t := range doc.Tokens {
				got[t.Span] = true
			}
			score.add(want, got)
			if evalVerbose() {
				printTokenErrors(raw, doc)
			}
		}
		fmt.Printf("%-40s words %s\n", file, score)
	}
	return nil
}

// rawText is one document of a treebank as running text, paragraphs divided
// by a blank line, with the spans of its words and the ends of its sentences.
type rawText struct {
	text   string
	words  []pipeline.Span
	places []int // of the words among all syntactic words of the file
	ends   []int
}

// readRawTexts rebuilds the documents of a CoNLL-U file from "# text" and the
// word forms. The words of a multiword token share its characters.
func readRawTexts(path string) ([]rawText, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var texts []rawText
	var out strings.Builder
	var words []pipeline.Span
	var places, ends []int
	flush := func() {
		if out.Len() > 0 {
			texts = append(texts, rawText{out.String(), words, places, ends})
		}
		out.Reset()
		words, places, ends = nil, nil, nil
	}
	at, rangeEnd, last, place := 0, "", 0, 0
	paragraph := false
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		line := lines.Text()
		switch {
		case strings.HasPrefix(line, "# newdoc"):
			flush()
		case strings.HasPrefix(line, "# newpar"):
			paragraph = true
		case strings.HasPrefix(line, "# text = "):
			if out.Len() > 0 && paragraph {
				out.WriteString("\n\n")
			} else if out.Len() > 0 {
				out.WriteByte(' ')
			}
			at, paragraph = out.Len(), false
			out.WriteString(strings.TrimSpace(strings.TrimPrefix(line, "# text = ")))
			ends = append(ends, out.Len())
		case line == "" || line[0] == '#':
		default:
			fields := strings.Split(line, "\t")
			id, form := fields[0], fields[1]
			if strings.Contains(id, ".") {
				continue
			}
			if _, end, ok := strings.Cut(id, "-"); ok {
				rangeEnd = end
				i := strings.Index(out.String()[at:], form)
				if i < 0 {
					return nil, fmt.Errorf("%s: %q not in its text", path, form)
				}
				last = at + i + len(form)
				at += i
				continue
			}
			text := out.String()
			i := strings.Index(text[at:], form)
			if rangeEnd != "" && (i != 0 || at+i+len(form) > last) {
				// A word that the surface does not spell out: keep the whole token.
				i, form = 0, text[at:last]
			}
			if i < 0 {
				return nil, fmt.Errorf("%s: %q not in its text", path, form)
			}
			if form != "" {
				words = append(words, pipeline.Span{Start: at + i, End: at + i + len(form)})
				places = append(places, place)
			}
			place++
			at += i + len(form)
			if id == rangeEnd {
				rangeEnd, at = "", last
			}
		}
	}
	flush()
	return texts, lines.Err()
}

// printTokenErrors prints the stretches where the words differ.
func printTokenErrors(raw rawText, doc *pipeline.Document) {
	i, j := 0, 0
	for i < len(raw.words) || j < len(doc.Tokens) {
		if i < len(raw.words) && j < len(doc.Tokens) && raw.words[i] == doc.Tokens[j].Span {
			i++
			j++
			continue
		}
		i0, j0 := i, j
		for i < len(raw.words) || j < len(doc.Tokens) {
			switch {
			case i == len(raw.words):
				j++
			case j == len(doc.Tokens):
				i++
			case raw.words[i].End == doc.Tokens[j].End:
				i++
				j++
				if i == len(raw.words) || j == len(doc.Tokens) || raw.words[i].Start == doc.Tokens[j].Start {
					goto done
				}
			case raw.words[i].End < doc.Tokens[j].End:
				i++
			default:
				j++
			}
		}
	done:
		var want, got []string
		for _, span := range raw.words[i0:i] {
			want = append(want, raw.text[span.Start:span.End])
		}
		for _, t := range doc.Tokens[j0:j] {
			got = append(got, t.Form)
		}
		end := len(raw.text)
		if i < len(raw.words) {
			end = raw.words[i].End
		}
		fmt.Printf("  want %q got %q then %q\n", want, got, raw.text[min(end, max(0, end-12)):min(len(raw.text), end+8)])
	}
}
