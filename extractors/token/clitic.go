package token

import (
	"strings"
)

// plainWord emits a word of ASCII letters alone, divided where it is a
// contraction written as one word.
func (t *tokenizer) plainWord(s string, base int) {
	if len(s) >= 2 && len(s) <= 6 {
		if cut := contraction(s); cut > 0 {
			t.emit(base, base+cut)
			t.emit(base+cut, base+len(s))
			return
		}
	}
	t.emit(base, base+len(s))
}

// contraction returns where a contraction without apostrophe is divided, or 0.
func contraction(s string) int {
	switch s[len(s)-1] | 0x20 {
	case 't', 'a', 'e', 'm', 's':
	default:
		return 0
	}
	switch strings.ToLower(s) {
	case "cannot", "gonna", "gotta", "wanna", "gimme", "lemme", "outta":
		return 3
	case "dont", "cant", "wont", "aint", "isnt":
		return len(s) - 2
	case "didnt", "doesnt", "wasnt", "arent", "havent", "hasnt", "werent":
		return len(s) - 2
	case "thats", "whats":
		return 4
	case "alot", "im", "ive":
		return 1
	}
	return 0
}

// maxClitics bounds the clitics of one word: "I'd've" has two.
const maxClitics = 4

// clitics emits word, which may hold apostrophes, with its clitics as tokens
// of their own.
func (t *tokenizer) clitics(word string, base int) {
	var cuts [maxClitics]int
	count, end := 0, len(word)
	for count < maxClitics {
		cut := cliticStart(word[:end])
		if cut == 0 || isDecade(word[:cut]) {
			break
		}
		cuts[count], end = cut, cut
		count++
	}
	if allLetters(word[:end]) {
		t.plainWord(word[:end], base)
	} else {
		t.emit(base, base+end)
	}
	for count--; count >= 0; count-- {
		next := len(word)
		if count > 0 {
			next = cuts[count-1]
		}
		t.emit(base+cuts[count], base+next)
	}
}

// isDecade reports numbers such as "1990", whose "'s" makes a plural.
func isDecade(s string) bool {
	return (len(s) == 2 || len(s) == 4) && s[len(s)-1] == '0' && allDigits(s)
}

func allLetters(s string) bool {
	for i := 0; i < len(s); i++ {
		if !letterByte[s[i]] {
			return false
		}
	}
	return true
}

// cliticStart returns where the last clitic of word begins, or 0: n't, 's,
// 'm, 'd, 're, 've, 'll, with a straight or a curly apostrophe.
func cliticStart(word string) int {
	letters := 0
	at := len(word)
	for at > 0 && letters < 3 && letterByte[word[at-1]] {
		at--
		letters++
	}
	if letters == 0 || letters > 2 || at == 0 {
		return 0
	}
	mark := 0
	switch {
	case word[at-1] == '\'' || word[at-1] == '`':
		mark = 1
	case strings.HasSuffix(word[:at], "’") || strings.HasSuffix(word[:at], "‘"):
		mark = 3
	default:
		return 0
	}
	start := at - mark
	tail := word[at:]
	switch {
	case letters == 1 && (tail[0]|0x20 == 's' || tail[0]|0x20 == 'm' || tail[0]|0x20 == 'd'):
		return start
	case letters == 1 && tail[0]|0x20 == 't' && start > 1 && word[start-1]|0x20 == 'n':
		return start - 1
	case letters == 2:
		switch strings.ToLower(tail) {
		case "re", "ve", "ll":
			return start
		}
	}
	return 0
}

// leadingClitic returns the length of a word that begins with an apostrophe:
// 's, 'em, 'til, '90s.
func leadingClitic(s string) int {
	mark := 1
	if s[0] >= 0x80 {
		mark = 3
	}
	n := wordRunes(s[mark:])
	switch strings.ToLower(s[mark : mark+n]) {
	case "s", "m", "d", "re", "ve", "ll", "em", "til", "cause", "tis", "twas", "bout", "n":
		return mark + n
	}
	if n == 3 && isDigit(s[mark]) && isDigit(s[mark+1]) && s[mark+2] == 's' || n == 2 && isDigit(s[mark]) && isDigit(s[mark+1]) {
		return mark + n
	}
	return 0
}
