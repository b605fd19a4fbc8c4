package entity

import (
	"unicode"
	"unicode/utf8"

	"github.com/purport-nlp/purport/extractors/lexicon"
	"github.com/purport-nlp/purport/extractors/model"
	"github.com/purport-nlp/purport/pipeline"
)

// Traits are what the characters of a word show.
type traits uint16

const (
	hasUpper traits = 1 << iota
	hasLower
	hasDigit
	hasPunct
	startsUpper
	initial // one capital, with or without a full stop
)

// word is what the features of a token are made from.
type word struct {
	exact, lower, fold uint64 // hashes of the form as written, in lower case, folded
	shape              uint64 // hash of the shape with runs shortened: "Xx", "X.X."
	prefixes           [3]uint64
	suffixes           [4]uint64
	grams              [6]uint64 // three letters in a row, the first few
	traits             traits
	info               model.Word
	phrases            uint32            // gazetteer phrases that the token begins, continues or is
	names              lexicon.NameFlags // parts of a person's name
	roles              lexicon.NameFlags // nouns that say what a name is of
	record             int32             // in the document's table of words, -1 if none
}

// capital reports whether the word begins with a capital letter.
func (w *word) capital() bool { return w.traits&startsUpper != 0 }

// letters reports whether the word has a letter.
func (w *word) letters() bool { return w.traits&(hasUpper|hasLower) != 0 }

const (
	fnvSeed  = 14695981039346656037
	fnvPrime = 1099511628211
)

// read fills the word from a form. Where caseless is set, case is ignored.
func (w *word) read(form string, caseless bool) {
	*w = word{exact: fnvSeed, lower: fnvSeed, shape: fnvSeed, record: -1}
	var last, count int
	var lastClass byte
	var tail [4]rune
	for i := 0; i < len(form); {
		r, size := rune(form[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(form[i:])
			if r == '’' {
				r = '\''
			}
		}
		small, class := r, byte('.')
		switch {
		case 'a' <= r && r <= 'z':
			class = 'x'
			w.traits |= hasLower
		case 'A' <= r && r <= 'Z':
			small, class = r+'a'-'A', 'X'
		case '0' <= r && r <= '9':
			class = '0'
			w.traits |= hasDigit
		case r < utf8.RuneSelf:
			class = byte(r)
			w.traits |= hasPunct
		case unicode.IsUpper(r):
			small, class = unicode.ToLower(r), 'X'
		case unicode.IsLetter(r):
			class = 'x'
			w.traits |= hasLower
		default:
			w.traits |= hasPunct
		}
		if caseless && class == 'X' {
			r, class = small, 'x'
			w.traits |= hasLower
		}
		if class == 'X' {
			w.traits |= hasUpper
			if i == 0 {
				w.traits |= startsUpper
			}
		}
		w.exact = (w.exact ^ uint64(r)) * fnvPrime
		w.lower = (w.lower ^ uint64(small)) * fnvPrime
		if class != lastClass || last < 2 {
			if class == lastClass {
				last++
			} else {
				last = 1
			}
			w.shape = (w.shape ^ uint64(class)) * fnvPrime
			lastClass = class
		}
		tail[count&3] = small
		count++
		if k := count - 3; k >= 0 && k < len(w.grams) {
			w.grams[k] = uint64(tail[(count-1)&3])<<42 | uint64(tail[(count-2)&3])<<21 | uint64(tail[(count-3)&3])
		}
		if count >= 2 && count <= 4 {
			w.prefixes[count-2] = w.lower
		}
		i += size
	}
	suffix := uint64(fnvSeed)
	for k := 0; k < 4 && k < count; k++ {
		suffix = (suffix ^ uint64(tail[(count-1-k)&3])) * fnvPrime
		w.suffixes[k] = suffix
	}
	if w.traits&startsUpper != 0 && w.traits&(hasLower|hasDigit) == 0 && (count == 1 || count == 2 && w.traits&hasPunct != 0) {
		w.traits |= initial
	}
}

// caseless reports whether the case of a sentence says nothing: all its words
// are in capitals, or none has one.
func caseless(tokens []pipeline.Token) bool {
	upper, lower, words := 0, 0, 0
	for i := range tokens {
		up, low := 0, 0
		for _, r := range tokens[i].Form {
			switch {
			case 'a' <= r && r <= 'z':
				low++
			case 'A' <= r && r <= 'Z':
				up++
			case r >= utf8.RuneSelf && unicode.IsUpper(r):
				up++
			case r >= utf8.RuneSelf && unicode.IsLower(r):
				low++
			}
		}
		if up+low > 0 {
			words++
		}
		if low > 0 {
			lower++
		}
		if up > 0 && !(up == 1 && low == 0 && tokens[i].Form == "I") {
			upper++
		}
	}
	switch {
	case words == 0:
		return false
	case upper == 0:
		return true
	}
	return words >= 2 && lower*5 < words
}
