package paragraph

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/purport-nlp/purport/pipeline"
)

// nameKinds says what each block is.
func (l *layout) nameKinds() {
	l.margin = l.usualIndent()
	for i := range l.blocks {
		b := &l.blocks[i]
		b.kind = l.kindOf(i, l.text[b.start:b.end])
	}
	l.markReferences()
}

// usualIndent returns the indentation that most lines have.
func (l *layout) usualIndent() int {
	var counts [maxIndent + 1]int
	usual := 0
	for i := range l.lines {
		if indent := l.lines[i].indent; indent <= maxIndent && !l.lines[i].furniture {
			counts[indent]++
			if counts[indent] > counts[usual] {
				usual = indent
			}
		}
	}
	return usual
}

// headUnits is how many units from the top of a text a byline or dateline may
// stand.
const headUnits = 8

func (l *layout) kindOf(i int, s string) pipeline.UnitKind {
	b := &l.blocks[i]
	switch l.lines[b.first].mark {
	case headingMark:
		return pipeline.UnitHeading
	case itemMark:
		return pipeline.UnitListItem
	case quoteMark:
		return pipeline.UnitBlockQuote
	}
	switch {
	case b.note || isBracketed(s):
		return pipeline.UnitNote
	case l.lines[b.first].columns:
		return pipeline.UnitTable
	case len(s) < 80 && isDateline(s):
		return pipeline.UnitDateline
	case i < headUnits && isByline(s), l.endsByline(i, s):
		return pipeline.UnitByline
	case isCaption(s):
		return pipeline.UnitCaption
	case listMarker(s) > 0:
		if l.isNumberedHeading(i, s) {
			return pipeline.UnitHeading
		}
		return pipeline.UnitListItem
	case !b.broken && (headingLike(s) || l.isCentred(b, s)):
		return pipeline.UnitHeading
	case l.setIn(i):
		return pipeline.UnitBlockQuote
	}
	return pipeline.UnitParagraph
}

// isNumberedHeading reports whether block i, which opens with a list marker,
// is a heading with its number ("2. What we found") and no item of a list.
func (l *layout) isNumberedHeading(i int, s string) bool {
	words := s[listMarker(s):]
	if isBullet(s) || !headingLike(words) || l.hasSibling(i) {
		return false
	}
	if isTitle(words) {
		return true
	}
	isItem := func(j int) bool {
		return j >= 0 && j < len(l.blocks) && listMarker(l.text[l.blocks[j].start:l.blocks[j].end]) > 0
	}
	introduced := i > 0 && l.text[l.blocks[i-1].end-1] == ':'
	return s[0] != '(' && !introduced && !isItem(i-1) && !isItem(i+1) && i+1 < len(l.blocks)
}

// endsByline reports whether block i gives the names of the byline before it
// ("by" on a line of its own), or more of them; below a byline that has its
// name and above the first heading, it is rather the title.
func (l *layout) endsByline(i int, s string) bool {
	if i == 0 || i > headUnits || l.blocks[i-1].kind != pipeline.UnitByline || !isNames(s) {
		return false
	}
	titled := l.blocks[i-1].end-l.blocks[i-1].start <= len("written by:")
	for j := range i {
		titled = titled || l.blocks[j].kind == pipeline.UnitHeading
	}
	return titled
}

// isBracketed reports a line that stands in brackets as a whole: an editor's
// remark, not the author's words.
func isBracketed(s string) bool {
	return s[0] == '[' && s[len(s)-1] == ']' && len(s) < maxHeading && strings.Count(s, "[") == strings.Count(s, "]") && strings.Count(s, ".") < 3
}

// isCentred reports a short line far from the margin, whatever its case.
func (l *layout) isCentred(b *block, s string) bool {
	return !startsInside(s) && b.first == b.last && l.lines[b.first].indent >= l.margin+2*quoteIndent && isOpen(s) && words(s) <= 10
}

// hasSibling reports whether the block before or after i is a list item next
// to it, without a blank line.
func (l *layout) hasSibling(i int) bool {
	near := func(j, gap int) bool {
		return j >= 0 && j < len(l.blocks) && gap == 0 && listMarker(l.text[l.blocks[j].start:l.blocks[j].end]) > 0
	}
	if near(i-1, l.lines[l.blocks[i].first].gap) {
		return true
	}
	return i+1 < len(l.blocks) && near(i+1, l.lines[l.blocks[i+1].first].gap)
}

// quoteIndent is how much further in than the text's usual lines a quotation
// that is set off begins.
const quoteIndent = 4

// setIn reports whether every line of a wrapped block is set in deeper than
// the lines of the text around it.
func (l *layout) setIn(i int) bool {
	b := &l.blocks[i]
	if b.last == b.first {
		return false
	}
	for j := b.first; j <= b.last; j++ {
		if l.lines[j].indent < l.margin+quoteIndent {
			return false
		}
	}
	return true
}

// maxHeading is the length in bytes up to which a block may be a heading.
const maxHeading = 150

// headingLike reports whether s looks like a heading: short, and either
// without a stop at its end or wholly in capitals or title case.
func headingLike(s string) bool {
	if len(s) > maxHeading {
		return false
	}
	last := s[len(s)-1]
	if last == ',' || last == ';' || startsInside(s) {
		return false
	}
	if isOpen(s) {
		return isTitle(s) || words(s) <= 10 && !startsLower(s) && !hasInnerStop(s)
	}
	return words(s) <= 14 && isTitle(s) && last != '.' && last != '"' && !hasInnerStop(s)
}

// startsInside reports whether s begins with a mark that goes on with what
// stands before it.
func startsInside(s string) bool { return strings.IndexByte(".,;:!?)", s[0]) >= 0 }

// hasInnerStop reports whether a sentence seems to end before the end of s.
func hasInnerStop(s string) bool {
	return strings.Contains(s, "! ") || strings.Contains(s, "? ") || strings.Contains(s, ". ")
}

func words(s string) int { return strings.Count(s, " ") + 1 }

// isTitle reports whether s is in capitals or title case: every long word
// begins with a capital letter.
func isTitle(s string) bool {
	capitals, long, divided := 0, 0, false
	for word := range strings.FieldsSeq(s) {
		half := divided
		divided = strings.HasSuffix(word, "-")
		if half {
			continue // the other half of a word at a line end
		}
		word = strings.TrimLeft(word, "\"'“‘([")
		r, _ := utf8.DecodeRuneInString(word)
		switch {
		case unicode.IsUpper(r):
			capitals++
			long++
		case unicode.IsLetter(r) && (len(word) > 4 || !isSmallWord(word)):
			return false
		}
	}
	return capitals > 0 && capitals*2 >= long
}

// isSmallWord reports the short words that title case leaves small.
func isSmallWord(word string) bool {
	switch word {
	case "a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "nor", "of", "off", "on", "onto", "or", "over", "per", "than",
		"the", "to", "up", "via", "vs", "vs.", "with", "de", "la", "von", "van", "al", "its", "is", "are", "if":
		return true
	}
	return false
}

// isByline reports lines such as "By Jane Doe" and "by".
func isByline(s string) bool {
	if len(s) > maxHeading {
		return false
	}
	rest, ok := cutFold(s, "by")
	if !ok {
		rest, ok = cutFold(s, "written by")
	}
	if !ok || rest != "" && rest[0] != ' ' && rest[0] != ':' && rest[0] != '\n' {
		return false
	}
	rest = strings.Trim(rest, ": \n\r\t")
	return rest == "" || isNames(rest)
}

// isNames reports whether s is a list of names: capitalised words and the
// words that join names.
func isNames(s string) bool {
	if len(s) > maxHeading || strings.HasSuffix(s, ".") {
		return false
	}
	for word := range strings.FieldsSeq(s) {
		r, _ := utf8.DecodeRuneInString(word)
		switch {
		case unicode.IsUpper(r) || !unicode.IsLetter(r):
		case word == "and" || word == "von" || word == "van" || word == "de" || word == "der" || word == "al" || word == "bin" || word == "for" || word == "in":
		default:
			return false
		}
	}
	return true
}

// isDateline reports lines that hold a date and little else.
func isDateline(s string) bool {
	month, other, digits := false, 0, false
	for word := range strings.FieldsSeq(s) {
		word = strings.Trim(word, ",.:()|-–—")
		switch {
		case word == "":
		case startsUpper(word) && isMonth(word):
			month = true
		case isDigit(word[0]):
			digits = true
		case isDateWord(word):
		default:
			other++
		}
	}
	return month && digits && other <= 3 && isOpen(s) && !startsInside(s) && s[len(s)-1] != ','
}

func isMonth(word string) bool {
	switch strings.ToLower(word) {
	case "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
		"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec":
		return true
	}
	return false
}

func isDateWord(word string) bool {
	switch strings.ToLower(word) {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "published", "updated", "posted", "date", "on", "at",
		"last", "gmt", "utc", "est", "edt", "et", "am", "pm", "a.m", "p.m", "for", "immediate", "release":
		return true
	}
	return false
}

// isCaption reports captions and credits.
func isCaption(s string) bool {
	for _, prefix := range [...]string{"Figure ", "Fig. ", "Table ", "Photo:", "Photo by ", "Image:", "Caption:", "Chart ", "Credit:"} {
		if rest, ok := strings.CutPrefix(s, prefix); ok {
			if strings.HasSuffix(prefix, ":") || strings.HasPrefix(prefix, "Photo by") {
				return len(s) < maxHeading*2
			}
			digits := 0
			for digits < len(rest) && (isDigit(rest[digits]) || rest[digits] == '.' && digits > 0 && digits+1 < len(rest) && isDigit(rest[digits+1])) {
				digits++
			}
			return digits > 0 && (digits == len(rest) || rest[digits] == ':' || rest[digits] == '.' || rest[digits] == '\n')
		}
	}
	return false
}
