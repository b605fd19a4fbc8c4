package reader

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestDecode(t *testing.T) {
	for _, c := range []struct{ name, data, text, encoding, problem string }{
		{"empty", "", "", "utf-8", ""},
		{"ascii", "It rained.\r\n", "It rained.\r\n", "utf-8", ""},
		{"utf-8", "Zoë 🙂", "Zoë 🙂", "utf-8", ""},
		{"byte order mark", "\xEF\xBB\xBFZoë", "Zoë", "utf-8", ""},
		{"only a byte order mark", "\xEF\xBB\xBF", "", "utf-8", ""},
		{"a later mark stays", "a\uFEFFb", "a\uFEFFb", "utf-8", ""},
		{"little endian", "\xFF\xFEZ\x00\xEB\x00", "Zë", "utf-16le", ""},
		{"big endian with a pair", "\xFE\xFF\xD8\x3D\xDE\x42", "🙂", "utf-16be", ""},
		{"half a pair", "\xFE\xFF\xD8\x3D\x00a", "", "", "byte 2: half of a UTF-16 surrogate pair"},
		{"odd length", "\xFF\xFEZ", "", "", "odd number of bytes"},
		{"NUL", "It\x00rained", "", "", "byte 2 is NUL"},
		{"UTF-16 without a mark", "I\x00t\x00", "", "", "byte 1 is NUL"},
		{"windows-1252 quotes", "He said \x93no\x94 \x96 it\x92s all he said", "He said “no” – it’s all he said", "windows-1252", ""},
		{"windows-1252 letters", "The caf\xE9 in Z\xFCrich, \xC9milie", "The café in Zürich, Émilie", "windows-1252", ""},
		{"windows-1252 sums", "It cost \x8020 or \xA318", "It cost €20 or £18", "windows-1252", ""},
		{"a stray byte among words", "hello\xFFworld and more", "", "", "byte 5 (0xFF)"},
		{"a stray lead byte", "It is \xC3( wrong", "", "", "byte 6 (0xC3)"},
		{"a lone euro byte", "hello\x80world", "", "", "byte 5 (0x80)"},
		{"UTF-8 with a stray byte", "Zoë caf\xE9", "", "", "byte 8 (0xE9)"},
		{"mostly high bytes", "\xCF\xF0\xE8\xE2\xE5\xF2", "", "", "byte 0 (0xCF)"},
		{"cut off", "Zo\xC3", "", "", "byte 2 (0xC3)"},
	} {
		text, encoding, err := decode([]byte(c.data))
		if c.problem != "" {
			if err == nil || !strings.Contains(err.Error(), c.problem) {
				t.Errorf("%s: error %v, want %q", c.name, err, c.problem)
			}
			continue
		}
		if err != nil || text != c.text || encoding != c.encoding {
			t.Errorf("%s: got %q in %s (%v), want %q in %s", c.name, text, encoding, err, c.text, c.encoding)
		}
	}
}

func FuzzDecode(f *testing.F) {
	for _, seed := range []string{"", "a", "\xEF\xBB\xBFa", "\xFF\xFEa\x00", "\xFE\xFF\xD8\x3D\xDE\x42", "caf\xE9", "\x00", "\xC3"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		text, encoding, err := decode(data)
		if err != nil {
			return
		}
		if !utf8.ValidString(text) || strings.ContainsRune(text, 0) {
			t.Fatalf("%s: %q is no clean text", encoding, text)
		}
		if encoding == "utf-8" && text != strings.TrimPrefix(string(data), "\xEF\xBB\xBF") {
			t.Fatalf("the text is not the file: %q", text)
		}
	})
}
