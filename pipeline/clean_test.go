package pipeline

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// broken builds a document from text in which «…» stands for a break that
// reads as a space and ‹…› for one that glues. The marks are taken out.
func broken(text string) *Document {
	var out strings.Builder
	var breaks []Break
	for _, r := range text {
		switch r {
		case '«', '‹':
			breaks = append(breaks, Break{Span: Span{Start: out.Len()}, Glue: r == '‹'})
		case '»', '›':
			breaks[len(breaks)-1].End = out.Len()
		default:
			out.WriteRune(r)
		}
	}
	doc := NewDocument("broken.txt", out.String())
	doc.Breaks = breaks
	return doc
}

func TestClean(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"nothing to fold", "The dam holds.", "The dam holds."},
		{"a line break", "The dam\nholds.", "The dam holds."},
		{"CRLF and tabs", "The\tdam\r\n  holds.", "The dam holds."},
		{"a no-break space", "4\u00a0May", "4 May"},
		{"an ideographic space", "水　坝", "水 坝"},
		{"two spaces", "The dam.  It holds.", "The dam. It holds."},
		{"space at both ends", "  The dam. \n", "The dam."},
		{"a page number", "took no« \n\n 5 \n\n »action", "took no action"},
		{"a divided word", "the sig‹-\n›nature", "the signature"},
		{"a divided word with space after", "the sig‹-› \n nature", "the signature"},
		{"a compound at a line end", "well-‹\n›known", "well-known"},
		{"a divided word over a page", "sig‹-\n\n 7 \n\n›nature", "signature"},
		{"a glue beside a plain break", "sig‹-\n›«5\n»nature", "signature"},
		{"a break at the start", "«12 »It holds.", "It holds."},
		{"a break at the end", "It holds.« 12»", "It holds."},
		{"nothing but layout", "« 12 »", ""},
		{"beyond the first plane", "🙂\n🙂", "🙂 🙂"},
		{"a control character", "a\x01b", "a\x01b"},
	} {
		doc := broken(c.text)
		if got := doc.Clean(Span{0, len(doc.Text)}); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// TestCleanOfAPart: a span may begin or end inside a break.
func TestCleanOfAPart(t *testing.T) {
	doc := broken("one« 12 »two thr‹-\n›ee")
	at := strings.Index(doc.Text, "12")
	for _, c := range []struct {
		span Span
		want string
	}{
		{Span{0, at}, "one"},
		{Span{at, at + 6}, "two"},
		{Span{at, at + 1}, ""},
		{Span{strings.Index(doc.Text, "thr"), strings.Index(doc.Text, "ee")}, "thr"},
	} {
		if got := doc.Clean(c.span); got != c.want {
			t.Errorf("%v: %q, want %q", c.span, got, c.want)
		}
	}
}

func TestCleanDoesNotCopyWhatIsClean(t *testing.T) {
	doc := NewDocument("a.txt", "The dam above the town holds, for now.")
	if n := testing.AllocsPerRun(100, func() { doc.Clean(Span{0, len(doc.Text)}) }); n != 0 {
		t.Errorf("%v allocations for text with nothing to fold", n)
	}
}

func TestBreaksIn(t *testing.T) {
	doc := broken("a«b»c«d»e«f»g")
	for _, c := range []struct {
		span        Span
		first, want int
	}{
		{Span{0, 1}, 0, 0}, {Span{0, 2}, 0, 1}, {Span{1, 2}, 0, 1}, {Span{2, 3}, 0, 0},
		{Span{2, 5}, 1, 1}, {Span{0, 7}, 0, 3}, {Span{3, 6}, 1, 2}, {Span{6, 7}, 0, 0},
	} {
		got := doc.BreaksIn(c.span)
		if len(got) != c.want || c.want > 0 && got[0] != doc.Breaks[c.first] {
			t.Errorf("%v: %v", c.span, got)
		}
	}
}

// FuzzClean holds that cleaning drops white space and breaks and nothing
// else, leaves single spaces only, and changes nothing when done twice.
func FuzzClean(f *testing.F) {
	f.Add("The sig-\nnature, on\n\n 7 \n\npage two.", 7, 9, true, 20, 26, false)
	f.Add("  水　坝 \u2028 🙂", 1, 4, false, 8, 9, true)
	f.Fuzz(func(t *testing.T, text string, a, b int, first bool, c, d int, second bool) {
		doc := NewDocument("fuzz", text)
		doc.Breaks = []Break{{Span{a, b}, first}, {Span{c, d}, second}}
		doc.Units = nil
		if !utf8.ValidString(text) || doc.Validate() != nil {
			t.Skip()
		}
		got := doc.Clean(Span{0, len(text)})
		var want strings.Builder
		for i, r := range text {
			if !unicode.IsSpace(r) && !doc.Breaks[0].Contains(Span{i, i + 1}) && !doc.Breaks[1].Contains(Span{i, i + 1}) {
				want.WriteRune(r)
			}
		}
		if plain := strings.ReplaceAll(got, " ", ""); plain != want.String() {
			t.Fatalf("%q lost or gained language: %q, want %q", text, plain, want.String())
		}
		if strings.Contains(got, "  ") || strings.TrimSpace(got) != got {
			t.Fatalf("%q is not folded", got)
		}
		again := NewDocument("again", got)
		if twice := again.Clean(Span{0, len(got)}); twice != got {
			t.Fatalf("%q, cleaned again: %q", got, twice)
		}
	})
}

func BenchmarkClean(b *testing.B) {
	text := strings.Repeat("The authority said on Monday that the\nsecond gate would be shut for a week. ", 200)
	doc := NewDocument("a.txt", text)
	for at := 40; at+40 < len(text); at += 400 {
		doc.Breaks = append(doc.Breaks, Break{Span: Span{at, at + 6}})
	}
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		doc.Clean(Span{0, len(text)})
	}
}
