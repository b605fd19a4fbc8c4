package paragraph

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// line is one line that is not blank. Its span excludes the white space
// around it.
type line struct {
	start, end int
	// indent is the number of white space characters before the line.
	indent int
	// gap is the number of blank lines before it.
	gap int
	// width is the number of characters of the line.
	width int
	// page says that a form feed stands between this line and the one before.
	page bool
	// furniture marks page numbers, running heads and page marks.
	furniture bool
	// mark is what markup before the line says of it.
	mark mark
	// note marks the lines of footnotes at the foot of a page.
	note bool
	// columns says that wide gaps divide the line into cells, as its
	// neighbours are, or before a page number.
	columns bool
}

// maxTableLine is the length in bytes up to which a line may be a table row.
const maxTableLine = 250

// readLines divides the text at line ends of every kind: LF, CRLF, CR, form
// feed, vertical tab, NEL and the Unicode line and paragraph separators.
func (l *layout) readLines() {
	text := l.text
	unicodeEnds := strings.Contains(text, "\u2028") || strings.Contains(text, "\u2029") || strings.Contains(text, "\u0085")
	oldEnds := strings.IndexByte(text, '\f') >= 0 || strings.IndexByte(text, '\v') >= 0 || strings.IndexByte(text, '\r') >= 0
	gap, page := 0, false
	for at := 0; at < len(text); {
		end, next := lineEnd(text, at, oldEnds, unicodeEnds)
		start, stop := trim(text, at, end)
		said := noMark
		if len(l.markup) > 0 {
			start, stop, said = l.skipMarkup(start, stop)
		}
		if start < stop {
			columns := said == cellMark || stop-start <= maxTableLine && hasColumns(text[start:stop])
			l.lines = append(l.lines, line{
				start: start, end: stop, indent: utf8.RuneCountInString(text[at:start]),
				gap: gap, width: width(text[start:stop]), page: page, columns: columns, mark: said,
			})
			gap, page = 0, false
		} else {
			gap++
		}
		if end < len(text) && text[end] == '\f' {
			page, l.paged = true, true
		}
		at = next
	}
	l.keepTables()
	l.markContents()
}

// keepTables takes the columns mark from lone lines: a wide gap in running
// text is a word blacked out or a badly justified line.
func (l *layout) keepTables() {
	before := false
	for i := range l.lines {
		ln := &l.lines[i]
		if !ln.columns || ln.mark == cellMark {
			before = ln.columns
			continue
		}
		after := i+1 < len(l.lines) && l.lines[i+1].columns && l.lines[i+1].gap == 0
		ln.columns = before && ln.gap == 0 || after || endsInCell(l.text[ln.start:ln.end])
		before = true
	}
}

// endsInCell reports whether the last cell of a line is a number or a page
// reference, as in a table of contents.
func endsInCell(s string) bool {
	if hasLeader(s) {
		return true
	}
	at := max(strings.LastIndexByte(s, '\t'), strings.LastIndex(s, "   ")+2)
	cell := strings.TrimLeft(s[at+1:], " ")
	cell = strings.TrimPrefix(strings.TrimPrefix(cell, "Pages "), "Page ")
	return cell != "" && len(cell) < 20 && strings.ContainsAny(cell, "0123456789") && strings.IndexByte(cell, ' ') < 0
}

// lineEnd returns where the line that starts at start ends, and where the
// next one starts.
func lineEnd(text string, start int, oldEnds, unicodeEnds bool) (end, next int) {
	end = strings.IndexByte(text[start:], '\n')
	if end < 0 {
		end = len(text)
	} else {
		end += start
	}
	next = min(end+1, len(text))
	if oldEnds {
		if i := strings.IndexAny(text[start:end], "\r\f\v"); i >= 0 {
			end = start + i
			next = end + 1
			if text[end] == '\r' && next < len(text) && text[next] == '\n' {
				next++
			}
		}
	}
	if unicodeEnds {
		for i := start; i < end; i++ {
			if text[i] < utf8.RuneSelf {
				continue
			}
			r, size := utf8.DecodeRuneInString(text[i:end])
			if r == '\u2028' || r == '\u2029' || r == '\u0085' {
				return i, i + size
			}
			i += size - 1
		}
	}
	return end, next
}

// trim returns the part of text[start:end] without white space around it.
func trim(text string, start, end int) (int, int) {
	for start < end {
		r, size := rune(text[start]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[start:end])
		}
		if !isBlank(r) {
			break
		}
		start += size
	}
	for start < end {
		r, size := rune(text[end-1]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeLastRuneInString(text[start:end])
		}
		if !isBlank(r) {
			break
		}
		end -= size
	}
	return start, end
}

// isBlank reports whether r takes room without showing anything: white space,
// and the marks that files carry by accident.
func isBlank(r rune) bool {
	if r <= ' ' {
		return r == ' ' || r >= '\t' && r <= '\r'
	}
	return r >= 0x7f && unicode.IsSpace(r)
}

// width returns the number of characters of a line; of a very long one, its
// bytes, which is as good for telling long from short.
func width(s string) int {
	if len(s) > 400 {
		return len(s)
	}
	return utf8.RuneCountInString(s)
}

// hasColumns reports whether a tab, three spaces or a dot leader stands inside
// s.
func hasColumns(s string) bool {
	return strings.IndexByte(s, '\t') >= 0 || strings.Contains(s, "   ") || hasLeader(s)
}

// hasLeader reports whether s is an entry of a table of contents, with dots
// up to its number: "Background ........ 12", "Background . . . . . 12". The
// number may have got onto a line of its own.
func hasLeader(s string) bool {
	return len(s) > 8 && (isDigit(s[len(s)-1]) || s[len(s)-1] == '.') && (strings.Contains(s, "......") || strings.Contains(s, ". . . . ."))
}

// maxEntry is how many lines an entry of a table of contents may take, with
// the numbers and letters that stand on lines of their own.
const maxEntry = 6

// markContents marks the lines between two dot leaders that are close to one
// another: parts of entries that were wrapped or torn apart.
func (l *layout) markContents() {
	before := -1
	for i := range l.lines {
		if !l.lines[i].columns || !hasLeader(l.text[l.lines[i].start:l.lines[i].end]) {
			continue
		}
		for j := before + 1; before >= 0 && i-before <= maxEntry && j < i; j++ {
			if ln := &l.lines[j]; ln.width <= maxFurniture {
				ln.columns = true
			}
		}
		before = i
	}
}
