package reader

import (
	"context"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/purport-nlp/purport/pipeline"
)

// checkArticle holds what every format's parser promises.
func checkArticle(t *testing.T, found article, err error) {
	t.Helper()
	if err != nil {
		return
	}
	if !utf8.ValidString(found.text) {
		t.Fatalf("the text is not UTF-8: %q", found.text)
	}
	doc := pipeline.NewDocument("fuzz", found.text)
	doc.Breaks = found.breaks
	if err := doc.Validate(); err != nil {
		t.Fatal(err)
	}
	if found.published != "" {
		if _, ok := ParseDate(found.published); !ok {
			t.Fatalf("published %q", found.published)
		}
	}
}

func FuzzHTML(f *testing.F) {
	for _, seed := range []string{"", "<p>It rained.", "<meta charset=utf-16><p>a", "<table><td>a<svg><p>b", `<script type="application/ld+json">[{"datePublished":"2024-05-06"}]</script>`, strings.Repeat("<b><p>", 50)} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		found, err := readHTML(data)
		checkArticle(t, found, err)
	})
}

func FuzzMarkdown(f *testing.F) {
	for _, seed := range []string{"", "# a\n\n**b** [c](d)", "---\ntitle: x\n---\n- a\n  - b", "| a | b |\n|---|---|\n| c | d |", "> a\n\n    code", "a&amp;b \\* <i>x</i>"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		found, err := readMarkdown(data)
		checkArticle(t, found, err)
	})
}

func FuzzDOCX(f *testing.F) {
	f.Add([]byte("<w:p><w:r><w:t>a</w:t></w:r></w:p>"))
	f.Add([]byte("</w:tr><w:tc><w:p>"))
	f.Add([]byte("<w:del><w:t>a"))
	f.Fuzz(func(t *testing.T, body []byte) {
		if !utf8.Valid(body) {
			return
		}
		found, err := readDOCX(docx(t, string(body), ""))
		checkArticle(t, found, err)
	})
}

func FuzzDOCXArchive(f *testing.F) {
	f.Add(docx(f, "<w:p><w:r><w:t>a</w:t></w:r></w:p>", "b"))
	f.Add([]byte("PK\x03\x04"))
	f.Fuzz(func(t *testing.T, data []byte) {
		found, err := readDOCX(data)
		checkArticle(t, found, err)
	})
}

func FuzzJSONL(f *testing.F) {
	for _, seed := range []string{"", `{"id":"x","text":"a"}`, `{"text":"a","date":"2024-05-06","k":[1,{"a":null}]}`, "\n\n{", `{"id":{},"text":null}`, `{"text":"\ud800"}`} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, data string) {
		r := New(Options{Format: JSONL, Stdin: strings.NewReader(data)})
		for input := range r.Documents([]File{{Path: Stdin}}) {
			doc, err := input.Load(context.Background())
			if err != nil {
				continue
			}
			if !utf8.ValidString(doc.Text) || doc.Path == "" {
				t.Fatalf("%q: %q", doc.Path, doc.Text)
			}
			if doc.Meta != nil && (!utf8.Valid(doc.Meta) || strings.ContainsAny(string(doc.Meta), "\n\r")) {
				t.Fatalf("metadata %q", doc.Meta)
			}
		}
	})
}

func FuzzPDF(f *testing.F) {
	if raceDetector {
		f.Skip("PDFium is compiled anew in minutes under the race detector")
	}
	f.Add(pdf("It rained."))
	f.Add([]byte("%PDF-1.4\n"))
	r := New(Options{})
	f.Cleanup(r.Close)
	f.Fuzz(func(t *testing.T, data []byte) {
		found, err := r.pdf.read(context.Background(), data)
		checkArticle(t, found, err)
	})
}
