package coref_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/purport-nlp/purport/extractors"
	"github.com/purport-nlp/purport/extractors/coref"
	"github.com/purport-nlp/purport/pipeline"
	"github.com/purport-nlp/purport/testdata"
)

// chain returns the stages up to coreference.
func chain(t testing.TB) (before []pipeline.Stage, stage *coref.Stage) {
	t.Helper()
	all, err := extractors.Default(extractors.Options{})
	if err != nil {
		t.Fatal(err)
	}
	stage, err = coref.New()
	if err != nil {
		t.Fatal(err)
	}
	for i, s := range all {
		if s.Name() == "coref" {
			return all[:i], stage
		}
	}
	t.Fatal("the chain has no coreference")
	return nil, nil
}

func annotate(t testing.TB, stages []pipeline.Stage, text string) *pipeline.Document {
	t.Helper()
	doc := pipeline.NewDocument("test", text)
	for _, stage := range stages {
		if err := stage.Annotate(context.Background(), doc); err != nil {
			t.Fatal(err)
		}
	}
	return doc
}

// TestChains: the mentions of a text, each with the number of its entity.
func TestChains(t *testing.T) {
	before, stage := chain(t)
	stages := append(before, stage)
	for _, c := range []struct{ name, text, want string }{
		{"surname", "Angela Merkel met Emmanuel Macron. Merkel thanked Macron.", "Angela Merkel=0 Emmanuel Macron=1 Merkel=0 Macron=1"},
		{"family name first", "Xi Jinping came. Later President Xi left.", "Xi Jinping=0 Xi=0"},
		{"state aliases", "North Korea refused. The DPRK said nothing.", "North Korea=0 DPRK=0"},
		{"capital apart", "The United States agreed. Officials in Washington and the U.S. confirmed it.", "United States=0 Washington=1 U.S.=0"},
		{"abbreviation", "The European Union met. The EU agreed.", "European Union=0 EU=0"},
		{"defined abbreviation", "The Korean People's Army (KPA) marched. The KPA is large.", "Korean People's Army=0 KPA=0 KPA=0"},
		{"one slip", "Kim Jong Un spoke. Then Kim Jung Un left.", "Kim Jong Un=0 Kim Jung Un=0"},
		{"not a slip", "Kim Jong Un spoke of Kim Jong Il.", "Kim Jong Un=0 Kim Jong Il=1"},
		{"he", "Sergei Lavrov landed in Tokyo. He will stay for a week.", "Sergei Lavrov=0 Tokyo=1 He=0"},
		{"her and him", "Angela Merkel met Boris Johnson. He praised her.", "Angela Merkel=0 Boris Johnson=1 He=1 her=0"},
		{"two genders", "John Smith married Mary Jones in 2001. She was a nurse.", "John Smith=0 Mary Jones=1 She=1"},
		{"first person", "John Smith said I was late.", "John Smith=0"},
		{"office", "Prime Minister Boris Johnson spoke. The prime minister was tired.", "Boris Johnson=0 The prime minister=0"},
		{"apposition", "Anna Lindh, the foreign minister, resigned.", "Anna Lindh=0 the foreign minister=0"},
		{"short form", "The Federal Open Market Committee met in Washington. Later the Committee agreed.", "Federal Open Market Committee=0 Washington=1 the Committee=0"},
		{"speaker", "“Obama had songs,” said Henry Walker. “Obama had friends like that,” he said.", "Obama=0 Henry Walker=1 Obama=0 he=1"},
		{"slip in a surname", "Teresa McClenney spoke first. McLenney then left.", "Teresa McClenney=0 McLenney=0"},
		{"end of a name", "The UN Security Council met. The Security Council agreed.", "UN Security Council=0 Security Council=0"},
		{"two names", "Olympia Snowe sponsors it with Feinstein-Snowe. Snowe spoke.", "Olympia Snowe=0 Feinstein-Snowe=1 Snowe=0"},
		{"double surname", "Kareem Abdul-Jabbar played. Later Abdul-Jabbar spoke.", "Kareem Abdul-Jabbar=0 Abdul-Jabbar=0"},
		{"pleonastic", "Russia waited. It is unlikely that talks will resume.", "Russia=0"},
	} {
		doc := annotate(t, stages, c.text)
		var got []string
		for _, e := range doc.Entities {
			got = append(got, fmt.Sprint(doc.Clean(e.Span), "=", e.Chain))
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: %q\n got %s\nwant %s", c.name, c.text, s, c.want)
		}
	}
}

// TestPromises: chains, names and reasons hold together on every article.
func TestPromises(t *testing.T) {
	before, stage := chain(t)
	stages := append(before, stage)
	for _, article := range testdata.Articles() {
		doc := annotate(t, stages, article.Text)
		if err := doc.Validate(); err != nil {
			t.Fatal(err)
		}
		next := 0
		names := map[int]string{}
		for _, e := range doc.Entities {
			if e.Chain > next {
				t.Fatalf("%s: %q: chain %d before chain %d", article.Name, doc.Slice(e.Span), e.Chain, next)
			}
			next = max(next, e.Chain+1)
			if e.Name == "" || e.Reason == "" || e.Label == "" {
				t.Errorf("%s: %q: name %q, reason %q, label %q", article.Name, doc.Slice(e.Span), e.Name, e.Reason, e.Label)
			}
			if name, seen := names[e.Chain]; seen && name != e.Name {
				t.Errorf("%s: one entity is named %q and %q", article.Name, name, e.Name)
			}
			names[e.Chain] = e.Name
		}
	}
}

// TestManyNames: ten thousand names are linked in a time that no quadratic
// search would keep to; the test's own deadline is the bound.
func TestManyNames(t *testing.T) {
	before, stage := chain(t)
	var text strings.Builder
	for i := 0; i < 10000; i++ {
		fmt.Fprintf(&text, "Smith%c%c %c. Jones%c%c and ", 'a'+i%26, 'a'+i/26%26, 'A'+i%26, 'a'+i/676%26, 'a'+i%7)
	}
	doc := annotate(t, before, text.String())
	done := make(chan error, 1)
	go func() { done <- stage.Annotate(context.Background(), doc) }()
	select {
	case err := <-done:
		if err != nil {
			t.Fatal(err)
		}
	case <-time.After(time.Minute):
		t.Fatal("still linking after a minute")
	}
}

// FuzzStage: any text keeps the promises of a document.
func FuzzStage(f *testing.F) {
	for _, text := range []string{"", "He", "Anna saw her. The minister (he) left. Who? Its.", "KIM met Kim. U.N. (UN) and the UN\x00's", strings.Repeat("He told John that she ", 200)} {
		f.Add(text)
	}
	before, stage := chain(f)
	stages := append(before, stage)
	f.Fuzz(func(t *testing.T, text string) {
		if err := annotate(t, stages, strings.ToValidUTF8(text, "\uFFFD")).Validate(); err != nil {
			t.Error(err)
		}
	})
}

// BenchmarkStage links the articles of the corpus; it reports tokens a second.
func BenchmarkStage(b *testing.B) {
	before, stage := chain(b)
	var docs []*pipeline.Document
	var names [][]pipeline.Entity
	tokens := 0
	for _, article := range testdata.Articles() {
		doc := annotate(b, before, article.Text)
		docs, names = append(docs, doc), append(names, doc.Entities)
		tokens += len(doc.Tokens)
	}
	b.ReportAllocs()
	b.ResetTimer()
	for i := 0; i < b.N; i++ {
		for k, doc := range docs {
			doc.Entities = names[k]
			if err := stage.Annotate(context.Background(), doc); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(float64(tokens*b.N)/b.Elapsed().Seconds(), "tokens/s")
}
