package output

import (
	"math"
	"strconv"
	"unicode/utf8"
)

// hexDigits are those of a \u escape.
const hexDigits = "0123456789abcdef"

// appendString appends text as a JSON string (RFC 8259). Only what must be
// escaped is: quotation marks, backslashes and control characters. A byte that
// is no UTF-8 becomes U+FFFD, so that a line is always valid.
func appendString(line []byte, text string) []byte {
	line = append(line, '"')
	plain := 0
	for i := 0; i < len(text); {
		c := text[i]
		if c >= utf8.RuneSelf {
			r, size := utf8.DecodeRuneInString(text[i:])
			if r == utf8.RuneError && size == 1 {
				line = append(append(line, text[plain:i]...), "\uFFFD"...)
				plain = i + 1
			}
			i += size
			continue
		}
		if c >= ' ' && c != '"' && c != '\\' {
			i++
			continue
		}
		line = append(line, text[plain:i]...)
		line = appendEscape(line, c)
		i++
		plain = i
	}
	return append(append(line, text[plain:]...), '"')
}

func appendEscape(line []byte, c byte) []byte {
	switch c {
	case '"', '\\':
		return append(line, '\\', c)
	case '\n':
		return append(line, '\\', 'n')
	case '\r':
		return append(line, '\\', 'r')
	case '\t':
		return append(line, '\\', 't')
	case '\b':
		return append(line, '\\', 'b')
	case '\f':
		return append(line, '\\', 'f')
	}
	return append(line, '\\', 'u', '0', '0', hexDigits[c>>4], hexDigits[c&15])
}

// appendOptional appends text as a string, or null where it is empty.
func appendOptional(line []byte, text string) []byte {
	if text == "" {
		return append(line, "null"...)
	}
	return appendString(line, text)
}

func appendInt(line []byte, n int) []byte { return strconv.AppendInt(line, int64(n), 10) }

func appendBool(line []byte, value bool) []byte { return strconv.AppendBool(line, value) }

// appendNumber appends x rounded to digits decimals. The rounding keeps the
// bytes the same on machines that multiply and add in one step.
func appendNumber(line []byte, x float64, digits int) []byte {
	scale := math.Pow10(digits)
	x = math.Round(x*scale) / scale
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return append(line, "null"...)
	}
	if x == 0 {
		return append(line, '0')
	}
	return strconv.AppendFloat(line, x, 'f', -1, 64)
}
