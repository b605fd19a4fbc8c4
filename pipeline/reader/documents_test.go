package reader

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/purport-nlp/purport/pipeline"
)

// load reads everything that the files hold, as "path: text" or "path!code".
func load(t testing.TB, options Options, paths ...string) (all []string, docs []*pipeline.Document) {
	t.Helper()
	files, _ := Walk(paths, Rules{Format: options.Format})
	r := New(options)
	defer r.Close()
	for input := range r.Documents(files) {
		doc, err := input.Load(context.Background())
		var coded pipeline.Coded
		switch {
		case errors.As(err, &coded):
			all = append(all, input.Path()+"!"+coded.Code())
		case err != nil:
			all = append(all, input.Path()+"!!"+err.Error())
		default:
			all = append(all, doc.Path+": "+doc.Text)
			docs = append(docs, doc)
		}
	}
	return all, docs
}

func write(t testing.TB, name string, data string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(data), 0o644); err != nil {
		t.Fatal(err)
	}
}

func packed(t testing.TB, text string) string {
	t.Helper()
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	if _, err := w.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestDocuments(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "a.txt", "It rained.")
	write(t, "b.txt", "")
	write(t, "c.txt", "no\x00text")
	write(t, "d.txt.gz", packed(t, "It snowed."))
	write(t, "e.txt.gz", "not packed at all")
	write(t, "f.txt.gz", packed(t, strings.Repeat("It snowed. ", 100))[:40])
	write(t, "h.txt", "bad \xff byte")
	if err := os.Mkdir("i.txt", 0o755); err != nil {
		t.Fatal(err)
	}
	got, _ := load(t, Options{}, "a.txt", "b.txt", "c.txt", "d.txt.gz", "e.txt.gz", "f.txt.gz", "h.txt", "i.txt", "z.txt")
	want := "a.txt: It rained.|b.txt: |c.txt!binary|d.txt.gz: It snowed.|e.txt.gz!malformed|f.txt.gz!malformed|h.txt!encoding|z.txt!not-found"
	if strings.Join(got, "|") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, "|"), want)
	}
}

func TestPublishedAndItsBasis(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "2024-05-06.txt", "It rained.")
	write(t, "2024-05-06.html", `<meta property="article:published_time" content="2024-05-04T01:00:00Z"><p>It rained.`)
	write(t, "a.txt", "It rained.")
	for _, c := range []struct {
		path, refDate, published string
		basis                    pipeline.PublishedBasis
	}{
		{"2024-05-06.txt", "", "2024-05-06", pipeline.PublishedFilename},
		{"2024-05-06.html", "", "2024-05-04", pipeline.PublishedMetadata},
		{"2024-05-06.html", "2020-01-01", "2020-01-01", pipeline.PublishedFlag},
		{"a.txt", "2020-01-01", "2020-01-01", pipeline.PublishedFlag},
		{"a.txt", "", "", pipeline.PublishedUnknown},
	} {
		_, docs := load(t, Options{RefDate: c.refDate}, c.path)
		if docs[0].Published != c.published || docs[0].PublishedBasis != c.basis {
			t.Errorf("%s: published %q by %q, want %q by %q", c.path, docs[0].Published, docs[0].PublishedBasis, c.published, c.basis)
		}
	}
}

func TestJSONL(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "a.jsonl", "\xEF\xBB\xBF"+`{"id":"x","text":"It rained.","date":"2024-05-06T10:00:00Z","title":"Rain","desk":{ "a" : [1, 2] },"n":1}
{"id":7,"text":"One\nTwo \ud83d\ude42"}

{"text":"no id"}
{"id":"no text"}
{"id":"y","text":7}
not json
["text"]
{"id":"z","text":"late","date":"6 May"} x
{"id":"z","text":"late","date":"6 May 2024"}
{"id":"2024-05-06","text":""}`)
	got, docs := load(t, Options{}, "a.jsonl")
	want := "x: It rained.|7: One\nTwo 🙂|a.jsonl:4: no id|a.jsonl:5!malformed|a.jsonl:6!malformed|a.jsonl:7!malformed|a.jsonl:8!malformed|a.jsonl:9!malformed|z: late|2024-05-06: "
	if strings.Join(got, "|") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, "|"), want)
	}
	if x := docs[0]; x.Published != "2024-05-06" || x.PublishedBasis != pipeline.PublishedMetadata || x.Title != "Rain" || string(x.Meta) != `{"desk":{"a":[1,2]},"n":1}` || x.Format != "jsonl" {
		t.Errorf("x: %q %q %q %s", x.Published, x.PublishedBasis, x.Title, x.Meta)
	}
	if z := docs[3]; z.Published != "" || string(z.Meta) != `{"date":"6 May 2024"}` {
		t.Errorf("a date that is not understood: %q %s", z.Published, z.Meta)
	}
	if last := docs[4]; last.Published != "" {
		t.Errorf("an id was taken for a file name: %q", last.Published)
	}
}

func TestStandardInput(t *testing.T) {
	got, docs := load(t, Options{Stdin: iotest.OneByteReader(strings.NewReader("It rained."))}, "-")
	if got[0] != "-: It rained." || docs[0].Format != "text" {
		t.Errorf("got %q", got)
	}
	got, _ = load(t, Options{Format: JSONL, Stdin: strings.NewReader(`{"id":"x","text":"a"}` + "\n" + `{"text":"b"}`)}, "-")
	if strings.Join(got, "|") != "x: a|-:2: b" {
		t.Errorf("got %q", got)
	}
}

func TestHTML(t *testing.T) {
	long := strings.Repeat("The harbour was closed on Monday, the port authority said, and ships waited outside. ", 12)
	for _, c := range []struct{ name, page, text, title, published string }{
		{"a page", `<html><head><title>Rain &amp; snow</title></head><body><h1>Rain</h1><p>It <b>rained</b>,
			they<br>said.</p><ul><li>one<li>two</ul><script>no()</script></body>`, "Rain\n\nIt rained, they\nsaid.\n\n- one\n- two\n", "Rain & snow", ""},
		{"nothing", "", "", "", ""},
		{"menus go", "<nav>Home</nav><p>It rained.</p><footer>Contact</footer>", "It rained.\n", "", ""},
		{"preformatted", "<pre>one\n  two</pre>", "one\n  two\n", "", ""},
		{"a table", "<table><tr><td>a<td>b<tr><td>c<td>d</table>", "a\tb\nc\td\n", "", ""},
		{"marks of notes", "<p>It rained<sup><a href=#1>1</a></sup>.", "It rained.\n", "", ""},
		{"a long page", "<nav>" + strings.Repeat("<a href=x>Home</a> ", 30) + "</nav><article><p>" + long + "</p><p>" + long + "</p></article><div class=sidebar>More news</div>",
			strings.TrimSpace(long) + "\n\n" + strings.TrimSpace(long) + "\n", "", ""},
		{"linked data", `<script type="application/ld+json">{"@graph":[{"@type":"Thing"},{"datePublished":"2024-05-06T00:00:00Z"}]}</script><p>a`, "a\n", "", "2024-05-06"},
		{"a time element", `<time itemprop="datePublished" datetime="2024-05-06">6 May</time>`, "6 May\n", "", "2024-05-06"},
		{"the better name wins", `<meta name=date content=2020-01-01><meta name=pubdate content=2024/05/06>`, "", "", "2024-05-06"},
	} {
		found, err := readHTML([]byte(c.page))
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		if found.text != c.text || found.title != c.title || found.published != c.published {
			t.Errorf("%s: got %q, %q, %q; want %q, %q, %q", c.name, found.text, found.title, found.published, c.text, c.title, c.published)
		}
	}
}

func TestHTMLEncodings(t *testing.T) {
	for _, c := range []struct{ name, page, text, encoding string }{
		{"declared", "<meta charset=iso-8859-2><p>\xA3\xF3d\xBC", "Łódź\n", "iso-8859-2"},
		{"UTF-8 whatever is declared", "<meta charset=iso-8859-2><p>Zoë", "Zoë\n", "utf-8"},
		{"nothing declared", "<p>caf\xE9 au lait", "café au lait\n", "windows-1252"},
	} {
		found, err := readHTML([]byte(c.page))
		if err != nil || found.text != c.text || found.encoding != c.encoding {
			t.Errorf("%s: got %q in %s (%v)", c.name, found.text, found.encoding, err)
		}
	}
}

func TestDeepHTML(t *testing.T) {
	if _, err := readHTML([]byte(strings.Repeat("<div>", 3*maxNesting))); err == nil {
		t.Skip("the parser itself bounds the depth")
	}
}

// docx makes a document of a body and, if it is not empty, a title.
func docx(t testing.TB, body, title string) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	add := func(name, text string) {
		file, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := file.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	add("word/document.xml", `<?xml version="1.0"?><w:document xmlns:w="w" xmlns:mc="mc"><w:body>`+body+`</w:body></w:document>`)
	if title != "" {
		add("docProps/core.xml", `<c:coreProperties xmlns:c="c" xmlns:dc="dc"><dc:title>`+title+`</dc:title></c:coreProperties>`)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestDOCX(t *testing.T) {
	run := func(text string) string { return "<w:r><w:t>" + text + "</w:t></w:r>" }
	p := func(inner string) string { return "<w:p>" + inner + "</w:p>" }
	item := `<w:pPr><w:numPr><w:ilvl w:val="0"/></w:numPr></w:pPr>`
	for _, c := range []struct{ name, body, want string }{
		{"paragraphs", p(run("It ")+run("rained.")) + p("") + p(run("It snowed.")), "It rained.\n\nIt snowed.\n"},
		{"nothing", "", ""},
		{"breaks and tabs", p("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>"), "a\tb\nc\n"},
		{"a list", p(run("Items:")) + p(item+run("one")) + p(item+run("two")), "Items:\n\n- one\n- two\n"},
		{"a table", "<w:tbl><w:tr><w:tc>" + p(run("a")) + "</w:tc><w:tc>" + p(run("b")) + "</w:tc></w:tr><w:tr><w:tc>" + p(run("c")) + "</w:tc></w:tr></w:tbl>", "a\tb\nc\n"},
		{"deletions", p(run("It ") + "<w:del><w:r><w:delText>never </w:delText></w:r></w:del><w:ins>" + run("rained.") + "</w:ins>"), "It rained.\n"},
		{"drawings once", p("<mc:AlternateContent><mc:Choice>" + run("box") + "</mc:Choice><mc:Fallback>" + run("box") + "</mc:Fallback></mc:AlternateContent>"), "box\n"},
		{"field codes", p("<w:r><w:instrText>HYPERLINK</w:instrText></w:r>" + run("here")), "here\n"},
	} {
		found, err := readDOCX(docx(t, c.body, "A  title"))
		if err != nil || found.text != c.want || found.title != "A title" {
			t.Errorf("%s: got %q, title %q (%v), want %q", c.name, found.text, found.title, err, c.want)
		}
	}
}

func TestDamagedDOCX(t *testing.T) {
	var noBody bytes.Buffer
	w := zip.NewWriter(&noBody)
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{
		"no archive": []byte("PK\x03\x04 and nothing"),
		"no body":    noBody.Bytes(),
		"not XML":    docx(t, "<w:p", ""),
		"cut off":    docx(t, "<w:p><w:r><w:t>a</w:t></w:r></w:p>", "")[:80],
	} {
		var coded *codedError
		if _, err := readDOCX(data); !errors.As(err, &coded) || coded.code != "malformed" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestBounded(t *testing.T) {
	in := &bounded{strings.NewReader(strings.Repeat("a", 100)), 10}
	if _, err := docxText(in); err == nil || !strings.Contains(err.Error(), "unpacks to more") {
		t.Errorf("got %v", err)
	}
}

func TestMarkdown(t *testing.T) {
	for _, c := range []struct{ name, text, clean, title, published string }{
		{"plain", "It rained.\n\nIt snowed.\n", "It rained. It snowed.", "", ""},
		{"emphasis", "It **really** rained, *they said*.", "It really rained, they said.", "", ""},
		{"inside a word", "un**believ**able", "unbelievable", "", ""},
		{"a heading", "# Rain\n\nIt rained.", "Rain It rained.", "", ""},
		{"a link", "See [the report](http://x.y/z \"t\"), they said.", "See the report, they said.", "", ""},
		{"a picture", "It ![alt text](a.png) rained.", "It rained.", "", ""},
		{"a list", "- one\n- two\n", "one two", "", ""},
		{"a quotation", "> It rained.\n> Hard.\n", "It rained. Hard.", "", ""},
		{"code", "It rained.\n\n```\nx := 1\n```\n\nIt snowed.", "It rained. It snowed.", "", ""},
		{"front matter", "---\ntitle: \"Rain\"\ndate: 2024-05-06\n---\nIt rained.", "It rained.", "Rain", "2024-05-06"},
		{"umlauts", "**Zoë** 🙂 _said_ so", "Zoë 🙂 said so", "", ""},
		{"nothing", "", "", "", ""},
	} {
		found, err := readMarkdown([]byte(c.text))
		if err != nil || found.text != c.text {
			t.Fatalf("%s: the text is not the file: %q (%v)", c.name, found.text, err)
		}
		doc := pipeline.NewDocument("", found.text)
		doc.Breaks = found.breaks
		if got := doc.Clean(pipeline.Span{End: len(doc.Text)}); got != c.clean || found.title != c.title || found.published != c.published {
			t.Errorf("%s: got %q, %q, %q; want %q, %q, %q", c.name, got, found.title, found.published, c.clean, c.title, c.published)
		}
	}
}

// pdf makes a PDF file with a page for each text, its lines set 14 points
// apart, an empty line leaving room.
func pdf(pages ...string) []byte {
	var out bytes.Buffer
	var offsets []int
	object := func(format string, values ...any) {
		offsets = append(offsets, out.Len())
		fmt.Fprintf(&out, "%d 0 obj\n"+format+"\nendobj\n", append([]any{len(offsets)}, values...)...)
	}
	out.WriteString("%PDF-1.4\n")
	var kids strings.Builder
	for i := range pages {
		fmt.Fprintf(&kids, "%d 0 R ", 4+2*i)
	}
	object("<</Type/Catalog/Pages 2 0 R>>")
	object("<</Type/Pages/Count %d/Kids[%s]>>", len(pages), kids.String())
	object("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>")
	for _, page := range pages {
		var content strings.Builder
		content.WriteString("BT /F1 12 Tf 72 720 Td 14 TL\n")
		for line := range strings.SplitSeq(page, "\n") {
			fmt.Fprintf(&content, "(%s) Tj T*\n", line)
		}
		content.WriteString("ET")
		object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 3 0 R>>>>/Contents %d 0 R>>", len(offsets)+2)
		object("<</Length %d>>stream\n%s\nendstream", content.Len(), content.String())
	}
	xref := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, offset := range offsets {
		fmt.Fprintf(&out, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&out, "trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(offsets)+1, xref)
	return out.Bytes()
}

func TestPDF(t *testing.T) {
	if raceDetector {
		t.Skip("PDFium is compiled anew in minutes under the race detector")
	}
	t.Chdir(t.TempDir())
	write(t, "a.pdf", string(pdf("Rain on Monday\n\nIt rained, they said,\nand it snowed.", "A second page.")))
	write(t, "b.pdf", "%PDF-1.4\nnothing more")
	write(t, "c.pdf", string(pdf("")))
	write(t, "d", "%PDF-1.4 is only the beginning")
	got, docs := load(t, Options{Jobs: 2}, "a.pdf", "b.pdf", "c.pdf", "d")
	want := "a.pdf: Rain on Monday\n\nIt rained, they said,\nand it snowed.\n\fA second page.\n|b.pdf!malformed|c.pdf!no-text|d!malformed"
	if strings.Join(got, "|") != want {
		t.Errorf("got  %q\nwant %q", strings.Join(got, "|"), want)
	}
	if docs[0].Format != "pdf" {
		t.Errorf("format %q", docs[0].Format)
	}
}

func TestReadRefusesManyDocuments(t *testing.T) {
	if _, err := New(Options{}).Read(context.Background(), "a.jsonl"); err == nil {
		t.Error("a file of many documents was read as one")
	}
}

// TestDividedWords: however PDFium writes the hyphen at a line's end, the text
// has a hyphen and two lines, and no sign that is no character.
func TestDividedWords(t *testing.T) {
	for _, hyphen := range []string{"\x02", "\ufffe"} {
		var out strings.Builder
		layout := pageLayout{out: &out}
		layout.line("the sig"+hyphen+"nature", box{})
		if got := out.String(); got != "the sig-\nnature\n" {
			t.Errorf("%q: %q", hyphen, got)
		}
	}
}
