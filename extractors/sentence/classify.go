package sentence

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/purport-nlp/purport/extractors/model"
	"github.com/purport-nlp/purport/pipeline"
)

// ends reports whether a sentence ends at candidate c: what the rules say
// where they are certain, else what the classifier says.
func (sp *splitter) ends(c *candidate, x *evidence) bool {
	if x.certain || x.sure || sp.table == nil {
		return x.ends
	}
	var buffer [maxFeatures]uint64
	var scores [2]int32
	sp.table.Add(scores[:], sp.features(buffer[:0], c, x))
	return scores[1] > scores[0]
}

// maxFeatures bounds the number of features of a candidate; the first
// PlainFeatures of them do without the words.
const (
	maxFeatures   = 24
	PlainFeatures = 11
)

// features appends the features of a candidate, hashed: what the rule says,
// the words around the stop, their shapes, and pairs of these.
func (sp *splitter) features(out []uint64, c *candidate, x *evidence) []uint64 {
	stop := stopClass(sp.text[c.stop:c.after])
	closers := uint64(0)
	if c.quote {
		closers |= 1
	}
	if c.bracket {
		closers |= 2
	}
	if c.spaced {
		closers |= 4
	}
	opener := openerClass(sp.text[c.next:sp.end])
	decided := uint64(x.rule) << 1
	if x.ends {
		decided |= 1
	}
	word, next := hashFolded(x.word), hashFolded(x.next)
	wordShape, nextShape := shape(x.word), shape(x.next)
	before := wordEndingBefore(sp.text[c.start : c.stop-min(len(x.word), c.stop-c.start)])
	length := lengthClass(c.stop - c.start)
	opens := uint64(0)
	if r, _ := utf8.DecodeRuneInString(sp.text[c.start:]); unicode.IsLower(r) {
		opens = 1
	}
	add := func(template uint64, parts ...uint64) {
		h := template * 0x9E3779B97F4A7C15
		for _, p := range parts {
			h = model.Mix(h, p)
		}
		out = append(out, h)
	}
	add(1, decided)
	add(2, decided, stop, closers)
	add(3, decided, nextShape, opener)
	add(8, wordShape, nextShape, stop)
	add(9, uint64(x.kind), nextShape, decided)
	add(11, stop, closers, nextShape, opener)
	add(12, nextShape, opens, stop)
	add(13, nextShape, length, stop)
	add(15, shape(before), wordShape, nextShape)
	add(16, nextShape, opens, length, wordShape)
	add(17, shape(secondWord(sp.text[c.next:sp.end])), nextShape, decided)
	// Up to here PlainFeatures; from here on the words themselves.
	add(4, decided, next)
	add(5, word)
	add(6, word, nextShape)
	add(7, next, stop)
	add(10, uint64(x.kind), next)
	add(14, hashFolded(before), word)
	return out
}

// stopClass tells the kinds of stops apart: ".", "!", "?", "...", "?!", "…".
func stopClass(s string) uint64 {
	if len(s) == 1 {
		return uint64(s[0])
	}
	if strings.ContainsAny(s, "!?") {
		return 1
	}
	return 2
}

// openerClass tells what stands before the next word.
func openerClass(s string) uint64 {
	r, _ := utf8.DecodeRuneInString(s)
	switch r {
	case '"', '“', '”', '\'', '‘', '`':
		return 1
	case '(', '[':
		return 2
	case '-', '–', '—', '*', '•':
		return 3
	}
	if isWordRune(r) {
		return 0
	}
	return 4
}

// shape sums up how a word is written: its case, digits, full stops, length.
func shape(s string) uint64 {
	if s == "" {
		return 0
	}
	h := uint64(min(len(s), 5)) << 8
	first, size := utf8.DecodeRuneInString(s)
	switch {
	case unicode.IsUpper(first):
		h |= 1
	case unicode.IsLower(first):
		h |= 2
	case unicode.IsDigit(first):
		h |= 3
	}
	for i := size; i < len(s); i++ {
		switch c := s[i]; {
		case c >= 'A' && c <= 'Z':
			h |= 4
		case c >= '0' && c <= '9':
			h |= 8
		case c == '.':
			h |= 16
		case c == '\'' || c >= utf8.RuneSelf:
			h |= 32
		}
	}
	return h
}

func lengthClass(n int) uint64 {
	switch {
	case n < 4:
		return 0
	case n < 12:
		return 1
	case n < 40:
		return 2
	}
	return 3
}

// hashFolded hashes s with ASCII letters in lower case and digits as one.
func hashFolded(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= 'A' && c <= 'Z' {
			c |= 0x20
		}
		if c >= '0' && c <= '9' {
			c = '0'
		}
		h = (h ^ uint64(c)) * 1099511628211
	}
	return h ^ h>>29
}

// wordEndingBefore returns the last word of s, white space at its end skipped.
func wordEndingBefore(s string) string {
	s = strings.TrimRight(s[max(0, len(s)-40):], " \n\r\t")
	return s[strings.LastIndexAny(s, " \n")+1:]
}

// secondWord returns the second word of s.
func secondWord(s string) string {
	s = s[:min(len(s), 80)]
	i := strings.IndexAny(s, " \n")
	if i < 0 {
		return ""
	}
	return wordAt(s[i+1:])
}

// Candidates calls visit for every place in doc's units where the rules alone
// do not decide whether a sentence ends: the offset where it would end, and
// the features. It is for training. The gold ends that ends knows are used to
// find where each sentence starts.
func Candidates(doc *pipeline.Document, ends func(offset int) bool, visit func(end int, features []uint64)) {
	sp := splitter{casual: isCasual(doc)}
	var buffer [maxFeatures]uint64
	for i := range doc.Units {
		if !sp.reset(doc, i) {
			continue
		}
		sp.walk(func(c *candidate, x *evidence) bool {
			if !x.certain {
				visit(c.close, sp.features(buffer[:0], c, x))
			}
			return ends(c.close)
		})
	}
}
