package token

import "strings"

// keepsHyphen reports whether a word stays one token with the hyphen after it
// and what follows, because it is a prefix and no word of its own: "e-mail",
// "non-profit", "re-elect".
func keepsHyphen(word string) bool {
	if at := strings.LastIndexByte(word, '-'); at >= 0 {
		word = word[at+1:]
	}
	if len(word) > 8 {
		return false
	}
	switch strings.ToLower(word) {
	case "e", "non", "re", "co", "pre", "post", "anti", "pro", "mid", "ex", "multi", "neo", "semi", "sub", "over", "cross", "counter",
		"inter", "intra", "socio", "psycho", "micro", "macro", "mini", "pan", "arch", "vice", "de", "un", "mis", "trans", "ultra", "pseudo", "quasi", "extra", "mega", "bi", "tri", "bio", "eco", "cyber", "geo":
		return true
	}
	return false
}
