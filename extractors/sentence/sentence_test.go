package sentence

import (
	"context"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/purport-nlp/purport/pipeline"
	"github.com/purport-nlp/purport/testdata"
)

func stage(t testing.TB) *Stage {
	t.Helper()
	s, err := New()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// divide returns text's sentences, folded, where text is one unit.
func divide(t testing.TB, s *Stage, text string, kind pipeline.UnitKind) []string {
	t.Helper()
	doc := pipeline.NewDocument("test.txt", text)
	doc.Units = []pipeline.Unit{{Span: pipeline.Span{Start: 0, End: len(text)}, Kind: kind}}
	return annotate(t, s, doc)
}

func annotate(t testing.TB, s *Stage, doc *pipeline.Document) []string {
	t.Helper()
	if err := s.Annotate(context.Background(), doc); err != nil {
		t.Fatal(err)
	}
	if err := doc.Validate(); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, sentence := range doc.Sentences {
		got = append(got, doc.Clean(sentence.Span))
	}
	return got
}

// TestSentences: one text a line, "|" between its sentences and the space
// around it as it stands in the text, "¦" where no space stands.
func TestSentences(t *testing.T) {
	s := stage(t)
	for _, c := range []string{
		// Plain stops.
		`The dam holds. | Nobody knows why.`,
		`Who built it? | Nobody knows! | It stands.`,
		`He asked why. | "Because," she said.`,
		`One sentence without a stop`,
		`It ended in 2021. | The court agreed.`,
		`They lost 3-2. | Then it rained.`,

		// Titles, ranks and initials.
		`Mr. Okafor met Dr. Lindqvist. | They spoke for an hour.`,
		`Gen. Amina Diallo and Lt. Col. R. Meyer signed it.`,
		`The judge, J. R. R. Halvorsen, agreed. | It was late.`,
		`Harriet B. Malone left. | George W. Adeyemi stayed.`,
		`Prof. Ines M. Duarte, Ph.D., disagreed.`,
		`He is Samuel Price Jr. and nobody else.`,

		// Countries, companies, times.
		`U.S. National Security Advisor Vera Holt spoke.`,
		`It angered the U.S. | The embassy closed.`,
		`It went to a U.S. Tea Party group, like an E.U. Council paper.`,
		`He praised the U.S. Army's lease and U.S. Sen. Vera Holt's vote.`,
		`The U.S. Treasury and the U.K. Home Office agreed.`,
		`She works for Brandt Corp. and Lowe Ltd. in Leeds.`,
		`The firm is Delta Metals Inc. | It was sold.`,
		`She asked Brandt and Co. | They should know.`,
		`It is made in the D.R.C. | He sells it here.`,
		`The train left at 5 p.m. on Friday.`,
		`The train left at 5 p.m. | Nobody saw it.`,
		`It is the plan of Rep. K.T. Okafor and of J.D. Meyer.`,
		`It opened on Jan. 4 and closed in Sept. 2021.`,
		`Some brought food, tents, etc. and stayed. | Others left.`,
		`The ships (e.g. the Aurora, i.e. the old one) sank.`,
		`It was Tanaka v. Smith, as cited in Fig. 3 on p. 12.`,
		`See Sec. 4 and Art. 12. | They differ.`,
		`The report (H. Rept. 98-12) and H. Con. Res. 7 passed.`,

		// Decimals, money, versions, list numbers.
		`Prices rose by 3.5 percent to $1.20. | Wages did not.`,
		`It costs 0.4 million euros. | That is little.`,
		`Version 2.0.1 is out. | It is slow.`,
		`1. Introduction to the works`,
		`No. 7 is the last. | No. | There is no other.`,

		// Ellipses.
		`He paused ... and went on. | Then he left.`,
		`"We looked . . . and found nothing," she said.`,
		`Nobody knew… | The lights went out.`,
		`They waited.... | Nothing came.`,

		// Closing quotes and brackets.
		`"We are ready." | The crowd cheered.`,
		`“We are ready.” | The crowd cheered.`,
		`"Are you ready?" he asked. | Nobody was.`,
		`“Never!” said the minister. | She left.`,
		`(It was closed in May.) | It opened again.`,
		`It closed (for good). | Nobody minded.`,
		`He called it "a lie." | She called it "a joke."`,
		`She said: "It fell. | It broke." | Then she left.`,
		`It was "the end." [4] | He agreed.`,

		// Stops of several kinds at once, and none at all.
		`What?! | Nobody told us.`,
		`Stop!!! | It is closed.`,
		`It ended.¦Nobody knew why.`,
		`See example.com for more. | It is free.`,
		`Write to info@example.org. | We answer.`,
		`The file is report.txt here.`,
		`Yahoo! is a firm, and so is Wham! of Leeds.`,

		// Notes that a page leaves behind.
		`The officials left.12 | The rest stayed.`,
		`The officials left.11,12 | The rest stayed.`,
		`They left (most of them).7 | The rest stayed.`,
		`It rose again in November 2015.85 | The rallies went on.`,
		`He agreed. [12] | She did not.`,

		`The road is open again. | ###`,

		// Other scripts and signs.
		`水坝很稳。¦没有人知道为什么。`,
		`It holds 🙂. | Nobody knows why.`,
		`Zażółć gęślą jaźń. | Łódź czeka.`,
		`¿Quién sabe? | Nadie.`,
	} {
		want := split(c)
		text := strings.ReplaceAll(strings.ReplaceAll(c, " | ", " "), "¦", "")
		got := divide(t, s, text, pipeline.UnitParagraph)
		if strings.Join(got, "|") != strings.Join(want, "|") {
			t.Errorf("%s\n got %s", c, strings.Join(got, " | "))
		}
	}
}

func split(c string) []string {
	return strings.Split(strings.ReplaceAll(c, "¦", " | "), " | ")
}

// TestLooseStop: a stop with no word before it leans on the sentence before.
func TestLooseStop(t *testing.T) {
	got := divide(t, stage(t), "He was named.\n. Others were not.", pipeline.UnitParagraph)
	if want := "He was named. .|Others were not."; strings.Join(got, "|") != want {
		t.Errorf("got %q, want %q", strings.Join(got, "|"), want)
	}
	got = divide(t, stage(t), "He was named. ______ ____ ___. Others were not.", pipeline.UnitParagraph)
	if len(got) == 0 || got[0] != "He was named." {
		t.Errorf("blacked-out words are part of a sentence: %q", got)
	}
	if got := divide(t, stage(t), "...", pipeline.UnitParagraph); len(got) != 1 {
		t.Errorf("a unit of stops alone has %d sentences, want 1", len(got))
	}
}

// TestUnitsWithoutStops: headings, bylines and lines of tables are sentences
// whatever stops stand in them, and nothing runs from unit to unit.
func TestUnitsWithoutStops(t *testing.T) {
	s := stage(t)
	for _, c := range []struct {
		kind       pipeline.UnitKind
		text, want string
	}{
		{pipeline.UnitHeading, "What now? A plan. And more", "What now? A plan. And more"},
		{pipeline.UnitByline, "By Ann Lee. For The Post", "By Ann Lee. For The Post"},
		{pipeline.UnitDateline, "Jan. 4. 2021", "Jan. 4. 2021"},
		{pipeline.UnitReference, "Lee, A. Dams. London. 1999.", "Lee, A. Dams. London. 1999."},
		{pipeline.UnitTable, "Item  Cost\nGate  12. Paid\n\n", "Item Cost|Gate 12. Paid"},
		{pipeline.UnitListItem, "(a) close it. Then open it.", "(a) close it.|Then open it."},
		{pipeline.UnitBlockQuote, "It fell. It broke.", "It fell.|It broke."},
		{pipeline.UnitNote, "See the report. It is long.", "See the report.|It is long."},
	} {
		if got := strings.Join(divide(t, s, c.text, c.kind), "|"); got != c.want {
			t.Errorf("%s: %q, want %q", c.kind, got, c.want)
		}
	}
	doc := pipeline.NewDocument("test.txt", "Key Findings\n\nThe dam holds")
	doc.Units = []pipeline.Unit{{Span: pipeline.Span{Start: 0, End: 12}, Kind: pipeline.UnitHeading}, {Span: pipeline.Span{Start: 14, End: 27}}}
	if got := strings.Join(annotate(t, s, doc), "|"); got != "Key Findings|The dam holds" {
		t.Errorf("a heading without a stop: %q", got)
	}
	if doc.Sentences[1].Unit != 1 {
		t.Errorf("the second sentence is in unit %d", doc.Sentences[1].Unit)
	}
}

// TestLineAndPageBreaks: a sentence runs over the lines and breaks of its unit.
func TestLineAndPageBreaks(t *testing.T) {
	text := "The board took no\n\n  5\n\naction. The re-\nport ended\nthere."
	doc := pipeline.NewDocument("test.txt", text)
	doc.Units = []pipeline.Unit{{Span: pipeline.Span{Start: 0, End: len(text)}}}
	number, hyphen := strings.Index(text, "\n\n  5"), strings.Index(text, "-\n")
	doc.Breaks = []pipeline.Break{
		{Span: pipeline.Span{Start: number, End: strings.Index(text, "action")}},
		{Span: pipeline.Span{Start: hyphen, End: hyphen + 2}, Glue: true},
	}
	if got := strings.Join(annotate(t, stage(t), doc), "|"); got != "The board took no action.|The report ended there." {
		t.Errorf("%q", got)
	}
	if got := doc.Slice(doc.Sentences[0].Span); got != "The board took no\n\n  5\n\naction." {
		t.Errorf("the span was moved: %q", got)
	}
}

// TestCasualText: who writes without capitals still ends sentences.
func TestCasualText(t *testing.T) {
	got := divide(t, stage(t), "i went there. it was shut. i left.", pipeline.UnitParagraph)
	if len(got) != 3 {
		t.Errorf("%d sentences: %q", len(got), got)
	}
}

func TestEmptyDocument(t *testing.T) {
	if got := annotate(t, stage(t), pipeline.NewDocument("empty.txt", "")); len(got) != 0 {
		t.Errorf("sentences in nothing: %q", got)
	}
}

// FuzzSentences holds that sentences lie in their unit, in order, without
// space at their ends, and that no letter of the unit is left out.
func FuzzSentences(f *testing.F) {
	for _, article := range testdata.Articles() {
		f.Add(article.Text[:min(len(article.Text), 400)], 20, 25, uint8(0))
	}
	f.Add("1) one 2) two 3) three. . . . [4] \"x.\" (y.)", 3, 5, uint8(4))
	f.Add("He fell.12 It broke. . The end…", 8, 10, uint8(0))
	s := stage(f)
	f.Fuzz(func(t *testing.T, text string, from, to int, kind uint8) {
		start, end := trimmed(text)
		if !utf8.ValidString(text) || start == end {
			t.Skip()
		}
		doc := pipeline.NewDocument("fuzz", text)
		doc.Units = []pipeline.Unit{{Span: pipeline.Span{Start: start, End: end}, Kind: pipeline.UnitKind(kind % 10)}}
		if from >= start && to <= end {
			doc.Breaks = []pipeline.Break{{Span: pipeline.Span{Start: from, End: to}}}
		}
		if doc.Validate() != nil {
			t.Skip()
		}
		annotate(t, s, doc)
		at := start
		for i, sentence := range append(doc.Sentences, pipeline.Sentence{Span: pipeline.Span{Start: end, End: end}}) {
			for offset, r := range text[at:sentence.Start] {
				if inBreak := len(doc.BreaksIn(pipeline.Span{Start: at + offset, End: at + offset + 1})) > 0; !inBreak && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
					t.Fatalf("%q before sentence %d of %q is in no sentence", r, i, text)
				}
			}
			if i == len(doc.Sentences) {
				break
			}
			if slice := doc.Slice(sentence.Span); strings.TrimSpace(slice) != slice {
				t.Fatalf("sentence %d has space at its ends: %q", i, slice)
			}
			at = sentence.End
		}
	})
}

func trimmed(text string) (start, end int) {
	start = len(text) - len(strings.TrimLeftFunc(text, unicode.IsSpace))
	return start, max(start, len(strings.TrimRightFunc(text, unicode.IsSpace)))
}

func BenchmarkSentences(b *testing.B) {
	var text strings.Builder
	for text.Len() < 1<<18 {
		for _, article := range testdata.Articles() {
			text.WriteString(strings.ReplaceAll(article.Text, "\n\n", "\n"))
		}
	}
	doc := pipeline.NewDocument("all.txt", strings.TrimSpace(text.String()))
	doc.Units = []pipeline.Unit{{Span: pipeline.Span{Start: 0, End: len(doc.Text)}}}
	s := stage(b)
	b.SetBytes(int64(len(doc.Text)))
	b.ReportAllocs()
	for b.Loop() {
		if err := s.Annotate(context.Background(), doc); err != nil {
			b.Fatal(err)
		}
	}
}
