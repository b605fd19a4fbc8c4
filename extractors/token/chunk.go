package token

import (
	"unicode"
	"unicode/utf8"

	"github.com/purport-nlp/purport/pipeline"
)

// tokenizer is the scratch memory of one document's way through the stage.
type tokenizer struct {
	text   string
	pieces []pipeline.Span
	// joined are the words that a glue break divides.
	joined []joinedWord
	// last says that the chunk at work is the last of its sentence.
	last bool
}

// joinedWord is the form of a token whose span holds a glue break.
type joinedWord struct {
	token int
	form  string
}

// sentence walks over the chunks of one sentence: the stretches between white
// space and breaks.
func (t *tokenizer) sentence(doc *pipeline.Document, span pipeline.Span) {
	t.text = doc.Text
	breaks := doc.BreaksIn(span)
	text := doc.Text
	at, end := span.Start, span.End
	for at < end {
		if len(breaks) > 0 && at >= breaks[0].Start {
			at = max(at, breaks[0].End)
			breaks = breaks[1:]
			continue
		}
		c := text[at]
		if c == ' ' || c >= '\t' && c <= '\r' {
			at++
			continue
		}
		if c >= utf8.RuneSelf {
			if r, size := utf8.DecodeRuneInString(text[at:end]); unicode.IsSpace(r) {
				at += size
				continue
			}
		}
		limit := end
		if len(breaks) > 0 {
			limit = min(limit, breaks[0].Start)
		}
		stop := chunkEnd(text, at, limit)
		if len(breaks) > 0 && stop == breaks[0].Start && breaks[0].Glue {
			at, breaks = t.glued(at, end, breaks)
			continue
		}
		t.last = stop == end
		t.chunk(text[at:stop], at)
		at = stop
	}
}

// chunkEnd returns where the chunk that starts at at ends: at white space or
// at limit.
func chunkEnd(text string, at, limit int) int {
	for at < limit {
		c := text[at]
		if c <= ' ' && (c == ' ' || c >= '\t' && c <= '\r') {
			break
		}
		if c >= utf8.RuneSelf {
			r, size := utf8.DecodeRuneInString(text[at:limit])
			if unicode.IsSpace(r) {
				break
			}
			at += size
			continue
		}
		at++
	}
	return at
}

// glued tokenises a chunk that glue breaks divide: the joined text is cut into
// tokens, and their ends are mapped back. It returns where the chunk ends and
// the breaks after it.
func (t *tokenizer) glued(at, end int, breaks []pipeline.Break) (int, []pipeline.Break) {
	type part struct{ text, joined int }
	var joined []byte
	var parts []part
	for {
		limit := end
		if len(breaks) > 0 {
			limit = min(limit, breaks[0].Start)
		}
		stop := chunkEnd(t.text, at, limit)
		parts = append(parts, part{at, len(joined)})
		joined = append(joined, t.text[at:stop]...)
		at = stop
		if len(breaks) == 0 || stop != breaks[0].Start || !breaks[0].Glue || breaks[0].End >= end {
			break
		}
		at = breaks[0].End
		breaks = breaks[1:]
	}
	first := len(t.pieces)
	t.last = at == end
	form := string(joined)
	t.chunk(form, 0)
	back := func(offset int) int {
		p := 0
		for p+1 < len(parts) && parts[p+1].joined <= offset {
			p++
		}
		return parts[p].text + offset - parts[p].joined
	}
	for i := first; i < len(t.pieces); i++ {
		piece := t.pieces[i]
		t.pieces[i] = pipeline.Span{Start: back(piece.Start), End: back(piece.End-1) + 1}
		if t.pieces[i].Len() != piece.Len() {
			t.joined = append(t.joined, joinedWord{i, form[piece.Start:piece.End]})
		}
	}
	return at, breaks
}

// emit adds the token from start to end.
func (t *tokenizer) emit(start, end int) {
	t.pieces = append(t.pieces, pipeline.Span{Start: start, End: end})
}

// chunk divides chunk s, which stands at offset base, into tokens.
func (t *tokenizer) chunk(s string, base int) {
	i := 0
	for i < len(s) && letterByte[s[i]] {
		i++
	}
	if i == len(s) {
		t.plainWord(s, base)
		return
	}
	addresses := mayHoldAddress(s)
	for at := 0; at < len(s); {
		if addresses {
			if n := address(s[at:]); n > 0 {
				t.emit(base+at, base+at+n)
				at += n
				continue
			}
		}
		at += t.next(s[at:], base+at, at == 0)
	}
}

// letterByte marks the ASCII letters.
var letterByte = func() (table [256]bool) {
	for c := 'a'; c <= 'z'; c++ {
		table[c], table[c-'a'+'A'] = true, true
	}
	return table
}()

// next emits the first token or word with its clitics of s and returns the
// length of what it took.
func (t *tokenizer) next(s string, base int, first bool) int {
	r, size := utf8.DecodeRuneInString(s)
	switch {
	case isWordRune(r) || r == utf8.RuneError && size == 1:
		return t.word(s, base)
	case r == '\'' || r == '’' || r == '‘' || r == '`':
		if n := leadingClitic(s); n > 0 && first {
			t.emit(base, base+n)
			return n
		}
	case (r == '#' || r == '@') && len(s) > size:
		if n := wordRunes(s[size:]); n > 0 && !allDigits(s[size:size+n]) {
			t.emit(base, base+size+n)
			return size + n
		}
	case (r == '.' || r == '+') && first && len(s) > 1 && isDigit(s[1]):
		if n := number(s[1:]); n > 0 {
			t.emit(base, base+1+n)
			return 1 + n
		}
	case r == ':' || r == ';' || r == '=' || r == '<':
		if n := emoticon(s); n > 0 {
			t.emit(base, base+n)
			return n
		}
	}
	n := markRun(s, r, size)
	t.emit(base, base+n)
	if isCurrency(r) && n < len(s) && isDigit(s[n]) {
		return n + t.amount(s[n:], base+n)
	}
	return n
}

func isCurrency(r rune) bool { return r == '$' || r == '€' || r == '£' || r == '¥' || r == '₹' }

// amount emits the number after a currency sign, and what stands for
// thousands or millions behind it: "$" "1.5" "bn".
func (t *tokenizer) amount(s string, base int) int {
	n := number(s)
	t.emit(base, base+n)
	if rest := wordRunes(s[n:]); rest > 0 {
		t.emit(base+n, base+n+rest)
		n += rest
	}
	return n
}

// markRun returns the length of the mark that s begins with: a run of the
// same stop, dash or ornament is one token.
func markRun(s string, r rune, size int) int {
	switch r {
	case '.', '-', '$', '*', '=', '_', '!', '?', '~', '\'', '`', '…', '—', '–', '#', '+', '<', '>':
		n := size
		for n < len(s) {
			next, width := utf8.DecodeRuneInString(s[n:])
			if next != r && !((r == '!' || r == '?') && (next == '!' || next == '?')) {
				break
			}
			if (r == '\'' || r == '`') && n == 2 {
				break
			}
			n += width
		}
		return n
	}
	n := size
	for n < len(s) {
		next, width := utf8.DecodeRuneInString(s[n:])
		if !unicode.Is(unicode.M, next) && next != '\u200d' && next != '\ufe0f' && !(next >= 0x1F3FB && next <= 0x1F3FF) {
			break
		}
		n += width
		if next == '\u200d' && n < len(s) {
			_, width = utf8.DecodeRuneInString(s[n:])
			n += width
		}
	}
	return n
}
