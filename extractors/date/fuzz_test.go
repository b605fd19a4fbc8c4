package date_test

import (
	"context"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/purport-nlp/purport/extractors/date"
	"github.com/purport-nlp/purport/pipeline"
)

// FuzzDates: no text breaks the matcher, every record is valid TIMEX3, and
// the same text gives the same dates.
func FuzzDates(f *testing.F) {
	for _, seed := range []string{
		"", "-", "1/", "12:", "12:30:", "2023-", "2023-07-27T", "May 2-", "'", "’80s", "Q", "Q3", "the", "the 1", "the 1990s and '", "5 p.m. on",
		"two hundred thousand million billion years ago", "99999999999999999999 years ago", "0 BC, 9999 AD, 32 May 0000", "February 30 to 31, 2023",
		"the second second of the second", "half a half half", "a quarter to a quarter past", "every other every second Monday", "more than at least about nearly 3.14159 years",
		"the first week of the last month of the first year of the last decade", "2019–20–21", "1-2-3-4-5", "1/2/3/4/5", "12.12.12.12", "Mar. 3, 4, 5, 6 and 7, '99",
		"two centuries later. 9000 years later. 90 centuries ago.", "10000 years from now", "the turn of the millennium", "Monday to Tuesday to Wednesday and Thursday",
		"Feb-\nruary 3, 20-\n23", "\xff\xfe May 3", "4 BC – 6 AD", "late late early mid-to-late-mid 2020", "fiscal fiscal year year 2020 2021",
		"DECEMBER 25, 2023 — TUESDAY", "24:00 on 31 December 9999", "Easter 0001, Easter 9999",
	} {
		f.Add(seed, "2024-02-29")
		f.Add(seed, "")
		f.Add(strings.ToUpper(seed), "0001-01-01")
		f.Add(seed, "9999-12-31")
	}
	stages := before(f)
	stage := date.New(date.Options{DayFirst: true})
	f.Fuzz(func(t *testing.T, text, published string) {
		if !utf8.ValidString(text) {
			text = strings.ToValidUTF8(text, "�") // as readers do
		}
		doc := annotate(t, stages, text, published)
		if err := stage.Annotate(context.Background(), doc); err != nil {
			t.Fatal(err)
		}
		if err := doc.Validate(); err != nil {
			t.Fatal(err)
		}
		for i := range doc.Dates {
			if err := checkDate(&doc.Dates[i]); err != nil {
				t.Fatalf("%q: %v", doc.Slice(doc.Dates[i].Span), err)
			}
		}
		again := annotate(t, stages, text, published)
		if err := stage.Annotate(context.Background(), again); err != nil {
			t.Fatal(err)
		}
		if describe(doc) != describe(again) {
			t.Fatalf("%s\nthen %s", describe(doc), describe(again))
		}
	})
}

// TestWithoutTags: a document that was never tagged is read too.
func TestWithoutTags(t *testing.T) {
	stages := before(t)
	doc := annotate(t, append(stages[:3:3], pipeline.Stage(date.New(date.Options{}))), "It was signed on July 27, 2023, two years after the talks of May 2021. They may meet on Friday.", "2024-03-06")
	if got, want := len(doc.Dates), 4; got != want {
		t.Fatalf("%d dates, want %d: %s", got, want, describe(doc))
	}
	for i := range doc.Dates {
		if err := checkDate(&doc.Dates[i]); err != nil {
			t.Error(err)
		}
	}
}
