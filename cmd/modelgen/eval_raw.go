package main

import (
	"context"
	"fmt"
	"path/filepath"

	"github.com/purport-nlp/purport/extractors"
	"github.com/purport-nlp/purport/pipeline"
)

// evalRaw prints how each engine reads the raw texts of the development
// treebanks, from characters to trees: F1 of words, sentence ends, tags and
// arcs. What is not the same word cannot be right in anything (the measures of
// the CoNLL 2018 shared task).
func evalRaw(data, _ string) error {
	fmt.Printf("%-8s %-6s %8s %8s %8s %8s %8s\n", "engine", "text", "words", "ends", "xpos", "uas", "las")
	for _, engine := range []extractors.Engine{extractors.Native, extractors.Prose} {
		chain, err := chainTo(engine, pipeline.LayerParse)
		if err != nil {
			return err
		}
		for n, file := range treebankDev {
			score, err := scoreRaw(chain, filepath.Join(data, file))
			if err != nil {
				return err
			}
			fmt.Printf("%-8s %-6s %8.2f %8.2f %8.2f %8.2f %8.2f\n", engine, treebankNames[n],
				score.f1(score.words), percent(2*score.ends, score.goldEnds+score.foundEnds), score.f1(score.tags), score.f1(score.heads), score.f1(score.arcs))
		}
	}
	return nil
}

// rawScore counts what is right on raw text.
type rawScore struct {
	gold, found               int // words
	words, tags, heads, arcs  int
	goldEnds, foundEnds, ends int
}

func (s *rawScore) f1(right int) float64 { return percent(2*right, s.gold+s.found) }

func scoreRaw(chain *pipeline.Pipeline, path string) (*rawScore, error) {
	texts, err := readRawTexts(path)
	if err != nil {
		return nil, err
	}
	sentences, err := readConllu(path)
	if err != nil {
		return nil, err
	}
	gold := flatten(sentences)
	score := &rawScore{}
	for _, raw := range texts {
		doc := pipeline.NewDocument("text", raw.text)
		if err := chain.Annotate(context.Background(), doc); err != nil {
			return nil, err
		}
		score.add(raw, gold, doc)
	}
	return score, nil
}

// flatten puts the words of sentences in one row; heads are places in it.
func flatten(sentences [][]pipeline.Token) (all []pipeline.Token) {
	for _, sentence := range sentences {
		first := len(all)
		for _, token := range sentence {
			if token.Head >= 0 {
				token.Head += first
			}
			all = append(all, token)
		}
	}
	return all
}

// add counts one text. gold are the words of all texts.
func (s *rawScore) add(raw rawText, gold []pipeline.Token, doc *pipeline.Document) {
	var parts [][]pipeline.Token
	ends := map[int]bool{}
	for i := range doc.Sentences {
		parts = append(parts, doc.SentenceTokens(i))
		ends[doc.Sentences[i].End] = true
	}
	found := flatten(parts)
	s.gold, s.found = s.gold+len(raw.words), s.found+len(found)
	s.goldEnds, s.foundEnds = s.goldEnds+len(raw.ends), s.foundEnds+len(ends)
	for _, end := range raw.ends {
		s.ends += count(ends[end])
	}
	at := map[pipeline.Span]int{}
	for i := range found {
		at[found[i].Span] = i
	}
	same := map[int]int{} // from a gold word's place to that of the found one
	for i, span := range raw.words {
		if j, ok := at[span]; ok {
			same[raw.places[i]] = j
		}
	}
	for i, j := range same {
		want, got := &gold[i], &found[j]
		head, aligned := same[want.Head]
		right := want.Head < 0 && got.Head < 0 || want.Head >= 0 && aligned && got.Head == head
		s.words++
		s.tags += count(want.XPOS == got.XPOS)
		s.heads += count(right)
		s.arcs += count(right && want.Deprel == got.Deprel)
	}
}
