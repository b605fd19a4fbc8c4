package tag

import (
	"cmp"
	"maps"
	"slices"

	"github.com/purport-nlp/purport/extractors/model"
	"github.com/purport-nlp/purport/pipeline"
)

const (
	// leastCount is how often a word must occur in the treebanks to enter the
	// dictionary, leastShare the share of its occurrences that makes a tag
	// count. The same for words that enter it from plain text.
	leastCount      = 10
	leastShare      = 0.02
	leastPlain      = 10
	leastPlainShare = 0.04
	// certainCount is how often a word must have had one tag and no other to
	// be looked up without asking the weights.
	certainCount = 60
	// mostClasses bounds the ambiguity classes: their number fits a byte.
	mostClasses = 254
)

// entry is what the dictionary says of a word: its tags as bits, and whether
// it is looked up without asking the weights.
type entry struct {
	set     uint64
	certain bool
}

// learnDictionary takes in the words that are frequent in the sentences or in
// plain text. A tag counts that a word has in either: in the treebanks
// "judges" is a plural, in plain text a verb too.
func (t *Tagger) learnDictionary(sentences, plain [][]pipeline.Token, number map[string]int) {
	entries := map[uint64]entry{}
	for fold, counts := range countTags(plain, number) {
		if total(counts) >= leastPlain {
			entries[fold] = entry{set: tagSet(counts, leastPlainShare)}
		}
	}
	for fold, counts := range countTags(sentences, number) {
		if all := total(counts); all >= leastCount {
			e := entry{set: tagSet(counts, leastShare)}
			if only := slices.Max(counts) == all; only && all >= certainCount {
				e.certain = true
			} else {
				e.set |= entries[fold].set
			}
			entries[fold] = e
		}
	}
	class := t.numberClasses(entries)
	var folds []uint64
	var classes []int
	for _, fold := range slices.Sorted(maps.Keys(entries)) {
		if n := class[entries[fold]]; n > 0 {
			folds = append(folds, fold)
			classes = append(classes, n)
		}
	}
	t.dictionary = newDictionary(folds, classes)
}

// countTags counts the tags of each form.
func countTags(sentences [][]pipeline.Token, number map[string]int) map[uint64][]int {
	counts := map[uint64][]int{}
	for _, sentence := range sentences {
		for i := range sentence {
			tag, ok := number[sentence[i].XPOS]
			if !ok {
				continue
			}
			fold := model.Fold(sentence[i].Form)
			if counts[fold] == nil {
				counts[fold] = make([]int, len(number))
			}
			counts[fold][tag]++
		}
	}
	return counts
}

// total sums counts.
func total(counts []int) (all int) {
	for _, n := range counts {
		all += n
	}
	return all
}

// tagSet returns the tags that have a share of the counts, as bits.
func tagSet(counts []int, share float64) (set uint64) {
	least := share * float64(total(counts))
	for tag, n := range counts {
		if n > 0 && float64(n) >= least {
			set |= 1 << tag
		}
	}
	return set
}

// numberClasses numbers the ambiguity classes of entries from 1, the most
// frequent first, and leaves out the rarest where there are too many.
func (t *Tagger) numberClasses(entries map[uint64]entry) map[entry]int {
	popular := map[entry]int{}
	for _, e := range entries {
		popular[e]++
	}
	kinds := slices.SortedFunc(maps.Keys(popular), func(a, b entry) int {
		return cmp.Or(popular[b]-popular[a], cmp.Compare(a.set, b.set), certainFirst(a, b))
	})
	kinds = kinds[:min(len(kinds), mostClasses)]
	t.classes, t.certain = []uint64{0}, []int{-1}
	class := map[entry]int{}
	for i, kind := range kinds {
		class[kind] = i + 1
		tag := -1
		if kind.certain {
			tag = onlyTag(kind.set)
		}
		t.classes, t.certain = append(t.classes, kind.set), append(t.certain, tag)
	}
	return class
}

// certainFirst orders two entries of the same tags.
func certainFirst(a, b entry) int {
	switch {
	case a.certain == b.certain:
		return 0
	case a.certain:
		return -1
	}
	return 1
}
