package main

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/purport-nlp/purport/extractors/claim"
	"github.com/purport-nlp/purport/pipeline"
)

// evalOpenIE measures the propositions that claims are made of against the
// gold tuples of CaRB's development sentences (Bhardwaj, Aggarwal and Mausam
// 2019), beside the output of OpenIE 5 that CaRB comes with. How tuples are
// compared is said in eval_openie_score.go.
//
// CaRB writes its sentences as words set apart by spaces. They are read here
// as a plain text, and each part is given back in CaRB's own words.
func evalOpenIE(data, _ string) error {
	folder := filepath.Join(data, "openie", "carb-dev")
	gold, err := readGoldTuples(filepath.Join(folder, "gold.tsv"))
	if err != nil {
		return err
	}
	other, err := readOpenIE5(filepath.Join(folder, "openie5_output.txt"))
	if err != nil {
		return err
	}
	ours, err := ourTuples(gold)
	if err != nil {
		return err
	}
	fmt.Printf("openie: %d sentences of CaRB, %d gold tuples\n%-9s %6s %21s   %27s\n", len(gold.sentences), gold.count(), "",
		"tuples", "all: P     R    F1", "best F1: P     R    F1   AUC")
	for _, side := range []struct {
		name   string
		tuples *tupleSet
	}{{"purport", ours}, {"OpenIE 5", other}} {
		fmt.Printf("%-9s %6d %s\n", side.name, side.tuples.count(), scoreTuples(gold, side.tuples).row())
	}
	if evalVerbose() {
		printTuples(gold, ours)
	}
	return nil
}

// ourTuples finds the propositions of the sentences that gold has.
func ourTuples(gold *tupleSet) (*tupleSet, error) {
	chain, err := nativeChain()
	if err != nil {
		return nil, err
	}
	stage, err := claim.New()
	if err != nil {
		return nil, err
	}
	ours := newTupleSet()
	for _, sentence := range gold.sentences {
		words := strings.Fields(sentence)
		text, spans := joinWords(plainSigns(words))
		doc := pipeline.NewDocument("sentence", text)
		if err := chain.Annotate(context.Background(), doc); err != nil {
			return nil, err
		}
		for i := range doc.Sentences {
			for _, p := range stage.Propositions(doc, i) {
				ours.add(sentence, tupleOf(p, words, spans))
			}
		}
	}
	return ours, nil
}

// plainSigns turns the signs of the Penn Treebank into those that texts have.
func plainSigns(words []string) []string {
	plain := make([]string, len(words))
	for i, word := range words {
		switch word {
		case "``", "''":
			word = `"`
		case "-LRB-":
			word = "("
		case "-RRB-":
			word = ")"
		}
		plain[i] = word
	}
	return plain
}

// tupleOf writes a proposition in the words of its sentence.
func tupleOf(p claim.Proposition, words []string, spans []pipeline.Span) tuple {
	inWords := func(parts ...pipeline.Span) (found []string) {
		for _, part := range parts {
			for i, span := range spans {
				if span.Overlaps(part) {
					found = append(found, words[i])
				}
			}
		}
		return found
	}
	t := tuple{score: p.Score, relation: append(strings.Fields(p.Implied), inWords(p.Shared, p.Relation)...), first: inWords(p.Subject), args: 1}
	for _, argument := range p.Arguments {
		t.rest = append(t.rest, inWords(argument)...)
		t.args = 2
	}
	return t
}

// printTuples prints, for reading, each sentence with its gold tuples and
// ours.
func printTuples(gold, ours *tupleSet) {
	for _, sentence := range gold.sentences {
		fmt.Println("\n" + sentence)
		for _, side := range []struct {
			name string
			of   *tupleSet
		}{{"gold", gold}, {"ours", ours}} {
			for _, t := range side.of.of(sentence) {
				fmt.Printf("  %s  %s | %s | %s\n", side.name, strings.Join(t.first, " "), strings.Join(t.relation, " "), strings.Join(t.rest, " "))
			}
		}
	}
}
