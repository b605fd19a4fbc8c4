package sentence

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/purport-nlp/purport/extractors/lexicon"
)

// ends reports whether a sentence ends at candidate c.
func (sp *splitter) ends(c *candidate) bool {
	stops := sp.text[c.stop:c.after]
	wide := stops[0] >= 0xE3
	if c.next == c.close && !wide {
		return sp.endsWithoutSpace(c)
	}
	next := sp.text[c.next:sp.end]
	first := firstLetter(next)
	if unicode.IsLower(first) {
		return false
	}
	if sp.text[c.stop] == '.' && c.after == c.stop+1 {
		return sp.endsFullStop(c, next, first)
	}
	// "Is it over?" Smith asked.
	if c.quote && reportFollows(next) {
		return false
	}
	return true
}

// firstLetter returns the first character of s that is no quotation mark or
// opening bracket.
func firstLetter(s string) rune {
	for _, r := range s {
		switch r {
		case '"', '\'', '“', '”', '‘', '’', '(', '[', '`', '«', '¿', '¡', '-', '–', '—', '*':
			continue
		}
		return r
	}
	return 0
}

// endsWithoutSpace decides a stop with no white space after it: "end.Next".
func (sp *splitter) endsWithoutSpace(c *candidate) bool {
	if c.after != c.stop+1 || c.quote || c.bracket {
		return false
	}
	r, _ := utf8.DecodeRuneInString(sp.text[c.next:sp.end])
	if !unicode.IsUpper(r) {
		return false
	}
	before, after := sp.wordBefore(c.stop, c.start), wordAt(sp.text[c.next:sp.end])
	return len(before) > 2 && len(after) > 1 && isLowerWord(before) && isCapitalWord(after) && strings.IndexByte(before, '/') < 0
}

func isLowerWord(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < 'a' || s[i] > 'z' {
			return false
		}
	}
	return true
}

func isCapitalWord(s string) bool {
	return s[0] >= 'A' && s[0] <= 'Z' && isLowerWord(s[1:])
}

// endsFullStop decides a single full stop with space after it.
func (sp *splitter) endsFullStop(c *candidate, next string, first rune) bool {
	word := sp.wordBefore(c.stop, c.start)
	if c.quote || c.bracket {
		return true
	}
	if word == "" {
		return true
	}
	digit := unicode.IsDigit(first)
	if number := strings.Trim(word, "0123456789.") == ""; number {
		// "1. Introduction": the number of a list item.
		return !sp.opensSentence(c.start, c.stop, word)
	}
	if r, size := utf8.DecodeLastRuneInString(word); size == len(word) && unicode.IsUpper(r) {
		return r == 'I' && isStarter(wordAt(next))
	}
	kind := lexicon.Abbreviation(word)
	switch {
	case kind == 0:
		if dot := strings.LastIndexByte(word, '.'); dot >= 0 && len(word)-dot == 2 {
			return isStarter(wordAt(next))
		}
		return true
	case kind&lexicon.AbbreviationTitle != 0 && unicode.IsUpper(rune(word[0])):
		return false
	case kind&lexicon.AbbreviationNumber != 0 && digit:
		return false
	case kind&lexicon.AbbreviationMonth != 0:
		return !digit && isStarter(wordAt(next))
	case kind&lexicon.AbbreviationInner != 0 && kind&lexicon.AbbreviationEnd == 0:
		return false
	case kind&lexicon.AbbreviationEnd != 0:
		return !digit && isStarter(wordAt(next))
	}
	return true
}

// opensSentence reports whether the word before the stop is all of the
// sentence so far.
func (sp *splitter) opensSentence(start, stop int, word string) bool {
	return stop-len(word) <= start
}

// wordBefore returns the word that ends at stop.
func (sp *splitter) wordBefore(stop, start int) string {
	from := stop
	for from > start {
		r, size := utf8.DecodeLastRuneInString(sp.text[start:from])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '.' && r != '\'' && r != '’' && r != '/' && r != '@' {
			break
		}
		from -= size
	}
	return strings.TrimLeft(sp.text[from:stop], ".'’/")
}

// wordAt returns the first word of s, opening quotation marks skipped.
func wordAt(s string) string {
	s = strings.TrimLeft(s, "\"'“”‘’([`«")
	for i, r := range s {
		if !unicode.IsLetter(r) && r != '\'' && r != '’' {
			return s[:i]
		}
	}
	return s
}

// isStarter reports whether a capitalised word is one that opens sentences
// and seldom stands in a name.
func isStarter(word string) bool {
	switch word {
	case "The", "A", "An", "He", "She", "It", "They", "We", "I", "You", "This", "That", "These", "Those", "There", "Here", "In", "On", "At",
		"By", "For", "From", "With", "Without", "As", "But", "And", "Or", "So", "Yet", "If", "When", "While", "Where", "What", "Who", "How", "Why",
		"Although", "Though", "Because", "Since", "After", "Before", "During", "However", "Moreover", "Meanwhile", "His", "Her", "Its", "Their", "Our",
		"My", "Your", "Some", "Many", "Most", "All", "Both", "Each", "No", "Not", "Now", "Then", "Once", "Only", "Also", "According", "Despite",
		"Let", "Please", "Do", "Does", "Did", "Is", "Are", "Was", "Were", "Has", "Have", "Had", "Can", "Could", "Will", "Would", "Should", "To", "One", "Another":
		return true
	}
	return false
}

// reportFollows reports whether s begins with a short subject and a verb of
// saying, so that a quotation before it is still part of the sentence.
func reportFollows(s string) bool {
	for range 4 {
		end := strings.IndexAny(s, " \n")
		if end < 0 {
			end = len(s)
		}
		switch strings.TrimRight(s[:end], ",.:;") {
		case "said", "says", "asked", "asks", "wrote", "replied", "added", "told", "shouted", "cried", "answered", "tweeted", "wondered", "exclaimed", "demanded":
			return true
		}
		if end == len(s) {
			return false
		}
		s = s[end+1:]
	}
	return false
}
