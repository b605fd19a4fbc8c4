package model

import (
	"unicode"
	"unicode/utf8"
)

// Fold returns the hash of a form's normal spelling: lower case, straight
// quotation marks, one kind of dash, every digit as 0. News text sets ’ and —
// where treebanks mostly have ' and --: the models must not see a difference.
func Fold(form string) uint64 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(form); {
		c := form[i]
		if c < utf8.RuneSelf {
			i++
			switch {
			case 'A' <= c && c <= 'Z':
				c += 'a' - 'A'
			case '0' <= c && c <= '9':
				c = '0'
			case c == '`':
				c = '\''
			}
			h = (h ^ uint64(c)) * 1099511628211
			continue
		}
		r, size := utf8.DecodeRuneInString(form[i:])
		i += size
		switch r {
		case '‘', '’', '‚', '‛':
			h = (h ^ '\'') * 1099511628211
		case '“', '”', '„', '‟', '«', '»':
			h = (h ^ '"') * 1099511628211
		case '—', '―':
			h = (h ^ '-') * 1099511628211
			h = (h ^ '-') * 1099511628211
		case '–', '‐', '‑', '−':
			h = (h ^ '-') * 1099511628211
		case '…':
			for range 3 {
				h = (h ^ '.') * 1099511628211
			}
		default:
			h = (h ^ uint64(unicode.ToLower(r))) * 1099511628211
		}
	}
	return h ^ h>>29
}
