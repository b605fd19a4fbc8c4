package entity

import (
	"math/bits"

	"github.com/purport-nlp/purport/extractors/lexicon"
	"github.com/purport-nlp/purport/extractors/model"
	"github.com/purport-nlp/purport/pipeline"
)

// Extractor turns the tokens of a document into hashed features. It is
// immutable; its scratch memory is a Sheet.
type Extractor struct {
	gazetteer *lexicon.Gazetteer
	words     *model.Words
}

// NewExtractor returns an extractor over a gazetteer and word classes.
func NewExtractor(gazetteer *lexicon.Gazetteer, words *model.Words) *Extractor {
	return &Extractor{gazetteer, words}
}

// Sheet is the scratch memory of one document. The zero Sheet is ready for
// use; it keeps its memory from one document to the next.
type Sheet struct {
	words    []word
	runs     []run    // the run of capitalised words that each token is in
	caseless []bool   // by sentence
	titled   []bool   // by sentence: written as a heading
	record   []record // what the document knows of its words
	table    []int32  // open-addressed, from hash to record
	informal int      // personal words outside quotation marks
	plain    int      // all words outside quotation marks
	features []uint64
	labels   []uint8 // of the first pass
}

// run is a stretch of capitalised words, with the small words that names hold
// between them.
type run struct{ first, end int32 }

// record gathers the occurrences of one word in a document.
type record struct {
	lower  uint64
	at     [6]int32             // its first capitalised occurrences
	count  int32                // how many there are
	small  int32                // occurrences in lower case
	inner  int32                // capitalised occurrences that do not begin a sentence
	labels [TypeCount + 1]int32 // first-pass labels by type, the last for none
}

// Prepare reads the words of a document: their forms, gazetteer entries and
// occurrences.
func (x *Extractor) Prepare(s *Sheet, doc *pipeline.Document) {
	n := len(doc.Tokens)
	if cap(s.words) < n {
		s.words, s.runs = make([]word, n+n/4), make([]run, n+n/4)
	}
	s.words, s.runs = s.words[:n], s.runs[:n]
	s.caseless, s.titled = s.caseless[:0], s.titled[:0]
	for i := range doc.Sentences {
		tokens := doc.Sentences[i].Tokens
		flat := caseless(doc.Tokens[tokens.First:tokens.End])
		s.caseless = append(s.caseless, flat)
		for at := tokens.First; at < tokens.End; at++ {
			w := &s.words[at]
			w.read(doc.Tokens[at].Form, flat)
			w.fold = lexicon.FoldHash(doc.Tokens[at].Form)
			w.info, _ = x.words.Lookup(doc.Tokens[at].Form)
			if !w.letters() {
				continue
			}
			flags := x.gazetteer.Name(w.fold)
			w.roles = flags &^ lexicon.NameParts
			if w.capital() || flat {
				w.names = flags & lexicon.NameParts
			}
		}
		s.titled = append(s.titled, titleCase(doc.Tokens[tokens.First:tokens.End], s.words[tokens.First:tokens.End]))
		x.matchPhrases(s.words[tokens.First:tokens.End], flat)
		findRuns(s, tokens)
	}
	s.gather(doc)
	s.measureStyle(doc)
}

// titleCase reports whether most words of a sentence have a capital and no full
// stop ends it, as in a heading.
func titleCase(tokens []pipeline.Token, words []word) bool {
	capital, all := 0, 0
	for i := range words {
		if words[i].letters() {
			all++
			capital += int(boolean(words[i].capital()))
		}
	}
	if all < 2 || 3*capital < 2*all {
		return false
	}
	switch tokens[len(tokens)-1].Form {
	case ".", "!", "?", "”", "\"":
		return false
	}
	return true
}

// The places of a token in a phrase.
const (
	phraseWhole = iota
	phraseBegin
	phraseInside
	phraseEnd
)

// phraseKinds is the number of kinds of phrases that make features.
const phraseKinds = 7

// longestPhrase is the greatest number of tokens of a gazetteer phrase.
const longestPhrase = 12

// matchPhrases marks every token that a gazetteer phrase covers: the longest
// phrase from each place, left to right.
func (x *Extractor) matchPhrases(words []word, flat bool) {
	for i := 0; i < len(words); {
		if !words[i].letters() || !words[i].capital() && !flat {
			i++
			continue
		}
		length, flags := x.longest(words[i:])
		if length == 0 {
			i++
			continue
		}
		kinds := uint32(flags>>1) & (1<<phraseKinds - 1)
		for k := 0; k < length; k++ {
			place := phraseInside
			switch {
			case length == 1:
				place = phraseWhole
			case k == 0:
				place = phraseBegin
			case k == length-1:
				place = phraseEnd
			}
			words[i+k].phrases |= kinds << (phraseKinds * place)
		}
		i += length
	}
}

// longest returns the longest phrase at the beginning of words.
func (x *Extractor) longest(words []word) (length int, flags lexicon.PhraseFlags) {
	hash := uint64(0)
	for k := 0; k < len(words) && k < longestPhrase; k++ {
		hash = lexicon.PhraseHash(hash, words[k].fold)
		found := x.gazetteer.Phrase(hash)
		if found&^lexicon.PhrasePrefix != 0 {
			length, flags = k+1, found
		}
		if found&lexicon.PhrasePrefix == 0 {
			break
		}
	}
	return length, flags
}

// findRuns finds the runs of capitalised words of a sentence.
func findRuns(s *Sheet, tokens pipeline.Range) {
	for i := tokens.First; i < tokens.End; {
		if !s.words[i].capital() {
			s.runs[i] = run{int32(i), int32(i)}
			i++
			continue
		}
		end := i + 1
		for end < tokens.End && s.words[end].capital() {
			end++
		}
		for at := i; at < end; at++ {
			s.runs[at] = run{int32(i), int32(end)}
		}
		i = end
	}
}

// gather fills the document's table of capitalised words.
func (s *Sheet) gather(doc *pipeline.Document) {
	size := 1 << bits.Len(uint(2*len(s.words)|15))
	if cap(s.table) < size {
		s.table = make([]int32, size)
	}
	s.table = s.table[:size]
	clear(s.table)
	s.record = s.record[:0]
	for i := range doc.Sentences {
		tokens := doc.Sentences[i].Tokens
		for at := tokens.First; at < tokens.End; at++ {
			w := &s.words[at]
			if !w.letters() {
				continue
			}
			w.record = s.find(w.lower)
			r := &s.record[w.record]
			switch {
			case s.caseless[i]:
				if r.count+r.small == 0 {
					r.at[0] = int32(at)
				}
			case w.capital():
				if r.count < int32(len(r.at)) {
					r.at[r.count] = int32(at)
				}
				r.count++
				if at > tokens.First {
					r.inner++
				}
			default:
				r.small++
			}
		}
	}
}

// find returns the record of a word, a new one if it has none.
func (s *Sheet) find(lower uint64) int32 {
	mask := uint64(len(s.table) - 1)
	for slot := (lower ^ lower>>31) & mask; ; slot = (slot + 1) & mask {
		at := s.table[slot]
		if at == 0 {
			s.record = append(s.record, record{lower: lower})
			s.table[slot] = int32(len(s.record))
			return int32(len(s.record) - 1)
		}
		if s.record[at-1].lower == lower {
			return at - 1
		}
	}
}
