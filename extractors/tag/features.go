package tag

import "github.com/purport-nlp/purport/extractors/model"

// features appends the hashed features of the word at i, given the tags of
// the two words before it. words has two edges before and after the sentence.
func features(out []uint64, words []word, i int, t1, t2 uint64) []uint64 {
	w2, w1, w0, n1, n2 := &words[i-2], &words[i-1], &words[i], &words[i+1], &words[i+2]
	template := uint64(0)
	one := func(a uint64) {
		template++
		out = append(out, model.Mix(template, a))
	}
	two := func(a, b uint64) {
		template++
		out = append(out, model.Mix(model.Mix(template, a), b))
	}
	three := func(a, b, c uint64) {
		template++
		out = append(out, model.Mix(model.Mix(model.Mix(template, a), b), c))
	}
	one(0)
	one(w0.fold)
	one(w1.fold)
	one(n1.fold)
	one(w2.fold)
	one(n2.fold)
	two(w1.fold, w0.fold)
	two(w0.fold, n1.fold)
	two(w0.fold, w0.shape)
	one(t1)
	one(t2)
	two(t1, t2)
	two(t1, w0.fold)
	three(t1, t2, w0.entry)
	two(t1, w0.entry)
	two(t1, n1.fold)
	three(t1, w0.entry, n1.entry)
	one(w0.entry)
	one(n1.entry)
	two(w0.entry, n1.entry)
	three(w0.entry, n1.entry, n2.entry)
	two(n1.entry, n2.entry)
	two(w0.entry, n1.fold)
	two(w1.fold, w0.entry)
	two(w0.reports, n1.fold)
	two(w0.reports, t1)
	three(w0.reports, t1, n1.entry)
	two(w0.reports, w0.entry)
	two(n1.reports, w0.entry)
	one(w0.stem)
	two(w0.stem, w0.entry)
	two(w0.stem, t1)
	two(w0.stem, n1.fold)
	two(w0.stem, n1.entry)
	three(w0.stem, t1, n1.entry)
	for _, suffix := range w0.suffixes {
		one(suffix)
	}
	for _, prefix := range w0.prefixes {
		one(prefix)
	}
	one(n1.suffixes[2])
	one(w1.suffixes[2])
	two(w0.suffixes[2], t1)
	two(w0.suffixes[1], n1.suffixes[1])
	two(w0.suffixes[2], w0.shape)
	one(w0.shape)
	two(w0.shape, n1.shape)
	two(w0.shape, w1.shape)
	three(w1.shape, w0.shape, n1.shape)
	two(w0.shape, t1)
	two(w0.shape, w0.entry)
	two(w0.capital, w0.shape)
	three(w0.capital, w0.shape, t1)
	two(w0.capital, n1.capital)
	one(w0.cluster[0])
	one(w0.cluster[1])
	one(w0.cluster[2])
	one(w0.cluster[3])
	one(w1.cluster[1])
	one(w1.cluster[3])
	one(n1.cluster[1])
	one(n1.cluster[3])
	one(n2.cluster[1])
	two(t1, w0.cluster[1])
	two(t1, n1.cluster[1])
	two(w0.cluster[1], n1.cluster[1])
	three(t1, w0.cluster[2], n1.cluster[1])
	two(t1, w0.cluster[3])
	two(w0.cluster[3], n1.cluster[3])
	two(w1.cluster[3], w0.cluster[3])
	three(w1.cluster[2], w0.cluster[2], n1.cluster[2])
	two(w0.cluster[3], w0.suffixes[1])
	two(w0.cluster[2], w0.suffixes[2])
	three(t1, t2, w0.cluster[3])
	three(w2.fold, w1.fold, w0.stem)
	two(n1.cluster[2], n2.cluster[2])
	return out
}
