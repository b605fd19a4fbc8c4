package claim_test

import (
	"context"
	"os"
	"strings"
	"testing"

	"github.com/purport-nlp/purport/extractors/claim"
	"github.com/purport-nlp/purport/pipeline"
)

// tableLines returns the lines of a table that are no remarks, with their
// numbers.
func tableLines(t *testing.T, path string) (lines []string, numbers []int) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for i, line := range strings.Split(string(data), "\n") {
		if line != "" && line[0] != '#' {
			lines, numbers = append(lines, line), append(numbers, i+1)
		}
	}
	return lines, numbers
}

// joined writes spans as a table does.
func joined(doc *pipeline.Document, spans ...pipeline.Span) string {
	var parts []string
	for _, span := range spans {
		if !span.IsZero() {
			parts = append(parts, doc.Clean(span))
		}
	}
	if len(parts) == 0 {
		return "-"
	}
	return strings.Join(parts, " | ")
}

func TestParts(t *testing.T) {
	chain := chain(t)
	lines, numbers := tableLines(t, "testdata/parts.tsv")
	for i, line := range lines {
		cells := strings.Split(line, "\t")
		if len(cells) != 5 {
			t.Fatalf("parts.tsv:%d: %d columns, not 5", numbers[i], len(cells))
		}
		doc := pipeline.NewDocument("sentence", cells[0])
		if err := chain.Annotate(context.Background(), doc); err != nil {
			t.Fatal(err)
		}
		found := false
		for _, c := range doc.Claims {
			if doc.Clean(c.Span) != cells[1] {
				continue
			}
			found = true
			have := []string{joined(doc, c.Subject), joined(doc, c.Relation), joined(doc, c.Arguments...)}
			if strings.Join(have, "\t") != strings.Join(cells[2:], "\t") {
				t.Errorf("parts.tsv:%d: %s\n  want %q\n  have %q", numbers[i], cells[1], cells[2:], have)
			}
		}
		if !found {
			var have []string
			for _, c := range doc.Claims {
				have = append(have, doc.Clean(c.Span))
			}
			t.Errorf("parts.tsv:%d: no claim {%s}, but %q", numbers[i], cells[1], have)
		}
	}
}

func TestPropositions(t *testing.T) {
	chain := chain(t)
	stage, err := claim.New()
	if err != nil {
		t.Fatal(err)
	}
	lines, numbers := tableLines(t, "testdata/propositions.tsv")
	for i := 0; i < len(lines); i++ {
		sentence, ok := strings.CutPrefix(lines[i], "> ")
		if !ok {
			t.Fatalf("propositions.tsv:%d: a row without a sentence", numbers[i])
		}
		number := numbers[i]
		var want []string
		for i+1 < len(lines) && lines[i+1][0] != '>' {
			i++
			want = append(want, lines[i])
		}
		doc := pipeline.NewDocument("sentence", sentence)
		if err := chain.Annotate(context.Background(), doc); err != nil {
			t.Fatal(err)
		}
		var have []string
		for _, p := range stage.Propositions(doc, 0) {
			have = append(have, written(doc, p))
		}
		if strings.Join(have, "\n") != strings.Join(want, "\n") {
			t.Errorf("propositions.tsv:%d: %s\nwant\n  %s\nhave\n  %s", number, sentence, strings.Join(want, "\n  "), strings.Join(have, "\n  "))
		}
	}
}

// written writes a proposition as a row of propositions.tsv.
func written(doc *pipeline.Document, p claim.Proposition) string {
	var relation []string
	if added := p.Implied + doc.Clean(p.Shared); added != "" {
		relation = append(relation, "["+added+"]")
	}
	if !p.Relation.IsZero() {
		relation = append(relation, doc.Clean(p.Relation))
	}
	return joined(doc, p.Subject) + "\t" + strings.Join(relation, " ") + "\t" + joined(doc, p.Arguments...)
}

// TestPartsLieWithin holds what every record promises, on all articles: the
// relation and the arguments are the claim's own words, and no part repeats
// another.
func TestPartsLieWithin(t *testing.T) {
	stage, err := claim.New()
	if err != nil {
		t.Fatal(err)
	}
	claims := 0
	for _, doc := range annotated(t) {
		if err := stage.Annotate(context.Background(), doc); err != nil {
			t.Fatal(err)
		}
		for _, c := range doc.Claims {
			claims++
			parts := append([]pipeline.Span{c.Subject, c.Relation}, c.Arguments...)
			for i, part := range parts {
				if part.IsZero() && i < 2 {
					continue
				}
				if strings.TrimSpace(doc.Slice(part)) == "" {
					t.Errorf("%s: {%s}: part %d is empty", doc.Path, doc.Clean(c.Span), i)
				}
				if i > 0 && (part.Start < c.Start || part.End > c.End) {
					t.Errorf("%s: {%s}: %q is outside", doc.Path, doc.Clean(c.Span), doc.Clean(part))
				}
				for _, other := range parts[:i] {
					if !other.IsZero() && part.Overlaps(other) {
						t.Errorf("%s: {%s}: %q repeats %q", doc.Path, doc.Clean(c.Span), doc.Clean(part), doc.Clean(other))
					}
				}
			}
		}
	}
	if claims < 100 {
		t.Errorf("only %d claims", claims)
	}
}
