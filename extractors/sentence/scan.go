package sentence

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/purport-nlp/purport/extractors/model"
	"github.com/purport-nlp/purport/pipeline"
)

// splitter is the scratch memory of one document's way through the stage. It
// works on one unit at a time.
type splitter struct {
	table     *model.Table // nil: the rules alone decide
	text      string
	breaks    []pipeline.Break // those inside the unit
	casual    bool             // the writer does without capital letters
	unit      int
	at, end   int // the rest of the unit
	items     []listItem
	sentences []pipeline.Sentence
	// place and known are the candidate at work; here they cost no allocation.
	place candidate
	known evidence
}

// isCasual reports whether the document's writer leaves out capital letters:
// paragraphs begin without one, and more than a few that a page break tore
// from their beginning, or "i" stands alone more often than "I".
func isCasual(doc *pipeline.Document) bool {
	if i := strings.Count(doc.Text, " i "); i > 0 && i > strings.Count(doc.Text, " I ") {
		return true
	}
	lower, all := 0, 0
	for _, unit := range doc.Units {
		if unit.Kind != pipeline.UnitParagraph {
			continue
		}
		all++
		if r, _ := utf8.DecodeRuneInString(doc.Text[unit.Start:]); unicode.IsLower(r) {
			lower++
		}
	}
	return lower*5 > all
}

// reset points the splitter at unit i of doc and reports whether it is running
// text.
func (sp *splitter) reset(doc *pipeline.Document, i int) bool {
	unit := doc.Units[i]
	sp.unit, sp.at, sp.end = i, unit.Start, unit.End
	sp.text, sp.breaks = doc.Text, doc.BreaksIn(unit.Span)
	return unit.Kind.Prose() || unit.Kind == pipeline.UnitNote || unit.Kind == pipeline.UnitCaption
}

// emit adds the sentence text[start:end], trimmed, unless it is empty.
func (sp *splitter) emit(start, end int) {
	start = sp.skipSpace(start, end)
	for end > start {
		r, size := utf8.DecodeLastRuneInString(sp.text[start:end])
		if !unicode.IsSpace(r) {
			break
		}
		end -= size
	}
	if start < end && !hasLanguage(sp.text[start:end]) && sp.lean(start, end) {
		return
	}
	if start < end {
		sp.sentences = append(sp.sentences, pipeline.Sentence{Span: pipeline.Span{Start: start, End: end}, Unit: sp.unit})
	}
}

// lean adds text without a letter or digit, such as a stop behind a word that
// was blacked out, to the sentence before it in the unit, if there is one.
func (sp *splitter) lean(start, end int) bool {
	if len(sp.sentences) == 0 {
		return false
	}
	last := &sp.sentences[len(sp.sentences)-1]
	if last.Unit != sp.unit || last.End > start {
		return false
	}
	last.End = end
	return true
}

// hasLanguage reports whether s has anything but stops, quotation marks and
// closing brackets.
func hasLanguage(s string) bool { return strings.Trim(s, " .!?,;:…\"'”’)]\n\r\t") != "" }

// splitLines makes every line a sentence.
func (sp *splitter) splitLines() {
	for start := sp.at; start < sp.end; {
		end := strings.IndexByte(sp.text[start:sp.end], '\n')
		if end < 0 {
			end = sp.end
		} else {
			end += start
		}
		sp.emit(start, end)
		start = end + 1
	}
}

// skipSpace returns the first position from at, up to end, that is neither
// white space nor inside a break.
func (sp *splitter) skipSpace(at, end int) int {
	for at < end {
		if c := sp.text[at]; c == ' ' || c == '\n' {
			at++
			continue
		}
		if next := sp.skipBreak(at); next > at {
			at = min(next, end)
			continue
		}
		r, size := utf8.DecodeRuneInString(sp.text[at:end])
		if !unicode.IsSpace(r) {
			return at
		}
		at += size
	}
	return at
}

// skipBreak returns the end of the break that covers at, else at.
func (sp *splitter) skipBreak(at int) int {
	if len(sp.breaks) == 0 {
		return at
	}
	i := sort.Search(len(sp.breaks), func(i int) bool { return sp.breaks[i].End > at })
	if i < len(sp.breaks) && sp.breaks[i].Start <= at {
		return sp.breaks[i].End
	}
	return at
}

// stopByte marks the bytes that a sentence stop begins with.
var stopByte = [256]bool{'.': true, '!': true, '?': true, 0xE2: true, 0xE3: true, 0xEF: true}

// split divides a unit of running text.
func (sp *splitter) split() { sp.walk(sp.ends) }

// walk calls ends for every candidate of the unit and cuts it where ends says
// so.
func (sp *splitter) walk(ends func(c *candidate, x *evidence) bool) {
	start := sp.openingMark()
	items := sp.listItems()
	nextItem := sp.end
	if len(items) > 0 {
		nextItem = items[0].start
	}
	for at := start; at < sp.end; {
		if at >= nextItem {
			if items[0].start > start {
				sp.emit(start, items[0].start)
				start = items[0].start
			}
			at, items, nextItem = items[0].text, items[1:], sp.end
			if len(items) > 0 {
				nextItem = items[0].start
			}
			continue
		}
		if !stopByte[sp.text[at]] {
			at++
			continue
		}
		if next := sp.skipBreak(at); next > at {
			at = next
			continue
		}
		size := stopSize(sp.text[at:sp.end])
		if size == 0 {
			at++
			continue
		}
		sp.place = sp.candidate(start, at, size)
		c := &sp.place
		if c.next >= sp.end {
			break
		}
		if sp.known = sp.look(c); ends(c, &sp.known) {
			sp.emit(start, c.close)
			start = c.next
		}
		at = c.close
	}
	sp.emit(start, sp.end)
}

// openingMark makes a reference or page mark that opens the unit ("[4]",
// "*187") a sentence of its own and returns where the text after it begins.
func (sp *splitter) openingMark() int {
	text := sp.text[sp.at:sp.end]
	n := 0
	switch text[0] {
	case '[':
		n = noteMark(text)
	case '*':
		for n = 1; n < len(text) && text[n] >= '0' && text[n] <= '9'; n++ {
		}
		if n == 1 {
			return sp.at
		}
	}
	if n == 0 || n == len(text) || text[n] != ' ' && text[n] != '\n' {
		return sp.at
	}
	sp.emit(sp.at, sp.at+n)
	return sp.skipSpace(sp.at+n, sp.end)
}

// stopSize returns the length of the stop that s begins with: . ! ? … and
// their full-width forms.
func stopSize(s string) int {
	switch s[0] {
	case '.', '!', '?':
		return 1
	case 0xE2, 0xE3, 0xEF:
		if strings.HasPrefix(s, "…") || strings.HasPrefix(s, "。") || strings.HasPrefix(s, "！") || strings.HasPrefix(s, "？") {
			return 3
		}
	}
	return 0
}

// candidate is a place where a sentence may end.
type candidate struct {
	start int // of the sentence
	stop  int // where the run of stops begins
	after int // where it ends
	close int // where the quotes, brackets and note marks that close with it end
	next  int // the next character of language
	// quote says that a quotation mark closes, bracket that a bracket does,
	// note that a reference mark such as "[12]" stands behind.
	quote, bracket, note bool
	// spaced says that the stops are an ellipsis with spaces between.
	spaced bool
}

// candidate reads the run of stops at at and what closes with it.
func (sp *splitter) candidate(start, at, size int) candidate {
	c := candidate{start: start, stop: at, after: at + size}
	text := sp.text[:sp.end]
	// "compounds. . . . The": the first stop ends, the ellipsis opens.
	opening := at > start && text[at-1] != ' ' && text[at-1] != '.' && strings.HasPrefix(text[at:], ". . . .") && strings.HasPrefix(text[at+7:], " ")
	for c.after < sp.end && !opening {
		if n := stopSize(text[c.after:]); n > 0 {
			c.after += n
		} else if n := spacedStop(text, c.after); n > 0 {
			c.after += n
			c.spaced = true
		} else {
			break
		}
	}
	c.close = c.after
	sp.readClosers(&c)
	c.next = sp.skipSpace(c.close, sp.end)
	return c
}

// spacedStop returns 2 where a space and a stop that stands alone follow: the
// next dot of ". . .".
func spacedStop(text string, at int) int {
	if at+1 < len(text) && text[at] == ' ' && text[at+1] == '.' && (at+2 >= len(text) || !isWordByte(text[at+2])) {
		return 2
	}
	return 0
}

func isWordByte(c byte) bool {
	return c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z' || c >= utf8.RuneSelf && c != 0xE2
}

// readClosers moves c.close over the quotes, brackets and note marks that
// belong to the sentence that ends.
func (sp *splitter) readClosers(c *candidate) {
	text := sp.text[:sp.end]
	for c.close < len(text) {
		r, n := utf8.DecodeRuneInString(text[c.close:])
		switch r {
		case '"', '”', '’', '»', '\'', '“', '‘', '`':
			c.quote = true
		case ')', ']', '}', '）', '」', '』':
			c.bracket = true
		case '[':
			n = noteMark(text[c.close:])
			if n == 0 {
				return
			}
			c.note = true
		case ' ':
			if n = spacedQuote(text[c.close:]); n > 0 {
				c.quote = true
			} else if n = spacedMark(text[c.close:]); n > 0 {
				c.note = true
			} else {
				return
			}
		default:
			n = noteNumber(text, c)
			if n == 0 {
				return
			}
			c.note = true
		}
		c.close += n
	}
}

// noteMark returns the length of a reference mark such as "[12]" or "[a]".
func noteMark(s string) int {
	end := strings.IndexByte(s[:min(len(s), 6)], ']')
	if end < 2 {
		return 0
	}
	for i := 1; i < end; i++ {
		if !isWordByte(s[i]) && s[i] != '*' {
			return 0
		}
	}
	return end + 1
}

// spacedQuote returns the length of a space and a closing quotation mark that
// white space follows: `.' "`.
func spacedQuote(s string) int {
	r, n := utf8.DecodeRuneInString(s[1:])
	switch r {
	case '"', '\'', '”', '’':
		if 1+n == len(s) || s[1+n] == ' ' || s[1+n] == '\n' {
			return 1 + n
		}
	}
	return 0
}

// spacedMark returns the length of a space and a numbered reference mark that
// a capital letter follows: ". [12] The".
func spacedMark(s string) int {
	n := noteMark(s[1:])
	if n == 0 || s[2] < '0' || s[2] > '9' {
		return 0
	}
	rest := s[1+n:]
	if rest != "" && (rest[0] != ' ' || !unicode.IsUpper(firstLetter(rest[:min(len(rest), 12)]))) {
		return 0
	}
	return 1 + n
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// endsInYear reports whether s ends in a year with a space before it: the
// digits behind its stop are hardly decimals.
func endsInYear(s string) bool {
	if len(s) < 5 || s[len(s)-5] != ' ' {
		return false
	}
	year := s[len(s)-4:]
	return (strings.HasPrefix(year, "19") || strings.HasPrefix(year, "20")) && strings.Trim(year[2:], "0123456789") == ""
}

// maxNote is how many digits the number of a footnote has at most.
const maxNote = 4

// noteNumber returns the length of the number of a footnote that stands right
// behind the stop of a finished word, as text taken from a page has it:
// "officials.12 The".
func noteNumber(text string, c *candidate) int {
	n := 0
	for c.close+n < len(text) && n <= maxNote && isDigit(text[c.close+n]) {
		n++
	}
	if n > maxNote {
		return 0
	}
	for n > 0 && n < maxNote && c.close+n+1 < len(text) && (text[c.close+n] == ',' || text[c.close+n] == '-') && isDigit(text[c.close+n+1]) {
		// "officials.11,12 The"
		for n++; c.close+n < len(text) && isDigit(text[c.close+n]); n++ {
		}
	}
	if n == 0 || n > 2*maxNote || c.note || c.after != c.stop+1 || c.stop == c.start {
		return 0
	}
	before, _ := utf8.DecodeLastRuneInString(text[c.start:c.stop])
	if !unicode.IsLower(before) && before != ')' && !(c.quote && unicode.IsLetter(before)) && !endsInYear(text[c.start:c.stop]) {
		return 0
	}
	rest := text[c.close+n:]
	if len(rest) > 1 && (rest[0] == ' ' || rest[0] == '\n') && unicode.IsUpper(firstLetter(strings.TrimLeft(rest, " \n"))) || rest == "" {
		return n
	}
	return 0
}
