package entity

import (
	"github.com/purport-nlp/purport/pipeline"
)

// The second pass labels each sentence again in the light of the labels that
// the first pass gave the same words elsewhere in the document (Krishnan and
// Manning 2006). Its features add to the scores of the first pass.

// Count takes the labels of the first pass, one class for each token, into the
// document's table of words.
func (x *Extractor) Count(s *Sheet, labels []uint8) {
	s.labels = labels
	for i := range s.words {
		w := &s.words[i]
		if w.record < 0 || !w.capital() && labels[i] == 0 {
			continue
		}
		s.record[w.record].labels[typeOf(labels[i])]++
	}
}

// typeOf returns the type of a class, TypeCount for "outside".
func typeOf(class uint8) int {
	if class == 0 {
		return TypeCount
	}
	return int(class-1) / 2
}

// label returns the first-pass class of the token k places away.
func (v view) label(k int) uint64 {
	if k += v.i; k < v.tokens.First || k >= v.tokens.End {
		return 31
	}
	return uint64(v.s.labels[k])
}

// elsewhere summarises the labels of the word's other occurrences: the most
// frequent type, how pure and how many; 0 where there is none.
func (v view) elsewhere(k int) uint64 {
	w := v.at(k)
	if w.record < 0 {
		return 0
	}
	own := -1
	if w.capital() || v.label(k) != 0 {
		own = typeOf(uint8(v.label(k)))
	}
	total, top, best := int32(0), 0, int32(-1)
	for t, n := range v.s.record[w.record].labels {
		if t == own {
			n--
		}
		total += n
		if n > best {
			top, best = t, n
		}
	}
	if total <= 0 {
		return 0
	}
	purity := uint64(0)
	switch {
	case best == total:
		purity = 2
	case 3*best >= 2*total:
		purity = 1
	}
	return uint64(top+1)<<4 | purity<<2 | uint64(min(total, 3))
}

// Second returns the features of the second pass for token i, none for a plain
// word among plain words. The result is valid until the next call.
func (x *Extractor) Second(s *Sheet, sentence int, tokens pipeline.Range, i int) []uint64 {
	b := bag{out: s.features[:0]}
	if s.caseless[sentence] {
		b.salt = caselessSalt
	}
	v := view{s, tokens, i}
	w := v.at(0)
	if w.capital() || v.label(0) != 0 || v.label(-1)%31 != 0 || v.label(1)%31 != 0 {
		own, here := v.label(0), v.elsewhere(0)
		b.add(groupSecond, own)
		b.add(groupSecond+1, v.label(-1)<<10|own<<5|v.label(1))
		b.add(groupSecond+2, here)
		b.add(groupSecond+3, here<<5|own)
		b.add(groupSecond+4, v.elsewhere(-1)<<16|here<<8|v.elsewhere(1))
		b.add(groupSecond+5, pair(here, w.shape))
		b.add(groupSecond+6, here>>4<<10|v.label(-1)<<5|v.label(1))
		if w.capital() {
			r := s.runs[i]
			b.add(groupSecond+7, view{s, tokens, int(r.first)}.elsewhere(0)<<4|uint64(min(i-int(r.first), 3)))
			b.add(groupSecond+8, view{s, tokens, int(r.end) - 1}.elsewhere(0)<<4|uint64(min(int(r.end)-1-i, 3)))
		}
	}
	s.features = b.out
	return b.out
}
