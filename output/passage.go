package output

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// passage is a text with what records say of it, in bytes of that text: each
// writer turns these into its tool's unit.
//
// Where a document's text is known it is one passage. Where it is not, each
// sentence that the records hold is one: verbatim from sentence records, else
// from the claims' sentence_text, in which line breaks are folded.
type passage struct {
	doc *StoredDocument
	// sentence is the index of the sentence, -1 for a whole document.
	sentence int
	text     string
	marks    []mark
	// from is how many code points of the document come before, -1 where the
	// text is folded and positions in it are not those in the document.
	from int
}

// mark is a record's place in a passage.
type mark struct {
	record     *StoredRecord
	start, end int
}

// passages returns the document in passages, in text order.
func (d *StoredDocument) passages() ([]passage, error) {
	all := d.sentences()
	if d.known {
		all = []passage{{doc: d, sentence: -1, text: d.text}}
	}
	for i := range all {
		all[i].place(d.records)
	}
	if err := d.missing(all); err != nil {
		return nil, err
	}
	return all, nil
}

// whole returns the document as one passage: sentences that stand in for the
// text are joined, one a line.
func (d *StoredDocument) whole() (passage, error) {
	all, err := d.passages()
	if err != nil || d.known {
		return append(all, passage{doc: d, sentence: -1})[0], err
	}
	joined := passage{doc: d, sentence: -1, from: -1}
	for _, p := range all {
		if joined.text != "" {
			joined.text += "\n"
		}
		for _, m := range p.marks {
			joined.marks = append(joined.marks, mark{m.record, m.start + len(joined.text), m.end + len(joined.text)})
		}
		joined.text += p.text
	}
	return joined, nil
}

// sentences returns the sentences that the records hold, without marks.
func (d *StoredDocument) sentences() []passage {
	bySentence := map[int]passage{}
	for _, record := range d.records {
		switch _, found := bySentence[record.Sentence]; {
		case record.kind == Sentence:
			bySentence[record.Index] = passage{doc: d, sentence: record.Index, text: record.Text, from: record.CharStart}
		case record.kind == Claim && !found && record.SentenceText != "":
			bySentence[record.Sentence] = passage{doc: d, sentence: record.Sentence, text: record.SentenceText, from: -1}
		}
	}
	all := make([]passage, 0, len(bySentence))
	for _, p := range bySentence {
		all = append(all, p)
	}
	slices.SortFunc(all, func(a, b passage) int { return a.sentence - b.sentence })
	return all
}

// place finds the places of those records that lie in the passage.
func (p *passage) place(records []*StoredRecord) {
	var inside []*StoredRecord
	for _, record := range records {
		if record.isSpan() {
			inside = append(inside, record)
		}
	}
	if p.from >= 0 {
		p.placeByOffset(inside)
	} else {
		p.placeByWords(inside)
	}
	slices.SortStableFunc(p.marks, func(a, b mark) int {
		return cmp.Or(a.start-b.start, b.end-a.end, int(a.record.kind)-int(b.record.kind))
	})
}

// placeByOffset places records in verbatim text.
func (p *passage) placeByOffset(records []*StoredRecord) {
	offsets := NewOffsets(p.text)
	for _, record := range records {
		start, ok1 := offsets.Byte(record.CharStart - p.from)
		end, ok2 := offsets.Byte(record.CharEnd - p.from)
		if ok1 && ok2 && p.text[start:end] == record.Text {
			p.marks = append(p.marks, mark{record, start, end})
		}
	}
}

// missing says which records have no place: those whose words no text holds,
// and those that a changed record puts where other words are.
func (d *StoredDocument) missing(all []passage) error {
	placed := map[*StoredRecord]bool{}
	for _, p := range all {
		for _, m := range p.marks {
			placed[m.record] = true
		}
	}
	for _, record := range d.records {
		switch {
		case placed[record] || !record.isSpan():
		case d.known:
			return fmt.Errorf("%s: characters %d:%d are not the text of the %s record, %q", d.Path, record.CharStart, record.CharEnd, record.kind, clip(record.Text))
		default:
			return fmt.Errorf("%s: the text around the %s %q is missing: find the document with --root DIR or --texts FILE", d.Path, record.kind, clip(record.Text))
		}
	}
	return nil
}

// folded returns text on one line.
func folded(text string) string { return strings.Join(strings.Fields(text), " ") }
