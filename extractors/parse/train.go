package parse

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
	// Explore is the probability of following the parser's own choice where
	// it is wrong, from the second epoch on.
	Explore float64
	// Words are the word classes that features are taken from, or nil.
	Words *model.Words
}

// leastArcs is how often an arc must occur in a direction to be an action.
const leastArcs = 8

// Train learns a parser from sentences with tags and gold trees. The same
// sentences and options give the same parser, byte for byte.
func Train(sentences [][]pipeline.Token, options Options) *Parser {
	p := &Parser{words: options.Words}
	if err := p.setActions(actionsOf(sentences)); err != nil {
		panic(err) // actionsOf always lists shift and root
	}
	trainer := model.NewTrainer(len(p.actions), options.Bits)
	p.table = trainer
	t := &training{Parser: p, trainer: trainer, options: options}
	t.random = rand.New(rand.NewPCG(uint64(options.Seed), 2))
	t.number = map[action]int{}
	for i, a := range p.actions {
		t.number[a] = i
	}
	t.labels = map[string]uint8{}
	for i, label := range p.labels {
		t.labels[label] = uint8(i + 1)
	}
	order := t.random.Perm(len(sentences))
	for epoch := range options.Epochs {
		t.random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, at := range order {
			t.learn(sentences[at], epoch > 0)
		}
	}
	p.packed = trainer.Table(options.Clip)
	p.table = p.packed
	return p
}

// actionsOf lists the actions that a corpus needs, in a fixed order.
func actionsOf(sentences [][]pipeline.Token) []string {
	counts := map[string]int{}
	for _, sentence := range sentences {
		for i := range sentence {
			direction := "right:"
			if head := sentence[i].Head; head < 0 || head > i {
				direction = "left:"
			}
			counts[direction+sentence[i].Deprel]++
		}
	}
	counts["right:dep"] += leastArcs
	counts["left:dep"] += leastArcs
	counts["left:root"] += leastArcs
	var names []string
	for name, n := range counts {
		if n >= leastArcs {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return append([]string{"shift"}, names...)
}

// training is one run.
type training struct {
	*Parser
	trainer  *model.Trainer
	options  Options
	random   *rand.Rand
	number   map[action]int
	labels   map[string]uint8
	scratch  Scratch
	gold     []int // heads, n for the root
	relation []uint8
}

// learn parses a sentence and mends the weights where the best action is not
// one of those that lose the fewest arcs.
func (t *training) learn(tokens []pipeline.Token, explore bool) {
	t.setGold(tokens)
	s := &t.scratch
	t.start(s, tokens)
	for !s.state.done() {
		choice := t.decide(s)
		t.trainer.Step()
		target := t.target()
		if choice != target {
			t.trainer.Update(s.extractor.features, target, 1)
			t.trainer.Update(s.extractor.features, choice, -1)
			if !explore || t.random.Float64() >= t.options.Explore {
				choice = target
			}
		}
		a := t.actions[choice]
		s.state.apply(a.move, a.label)
	}
}

func (t *training) setGold(tokens []pipeline.Token) {
	t.gold, t.relation = t.gold[:0], t.relation[:0]
	for i := range tokens {
		head := tokens[i].Head
		if head < 0 {
			head = len(tokens)
		}
		label := t.labels[tokens[i].Deprel]
		if label == 0 {
			label = t.labels["dep"]
		}
		t.gold = append(t.gold, head)
		t.relation = append(t.relation, label)
	}
}

// target returns the best-scoring of the actions that lose fewest gold arcs.
func (t *training) target() int {
	costs := t.costs()
	least := costs[0]
	for _, cost := range costs {
		least = min(least, cost)
	}
	best := -1
	for move, cost := range costs {
		if cost != least {
			continue
		}
		a := action{move: move}
		if move != shift {
			state := &t.scratch.state
			a.label = t.relation[state.stack[len(state.stack)-1]]
			if state.next == state.n && move == left {
				a.label = t.root
			} else if a.label == t.root {
				a.label = t.labels["dep"]
			}
		}
		i, ok := t.number[a]
		if !ok {
			a.label = t.labels["dep"]
			i = t.number[a]
		}
		if best < 0 || t.scratch.scores[i] > t.scratch.scores[best] {
			best = i
		}
	}
	return best
}

// forbidden is the cost of a move that is not allowed.
const forbidden = 1 << 30

// costs counts, for each move, the gold arcs that can no longer be made
// after it (Goldberg and Nivre 2013, section 5).
func (t *training) costs() [moves]int {
	s := &t.scratch.state
	ok := s.allowed()
	var costs [moves]int
	for move := range costs {
		if !ok[move] {
			costs[move] = forbidden
		}
	}
	top, below := -1, -1
	if n := len(s.stack); n > 0 {
		top = s.stack[n-1]
		if n > 1 {
			below = s.stack[n-2]
		}
	}
	if ok[shift] {
		for depth, w := range s.stack {
			if t.gold[w] == s.next {
				costs[shift]++
			}
			if t.gold[s.next] == w && depth < len(s.stack)-1 {
				costs[shift]++
			}
		}
	}
	if top < 0 {
		return costs
	}
	// Both arcs take the top's children in the buffer away from it.
	lost := 0
	for i := s.next; i < s.n; i++ {
		if t.gold[i] == top {
			lost++
		}
	}
	head := t.gold[top]
	if ok[left] {
		costs[left] += lost
		if head == below && below >= 0 || head > s.next {
			costs[left]++
		}
	}
	if ok[right] {
		costs[right] += lost
		if head >= s.next {
			costs[right]++
		}
	}
	return costs
}
