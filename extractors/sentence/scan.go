package sentence

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/purport-nlp/purport/pipeline"
)

// splitter is the scratch memory of one document's way through the stage. It
// works on one unit at a time.
type splitter struct {
	text      string
	breaks    []pipeline.Break // those inside the unit
	unit      int
	at, end   int // the rest of the unit
	sentences []pipeline.Sentence
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
	if start < end {
		sp.sentences = append(sp.sentences, pipeline.Sentence{Span: pipeline.Span{Start: start, End: end}, Unit: sp.unit})
	}
}

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
	for _, b := range sp.breaks {
		if b.Start <= at && at < b.End {
			return b.End
		}
		if b.Start > at {
			break
		}
	}
	return at
}

// stopByte marks the bytes that a sentence stop begins with.
var stopByte = [256]bool{'.': true, '!': true, '?': true, 0xE2: true, 0xE3: true, 0xEF: true}

// split divides a unit of running text.
func (sp *splitter) split() {
	start := sp.at
	for at := start; at < sp.end; {
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
		c := sp.candidate(start, at, size)
		if c.next >= sp.end {
			break
		}
		if sp.ends(&c) {
			sp.emit(start, c.close)
			start = c.next
		}
		at = c.close
	}
	sp.emit(start, sp.end)
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
	close int // where the quotes and brackets that close with it end
	next  int // the next character of language
	// quote says that a quotation mark closes, bracket that a bracket does.
	quote, bracket bool
}

// candidate reads the run of stops at at and what closes with it.
func (sp *splitter) candidate(start, at, size int) candidate {
	c := candidate{start: start, stop: at, after: at + size}
	for c.after < sp.end {
		n := stopSize(sp.text[c.after:sp.end])
		if n == 0 {
			// The spaced ellipsis ". . ."
			if sp.text[c.after] == ' ' && c.after+1 < sp.end && sp.text[c.after+1] == '.' && (c.after+2 >= sp.end || sp.text[c.after+2] == ' ' || sp.text[c.after+2] == '.') {
				c.after += 2
				continue
			}
			break
		}
		c.after += n
	}
	c.close = c.after
closers:
	for c.close < sp.end {
		r, n := utf8.DecodeRuneInString(sp.text[c.close:sp.end])
		switch r {
		case '"', '”', '’', '»', '\'', '“', '‘':
			c.quote = true
		case ')', ']', '}', '）', '」', '』':
			c.bracket = true
		default:
			break closers
		}
		c.close += n
	}
	c.next = sp.skipSpace(c.close, sp.end)
	return c
}
