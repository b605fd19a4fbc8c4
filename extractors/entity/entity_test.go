package entity_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/purport-nlp/purport/extractors"
	"github.com/purport-nlp/purport/extractors/entity"
	"github.com/purport-nlp/purport/pipeline"
	"github.com/purport-nlp/purport/testdata"
)

// before returns the stages that the entity stage builds on.
func before(t testing.TB) []pipeline.Stage {
	t.Helper()
	all, err := extractors.Default(extractors.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for i, stage := range all {
		if stage.Name() == "entity" {
			return all[:i]
		}
	}
	t.Fatal("the chain has no entity stage")
	return nil
}

func newStage(t testing.TB) *entity.Stage {
	t.Helper()
	stage, err := entity.New()
	if err != nil {
		t.Fatal(err)
	}
	return stage
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

// show prints a document's names: "LABEL text", with "<title>" before a person.
func show(doc *pipeline.Document) string {
	var out []string
	for _, e := range doc.Entities {
		name := string(e.Label[:3]) + " " + doc.Clean(e.Span)
		if e.Title != "" {
			name += " <" + e.Title + ">"
		}
		out = append(out, name)
	}
	return strings.Join(out, "; ")
}

// TestNames: what the stage finds in a sentence, one case a line.
func TestNames(t *testing.T) {
	stages := append(before(t), newStage(t))
	for _, c := range []struct{ text, want string }{
		{"Foreign Minister Sergei Lavrov arrived in Pyongyang on Tuesday.", "PER Sergei Lavrov <Foreign Minister>; LOC Pyongyang"},
		{"Germany's economy grew faster than that of France.", "LOC Germany; LOC France"},
		{"Talks between North Korea and South Korea broke down.", "LOC North Korea; LOC South Korea"},
		{"The Korean People's Army (KPA) tested new weapons.", "ORG Korean People's Army; ORG KPA"},
		{"The UN Security Council met in New York.", "ORG UN Security Council; LOC New York"},
		{"He praised DPRK-Russian relations.", "NAT DPRK; NAT Russian"},
		{"Mr. Wang met President Xi Jinping in Beijing.", "PER Wang <Mr.>; PER Xi Jinping <President>; LOC Beijing"},
		{"The Chinese and Japanese governments protested.", "NAT Chinese; NAT Japanese"},
		{"It was published by the Institute for Security and Development Policy in Stockholm.", "ORG Institute for Security and Development Policy; LOC Stockholm"},
		{"Ursula von der Leyen spoke in São Paulo, Brazil.", "PER Ursula von der Leyen; LOC São Paulo; LOC Brazil"},
		{"She flew to North\nKorea with Angela\nMerkel.", "LOC North Korea; PER Angela Merkel"},
		{"The U.S. military denied it.", "LOC U.S."},
		{"Secretary of State John Kerry spoke first.", "PER John Kerry <Secretary of State>"},
		{"Maj Gen (ret) Mats Engman disagreed.", "PER Mats Engman <Maj Gen>"},
		{"He quoted the Human Rights Act. Officials in Berlin and Paris agreed.", "LOC Berlin; LOC Paris"},
		{"KIM JONG UN MET VLADIMIR PUTIN IN MOSCOW", "PER KIM JONG UN; PER VLADIMIR PUTIN; LOC MOSCOW"},
		{"Hi! I love my Russian teacher, thanks! You can find him in Boston, I'm sure!", "NAT Russian; LOC Boston"},
		{"The Palestinian Authority refused to pay.", "ORG Palestinian Authority"},
		{"Senator Jim Weber (R-Okla.) today spoke.", "PER Jim Weber <Senator>"},
		{"UNHCHR Michele Lopez said that the camps were full.", "PER Michele Lopez"},
		{"The Lopez-Snowe bill passed. Olympia Snowe-Lopez spoke.", "PER Olympia Snowe-Lopez"},
		{"Nothing was said, and nobody knew why.", ""},
	} {
		if got := show(annotate(t, stages, c.text)); got != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

// TestPlaces: what the gazetteer knows of the places of a text.
func TestPlaces(t *testing.T) {
	stages := append(before(t), newStage(t))
	for _, c := range []struct{ text, want string }{
		{"Officials in Norway said so.", "Norway NO country 3144096 true"},
		{"The DPRK refused.", "DPRK KP country 1873107 true"},
		{"The fair was held in Toulouse, France.", "Toulouse FR city 0 false; France FR country 3017382 true"},
	} {
		doc := annotate(t, stages, c.text)
		var got []string
		for _, e := range doc.Entities {
			if p := e.Place; p != nil {
				got = append(got, fmt.Sprint(doc.Slice(e.Span), " ", p.Country, " ", p.Kind, " ", p.GeonamesID, " ", p.HasPoint))
			}
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.text, s, c.want)
		}
	}
}

// TestSameOnSecondRun: the memory that a stage keeps does not leak from one
// document into the next.
func TestSameOnSecondRun(t *testing.T) {
	stages := append(before(t), newStage(t))
	var first []string
	for run := 0; run < 2; run++ {
		for i, article := range testdata.Articles() {
			doc := annotate(t, stages, article.Text)
			if err := doc.Validate(); err != nil {
				t.Fatal(err)
			}
			if run == 0 {
				first = append(first, show(doc))
			} else if got := show(doc); got != first[i] {
				t.Errorf("%s: second run differs:\n%s\n%s", article.Name, first[i], got)
			}
		}
	}
}

// FuzzStage: any text keeps the promises of a document.
func FuzzStage(f *testing.F) {
	for _, text := range []string{"", "A", "KIM (KPA) met U.N. - Russia–DPRK", "\x00 Łódź's (\u0301) é É 北京 \r\n\r\nMr. O’Neil", strings.Repeat("John Smith, ", 300)} {
		f.Add(text)
	}
	stages := append(before(f), newStage(f))
	f.Fuzz(func(t *testing.T, text string) {
		if err := annotate(t, stages, strings.ToValidUTF8(text, "\uFFFD")).Validate(); err != nil {
			t.Error(err)
		}
	})
}

// BenchmarkStage labels the articles of the corpus; it reports tokens a second.
func BenchmarkStage(b *testing.B) {
	stages, stage := before(b), newStage(b)
	var docs []*pipeline.Document
	tokens := 0
	for _, article := range testdata.Articles() {
		doc := annotate(b, stages, article.Text)
		docs = append(docs, doc)
		tokens += len(doc.Tokens)
	}
	b.ReportAllocs()
	b.ResetTimer()
	for i := 0; i < b.N; i++ {
		for _, doc := range docs {
			doc.Entities = nil
			if err := stage.Annotate(context.Background(), doc); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(float64(tokens*b.N)/b.Elapsed().Seconds(), "tokens/s")
}
