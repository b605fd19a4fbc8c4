package date_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/purport-nlp/purport/extractors/date"
	"github.com/purport-nlp/purport/pipeline"
)

// TestPublished: a document's date is taken from its dateline unless a flag or
// its metadata have told it, and before its file name.
func TestPublished(t *testing.T) {
	const (
		alone  = "The bridge is closed\n\nMarch 5, 2024\n\nNobody was hurt. The road stayed open. Buses ran. It was closed on Monday.\n"
		place  = "LISBON, March 5, 2024 (Agency) - The bridge is closed. The road stayed open. Buses ran. It was closed on Monday.\n"
		stated = "The bridge was closed, says a report.\n\nPublished on March 5, 2024 by the office.\n\nNobody was hurt. The road stayed open. Buses ran. It was closed on Monday.\n"
		told   = "The bridge was opened on March 5, 2024, after the mayor had cut a ribbon. Nobody was hurt. The road stayed open. Buses ran. It was closed on Monday.\n"
	)
	stages := chain(t)
	for _, c := range []struct {
		text, published string
		basis           pipeline.PublishedBasis
		want, monday    string
	}{
		{alone, "", "", "2024-03-05 dateline", "2024-03-04"},
		{place, "", "", "2024-03-05 dateline", "2024-03-04"},
		{stated, "", "", "2024-03-05 dateline", "2024-03-04"},
		{told, "", "", " ", "XXXX-WXX-1"},
		{alone, "2022-06-08", pipeline.PublishedFlag, "2022-06-08 flag", "2022-06-06"},
		{alone, "2022-06-08", pipeline.PublishedMetadata, "2022-06-08 metadata", "2022-06-06"},
		{alone, "2022-06-08", pipeline.PublishedFilename, "2024-03-05 dateline", "2024-03-04"},
		{told, "2022-06-08", pipeline.PublishedFilename, "2022-06-08 filename", "2022-06-06"},
	} {
		doc := pipeline.NewDocument("test", c.text)
		doc.Published, doc.PublishedBasis = c.published, c.basis
		for _, stage := range stages {
			if err := stage.Annotate(context.Background(), doc); err != nil {
				t.Fatal(err)
			}
		}
		if got := fmt.Sprintf("%s %s", doc.Published, doc.PublishedBasis); got != c.want {
			t.Errorf("%q\n published %s, want %s", c.text, got, c.want)
		}
		if last := doc.Dates[len(doc.Dates)-1]; last.Value != c.monday {
			t.Errorf("%q (%s)\n Monday is %s, want %s", c.text, c.published, last.Value, c.monday)
		}
	}
}

// TestDayFirst: the option settles what no date of the document does.
func TestDayFirst(t *testing.T) {
	for _, c := range []struct {
		text  string
		first bool
		want  string
	}{
		{"It was dated 03/04/2023.", false, "2023-03-04"},
		{"It was dated 03/04/2023.", true, "2023-04-03"},
		{"It was dated 03/04/2023 and 12/25/2023.", true, "2023-03-04 2023-12-25"},
		{"It was dated 03/04/2023 and 25/12/2023.", false, "2023-04-03 2023-12-25"},
	} {
		doc := annotate(t, append(before(t), date.New(date.Options{DayFirst: c.first})), c.text, "")
		var values []string
		for i := range doc.Dates {
			values = append(values, doc.Dates[i].Value)
		}
		if got := strings.Join(values, " "); got != c.want {
			t.Errorf("%s (%t) %s, want %s", c.text, c.first, got, c.want)
		}
	}
}

// TestReport: a report states the years of other times and leaves out its own,
// so that a month without a year lies in the report's, whatever year was told
// before it. A history tells its dates one after the other.
func TestReport(t *testing.T) {
	var report strings.Builder
	for _, month := range []string{"January", "February", "March", "April", "May", "June", "July", "August", "September"} {
		fmt.Fprintf(&report, "On %s 4 the court heard the case again. The judges gave no reason. Nobody was let in.\n\n", month)
	}
	for _, year := range []string{"October 2021", "2019", "March 2021", "2017", "August 2021", "2016", "2020", "May 2020"} {
		fmt.Fprintf(&report, "The law was changed in %s. Nobody had asked for it. It is still in force.\n\n", year)
	}
	report.WriteString("In November the minister resigned. Nobody else was named during the year.\n")
	history := "The war began in 1809. In June 1810 the town fell. The siege went on.\n\nIn August the army withdrew. In 1811 it came back. In May it took the bridge, and in July the town.\n\n" +
		"The treaty was signed in 1812, and the next one in 1813. In 1815 another followed. In March the king fled.\n\n" +
		"A plaque will be shown in September. Last Friday, 24 April, it was cast.\n"
	for _, c := range []struct{ name, text, published, month, want, basis string }{
		{"report", report.String(), "", "November", "2022-11", "context"},
		{"report", report.String(), "2022-12-31", "November", "2022-11", "document-date"},
		{"report", report.String(), "", "the year", "2022", "context"},
		{"report", report.String(), "", "January 4", "2022-01-04", "context"},
		{"history", history, "", "March", "1815-03", "context"},
		{"history", history, "2009-05-01", "March", "1815-03", "context"},
		{"history", history, "2009-05-01", "August", "1810-08", "context"},
		{"history", history, "2009-05-01", "July", "1811-07", "context"},
		{"history", history, "2009-05-01", "September", "2009-09", "document-date"},
		{"history", history, "2009-05-01", "Last Friday, 24 April", "2009-04-24", "document-date"},
	} {
		doc, found := annotate(t, chain(t), c.text, c.published), false
		for i := range doc.Dates {
			if d := &doc.Dates[i]; doc.Slice(d.Span) == c.month {
				found = true
				if d.Value != c.want || d.Basis != c.basis {
					t.Errorf("%s (%s): %s is %s %s, want %s %s", c.name, c.published, c.month, d.Value, d.Basis, c.want, c.basis)
				}
			}
		}
		if !found {
			t.Errorf("%s: no %s", c.name, c.month)
		}
	}
}
