package tag

import (
	"cmp"
	"math/rand/v2"
	"slices"

	"github.com/purport-nlp/purport/extractors/model"
	"github.com/purport-nlp/purport/pipeline"
)

// Options are the settings of a training run.
type Options struct {
	Seed   int64
	Epochs int
	// Bits is the binary logarithm of the number of weights.
	Bits int
	// Clip is the average weight that becomes the largest int8.
	Clip float64
	// Words are the word classes that features are taken from, or nil.
	Words *model.Words
}

// Train learns a tagger from sentences with gold XPOS. The same sentences and
// options give the same tagger, byte for byte.
func Train(sentences [][]pipeline.Token, options Options) *Tagger {
	t := &Tagger{tags: tagNames(sentences), words: options.Words}
	number := map[string]int{}
	for i, tag := range t.tags {
		number[tag] = i
	}
	t.learnDictionary(sentences, number)
	trainer := model.NewTrainer(len(t.tags), options.Bits)
	t.table = trainer
	random := rand.New(rand.NewPCG(uint64(options.Seed), 1))
	order := random.Perm(len(sentences))
	s := &Scratch{scores: make([]int32, len(t.tags))}
	for range options.Epochs {
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, at := range order {
			t.learn(trainer, s, sentences[at], number, random)
		}
	}
	t.packed = trainer.Table(options.Clip)
	t.table = t.packed
	return t
}

// learn goes through a sentence as predict does, and mends the weights where
// the best tag is wrong.
func (t *Tagger) learn(trainer *model.Trainer, s *Scratch, tokens []pipeline.Token, number map[string]int, random *rand.Rand) {
	t.prepare(s, tokens)
	forget(s.words, random)
	t1, t2 := uint64(0), uint64(0)
	for i := range tokens {
		tag := t.certain[s.words[i+2].entry]
		if tag < 0 {
			tag = t.decide(s, i+2, t1, t2)
			trainer.Step()
			if gold := number[tokens[i].XPOS]; tag != gold {
				trainer.Update(s.features, gold, 1)
				trainer.Update(s.features, tag, -1)
			}
		}
		t1, t2 = uint64(tag+1), t1
	}
}

// tagNames returns the tags of a corpus, sorted.
func tagNames(sentences [][]pipeline.Token) []string {
	seen := map[string]bool{}
	var names []string
	for _, sentence := range sentences {
		for i := range sentence {
			if tag := sentence[i].XPOS; !seen[tag] {
				seen[tag] = true
				names = append(names, tag)
			}
		}
	}
	slices.Sort(names)
	return names
}

const (
	// leastCount is how often a word must occur to enter the dictionary,
	// leastShare the share of its occurrences that makes a tag count.
	leastCount = 10
	leastShare = 0.02
	// certainCount is how often a word must have had one tag and no other to
	// be looked up without asking the weights.
	certainCount = 60
	// mostClasses bounds the ambiguity classes: their number fits a byte.
	mostClasses = 254
)

// learnDictionary counts the tags of each form.
func (t *Tagger) learnDictionary(sentences [][]pipeline.Token, number map[string]int) {
	counts := map[uint64][]int{}
	var folds []uint64
	for _, sentence := range sentences {
		for i := range sentence {
			fold := model.Fold(sentence[i].Form)
			if counts[fold] == nil {
				counts[fold] = make([]int, len(t.tags))
				folds = append(folds, fold)
			}
			counts[fold][number[sentence[i].XPOS]]++
		}
	}
	slices.Sort(folds)
	type entry struct {
		fold, set uint64
		certain   bool
	}
	var entries []entry
	popular := map[entry]int{}
	for _, fold := range folds {
		all, set, kinds := 0, uint64(0), 0
		for _, n := range counts[fold] {
			all += n
		}
		for tag, n := range counts[fold] {
			if n > 0 {
				kinds++
			}
			if float64(n) >= leastShare*float64(all) && n > 0 {
				set |= 1 << tag
			}
		}
		if all >= leastCount {
			e := entry{fold, set, kinds == 1 && all >= certainCount}
			entries = append(entries, e)
			popular[entry{0, e.set, e.certain}]++
		}
	}
	kinds := make([]entry, 0, len(popular))
	for kind := range popular {
		kinds = append(kinds, kind)
	}
	slices.SortFunc(kinds, func(a, b entry) int {
		certain := 0
		if a.certain != b.certain {
			certain = 1
			if a.certain {
				certain = -1
			}
		}
		return cmp.Or(popular[b]-popular[a], cmp.Compare(a.set, b.set), certain)
	})
	kinds = kinds[:min(len(kinds), mostClasses)]
	t.classes, t.certain = []uint64{0}, []int{-1}
	class := map[entry]int{}
	for i, kind := range kinds {
		class[kind] = i + 1
		t.classes = append(t.classes, kind.set)
		tag := -1
		if kind.certain {
			tag = onlyTag(kind.set)
		}
		t.certain = append(t.certain, tag)
	}
	var kept []uint64
	var classes []int
	for _, e := range entries {
		if n := class[entry{0, e.set, e.certain}]; n > 0 {
			kept = append(kept, e.fold)
			classes = append(classes, n)
		}
	}
	t.dictionary = newDictionary(kept, classes)
}

// forgetOneIn is how rarely a word is taken for an unknown one in training,
// so that the model learns to do without it.
const forgetOneIn = 12

// forget makes some words of a sentence unknown: their form, what the
// dictionary says and, half the time, their class.
func forget(words []word, random *rand.Rand) {
	for i := 2; i < len(words)-2; i++ {
		if n := random.IntN(2 * forgetOneIn); n < 2 {
			w := &words[i]
			w.fold, w.entry = 0, 0
			if n == 0 {
				w.cluster, w.capital = [4]uint64{}, 0
			}
		}
	}
}
