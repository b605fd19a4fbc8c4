package output

import (
	"bytes"
	"strings"
	"testing"

	"github.com/purport-nlp/purport/pipeline"
)

// exportText has, before and inside its claims, all that moves offsets: an
// umlaut, emoji outside the basic plane, curly quotes, a line break inside a
// claim, and words that stand in a sentence twice.
const exportText = "Zoë 🙂 reports\n\nOfficials in Lyon said “the 🌉 bridge\nmay have closed” on 5 May 2024. If it rained, it rained hard.\n"

// exportClaim is the claim with everything in it.
const exportClaim = "the 🌉 bridge\nmay have closed"

// exportDocument returns a document over exportText.
func exportDocument(t testing.TB) *pipeline.Document {
	t.Helper()
	at := func(words string, nth int) pipeline.Span {
		start := -1
		for range nth {
			next := strings.Index(exportText[start+1:], words)
			if next < 0 {
				t.Fatalf("%q is not in the text %d times", words, nth)
			}
			start += 1 + next
		}
		return pipeline.Span{Start: start, End: start + len(words)}
	}
	doc := pipeline.NewDocument("news/a <b> & c.txt", exportText)
	heading, first, second := at("Zoë 🙂 reports", 1), at("Officials in Lyon said “the 🌉 bridge\nmay have closed” on 5 May 2024.", 1), at("If it rained, it rained hard.", 1)
	doc.Units = []pipeline.Unit{{Span: heading, Kind: pipeline.UnitHeading}, {Span: first.Hull(second)}}
	for i, s := range []pipeline.Span{heading, first, second} {
		sentence := pipeline.Sentence{Span: s, Unit: min(i, 1), Tokens: pipeline.Range{First: len(doc.Tokens)}}
		doc.Tokens = append(doc.Tokens, splitWords(doc.Slice(s), s.Start)...)
		sentence.Tokens.End = len(doc.Tokens)
		doc.Sentences = append(doc.Sentences, sentence)
	}
	officials := at("Officials in Lyon", 1)
	source := pipeline.Source{SourceLink: pipeline.SourceLink{Kind: pipeline.SourceGroup, Span: officials, Cue: at("said", 1)}}
	author := pipeline.Source{SourceLink: pipeline.SourceLink{Kind: pipeline.SourceAuthor}}
	doc.Entities = []pipeline.Entity{{Span: at("Lyon", 1), Sentence: 1, Label: pipeline.Location, Mention: pipeline.MentionName, Name: "Lyon", Score: 1}}
	doc.Dates = []pipeline.Date{{Span: at("5 May 2024", 1), Sentence: 1, Type: "DATE", Value: "2024-05-05", Basis: "explicit"}}
	doc.Quotes = []pipeline.Quote{{Span: at(exportClaim, 1), Sentence: 1, Quotation: pipeline.QuotationDirect, Source: source}}
	claim := func(span pipeline.Span, sentence int, level pipeline.Level, source pipeline.Source) pipeline.Claim {
		return pipeline.Claim{Span: span, Sentence: sentence, Level: level, AuthorCertainty: pipeline.Uncommitted, Modality: "none", Evidentiality: "none",
			Kind: "fact", Tense: "past", Quotation: pipeline.QuotationNone, Source: source, Rule: "main", Score: 0.75}
	}
	doc.Claims = []pipeline.Claim{
		claim(at(exportClaim, 1), 1, pipeline.Possible, source),
		claim(at("it rained", 1), 2, pipeline.Unknown, author),
		claim(at("it rained hard", 1), 2, pipeline.Asserted, author),
		claim(at("it rained", 2), 2, pipeline.Known, author),
	}
	doc.Claims[0].Cues = []pipeline.Cue{{Span: at("may", 1), Kind: "hedge", Rule: "may"}}
	doc.Claims[2].Negative = true
	if err := doc.Validate(); err != nil {
		t.Fatal(err)
	}
	return doc
}

// splitWords makes a flat tree of the words between spaces, punctuation apart.
func splitWords(text string, start int) []pipeline.Token {
	var tokens []pipeline.Token
	at := 0
	add := func(end int, upos string) {
		token := pipeline.Token{Span: pipeline.Span{Start: start + at, End: start + end}, Form: text[at:end], Lemma: text[at:end], UPOS: upos, XPOS: "FW", Deprel: "dep"}
		if len(tokens) == 0 {
			token.Head, token.Deprel = -1, "root"
		}
		tokens = append(tokens, token)
		at = end
	}
	for i, r := range text {
		punctuation := strings.ContainsRune("“”,.", r)
		if strings.ContainsRune(" \n", r) || punctuation {
			if i > at {
				add(i, "X")
			}
			at = i + 1
		}
		if punctuation {
			at = i
			add(i+len(string(r)), "PUNCT")
		}
	}
	if at < len(text) {
		add(len(text), "X")
	}
	return tokens
}

// stored returns the document's records of the kinds as they are read back for
// a format.
func stored(t testing.TB, format string, kinds ...Kind) []*StoredDocument {
	t.Helper()
	f, err := ParseExportFormat(format)
	if err != nil {
		t.Fatal(err)
	}
	collection := NewCollection(f)
	for _, kind := range kinds {
		records := NewEncoder(Options{WithText: true}).Append(nil, kind, exportDocument(t))
		if err := collection.Read(bytes.NewReader(records)); err != nil {
			t.Fatal(err)
		}
	}
	if err := collection.Check(); err != nil {
		t.Fatal(err)
	}
	return collection.Documents
}

// exported returns what the format makes of the document's records of the
// kinds; Document among them gives it the whole text.
func exported(t testing.TB, format string, kinds ...Kind) string {
	t.Helper()
	docs := stored(t, format, kinds...)
	f, _ := ParseExportFormat(format)
	var out bytes.Buffer
	if f.write != nil {
		if err := f.write(&out, docs); err != nil {
			t.Fatal(err)
		}
	}
	for _, file := range f.each {
		for _, doc := range docs {
			if err := file.write(&out, doc); err != nil {
				t.Fatal(err)
			}
		}
	}
	return out.String()
}
