package pipeline

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Break is a stretch of text that is layout, not language: a page number or
// running head in mid-sentence, or the hyphen and line end inside a word that
// the typesetter divided.
type Break struct {
	Span
	// Glue joins the two sides with nothing between them (a divided word);
	// otherwise the break reads as a space.
	Glue bool
}

// BreaksIn returns the breaks that overlap span.
func (d *Document) BreaksIn(span Span) []Break {
	first := sort.Search(len(d.Breaks), func(i int) bool { return d.Breaks[i].End > span.Start })
	end := first
	for end < len(d.Breaks) && d.Breaks[end].Start < span.End {
		end++
	}
	return d.Breaks[first:end]
}

// Clean returns the language of span on one line: breaks left out, every run
// of white space and breaks folded to one space, or to nothing where a break
// glues a divided word. It returns a slice of the text, without copying, where
// there is nothing to fold.
func (d *Document) Clean(span Span) string {
	breaks := d.BreaksIn(span)
	if len(breaks) == 0 && isFolded(d.Slice(span)) {
		return d.Slice(span)
	}
	var out strings.Builder
	out.Grow(span.Len())
	pending, glue := false, false
	for at := span.Start; at < span.End; {
		if len(breaks) > 0 && at >= breaks[0].Start {
			pending, glue = true, glue || breaks[0].Glue
			at = max(at, min(breaks[0].End, span.End))
			breaks = breaks[1:]
			continue
		}
		r, size := utf8.DecodeRuneInString(d.Text[at:])
		if unicode.IsSpace(r) {
			pending = true
			at += size
			continue
		}
		if pending && !glue && out.Len() > 0 {
			out.WriteByte(' ')
		}
		pending, glue = false, false
		out.WriteString(d.Text[at : at+size])
		at += size
	}
	return out.String()
}

// isFolded reports whether text has no white space but single ASCII spaces
// between other characters.
func isFolded(text string) bool {
	space := true
	for i := 0; i < len(text); i++ {
		c := text[i]
		switch {
		case c == ' ':
			if space {
				return false
			}
			space = true
		case c < ' ' || c == 0x7f:
			return false
		case c >= utf8.RuneSelf:
			r, size := utf8.DecodeRuneInString(text[i:])
			if unicode.IsSpace(r) {
				return false
			}
			i += size - 1
			space = false
		default:
			space = false
		}
	}
	return !space
}
