package main

import (
	"path/filepath"
	"slices"

	"github.com/purport-nlp/purport/extractors/parse"
	"github.com/purport-nlp/purport/extractors/tag"
	"github.com/purport-nlp/purport/pipeline"
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

// scoreParser measures a parser as scoreTrees does.
func scoreParser(data string, tagger *tag.Tagger, parser *parse.Parser) (map[string]float64, error) {
	var scratch parse.Scratch
	return scoreTrees(data, tagger, func(sentences [][]pipeline.Token) {
		for _, tokens := range sentences {
			parser.Parse(&scratch, tokens)
		}
	})
}

// scoreTrees measures attachment with and without the relation (punctuation
// counts), and the F1 of single relations, in percent. Parse gets sentences
// with predicted tags and sets their heads and relations.
func scoreTrees(data string, tagger *tag.Tagger, parse func(sentences [][]pipeline.Token)) (map[string]float64, error) {
	scores := map[string]float64{}
	for n, file := range treebankDev {
		gold, err := readConllu(filepath.Join(data, file))
		if err != nil {
			return nil, err
		}
		var scratch tag.Scratch
		parsed := make([][]pipeline.Token, len(gold))
		for i, sentence := range gold {
			parsed[i] = slices.Clone(sentence)
			tagger.Tag(&scratch, parsed[i])
		}
		parse(parsed)
		words, heads, arcs := 0, 0, 0
		right, wanted, found := map[string]int{}, map[string]int{}, map[string]int{}
		for i, sentence := range gold {
			for k, want := range sentence {
				got := parsed[i][k]
				words++
				heads += count(got.Head == want.Head)
				arcs += count(got.Head == want.Head && got.Deprel == want.Deprel)
				found[got.Deprel]++
				wanted[want.Deprel]++
				right[want.Deprel] += count(got.Head == want.Head && got.Deprel == want.Deprel)
			}
		}
		name := treebankNames[n]
		scores[name+" uas"], scores[name+" las"] = round2(percent(heads, words)), round2(percent(arcs, words))
		for _, relation := range relations {
			scores[name+" f1 "+relation] = round2(percent(2*right[relation], wanted[relation]+found[relation]))
		}
	}
	return scores, nil
}
