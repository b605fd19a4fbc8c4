package paragraph

import (
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
	// note says that the block is a footnote.
	note bool
}

// gatherBlocks groups the lines, furniture left out, into blocks: a blank
// line, a line that was broken on purpose, an indented first line or a list
// marker opens a new one.
func (l *layout) gatherBlocks() {
	l.wrap = l.wrapWidth()
	l.readIndents()
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
			l.blocks = append(l.blocks, block{start: ln.start, end: ln.end, first: i, last: i, note: ln.note})
		}
		previous = i
	}
}

// maxWrap is the greatest width at which text is wrapped by hand or machine.
const maxWrap = 130

// wrapWidth returns the width that the text's wrapped lines have: the ninth
// decile of the lines that are followed by another line without a gap.
func (l *layout) wrapWidth() int {
	var counts [maxWrap + 2]int
	total := 0
	for i := 1; i < len(l.lines); i++ {
		if l.lines[i].gap == 0 && !l.lines[i].page {
			counts[min(l.lines[i-1].width+l.lines[i-1].indent, maxWrap+1)]++
			total++
		}
	}
	rest := total / 10
	for w := maxWrap + 1; w > 0; w-- {
		rest -= counts[w]
		if rest < 0 {
			if w > maxWrap {
				return 0
			}
			return w
		}
	}
	return 0
}

// maxIndent is the greatest indentation of a first line, in characters.
const maxIndent = 15

// readIndents finds the indentations that open paragraphs: those after which
// the next line falls back, rather than those at which a sentence goes on.
func (l *layout) readIndents() {
	var falls, goesOn [maxIndent + 1]int
	for i := 1; i < len(l.lines); i++ {
		a, b := &l.lines[i-1], &l.lines[i]
		if b.gap > 0 || b.page {
			continue
		}
		if a.indent <= maxIndent && a.indent > b.indent+1 {
			falls[a.indent]++
		}
		if b.indent <= maxIndent && startsLower(l.text[b.start:b.end]) {
			goesOn[b.indent]++
		}
	}
	for indent := range l.firstLine {
		l.firstLine[indent] = falls[indent] >= 3 && falls[indent] > 2*goesOn[indent]
	}
}

// opens reports whether line i opens a new block after line before.
func (l *layout) opens(before, i int) bool {
	a, b := &l.lines[before], &l.lines[i]
	if b.gap > 0 || b.page || i != before+1 || a.note != b.note {
		return true
	}
	if (a.mark != noMark || b.mark != noMark) && opensByMark(a, b) {
		return a.mark != cellMark || b.mark != cellMark
	}
	last, next := l.text[a.start:a.end], l.text[b.start:b.end]
	if b.note {
		if _, marked := l.noteNumber(i); marked {
			return true
		}
	}
	open, lower := isOpen(last), startsLower(next)
	if a.columns || b.columns {
		return a.columns != b.columns
	}
	goesOn := open && lower || (open && endsUnfinished(last) || endsInTitle(last) && startsUpper(next)) && !opensSentence(next) && strings.ToUpper(next) != next
	if l.isSetRight(a) != l.isSetRight(b) && !goesOn {
		return true
	}
	full := l.wrap > 0 && a.indent+a.width+1+firstWord(next) > l.wrap*8/10 && a.width <= l.wrap*5/4
	if listMarker(next) > 0 && (!open || !full || isBullet(next) || l.inList(next)) {
		return true
	}
	first := l.blocks[len(l.blocks)-1].first == before
	if l.isHeadLine(before, i, open, first) {
		return true
	}
	if !full {
		return !goesOn && !(first && isTitle(last) && isTitle(next) && open && !lower && b.indent+8 > a.indent && b.indent > 8)
	}
	if first && !lower && open && a.gap > 0 && isHeadingLine(last) && !isTitle(next) {
		return true
	}
	// A first line that is set in opens a paragraph after a finished sentence.
	return !lower && !open && (b.indent > a.indent+1 || b.indent <= maxIndent && l.firstLine[b.indent])
}

// isSetRight reports a line that stands in the right half of the page, as page
// references and signatures do.
func (l *layout) isSetRight(ln *line) bool {
	return l.wrap > 0 && ln.indent > max(l.wrap/2, 2*maxIndent)
}

// isHeadLine reports whether a heading without a blank line around it begins
// or ends between the lines before and i: a line in capitals, or, after a
// finished sentence, a short line in title case without a stop.
func (l *layout) isHeadLine(before, i int, open, first bool) bool {
	a, b := &l.lines[before], &l.lines[i]
	last, next := l.text[a.start:a.end], l.text[b.start:b.end]
	if first && isCapitals(last) {
		return strings.ToUpper(next) != next
	}
	if open || !isOpen(next) {
		return false
	}
	if isCapitals(next) {
		return true
	}
	short := l.wrap > 0 && b.indent+b.width < l.wrap*3/4 && i+1 < len(l.lines) && l.lines[i+1].gap == 0
	return short && isHeadingLine(next) && !opensSentence(next) && startsUpper(l.text[l.lines[i+1].start:l.lines[i+1].end])
}

// isCapitals reports a line of two words or more, all in capitals.
func isCapitals(s string) bool {
	if words(s) < 2 || len(s) < 8 || strings.IndexByte(s, ',') >= 0 {
		return false
	}
	letters := 0
	for _, r := range s {
		switch {
		case unicode.IsUpper(r):
			letters++
		case unicode.IsLetter(r):
			return false
		}
	}
	return 2*letters > len(s)
}

// isHeadingLine reports a line in capitals or title case that is no part of a
// list of names.
func isHeadingLine(s string) bool {
	return words(s) > 2 && strings.IndexByte(s, ',') < 0 && isTitle(s)
}

// isBullet reports whether s opens with a mark that has no other use.
func isBullet(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return r == '*' || r >= utf8.RuneSelf && r != '–' && r != '—'
}

// inList reports whether the block at work opened with a marker like that of
// next.
func (l *layout) inList(next string) bool {
	b := &l.blocks[len(l.blocks)-1]
	first := l.text[b.start]
	return listMarker(l.text[b.start:b.end]) > 0 && (first == next[0] || isDigit(first) && isDigit(next[0]) || isLetter(first) && first+1 == next[0])
}

// isOpen reports whether a line ends without a full stop, so that what
// follows may go on with its sentence. Quotation marks, brackets and the
// number of a footnote may stand behind the stop.
func isOpen(s string) bool {
	if digits := trailingDigits(s); digits > 0 && digits < 5 && digits < len(s) {
		switch r, _ := utf8.DecodeLastRuneInString(s[:len(s)-digits]); r {
		case '.', '!', '?', '"', '”', '’', ')':
			s = s[:len(s)-digits]
		}
	}
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

func trailingDigits(s string) int {
	n := 0
	for n < len(s) && isDigit(s[len(s)-1-n]) {
		n++
	}
	return n
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
	if s[at] == ')' || s[at] == '.' && first == 0 && (isDigit(s[0]) && at <= 2 || at == 1 && s[0] >= 'a' || at > 1 && !isDigit(s[0])) {
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

// isRoman reports Roman numerals up to 39, in either case: "CC" and "ml" are
// more often something else.
func isRoman(s string) bool {
	return strings.Trim(s, "ivx") == "" || strings.Trim(s, "IVX") == ""
}
