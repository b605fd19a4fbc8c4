package output

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// webAnnoBlock is what WebAnno takes for a sentence: it begins and ends with a
// token, and no mark runs over its edges.
type webAnnoBlock struct {
	start, end int
	tokens     []webAnnoToken
}

type webAnnoToken struct{ start, end int }

// tokensOn counts the tokens that a mark lies on.
func (b webAnnoBlock) tokensOn(m mark) int {
	count := 0
	for _, token := range b.tokens {
		if m.start < token.end && token.start < m.end {
			count++
		}
	}
	return count
}

// webAnnoBlocks divides a text into sentences, or lines where there are no
// sentence records. Together they hold all of the text but white space: what
// lies in no sentence, such as a page number, is a block of its own.
func webAnnoBlocks(p passage) []webAnnoBlock {
	edges := p.sentenceEdges()
	var blocks []webAnnoBlock
	tokens := p.webAnnoTokens(edges)
	next := 0 // of the edges: the end of the block
	for _, token := range tokens {
		for next < len(edges) && edges[next] <= token.start {
			next++
		}
		fresh := len(blocks) == 0 || next > 0 && blocks[len(blocks)-1].end <= edges[next-1]
		if fresh && !p.marked(token.start, blocks) {
			blocks = append(blocks, webAnnoBlock{start: token.start})
		}
		last := &blocks[len(blocks)-1]
		last.tokens = append(last.tokens, token)
		last.end = token.end
	}
	return blocks
}

// marked reports whether a mark runs from the last block on past a position.
func (p passage) marked(at int, blocks []webAnnoBlock) bool {
	return len(blocks) > 0 && slices.ContainsFunc(p.marks, func(m mark) bool { return m.start < blocks[len(blocks)-1].end && at < m.end })
}

// sentenceEdges returns where sentences begin and end, in order: those of the
// records where the passage is the document's text, else the lines.
func (p passage) sentenceEdges() []int {
	var edges []int
	if p.from >= 0 {
		offsets := NewOffsets(p.text)
		for _, sentence := range p.doc.of(Sentence) {
			edges = appendEdges(edges, offsets, sentence)
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

func appendEdges(edges []int, offsets *Offsets, record *StoredRecord) []int {
	start, ok1 := offsets.Byte(record.CharStart)
	end, ok2 := offsets.Byte(record.CharEnd)
	if !ok1 || !ok2 {
		return edges
	}
	return append(edges, start, end)
}

func sortedOnce(places []int) []int {
	slices.Sort(places)
	return slices.Compact(places)
}

// webAnnoTokens cuts the text at white space, at the edges of sentences and
// marks, and where token records say or, without them, around punctuation.
func (p passage) webAnnoTokens(edges []int) []webAnnoToken {
	cuts := slices.Clone(edges)
	for _, m := range p.marks {
		cuts = append(cuts, m.start, m.end)
	}
	tokens := p.doc.of(Token)
	if p.from >= 0 && len(tokens) > 0 {
		offsets := NewOffsets(p.text)
		for _, token := range tokens {
			cuts = appendEdges(cuts, offsets, token)
		}
	} else {
		cuts = append(cuts, punctuationEdges(p.text)...)
	}
	cuts = sortedOnce(append(cuts, len(p.text)))
	var all []webAnnoToken
	start := 0
	for _, cut := range cuts {
		at := start
		for _, word := range strings.FieldsFunc(p.text[start:cut], isWhiteOrControl) {
			at += strings.Index(p.text[at:cut], word)
			all = append(all, webAnnoToken{at, at + len(word)})
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
