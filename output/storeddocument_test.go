package output

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func collect(t *testing.T, format string, records string) (*Collection, error) {
	t.Helper()
	f, err := ParseExportFormat(format)
	if err != nil {
		t.Fatal(err)
	}
	c := NewCollection(f)
	return c, c.Read(strings.NewReader(records))
}

func TestUnknownFormat(t *testing.T) {
	_, err := ParseExportFormat("papyrus")
	if err == nil || !strings.Contains(err.Error(), "papyrus") || !strings.Contains(err.Error(), "prodigy, label-studio, doccano, brat, webanno, conllu, w3c, csv, html") {
		t.Errorf("the error is %v", err)
	}
}

func TestBadRecords(t *testing.T) {
	good := lines(exportDocument(t), Claim, Options{})[0]
	for _, c := range []struct{ about, line, problem string }{
		{"no JSON", "claims", "line 2: this is no record of purport"},
		{"cut off", good[:100], "line 2: this is no record of purport"},
		{"another thing", `{"a":1}`, `line 2: this is no record of purport: its "record" is ""`},
		{"a plural", `{"record":"claims"}`, `its "record" is "claims"`},
		{"of the future", strings.Replace(good, `"schema":1`, `"schema":2`, 1), "line 2: the record has schema 2"},
		{"no text", strings.Replace(good, `"text":"the`, `"words":"the`, 1), "line 2: a claim record without text"},
		{"no span", strings.Replace(good, `"char_end":67`, `"char_end":9`, 1), "characters 39:9"},
	} {
		if _, err := collect(t, "csv", good+"\n"+c.line+"\n"); err == nil || !strings.Contains(err.Error(), c.problem) {
			t.Errorf("%s: the error is %v, want %q", c.about, err, c.problem)
		}
	}
}

func TestRecordsOfNoUse(t *testing.T) {
	c, err := collect(t, "conllu", lines(exportDocument(t), Claim, Options{})[0])
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Check(); err == nil || !strings.Contains(err.Error(), "it takes tokens") {
		t.Errorf("claims for conllu: %v", err)
	}
	if c, _ := collect(t, "conllu", ""); c.Check() != nil {
		t.Errorf("no records at all: %v", c.Check())
	}
}

// TestMissingText: records whose words no text holds are named.
func TestMissingText(t *testing.T) {
	for _, c := range []struct {
		kinds []Kind
		want  string
	}{
		{[]Kind{Entity}, `the text around the entity "Lyon" is missing`},
		{[]Kind{Claim, Quote}, `the text around the quote "the 🌉`},
	} {
		docs := stored(t, "prodigy", c.kinds...)
		if err := writeProdigy(&strings.Builder{}, docs); err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), "--root") {
			t.Errorf("%v: the error is %v", c.kinds, err)
		}
	}
	if out := exported(t, "w3c", Entity); !strings.Contains(out, `"exact": "Lyon"`) || strings.Contains(out, "prefix") {
		t.Errorf("a position needs no text:\n%s", out)
	}
}

func TestSetText(t *testing.T) {
	doc := stored(t, "prodigy", Claim)[0]
	if err := doc.SetText(exportText + "!"); err == nil || !strings.Contains(err.Error(), "not the one that was read") {
		t.Errorf("another text: %v", err)
	}
	if err := doc.SetText(exportText); err != nil {
		t.Fatal(err)
	}
	doc.records[0].CharStart++
	if _, err := doc.passages(); err == nil || !strings.Contains(err.Error(), "characters 40:67 are not the text") {
		t.Errorf("a moved span: %v", err)
	}
}

// TestLocate: words that stand in a sentence more than once are told apart by
// where they are in the document.
func TestLocate(t *testing.T) {
	record := func(kind Kind, text string, start int) *StoredRecord {
		r := &StoredRecord{kind: kind}
		r.Text, r.CharStart, r.CharEnd, r.Sentence = text, start, start+len(text), 3
		return r
	}
	const sentence = "The US said the USA, not us, owed the US that."
	for _, c := range []struct {
		about   string
		records []*StoredRecord
		want    []int
	}{
		{"whole words only", []*StoredRecord{record(Entity, "USA", 116)}, []int{16}},
		{"the first, by words that are unique", []*StoredRecord{record(Entity, "USA", 116), record(Entity, "US", 104)}, []int{4, 16}},
		{"the second", []*StoredRecord{record(Entity, "USA", 116), record(Entity, "US", 138)}, []int{16, 38}},
		{"the second, where line breaks were folded", []*StoredRecord{record(Entity, "owed\n  the", 129), record(Entity, "US", 141)}, []int{29, 38}},
		{"nothing to go by", []*StoredRecord{record(Entity, "US", 138)}, []int{4}},
		{"part of a word, where there is no other", []*StoredRecord{record(Entity, "owe", 129)}, []int{29}},
		{"not there", []*StoredRecord{record(Entity, "UK", 104)}, nil},
		{"another sentence", []*StoredRecord{{kind: Entity}}, nil},
	} {
		p := passage{sentence: 3, text: sentence, from: -1}
		p.place(c.records)
		var got []int
		for _, m := range p.marks {
			got = append(got, m.start)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: at %v, want %v", c.about, got, c.want)
		}
	}
}

func TestFileNames(t *testing.T) {
	var docs []*StoredDocument
	for _, path := range []string{"a.txt", "news/a.txt", "news_A.txt", "../x y.html", "-", "/", "über.txt"} {
		docs = append(docs, &StoredDocument{Path: path})
	}
	want := []string{"a", "news_a", "news_A-2", "x_y.html", "-", "document", "über"}
	if got := fileNames(docs); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestWriteFolder: nothing is written where one document cannot be.
func TestWriteFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new")
	brat, _ := ParseExportFormat("brat")
	docs := stored(t, "brat", Document, Claim)
	if err := brat.WriteFolder(dir, append(docs, stored(t, "brat", Entity)...)); err == nil {
		t.Error("there was no error")
	}
	if entries, _ := os.ReadDir(dir); len(entries) > 0 {
		t.Errorf("%d files are left", len(entries))
	}
	if err := brat.WriteFolder(dir, docs); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(filepath.Join(dir, "news_a__b____c.txt"))
	if err != nil || string(text) != exportText {
		t.Errorf("%q, %v", text, err)
	}
	conf, err := os.ReadFile(filepath.Join(dir, "annotation.conf"))
	if err != nil || !strings.Contains(string(conf), "[entities]\nknown\n") {
		t.Errorf("%q, %v", conf, err)
	}
}

func TestOneDocumentAFile(t *testing.T) {
	webanno, _ := ParseExportFormat("webanno")
	docs := stored(t, "webanno", Document, Claim)
	if _, err := webanno.Bytes(docs); err != nil {
		t.Error(err)
	}
	if _, err := webanno.Bytes(append(docs, docs...)); err == nil || !strings.Contains(err.Error(), "--out-dir") {
		t.Errorf("two documents: %v", err)
	}
}
