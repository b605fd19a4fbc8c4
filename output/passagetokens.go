package output

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// textToken is a word or a mark of punctuation, for tools that show a text by
// its tokens and want a span to begin and end with one.
type textToken struct{ start, end int }

// sentenceEdges returns where sentences begin and end, in order: those of the
// records where the passage is the document's text, else the lines.
func (p passage) sentenceEdges() []int {
	var edges []int
	if p.from >= 0 {
		offsets := NewOffsets(p.text)
		for _, sentence := range p.doc.of(Sentence) {
			edges = p.appendEdges(edges, offsets, sentence)
		}
	}
	if edges == nil {
		for i := range len(p.text) {
			if p.text[i] == '\n' {
				edges = append(edges, i)
			}
		}
	}
	return sortedOnce(edges)
}

// appendEdges appends where a record begins and ends, if that is in verbatim
// text.
func (p passage) appendEdges(edges []int, offsets *Offsets, record *StoredRecord) []int {
	start, ok1 := offsets.Byte(record.CharStart - p.from)
	end, ok2 := offsets.Byte(record.CharEnd - p.from)
	if !ok1 || !ok2 {
		return edges
	}
	return append(edges, start, end)
}

func sortedOnce(places []int) []int {
	slices.Sort(places)
	return slices.Compact(places)
}

// tokens cuts the text at white space, at the edges of sentences and marks, and
// where token records say or, without them, around punctuation.
func (p passage) tokens(edges []int) []textToken {
	cuts := slices.Clone(edges)
	for _, m := range p.marks {
		cuts = append(cuts, m.start, m.end)
	}
	known := p.doc.of(Token)
	if p.from >= 0 && len(known) > 0 {
		offsets := NewOffsets(p.text)
		for _, token := range known {
			cuts = p.appendEdges(cuts, offsets, token)
		}
	} else {
		cuts = append(cuts, punctuationEdges(p.text)...)
	}
	cuts = sortedOnce(append(cuts, len(p.text)))
	var all []textToken
	start := 0
	for _, cut := range cuts {
		at := start
		for _, word := range strings.FieldsFunc(p.text[start:cut], isWhiteOrControl) {
			at += strings.Index(p.text[at:cut], word)
			all = append(all, textToken{at, at + len(word)})
			at += len(word)
		}
		start = cut
	}
	return all
}

// isWhiteOrControl reports what no token can hold in a table.
func isWhiteOrControl(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }

// punctuationEdges returns the places on both sides of punctuation that is not
// between two letters or digits.
func punctuationEdges(text string) []int {
	var edges []int
	for i, r := range text {
		if !unicode.IsPunct(r) {
			continue
		}
		end := i + utf8.RuneLen(r)
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		after, _ := utf8.DecodeRuneInString(text[end:])
		if isWordRune(before) && isWordRune(after) {
			continue
		}
		edges = append(edges, i, end)
	}
	return edges
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
