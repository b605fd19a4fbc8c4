package tag

import (
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
	// Models is how many times the weights are learned, each time in another
	// order; the tagger gets their mean. 0 is once.
	Models int
	// Margin is how far the right tag must lead for the weights to stay.
	Margin int32
	// Words are the word classes that features are taken from, or nil.
	Words *model.Words
	// Plain are sentences with predicted tags: the dictionary learns from them
	// which tags a word can have that is rare in the others.
	Plain [][]pipeline.Token
}

// Train learns a tagger from sentences with gold XPOS. The same sentences and
// options give the same tagger, byte for byte.
func Train(sentences [][]pipeline.Token, options Options) *Tagger {
	t := &Tagger{tags: tagNames(sentences), words: options.Words}
	number := map[string]int{}
	for i, tag := range t.tags {
		number[tag] = i
	}
	t.learnDictionary(sentences, options.Plain, number)
	trainers := make([]*model.Trainer, max(options.Models, 1))
	for i := range trainers {
		trainers[i] = t.learnWeights(sentences, number, options, uint64(options.Seed)+uint64(i))
	}
	t.packed = model.MeanTable(trainers, options.Clip)
	t.table = t.packed
	return t
}

// learnWeights learns the weights once, in the order that a seed gives.
func (t *Tagger) learnWeights(sentences [][]pipeline.Token, number map[string]int, options Options, seed uint64) *model.Trainer {
	trainer := model.NewTrainer(len(t.tags), options.Bits)
	t.table = trainer
	random := rand.New(rand.NewPCG(seed, 1))
	order := random.Perm(len(sentences))
	s := &Scratch{scores: make([]int32, len(t.tags))}
	for range options.Epochs {
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, at := range order {
			tokens := sentences[at]
			t.prepare(s, tokens)
			forget(s.words, random)
			t.learn(trainer, s, tokens, number, options.Margin)
		}
	}
	return trainer
}

// learn goes through a sentence as predict does, and mends the weights where
// the right tag does not lead by the margin.
func (t *Tagger) learn(trainer *model.Trainer, s *Scratch, tokens []pipeline.Token, number map[string]int, margin int32) {
	t1, t2 := uint64(0), uint64(0)
	for i := range tokens {
		tag := t.certain[s.words[i+2].entry]
		if tag < 0 {
			tag = t.decide(s, i+2, t1, t2)
			trainer.Step()
			gold := number[tokens[i].XPOS]
			rival := bestBut(gold, s.scores[:len(t.tags)])
			if tag != gold || s.scores[gold]-s.scores[rival] < margin {
				trainer.Update(s.features, gold, 1)
				trainer.Update(s.features, rival, -1)
			}
		}
		t1, t2 = uint64(tag+1), t1
	}
}

// bestBut returns the class of the highest score but one class.
func bestBut(class int, scores []int32) int {
	best := -1
	for c, score := range scores {
		if c != class && (best < 0 || score > scores[best]) {
			best = c
		}
	}
	return best
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

// forgetOneIn is how rarely a word is taken for an unknown one in training,
// so that the model learns to do without it.
const forgetOneIn = 3

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
