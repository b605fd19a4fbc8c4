package sentence

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// listItem is an item of a list that stands in one line: "1) this 2) that".
type listItem struct{ start, text int }

// listItems finds the items of a unit that opens with a list marker, its own
// first; nothing where there is only one.
func (sp *splitter) listItems() []listItem {
	sp.items = sp.items[:0]
	text := sp.text[sp.at:sp.end]
	bullet := bulletLength(text)
	number, style, size := markerNumber(text[bullet:])
	if size == 0 {
		return nil
	}
	sp.items = append(sp.items, listItem{sp.at, sp.at + bullet + size})
	for {
		number.value++
		last := sp.items[len(sp.items)-1].text
		at := strings.Index(sp.text[last:sp.end], " "+text[:bullet]+number.String()+style+" ")
		if at < 0 {
			break
		}
		start := last + at + 1
		sp.items = append(sp.items, listItem{start, start + bullet + len(number.String()) + len(style)})
	}
	if len(sp.items) == 1 {
		return nil
	}
	return sp.items
}

// bulletLength returns the length of a bullet and the space behind it.
func bulletLength(s string) int {
	r, n := utf8.DecodeRuneInString(s)
	switch r {
	case '•', '⁃', '‣', '◦', '▪', '–', '-', '*':
		if n < len(s) && s[n] == ' ' {
			n++
		}
		return n
	}
	return 0
}

// ordinal is the number of a list item, written in digits or as a letter.
type ordinal struct {
	value  int
	letter bool
}

// String returns the number as it is written in a list.
func (o ordinal) String() string {
	if o.letter {
		return string(rune('a' - 1 + o.value))
	}
	return strconv.Itoa(o.value)
}

// markerNumber reads "12.)", "12)", "12." or "a." at the start of s.
func markerNumber(s string) (number ordinal, style string, size int) {
	n := 0
	for n < len(s) && n < 3 && s[n] >= '0' && s[n] <= '9' {
		number.value = number.value*10 + int(s[n]-'0')
		n++
	}
	if n == 0 && len(s) > 1 && s[0] >= 'a' && s[0] < 'x' {
		number, n = ordinal{int(s[0]-'a') + 1, true}, 1
	}
	if n == 0 {
		return number, "", 0
	}
	for _, style = range [...]string{".)", ")", "."} {
		if rest, ok := strings.CutPrefix(s[n:], style); ok && strings.HasPrefix(rest, " ") {
			return number, style, n + len(style)
		}
	}
	return number, "", 0
}
