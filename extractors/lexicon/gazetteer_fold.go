package lexicon

import (
	"unicode"
	"unicode/utf8"

	"github.com/purport-nlp/purport/extractors/model"
)

// FoldHash hashes a word so that case, diacritics, full stops and the form of
// the apostrophe do not matter: "São" is "sao", "U.S." is "US".
func FoldHash(word string) uint64 {
	hash := uint64(14695981039346656037)
	for i := 0; i < len(word); {
		c := word[i]
		if c < utf8.RuneSelf {
			i++
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			if c != '.' || len(word) == 1 {
				hash = (hash ^ uint64(c)) * 1099511628211
			}
			continue
		}
		r, size := utf8.DecodeRuneInString(word[i:])
		i += size
		r = FoldRune(r)
		for ; r > 0; r >>= 8 {
			hash = (hash ^ uint64(r&0xff)) * 1099511628211
		}
	}
	return model.Mix(hash, 0)
}

// FoldRune returns a letter in lower case without its diacritic, and a curly
// apostrophe as a straight one. A combining mark folds to 0: to nothing.
func FoldRune(r rune) rune {
	switch {
	case r >= 0x300 && r <= 0x36f:
		return 0
	case r == '’' || r == '‘' || r == 'ʼ' || r == 'ʻ':
		return '\''
	}
	r = unicode.ToLower(r)
	switch {
	case r >= 0xdf && r <= 0xff:
		return rune(latin1Fold[r-0xdf])
	case r >= 0x100 && r <= 0x17f:
		return rune(latinExtendedFold[r-0x100])
	case r == 'ș':
		return 's'
	case r == 'ț':
		return 't'
	case r == 'ơ':
		return 'o'
	case r == 'ư':
		return 'u'
	case r == 'ǎ' || r >= 0x1ea0 && r <= 0x1eb7:
		return 'a'
	case r >= 0x1eb8 && r <= 0x1ec7:
		return 'e'
	case r >= 0x1ec8 && r <= 0x1ecb:
		return 'i'
	case r >= 0x1ecc && r <= 0x1ee3:
		return 'o'
	case r >= 0x1ee4 && r <= 0x1ef1:
		return 'u'
	case r >= 0x1ef2 && r <= 0x1ef9:
		return 'y'
	}
	return r
}

// The base letters of U+00DF to U+00FF and of U+0100 to U+017F.
const (
	latin1Fold        = "saaaaaaaceeeeiiiidnooooo\xf7ouuuuyty"
	latinExtendedFold = "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"
)
