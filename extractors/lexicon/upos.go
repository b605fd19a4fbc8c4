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

// longestSmall is the length in bytes of the longest of the small words below.
const longestSmall = len("everything")

// lowerSmall returns a form in lower case, in memory that the caller has, or
// nothing where it is longer than that.
func lowerSmall(form string, buffer *[longestSmall]byte) []byte {
	if len(form) > longestSmall {
		return nil
	}
	for i := 0; i < len(form); i++ {
		c := form[i]
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		buffer[i] = c
	}
	return buffer[:len(form)]
}

// Universal returns the UD v2 part of speech of a word from its Penn Treebank
// tag. Without the sentence it takes the likelier reading where a word has
// two: "be" is AUX, "have" and "do" are AUX only in forms that mostly are.
func Universal(form, lemma, xpos string) string {
	var buffer [longestSmall]byte
	switch xpos {
	case "VB", "VBD", "VBG", "VBN", "VBP", "VBZ":
		if lemma == "be" || lemma == "have" && strings.HasPrefix(foldForm(form), "'") {
			return "AUX"
		}
		if lemma == "do" && (xpos == "VBP" || xpos == "VBZ" || xpos == "VBD") {
			return "AUX"
		}
	case "IN":
		switch string(lowerSmall(form, &buffer)) {
		case "that", "if", "because", "while", "although", "though", "whether", "unless", "whereas", "cause", "cuz", "lest":
			return "SCONJ"
		}
	case "RB":
		switch string(lowerSmall(form, &buffer)) {
		case "not", "n't", "nt", "n’t":
			return "PART"
		}
	case "DT":
		switch string(lowerSmall(form, &buffer)) {
		case "those", "these", "that", "this", "all", "some", "any", "each", "every", "no", "the", "a", "an", "another", "both", "either", "neither", "half":
			return "DET"
		}
	case "NN":
		switch string(lowerSmall(form, &buffer)) {
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
