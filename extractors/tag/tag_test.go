package tag

import (
	"context"
	"reflect"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/purport-nlp/purport/pipeline"
)

// document makes each line of text a sentence and each word of it a token.
func document(text string) *pipeline.Document {
	doc := pipeline.NewDocument("test.txt", text)
	at := 0
	for line := range strings.Lines(text) {
		sentence := pipeline.Sentence{Unit: len(doc.Units), Tokens: pipeline.Range{First: len(doc.Tokens)}}
		offset := at
		for word := range strings.FieldsSeq(line) {
			start := offset + strings.Index(text[offset:], word)
			offset = start + len(word)
			doc.Tokens = append(doc.Tokens, pipeline.Token{Span: pipeline.Span{Start: start, End: offset}, Form: word})
		}
		if sentence.Tokens.End = len(doc.Tokens); sentence.Tokens.Len() > 0 {
			sentence.Span = pipeline.Span{Start: doc.Tokens[sentence.Tokens.First].Start, End: offset}
			doc.Units = append(doc.Units, pipeline.Unit{Span: sentence.Span})
			doc.Sentences = append(doc.Sentences, sentence)
		}
		at += len(line)
	}
	return doc
}

func stage(t testing.TB) *Stage {
	t.Helper()
	s, err := New()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// annotate tags a document and returns it as "form/XPOS/UPOS/lemma".
func annotate(t testing.TB, s *Stage, doc *pipeline.Document) string {
	t.Helper()
	if err := s.Annotate(context.Background(), doc); err != nil {
		t.Fatal(err)
	}
	if err := doc.Validate(); err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, token := range doc.Tokens {
		out = append(out, token.Form+"/"+token.XPOS+"/"+token.UPOS+"/"+token.Lemma)
	}
	return strings.Join(out, " ")
}

// TestTags holds what the claims hang on: verbs, modals, negation and names.
func TestTags(t *testing.T) {
	s := stage(t)
	for _, c := range []struct{ text, want string }{
		{"The minister did n't resign .", "The/DT/DET/the minister/NN/NOUN/minister did/VBD/AUX/do n't/RB/PART/not resign/VB/VERB/resign ././PUNCT/."},
		{"It may be stolen .", "It/PRP/PRON/it may/MD/AUX/may be/VB/AUX/be stolen/VBN/VERB/steal ././PUNCT/."},
		{"Harriet Malone lives in Lagos .", "Harriet/NNP/PROPN/Harriet Malone/NNP/PROPN/Malone lives/VBZ/VERB/live in/IN/ADP/in Lagos/NNP/PROPN/Lagos ././PUNCT/."},
		{"They permit trade with a permit .", "They/PRP/PRON/they permit/VBP/VERB/permit trade/NN/NOUN/trade with/IN/ADP/with a/DT/DET/a permit/NN/NOUN/permit ././PUNCT/."},
		{"“ Never , ” he said .", "“/``/PUNCT/\" Never/RB/ADV/never ,/,/PUNCT/, ”/''/PUNCT/\" he/PRP/PRON/he said/VBD/VERB/say ././PUNCT/."},
		{"Prices rose by 3.5 % to $ 12 .", "Prices/NNS/NOUN/price rose/VBD/VERB/rise by/IN/ADP/by 3.5/CD/NUM/3.5 %/NN/SYM/% to/IN/ADP/to $/$/SYM/$ 12/CD/NUM/12 ././PUNCT/."},
	} {
		if got := annotate(t, s, document(c.text)); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

const article = `The foreign minister did n't say when the talks would end , but that that plan failed is plain .
Reports that reports were leaked wo n't help Zubrowka GmbH , Malone 's office said in 2021 .
`

// TestDeterministic: a second run, another goroutine and another sentence
// before it change nothing.
func TestDeterministic(t *testing.T) {
	s := stage(t)
	want := document(article)
	annotate(t, s, want)
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			for range 25 {
				again := document(article)
				annotate(t, s, again)
				if !reflect.DeepEqual(again, want) {
					t.Error("two runs differ")
					return
				}
			}
		})
	}
	group.Wait()
	second := article[strings.Index(article, "\n")+1:]
	if got, all := annotate(t, s, document(second)), annotate(t, s, document(article)); !strings.HasSuffix(all, " "+got) {
		t.Errorf("the first sentence changes the second:\n%s\n%s", got, all)
	}
}

func TestNothingToTag(t *testing.T) {
	if got := annotate(t, stage(t), document("")); got != "" {
		t.Errorf("tags in nothing: %s", got)
	}
}

// FuzzTag holds that every token gets a tag, a word class and a lemma.
func FuzzTag(f *testing.F) {
	for _, seed := range []string{article, "’ ’s ’", "İ Ⱥ \u0301", "漢字 العربية 🙂", "\x00 x", strings.Repeat("(", 40)} {
		f.Add(seed)
	}
	s := stage(f)
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			t.Skip()
		}
		doc := document(text)
		annotate(t, s, doc)
		for _, token := range doc.Tokens {
			if token.XPOS == "" || token.UPOS == "" || token.Lemma == "" {
				t.Fatalf("%q has tag %q, class %q, lemma %q", token.Form, token.XPOS, token.UPOS, token.Lemma)
			}
		}
	})
}

func BenchmarkTag(b *testing.B) {
	doc := document(strings.Repeat(article, 100))
	s := stage(b)
	b.ReportAllocs()
	for b.Loop() {
		if err := s.Annotate(context.Background(), doc); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(doc.Tokens)*b.N)/b.Elapsed().Seconds(), "tokens/s")
}
