package output

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func FuzzOffsets(f *testing.F) {
	for _, seed := range []string{"", "plain", "Zoë 🙂", strings.Repeat("a", 63) + "é" + strings.Repeat("🙂", 40), strings.Repeat("漢", 100)} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "\uFFFD")
		o := NewOffsets(text)
		if o.Chars() != utf8.RuneCountInString(text) {
			t.Fatalf("%d code points, want %d", o.Chars(), utf8.RuneCountInString(text))
		}
		char := 0
		for at := range text {
			if got := o.Char(at); got != char {
				t.Fatalf("byte %d: code point %d, want %d", at, got, char)
			}
			if got, ok := o.Byte(char); got != at || !ok {
				t.Fatalf("code point %d: byte %d, want %d", char, got, at)
			}
			char++
		}
		if got, ok := o.Byte(char); got != len(text) || !ok || o.Char(len(text)) != char {
			t.Fatalf("the end: byte %d of %d", got, len(text))
		}
		if _, ok := o.Byte(char + 1); ok {
			t.Fatal("there is nothing beyond the end")
		}
	})
}

func BenchmarkOffsets(b *testing.B) {
	text := strings.Repeat("Zoë said the “bridge” 🙂 was closed. ", 3000)
	var o Offsets
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		o.Reset(text)
		for at := 0; at < len(text); at += 40 {
			for !utf8.RuneStart(text[at]) {
				at++
			}
			o.Char(at)
		}
	}
}
