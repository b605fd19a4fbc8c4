package date_test

import (
	"context"
	"strings"
	"testing"

	"github.com/purport-nlp/purport/extractors/date"
	"github.com/purport-nlp/purport/pipeline"
)

// story is prose as news is: a date every other sentence, and numbers and
// small words that might begin one.
const story = `The ministry said on Tuesday that the talks, which began in late March, may go on until the end of the year.
More than 2,000 people marched through the capital to protest against the law, and the second day passed without arrests.
Officials from both sides had met three times since July 27, 2023, when the first round ended with no result.
The company employs 1,950 people at two plants and sells its machines in 14 countries, most of them in the south.
Its chairwoman told reporters that the fall in orders was a surprise and that the board would meet again to look at the figures.
A spokesman for the union called the offer a first step, but he said that the workers wanted to see it in writing.
The bridge was closed after a ship hit one of its pillars, and engineers are now looking at what the repair would cost.
Nobody was hurt. The harbour office said that the pilot had asked for help over the radio some minutes before the accident.
In the 1990s the town had three cinemas; the last of them shut its doors two years ago and has stood empty ever since.
"We do not know who will buy the house," the mayor said, "and we can not pay for the roof by ourselves."
`

// BenchmarkStage measures the date stage by itself, on text that has been
// divided and tagged.
func BenchmarkStage(b *testing.B) {
	doc := annotate(b, before(b), strings.Repeat(story, 100), "2024-03-06")
	stage := date.New(date.Options{})
	b.SetBytes(int64(len(doc.Text)))
	b.ReportAllocs()
	b.ResetTimer()
	for range b.N {
		doc.Dates = nil
		if err := stage.Annotate(context.Background(), doc); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(doc.Dates)), "dates/op")
	b.ReportMetric(float64(len(doc.Tokens)), "tokens/op")
}

// TestAllocations: what a date's record holds is all that is allocated, and
// nothing for the tokens that are none.
func TestAllocations(t *testing.T) {
	stages, stage := before(t), date.New(date.Options{})
	count := func(doc *pipeline.Document) float64 {
		return testing.AllocsPerRun(5, func() {
			doc.Dates = nil
			if err := stage.Annotate(context.Background(), doc); err != nil {
				t.Fatal(err)
			}
		})
	}
	plain := annotate(t, stages, strings.Repeat("The second man may march on and fall, he said of the 2,000 others who had sat there.\n", 500), "2024-03-06")
	if got := count(plain); got > 20 || len(plain.Dates) > 0 {
		t.Errorf("%.0f allocations for %d tokens and %d dates", got, len(plain.Tokens), len(plain.Dates))
	}
	dated := annotate(t, stages, strings.Repeat(story, 20), "2024-03-06")
	if got, most := count(dated), 3*float64(len(dated.Dates))+20; got > most || len(dated.Dates) < 100 {
		t.Errorf("%.0f allocations for %d dates, want %.0f at most", got, len(dated.Dates), most)
	}
}
