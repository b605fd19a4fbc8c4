package main

import (
	"fmt"
	"path/filepath"
	"slices"

	"github.com/purport-nlp/purport/extractors/lexicon"
	"github.com/purport-nlp/purport/extractors/tag"
)

// treebankNames are short names of the development treebanks.
var treebankNames = []string{"ewt", "gum"}

// scoreTagger measures tags and lemmas on gold tokens, in percent.
func scoreTagger(data string, tagger *tag.Tagger) (map[string]float64, error) {
	scores := map[string]float64{}
	for n, file := range treebankDev {
		sentences, err := readConllu(filepath.Join(data, file))
		if err != nil {
			return nil, err
		}
		words, tags, lemmas, upos := 0, 0, 0, 0
		var scratch tag.Scratch
		for _, gold := range sentences {
			tokens := slices.Clone(gold)
			tagger.Tag(&scratch, tokens)
			for i, token := range tokens {
				words++
				tags += count(token.XPOS == gold[i].XPOS)
				lemma := lexicon.Lemma(token.Form, token.XPOS)
				lemmas += count(lemma == gold[i].Lemma)
				upos += count(lexicon.Universal(token.Form, lemma, token.XPOS) == gold[i].UPOS)
			}
		}
		name := treebankNames[n]
		scores[name+" xpos"] = round2(percent(tags, words))
		scores[name+" lemma"] = round2(percent(lemmas, words))
		scores[name+" upos"] = round2(percent(upos, words))
	}
	return scores, nil
}

func count(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// printScores prints figures in the order of their names.
func printScores(scores map[string]float64) {
	names := make([]string, 0, len(scores))
	for name := range scores {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		fmt.Printf("%-24s %6.2f\n", name, scores[name])
	}
}
