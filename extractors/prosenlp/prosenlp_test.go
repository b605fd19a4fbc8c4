package prosenlp

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/jdkato/prose/v2"
	"github.com/purport-nlp/purport/pipeline"
)

var testEngine = sync.OnceValues(NewEngine)

func engine(t testing.TB) *Engine {
	t.Helper()
	e, err := testEngine()
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// annotate takes a document through both stages.
func annotate(e *Engine, doc *pipeline.Document) error {
	ctx := context.Background()
	if err := NewTagger(e).Annotate(ctx, doc); err != nil {
		return err
	}
	if err := NewEntities(e).Annotate(ctx, doc); err != nil {
		return err
	}
	return doc.Validate()
}

// document returns a document with one sentence a line.
func document(text string) *pipeline.Document {
	doc := pipeline.NewDocument("test", text)
	at := 0
	for line := range strings.Lines(text) {
		trimmed := strings.TrimSpace(line)
		if trimmed != "" {
			start := at + strings.Index(line, trimmed)
			span := pipeline.Span{Start: start, End: start + len(trimmed)}
			doc.Units = append(doc.Units, pipeline.Unit{Span: span})
			doc.Sentences = append(doc.Sentences, pipeline.Sentence{Span: span, Unit: len(doc.Units) - 1})
		}
		at += len(line)
	}
	return doc
}

func tagged(t *testing.T, doc *pipeline.Document) string {
	t.Helper()
	if err := annotate(engine(t), doc); err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, token := range doc.Tokens {
		if doc.Slice(token.Span) != token.Form && len(doc.Breaks) == 0 {
			t.Errorf("token %q does not slice the text: %q", token.Form, doc.Slice(token.Span))
		}
		out = append(out, token.Form+"/"+token.XPOS)
	}
	return strings.Join(out, " ")
}

func TestTagger(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"The minister didn't resign.", "The/DT minister/NN did/VBD n't/RB resign/VB ./."},
		{"The minister won’t resign.", "The/DT minister/NN wo/MD n’t/RB resign/VB ./."},
		{"“Never,” he said.", "“/`` Never/NNP ,/, ”/'' he/PRP said/VBD ./."},
		// The same word with two tags in one sentence.
		{"They permit trade with a permit.", "They/PRP permit/VBP trade/NN with/IN a/DT permit/NN ./."},
		{"(Moscow’s plan)", "(/-LRB- Moscow/NNP ’s/POS plan/NN )/-RRB-"},
	} {
		if got := tagged(t, document(test.text)); got != test.want {
			t.Errorf("%s\n got %s\nwant %s", test.text, got, test.want)
		}
	}
}

func TestNegationIsVisible(t *testing.T) {
	for _, text := range []string{"They didn't go.", "They didn’t go.", "They won't go.", "They won’t go.", "They can't go.", "THEY DIDN'T GO.", "They did not go."} {
		doc := document(text)
		if err := annotate(engine(t), doc); err != nil {
			t.Fatal(err)
		}
		found := false
		for _, token := range doc.Tokens {
			found = found || token.Lemma == "not"
		}
		if !found {
			t.Errorf("%q has no token with the lemma \"not\": %v", text, doc.Tokens)
		}
	}
}

func TestEntities(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"The talks ended in Moscow", "Moscow/LOCATION"},
		{"The envoy was Sergei Lavrov", "Sergei Lavrov/PERSON"},
		{"On Monday Angela Merkel flew from Germany to France.", "Angela Merkel/PERSON Germany/LOCATION France/LOCATION"},
		{"Nothing happened.", ""},
		{"Barack Obama met Kim Jong Un in New York City", "Barack Obama/PERSON Kim Jong Un/PERSON New York City/LOCATION"},
	} {
		doc := document(test.text)
		if err := annotate(engine(t), doc); err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, e := range doc.Entities {
			got = append(got, doc.Slice(e.Span)+"/"+string(e.Label))
		}
		if strings.Join(got, " ") != test.want {
			t.Errorf("%q: got %v, want %s", test.text, got, test.want)
		}
	}
}

// The sentences have no word twice, so prose's own results are what its models
// say.
func TestSameAsProse(t *testing.T) {
	for _, text := range []string{
		"Officials in Washington said on Tuesday that President Barack Obama would visit Germany after talks with Chancellor Angela Merkel.",
		"However, analysts don't expect quick progress because 45 percent of voters oppose any deal.",
		"It isn't known whether Mr. Kim received 12,000 containers, worth $3.75 billion, by ship.",
		"Visit www.example.org or write to jane@example.org for details :-)",
		"A state-of-the-art plant opened near Łódź, Poland.",
	} {
		own, err := prose.NewDocument(text, prose.WithSegmentation(false))
		if err != nil {
			t.Fatal(err)
		}
		var want, got []string
		var words, tags []string
		for _, token := range own.Tokens() {
			want = append(want, fmt.Sprint(token))
			words = append(words, token.Text)
		}
		e := engine(t)
		tags = e.tagger.tag(nil, words)
		for i, label := range e.names.label(nil, words, tags) {
			got = append(got, fmt.Sprint(prose.Token{Tag: tags[i], Text: words[i], Label: label}))
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s\n got %v\nwant %v", text, got, want)
		}
	}
}

func TestVirtualJoins(t *testing.T) {
	text := "The gov-\n   ernment said\n\n12\n\nnothing in Paris"
	doc := pipeline.NewDocument("test", text)
	span := pipeline.Span{Start: 0, End: len(text)}
	doc.Units, doc.Sentences = []pipeline.Unit{{Span: span}}, []pipeline.Sentence{{Span: span}}
	hyphen, number := strings.Index(text, "-\n   "), strings.Index(text, "\n\n12\n\n")
	doc.Breaks = []pipeline.Break{
		{Span: pipeline.Span{Start: hyphen, End: hyphen + 5}, Glue: true},
		{Span: pipeline.Span{Start: number, End: number + 6}},
	}
	if got, want := tagged(t, doc), "The/DT government/NN said/VBD nothing/NN in/IN Paris/NNP"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got := doc.Slice(doc.Tokens[1].Span); got != "gov-\n   ernment" {
		t.Errorf("the divided word slices to %q", got)
	}
}

const article = `The foreign minister didn't say when the talks would end, but “that that plan failed” is plain.
Reports that reports were leaked won’t help Angela Merkel, Merkel's office said in Berlin.
They permit trade with a permit; 0 of 3,500 (or 12.5%) were e-mailed to jane@example.org.
`

func TestDeterministic(t *testing.T) {
	first := document(article)
	if err := annotate(engine(t), first); err != nil {
		t.Fatal(err)
	}
	for range 100 {
		again := document(article)
		if err := annotate(engine(t), again); err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(first, again) {
			t.Fatal("two runs differ")
		}
	}
}

func TestConcurrent(t *testing.T) {
	want := document(article)
	if err := annotate(engine(t), want); err != nil {
		t.Fatal(err)
	}
	tagger, entities := NewTagger(engine(t)), NewEntities(engine(t))
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for range 10 {
				doc := document(article)
				if err := errors.Join(tagger.Annotate(context.Background(), doc), entities.Annotate(context.Background(), doc)); err != nil {
					t.Error(err)
				}
				if !reflect.DeepEqual(doc, want) {
					t.Error("two goroutines differ")
				}
			}
		})
	}
	group.Wait()
}

// Decoding prose's models takes hundreds of thousands of allocations.
func TestModelIsShared(t *testing.T) {
	e := engine(t)
	tagger := NewTagger(e)
	allocations := testing.AllocsPerRun(10, func() {
		if err := tagger.Annotate(context.Background(), document(article)); err != nil {
			t.Fatal(err)
		}
	})
	if allocations > 5000 {
		t.Errorf("%g allocations for three sentences: the models are decoded on each call", allocations)
	}
}

func TestAlignFails(t *testing.T) {
	for _, test := range []struct {
		text  string
		words []string
	}{
		{"one two", []string{"one", "three"}},
		{"one two", []string{"one"}},
		{"one", []string{"one", "two"}},
		{"é", []string{"\xc3", "\xa9"}},
	} {
		var tokens []prose.Token
		for _, word := range test.words {
			tokens = append(tokens, prose.Token{Text: word})
		}
		err := align(test.text, tokens, func(int, int) {})
		var coded pipeline.Coded
		if !errors.As(err, &coded) || coded.Code() != "align" {
			t.Errorf("align(%q, %q) = %v, want an error with the code \"align\"", test.text, test.words, err)
		}
	}
}

func TestSegment(t *testing.T) {
	text := "Dr. Smith came. He left at 5 p.m. on Monday."
	spans, err := Segment(text)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, span := range spans {
		got = append(got, text[span.Start:span.End])
	}
	if want := []string{"Dr. Smith came.", "He left at 5 p.m. on Monday."}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func FuzzTagger(f *testing.F) {
	for _, seed := range []string{article, "&rsquo;tis", "İ'll Ⱥ's", "((((", "“’”‘", "\x00 \u2028 x", strings.Repeat("(", 600)} {
		f.Add(seed)
	}
	e := engine(f)
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			t.Skip()
		}
		err := annotate(e, document(text))
		if coded := pipeline.Coded(nil); err != nil && !errors.As(err, &coded) {
			t.Fatal(err)
		}
	})
}

func BenchmarkTagger(b *testing.B) {
	text := strings.Repeat(article, 20)
	tagger := NewTagger(engine(b))
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if err := tagger.Annotate(context.Background(), document(text)); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkEntities(b *testing.B) {
	doc := document(strings.Repeat(article, 20))
	if err := annotate(engine(b), doc); err != nil {
		b.Fatal(err)
	}
	stage := NewEntities(engine(b))
	b.SetBytes(int64(len(doc.Text)))
	for b.Loop() {
		if err := stage.Annotate(context.Background(), doc); err != nil {
			b.Fatal(err)
		}
	}
}

// TestLostChunks: prose drops what it cannot divide, "’s” and its like; the
// adapter keeps every character.
func TestLostChunks(t *testing.T) {
	for text, want := range map[string]string{
		"She read the “children’s” page.":       "She read the “ children ’s ” page .",
		"A ‘service station’ opened.":           "A ‘ service station ’ opened .",
		"(Those were the women’s).":             "( Those were the women ’s ) .",
		"Mr. O’Sullivan’s, or so it was called": "Mr. O’Sullivan ’s , or so it was called",
	} {
		doc := document(text)
		if err := annotate(engine(t), doc); err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		var got []string
		for _, token := range doc.Tokens {
			got = append(got, doc.Slice(token.Span))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s:\n got %s\nwant %s", text, strings.Join(got, " "), want)
		}
	}
}
