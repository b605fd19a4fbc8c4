package paragraph

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/purport-nlp/purport/extractors/model"
	"github.com/purport-nlp/purport/pipeline"
)

// hyphenBreak returns the break between lines a and b of one block where a
// ends in a hyphen with a letter on either side: the hyphen and the line end
// inside a word that the typesetter divided, the line end alone inside a
// compound.
func (l *layout) hyphenBreak(a, b *line) (pipeline.Break, bool) {
	r, size := utf8.DecodeLastRuneInString(l.text[a.start:a.end])
	if r != '-' && r != softHyphen && r != '\u2010' {
		return pipeline.Break{}, false
	}
	left, right := lastLetters(l.text[a.start:a.end-size]), firstLetters(l.text[b.start:b.end])
	if left == "" || right == "" || l.isSuspended(right, b) {
		return pipeline.Break{}, false
	}
	start := a.end
	if r == softHyphen || !l.isCompound(right, b) && l.isDivided(left, right) {
		start -= size
	}
	return pipeline.Break{Span: pipeline.Span{Start: start, End: b.start}, Glue: true}, true
}

// softHyphen shows only where a word is divided.
const softHyphen = '\u00ad'

// isSuspended reports the "and" of "two-\nand three-year", which stands apart.
func (l *layout) isSuspended(right string, b *line) bool {
	switch right {
	case "and", "or", "nor", "to":
		after := b.start + len(right)
		return after == b.end || l.text[after] == ' '
	}
	return false
}

// isCompound reports the "in" of "work-\nin-progress": more hyphens follow.
func (l *layout) isCompound(right string, b *line) bool {
	after := b.start + len(right)
	return after+1 < b.end && l.text[after] == '-' && l.text[after+1] != '-'
}

// usual is the frequency class (the binary logarithm of a count, plus 1) from
// which a word is taken for one that compounds are made of.
const usual = 7

// isDivided reports whether left and right are the halves of one word rather
// than the parts of a compound: by what English knows of the joined and the
// hyphenated form, else by which of the two this text has elsewhere.
func (l *layout) isDivided(left, right string) bool {
	capitals := isUpperWord(left) && isUpperWord(right)
	if startsUpper(right) && !capitals {
		return false
	}
	if strings.IndexByte(left, '-') >= 0 {
		// "three-year-old": the last part alone may be divided.
		left = left[strings.LastIndexByte(left, '-')+1:]
	}
	words := model.EmbeddedWords()
	joined, hyphenated := left+right, left+"-"+right
	one, isOne := words.Lookup(joined)
	two, isTwo := words.Lookup(hyphenated)
	switch {
	case isOne && one.Frequency >= two.Frequency:
		return true
	case isTwo || capitals:
		return false
	case isPrefix(left) || isInflected(words, joined):
		return true
	case !isUsual(words, left) || !isUsual(words, right):
		return true
	case strings.Contains(l.text, joined):
		return true
	}
	return false
}

func isUsual(words *model.Words, word string) bool {
	w, ok := words.Lookup(word)
	return ok && w.Frequency >= usual && len(word) > 1
}

// isInflected reports whether a form is that of a known word with an ending.
func isInflected(words *model.Words, form string) bool {
	for _, ending := range [...]string{"s", "d", "es", "ed", "ing", "ly"} {
		stem, ok := strings.CutSuffix(form, ending)
		if ok && isUsual(words, stem) {
			return true
		}
	}
	return false
}

// isPrefix reports prefixes that are written together with any word.
func isPrefix(s string) bool {
	switch strings.ToLower(s) {
	case "re", "de", "un", "dis", "pre", "mis", "inter", "multi", "sub", "super", "trans":
		return true
	}
	return false
}

// lastLetters returns the letters and hyphens that s ends in, if it ends in a
// letter.
func lastLetters(s string) string {
	from := len(s)
	for from > 0 {
		r, size := utf8.DecodeLastRuneInString(s[:from])
		if !unicode.IsLetter(r) && (r != '-' || from == len(s)) {
			break
		}
		from -= size
	}
	return strings.TrimLeft(s[from:], "-")
}

// firstLetters returns the letters that s begins with.
func firstLetters(s string) string {
	for i, r := range s {
		if !unicode.IsLetter(r) {
			return s[:i]
		}
	}
	return s
}

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// isUpperWord reports words of two capitals or more and nothing else.
func isUpperWord(s string) bool {
	for _, r := range s {
		if !unicode.IsUpper(r) {
			return false
		}
	}
	return len(s) > 1
}
