package claim_test

import (
	"context"
	"fmt"
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

// tolerated is the share of rows that a tree may get wrong: each parser errs
// on other sentences.
const tolerated = 0.10

// verdict fails a test whose table has too many rows wrong, and shows them.
func verdict(t *testing.T, table string, wrong []string, rows int) {
	t.Helper()
	for _, w := range wrong {
		t.Log(table + ":" + w)
	}
	t.Logf("%d of %d right", rows-len(wrong), rows)
	if float64(len(wrong)) > tolerated*float64(rows) {
		t.Errorf("%s: more than %d%% of the rows are wrong", table, int(100*tolerated))
	}
}

func TestParts(t *testing.T) {
	chain := chain(t)
	lines, numbers := tableLines(t, "testdata/parts.tsv")
	var wrong []string
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
				wrong = append(wrong, fmt.Sprintf("%d: %s\n  want %q\n  have %q", numbers[i], cells[1], cells[2:], have))
			}
		}
		if !found {
			var have []string
			for _, c := range doc.Claims {
				have = append(have, doc.Clean(c.Span))
			}
			wrong = append(wrong, fmt.Sprintf("%d: no claim {%s}, but %q", numbers[i], cells[1], have))
		}
	}
	verdict(t, "parts.tsv", wrong, len(lines))
}

func TestPropositions(t *testing.T) {
	chain := chain(t)
	stage, err := claim.New()
	if err != nil {
		t.Fatal(err)
	}
	lines, numbers := tableLines(t, "testdata/propositions.tsv")
	var wrong []string
	sentences := 0
	for i := 0; i < len(lines); i++ {
		sentence, ok := strings.CutPrefix(lines[i], "> ")
		if !ok {
			t.Fatalf("propositions.tsv:%d: a row without a sentence", numbers[i])
		}
		number := numbers[i]
		sentences++
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
			wrong = append(wrong, fmt.Sprintf("%d: %s\nwant\n  %s\nhave\n  %s", number, sentence, strings.Join(want, "\n  "), strings.Join(have, "\n  ")))
		}
	}
	verdict(t, "propositions.tsv", wrong, sentences)
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
