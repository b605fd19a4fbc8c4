package quote

import (
	"unicode"
	"unicode/utf8"

	"github.com/purport-nlp/purport/pipeline"
)

// A quotation is a stretch of text between quotation marks, both included.
type quotation struct {
	pipeline.Span
	// inner is what stands between the marks.
	inner pipeline.Span
	// unit is the index of the paragraph that holds it.
	unit int
	// open says that no closing mark was found: the quotation runs to the end
	// of its paragraph and, if the next begins with a mark, goes on there.
	open bool
}

// mark is one quotation mark: double or single, and what it may do.
type mark struct {
	start, end   int
	double       bool
	opens, close bool
}

// maxDepth bounds the nesting of quotations that is followed.
const maxDepth = 4

// findQuotations appends the outermost quotations of every prose unit of doc
// to found. It takes time in proportion to the text.
func findQuotations(found []quotation, doc *pipeline.Document) []quotation {
	for i, unit := range doc.Units {
		if unit.Kind.Prose() || unit.Kind == pipeline.UnitHeading {
			found = findInUnit(found, doc.Text, unit.Span, i)
		}
	}
	return found
}

// findInUnit pairs the marks of one paragraph. Double and single marks nest;
// a straight mark opens or closes by the characters beside it, and where
// those do not tell, by whether a quotation is open.
func findInUnit(found []quotation, text string, unit pipeline.Span, index int) []quotation {
	var stack [maxDepth]mark
	depth := 0
	for at := unit.Start; at < unit.End; {
		m, ok := markAt(text, unit, at)
		if !ok {
			at = nextCandidate(text, at+max(1, m.end-m.start), unit.End)
			continue
		}
		at = m.end
		top := -1
		for level := depth - 1; level >= 0; level-- {
			if stack[level].double == m.double {
				top = level
				break
			}
		}
		switch {
		case m.close && top >= 0:
			depth = top
			if depth == 0 {
				found = append(found, newQuotation(stack[0], m, index))
			}
		case m.opens && m.double && top == 0:
			// Double marks do not nest in double marks: the first was never
			// closed.
			stack[0], depth = m, 1
		case m.opens && depth < maxDepth && (m.double || closesLater(text, unit, m)):
			stack[depth] = m
			depth++
		}
	}
	if depth > 0 && stack[0].double {
		// No closing mark. What opens the paragraph holds all of it; what
		// opens later does so too, since nothing says where else it ends.
		m := stack[0]
		found = append(found, quotation{
			Span: pipeline.Span{Start: m.start, End: unit.End}, inner: pipeline.Span{Start: m.end, End: unit.End},
			unit: index, open: true,
		})
		if m.end >= unit.End {
			found = found[:len(found)-1]
		}
	}
	return found
}

func newQuotation(opening, closing mark, unit int) quotation {
	return quotation{
		Span:  pipeline.Span{Start: opening.start, End: closing.end},
		inner: pipeline.Span{Start: opening.end, End: closing.start},
		unit:  unit,
	}
}

// nextCandidate returns the first offset from at on where a mark may begin:
// an ASCII quote or any character outside ASCII.
func nextCandidate(text string, at, end int) int {
	for at < end {
		if c := text[at]; c == '"' || c == '\'' || c == '`' || c >= utf8.RuneSelf && utf8.RuneStart(c) {
			break
		}
		at++
	}
	return at
}

// markAt reads the quotation mark at offset at. Where there is none it
// returns false and a mark as long as the character that stands there.
func markAt(text string, unit pipeline.Span, at int) (mark, bool) {
	r, size := utf8.DecodeRuneInString(text[at:unit.End])
	m := mark{start: at, end: at + size}
	switch r {
	case '“', '„', '«', '‟':
		m.double, m.opens = true, true
	case '”':
		// Some typesetting sets it at both ends.
		m.double = true
		m.opens, m.close = sides(text, unit, m)
		m.close = m.close || !m.opens
		m.opens = m.opens && !m.close
	case '»':
		m.double, m.close = true, true
	case '"', '″', '＂':
		m.double = true
		m.opens, m.close = sides(text, unit, m)
	case '`':
		if m.end < unit.End && text[m.end] == '`' {
			m.end++
			m.double, m.opens = true, true
			return m, true
		}
		m.opens = true
	case '\'', '’', '‘':
		if m.end < unit.End && r == '\'' && text[m.end] == '\'' {
			m.end++
			m.double = true
			m.opens, m.close = sides(text, unit, m)
			return m, true
		}
		if r == '‘' {
			m.opens = true
			return m, true
		}
		m.opens, m.close = sides(text, unit, m)
		if m.opens && m.close {
			return m, false // an apostrophe inside a word
		}
		if r == '’' {
			m.opens = false
		}
		return m, m.opens || m.close
	default:
		return m, false
	}
	return m, true
}

// sides says what a straight mark may do by its neighbours: it opens after a
// space, dash or bracket, and closes after anything else; with nothing on
// either side to tell, both.
func sides(text string, unit pipeline.Span, m mark) (opens, closes bool) {
	before, _ := utf8.DecodeLastRuneInString(text[unit.Start:m.start])
	after, _ := utf8.DecodeRuneInString(text[m.end:unit.End])
	spaceBefore := m.start == unit.Start || unicode.IsSpace(before) || isOpening(before)
	spaceAfter := m.end == unit.End || unicode.IsSpace(after) || unicode.IsPunct(after) && !isOpening(after)
	switch {
	case spaceBefore && !spaceAfter:
		return true, false
	case spaceAfter && !spaceBefore:
		return false, true
	}
	return true, true
}

func isOpening(r rune) bool {
	switch r {
	case '(', '[', '{', '—', '–', '-', '/', '“', '‘', '"', '\'', '`':
		return true
	}
	return false
}

// singleReach is how far, in bytes, the end of a quotation in single marks is
// looked for.
const singleReach = 400

// closesLater reports whether a single opening mark has a closing one close
// by: otherwise it is an apostrophe ('60s, 'em).
func closesLater(text string, unit pipeline.Span, opening mark) bool {
	r, _ := utf8.DecodeRuneInString(text[opening.end:unit.End])
	if unicode.IsDigit(r) {
		return false
	}
	end := min(unit.End, opening.end+singleReach)
	for end < unit.End && !utf8.RuneStart(text[end]) {
		end--
	}
	limit := pipeline.Span{Start: unit.Start, End: end}
	for at := nextCandidate(text, opening.end, end); at < end; {
		m, ok := markAt(text, limit, at)
		if ok && m.close && !m.double && m.start > opening.end {
			return true
		}
		if ok && m.double {
			return false
		}
		at = nextCandidate(text, at+max(1, m.end-m.start), end)
	}
	return false
}
