package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/purport-nlp/purport/pipeline"
)

// A quotation is a stretch of text between quotation marks, both included.
type quotation struct {
	pipeline.Span
	// inner is what stands between the marks.
	inner pipeline.Span
	// unit is the index of the paragraph that it begins in.
	unit int
	// more is how many paragraphs it goes on for.
	more int
	// open says that no closing mark was found: the quotation runs to the end
	// of its paragraph and, if the next begins with a mark, goes on there.
	open bool
}

// last returns the index of the paragraph that the quotation ends in.
func (q *quotation) last() int { return q.unit + q.more }

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
	p := pairer{text: doc.Text, found: found, pending: -1}
	for i, unit := range doc.Units {
		if unit.Kind.Prose() || unit.Kind == pipeline.UnitHeading {
			p.goesOn = nextOpens(doc, i+1)
			p.unit(unit.Span, i)
		}
	}
	return p.found
}

// pairer pairs the marks of a document, paragraph by paragraph.
type pairer struct {
	text  string
	found []quotation
	// pending is the open quotation that a later paragraph may close, or -1.
	pending int
	// goesOn says that the next paragraph opens with a mark, so that this one
	// may be left open.
	goesOn bool
}

// unit pairs the marks of one paragraph. Double and single marks nest; a
// straight mark opens or closes by the characters beside it, and where those
// do not tell, by whether a quotation is open. Double marks nest in double
// ones only where the marks that follow close both.
func (p *pairer) unit(unit pipeline.Span, index int) {
	var stack [maxDepth]mark
	depth, stray, balance := 0, mark{}, unknownBalance
	for at := unit.Start; at < unit.End; {
		m, ok := markAt(p.text, unit, at)
		if !ok {
			at = nextCandidate(p.text, at+max(1, m.end-m.start), unit.End)
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
		if balance != unknownBalance {
			balance -= m.balance()
		}
		switch {
		case m.close && top >= 0:
			depth = top
			if depth == 0 {
				p.add(newQuotation(stack[0], m, index), unit)
			}
		case m.opens && m.double && top >= 0:
			if balance == unknownBalance {
				balance = balanceOf(p.text, pipeline.Span{Start: m.end, End: unit.End})
			}
			// This mark and the one before need a mark each to close them,
			// unless the paragraph is one of a speech that goes on.
			if need := -2; depth < maxDepth && (balance <= need || balance <= need+1 && p.goesOn && stack[0].start == unit.Start) {
				stack[depth] = m
				depth++
			} else if top == 0 {
				stack[0], depth = m, 1 // the first was never closed
			}
		case m.opens && depth < maxDepth && (m.double || closesLater(p.text, unit, m)):
			stack[depth] = m
			depth++
		case m.double && m.close && depth == 0:
			stray = m
		}
	}
	if stray.end == unit.End && stray.double && depth == 0 {
		p.closeEarlier(stray, index)
	}
	if depth > 0 && stack[0].double && stack[0].end < unit.End {
		// No closing mark. What opens the paragraph holds all of it; what
		// opens later does so too, since nothing says where else it ends.
		m := stack[0]
		p.add(quotation{
			Span: pipeline.Span{Start: m.start, End: unit.End}, inner: pipeline.Span{Start: m.end, End: unit.End},
			unit: index, open: true,
		}, unit)
	}
}

// unknownBalance stands for a balance that has not been counted.
const unknownBalance = 1 << 30

// balance is 1 for a double mark that only opens, -1 for one that only closes.
func (m mark) balance() int {
	switch {
	case !m.double || m.opens == m.close:
		return 0
	case m.opens:
		return 1
	}
	return -1
}

// balanceOf returns how many double marks open in a stretch of text, less
// those that close.
func balanceOf(text string, span pipeline.Span) int {
	sum := 0
	for at := nextCandidate(text, span.Start, span.End); at < span.End; {
		m, ok := markAt(text, span, at)
		if ok {
			sum += m.balance()
		}
		at = nextCandidate(text, at+max(1, m.end-m.start), span.End)
	}
	return sum
}

// mostParagraphs is how many paragraphs a quotation may go on for without a
// mark at their beginnings.
const mostParagraphs = 30

// closeEarlier lets a mark that closes a paragraph close the quotation that an
// earlier paragraph was left open with, where none between opens with a mark.
func (p *pairer) closeEarlier(closing mark, unit int) {
	if p.pending < 0 || unit-p.found[p.pending].unit > mostParagraphs {
		return
	}
	q := &p.found[p.pending]
	q.End, q.inner.End = closing.end, closing.start
	q.more, q.open = unit-q.unit, false
	p.pending = -1
}

// add adds a quotation, and notes whether it may be closed in a later
// paragraph: it is open, and opens its paragraph or follows a colon.
func (p *pairer) add(q quotation, unit pipeline.Span) {
	opens := q.Start == unit.Start
	if opens {
		p.pending = -1
	}
	if q.open && (opens || followsColon(p.text[unit.Start:q.Start])) {
		p.pending = len(p.found)
	}
	p.found = append(p.found, q)
}

// followsColon reports whether a text ends with a colon.
func followsColon(before string) bool {
	return strings.HasSuffix(strings.TrimRight(before, " \t\r\n"), ":")
}

// nextOpens reports whether the first paragraph from unit i on, behind a
// heading, opens with a mark.
func nextOpens(doc *pipeline.Document, i int) bool {
	if i < len(doc.Units) && doc.Units[i].Kind == pipeline.UnitHeading && !opensWithMark(doc.Text, doc.Units[i].Span) {
		i++
	}
	return i < len(doc.Units) && opensWithMark(doc.Text, doc.Units[i].Span)
}

// opensWithMark reports whether a paragraph begins with a double mark.
func opensWithMark(text string, unit pipeline.Span) bool {
	if unit.Len() == 0 {
		return false
	}
	m, ok := markAt(text, unit, unit.Start)
	return ok && m.double && m.opens
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
		// One that ends a paragraph was meant to close.
		m.double, m.opens, m.close = true, m.end < unit.End, m.end == unit.End
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
