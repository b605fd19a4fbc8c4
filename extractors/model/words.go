package model

import (
	"encoding/binary"
	"fmt"
	"unicode"
	"unicode/utf8"
)

// Words knows, of some ten thousands of frequent English words, the
// distributional class and a few statistics. It holds no word: a form is
// found by its hash in an open-addressed table that is used where it lies in
// the packed bytes.
//
// Classes come from the exchange algorithm over class bigrams (Kneser and Ney
// 1993), and are the leaves of a binary tree made by merging them step by step
// at the least loss of mutual information (Brown and others 1992), so that a
// prefix of a class's path in the tree is a coarser class (Miller, Guinness
// and Zamanian 2004).
type Words struct {
	paths []byte // one pathSize record a class
	slots []byte // 1<<bits slotSize records
	mask  uint64
}

// Word is what is known of one form.
type Word struct {
	// Path is the way from the root of the class tree to the word's class,
	// the first step in the highest bit; Bits is its length in steps, 1 to 32.
	Path uint32
	Bits uint8
	// Frequency is the binary logarithm of the form's count, rounded down,
	// plus 1: from 3 (at least four) to 20 (a million). 0 in the zero Word.
	Frequency uint8
	// Class is the number of the word's class, from 0.
	Class uint16
	// Capital says how the word, whatever the case of this form, is written
	// in mid-sentence: see the Capital functions. 0 where that was hardly
	// ever seen.
	Capital Capital
	// Initial says, from 0 (never) to 7 (always), how often this very form
	// begins a sentence, on a scale of octaves: 7 is over 1/2 of the time,
	// 6 over 1/4, … 1 over 1/128.
	Initial uint8
}

// Prefix returns the first bits steps of the word's path together with their
// number, as one value to hash. A shorter path is returned whole.
func (w Word) Prefix(bits int) uint64 {
	n := min(bits, int(w.Bits))
	return uint64(n)<<32 | uint64(w.Path>>(32-uint(n)))
}

// Capital tells how a word is written in mid-sentence, as four levels each of
// the shares of Title and of UPPER case; the rest is lower case. The zero
// Capital says that it was hardly ever seen there.
type Capital uint8

// NewCapital quantises counts of a word's occurrences in mid-sentence: in
// lower case, in Title case, in UPPER case.
func NewCapital(lower, title, upper int) Capital {
	all := lower + title + upper
	if all < 3 {
		return 0
	}
	return Capital(1 + 4*shareLevel(title, all) + shareLevel(upper, all))
}

// shareLevel is 0 up to 5 %, 1 up to half, 2 up to 95 %, 3 above.
func shareLevel(part, all int) int {
	switch {
	case 20*part <= all:
		return 0
	case 2*part <= all:
		return 1
	case 20*part <= 19*all:
		return 2
	}
	return 3
}

// Known reports whether the word was seen in mid-sentence.
func (c Capital) Known() bool { return c > 0 }

// Title returns the level, 0 to 3, of the share of Title case: up to 5 %, up
// to a half, up to 95 %, above.
func (c Capital) Title() int { return (int(max(c, 1)) - 1) / 4 }

// Upper is the same for UPPER case.
func (c Capital) Upper() int { return (int(max(c, 1)) - 1) % 4 }

const (
	// wordsMagic opens packed words; the digit is the format's version.
	wordsMagic = "purportW1"
	// wordsHeader is the magic, a spare byte, the number of classes (16 bits)
	// and the binary logarithm of the number of slots (32 bits).
	wordsHeader = len(wordsMagic) + 1 + 2 + 4
	pathSize    = 5 // path 32 bits, length 8 bits
	slotSize    = 8 // fingerprint 32, class 16, capital 8, initial 3, frequency 5 bits
)

// LoadWords reads packed words. The bytes are used where they lie, without
// copying; they must not change afterwards.
func LoadWords(data []byte) (*Words, error) {
	if len(data) < wordsHeader || string(data[:len(wordsMagic)]) != wordsMagic {
		return nil, fmt.Errorf("model: not packed words")
	}
	classes := int(binary.LittleEndian.Uint16(data[len(wordsMagic)+1:]))
	bits := binary.LittleEndian.Uint32(data[len(wordsMagic)+3:])
	if bits > 24 || len(data) != wordsHeader+classes*pathSize+slotSize<<bits {
		return nil, fmt.Errorf("model: packed words have %d bytes, which does not fit their header", len(data))
	}
	slots := data[wordsHeader+classes*pathSize:]
	free := false
	for at := 0; at < len(slots); at += slotSize {
		class := int(binary.LittleEndian.Uint16(slots[at+4:]))
		free = free || slots[at+7] == 0
		if slots[at+7] != 0 && class >= classes {
			return nil, fmt.Errorf("model: packed words name class %d of %d", class, classes)
		}
	}
	if !free {
		return nil, fmt.Errorf("model: packed words leave no slot free")
	}
	return &Words{paths: data[wordsHeader : wordsHeader+classes*pathSize], slots: slots, mask: 1<<bits - 1}, nil
}

// Classes returns the number of classes.
func (w *Words) Classes() int { return len(w.paths) / pathSize }

// Lookup returns what is known of a form. Where the form as written is not
// known it tries the form in lower case, then, for a form in capitals, in
// Title case, then with every digit as 0. Curly quotation marks and
// apostrophes count as straight ones. It does not allocate.
func (w *Words) Lookup(form string) (Word, bool) {
	exact, lower, has := hashForm(form)
	if word, ok := w.find(exact); ok {
		return word, true
	}
	if has&hasUpper != 0 {
		if word, ok := w.find(lower); ok {
			return word, true
		}
		if has&hasLower == 0 {
			if word, ok := w.find(hashTitle(form)); ok {
				return word, true
			}
		}
	}
	if has&hasDigit != 0 {
		return w.find(hashDigits(form))
	}
	return Word{}, false
}

// find looks for a hashed form: linear probing from the slot that the low
// bits name, comparing the high bits.
func (w *Words) find(hash uint64) (Word, bool) {
	fingerprint := uint32(hash >> 32)
	for slot := hash & w.mask; ; slot = (slot + 1) & w.mask {
		record := w.slots[slot*slotSize : slot*slotSize+slotSize : slot*slotSize+slotSize]
		if record[7] == 0 {
			return Word{}, false
		}
		if binary.LittleEndian.Uint32(record) != fingerprint {
			continue
		}
		class := binary.LittleEndian.Uint16(record[4:])
		path := w.paths[int(class)*pathSize:]
		return Word{
			Path: binary.LittleEndian.Uint32(path), Bits: path[4], Class: class,
			Capital: Capital(record[6]), Initial: record[7] >> 5, Frequency: record[7] & 31,
		}, true
	}
}

// What kinds of characters a form has.
const (
	hasUpper = 1 << iota
	hasLower
	hasDigit
)

const (
	hashSeed  = 14695981039346656037
	hashPrime = 1099511628211
)

// finish spreads the last bytes over all bits: the table takes the slot from
// the low end and the fingerprint from the high end.
func finish(hash uint64) uint64 { return Mix(hash, 0) }

// hashForm returns the hashes of a form as written and in lower case, and
// what it is made of.
func hashForm(form string) (exact, lower uint64, has int) {
	exact, lower = hashSeed, hashSeed
	for i := 0; i < len(form); {
		c := form[i]
		if c >= utf8.RuneSelf {
			r, size := utf8.DecodeRuneInString(form[i:])
			i += size
			r = straight(r)
			exact = hashRune(exact, r)
			small := unicode.ToLower(r)
			lower = hashRune(lower, small)
			if small != r {
				has |= hasUpper
			} else if unicode.IsLower(r) {
				has |= hasLower
			}
			continue
		}
		i++
		exact = (exact ^ uint64(c)) * hashPrime
		switch {
		case 'A' <= c && c <= 'Z':
			has |= hasUpper
			c += 'a' - 'A'
		case 'a' <= c && c <= 'z':
			has |= hasLower
		case '0' <= c && c <= '9':
			has |= hasDigit
		}
		lower = (lower ^ uint64(c)) * hashPrime
	}
	return finish(exact), finish(lower), has
}

// hashTitle hashes a form with all but its first character in lower case.
func hashTitle(form string) uint64 {
	hash := uint64(hashSeed)
	for i, r := range form {
		r = straight(r)
		if i > 0 {
			r = unicode.ToLower(r)
		}
		hash = hashRune(hash, r)
	}
	return finish(hash)
}

// hashDigits hashes a form with every ASCII digit as 0.
func hashDigits(form string) uint64 {
	hash := uint64(hashSeed)
	for _, r := range form {
		if '0' <= r && r <= '9' {
			r = '0'
		}
		hash = hashRune(hash, straight(r))
	}
	return finish(hash)
}

// hashRune takes a character into a hash as its UTF-8 bytes.
func hashRune(hash uint64, r rune) uint64 {
	var encoded [utf8.UTFMax]byte
	for _, c := range encoded[:utf8.EncodeRune(encoded[:], r)] {
		hash = (hash ^ uint64(c)) * hashPrime
	}
	return hash
}

// straight returns the typewriter character for a curly quotation mark.
func straight(r rune) rune {
	switch r {
	case '‘', '’':
		return '\''
	case '“', '”':
		return '"'
	}
	return r
}
