package output

import (
	"strings"
	"unicode/utf8"
)

// placeByWords places the records of a sentence in its folded text. Words that
// stand there once are where they are; words that stand there more often are
// told apart by how far they are, in the document, from words that do not.
func (p *passage) placeByWords(records []*StoredRecord) {
	var inside []*StoredRecord
	for _, record := range records {
		if record.kind != Quote && record.Sentence == p.sentence {
			inside = append(inside, record)
		}
	}
	shift := p.shift(inside)
	for _, record := range inside {
		words := record.words()
		if start := nearest(occurrences(p.text, words), record.CharStart+shift); start >= 0 {
			p.marks = append(p.marks, mark{record, start, start + len(words)})
		}
	}
}

// words is what the record reads as in a folded sentence.
func (r *StoredRecord) words() string { return orElse(r.ClaimText, folded(r.Text)) }

// shift is what has to be added to a position in the document to come near to
// that in the folded sentence; it is read off the first words that stand in
// the sentence only once.
func (p *passage) shift(records []*StoredRecord) int {
	for _, record := range records {
		parts := []Part{{record.words(), record.CharStart, record.CharEnd}}
		for _, cue := range record.Cues {
			parts = append(parts, cue.Part)
		}
		if record.SourceStart != nil {
			parts = append(parts, Part{Text: record.SourceText, CharStart: *record.SourceStart})
		}
		for _, part := range parts {
			if found := occurrences(p.text, folded(part.Text)); len(found) == 1 {
				return found[0] - part.CharStart
			}
		}
	}
	return -1 << 31 // nothing to go by: the first will be nearest
}

// occurrences returns where words stand in text: as parts of longer words only
// where they stand nowhere else, for a claim may end before the "n't" of one.
func occurrences(text, words string) []int {
	var found, inside []int
	for at := 0; words != ""; {
		i := strings.Index(text[at:], words)
		if i < 0 {
			break
		}
		start := at + i
		end := start + len(words)
		if insideWord(text, start) || insideWord(text, end) {
			inside = append(inside, start)
		} else {
			found = append(found, start)
		}
		_, size := utf8.DecodeRuneInString(words)
		at = start + size
	}
	if found == nil {
		return inside
	}
	return found
}

// insideWord reports whether the characters on both sides of a position are
// letters or digits.
func insideWord(text string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	after, _ := utf8.DecodeRuneInString(text[at:])
	return at > 0 && at < len(text) && isWordRune(before) && isWordRune(after)
}

// nearest returns which of the places is nearest to one that is expected, -1
// where there is none.
func nearest(places []int, expected int) int {
	best := -1
	for _, place := range places {
		if best < 0 || max(place-expected, expected-place) < max(best-expected, expected-best) {
			best = place
		}
	}
	return best
}
