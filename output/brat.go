package output

import (
	"fmt"
	"io"
	"strings"
	"unicode"
)

// bratConf is the annotation.conf that brat needs in a folder, with the labels
// and attributes that the .ann files use.
const bratConf = `[entities]
known
asserted
attributed
probable
possible
speculative
unknown
PERSON
ORGANIZATION
LOCATION
NATIONALITY
DATE
TIME
DURATION
SET
quote

[relations]
<OVERLAP>	Arg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>

[events]

[attributes]
Polarity	Arg:<ENTITY>, Value:positive|negative
SourceKind	Arg:<ENTITY>, Value:author|person|organization|location|group|anonymous|document
`

// writeBratText writes the text that the annotations count in.
func writeBratText(out io.Writer, doc *StoredDocument) error {
	p, err := doc.whole()
	if err != nil {
		return err
	}
	_, err = io.WriteString(out, p.text)
	return err
}

// writeBratAnnotations writes brat standoff: a T line for each span, with A
// lines for its attributes and a # line for what is known of it in words.
// Offsets count code points.
func writeBratAnnotations(out io.Writer, doc *StoredDocument) error {
	p, err := doc.whole()
	if err != nil {
		return err
	}
	offsets := NewOffsets(p.text)
	attributes := 0
	for i, m := range p.marks {
		places, words := bratFragments(p.text, m, offsets)
		fmt.Fprintf(out, "T%d\t%s %s\t%s\n", i+1, m.record.label(), places, words)
		for _, attribute := range []struct{ name, value string }{{"Polarity", m.record.Polarity}, {"SourceKind", m.record.SourceKind}} {
			if attribute.value != "" {
				attributes++
				fmt.Fprintf(out, "A%d\t%s T%d %s\n", attributes, attribute.name, i+1, attribute.value)
			}
		}
		if notes := m.record.notes(); len(notes) > 0 {
			fmt.Fprintf(out, "#%d\tAnnotatorNotes T%d\t%s\n", i+1, i+1, strings.Join(notes, "; "))
		}
	}
	return nil
}

// bratFragments returns a span's offsets and words. brat allows no line break
// in a span, so one that runs over lines is written as fragments.
func bratFragments(text string, m mark, offsets *Offsets) (places, words string) {
	var all, parts []string
	at := m.start
	for line := range strings.SplitAfterSeq(text[m.start:m.end], "\n") {
		trimmed := strings.TrimSpace(line)
		start := at + strings.Index(line, trimmed)
		at += len(line)
		if trimmed != "" {
			all = append(all, fmt.Sprintf("%d %d", offsets.Char(start), offsets.Char(start+len(trimmed))))
			parts = append(parts, strings.Map(bratSpace, trimmed))
		}
	}
	return strings.Join(all, ";"), strings.Join(parts, " ")
}

// bratSpace makes of tabs, which divide fields, and their like a plain space.
func bratSpace(r rune) rune {
	if unicode.IsControl(r) {
		return ' '
	}
	return r
}
