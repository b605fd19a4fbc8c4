package claim_test

import (
	"bufio"
	"context"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
	"unicode"

	"github.com/purport-nlp/purport/extractors"
	"github.com/purport-nlp/purport/pipeline"
)

// levelRow is one proposition that a sentence of testdata/levels.tsv must
// give.
type levelRow struct {
	line                                           int
	proposition, level, polarity                   string
	author, holder, sourceKind, sourceText, cueSet string
}

// levelCase is a sentence of the table with its rows.
type levelCase struct {
	family, sentence string
	rows             []levelRow
}

func readLevels(t testing.TB) []levelCase {
	t.Helper()
	file, err := os.Open("testdata/levels.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var cases []levelCase
	family, number := "", 0
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		number++
		line := lines.Text()
		switch {
		case strings.HasPrefix(line, "## "):
			family = line[3:]
		case line == "" || line[0] == '#':
		case strings.HasPrefix(line, "> "):
			cases = append(cases, levelCase{family: family, sentence: line[2:]})
		default:
			cells := strings.Split(line, "\t")
			if len(cells) != 8 || len(cases) == 0 {
				t.Fatalf("levels.tsv:%d: %d columns, not 8", number, len(cells))
			}
			last := &cases[len(cases)-1]
			last.rows = append(last.rows, levelRow{number, cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6], cells[7]})
		}
	}
	return cases
}

func chain(t testing.TB) *pipeline.Pipeline {
	t.Helper()
	stages, err := extractors.Default(extractors.Options{})
	if err != nil {
		t.Fatal(err)
	}
	chain, err := pipeline.New(stages...)
	if err != nil {
		t.Fatal(err)
	}
	return chain
}

// update rewrites the list of known differences:
//
//	go test ./extractors/claim -run Levels -update
//
// Read the difference before committing it: rows may leave the list, and new
// ones need a reason.
var update = flag.Bool("update", false, "rewrite testdata/levels_known.tsv")

const knownFile = "testdata/levels_known.tsv"

// TestLevels holds every row of the table, but for the differences that are
// listed as known; one that is listed and no longer there fails too.
func TestLevels(t *testing.T) {
	chain := chain(t)
	known := readKnown(t)
	var differences []string
	rows := 0
	for _, c := range readLevels(t) {
		doc := pipeline.NewDocument("sentence", c.sentence)
		if err := chain.Annotate(context.Background(), doc); err != nil {
			t.Fatalf("%s: %v", c.sentence, err)
		}
		for _, row := range c.rows {
			rows++
			key := c.sentence + "\t" + row.proposition
			wrong := judge(doc, row)
			switch {
			case len(wrong) > 0 && !known[key] && !*update:
				t.Errorf("levels.tsv:%d: %s\n    {%s}\n    %s", row.line, c.sentence, row.proposition, strings.Join(wrong, "\n    "))
			case len(wrong) == 0 && known[key] && !*update:
				t.Errorf("levels.tsv:%d: {%s} is right now: take it off %s", row.line, row.proposition, knownFile)
			}
			if len(wrong) > 0 {
				differences = append(differences, key+"\t"+strings.Join(wrong, "; ")+"\n")
			}
			delete(known, key)
		}
	}
	t.Logf("%d of %d rows right", rows-len(differences), rows)
	if *update {
		if err := os.WriteFile(knownFile, []byte(knownHeader+strings.Join(differences, "")), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	for key := range known {
		t.Errorf("%s lists what is no row of levels.tsv: %s", knownFile, key)
	}
}

const knownHeader = `# Rows of levels.tsv that purport does not answer as a reader would, and how it
# does: sentence, proposition, differences. Most of those that are "missing"
# have a tree without the clause. The list may only grow with a reason in the
# commit that lets it.
`

func readKnown(t *testing.T) map[string]bool {
	t.Helper()
	known := map[string]bool{}
	content, err := os.ReadFile(knownFile)
	if err != nil && !*update {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(content)) {
		if cells := strings.Split(line, "\t"); line[0] != '#' && len(cells) == 3 {
			known[cells[0]+"\t"+cells[1]] = true
		}
	}
	return known
}

// judge says what is wrong with how a document answers a row.
func judge(doc *pipeline.Document, row levelRow) []string {
	best, share := -1, 0.0
	for i := range doc.Claims {
		if s := overlap(row.proposition, doc.Clean(doc.Claims[i].Span)); s > share {
			best, share = i, s
		}
	}
	if share < 0.7 {
		have := "nothing"
		if best >= 0 {
			have = doc.Clean(doc.Claims[best].Span)
		}
		return []string{"missing: best is {" + have + "}"}
	}
	c := &doc.Claims[best]
	var wrong []string
	check := func(field, want, have string) {
		if want != have && !(want == "-" && have == "") {
			wrong = append(wrong, fmt.Sprintf("%s: want %s, have %s", field, want, have))
		}
	}
	polarity := "positive"
	if c.Negative {
		polarity = "negative"
	}
	check("level", row.level, c.Level.String())
	check("polarity", row.polarity, polarity)
	check("author", row.author, string(c.AuthorCertainty))
	check("holder", row.holder, string(c.HolderCertainty))
	check("source kind", row.sourceKind, string(c.Source.Kind))
	if text := doc.Clean(c.Source.Span); row.sourceText != "-" || text != "" && row.sourceKind != "anonymous" && row.sourceKind != "author" {
		check("source", strings.Join(plain(row.sourceText), " "), strings.Join(plain(text), " "))
	}
	for _, cue := range strings.Split(row.cueSet, "; ") {
		if cue != "-" && !cued(doc, c, cue) {
			wrong = append(wrong, "cue: "+cue+" is missing")
		}
	}
	return wrong
}

// cued reports whether a cue, or the words that attribute, share a word with
// text.
func cued(doc *pipeline.Document, c *pipeline.Claim, text string) bool {
	spans := []pipeline.Span{c.Source.Cue}
	for _, link := range c.Source.Chain {
		spans = append(spans, link.Cue)
	}
	for _, cue := range c.Cues {
		spans = append(spans, cue.Span)
	}
	for _, span := range spans {
		if have := strings.ToLower(doc.Slice(span)); have != "" && (strings.Contains(have, strings.ToLower(text)) || strings.Contains(strings.ToLower(text), have)) {
			return true
		}
	}
	return false
}

func plain(text string) []string {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	kept := words[:0]
	for _, word := range words {
		if word != "the" && word != "a" && word != "an" {
			kept = append(kept, word)
		}
	}
	return kept
}

// overlap is the share of words that two texts have in common, of the longer.
func overlap(a, b string) float64 {
	counts := map[string]int{}
	first, second := strings.Fields(strings.ToLower(a)), strings.Fields(strings.ToLower(b))
	for _, word := range first {
		counts[word]++
	}
	shared := 0
	for _, word := range second {
		if counts[word] > 0 {
			counts[word]--
			shared++
		}
	}
	return float64(shared) / float64(max(len(first), len(second)))
}

// toValid replaces what is no UTF-8, as the readers do.
func toValid(text string) string { return strings.ToValidUTF8(text, "\uFFFD") }
