package lexicon

import (
	_ "embed"
	"strings"
	"sync"
)

// AbbreviationKind says what a full stop after an abbreviation may mean.
type AbbreviationKind uint8

// The kinds of abbreviation; abbreviations.txt describes each. A word may be
// of several kinds at once.
const (
	AbbreviationTitle AbbreviationKind = 1 << iota
	AbbreviationNumber
	AbbreviationMonth
	AbbreviationInner
	AbbreviationEnd
)

// abbreviation holds the kinds of a word however it is written, and those that
// it has only with a capital letter.
type abbreviation struct{ any, capital AbbreviationKind }

//go:embed abbreviations.txt
var abbreviationsText string

var abbreviations = sync.OnceValue(func() map[string]abbreviation {
	kinds := map[string]AbbreviationKind{
		"title": AbbreviationTitle, "number": AbbreviationNumber, "month": AbbreviationMonth,
		"inner": AbbreviationInner, "end": AbbreviationEnd,
	}
	table := make(map[string]abbreviation, 512)
	for line := range strings.Lines(abbreviationsText) {
		kind, words, ok := strings.Cut(line, ":")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		for word := range strings.FieldsSeq(words) {
			entry := table[strings.ToLower(word)]
			if word[0] >= 'A' && word[0] <= 'Z' {
				entry.capital |= kinds[kind]
			} else {
				entry.any |= kinds[kind]
			}
			table[strings.ToLower(word)] = entry
		}
	}
	return table
})

// maxAbbreviation is the length in bytes of the longest abbreviation known.
const maxAbbreviation = 12

// Abbreviation returns the kinds of the abbreviation word, given without its
// last full stop; 0 where it is not known as one.
func Abbreviation(word string) AbbreviationKind {
	if len(word) == 0 || len(word) > maxAbbreviation {
		return 0
	}
	var folded [maxAbbreviation]byte
	for i := 0; i < len(word); i++ {
		c := word[i]
		if c >= 'A' && c <= 'Z' {
			c |= 0x20
		}
		folded[i] = c
	}
	entry := abbreviations()[string(folded[:len(word)])]
	if word[0] >= 'A' && word[0] <= 'Z' {
		return entry.any | entry.capital
	}
	return entry.any
}
