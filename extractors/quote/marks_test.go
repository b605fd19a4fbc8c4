package quote

import (
	"slices"
	"strings"
	"testing"

	"github.com/purport-nlp/purport/pipeline"
)

func TestFindQuotations(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"straight", `He said "we go" now.`, `"we go"`},
		{"curly", `He said “we go” now.`, `“we go”`},
		{"two apostrophes", `''We go,'' he said.`, `''We go,''`},
		{"grave accents", "``We go,'' he said.", "``We go,''"},
		{"guillemets", `Il dit «on y va» ici.`, `«on y va»`},
		{"closing mark at both ends", `stating, ”we go now” and left`, `”we go now”`},
		{"nested single", `She said, "he told me 'go home' twice."`, `"he told me 'go home' twice."`},
		{"nested curly", `“He told me ‘go home’ twice,” she said.`, `“He told me ‘go home’ twice,”`},
		{"apostrophes", `It's the voters' choice, isn't it?`, ``},
		{"curly apostrophes", `It’s the voters’ choice, isn’t it?`, ``},
		{"decades", `In the '60s they said 'no' to it.`, `'no'`},
		{"single", `They called it 'a mess' again.`, `'a mess'`},
		{"two in a row", `"One," he said. "Two."`, `"One,"|"Two."`},
		{"after a dash", `He wrote—"we go"—and left.`, `"we go"`},
		{"never closed", `He said "we go now.`, `"we go now.`},
		{"closed without opening", `we go now," he said.`, ``},
		{"opened twice", `“One lost. He said “two” then.`, `“two”`},
		{"over paragraphs", "“One.\n\n“Two,” he said.", "“One.|“Two,”"},
		{"closed in a later paragraph", "“One.\n\nTwo “or three” then.\n\nFour.”", "“One.\n\nTwo “or three” then.\n\nFour.”|“or three”"},
		{"closed in a later paragraph, colon", "He said: \"One.\n\nFour.\"", "\"One.\n\nFour.\""},
		{"left open amid a paragraph", "The \"long winter.\n\nFour.\"", "\"long winter."},
		{"double in double", `"He said "no" to me." Then left.`, `"He said "no" to me."`},
		{"double in double, goes on", "\"He said \"no\" to me.\n\n\"I went.\"", "\"He said \"no\" to me.|\"I went.\""},
		{"empty", `""`, `""`},
		{"a lone mark", `"`, ``},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc := paragraphs(c.text)
			var got []string
			for _, q := range findQuotations(nil, doc) {
				got = append(got, doc.Slice(q.Span))
			}
			var want []string
			if c.want != "" {
				want = strings.Split(c.want, "|")
			}
			if !slices.Equal(got, want) {
				t.Errorf("%s\n got %q\nwant %q", c.text, got, want)
			}
		})
	}
}

// paragraphs returns a document with a unit for each paragraph of text.
func paragraphs(text string) *pipeline.Document {
	doc := pipeline.NewDocument("test", text)
	at := 0
	for part := range strings.SplitSeq(text, "\n\n") {
		if part != "" {
			doc.Units = append(doc.Units, pipeline.Unit{Span: pipeline.Span{Start: at, End: at + len(part)}})
		}
		at += len(part) + 2
	}
	return doc
}

// TestFindQuotationsMany: ten thousand marks of every kind, opened and never
// closed, end in quotations that slice the text.
func TestFindQuotationsMany(t *testing.T) {
	for _, mark := range []string{`"`, `“`, `”`, `'`, `‘`, `''`, "`", `«`} {
		doc := paragraphs(strings.Repeat(" "+mark+"a", 10000))
		for _, q := range findQuotations(nil, doc) {
			if q.Start >= q.End || q.End > len(doc.Text) || q.inner.Start > q.inner.End {
				t.Fatalf("%q: quotation %v of a text of %d bytes", mark, q, len(doc.Text))
			}
		}
	}
}
