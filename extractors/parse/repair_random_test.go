package parse

import (
	"math/rand/v2"
	"testing"

	"github.com/purport-nlp/purport/pipeline"
)

// TestRepairKeepsTrees mends random trees over words that the mendings look
// for: whatever goes in, a tree with one root comes out.
func TestRepairKeepsTrees(t *testing.T) {
	words := []struct{ form, lemma, upos, xpos string }{
		{"said", "say", "VERB", "VBD"}, {"told", "tell", "VERB", "VBD"}, {"expects", "expect", "VERB", "VBZ"}, {"left", "leave", "VERB", "VBN"},
		{"go", "go", "VERB", "VB"}, {"going", "go", "VERB", "VBG"}, {"was", "be", "AUX", "VBD"}, {"will", "will", "AUX", "MD"}, {"safe", "safe", "ADJ", "JJ"},
		{"army", "army", "NOUN", "NN"}, {"denial", "denial", "NOUN", "NN"}, {"Bern", "Bern", "PROPN", "NNP"}, {"May", "May", "PROPN", "NNP"},
		{"that", "that", "SCONJ", "IN"}, {"that", "that", "PRON", "WDT"}, {"who", "who", "PRON", "WP"}, {"whose", "whose", "PRON", "WP$"}, {"it", "it", "PRON", "PRP"},
		{"though", "though", "SCONJ", "IN"}, {"in", "in", "ADP", "IN"}, {"and", "and", "CCONJ", "CC"}, {",", ",", "PUNCT", ","}, {";", ";", "PUNCT", ":"},
		{"the", "the", "DET", "DT"}, {"more", "more", "ADV", "RBR"}, {"to", "to", "PART", "TO"},
	}
	relations := []string{"nsubj", "nsubj", "nsubj", "nsubj", "obj", "obj", "obj", "conj", "conj", "ccomp", "ccomp", "advcl", "advcl", "parataxis", "nsubj:pass", "obj", "obl", "nmod", "ccomp", "xcomp", "advcl", "acl", "acl:relcl", "conj", "cc", "parataxis", "appos",
		"aux", "aux:pass", "cop", "mark", "case", "punct", "expl", "advmod", "compound", "det", "obl:unmarked", "dep", "csubj"}
	random := rand.New(rand.NewPCG(1, 2))
	for range 150000 {
		tokens := make([]pipeline.Token, 3+random.IntN(14))
		order := random.Perm(len(tokens))
		for k, i := range order {
			word := words[random.IntN(len(words))]
			tokens[i] = pipeline.Token{Form: word.form, Lemma: word.lemma, UPOS: word.upos, XPOS: word.xpos, Head: -1, Deprel: rootLabel}
			if k > 0 {
				tokens[i].Head, tokens[i].Deprel = order[random.IntN(k)], relations[random.IntN(len(relations))]
			}
		}
		for i := 1; i < len(tokens); i++ {
			if tokens[i-1].Form == "that" && random.IntN(2) == 0 {
				tokens[i].Form, tokens[i].UPOS, tokens[i].XPOS = ",", "PUNCT", ","
			}
		}
		before := append([]pipeline.Token(nil), tokens...)
		repair(tokens)
		if !isTree(tokens) {
			t.Fatalf("no tree any more:\n%s\n%s", drawn(before), drawn(tokens))
		}
	}
}

// isTree reports whether there is one root and every token hangs on it.
func isTree(tokens []pipeline.Token) bool {
	roots := 0
	for i := range tokens {
		if tokens[i].Head < 0 {
			roots++
		}
		steps := 0
		for at := i; at >= 0; at = tokens[at].Head {
			if steps++; steps > len(tokens) {
				return false
			}
		}
	}
	return roots == 1
}
