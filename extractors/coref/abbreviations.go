package coref

import (
	"strings"
	"unicode/utf8"

	"github.com/purport-nlp/purport/pipeline"
)

// linkInitials links abbreviations with what they abbreviate, whichever comes
// first.
func (r *Resolver) linkInitials(l *Links, i int, words []string) {
	x := &l.names
	if len(words) == 1 && abbreviation(words[0]) {
		key := hashWords(saltOrganization+2, words[0])
		if other, found := x.initials[key]; found {
			l.join(i, int(other), "abbreviation")
		} else if _, found := x.short[key]; !found {
			x.short[key] = int32(i)
		}
		return
	}
	for _, key := range initialKeys(words) {
		if key == 0 {
			continue
		}
		if short, found := x.short[key]; found {
			l.join(i, int(short), "what the abbreviation stands for")
		}
		if _, found := x.initials[key]; !found {
			x.initials[key] = int32(i)
		}
	}
}

// abbreviation reports whether a word is made of capitals: "KPA", "U.N.",
// "UNSC".
func abbreviation(word string) bool {
	capitals, letters := 0, 0
	for _, r := range word {
		switch {
		case 'A' <= r && r <= 'Z':
			capitals++
			letters++
		case r != '.' && r != '&':
			letters++
		}
	}
	return capitals >= 2 && letters-capitals <= 1 && letters <= 8
}

// initialKeys returns the keys of a name's initials: without its small words,
// and with them.
func initialKeys(words []string) [2]uint64 {
	var short, long strings.Builder
	for _, word := range words {
		first, _ := utf8.DecodeRuneInString(word)
		switch {
		case abbreviation(word):
			short.WriteString(word)
			long.WriteString(word)
		case strings.ToLower(word) == word:
			long.WriteRune(first - 'a' + 'A')
		default:
			short.WriteRune(first)
			long.WriteRune(first)
		}
	}
	var keys [2]uint64
	if short.Len() >= 2 && len(words) > 1 {
		keys[0] = hashWords(saltOrganization+2, short.String())
	}
	if long.Len() >= 2 && len(words) > 1 && long.Len() != short.Len() {
		keys[1] = hashWords(saltOrganization+2, long.String())
	}
	return keys
}

// inBrackets reports whether a mention stands in brackets right after another
// of its kind.
func inBrackets(doc *pipeline.Document, before, m *Mention) bool {
	at := before.Tokens.End
	return before.Kind == pipeline.MentionName && before.Label == m.Label && m.Tokens.First == at+1 &&
		(doc.Tokens[at].Form == "(" || doc.Tokens[at].Form == "[")
}
