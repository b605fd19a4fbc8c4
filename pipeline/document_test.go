package pipeline

import (
	"strings"
	"testing"
)

func TestNewDocument(t *testing.T) {
	doc := NewDocument("notes/a.txt", "The dam holds.\r\n")
	// printf 'The dam holds.\r\n' | sha256sum
	const sum = "f67211df695e71a06f174551e0e7f5581fafa70c5bdd6359331d4bd84d206b95"
	if doc.SHA256 != sum || doc.ID() != sum[:16] {
		t.Errorf("identity %s, %s; want %s", doc.SHA256, doc.ID(), sum)
	}
	if doc.Text != "The dam holds.\r\n" || doc.Path != "notes/a.txt" || doc.Format != "text" || doc.Encoding != "utf-8" {
		t.Errorf("%+v", doc)
	}
	if other := NewDocument("b.txt", doc.Text); other.ID() != doc.ID() {
		t.Error("the identity depends on the path")
	}
}

// words builds a valid document with one unit: each line of text is a
// sentence, each word of it a token that hangs on the first.
func words(text string) *Document {
	doc := NewDocument("words.txt", text)
	doc.Units = []Unit{{Span: Span{0, len(strings.TrimRight(text, "\n"))}}}
	at := 0
	for line := range strings.Lines(text) {
		end := at + len(strings.TrimRight(line, "\n"))
		sentence := Sentence{Span: Span{at, end}, Tokens: Range{First: len(doc.Tokens)}}
		for word := range strings.FieldsSeq(text[at:end]) {
			start := at + strings.Index(text[at:end], word)
			head, deprel := 0, "dep"
			if len(doc.Tokens) == sentence.Tokens.First {
				head, deprel = -1, "root"
			}
			doc.Tokens = append(doc.Tokens, Token{Span: Span{start, start + len(word)}, Form: word, Head: head, Deprel: deprel})
			at = start + len(word)
		}
		sentence.Tokens.End = len(doc.Tokens)
		doc.Sentences = append(doc.Sentences, sentence)
		at = end + 1
	}
	return doc
}

func TestLookingUpByOffset(t *testing.T) {
	doc := words("The old dam holds\nNobody knows why\n")
	if err := doc.Validate(); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ offset, want int }{{0, 0}, {16, 0}, {17, -1}, {18, 1}, {33, 1}, {34, -1}, {99, -1}} {
		if got := doc.SentenceAt(c.offset); got != c.want {
			t.Errorf("offset %d: sentence %d, want %d", c.offset, got, c.want)
		}
	}
	for _, c := range []struct{ span, want Span }{
		{Span{0, 17}, Span{0, 4}}, // the first sentence
		{Span{4, 11}, Span{1, 3}}, // old dam
		{Span{1, 10}, Span{1, 2}}, // he old da: only "old" lies inside
		{Span{5, 6}, Span{2, 2}},
		{Span{0, 34}, Span{0, 7}},
	} {
		if got := doc.TokensIn(c.span); got != (Range{c.want.Start, c.want.End}) {
			t.Errorf("tokens in %v: %v, want %v", c.span, got, c.want)
		}
	}
	if second := doc.SentenceTokens(1); len(second) != 3 || second[0].Form != "Nobody" {
		t.Errorf("tokens of sentence 1: %v", second)
	}
	if got := doc.Slice(doc.Tokens[2].Span); got != "dam" {
		t.Errorf("slice %q", got)
	}
}

func TestUnitKinds(t *testing.T) {
	for kind := range UnitKind(len(unitNames)) {
		want := kind == UnitParagraph || kind == UnitListItem || kind == UnitBlockQuote
		if kind.Prose() != want || kind.String() == "" {
			t.Errorf("%v: prose %v, want %v", kind, kind.Prose(), want)
		}
	}
	if UnitNote.String() != "note" || UnitListItem.String() != "list-item" || Known.String() != "known" || Unknown.String() != "unknown" {
		t.Error("names and constants are out of step")
	}
}
