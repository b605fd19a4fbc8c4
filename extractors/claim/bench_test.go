package claim_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/purport-nlp/purport/extractors"
	"github.com/purport-nlp/purport/extractors/claim"
	"github.com/purport-nlp/purport/pipeline"
)

// annotated returns the project's articles as the claim stage gets them.
func annotated(t testing.TB) []*pipeline.Document {
	t.Helper()
	all, err := extractors.Default(extractors.Options{})
	if err != nil {
		t.Fatal(err)
	}
	chain, err := pipeline.New(all[:len(all)-1]...)
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob("../../testdata/corpus/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no articles: %v", err)
	}
	var docs []*pipeline.Document
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		doc := pipeline.NewDocument(file, string(text))
		if err := chain.Annotate(context.Background(), doc); err != nil {
			t.Fatal(err)
		}
		docs = append(docs, doc)
	}
	return docs
}

// BenchmarkStage measures the claim stage alone, on the project's articles.
func BenchmarkStage(b *testing.B) {
	stage, err := claim.New()
	if err != nil {
		b.Fatal(err)
	}
	docs := annotated(b)
	tokens := 0
	for _, doc := range docs {
		tokens += len(doc.Tokens)
	}
	b.ReportAllocs()
	b.ResetTimer()
	for range b.N {
		for _, doc := range docs {
			if err := stage.Annotate(context.Background(), doc); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(float64(tokens)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}
