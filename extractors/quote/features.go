package quote

import (
	"github.com/purport-nlp/purport/extractors/model"
	"github.com/purport-nlp/purport/pipeline"
)

// Features are hashes of a template number and its values. The templates of
// the five decisions are told apart by their hundreds.

func (w *work) add(template uint64)     { w.features = append(w.features, model.Mix(seed, template)) }
func (w *work) add1(template, a uint64) { w.features = append(w.features, mix1(template, a)) }
func (w *work) add2(template, a, b uint64) {
	w.features = append(w.features, model.Mix(mix1(template, a), b))
}
func (w *work) add3(template, a, b, c uint64) {
	w.features = append(w.features, model.Mix(model.Mix(mix1(template, a), b), c))
}

const seed = 0x51c0_7e5a_90b3_11d7

func mix1(template, a uint64) uint64 { return model.Mix(model.Mix(seed, template), a) }

// flag turns a truth value into a number to hash.
func flag(b bool) uint64 {
	if b {
		return 1
	}
	return 2
}

// bucket puts a length into one of a few classes.
func bucket(n int) uint64 {
	switch {
	case n < 0:
		return 0
	case n <= 4:
		return uint64(n)
	case n <= 6:
		return 5
	case n <= 9:
		return 6
	case n <= 14:
		return 7
	case n <= 22:
		return 8
	}
	return 9
}

// The values that stand for what is beyond the sentence's ends.
const outside = 77

func (w *work) tagAt(i int) uint64 {
	if i < 0 || i >= len(w.words) {
		return outside
	}
	return w.words[i].tag
}

func (w *work) lemmaAt(i int) uint64 {
	if i < 0 || i >= len(w.words) {
		return outside
	}
	return w.words[i].lemma
}

func (w *work) relationAt(i int) uint64 {
	if i < 0 || i >= len(w.words) {
		return outside
	}
	return w.words[i].relation
}

// actAt is a small number for the lexicon's entry of a word.
func (w *work) actAt(i int) uint64 {
	if i < 0 || i >= len(w.words) || w.words[i].report.Act == "" {
		return 0
	}
	return uint64(w.words[i].report.Act[0])<<1 | flag(w.words[i].report.Strong)&1
}

// kindAt says what kind of thing token i names: its entity label, else the
// lexicon's kind of source, as a number.
func (w *work) kindAt(i int) uint64 {
	if e := w.entity(i); e != nil {
		return uint64(e.Label[0]) | uint64(len(e.Mention))<<8
	}
	if w.token(i).UPOS == "NOUN" || w.token(i).UPOS == "PRON" {
		if kind := w.sourceWord(i); kind != "" {
			return uint64(kind[0]) | uint64(kind[len(kind)-1])<<16
		}
	}
	return uint64(w.token(i).UPOS[0])
}

// sourceWord returns the lexicon's kind of source for the word at i: as it is
// written, so that plurals are told apart, else by its lemma where the word
// is no plural.
func (w *work) sourceWord(i int) pipeline.SourceKind {
	t := w.token(i)
	if kind := w.lexicon.Source(lower(t.Form)); kind != "" {
		return kind
	}
	if kind := w.lexicon.Source(t.Lemma); kind != "" {
		if t.XPOS == "NNS" && kind == pipeline.SourcePerson {
			return pipeline.SourceGroup
		}
		return kind
	}
	return ""
}

// marksBetween says which punctuation stands in the tokens from first up to
// end: comma, dash or colon, quotation mark, as bits.
func (w *work) marksBetween(first, end int) uint64 {
	bits := uint64(0)
	for i := max(first, 0); i < end && i < w.tree.Len(); i++ {
		if !w.punctuation(i) {
			continue
		}
		switch w.token(i).Form[0] {
		case ',':
			bits |= 1
		case '"', '\'', '`', 0xe2:
			bits |= 2
		case ':', ';', '-':
			bits |= 4
		case '(', '[', ')', ']':
			bits |= 8
		}
	}
	return bits
}
