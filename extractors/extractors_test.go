package extractors

import (
	"context"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/purport-nlp/purport/pipeline"
	"github.com/purport-nlp/purport/testdata"
)

// engines are the two chains that are tested.
var engines = []Engine{Native, Prose}

func chain(t testing.TB, engine Engine, layers ...pipeline.Layer) *pipeline.Pipeline {
	t.Helper()
	stages, err := Default(Options{Engine: engine})
	if err != nil {
		t.Fatal(err)
	}
	if len(layers) > 0 {
		if stages, err = Needed(stages, layers...); err != nil {
			t.Fatal(err)
		}
	}
	p, err := pipeline.New(stages...)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestEveryArticleIsValid(t *testing.T) {
	for _, engine := range engines {
		p := chain(t, engine)
		for _, article := range testdata.Articles() {
			doc := pipeline.NewDocument(article.Name, article.Text)
			if err := p.Annotate(context.Background(), doc); err != nil {
				t.Errorf("%s: %v", engine, err)
				continue
			}
			if err := doc.Validate(); err != nil {
				t.Errorf("%s: %v", engine, err)
			}
		}
	}
}

// TestStagesAreShared: one chain serves several documents at once, and each
// comes out as it does alone. Under the race detector it says more.
func TestStagesAreShared(t *testing.T) {
	p := chain(t, Native)
	var alone []*pipeline.Document
	for _, article := range testdata.Articles() {
		doc := pipeline.NewDocument(article.Name, strings.ToValidUTF8(article.Text[:min(len(article.Text), 600)], ""))
		if err := p.Annotate(context.Background(), doc); err != nil {
			t.Fatal(err)
		}
		alone = append(alone, doc)
	}
	var group sync.WaitGroup
	for i := range 4 {
		group.Go(func() {
			for j := range alone {
				want := alone[(i*3+j)%len(alone)]
				doc := pipeline.NewDocument(want.Path, want.Text)
				if err := p.Annotate(context.Background(), doc); err != nil || !reflect.DeepEqual(doc, want) {
					t.Errorf("%s: it comes out different beside others (%v)", want.Path, err)
				}
			}
		})
	}
	group.Wait()
}

func TestNeeded(t *testing.T) {
	for _, c := range []struct {
		layers []pipeline.Layer
		last   string
		absent []string
	}{
		{[]pipeline.Layer{pipeline.LayerSentences}, "sentence", []string{"token", "tag", "parse", "entity", "quote"}},
		{[]pipeline.Layer{pipeline.LayerTags}, "tag", []string{"parse", "entity"}},
		{[]pipeline.Layer{pipeline.LayerDates}, "date", []string{"parse", "quote"}},
		{[]pipeline.Layer{pipeline.LayerEntities}, "entity", []string{"quote", "date"}},
	} {
		stages := strings.Split(chain(t, Native, c.layers...).String(), " → ")
		if stages[len(stages)-1] != c.last {
			t.Errorf("%v: ends with %s, want %s", c.layers, stages[len(stages)-1], c.last)
		}
		for _, name := range c.absent {
			if slices.Contains(stages, name) {
				t.Errorf("%v: %s runs for nothing", c.layers, name)
			}
		}
	}
	if _, err := Needed(nil, pipeline.LayerClaims); err == nil {
		t.Error("a layer that nothing provides was granted")
	}
}

// FuzzChain holds that no text makes a stage fail or break a promise.
func FuzzChain(f *testing.F) {
	for _, article := range testdata.Articles() {
		f.Add(article.Text[:min(len(article.Text), 600)])
	}
	for _, seed := range []string{"", " ", "\x00", "“", "Mr.", "a\r\n\f\n- b", "He said “no", "AAAA BBBB", "漢字 العربية 🙂\u0301", "1. 2. 3.", strings.Repeat("a,", 300)} {
		f.Add(seed)
	}
	p := chain(f, Native)
	f.Fuzz(func(t *testing.T, text string) {
		doc := pipeline.NewDocument("fuzz", strings.ToValidUTF8(text, "\uFFFD"))
		if err := p.Annotate(context.Background(), doc); err != nil {
			t.Fatal(err)
		}
		if err := doc.Validate(); err != nil {
			t.Fatal(err)
		}
	})
}

func BenchmarkChain(b *testing.B) {
	for _, engine := range engines {
		b.Run(string(engine), func(b *testing.B) {
			p := chain(b, engine)
			articles, size := testdata.Articles(), 0
			for _, article := range articles {
				size += len(article.Text)
			}
			b.SetBytes(int64(size))
			for b.Loop() {
				for _, article := range articles {
					if err := p.Annotate(context.Background(), pipeline.NewDocument(article.Name, article.Text)); err != nil {
						b.Fatal(err)
					}
				}
			}
		})
	}
}
