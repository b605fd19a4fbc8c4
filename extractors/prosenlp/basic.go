package prosenlp

import (
	_ "embed"
	"strings"
)

//go:embed basic.txt
var basicText string

// basicWords returns the words of basic.txt.
func basicWords() map[string]bool {
	words := map[string]bool{}
	for line := range strings.Lines(basicText) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for word := range strings.FieldsSeq(line) {
			words[word] = true
		}
	}
	return words
}
