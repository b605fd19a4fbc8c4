package quote_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/purport-nlp/purport/extractors"
	"github.com/purport-nlp/purport/extractors/quote"
	"github.com/purport-nlp/purport/pipeline"
)

// before returns the stages that the quote stage builds on.
func before(t testing.TB) []pipeline.Stage {
	t.Helper()
	all, err := extractors.Default(extractors.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var stages []pipeline.Stage
	chains := false
	for _, stage := range all {
		if stage.Name() == "quote" || stage.Name() == "claim" {
			break
		}
		for _, layer := range stage.Provides() {
			chains = chains || layer == pipeline.LayerChains
		}
		stages = append(stages, stage)
	}
	if !chains {
		t.Skip("the chain has no coreference yet")
	}
	return stages
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

func newStage(t testing.TB) *quote.Stage {
	t.Helper()
	stage, err := quote.New()
	if err != nil {
		t.Fatal(err)
	}
	return stage
}

// TestAttributions: each text must give an attribution with these parts; ""
// leaves a part open, "-" wants it empty.
func TestAttributions(t *testing.T) {
	stages := append(before(t), newStage(t))
	for _, c := range []struct{ form, text, kind, source, cue, content string }{
		{"clause", `The minister said that the border would stay closed.`, "person", "The minister", "said", "the border would stay closed"},
		{"no conjunction", `The minister said the border would stay closed.`, "person", "The minister", "said", "the border would stay closed"},
		{"plural", `Experts contend that the veto weakens the council.`, "group", "Experts", "contend", "the veto weakens the council"},
		{"state", `Russia argued that the sanctions were pointless.`, "location", "Russia", "argued", "the sanctions were pointless"},
		{"body", `The Security Council said on Monday that it would meet again.`, "organization", "The Security Council", "", "it would meet again"},
		{"paper", `The report found that prices rose in May.`, "document", "The report", "found", "prices rose in May"},
		{"nameless", `A source told reporters that the talks had failed.`, "anonymous", "A source", "", "the talks had failed"},
		{"medial", `The new plant, the company said, will open in June.`, "organization", "the company", "said", "The new plant, the company said, will open in June"},
		{"final", `The new plant will open in June, the company said.`, "organization", "the company", "said", "The new plant will open in June"},
		{"inverted", `"The plant will open in June," said Maria Lopez, a spokeswoman.`, "person", "", "said", `"The plant will open in June,"`},
		{"direct", `Maria Lopez said, "The plant will open in June."`, "person", "Maria Lopez", "said", `"The plant will open in June."`},
		{"according to, first", `According to the ministry, the bridge is safe.`, "organization", "the ministry", "According to", "the bridge is safe"},
		{"according to, last", `The bridge is safe, according to the ministry.`, "organization", "the ministry", "according to", "The bridge is safe"},
		{"belief", `Analysts believe that rates will fall.`, "group", "Analysts", "believe", "rates will fall"},
		{"confirmation", `The mayor confirmed that two men were arrested.`, "person", "The mayor", "confirmed", "two men were arrested"},
		{"question", `Reporters asked whether the minister had resigned.`, "group", "Reporters", "asked", "whether the minister had resigned"},
		{"passive", `Voters were told that the polls had closed.`, "anonymous", "-", "were told", "the polls had closed"},
		{"participle", `The company closed two plants, saying that demand had collapsed.`, "organization", "", "saying", "demand had collapsed"},
		{"goes on", `"The plant is safe," Maria Lopez said. "Nobody was hurt."`, "person", "Maria Lopez", "said", `"Nobody was hurt."`},
	} {
		t.Run(c.form, func(t *testing.T) {
			doc := annotate(t, stages, c.text)
			if err := doc.Validate(); err != nil {
				t.Fatal(err)
			}
			for _, q := range doc.Quotes {
				same := func(want, got string) bool { return want == "" || want == got || want == "-" && got == "" }
				if same(c.kind, string(q.Source.Kind)) && same(c.source, doc.Slice(q.Source.Span)) &&
					same(c.cue, doc.Slice(q.Source.Cue)) && same(c.content, doc.Slice(q.Span)) {
					return
				}
			}
			t.Errorf("%s\nwant %q %q %q %q, got%s", c.text, c.kind, c.source, c.cue, c.content, list(doc))
		})
	}
}

// list shows the quotes of a document.
func list(doc *pipeline.Document) string {
	var out strings.Builder
	for _, q := range doc.Quotes {
		fmt.Fprintf(&out, "\n  %s %q => %q, cue %q, content %q (%s, %s)", q.Source.Kind, doc.Slice(q.Source.Span), q.Source.Name,
			doc.Slice(q.Source.Cue), doc.Slice(q.Span), q.Act, q.Rule)
	}
	return out.String()
}

// TestNoAttribution: texts in which nobody says anything.
func TestNoAttribution(t *testing.T) {
	stages := append(before(t), newStage(t))
	for _, text := range []string{
		`The bridge was opened in 1932 and closed in 1987.`,
		`Everything went according to plan.`,
		`The river flows north.`,
		``,
	} {
		doc := annotate(t, stages, text)
		for _, q := range doc.Quotes {
			if q.Act == pipeline.ActStatement || q.Act == pipeline.ActBelief || q.Act == pipeline.ActKnowledge {
				t.Errorf("%s\ngot%s", text, list(doc))
				break
			}
		}
	}
}

// TestChain: nested attributions come outermost first.
func TestChain(t *testing.T) {
	stages := append(before(t), newStage(t))
	doc := annotate(t, stages, `Officials said that the minister believed that the talks had failed.`)
	for _, q := range doc.Quotes {
		if doc.Slice(q.Span) != "the talks had failed" {
			continue
		}
		if n := len(q.Source.Chain); n != 2 || doc.Slice(q.Source.Chain[0].Span) != "Officials" || doc.Slice(q.Source.Span) != "the minister" {
			t.Errorf("chain of %d:%s", n, list(doc))
		}
		return
	}
	t.Errorf("the inner attribution is missing:%s", list(doc))
}

// TestSpeech: a speech over paragraphs, each opened with a mark, is its
// speaker's to the end.
func TestSpeech(t *testing.T) {
	stages := append(before(t), newStage(t))
	text := "Maria Lopez said:\n\n“We began with nothing. We had no tools.\n\n“Now we have a workshop.”\n\nThe town has grown."
	doc := annotate(t, stages, text)
	covered := 0
	for _, part := range []string{"We began with nothing", "We had no tools", "Now we have a workshop"} {
		at := strings.Index(text, part)
		for _, q := range doc.Quotes {
			if q.Start <= at && at+len(part) <= q.End && strings.Contains(q.Source.Name, "Lopez") {
				covered++
				break
			}
		}
	}
	if covered != 3 {
		t.Errorf("%d of 3 sentences are hers:%s", covered, list(doc))
	}
	at := strings.Index(text, "The town")
	for _, q := range doc.Quotes {
		if q.End > at {
			t.Errorf("what follows the speech is attributed:%s", list(doc))
		}
	}
}

// hostile are texts that nobody would write.
var hostile = []string{
	"", `"`, `""`, "“", "”", "'", "said", ":", "according to", "“said” “said” “said", "he said he said he said",
	strings.Repeat(`"`, 300), strings.Repeat("“a ", 200), strings.Repeat("he said ", 300), strings.Repeat(`"I said, 'you said, `, 80),
	"\x00said\x00that", "\u0301he said\u0301 “\u202egone”", "新华社说：“好”。", "قال الوزير إن", "According to\n\n“\n\n”", "🙂 said 🙂 that 🙂.",
	"“One.\n\n“Two.\n\n“Three.\n\nFour.", `He said "a "b "c "d "e.`,
}

func TestHostile(t *testing.T) {
	stages := append(before(t), newStage(t))
	for _, text := range hostile {
		if err := annotate(t, stages, text).Validate(); err != nil {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func FuzzAnnotate(f *testing.F) {
	stages := append(before(f), newStage(f))
	for _, text := range hostile {
		f.Add(text)
	}
	f.Add(`“The plant is safe,” Maria Lopez said. “Nobody was hurt,” according to the ministry, which said so.`)
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "?")
		if err := annotate(t, stages, text).Validate(); err != nil {
			t.Fatal(err)
		}
	})
}

// TestDeterministic: the same text gives the same quotes, whatever the stage
// read in between.
func TestDeterministic(t *testing.T) {
	stages := append(before(t), newStage(t))
	texts := articles(t)
	first := map[string]string{}
	for round := range 2 {
		for name, text := range texts {
			got := list(annotate(t, stages, text))
			if round > 0 && got != first[name] {
				t.Errorf("%s: two runs differ", name)
			}
			first[name] = got
		}
	}
}

// articles are the articles of testdata.
func articles(t testing.TB) map[string]string {
	t.Helper()
	files, err := filepath.Glob("../../testdata/corpus/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no articles in testdata/corpus", err)
	}
	texts := map[string]string{}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		texts[file] = string(text)
	}
	return texts
}

func BenchmarkAnnotate(b *testing.B) {
	stages := before(b)
	var docs []*pipeline.Document
	tokens := 0
	for _, text := range articles(b) {
		doc := annotate(b, stages, text)
		docs = append(docs, doc)
		tokens += len(doc.Tokens)
	}
	stage := newStage(b)
	b.ReportAllocs()
	for b.Loop() {
		for _, doc := range docs {
			if err := stage.Annotate(context.Background(), doc); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(float64(tokens)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}
