package paragraph

import (
	"sort"
	"strings"

	"github.com/purport-nlp/purport/pipeline"
)

// mark is what the markup before the first word of a line says of it.
type mark uint8

// The marks that Markdown sets at the start of lines.
const (
	noMark mark = iota
	headingMark
	itemMark
	quoteMark
	cellMark
)

// skipMarkup returns the part of a line that is left when the breaks that the
// reader found at its ends are taken off with the white space around them,
// and what the markup before it says. Nothing is left of a line that is
// markup as a whole.
func (l *layout) skipMarkup(start, end int) (first, last int, said mark) {
	first, last = start, end
	for first < last {
		b, ok := l.markupAt(first)
		if !ok {
			break
		}
		first, _ = trim(l.text, min(b.End, last), last)
	}
	for first < last {
		b, ok := l.markupAt(last - 1)
		if !ok {
			break
		}
		_, last = trim(l.text, first, max(b.Start, first))
	}
	if first >= last {
		return last, last, noMark
	}
	return first, last, readMark(l.text[start:first])
}

// markupAt returns the break of the reader's that covers the offset.
func (l *layout) markupAt(offset int) (pipeline.Break, bool) {
	i := sort.Search(len(l.markup), func(i int) bool { return l.markup[i].End > offset })
	if i == len(l.markup) || l.markup[i].Start > offset {
		return pipeline.Break{}, false
	}
	return l.markup[i], true
}

// readMark tells what the markup before the first word of a line says of it:
// "## ", "> ", "- ", "12. ", "| ".
func readMark(lead string) mark {
	lead = strings.TrimLeft(lead, " \t")
	if rest, ok := strings.CutPrefix(lead, ">"); ok {
		return max(quoteMark, readMark(rest)) // of an item in a quotation, too, the quotation counts
	}
	if lead == "" {
		return noMark
	}
	rest := strings.TrimLeft(lead, "0123456789")
	switch {
	case lead[0] == '|':
		return cellMark
	case lead[0] == '#':
		return headingMark
	case len(rest) < len(lead) && len(rest) > 1 && (rest[0] == '.' || rest[0] == ')'),
		strings.IndexByte("-*+", lead[0]) >= 0 && len(lead) > 1 && (lead[1] == ' ' || lead[1] == '\t'):
		return itemMark
	}
	return noMark
}

// opensByMark reports whether markup divides the lines a and b. A quotation
// may go on without its mark.
func opensByMark(a, b *line) bool {
	return a.mark == headingMark || b.mark != noMark && b.mark != quoteMark || b.mark == quoteMark && a.mark != quoteMark
}

// mergeBreaks returns the breaks of the markup, or of marks in the text, and of
// the layout in one row. Where two overlap they are one.
func mergeBreaks(markup, layout []pipeline.Break) []pipeline.Break {
	if len(markup) == 0 {
		return layout
	}
	all := append(append([]pipeline.Break(nil), markup...), layout...)
	sort.SliceStable(all, func(i, j int) bool { return all[i].Start < all[j].Start })
	kept := all[:1]
	for _, b := range all[1:] {
		last := &kept[len(kept)-1]
		if b.Start < last.End {
			last.End, last.Glue = max(last.End, b.End), last.Glue || b.Glue
			continue
		}
		kept = append(kept, b)
	}
	return kept
}
