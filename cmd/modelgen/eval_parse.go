package main

import (
	"path/filepath"
	"slices"

	"github.com/purport-nlp/purport/extractors/parse"
	"github.com/purport-nlp/purport/extractors/tag"
)

// relations are those that claims are read off, each measured apart.
var relations = []string{"nsubj", "obj", "ccomp", "xcomp", "acl:relcl", "advcl", "conj", "appos", "parataxis", "mark", "aux", "advmod"}

// evalParse prints how the embedded tagger and parser do on the development
// sets, from gold tokens.
func evalParse(data, _ string) error {
	tagger, err := tag.Embedded()
	if err != nil {
		return err
	}
	parser, err := parse.Embedded()
	if err != nil {
		return err
	}
	scores, err := scoreParser(data, tagger, parser)
	if err == nil {
		printScores(scores)
	}
	return err
}

// scoreParser measures attachment with and without the relation (punctuation
// counts), and the F1 of single relations, in percent.
func scoreParser(data string, tagger *tag.Tagger, parser *parse.Parser) (map[string]float64, error) {
	scores := map[string]float64{}
	for n, file := range treebankDev {
		sentences, err := readConllu(filepath.Join(data, file))
		if err != nil {
			return nil, err
		}
		words, heads, arcs := 0, 0, 0
		right, gold, found := map[string]int{}, map[string]int{}, map[string]int{}
		var tagging tag.Scratch
		var parsing parse.Scratch
		for _, sentence := range sentences {
			tokens := slices.Clone(sentence)
			tagger.Tag(&tagging, tokens)
			parser.Parse(&parsing, tokens)
			for i, token := range tokens {
				want := sentence[i]
				words++
				heads += count(token.Head == want.Head)
				arcs += count(token.Head == want.Head && token.Deprel == want.Deprel)
				found[token.Deprel]++
				gold[want.Deprel]++
				right[want.Deprel] += count(token.Head == want.Head && token.Deprel == want.Deprel)
			}
		}
		name := treebankNames[n]
		scores[name+" uas"], scores[name+" las"] = round2(percent(heads, words)), round2(percent(arcs, words))
		for _, relation := range relations {
			scores[name+" f1 "+relation] = round2(percent(2*right[relation], gold[relation]+found[relation]))
		}
	}
	return scores, nil
}
