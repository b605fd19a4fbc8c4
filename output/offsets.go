package output

import (
	"sort"
	"unicode/utf8"
)

// blockSize is how many bytes lie between two known positions of an index.
const blockSize = 64

// Offsets turns byte offsets into a text into counts of Unicode code points.
// It is made by one pass over the text and answers in constant time: the
// nearest known position before the offset, and at most 63 bytes from there.
type Offsets struct {
	text string
	// before[i] is how many code points start before byte i*blockSize; nil
	// where the text is ASCII, and bytes are code points.
	before []int32
	chars  int
}

// NewOffsets indexes text.
func NewOffsets(text string) *Offsets {
	o := &Offsets{}
	o.Reset(text)
	return o
}

// Reset indexes another text, reusing the memory of the one before.
func (o *Offsets) Reset(text string) {
	o.text, o.before = text, o.before[:0]
	ascii := 0
	for ascii < len(text) && text[ascii] < utf8.RuneSelf {
		ascii++
	}
	if ascii == len(text) {
		o.chars = len(text)
		return
	}
	count := 0
	for i := 0; i < len(text); i++ {
		if i%blockSize == 0 {
			o.before = append(o.before, int32(count))
		}
		if utf8.RuneStart(text[i]) {
			count++
		}
	}
	o.chars = count
}

// Chars returns how many code points the text has.
func (o *Offsets) Chars() int { return o.chars }

// Char returns how many code points lie before the byte offset, which is on a
// character boundary of the text or at its end.
func (o *Offsets) Char(offset int) int {
	if len(o.before) == 0 {
		return offset
	}
	if offset >= len(o.text) {
		return o.chars
	}
	block := offset / blockSize
	count := int(o.before[block])
	for i := block * blockSize; i < offset; i++ {
		if utf8.RuneStart(o.text[i]) {
			count++
		}
	}
	return count
}

// Byte returns where the code point with that index starts, and whether the
// text has as many; the text's end counts.
func (o *Offsets) Byte(char int) (int, bool) {
	if char < 0 || char > o.chars {
		return 0, false
	}
	if len(o.before) == 0 {
		return char, true
	}
	block := sort.Search(len(o.before), func(i int) bool { return int(o.before[i]) > char }) - 1
	at := block * blockSize
	for at < len(o.text) && !utf8.RuneStart(o.text[at]) {
		at++ // a character that the block before began
	}
	for count := int(o.before[block]); count < char; count++ {
		_, size := utf8.DecodeRuneInString(o.text[at:])
		at += size
	}
	return at, true
}
