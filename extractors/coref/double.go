package coref

import (
	"strings"

	"github.com/purport-nlp/purport/pipeline"
)

// A hyphenated name alone is a surname of two parts, or the names of two people
// ("the Lopez-Berg bill"): it is nobody who bears one half of it.

// isDouble reports whether a mention is two words that a hyphen joins.
func isDouble(doc *pipeline.Document, m *Mention) bool {
	first := m.Tokens.First
	if m.Tokens.Len() < 3 {
		return false
	}
	a, hyphen, b := &doc.Tokens[first], &doc.Tokens[first+1], &doc.Tokens[first+2]
	return hyphen.Form == "-" && a.End == hyphen.Start && hyphen.End == b.Start && b.Form[0] >= 'A' && b.Form[0] <= 'Z'
}

// linkDouble links a hyphenated surname with the latest fuller name that ends
// in both its words, or with the same name before it.
func (r *Resolver) linkDouble(l *Links, i int, words []string) {
	x := &l.names
	if other, found := x.last[hashWords(saltPerson, words[1])]; found && compatible(l, i, int(other)) {
		full := l.Mentions[other].full
		if both := words[0] + " " + words[1]; full == both || strings.HasSuffix(full, " "+both) {
			l.join(i, int(other), "surname")
			return
		}
	}
	whole := hashWords(saltPerson, words...)
	if other, found := x.whole[whole]; found {
		l.join(i, int(other), "same name")
		return
	}
	x.whole[whole] = int32(i)
}
