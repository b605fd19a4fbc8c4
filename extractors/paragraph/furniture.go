package paragraph

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// markFurniture marks the lines that belong to the page and not to the text:
// page marks, page numbers, running heads and feet.
func (l *layout) markFurniture() {
	for i := range l.lines {
		ln := &l.lines[i]
		if ln.width > maxFurniture {
			continue
		}
		s := l.text[ln.start:ln.end]
		ln.furniture = isPageMark(s) || isRule(s) || l.paged && isLoneNumber(s)
	}
	l.markPageNumbers()
	l.markRunningHeads()
}

// isRule reports lines without a letter or digit: "______", "* * *", ".".
func isRule(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= utf8.RuneSelf || isDigit(c) || isLetter(c) {
			return isDrawn(s)
		}
	}
	return true
}

// isDrawn reports lines of box-drawing characters, dashes and bullets.
func isDrawn(s string) bool {
	for _, r := range s {
		if r < utf8.RuneSelf && (isDigit(byte(r)) || isLetter(byte(r))) || r >= utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.Is(unicode.So, r)) {
			return false
		}
	}
	return true
}

// isLoneNumber reports lines that hold nothing but small numbers: the marks of
// footnotes, which text taken from pages puts on lines of their own.
func isLoneNumber(s string) bool {
	digits := 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case isDigit(c):
			digits++
		case c != ' ' && c != '.' && c != ',':
			return false
		}
	}
	return len(s) <= 12 && digits <= 9 && !strings.Contains(s, "..")
}

// maxFurniture is the width in characters up to which a line may be a page
// number or a running head.
const maxFurniture = 100

// isPageMark reports marks such as "[[Page H6118]]" and "[Page 12]".
func isPageMark(s string) bool {
	inner, ok := strings.CutPrefix(s, "[")
	if !ok {
		return false
	}
	inner, ok = strings.CutSuffix(inner, "]")
	if !ok {
		return false
	}
	inner = strings.Trim(inner, "[] ")
	rest, ok := strings.CutPrefix(strings.ToLower(inner), "page ")
	return ok && len(rest) > 0 && len(rest) < 12 && strings.ContainsAny(rest, "0123456789") && strings.IndexByte(rest, ' ') < 0
}

// pageNumber returns the number of a line that holds a page number and
// nothing else: "12", "- 12 -", "Page 12", "Page 12 of 40".
func pageNumber(s string) (number int, ok bool) {
	if len(s) > 24 {
		return 0, false
	}
	s = strings.Trim(s, "-–—|. ")
	if rest, found := cutFold(s, "page "); found {
		s = rest
		if of := strings.Index(s, " of "); of > 0 {
			s = s[:of]
		}
	}
	if len(s) == 0 || len(s) > 4 {
		return 0, false
	}
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		number = number*10 + int(s[i]-'0')
	}
	return number, true
}

func cutFold(s, prefix string) (string, bool) {
	if len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix) {
		return s[len(prefix):], true
	}
	return s, false
}

// markPageNumbers marks lone numbers at the edge of a page, and lone numbers
// that count up through the text.
func (l *layout) markPageNumbers() {
	last, lastNumber := -1, 0
	for i := range l.lines {
		ln := &l.lines[i]
		if ln.width > 24 {
			continue
		}
		number, ok := pageNumber(l.text[ln.start:ln.end])
		if !ok {
			s := l.text[ln.start:ln.end]
			ln.furniture = ln.furniture || len(s) <= 5 && isRoman(s) && l.atEdge(i)
			continue
		}
		if l.atEdge(i) {
			ln.furniture = true
		}
		if !l.alone(i) {
			continue
		}
		if last >= 0 && number > lastNumber && number <= lastNumber+2 && i > last+1 {
			ln.furniture = true
			l.lines[last].furniture = true
		}
		last, lastNumber = i, number
	}
}

// atEdge reports whether line i is the first or last of a page.
func (l *layout) atEdge(i int) bool {
	return l.lines[i].page || i+1 < len(l.lines) && l.lines[i+1].page
}

// alone reports whether blank lines, page breaks or the text's ends stand on
// both sides of line i.
func (l *layout) alone(i int) bool {
	ln := l.lines[i]
	before := i == 0 || ln.gap > 0 || ln.page
	after := i+1 == len(l.lines) || l.lines[i+1].gap > 0 || l.lines[i+1].page
	return before && after
}

// headLines is how many lines at the top and foot of a page may be furniture.
const headLines = 3

// markRunningHeads marks short lines that come back, but for their digits, at
// the edge of page after page.
func (l *layout) markRunningHeads() {
	var edges []int
	for i := range l.lines {
		if l.lines[i].width <= maxFurniture && (l.paged && l.nearPageBreak(i) || l.nearFurniture(i)) {
			edges = append(edges, i)
		}
	}
	if len(edges) < 2 {
		return
	}
	counts := make(map[uint64]int, len(edges))
	for _, i := range edges {
		counts[l.headKey(i)]++
	}
	for _, i := range edges {
		// The first line may be the title that the heads repeat, but not where
		// it is set in columns as heads are.
		if counts[l.headKey(i)] >= 3 && (i > 0 || hasColumns(l.text[l.lines[i].start:l.lines[i].end])) {
			l.lines[i].furniture = true
		}
	}
}

func (l *layout) nearPageBreak(i int) bool {
	for j := i; j >= 0 && j > i-headLines; j-- {
		if l.lines[j].page || j == 0 {
			return true
		}
	}
	for j := i + 1; j < len(l.lines) && j <= i+headLines; j++ {
		if l.lines[j].page {
			return true
		}
	}
	return i+headLines >= len(l.lines)
}

func (l *layout) nearFurniture(i int) bool {
	return i > 0 && l.lines[i-1].furniture || i+1 < len(l.lines) && l.lines[i+1].furniture
}

// headKey hashes a line so that running heads that differ in their page
// number alone are equal.
func (l *layout) headKey(i int) uint64 {
	h := uint64(14695981039346656037)
	digit := false
	for _, c := range []byte(l.text[l.lines[i].start:l.lines[i].end]) {
		if c >= '0' && c <= '9' {
			if digit {
				continue
			}
			digit, c = true, '0'
		} else {
			digit = false
		}
		h = (h ^ uint64(c)) * 1099511628211
	}
	return h
}
