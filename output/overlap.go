package output

import (
	"strings"
	"unicode"
)

// Overlap returns the share of words, 0 to 1, that two texts have in common,
// counted against the longer one: 1 where they have the same words, case and
// punctuation aside.
func Overlap(a, b string) float64 {
	first, second := words(a), words(b)
	if len(first) == 0 || len(second) == 0 {
		return 0
	}
	counts := map[string]int{}
	for _, word := range first {
		counts[word]++
	}
	shared := 0
	for _, word := range second {
		if counts[word] > 0 {
			counts[word]--
			shared++
		}
	}
	return float64(shared) / float64(max(len(first), len(second)))
}

// words returns a text's words in lower case, without punctuation.
func words(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}
