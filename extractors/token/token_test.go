package token

import (
	"context"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/purport-nlp/purport/pipeline"
)

// document returns a document of one sentence over text, with breaks.
func document(text string, breaks ...pipeline.Break) *pipeline.Document {
	doc := pipeline.NewDocument("test", text)
	start := len(text) - len(strings.TrimLeftFunc(text, unicode.IsSpace))
	end := len(strings.TrimRightFunc(text, unicode.IsSpace))
	if start < end {
		span := pipeline.Span{Start: start, End: end}
		doc.Units = []pipeline.Unit{{Span: span}}
		doc.Sentences = []pipeline.Sentence{{Span: span}}
	}
	doc.Breaks = breaks
	return doc
}

func forms(t *testing.T, doc *pipeline.Document) string {
	t.Helper()
	if err := New().Annotate(context.Background(), doc); err != nil {
		t.Fatal(err)
	}
	if err := doc.Validate(); err != nil {
		t.Fatal(err)
	}
	var words []string
	for _, token := range doc.Tokens {
		words = append(words, token.Form)
	}
	return strings.Join(words, " | ")
}

func TestTokens(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		// contractions and possessives
		{"They didn't go.", "They | did | n't | go | ."},
		{"They didn’t go.", "They | did | n’t | go | ."},
		{"He won't, she can't.", "He | wo | n't | , | she | ca | n't | ."},
		{"We cannot wait, it's gonna rain.", "We | can | not | wait | , | it | 's | gon | na | rain | ."},
		{"I'd've gone.", "I | 'd | 've | gone | ."},
		{"DON'T SHOUT", "DO | N'T | SHOUT"},
		{"dont panic", "do | nt | panic"},
		{"Moscow's envoy, the envoys' cars", "Moscow | 's | envoy | , | the | envoys | ' | cars"},
		{"Moscow’s envoy, the envoys’ cars", "Moscow | ’s | envoy | , | the | envoys | ’ | cars"},
		{"O'Reilly met D’Souza at five o'clock", "O'Reilly | met | D’Souza | at | five | o'clock"},
		{"the '90s and the 1980's", "the | '90s | and | the | 1980's"},
		{"give 'em time", "give | 'em | time"},
		// hyphens and dashes
		{"a long-term, state-of-the-art plan", "a | long | - | term | , | state | - | of | - | the | - | art | plan"},
		{"e-mail a non-profit ex-minister", "e-mail | a | non-profit | ex-minister"},
		{"mid-2023 anti-Western co-operation", "mid-2023 | anti-Western | co-operation"},
		{"an F-16 and Al-Hasakah", "an | F | - | 16 | and | Al | - | Hasakah"},
		{"Moscow—which knew—waited", "Moscow | — | which | knew | — | waited"},
		{"talks--such as they were--failed", "talks | -- | such | as | they | were | -- | failed"},
		{"from 2002–2004 and 5-10", "from | 2002 | – | 2004 | and | 5 | - | 10"},
		// full stops
		{"Mr. Smith of the U.S. met Dr.Jones", "Mr. | Smith | of | the | U.S. | met | Dr. | Jones"},
		{"in the U.K.", "in | the | U.K."},
		{"at 5 p.m. on Jan. 5", "at | 5 | p.m. | on | Jan. | 5"},
		{"Acme Inc. and J. R. Ewing", "Acme | Inc. | and | J. | R. | Ewing"},
		{"He was here.", "He | was | here | ."},
		{"Well... maybe", "Well | ... | maybe"},
		{"so on, etc...", "so | on | , | etc | ..."},
		{"wait… what?!", "wait | … | what | ?!"},
		{"Version 2.7.", "Version | 2.7 | ."},
		{"She said .5 and 3.75.", "She | said | .5 | and | 3.75 | ."},
		// numbers
		{"$1.5bn, €20m and US$300", "$ | 1.5 | bn | , | € | 20 | m | and | US | $ | 300"},
		{"1,000,000 at 5:30pm on 9/11", "1,000,000 | at | 5:30 | pm | on | 9/11"},
		{"5km, 20kg, 50% and the 5th", "5 | km | , | 20 | kg | , | 50 | % | and | the | 5th"},
		{"on 2023-07-27 call 555-0123", "on | 2023-07-27 | call | 555-0123"},
		{"in the 1990s, 3G", "in | the | 1990s | , | 3G"},
		{"-5 degrees", "- | 5 | degrees"},
		// quotes and brackets
		{"He said “never again.”", "He | said | “ | never | again | . | ”"},
		{"He said \"never again.\"", "He | said | \" | never | again | . | \""},
		{"‘Yes,’ he said", "‘ | Yes | , | ’ | he | said"},
		{"'Yes,' he said", "' | Yes | , | ' | he | said"},
		{"``So,'' he said", "`` | So | , | '' | he | said"},
		{"(the \"plan\") [sic]", "( | the | \" | plan | \" | ) | [ | sic | ]"},
		// addresses
		{"see https://example.org/a-b?c=d, or www.example.com.", "see | https://example.org/a-b?c=d | , | or | www.example.com | ."},
		{"(http://example.org/x_(y))", "( | http://example.org/x_(y) | )"},
		{"mail jane.doe@example.com!", "mail | jane.doe@example.com | !"},
		{"<jane@example.com>", "< | jane@example.com | >"},
		{"at example.com.", "at | example.com | ."},
		{"#purport and @purport", "#purport | and | @purport"},
		{"AT&T and R&D", "AT&T | and | R&D"},
		{"and/or w/o b/c", "and | / | or | w/o | b/c"},
		// scripts and symbols
		{"习近平 met 金正恩", "习近平 | met | 金正恩"},
		{"المبعوث said", "المبعوث | said"},
		{"cafe\u0301 Pok\u00e9mon", "cafe\u0301 | Pok\u00e9mon"},
		{"great 👍🏽 👨‍👩‍👧!", "great | 👍🏽 | 👨‍👩‍👧 | !"},
		{"fine :-) ok ;)", "fine | :-) | ok | ;)"},
		{"a\u00a0b\u2009c", "a | b | c"},
	} {
		if got := forms(t, document(test.text)); got != test.want {
			t.Errorf("%q\n got %s\nwant %s", test.text, got, test.want)
		}
	}
}

func TestBreaks(t *testing.T) {
	at := func(text, part string, glue bool) pipeline.Break {
		i := strings.Index(text, part)
		return pipeline.Break{Span: pipeline.Span{Start: i, End: i + len(part)}, Glue: glue}
	}
	for _, test := range []struct {
		text, part string
		glue       bool
		want       string
	}{
		{"the govern-\n   ment fell", "-\n   ", true, "the | government | fell"},
		{"a long-\nterm plan", "\n", true, "a | long | - | term | plan"},
		{"they did-\nn't go", "-\n", true, "they | did | n't | go"},
		{"it goes\n\n12\n\non here", "\n\n12\n\n", false, "it | goes | on | here"},
		{"one 12 two", "12", false, "one | two"},
	} {
		doc := document(test.text, at(test.text, test.part, test.glue))
		if got := forms(t, doc); got != test.want {
			t.Errorf("%q\n got %s\nwant %s", test.text, got, test.want)
		}
	}
}

// checkCover fails unless tokens and the white space and breaks between them
// are all of the text.
func checkCover(t *testing.T, doc *pipeline.Document) {
	t.Helper()
	if err := doc.Validate(); err != nil {
		t.Fatal(err)
	}
	at := 0
	gap := func(end int) {
		for at < end {
			inside := false
			for _, b := range doc.Breaks {
				if b.Start <= at && at < b.End {
					at, inside = min(b.End, end), true
				}
			}
			if inside {
				continue
			}
			r, size := utf8.DecodeRuneInString(doc.Text[at:])
			if !unicode.IsSpace(r) {
				t.Fatalf("%q is in no token of %q", r, doc.Text)
			}
			at += size
		}
	}
	for _, token := range doc.Tokens {
		for _, b := range doc.Breaks {
			if b.Overlaps(token.Span) && (!b.Glue || !token.Contains(b.Span)) {
				t.Fatalf("token %q overlaps the break %v of %q", token.Form, b, doc.Text)
			}
		}
		gap(token.Start)
		at = token.End
	}
	gap(len(doc.Text))
}

func FuzzTokens(f *testing.F) {
	for _, seed := range []string{"They didn't go.", "a\u00a0“b”—c's", "x-\ny 1,000.5% 👨‍👩‍👧 e-mail: a@b.co", "'", "’s", "$", "1-2-3-4-5", "https://", "\x00"} {
		f.Add(seed, 2, 3, true)
	}
	f.Fuzz(func(t *testing.T, text string, start, length int, glue bool) {
		if !utf8.ValidString(text) {
			t.Skip()
		}
		doc := document(text)
		if span := (pipeline.Span{Start: start, End: start + length}); start > 0 && length > 0 && length < 100 && span.End < len(text) && start < len(text) &&
			utf8.RuneStart(text[span.Start]) && utf8.RuneStart(text[span.End]) {
			doc.Breaks = []pipeline.Break{{Span: span, Glue: glue}}
		}
		if err := New().Annotate(context.Background(), doc); err != nil {
			t.Fatal(err)
		}
		checkCover(t, doc)
	})
}

func BenchmarkTokens(b *testing.B) {
	text := strings.Repeat("Officials in the capital said on Jan. 5 that the long-term plan wasn't ready; “it's a U.S. matter,” one added, citing $1.5 million in costs. ", 500)
	doc := pipeline.NewDocument("test", text)
	for at := 0; at < len(text); {
		end := at + strings.Index(text[at:], "costs.") + len("costs.")
		span := pipeline.Span{Start: at, End: end}
		doc.Sentences = append(doc.Sentences, pipeline.Sentence{Span: span})
		at = end + 1
	}
	stage := New()
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if err := stage.Annotate(context.Background(), doc); err != nil {
			b.Fatal(err)
		}
	}
}
