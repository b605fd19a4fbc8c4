package token

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/purport-nlp/purport/extractors/lexicon"
)

// isWordRune reports whether r is part of a word: a letter, a digit or a mark
// that combines with one.
func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return letterByte[r] || r >= '0' && r <= '9' || r == '_'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r) || r == '\u200c' || r == '\u200d' || r == '\u00ad'
}

// wordRunes returns the length of the run of word characters at the start of s.
func wordRunes(s string) int {
	n := 0
	for n < len(s) {
		r, size := rune(s[n]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[n:])
		}
		if !isWordRune(r) {
			break
		}
		n += size
	}
	return n
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func allDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if !isDigit(s[i]) {
			return false
		}
	}
	return len(s) > 0
}

// word emits the word that s begins with, and returns its length.
func (t *tokenizer) word(s string, base int) int {
	if isDigit(s[0]) {
		if n := number(s); n > 0 {
			n += ordinalEnd(s[n:])
			t.emit(base, base+n)
			return n
		}
	}
	n := max(wordRunes(s), 1)
	if s[0] >= utf8.RuneSelf && n == 1 {
		_, n = utf8.DecodeRuneInString(s)
	}
	for n < len(s) {
		more := t.extends(s, n)
		if more == 0 {
			break
		}
		n += more
	}
	t.clitics(s[:n], base)
	return n
}

// extends returns by how much the word s[:n] goes on over the mark at n.
func (t *tokenizer) extends(s string, n int) int {
	rest := s[n:]
	r, size := utf8.DecodeRuneInString(rest)
	following := 0
	if len(rest) > size {
		following = wordRunes(rest[size:])
	}
	switch r {
	case '.':
		if following > 0 {
			return size + following
		}
		if t.keepsStop(s[:n], rest[size:]) {
			return size
		}
	case '\'', '’':
		if following > 0 {
			return size + following
		}
	case '&':
		if following > 0 && following <= 3 && n <= 3 && isUpper(s[:n]) {
			return size + following
		}
	case '-':
		if following > 0 && keepsHyphen(s[:n]) {
			return size + following
		}
	case '@':
		if following > 0 {
			return size + following
		}
	}
	return 0
}

// keepsStop reports whether the full stop after word belongs to it.
func (t *tokenizer) keepsStop(word, rest string) bool {
	if strings.IndexByte(word, '.') >= 0 {
		return true
	}
	if len(word) == 1 && letterByte[word[0]] && word[0] < 'a' {
		return !t.last || rest != ""
	}
	kind := lexicon.Abbreviation(word)
	if kind == 0 {
		return false
	}
	if kind&(lexicon.AbbreviationTitle|lexicon.AbbreviationEnd) != 0 {
		return !t.last || kind&lexicon.AbbreviationEnd != 0 && len(word) > 2 || word == "Jr" || word == "Co"
	}
	return !t.last
}

func isUpper(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < 'A' || s[i] > 'Z' {
			return false
		}
	}
	return true
}

// number returns the length of the number at the start of s, 0 where letters
// run into it: "1,000", "3.5", "5:00", "11/28/2000".
func number(s string) int {
	n := 0
	for n < len(s) && isDigit(s[n]) {
		n++
	}
	for n+1 < len(s) && (s[n] == ',' || s[n] == '.' || s[n] == ':' || s[n] == '/') && isDigit(s[n+1]) {
		n++
		for n < len(s) && isDigit(s[n]) {
			n++
		}
	}
	return n
}

// ordinalEnd returns the length of what belongs to the number before it:
// "th", "s".
func ordinalEnd(s string) int {
	n := wordRunes(s)
	switch strings.ToLower(s[:n]) {
	case "th", "st", "nd", "rd", "s":
		return n
	case "am", "pm", "km", "m", "cm", "mm", "kg", "g", "mg", "lb", "lbs", "ft", "mph", "hrs", "k", "x":
		return 0
	}
	return n
}
