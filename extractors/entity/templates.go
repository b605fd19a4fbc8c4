package entity

import (
	"math/bits"

	"github.com/purport-nlp/purport/extractors/model"
	"github.com/purport-nlp/purport/pipeline"
)

// A bag collects the hashed features of one token.
type bag struct {
	out  []uint64
	salt uint64
}

// add hashes a template's number and value into a feature.
func (b *bag) add(template int, value uint64) {
	b.out = append(b.out, model.Mix(b.salt+uint64(template)*0x9E3779B97F4A7C15, value))
}

// pair hashes two values into one.
func pair(a, b uint64) uint64 { return model.Mix(a, b) }

// caselessSalt sets the features of sentences without case apart, so that
// they have weights of their own.
const caselessSalt = 0x5bd1e995

var nothing = word{}

// A view is one token in its sentence.
type view struct {
	s      *Sheet
	tokens pipeline.Range
	i      int
}

// at returns the word k places away, or the empty word outside the sentence.
func (v view) at(k int) *word {
	if k += v.i; k < v.tokens.First || k >= v.tokens.End {
		return &nothing
	}
	return &v.s.words[k]
}

// Token returns the features of token i, which lies in sentence number
// sentence with the given tokens. Style is the annotation guideline that the
// model should follow: at run time NewswireStyle. The result is valid until
// the next call.
func (x *Extractor) Token(s *Sheet, sentence int, tokens pipeline.Range, i, style int) []uint64 {
	b := bag{out: s.features[:0]}
	if s.caseless[sentence] {
		b.salt = caselessSalt
	}
	v := view{s, tokens, i}
	b.word(v)
	b.context(v)
	b.gazetteer(v)
	w := v.at(0)
	if w.capital() {
		b.run(v)
	}
	if w.capital() || b.salt != 0 {
		b.names(v)
		for _, gram := range w.grams {
			if gram != 0 {
				b.add(groupAffix+4, gram)
			}
		}
	}
	if w.record >= 0 && (w.capital() || b.salt != 0) {
		b.document(v)
	}
	b.style(v, style)
	s.features = b.out
	return b.out
}

// Templates are numbered in blocks of 16, one block for each group.
const (
	groupWord = 16 * (iota + 1)
	groupContext
	groupGazetteer
	groupNames
	groupRun
	groupDocument
	groupStyle
	groupAffix
	groupPath
	groupSecond
)

// word adds what the word itself shows.
func (b *bag) word(v view) {
	w := v.at(0)
	b.add(groupWord, 0)
	b.add(groupWord+1, w.lower)
	b.add(groupWord+2, w.exact)
	b.add(groupWord+3, w.shape)
	first := boolean(v.i == v.tokens.First)
	b.add(groupWord+4, pair(uint64(w.info.Capital)<<8|uint64(w.info.Initial)<<1|first, w.shape))
	for k, hash := range w.prefixes {
		if hash != 0 {
			b.add(groupAffix+k, hash)
		}
	}
	for k, hash := range w.suffixes {
		if hash != 0 {
			b.add(groupAffix+8+k, hash)
		}
	}
	if w.info.Bits > 0 {
		b.add(groupPath, w.info.Prefix(4))
		b.add(groupPath+1, w.info.Prefix(6))
		b.add(groupPath+2, w.info.Prefix(10))
		b.add(groupPath+3, w.info.Prefix(20))
		b.add(groupPath+10, w.info.Prefix(8))
		b.add(groupPath+11, w.info.Prefix(14))
		b.add(groupPath+12, pair(w.info.Prefix(10), w.shape))
	}
}

// context adds the words around.
func (b *bag) context(v view) {
	w, last, next, last2, next2 := v.at(0), v.at(-1), v.at(1), v.at(-2), v.at(2)
	b.add(groupContext, last.lower)
	b.add(groupContext+1, next.lower)
	b.add(groupContext+2, last2.lower)
	b.add(groupContext+3, next2.lower)
	b.add(groupContext+4, last.shape)
	b.add(groupContext+5, next.shape)
	b.add(groupContext+6, pair(pair(last.shape, w.shape), next.shape))
	b.add(groupContext+7, pair(last.lower, w.lower))
	b.add(groupContext+8, pair(w.lower, next.lower))
	b.add(groupContext+9, pair(last.lower, w.shape))
	b.add(groupContext+10, pair(w.shape, next.lower))
	b.add(groupContext+11, pair(pair(last2.info.Prefix(6), last.info.Prefix(6)), w.shape))
	b.add(groupContext+12, pair(last.info.Prefix(10), w.info.Prefix(10)))
	b.add(groupContext+13, pair(w.info.Prefix(10), next.info.Prefix(10)))
	b.add(groupContext+14, last2.info.Prefix(10))
	b.add(groupContext+15, next2.info.Prefix(10))
	if last.info.Bits > 0 {
		b.add(groupPath+4, last.info.Prefix(6))
		b.add(groupPath+5, last.info.Prefix(10))
		b.add(groupPath+6, last.info.Prefix(20))
	}
	if next.info.Bits > 0 {
		b.add(groupPath+7, next.info.Prefix(6))
		b.add(groupPath+8, next.info.Prefix(10))
		b.add(groupPath+9, next.info.Prefix(20))
	}
}

// gazetteer adds the phrases that the token and its neighbours belong to.
func (b *bag) gazetteer(v view) {
	w, last, next := v.at(0), v.at(-1), v.at(1)
	if w.phrases != 0 {
		for rest := w.phrases; rest != 0; rest &= rest - 1 {
			b.add(groupGazetteer, uint64(bits.TrailingZeros32(rest)))
		}
		b.add(groupGazetteer+1, pair(uint64(w.phrases), last.shape))
		b.add(groupGazetteer+2, pair(uint64(w.phrases), next.shape))
		b.add(groupGazetteer+3, uint64(w.phrases))
	}
	if last.phrases != 0 {
		b.add(groupGazetteer+4, uint64(last.phrases))
		b.add(groupGazetteer+6, pair(uint64(last.phrases), w.shape))
	}
	if next.phrases != 0 {
		b.add(groupGazetteer+5, uint64(next.phrases))
	}
}

// names adds whether the words can be first names and surnames.
func (b *bag) names(v view) {
	w, last, next := v.at(0), v.at(-1), v.at(1)
	b.add(groupNames, uint64(w.names))
	b.add(groupNames+1, uint64(last.names)<<8|uint64(w.names))
	b.add(groupNames+2, uint64(w.names)<<8|uint64(next.names))
	b.add(groupNames+3, pair(uint64(last.names)<<16|uint64(w.names)<<8|uint64(next.names), pair(last.shape, next.shape)))
	b.add(groupNames+4, pair(uint64(w.names), uint64(w.info.Capital)))
	b.add(groupNames+5, uint64(w.roles)<<16|uint64(last.roles)<<8|uint64(next.roles))
	b.add(groupNames+6, pair(uint64(last.roles)<<8|uint64(v.at(-2).roles), w.shape))
}

// run adds the run of capitalised words that the token is in: its first and
// last words often tell what the whole is.
func (b *bag) run(v view) {
	r := v.s.runs[v.i]
	length := min(int(r.end-r.first), 6)
	place := uint64(min(v.i-int(r.first), 3))
	first, last := &v.s.words[r.first], &v.s.words[r.end-1]
	before, after := v.at(int(r.first)-1-v.i), v.at(int(r.end)-v.i)
	b.add(groupRun, uint64(length)<<8|place)
	b.add(groupRun+1, pair(first.lower, place))
	b.add(groupRun+2, pair(last.lower, boolean(v.i == int(r.end)-1)))
	b.add(groupRun+3, before.lower)
	b.add(groupRun+4, after.lower)
	b.add(groupRun+5, pair(last.info.Prefix(10), place))
	b.add(groupRun+6, pair(first.info.Prefix(10), place))
	b.add(groupRun+7, pair(before.info.Prefix(10), uint64(length)))
	b.add(groupRun+8, pair(after.info.Prefix(10), uint64(length)))
	b.add(groupRun+14, pair(uint64(before.roles)<<16|uint64(last.roles)<<8|uint64(after.roles), place))
	b.add(groupRun+15, pair(uint64(first.roles)<<8|uint64(last.roles), uint64(length)<<8|uint64(v.at(0).names)))
	b.add(groupRun+12, pair(first.lower, last.lower))
	b.add(groupRun+13, pair(pair(before.lower, after.lower), uint64(length)))
	b.add(groupRun+9, pair(pair(before.info.Prefix(6), after.info.Prefix(6)), uint64(length)<<8|place))
	if after.letters() && int(r.end)+1 < v.tokens.End {
		if beyond := &v.s.words[r.end+1]; beyond.capital() {
			b.add(groupRun+10, pair(after.lower, beyond.lower))
			b.add(groupRun+11, pair(last.lower, after.lower))
		}
	}
}

// document adds what the other occurrences of the word in the document show.
func (b *bag) document(v view) {
	w := v.at(0)
	r := &v.s.record[w.record]
	level := func(n int32) uint64 { return uint64(min(n, 3)) }
	b.add(groupDocument, level(r.count)<<8|level(r.inner)<<4|level(r.small))
	b.add(groupDocument+1, pair(level(r.inner)<<4|level(r.small), w.shape))
	for _, at := range r.at[:min(int(r.count), len(r.at))] {
		if int(at) == v.i {
			continue
		}
		other := &v.s.words[at]
		last, next := &nothing, &nothing
		if at > 0 {
			last = &v.s.words[at-1]
		}
		if int(at)+1 < len(v.s.words) {
			next = &v.s.words[at+1]
		}
		b.add(groupDocument+2, last.lower)
		b.add(groupDocument+3, next.lower)
		b.add(groupDocument+4, last.info.Prefix(8))
		b.add(groupDocument+5, next.info.Prefix(8))
		b.add(groupDocument+6, pair(last.shape, next.shape))
		b.add(groupDocument+7, pair(uint64(last.names)<<8|uint64(next.names), pair(last.shape, next.shape)))
		b.add(groupDocument+8, uint64(other.phrases))
		other2 := v.s.runs[at]
		b.add(groupDocument+9, pair(v.s.words[other2.end-1].lower, boolean(int32(at) == other2.end-1)))
	}
}

// style adds which annotation guideline is followed.
func (b *bag) style(v view, style int) {
	w := v.at(0)
	own := uint64(style)
	b.add(groupStyle, own)
	b.add(groupStyle+1, pair(w.shape, own))
	b.add(groupStyle+2, pair(w.lower, own))
	b.add(groupStyle+3, pair(w.info.Prefix(10), own))
	b.add(groupStyle+4, pair(uint64(w.phrases), own))
}

func boolean(b bool) uint64 {
	if b {
		return 1
	}
	return 0
}
