package tag

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/purport-nlp/purport/extractors/model"
)

// word is what the features need to know of one token, worked out once.
type word struct {
	fold     uint64    // normal spelling
	suffixes [5]uint64 // of 1 to 5 characters of the normal spelling
	prefixes [3]uint64
	shape    uint64 // capitals, digits, marks
	entry    uint64 // what the dictionary says, 0 for unknown
	stem     uint64 // what it says of the form without its ending, with the ending
	reports  uint64 // which form of a verb that reports, 0 for none
	cluster  [4]uint64
	capital  uint64 // how the word is usually written
}

// edge stands beyond either end of a sentence.
var edge = word{fold: 1, entry: 1, shape: 1}

// The bits of a shape.
const (
	shapeInitialUpper = 1 << (iota + 4)
	shapeAllUpper
	shapeInnerUpper
	shapeLower
	shapeDigit
	shapeHyphen
	shapeStop
	shapeOtherMark
	shapeForeign
	shapeFirst
	shapeShouted
	shapeOneLetter
)

// inspect fills w from a form.
func (w *word) inspect(form string, first, shouted bool) {
	*w = word{fold: model.Fold(form)}
	w.shape = shapeOf(form)
	if first {
		w.shape |= shapeFirst
	}
	if shouted {
		w.shape |= shapeShouted
	}
	w.affixes(form)
}

// shapeOf describes which kinds of characters a form has.
func shapeOf(form string) uint64 {
	var shape uint64
	letters, upper := 0, 0
	for i, r := range form {
		switch {
		case r >= utf8.RuneSelf && !unicode.IsLetter(r):
			shape |= shapeOtherMark
		case r >= '0' && r <= '9':
			shape |= shapeDigit
		case r == '-':
			shape |= shapeHyphen
		case r == '.':
			shape |= shapeStop
		case r >= 'a' && r <= 'z':
			letters++
		case r >= 'A' && r <= 'Z' || r >= utf8.RuneSelf && unicode.IsUpper(r):
			letters++
			upper++
			if i == 0 {
				shape |= shapeInitialUpper
			} else {
				shape |= shapeInnerUpper
			}
		case r >= utf8.RuneSelf:
			letters++
			if r > 0x24F {
				shape |= shapeForeign
			}
		default:
			shape |= shapeOtherMark
		}
	}
	switch {
	case letters > 0 && upper == letters:
		shape |= shapeAllUpper
		shape &^= shapeInnerUpper
		if letters == 1 {
			shape |= shapeOneLetter
		}
	case letters > 0 && upper == 0:
		shape |= shapeLower
	}
	return shape
}

// affixes hashes the last five and the first three characters in lower case.
func (w *word) affixes(form string) {
	h, at := uint64(0), len(form)
	for n := range w.suffixes {
		if at > 0 {
			r, size := utf8.DecodeLastRuneInString(form[:at])
			at -= size
			h = model.Mix(h, uint64(foldRune(r)))
		}
		w.suffixes[n] = h
	}
	h, at = 0, 0
	for n := range w.prefixes {
		if at < len(form) {
			r, size := utf8.DecodeRuneInString(form[at:])
			at += size
			h = model.Mix(h, uint64(foldRune(r)))
		}
		w.prefixes[n] = h
	}
}

// foldRune is the normal spelling of a character.
func foldRune(r rune) rune {
	switch {
	case 'A' <= r && r <= 'Z':
		return r + 'a' - 'A'
	case '0' <= r && r <= '9':
		return '0'
	case r < utf8.RuneSelf:
		return r
	case r == '’' || r == '‘':
		return '\''
	case r == '“' || r == '”':
		return '"'
	}
	return unicode.ToLower(r)
}

// endings are the inflections that are taken off a form to look up its stem,
// and what stands in their place.
var endings = []struct{ off, on string }{
	{"ies", "y"}, {"es", ""}, {"es", "e"}, {"s", ""},
	{"ied", "y"}, {"ed", ""}, {"ed", "e"},
	{"ing", ""}, {"ing", "e"},
	{"er", ""}, {"est", ""}, {"ly", ""},
}

// stemEntry returns what the dictionary says of the stem of a form, mixed with
// its ending, or 0 where it knows no stem.
func (d *dictionary) stemEntry(form string) uint64 {
	var buffer [32]byte
	if len(form) > len(buffer)-2 {
		return 0
	}
	for i, ending := range endings {
		stem, ok := strings.CutSuffix(form, ending.off)
		if !ok || len(stem) < 2 {
			continue
		}
		joined := append(append(buffer[:0], stem...), ending.on...)
		if entry := d.find(model.Fold(string(joined))); entry != 0 {
			return uint64(i+1)<<8 | uint64(entry)
		}
		// A doubled consonant: "planned", "running".
		if n := len(stem); ending.on == "" && n > 3 && stem[n-1] == stem[n-2] && (ending.off == "ed" || ending.off == "ing") {
			if entry := d.find(model.Fold(stem[:n-1])); entry != 0 {
				return uint64(i+1)<<8 | uint64(entry)
			}
		}
	}
	return 0
}
