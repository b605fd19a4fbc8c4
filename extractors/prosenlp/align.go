package prosenlp

import (
	"fmt"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/jdkato/prose/v2"
	"github.com/purport-nlp/purport/pipeline"
)

// alignError says that prose's tokens do not match the text.
type alignError struct{ message string }

// Error returns what did not match.
func (e alignError) Error() string { return e.message }

// Code returns "align".
func (e alignError) Code() string { return "align" }

// cleaned is one sentence as prose sees it: on one line, without breaks. The
// byte at i stands at offset[i] of the document.
type cleaned struct {
	text   []byte
	offset []int
}

// read fills c with the language of span, white space folded to single spaces
// and words that a glue break divides joined.
func (c *cleaned) read(doc *pipeline.Document, span pipeline.Span) {
	c.text, c.offset = c.text[:0], c.offset[:0]
	breaks := doc.BreaksIn(span)
	space, glue := false, false
	for at := span.Start; at < span.End; {
		if len(breaks) > 0 && at >= breaks[0].Start {
			space, glue = true, glue || breaks[0].Glue
			at = max(at, min(breaks[0].End, span.End))
			breaks = breaks[1:]
			continue
		}
		r, size := utf8.DecodeRuneInString(doc.Text[at:span.End])
		if unicode.IsSpace(r) {
			space = true
			at += size
			continue
		}
		if space && !glue && len(c.text) > 0 {
			c.text, c.offset = append(c.text, ' '), append(c.offset, at)
		}
		space, glue = false, false
		for i := range size {
			c.text, c.offset = append(c.text, doc.Text[at+i]), append(c.offset, at+i)
		}
		at += size
	}
}

// span returns where text[start:end] stands in the document.
func (c *cleaned) span(start, end int) pipeline.Span {
	return pipeline.Span{Start: c.offset[start], End: c.offset[end-1] + 1}
}

// align finds prose's tokens in text, one after the other, and calls found
// with the place of each. It fails where a token is not the next thing in the
// text.
func align(text string, tokens []prose.Token, found func(start, end int)) error {
	at := 0
	for _, token := range tokens {
		for at < len(text) && text[at] == ' ' {
			at++
		}
		length := prefixLength(text[at:], token.Text)
		if length == 0 {
			return alignError{fmt.Sprintf("prose's token %q does not follow in the text at %.40q", token.Text, text[at:])}
		}
		end := at + length
		if !utf8.RuneStart(text[at]) || end < len(text) && !utf8.RuneStart(text[end]) {
			return alignError{fmt.Sprintf("prose's token %q cuts a character", token.Text)}
		}
		found(at, end)
		at = end
	}
	if rest := strings.TrimLeft(text[at:], " "); rest != "" {
		return alignError{fmt.Sprintf("prose made no token of %.40q", rest)}
	}
	return nil
}

// prefixLength returns how many bytes of text the folded token covers, 0 where
// text does not begin with it.
func prefixLength(text, token string) int {
	at := 0
	for i := 0; i < len(token); {
		folded, size := foldedAt(text[at:])
		if size == 0 || folded == 0 && text[at] != token[i] || folded != 0 && folded != token[i] {
			return 0
		}
		if folded == 0 {
			size = 1
		}
		at += size
		i++
	}
	return at
}

// foldedAt returns the straight quotation mark that prose puts for the curly
// one, or the entity, that text begins with, and its length in text; 0 where
// prose leaves text alone.
func foldedAt(text string) (folded byte, size int) {
	switch {
	case text == "":
		return 0, 0
	case text[0] == '&' && strings.HasPrefix(text, "&rsquo;"):
		return '\'', len("&rsquo;")
	case text[0] != 0xE2 || len(text) < 3:
		return 0, 1
	}
	switch text[:3] {
	case "“", "”":
		return '"', 3
	case "‘", "’":
		return '\'', 3
	}
	return 0, 1
}

// fold returns form with quotation marks as prose has them.
func fold(form string) string {
	if strings.IndexByte(form, 0xE2) < 0 {
		return form
	}
	return quoteFolder.Replace(form)
}

var quoteFolder = strings.NewReplacer("“", `"`, "”", `"`, "‘", "'", "’", "'")

// Segment returns the sentences that prose finds in text, which must be plain
// running text. It is for comparison: purport's sentence stage serves both
// engines.
func Segment(text string) (spans []pipeline.Span, err error) {
	defer func() {
		if cause := recover(); cause != nil {
			err = alignError{fmt.Sprintf("prose cannot segment: %v", cause)}
		}
	}()
	doc, err := prose.NewDocument(text, prose.UsingModel(&prose.Model{}), prose.WithTokenization(false), prose.WithTagging(false), prose.WithExtraction(false))
	if err != nil {
		return nil, err
	}
	at := 0
	for _, sentence := range doc.Sentences() {
		start := strings.Index(text[at:], sentence.Text)
		if start < 0 {
			return nil, alignError{fmt.Sprintf("prose's sentence %.40q does not follow in the text", sentence.Text)}
		}
		span := pipeline.Span{Start: at + start, End: at + start + len(sentence.Text)}
		if span.Len() > 0 {
			spans = append(spans, span)
		}
		at = span.End
	}
	sort.Slice(spans, func(i, j int) bool { return spans[i].Start < spans[j].Start })
	return spans, nil
}
