package paragraph

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/purport-nlp/purport/extractors/lexicon"
	"github.com/purport-nlp/purport/pipeline"
)

// joinBlocks joins blocks that a page break or a stray blank line divides in
// mid-sentence, over the footnotes that stand between them. Two passes: a
// block that goes on in lower case is certain, and where a text has been
// broken like that, a long paragraph that ends without a stop goes on in the
// next, whatever its first letter.
func (l *layout) joinBlocks() {
	certain := false
	for i := 1; i < len(l.blocks) && !certain; i++ {
		certain = !l.blocks[i].note && !l.blocks[i-1].note && l.continues(i-1, i, false)
	}
	kept, body := 0, -1
	for i := range l.blocks {
		next := l.blocks[i]
		switch {
		case next.note && kept > 0 && l.goesOnNote(kept-1, i):
			b := &l.blocks[kept-1]
			b.end, b.last = next.end, next.last
			continue
		case next.note:
		case body >= 0 && l.isLabel(body) && kept == body+1 && l.isHeading(next):
			// "IV." and its heading on the next line.
			l.blocks[body].end, l.blocks[body].last = next.end, next.last
			continue
		case body >= 0 && l.continues(body, i, certain):
			// Notes between the two become part of the break.
			b := &l.blocks[body]
			b.end, b.last, b.broken = next.end, next.last, true
			kept = body + 1
			continue
		default:
			body = kept
		}
		l.blocks[kept] = next
		kept++
	}
	l.blocks = l.blocks[:kept]
}

// goesOnNote reports whether block i goes on with the footnote before it.
func (l *layout) goesOnNote(before, i int) bool {
	a, b := &l.blocks[before], &l.blocks[i]
	_, marked := l.noteNumber(b.first)
	return a.note && !marked && isOpen(l.text[a.start:a.end]) && !opensSentence(l.text[b.start:b.end]) && !l.lines[b.first].page
}

// isLabel reports whether block i is the number of a heading and nothing else.
func (l *layout) isLabel(i int) bool {
	b := &l.blocks[i]
	s := l.text[b.start:b.end]
	return len(s) <= 6 && s[len(s)-1] == '.' && (listMarker(s+" x") > 0 || len(s) == 2 && s[0] >= 'A' && s[0] <= 'Z')
}

func (l *layout) isHeading(b block) bool { return headingLike(l.text[b.start:b.end]) }

// longBlock is the length in bytes from which a block is surely a paragraph,
// not a heading.
const longBlock = 150

// continues reports whether block i goes on with the sentence that block
// before leaves open.
func (l *layout) continues(before, i int, broken bool) bool {
	a, b := &l.blocks[before], &l.blocks[i]
	if opensByMark(&l.lines[a.last], &l.lines[b.first]) {
		return false
	}
	last, next := l.text[a.start:a.end], l.text[b.start:b.end]
	paged := l.lines[b.first].page || i > before+1 || l.furnitureBefore(b.first)
	if !isOpen(last) && !(paged && endsAbbreviated(last)) && !endsInTitle(last) || listMarker(next) > 0 || l.lines[a.last].columns || l.lines[b.first].columns {
		return false
	}
	if startsLower(next) {
		return len(last) > 40 && !isTitle(last)
	}
	if len(last) < longBlock && !(len(last) > longBlock/4 && (endsUnfinished(last) || endsInTitle(last))) && !(paged && len(last) > longBlock/2 && !headingLike(last)) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(next)
	if !unicode.IsUpper(r) && !unicode.IsDigit(r) && r != '“' && r != '"' && r != '(' {
		return false
	}
	if headingLike(next) || opensSentence(next) {
		return false
	}
	return broken || paged || endsUnfinished(last) || endsInTitle(last)
}

// furnitureBefore reports whether furniture of the page stands right before
// line i.
func (l *layout) furnitureBefore(i int) bool { return i > 0 && l.lines[i-1].furniture }

// endsAbbreviated reports whether s ends in an initial ("Harriet B.") or in an
// abbreviation that a name or number must follow.
func endsAbbreviated(s string) bool {
	word := strings.TrimSuffix(s[strings.LastIndexByte(s, ' ')+1:], ".")
	if len(word) == 1 {
		return word[0] >= 'A' && word[0] <= 'Z' && word[0] != 'I'
	}
	kind := lexicon.Abbreviation(word)
	return kind&(lexicon.AbbreviationTitle|lexicon.AbbreviationNumber|lexicon.AbbreviationInner) != 0 && kind&lexicon.AbbreviationEnd == 0
}

// endsInTitle reports whether s ends in a title that a name must follow.
func endsInTitle(s string) bool {
	word, stopped := strings.CutSuffix(s[strings.LastIndexByte(s, ' ')+1:], ".")
	return stopped && lexicon.Abbreviation(word) == lexicon.AbbreviationTitle
}

// opensSentence reports whether s begins with a word that has a capital letter
// only because a sentence begins with it.
func opensSentence(s string) bool {
	switch word := firstLetters(s); word {
	case "The", "A", "An", "He", "She", "It", "We", "They", "This", "These", "Those", "There", "In", "On", "At", "But", "And", "However", "As", "If", "When", "While",
		"His", "Her", "Its", "Their", "Our", "For", "From", "With", "After", "Before", "According", "Although", "Some", "Many", "Most", "Both", "No":
		return true
	}
	return false
}

// isSalutation reports the lines that open and close letters with a comma.
func isSalutation(s string) bool {
	switch firstLetters(s) {
	case "Dear", "Sincerely", "Respectfully", "Yours", "Regards":
		return len(s) < 60
	}
	return false
}

// endsUnfinished reports whether the last word of s cannot end a sentence. A
// heading that is wrapped may end like that too.
func endsUnfinished(s string) bool {
	if strings.HasSuffix(s, ",") {
		return !isSalutation(s)
	}
	if isTitle(s) {
		return false
	}
	word := s[strings.LastIndexByte(s, ' ')+1:]
	if strings.Trim(word, "0123456789") == "" {
		// "on the eve of the 1904"
		return strings.HasSuffix(s[:len(s)-len(word)], " the ")
	}
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
			if l.lines[j].furniture || l.lines[j].note && !b.note {
				continue
			}
			l.addBreak(&l.lines[previous], &l.lines[j], j > previous+1)
			previous = j
		}
	}
	if len(l.breaks) == 0 && len(l.markup) == 0 {
		return nil
	}
	return mergeBreaks(l.markup, append([]pipeline.Break(nil), l.breaks...))
}

// addBreak adds the break between lines a and b of one block, if there is one.
func (l *layout) addBreak(a, b *line, furniture bool) {
	if b, ok := l.hyphenBreak(a, b); ok {
		l.breaks = append(l.breaks, b)
		return
	}
	if furniture {
		l.breaks = append(l.breaks, pipeline.Break{Span: pipeline.Span{Start: a.end, End: b.start}})
	}
}
