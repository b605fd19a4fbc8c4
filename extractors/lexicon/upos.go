package lexicon

import "strings"

// universal maps Penn Treebank tags to the Universal Dependencies part of
// speech that holds whatever the word is.
var universal = map[string]string{
	"$": "SYM", "SYM": "SYM", "''": "PUNCT", "``": "PUNCT", ",": "PUNCT", ".": "PUNCT", ":": "PUNCT",
	"-LRB-": "PUNCT", "-RRB-": "PUNCT", "HYPH": "PUNCT", "NFP": "PUNCT",
	"ADD": "PROPN", "AFX": "X", "FW": "X", "GW": "X", "LS": "NUM",
	"CC": "CCONJ", "CD": "NUM", "DT": "DET", "PDT": "DET", "EX": "PRON", "IN": "ADP", "RP": "ADP", "TO": "PART", "POS": "PART",
	"JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ", "MD": "AUX", "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN",
	"PRP": "PRON", "PRP$": "PRON", "WP": "PRON", "WP$": "PRON", "WDT": "PRON",
	"RB": "ADV", "RBR": "ADV", "RBS": "ADV", "WRB": "ADV", "UH": "INTJ",
	"VB": "VERB", "VBD": "VERB", "VBG": "VERB", "VBN": "VERB", "VBP": "VERB", "VBZ": "VERB",
}

// Universal returns the UD v2 part of speech of a word from its Penn Treebank
// tag. Without the sentence it takes the likelier reading where a word has
// two: "be" is AUX, "have" and "do" are AUX only in forms that mostly are.
func Universal(form, lemma, xpos string) string {
	folded := foldForm(form)
	switch xpos {
	case "VB", "VBD", "VBG", "VBN", "VBP", "VBZ":
		if lemma == "be" || strings.HasPrefix(folded, "'") && lemma == "have" {
			return "AUX"
		}
		if lemma == "do" && (xpos == "VBP" || xpos == "VBZ" || xpos == "VBD") {
			return "AUX"
		}
	case "IN":
		switch folded {
		case "that", "if", "because", "while", "although", "though", "whether", "unless", "whereas", "cause", "cuz", "lest":
			return "SCONJ"
		}
	case "RB":
		switch folded {
		case "not", "n't", "nt", "n’t":
			return "PART"
		}
	case "DT":
		switch folded {
		case "those", "these", "that", "this", "all", "some", "any", "each", "every", "no", "the", "a", "an", "another", "both", "either", "neither", "half":
			return "DET"
		}
	case "NN":
		switch folded {
		case "something", "anything", "nothing", "everything", "someone", "anyone", "everyone", "somebody", "anybody", "everybody", "nobody", "none":
			return "PRON"
		case "%":
			return "SYM"
		}
	case "NNP":
		if form == "United" {
			return "VERB"
		}
	}
	if upos, ok := universal[xpos]; ok {
		return upos
	}
	return "X"
}
