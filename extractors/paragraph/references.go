package paragraph

import (
	"strings"

	"github.com/purport-nlp/purport/pipeline"
)

// markReferences makes references of the entries below a heading such as
// "Bibliography", up to the next heading or to the first paragraph that does
// not look like an entry, and of lone addresses wherever they stand.
func (l *layout) markReferences() {
	list := false
	for i := range l.blocks {
		b := &l.blocks[i]
		s := l.text[b.start:b.end]
		switch b.kind {
		case pipeline.UnitHeading:
			if list && isReference(s) {
				b.kind = pipeline.UnitReference
			} else {
				list = isReferenceHeading(s)
			}
		case pipeline.UnitParagraph, pipeline.UnitListItem, pipeline.UnitBlockQuote, pipeline.UnitNote:
			list = list && isReference(s)
			if list || isAddress(s) {
				b.kind = pipeline.UnitReference
			}
		}
	}
}

// isReferenceHeading reports the headings of lists of references, with or
// without a number.
func isReferenceHeading(s string) bool {
	s = strings.ToLower(strings.Trim(s[listMarker(s):], " :.#*"))
	switch s {
	case "references", "reference list", "bibliography", "select bibliography", "selected bibliography", "works cited", "literature cited", "literature",
		"sources", "citations", "notes", "endnotes", "footnotes", "further reading", "notes and references", "references and notes":
		return true
	}
	return false
}

// isReference reports whether s may be an entry of a list of references: it
// names a year or an address, and is short.
func isReference(s string) bool {
	return len(s) < 4*maxHeading && (hasYear(s) || strings.Contains(s, "http") || strings.Contains(s, "www.") || strings.Contains(s, "doi") ||
		strings.HasPrefix(s, "Ibid") || strings.Contains(s, "ibid.") || strings.Contains(s, "op. cit."))
}

// hasYear reports whether four digits that stand alone make a year.
func hasYear(s string) bool {
	for i := 0; i+4 <= len(s); i++ {
		if !isDigit(s[i]) {
			continue
		}
		end := i
		for end < len(s) && isDigit(s[end]) {
			end++
		}
		if year := s[i:end]; len(year) == 4 && year >= "1500" && year < "2100" {
			return true
		}
		i = end
	}
	return false
}

// isAddress reports whether s is a web address and nothing else.
func isAddress(s string) bool {
	s = strings.Trim(s, "<>()[] ")
	return (strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "www.")) && strings.IndexByte(s, ' ') < 0
}
