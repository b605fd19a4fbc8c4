package date

import "github.com/purport-nlp/purport/pipeline"

// An atom is a word as the grammar sees it. A token is one atom, or several
// where it holds digits or a hyphen: "2019–20", "5pm" and "mid-March" read the
// same whether the tokenizer divided them or not.
type atom struct {
	class      class
	number     int32 // the value of a number or ordinal
	start, end int32 // byte offsets into the text
	token      int32 // index into the document's tokens
	fraction   int16 // of a decimal: 3.5 has 50
	digits     uint8 // how many digits an integer was written with
	which      uint8
	unit       unit
	shape      shape
}

type shape uint8

const (
	upper  shape = 1 << iota // begins with a capital
	caps                     // is all capitals
	glued                    // nothing stands between it and the atom before
	opener                   // first of its sentence
)

// readAtoms appends the atoms of one sentence to dst.
func (v *vocabulary) readAtoms(dst []atom, doc *pipeline.Document, r pipeline.Range) []atom {
	first := len(dst)
	for i := r.First; i < r.End; i++ {
		token := &doc.Tokens[i]
		form := token.Form
		if len(form) == 0 {
			continue
		}
		if isPlain(form) {
			a := v.atomOf(form)
			a.start, a.end, a.token = int32(token.Start), int32(token.End), int32(i)
			dst = append(dst, a)
		} else {
			dst = v.split(dst, token, int32(i))
		}
		if last := len(dst) - 1; last > first && dst[last].token == int32(i) && i > r.First && doc.Tokens[i-1].End == token.Start {
			at := last
			for at > first && dst[at-1].token == int32(i) {
				at--
			}
			dst[at].shape |= glued
		}
	}
	if len(dst) > first {
		dst[first].shape |= opener
	}
	return dst
}

// isPlain reports whether a token is one atom: it has no digit and no dash or
// slash inside.
func isPlain(form string) bool {
	if c := form[0]; 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' {
		for i := 1; i < len(form); i++ {
			if c := form[i]; c <= '9' && (c >= '0' || c == '-' || c == '/') || c == 0xE2 {
				return false
			}
		}
		return true
	}
	if len(form) == 1 {
		return form[0] < '0' || form[0] > '9'
	}
	for i := 0; i < len(form); i++ {
		if c := form[i]; '0' <= c && c <= '9' || c == '-' || c == '/' || c == 0xE2 && len(form) > 3 {
			return false
		}
	}
	return true
}

// atomOf looks a word up.
func (v *vocabulary) atomOf(word string) (a atom) {
	if e := v.find(word); e != nil {
		a = atom{class: e.class, number: e.number, which: e.which, unit: e.unit}
	}
	if c := word[0]; 'A' <= c && c <= 'Z' {
		a.shape = upper
		if len(word) > 1 && 'A' <= word[1] && word[1] <= 'Z' {
			a.shape |= caps
		}
	} else if c >= 0x80 && a.class == 0 {
		a.shape = upper // a letter that ASCII does not have: as good as a name
	}
	return a
}

// split takes a token with digits or dashes apart.
func (v *vocabulary) split(dst []atom, token *pipeline.Token, index int32) []atom {
	form, first := token.Form, len(dst)
	whole := len(form) != token.Len() // divided at a line end: no inner offsets
	for at := 0; at < len(form); {
		a, size := v.piece(form, at)
		if whole {
			a.start, a.end = int32(token.Start), int32(token.End)
		} else {
			a.start, a.end = int32(token.Start+at), int32(token.Start+at+size)
		}
		a.token = index
		if len(dst) > first {
			a.shape |= glued
		}
		dst = append(dst, a)
		at += size
	}
	return dst
}

// piece reads the atom of form that begins at byte at.
func (v *vocabulary) piece(form string, at int) (a atom, size int) {
	switch c := form[at]; {
	case '0' <= c && c <= '9':
		return numberPiece(form, at)
	case c == '\'' && shortYear(form, at+1) > 0:
		a, size = numberPiece(form, at+1)
		a.class |= isApostrophe
		return a, size + 1
	case c == 0xE2 && at+2 < len(form):
		if form[at+1] == 0x80 && form[at+2] == 0x99 && shortYear(form, at+3) > 0 {
			a, size = numberPiece(form, at+3)
			a.class |= isApostrophe
			return a, size + 3
		}
		return v.atomOf(form[at : at+3]), 3
	case isLetter(c):
		end := at + 1
		for end < len(form) && (isLetter(form[end]) || form[end] == '.' || form[end] == '\'') {
			end++
		}
		return v.atomOf(form[at:end]), end - at
	case c >= 0xC0:
		end := at + 1
		for end < len(form) && form[end] >= 0x80 && form[end] < 0xC0 {
			end++
		}
		return v.atomOf(form[at:end]), end - at
	}
	if form[at:] == "--" {
		return v.atomOf("--"), 2
	}
	return v.atomOf(form[at : at+1]), 1
}

// shortYear returns how many digits a shortened year or decade has at byte
// at: two, and no third; 0 where there is none.
func shortYear(form string, at int) int {
	if at+1 < len(form) && isDigit(form[at]) && isDigit(form[at+1]) && (at+2 == len(form) || !isDigit(form[at+2])) {
		return 2
	}
	return 0
}

// numberPiece reads digits, with what makes them an ordinal, a decade, a
// decimal or a number in groups of three.
func numberPiece(form string, at int) (a atom, size int) {
	end, number := at, int64(0)
	for end < len(form) && isDigit(form[end]) {
		number = min(number*10+int64(form[end]-'0'), 1<<30)
		end++
	}
	a.digits = uint8(min(end-at, 20))
	a.class = isInteger
	for end+3 < len(form) && form[end] == ',' && isDigit(form[end+1]) && isDigit(form[end+2]) && isDigit(form[end+3]) && (end+4 == len(form) || !isDigit(form[end+4])) {
		for i := end + 1; i < end+4; i++ {
			number = min(number*10+int64(form[i]-'0'), 1<<30)
		}
		a.class = isDecimal
		end += 4
	}
	if end+1 < len(form) && form[end] == '.' && isDigit(form[end+1]) && a.digits <= 4 && lonePoint(form, at, end) {
		a.class = isDecimal
		end++
		for scale := int16(10); end < len(form) && isDigit(form[end]); end++ {
			a.fraction += int16(form[end]-'0') * scale
			scale /= 10
		}
	}
	a.number = int32(number)
	if a.class != isInteger {
		return a, end - at
	}
	rest := form[end:]
	switch {
	case len(rest) >= 2 && isOrdinalEnding(rest) && (len(rest) == 2 || !isLetter(rest[2])):
		a.class = isOrdinal
		end += 2
	case a.digits == 4 || a.digits == 2:
		mark := 0
		switch {
		case len(rest) >= 1 && lower(rest[0]) == 's' && (len(rest) == 1 || !isLetter(rest[1])):
			mark = 1
		case len(rest) >= 2 && rest[0] == '\'' && rest[1] == 's':
			mark = 2
		case len(rest) >= 4 && rest[:3] == "’" && rest[3] == 's':
			mark = 4
		}
		if mark > 0 && number%10 == 0 {
			a.class = isDecade
			end += mark
		}
	}
	return a, end - at
}

// lonePoint reports whether the point at byte point is the only one between
// digits: "3.5" is a decimal, "27.07.2023" is not.
func lonePoint(form string, at, point int) bool {
	if at >= 2 && form[at-1] == '.' && isDigit(form[at-2]) {
		return false
	}
	end := point + 1
	for end < len(form) && isDigit(form[end]) {
		end++
	}
	return !(end+1 < len(form) && form[end] == '.' && isDigit(form[end+1]))
}

func isOrdinalEnding(s string) bool {
	switch string([]byte{lower(s[0]), lower(s[1])}) {
	case "st", "nd", "rd", "th":
		return true
	}
	return false
}

func isDigit(c byte) bool  { return '0' <= c && c <= '9' }
func isLetter(c byte) bool { c |= 0x20; return 'a' <= c && c <= 'z' }
