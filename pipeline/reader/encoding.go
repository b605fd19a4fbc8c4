package reader

import (
	"encoding/binary"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// decode turns the bytes of a plain text into UTF-8 and names the encoding
// they were in. A byte order mark decides; without one the bytes are UTF-8,
// or, where they plainly are, Windows-1252. Anything else is refused: a text
// read in the wrong encoding is worse than none.
func decode(data []byte) (text, encoding string, err error) {
	switch {
	case hasPrefix(data, "\xEF\xBB\xBF"):
		data = data[3:]
	case hasPrefix(data, "\xFF\xFE"):
		return decodeUTF16(data[2:], binary.LittleEndian, "utf-16le")
	case hasPrefix(data, "\xFE\xFF"):
		return decodeUTF16(data[2:], binary.BigEndian, "utf-16be")
	}
	text = string(data)
	if at := strings.IndexByte(text, 0); at >= 0 {
		return "", "", coded("binary", "byte %d is NUL: this is a binary file, not a text", at)
	}
	bad := firstInvalid(text)
	switch {
	case bad < 0:
		return text, "utf-8", nil
	case looksLikeWindows1252(text):
		return decodeWindows1252(text), "windows-1252", nil
	}
	return "", "", coded("encoding", "byte %d (0x%02X) is not valid UTF-8, and the text is not plainly Windows-1252 either", bad, text[bad])
}

func hasPrefix(data []byte, prefix string) bool {
	return len(data) >= len(prefix) && string(data[:len(prefix)]) == prefix
}

// firstInvalid returns the offset of the first byte that is not UTF-8, or -1.
func firstInvalid(text string) int {
	if utf8.ValidString(text) {
		return -1
	}
	for i, r := range text {
		if r == utf8.RuneError {
			if _, size := utf8.DecodeRuneInString(text[i:]); size == 1 {
				return i
			}
		}
	}
	return -1
}

func decodeUTF16(data []byte, order binary.ByteOrder, encoding string) (string, string, error) {
	if len(data)%2 != 0 {
		return "", "", coded("encoding", "UTF-16 text of an odd number of bytes: it is cut off at byte %d", len(data)+2)
	}
	var out strings.Builder
	out.Grow(len(data))
	for i := 0; i < len(data); i += 2 {
		r := rune(order.Uint16(data[i:]))
		if r == 0 {
			return "", "", coded("binary", "byte %d is a NUL character: this is a binary file, not a text", i+2)
		}
		if utf16.IsSurrogate(r) {
			second := rune(utf8.RuneError)
			if i+4 <= len(data) {
				second = rune(order.Uint16(data[i+2:]))
			}
			if r = utf16.DecodeRune(r, second); r == utf8.RuneError {
				return "", "", coded("encoding", "byte %d: half of a UTF-16 surrogate pair", i+2)
			}
			i += 2
		}
		out.WriteRune(r)
	}
	return out.String(), encoding, nil
}

// windows1252 holds the characters of the bytes 0x80 to 0x9F; the others from
// 0xA0 on are Latin-1. Zero marks a byte that has none.
var windows1252 = [32]rune{
	'€', 0, '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', 0, 'Ž', 0,
	0, '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', 0, 'ž', 'Ÿ',
}

// looksLikeWindows1252 reports whether every byte above ASCII is what English
// text in that encoding has: typographic punctuation and signs, or accented
// letters inside or at the edge of a word; and whether they are few, and none
// of them are UTF-8, which a text with one stray byte would show.
func looksLikeWindows1252(text string) bool {
	high := 0
	for i := 0; i < len(text); i++ {
		c := text[i]
		if c < utf8.RuneSelf {
			continue
		}
		high++
		if _, size := utf8.DecodeRuneInString(text[i:]); size > 1 {
			return false
		}
		if !plausible1252(text, i) {
			return false
		}
	}
	return high*5 <= len(text)
}

func plausible1252(text string, i int) bool {
	c := text[i]
	before, after := byteAt(text, i-1), byteAt(text, i+1)
	switch {
	case c == 0x85 || 0x91 <= c && c <= 0x97: // … ‘ ’ “ ” • – —
		return true
	case c == 0xA0 || c == 0xA7 || c == 0xA9 || c == 0xAB || c == 0xAE || c == 0xBB || c == 0x99: // space § © « ® » ™
		return true
	case c == 0x80 || c == 0xA3 || c == 0xA5 || c == 0xB0 || 0xBC <= c && c <= 0xBE || c == 0xB2 || c == 0xB3: // € £ ¥ ° ¼ ½ ¾ ² ³
		return isDigit(before) || isDigit(after)
	case c == 0xD7 || c == 0xF7 || c == 0xFE || c == 0xFF || c == 0xDE: // × ÷ þ ÿ Þ: more often the sign of something else
		return false
	case 0xC0 <= c && c <= 0xDE: // capitals begin a word, or stand among capitals
		return isLower(after) || isUpper(before) || isUpper(after)
	case c >= 0xDF: // small letters stand beside letters
		return isLower(before) || isUpper(before) || isLower(after)
	}
	return false
}

// byteAt returns the byte at i, or a space outside the text.
func byteAt(text string, i int) byte {
	if i < 0 || i >= len(text) {
		return ' '
	}
	return text[i]
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
func isLower(c byte) bool { return 'a' <= c && c <= 'z' }
func isUpper(c byte) bool { return 'A' <= c && c <= 'Z' }

func decodeWindows1252(text string) string {
	var out strings.Builder
	out.Grow(len(text) + len(text)/8)
	for i := 0; i < len(text); i++ {
		r := rune(text[i])
		if 0x80 <= r && r < 0xA0 {
			r = windows1252[r-0x80]
		}
		out.WriteRune(r)
	}
	return out.String()
}
