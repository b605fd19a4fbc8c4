package output

import (
	"cmp"
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"

	"github.com/purport-nlp/purport/pipeline"
)

//go:embed html.tmpl
var htmlPage string

// htmlReview is what the page shows.
type htmlReview struct {
	Levels    []htmlCount
	Total     int
	Documents []htmlDocument
}

// htmlCount is a label and how many records have it.
type htmlCount struct {
	Label, Class, About string
	Count               int
}

type htmlDocument struct {
	Path string
	// Whole says that the text is the document's, and not the sentences that
	// its records hold.
	Whole    bool
	Segments []htmlSegment
	Notes    []htmlNote
}

// htmlSegment is a stretch of text under the same records: the notes that
// begin with it, and the class of the innermost record, "" where there is none.
type htmlSegment struct {
	Text, Class, Title string
	Begins             []htmlNote
}

// htmlNote is a row of the table below a text.
type htmlNote struct {
	Anchor, Class, Label, Text     string
	Number                         int
	Polarity, Source, Detail, Cues string
	Score                          string
	// Chip is what the label in the text says.
	Chip string
}

// writeHTML writes one page that needs nothing but itself: each text with its
// records marked, and below it a table of them.
func writeHTML(out io.Writer, docs []*StoredDocument) error {
	page, err := template.New("page").Parse(htmlPage)
	if err != nil {
		return err
	}
	review := htmlReview{}
	counts := map[string]int{}
	for i, doc := range docs {
		p, err := doc.whole()
		if err != nil {
			return err
		}
		if len(p.marks) == 0 {
			continue
		}
		for _, m := range p.marks {
			counts[m.record.label()]++
			review.Total++
		}
		review.Documents = append(review.Documents, htmlOf(i, p))
	}
	review.Levels = htmlCounts(counts)
	return page.Execute(out, review)
}

// htmlLevels says in a few words what each level means, for the legend.
var htmlLevels = []struct {
	level pipeline.Level
	about string
}{
	{pipeline.Known, "presented as established"},
	{pipeline.Asserted, "stated flatly by the author"},
	{pipeline.Attributed, "stated by a named or identified source"},
	{pipeline.Probable, "more likely than not"},
	{pipeline.Possible, "not excluded"},
	{pipeline.Speculative, "hearsay or rumour"},
	{pipeline.Unknown, "neither claimed nor denied"},
}

// htmlCounts lists the levels from the firmest down, then other labels.
func htmlCounts(counts map[string]int) []htmlCount {
	var all []htmlCount
	for _, l := range htmlLevels {
		if n := counts[l.level.String()]; n > 0 {
			all = append(all, htmlCount{l.level.String(), l.level.String(), l.about, n})
		}
		delete(counts, l.level.String())
	}
	var others []htmlCount
	for label, n := range counts {
		others = append(others, htmlCount{label, "other", "", n})
	}
	slices.SortFunc(others, func(a, b htmlCount) int { return cmp.Compare(a.Label, b.Label) })
	return append(all, others...)
}

func htmlOf(number int, p passage) htmlDocument {
	doc := htmlDocument{Path: p.doc.Path, Whole: p.doc.known}
	for i, m := range p.marks {
		doc.Notes = append(doc.Notes, noteOf(fmt.Sprintf("%d-%d", number+1, i+1), i+1, m.record))
	}
	doc.Segments = segments(p, doc.Notes)
	return doc
}

func noteOf(anchor string, number int, r *StoredRecord) htmlNote {
	note := htmlNote{Anchor: anchor, Number: number, Class: "other", Label: r.label(), Text: orElse(r.ClaimText, folded(r.Text)),
		Polarity: r.Polarity, Source: r.source(), Cues: strings.Join(cueTexts(r.ClaimRecord), ", ")}
	if r.kind == Claim {
		note.Class = r.Level
		note.Source = orElse(note.Source, "the author")
	}
	if r.kind == Claim || r.kind == Entity {
		note.Score = fmt.Sprintf("%.2f", r.Score)
	}
	note.Detail = orElse(r.Name, r.Value)
	note.Chip = fmt.Sprintf("%d %s", number, note.Label)
	if r.Polarity == "negative" {
		note.Chip += ", negative"
	}
	if r.source() != "" {
		note.Chip += ": " + clip(folded(r.source()))
	}
	return note
}

// segments cuts the text where a mark begins or ends.
func segments(p passage, notes []htmlNote) []htmlSegment {
	cuts := []int{0, len(p.text)}
	for _, m := range p.marks {
		cuts = append(cuts, m.start, m.end)
	}
	cuts = sortedOnce(cuts)
	var all []htmlSegment
	for i, start := range cuts[:len(cuts)-1] {
		segment := htmlSegment{Text: p.text[start:cuts[i+1]]}
		innermost := -1
		for j, m := range p.marks {
			if m.start == start {
				segment.Begins = append(segment.Begins, notes[j])
			}
			if m.start <= start && start < m.end && (innermost < 0 || m.end-m.start <= p.marks[innermost].end-p.marks[innermost].start) {
				innermost = j
			}
		}
		if innermost >= 0 {
			segment.Class, segment.Title = notes[innermost].Class, notes[innermost].Chip
		}
		all = append(all, segment)
	}
	return all
}
