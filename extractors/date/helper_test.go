package date_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/purport-nlp/purport/extractors"
	"github.com/purport-nlp/purport/extractors/date"
	"github.com/purport-nlp/purport/pipeline"
)

// before returns the stages that the date stage builds on.
func before(t testing.TB) []pipeline.Stage {
	t.Helper()
	all, err := extractors.Default(extractors.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var stages []pipeline.Stage
	for _, stage := range all {
		switch stage.Name() {
		case "paragraph", "sentence", "token", "tag":
			stages = append(stages, stage)
		}
	}
	if len(stages) != 4 {
		t.Fatalf("%d stages before the dates, want 4", len(stages))
	}
	return stages
}

// chain is before with the date stage.
func chain(t testing.TB) []pipeline.Stage {
	return append(before(t), date.New(date.Options{}))
}

// annotate runs stages on a text; published is the document's date, "" where
// it is not known.
func annotate(t testing.TB, stages []pipeline.Stage, text, published string) *pipeline.Document {
	t.Helper()
	doc := pipeline.NewDocument("test", text)
	if published != "" {
		doc.Published, doc.PublishedBasis = published, pipeline.PublishedFlag
	}
	for _, stage := range stages {
		if err := stage.Annotate(context.Background(), doc); err != nil {
			t.Fatal(err)
		}
	}
	return doc
}

// describe writes the dates of a document as the tables do: text, type,
// value, mod, from, to, precision and basis, "-" for what is not there.
func describe(doc *pipeline.Document) string {
	var b strings.Builder
	dash := func(s string) string {
		if s == "" {
			return "-"
		}
		return s
	}
	for i := range doc.Dates {
		d := &doc.Dates[i]
		if i > 0 {
			b.WriteString("; ")
		}
		fmt.Fprintf(&b, "%s: %s %s %s %s %s %s %s", doc.Slice(d.Span), d.Type, d.Value, dash(d.Mod), dash(d.From), dash(d.To), dash(d.Precision), d.Basis)
	}
	return b.String()
}

// anomalies lists the dates of a document that have one.
func anomalies(doc *pipeline.Document) string {
	var found []string
	for i := range doc.Dates {
		if d := &doc.Dates[i]; d.Anomaly != "" {
			found = append(found, doc.Slice(d.Span)+": "+d.Anomaly)
		}
	}
	return strings.Join(found, "; ")
}
