package main

import (
	"fmt"
	"path/filepath"

	"github.com/purport-nlp/purport/extractors/lexicon"
)

// evalLemma prints how often the rules give the gold lemma and the gold UPOS
// from the gold Penn Treebank tag.
func evalLemma(data, _ string) error {
	for _, file := range treebankDev {
		sentences, err := readConllu(filepath.Join(data, file))
		if err != nil {
			return err
		}
		lemmas, upos, words := 0, 0, 0
		for _, sentence := range sentences {
			for _, token := range sentence {
				words++
				lemma := lexicon.Lemma(token.Form, token.XPOS)
				if lemma == token.Lemma {
					lemmas++
				}
				if lexicon.Universal(token.Form, lemma, token.XPOS) == token.UPOS {
					upos++
				}
			}
		}
		fmt.Printf("%s: lemma %.2f, UPOS %.2f from gold XPOS, %d words\n",
			file, percent(lemmas, words), percent(upos, words), words)
	}
	return nil
}

func percent(part, whole int) float64 { return 100 * float64(part) / float64(max(whole, 1)) }
