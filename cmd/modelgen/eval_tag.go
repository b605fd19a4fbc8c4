package main

import (
	"fmt"
	"path/filepath"
	"slices"

	"github.com/purport-nlp/purport/extractors/lexicon"
	"github.com/purport-nlp/purport/extractors/tag"
	"github.com/purport-nlp/purport/pipeline"
)

// treebankNames are short names of the development treebanks.
var treebankNames = []string{"ewt", "gum"}

// scoreTagger measures a tagger as scoreTags does.
func scoreTagger(data string, tagger *tag.Tagger) (map[string]float64, error) {
	var scratch tag.Scratch
	return scoreTags(data, func(sentences [][]pipeline.Token) {
		for _, tokens := range sentences {
			tagger.Tag(&scratch, tokens)
		}
	})
}

// scoreTags measures tags and lemmas on gold tokens, in percent. Tag gets
// sentences and sets their tags.
func scoreTags(data string, tag func(sentences [][]pipeline.Token)) (map[string]float64, error) {
	scores := map[string]float64{}
	for n, file := range treebankDev {
		gold, err := readConllu(filepath.Join(data, file))
		if err != nil {
			return nil, err
		}
		tagged := make([][]pipeline.Token, len(gold))
		for i := range gold {
			tagged[i] = slices.Clone(gold[i])
		}
		tag(tagged)
		words, tags, lemmas, upos := 0, 0, 0, 0
		for i := range gold {
			for k, token := range tagged[i] {
				words++
				tags += count(token.XPOS == gold[i][k].XPOS)
				lemma := lexicon.Lemma(token.Form, token.XPOS)
				lemmas += count(lemma == gold[i][k].Lemma)
				upos += count(lexicon.Universal(token.Form, lemma, token.XPOS) == gold[i][k].UPOS)
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
