package paragraph

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/purport-nlp/purport/pipeline"
)

// joinBlocks joins blocks that a page break or a stray blank line divides in
// mid-sentence. Two passes: a block that goes on in lower case is certain, and
// where a text has been broken like that, a long paragraph that ends without a
// stop goes on in the next, whatever its first letter.
func (l *layout) joinBlocks() {
	certain := false
	for i := 1; i < len(l.blocks); i++ {
		if l.continues(i-1, i, false) {
			certain = true
			break
		}
	}
	kept := 0
	for i := range l.blocks {
		if i > 0 && l.continues(kept, i, certain) {
			b, next := &l.blocks[kept], &l.blocks[i]
			b.end, b.last, b.broken = next.end, next.last, true
			continue
		}
		if i > 0 {
			kept++
		}
		l.blocks[kept] = l.blocks[i]
	}
	if len(l.blocks) > 0 {
		l.blocks = l.blocks[:kept+1]
	}
}

// longBlock is the length in bytes from which a block is surely a paragraph,
// not a heading.
const longBlock = 150

// continues reports whether block i goes on with the sentence that block
// before leaves open.
func (l *layout) continues(before, i int, broken bool) bool {
	a, b := &l.blocks[before], &l.blocks[i]
	last, next := l.text[a.start:a.end], l.text[b.start:b.end]
	if !isOpen(last) || listMarker(next) > 0 || l.lines[a.last].columns || l.lines[b.first].columns {
		return false
	}
	if startsLower(next) {
		return len(last) > 40 && !isTitle(last)
	}
	if len(last) < longBlock {
		return false
	}
	r, _ := utf8.DecodeRuneInString(next)
	if !unicode.IsUpper(r) && !unicode.IsDigit(r) && r != '“' && r != '"' && r != '(' {
		return false
	}
	if headingLike(next) {
		return false
	}
	return broken || endsUnfinished(last)
}

// endsUnfinished reports whether the last word of s cannot end a sentence.
func endsUnfinished(s string) bool {
	if strings.HasSuffix(s, ",") {
		return true
	}
	word := s[strings.LastIndexByte(s, ' ')+1:]
	switch word {
	case "a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "from", "with", "and", "or", "but", "as", "than",
		"that", "which", "who", "whose", "into", "between", "under", "over", "its", "their", "his", "is", "are", "was", "were",
		"has", "have", "had", "will", "would", "be", "been", "this", "these", "those", "not", "about", "against", "during":
		return true
	}
	return false
}

// layoutBreaks returns the breaks inside blocks: the furniture between two of
// a block's lines, and hyphens at line ends.
func (l *layout) layoutBreaks() []pipeline.Break {
	for i := range l.blocks {
		b := &l.blocks[i]
		previous := b.first
		for j := b.first + 1; j <= b.last; j++ {
			if l.lines[j].furniture {
				continue
			}
			l.addBreak(&l.lines[previous], &l.lines[j], j > previous+1)
			previous = j
		}
	}
	if len(l.breaks) == 0 {
		return nil
	}
	return append([]pipeline.Break(nil), l.breaks...)
}

// addBreak adds the break between lines a and b of one block, if there is one.
func (l *layout) addBreak(a, b *line, furniture bool) {
	hyphen := a.end - 1
	if l.text[hyphen] == '-' && hyphen > a.start && startsLetter(l.text[b.start:]) && endsLetter(l.text[a.start:hyphen]) {
		start := a.end
		if startsLower(l.text[b.start:b.end]) && !l.realHyphen(a, b) {
			start = hyphen
		}
		l.breaks = append(l.breaks, pipeline.Break{Span: pipeline.Span{Start: start, End: b.start}, Glue: true})
		return
	}
	if furniture {
		l.breaks = append(l.breaks, pipeline.Break{Span: pipeline.Span{Start: a.end, End: b.start}})
	}
}

// realHyphen reports whether the hyphen at the end of line a belongs to a
// compound, rather than to a divided word.
func (l *layout) realHyphen(a, b *line) bool {
	left := l.text[a.start : a.end-1]
	left = left[strings.LastIndexAny(left, " \t-")+1:]
	switch strings.ToLower(left) {
	case "self", "well", "high", "low", "long", "short", "half", "part", "full", "non", "anti", "pro", "ex", "so",
		"first", "second", "third", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
		"north", "south", "east", "west", "year", "day", "month", "hour", "state", "work", "would", "by", "in", "on", "to", "of", "and", "the", "up", "out", "off":
		return true
	}
	return false
}

func startsLetter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}

func endsLetter(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsLetter(r)
}
