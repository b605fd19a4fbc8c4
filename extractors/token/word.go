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
		n := number(s)
		return t.wordFrom(s, n+numberTail(s[n:]), base)
	}
	n := max(wordRunes(s), 1)
	if s[0] >= utf8.RuneSelf && n == 1 {
		_, n = utf8.DecodeRuneInString(s)
	}
	return t.wordFrom(s, n, base)
}

// wordFrom emits the word that begins with s[:n] and goes on from there, and
// returns its length.
func (t *tokenizer) wordFrom(s string, n, base int) int {
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
		if following > 0 && !joinsWords(s[:n], rest[1:1+following]) {
			return size + following
		}
		if t.keepsStop(s[:n], rest[size:]) {
			return size
		}
	case '\'', '’':
		if following > 0 {
			return size + following
		}
	case '`':
		if following == 1 && rest[1]|0x20 == 's' {
			return size + following
		}
	case '/':
		if n == 1 && following <= 1 {
			switch {
			case following == 1 && isSlashPair(s[0], rest[1]):
				return 2
			case s[0]|0x20 == 'w' && following == 0:
				return 1
			}
		}
	case '&':
		if following > 0 && following <= 3 && n <= 3 && isUpper(s[:n]) {
			return size + following
		}
	case '-':
		if following > 0 && (keepsHyphen(s[:n]) || rest[1:1+following] == "esque") {
			return size + following
		}
		if following == 0 && len(rest) == 1 && n <= 2 && letterByte[s[0]] {
			return size // a word broken off in speech: "t-"
		}
	case '@':
		if following > 0 {
			return size + following
		}
	}
	return 0
}

// joinsWords reports whether a full stop without a space divides two words,
// rather than being part of one: "Dr.Smith", "S.Korea", but not "U.S",
// "example.com".
func joinsWords(before, after string) bool {
	if len(after) < 3 || after[0] < 'A' || after[0] > 'Z' || after[1] < 'a' {
		return false
	}
	return len(before) == 1 && before[0] >= 'A' && before[0] <= 'Z' || lexicon.Abbreviation(before)&lexicon.AbbreviationTitle != 0
}

// isSlashPair reports the abbreviations that a slash divides: w/o, b/c, n/a.
func isSlashPair(a, b byte) bool {
	switch (uint16(a)|0x20)<<8 | uint16(b) | 0x20 {
	case 'w'<<8 | 'o', 'b'<<8 | 'c', 'n'<<8 | 'a', 'c'<<8 | 'o':
		return true
	}
	return false
}

// keepsStop reports whether the full stop after word belongs to it.
func (t *tokenizer) keepsStop(word, rest string) bool {
	if word[len(word)-1] == '.' || strings.HasPrefix(rest, "..") {
		return false
	}
	if dot := strings.LastIndexByte(word, '.'); dot >= 0 {
		return !isDigit(word[0]) && (len(word)-dot == 2 || lexicon.Abbreviation(word) != 0)
	}
	if len(word) == 1 && letterByte[word[0]] && word[0] < 'a' {
		return !t.last || rest != ""
	}
	kind := lexicon.Abbreviation(word)
	if kind == 0 {
		return false
	}
	if kind&(lexicon.AbbreviationTitle|lexicon.AbbreviationEnd) != 0 {
		return !t.last || rest != "" && letterByte[rest[0]] || kind&lexicon.AbbreviationEnd != 0 && len(word) > 2 || word == "Jr" || word == "Co"
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
