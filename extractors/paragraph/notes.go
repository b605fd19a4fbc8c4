package paragraph

import (
	"strconv"
	"strings"
)

// markNotes marks the footnotes at the foot of each page of a paged text, so
// that a sentence can run from page to page over them. A footnote opens with
// its number at the start of a line; the numbers climb towards the foot, and
// each is referred to further up on the page.
func (l *layout) markNotes() {
	if !l.paged {
		return
	}
	for first := 0; first < len(l.lines); {
		end := first + 1
		for end < len(l.lines) && !l.lines[end].page {
			end++
		}
		for i := l.notesFrom(first, end); i < end; i++ {
			l.lines[i].note = true
		}
		first = end
	}
}

// notesFrom returns the line of the page lines[first:end] at which its notes
// begin, or end.
func (l *layout) notesFrom(first, end int) int {
	from, lowest := end, 0
	for i := end - 1; i > first; i-- {
		number, ok := l.noteNumber(i)
		if !ok || l.lines[i].furniture && i+1 < end && l.lines[i+1].furniture && from == end {
			continue
		}
		if from < end && (number >= lowest || number < lowest-6) {
			break
		}
		if !l.refersTo(first, i, number) {
			if from == end {
				continue
			}
			break
		}
		from, lowest = i, number
	}
	return from
}

// noteNumber returns the number that line i opens with, if it may be that of
// a footnote.
func (l *layout) noteNumber(i int) (int, bool) {
	s := l.text[l.lines[i].start:l.lines[i].end]
	n := 0
	for n < len(s) && n < 5 && isDigit(s[n]) {
		n++
	}
	if n == 0 || n > 4 || n < len(s) && s[n] != ' ' && !isGlued(s[n:]) {
		return 0, false
	}
	if rest := strings.TrimLeft(s[n:], " "); rest != "" && !(rest[0] >= 'A' && rest[0] <= 'Z' || rest[0] >= 0x80 || rest[0] == '"' || isDigit(rest[0]) && strings.IndexByte(rest, '/') > 0) {
		return 0, false
	}
	number, err := strconv.Atoi(s[:n])
	return number, err == nil && number > 0
}

// isGlued reports the words behind a number that was set small: "4As shown".
func isGlued(s string) bool {
	return len(s) > 2 && s[0] >= 'A' && s[0] <= 'Z' && (s[1] >= 'a' && s[1] <= 'z' || s[1] == ' ')
}

// refersTo reports whether the page's text above line i, from line first,
// refers to the footnote: the number stands behind a letter or mark, or on a
// line of its own.
func (l *layout) refersTo(first, i, number int) bool {
	text := l.text[l.lines[first].start:l.lines[i-1].end]
	digits := strconv.Itoa(number)
	for at := 0; ; {
		found := strings.Index(text[at:], digits)
		if found < 0 {
			return false
		}
		at += found
		end := at + len(digits)
		free := end == len(text) || !isDigit(text[end])
		if free && (at == 0 || strings.IndexByte("0123456789/$#-", text[at-1]) < 0 && (text[at-1] != ' ' || isAloneAt(text, at, end))) {
			return true
		}
		at = end
	}
}

// isAloneAt reports whether text[start:end] is all of its line.
func isAloneAt(text string, start, end int) bool {
	for start > 0 && (text[start-1] == ' ' || isDigit(text[start-1])) {
		start--
	}
	for end < len(text) && (text[end] == ' ' || isDigit(text[end])) {
		end++
	}
	return (start == 0 || text[start-1] == '\n') && (end == len(text) || text[end] == '\n' || text[end] == '\r')
}
