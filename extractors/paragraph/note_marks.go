package paragraph

import (
	"github.com/purport-nlp/purport/extractors/lexicon"
	"github.com/purport-nlp/purport/pipeline"
)

// noteMark is a number that may refer to a note: it stands right behind the
// punctuation of a word, as in `the dam held.12` or `"it holds,"13 he said`.
type noteMark struct {
	pipeline.Span
	number int
}

// noteMarks returns the numbers in the text that refer to notes, as breaks:
// set small on the page, they are no part of what the sentence says. One by
// itself may be anything; those of a text count up.
func (l *layout) noteMarks() (breaks []pipeline.Break) {
	var last noteMark
	kept := false // whether last is among the breaks
	for at := 0; at < len(l.text); at++ {
		mark, ok := noteMarkAt(l.text, at)
		if !ok {
			continue
		}
		follows := last.number > 0 && mark.number > last.number && mark.number <= last.number+mostSkipped
		if follows && !kept {
			breaks = append(breaks, pipeline.Break{Span: last.Span})
		}
		if follows {
			breaks = append(breaks, pipeline.Break{Span: mark.Span})
		}
		last, kept = mark, follows
		at = mark.End - 1
	}
	return breaks
}

// mostSkipped is how far the numbers of two note marks in a row may be apart:
// one in a heading or behind a word may have been passed over.
const mostSkipped = 3

// noteMarkAt returns the note mark at a place.
func noteMarkAt(text string, at int) (noteMark, bool) {
	if text[at] < '1' || text[at] > '9' || at == 0 || isDigit(text[at-1]) {
		return noteMark{}, false
	}
	end, number := at, 0
	for end < len(text) && isDigit(text[end]) {
		number = number*10 + int(text[end]-'0')
		end++
	}
	if end-at > 3 || end < len(text) && text[end] > ' ' {
		return noteMark{}, false
	}
	before := trimMarks(text[:at])
	if len(before) == at || !endsInWord(before) && !endsInYear(before) {
		return noteMark{}, false
	}
	return noteMark{pipeline.Span{Start: at, End: end}, number}, true
}

// trimMarks takes the punctuation that ends a phrase off the end of s.
func trimMarks(s string) string {
	for {
		switch n := len(s); {
		case n > 0 && (s[n-1] == '.' || s[n-1] == ',' || s[n-1] == ';' || s[n-1] == ')' || s[n-1] == ']' || s[n-1] == '"' || s[n-1] == '\''):
			s = s[:n-1]
		case n > 2 && (s[n-3:] == "”" || s[n-3:] == "’"):
			s = s[:n-3]
		default:
			return s
		}
	}
}

// endsInWord reports whether s ends in a word that is no abbreviation ("Vol.3",
// "Nos.4"), its last letter small.
func endsInWord(s string) bool {
	n := 0
	for n < len(s) && isLetter(s[len(s)-1-n]) {
		n++
	}
	word := s[len(s)-n:]
	return n > 1 && word[n-1] >= 'a' && lexicon.Abbreviation(word) == 0
}

// endsInYear reports whether s ends in a year of the last two centuries.
func endsInYear(s string) bool {
	n := len(s)
	return n > 4 && s[n-5] == ' ' && (s[n-4:n-2] == "19" || s[n-4:n-2] == "20") && isDigit(s[n-2]) && isDigit(s[n-1])
}
