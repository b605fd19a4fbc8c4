package lexicon

import "strings"

// Inflection is a regular form of a verb under its Penn Treebank tag.
type Inflection struct{ Tag, Form string }

// Inflections returns the regular forms of a verb in lower case.
func Inflections(verb string) []Inflection {
	stem, e := verb, "e"
	switch {
	case strings.HasSuffix(verb, "ee") || strings.HasSuffix(verb, "oe") || strings.HasSuffix(verb, "ye"):
		return []Inflection{{"VBD", verb + "d"}, {"VBN", verb + "d"}, {"VBG", verb + "ing"}, {"VBZ", verb + "s"}}
	case strings.HasSuffix(verb, "e"):
		stem = verb[:len(verb)-1]
	case doubles(verb):
		stem = verb + verb[len(verb)-1:]
	case len(verb) > 2 && strings.HasSuffix(verb, "y") && !vowel(verb[len(verb)-2]):
		past := verb[:len(verb)-1] + "ied"
		return []Inflection{{"VBD", past}, {"VBN", past}, {"VBG", verb + "ing"}, {"VBZ", verb[:len(verb)-1] + "ies"}}
	}
	third := verb + "s"
	for _, hiss := range []string{"s", "x", "z", "ch", "sh", "o"} {
		if strings.HasSuffix(verb, hiss) {
			third = verb + e + "s"
		}
	}
	return []Inflection{{"VBD", stem + "ed"}, {"VBN", stem + "ed"}, {"VBG", stem + "ing"}, {"VBZ", third}}
}

// doubles reports whether a verb doubles its last letter: one syllable that
// ends in one vowel and one consonant.
func doubles(verb string) bool {
	n := len(verb)
	if n < 3 || vowel(verb[n-1]) || !vowel(verb[n-2]) || strings.ContainsRune("wxy", rune(verb[n-1])) {
		return false
	}
	for i := 0; i < n-2; i++ {
		if vowel(verb[i]) {
			return false
		}
	}
	return true
}

func vowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }
