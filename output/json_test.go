package output

import (
	"encoding/json"
	"math"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestAppendString(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", `""`},
		{"plain", `"plain"`},
		{`say "no"`, `"say \"no\""`},
		{`back\slash`, `"back\\slash"`},
		{"a\tb\nc\rd\be\ff", `"a\tb\nc\rd\be\ff"`},
		{"\x00\x1f\x7f", "\"\\u0000\\u001f\x7f\""},
		{"<a> & b", `"<a> & b"`},
		{"Zoë 🙂 \u2028", "\"Zoë 🙂 \u2028\""},
		{"bad \xff byte", "\"bad \uFFFD byte\""},
		{"\xe2\x82", "\"\uFFFD\uFFFD\""},
	} {
		if got := string(appendString(nil, c.text)); got != c.want {
			t.Errorf("%q: got %s, want %s", c.text, got, c.want)
		}
	}
}

func FuzzAppendString(f *testing.F) {
	for _, seed := range []string{"", "a\"b\\c", "\x00\n\u2028", "🙂\xff\xc3", "<&>"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var back string
		if err := json.Unmarshal(appendString(nil, text), &back); err != nil {
			t.Fatal(err)
		}
		want := text
		if !utf8.ValidString(text) {
			var out strings.Builder
			for _, r := range text {
				out.WriteRune(r)
			}
			want = out.String()
		}
		if back != want {
			t.Errorf("%q came back as %q", text, back)
		}
	})
}

func TestAppendNumber(t *testing.T) {
	for _, c := range []struct {
		x      float64
		digits int
		want   string
	}{
		{0, 4, "0"}, {1, 4, "1"}, {0.5, 4, "0.5"}, {0.123456, 4, "0.1235"}, {1e-9, 4, "0"}, {-1e-9, 4, "0"},
		{-33.865143, 5, "-33.86514"}, {math.NaN(), 4, "null"}, {math.Inf(1), 4, "null"},
	} {
		if got := string(appendNumber(nil, c.x, c.digits)); got != c.want {
			t.Errorf("%g to %d digits: got %s, want %s", c.x, c.digits, got, c.want)
		}
	}
}
