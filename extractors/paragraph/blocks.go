package paragraph

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/purport-nlp/purport/pipeline"
)

// block is a run of lines that belong together.
type block struct {
	start, end  int
	first, last int // lines, last inclusive
	kind        pipeline.UnitKind
	// broken says that the block was joined over a gap in mid-sentence.
	broken bool
}

// gatherBlocks groups the lines, furniture left out, into blocks: a blank
// line, a line that was broken on purpose, an indented first line or a list
// marker opens a new one.
func (l *layout) gatherBlocks() {
	l.wrap = l.wrapWidth()
	previous := -1
	for i := range l.lines {
		ln := &l.lines[i]
		if ln.furniture {
			continue
		}
		if previous >= 0 && !l.opens(previous, i) {
			b := &l.blocks[len(l.blocks)-1]
			b.end, b.last = ln.end, i
		} else {
			l.blocks = append(l.blocks, block{start: ln.start, end: ln.end, first: i, last: i})
		}
		previous = i
	}
}

// maxWrap is the greatest width at which text is wrapped by hand or machine.
const maxWrap = 130

// wrapWidth returns the width that the text's wrapped lines have: the ninth
// decile of the lines that are followed by another line without a gap.
func (l *layout) wrapWidth() int {
	var widths []int
	for i := 1; i < len(l.lines); i++ {
		if l.lines[i].gap == 0 && !l.lines[i].page {
			widths = append(widths, l.lines[i-1].width+l.lines[i-1].indent)
		}
	}
	if len(widths) == 0 {
		return 0
	}
	sort.Ints(widths)
	w := widths[len(widths)*9/10]
	if w > maxWrap {
		return 0
	}
	return w
}

// opens reports whether line i opens a new block after line before.
func (l *layout) opens(before, i int) bool {
	a, b := &l.lines[before], &l.lines[i]
	if b.gap > 0 || b.page || i != before+1 {
		return true
	}
	open := isOpen(l.text[a.start:a.end])
	lower := startsLower(l.text[b.start:b.end])
	if a.columns != b.columns && (a.columns || !lower) {
		return true
	}
	if a.columns && b.columns {
		return false
	}
	full := l.wrap > 0 && a.indent+a.width+1+firstWord(l.text[b.start:b.end]) > l.wrap*8/10
	if l.wrap > 0 && a.width > l.wrap*5/4 {
		full = false
	}
	if listMarker(l.text[b.start:b.end]) > 0 && (!open || !full) {
		return true
	}
	if !full {
		return !(open && lower)
	}
	// A first line that is set in opens a paragraph after a finished sentence.
	return b.indent > a.indent+1 && !open && !lower
}

// isOpen reports whether a line ends without a full stop, so that what
// follows may go on with its sentence.
func isOpen(s string) bool {
	for len(s) > 0 {
		r, size := utf8.DecodeLastRuneInString(s)
		switch r {
		case '"', '\'', '”', '’', ')', ']', '»', '*', '_':
			s = s[:len(s)-size]
			continue
		case '.', '!', '?', ':', '…', '。', '！', '？':
			return false
		}
		return true
	}
	return false
}

// startsLower reports whether s begins with a lower-case letter.
func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

// firstWord returns the width of the first word of s.
func firstWord(s string) int {
	if i := strings.IndexByte(s, ' '); i >= 0 {
		s = s[:i]
	}
	return width(s)
}

// listMarker returns the length of the list marker that opens s, white space
// after it included, or 0: bullets, "1.", "(a)", "iv)".
func listMarker(s string) int {
	r, size := utf8.DecodeRuneInString(s)
	switch r {
	case '•', '●', '○', '▪', '■', '◦', '‣', '⁃', '·', '➢', '✓':
		return afterSpace(s, size, true)
	case '-', '*', '–', '—', '+':
		return afterSpace(s, size, false)
	}
	at := 0
	if s[0] == '(' {
		at = 1
	}
	first := at
	for at < len(s) && at < first+4 && (isDigit(s[at]) || isLetter(s[at])) {
		at++
	}
	if at == first || at >= len(s) {
		return 0
	}
	if isLetter(s[first]) && at-first > 1 && !isRoman(s[first:at]) || isDigit(s[first]) && !isDigit(s[at-1]) {
		return 0
	}
	if s[at] == ')' || s[at] == '.' && first == 0 && (isDigit(s[0]) && at <= 2 || at == 1 && s[0] >= 'a' || at > 1) {
		if s[at] == '.' && at+1 < len(s) && s[at+1] == ')' {
			at++
		}
		return afterSpace(s, at+1, false)
	}
	return 0
}

func afterSpace(s string, at int, optional bool) int {
	start := at
	for at < len(s) && (s[at] == ' ' || s[at] == '\t') {
		at++
	}
	if at == len(s) || at == start && !optional {
		return 0
	}
	return at
}

func isDigit(c byte) bool  { return c >= '0' && c <= '9' }
func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func isRoman(s string) bool {
	return strings.Trim(s, "ivxlc") == "" || strings.Trim(s, "IVXLC") == ""
}
