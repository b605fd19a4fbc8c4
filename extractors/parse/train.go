package parse

import (
	"math/rand/v2"
	"slices"
	"sync"

	"github.com/purport-nlp/purport/extractors/model"
	"github.com/purport-nlp/purport/pipeline"
)

// Options are the settings of a training run.
type Options struct {
	Seed int64
	// FirstEpochs and Epochs are how often each pass reads the sentences.
	FirstEpochs, Epochs int
	// Times is how often gold sentences are read for once the plain ones.
	Times int
	// First and Second size the two passes.
	First, Second Size
	// Explore is the probability of following the parser's own choice where
	// it is wrong, from the second epoch on.
	Explore float64
	// Folds is the number of parts in which the first pass's trees are made
	// for the training of the second: each part by weights that have not
	// seen it.
	Folds int
	// Words are the word classes that features are taken from, or nil.
	Words *model.Words
}

// Size is the size of a pass: its rows of weights, and the average weight that
// becomes the largest byte.
type Size struct {
	Moves, Arcs int
	Clip        float64
}

// leastLabels is how often a relation must occur to be told apart; the others
// are taken for otherLabel.
const (
	leastLabels = 40
	otherLabel  = "dep"
)

// Train learns a parser from sentences with gold trees, and from plain ones
// with the trees that a better parser gave them. All have predicted tags. The
// same sentences and options give the same parser, byte for byte.
func Train(gold, plain [][]pipeline.Token, options Options) *Parser {
	p := newParser(options.Words)
	if err := p.setLabels(labelsOf(gold)); err != nil {
		panic(err) // labelsOf always lists root
	}
	numbers := map[string]uint8{}
	for i, label := range p.labels {
		numbers[label] = uint8(i + 1)
	}
	var samples []sample
	for _, sentence := range gold {
		samples = append(samples, newSample(sentence, numbers, max(options.Times, 1)))
	}
	for _, sentence := range plain {
		samples = append(samples, newSample(sentence, numbers, 1))
	}
	p.guideAll(samples, options)
	var first, second pass
	var both sync.WaitGroup
	both.Go(func() { first = p.learnFirst(samples, options) })
	both.Go(func() { second = p.learn(samples, options, options.Second, false) })
	both.Wait()
	p.first, p.second = first, second
	return p
}

// sample is a sentence to learn from.
type sample struct {
	tokens []pipeline.Token
	heads  []int // the number of words for the root
	label  []uint8
	times  int // how often an epoch reads it
	guide  guide
}

func newSample(tokens []pipeline.Token, numbers map[string]uint8, times int) sample {
	s := sample{tokens: tokens, times: times}
	for i := range tokens {
		head := tokens[i].Head
		if head < 0 {
			head = len(tokens)
		}
		label := numbers[tokens[i].Deprel]
		if label == 0 {
			label = numbers[otherLabel]
		}
		s.heads = append(s.heads, head)
		s.label = append(s.label, label)
	}
	return s
}

// labelsOf lists the relations that a corpus needs, in a fixed order.
func labelsOf(sentences [][]pipeline.Token) []string {
	counts := map[string]int{rootLabel: leastLabels, otherLabel: leastLabels}
	for _, sentence := range sentences {
		for i := range sentence {
			counts[sentence[i].Deprel]++
		}
	}
	var labels []string
	for label, n := range counts {
		if n >= leastLabels {
			labels = append(labels, label)
		}
	}
	slices.Sort(labels)
	return labels
}

// guideBlock is how many sentences in a row belong to one part.
const guideBlock = 50

// guideAll makes the guides of the samples, two parts at a time.
func (p *Parser) guideAll(samples []sample, options Options) {
	for fold := 0; fold < options.Folds; fold += 2 {
		var pair sync.WaitGroup
		for part := fold; part < min(fold+2, options.Folds); part++ {
			pair.Go(func() { p.guidePart(samples, part, options) })
		}
		pair.Wait()
	}
}

// guidePart makes the guides of one part by weights learned on the others.
func (p *Parser) guidePart(samples []sample, part int, options Options) {
	var scratch Scratch
	var rest []sample
	for i := range samples {
		if i/guideBlock%options.Folds != part {
			rest = append(rest, samples[i])
		}
	}
	first := p.learnFirst(rest, options)
	for i := range samples {
		if i/guideBlock%options.Folds == part {
			p.inspect(&scratch, samples[i].tokens)
			p.startFirst(&scratch)
			p.run(&first, &scratch)
			samples[i].guide.mirror(&scratch.state)
		}
	}
}

// learnFirst learns the pass from right to left.
func (p *Parser) learnFirst(samples []sample, options Options) pass {
	mirrored := make([]sample, len(samples))
	for i := range samples {
		mirrored[i] = samples[i].mirrored()
	}
	return p.learn(mirrored, options, options.First, true)
}

// mirrored returns a sample whose tree is turned round.
func (s *sample) mirrored() sample {
	n := len(s.heads)
	m := sample{tokens: s.tokens, heads: make([]int, n), label: make([]uint8, n), times: s.times}
	for i, head := range s.heads {
		if head < n {
			head = n - 1 - head
		}
		m.heads[n-1-i], m.label[n-1-i] = head, s.label[i]
	}
	return m
}

// training is the run of one pass.
type training struct {
	*Parser
	pass        pass
	moves, arcs *model.RowsTrainer
	options     Options
	first       bool
	random      *rand.Rand
	scratch     Scratch
}

// learn learns one pass.
func (p *Parser) learn(samples []sample, options Options, size Size, first bool) pass {
	t := &training{
		Parser: p, options: options, first: first,
		moves:  model.NewRowsTrainer(len(p.kinds.moves), size.Moves),
		arcs:   model.NewRowsTrainer(p.kinds.most, size.Arcs),
		random: rand.New(rand.NewPCG(uint64(options.Seed), 2)),
	}
	done := p.second
	if first {
		done = p.first
	}
	t.pass = done
	t.pass.moves, t.pass.arcs = t.moves, t.arcs
	var order []int
	for i := range samples {
		order = append(order, slices.Repeat([]int{i}, samples[i].times)...)
	}
	epochs := options.Epochs
	if first {
		epochs = options.FirstEpochs
	}
	for epoch := range epochs {
		t.random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, at := range order {
			t.sentence(&samples[at], epoch > 0)
		}
	}
	done.moves, done.arcs = t.moves.Rows(size.Clip), t.arcs.Rows(size.Clip)
	return done
}

// sentence parses a sample and mends the weights where the best move is not
// one of those that lose the fewest arcs.
func (t *training) sentence(gold *sample, explore bool) {
	s := &t.scratch
	t.inspect(s, gold.tokens)
	t.startFirst(s)
	if !t.first {
		s.turn()
		s.extractor.guide = &gold.guide
	}
	for !s.state.done() {
		kind := t.kind(gold, explore)
		label := uint8(0)
		if kind != shift {
			label = t.relation(gold, kind, explore)
		}
		s.state.apply(t.kinds.moves[kind], label)
	}
}

// follows decides whether to go on with a wrong choice.
func (t *training) follows(explore bool) bool {
	return explore && t.random.Float64() < t.options.Explore
}

// kind makes the parser's choice, learns from it and returns the kind of move
// to go on with. The right ones lose the fewest arcs and, where the arc is one
// of the tree, have its relation.
func (t *training) kind(gold *sample, explore bool) int {
	s := &t.scratch
	choice := t.Parser.kind(&t.pass, s)
	if ok := s.state.allowed(); !ok[right] && ok[left] != ok[shift] {
		return choice // a shift or the root: there is nothing to decide
	}
	t.moves.Step()
	costs := gold.costs(&s.state)
	least := slices.Min(costs[:])
	right, wrong := -1, -1
	for kind, move := range t.kinds.moves {
		switch {
		case costs[move] == forbidden:
		case costs[move] == least && t.fits(gold, kind):
			if right < 0 || s.scores[kind] > s.scores[right] {
				right = kind
			}
		case wrong < 0 || s.scores[kind] > s.scores[wrong]:
			wrong = kind
		}
	}
	if wrong >= 0 && s.scores[wrong] >= s.scores[right] {
		t.moves.Update(s.extractor.features, right, wrong)
	}
	if choice != right && !t.follows(explore) {
		return right
	}
	return choice
}

// fits reports whether a kind of move has the relation that the tree has for
// the arc, if it has the arc.
func (t *training) fits(gold *sample, kind int) bool {
	move := t.kinds.moves[kind]
	want := gold.wants(&t.scratch.state, move)
	return want == 0 || t.kinds.of[move][want] == kind
}

// wants returns the relation that the tree has for the arc of a move, 0 where
// it has no such arc.
func (gold *sample) wants(s *state, move int) uint8 {
	child, head := s.top(0), s.next
	switch {
	case move == shift || child < 0:
		return 0
	case move == right:
		head = s.top(1)
	}
	if gold.heads[child] != head {
		return 0
	}
	return gold.label[child]
}

// relation does the same for the relation of an arc. Wrong arcs have none to
// learn.
func (t *training) relation(gold *sample, kind int, explore bool) uint8 {
	s := &t.scratch
	choice := t.Parser.relation(&t.pass, s, kind)
	move := t.kinds.moves[kind]
	want := gold.wants(&s.state, move)
	if want == 0 || choice == t.root || t.kinds.of[move][want] != kind {
		return choice
	}
	labels, place := t.kinds.labels[kind], t.kinds.place[move][want]
	if len(labels) == 1 {
		return choice
	}
	t.arcs.Step()
	best := -1
	for i := range labels {
		if i != place && (best < 0 || s.scores[i] > s.scores[best]) {
			best = i
		}
	}
	if s.scores[best] >= s.scores[place] {
		t.arcs.Update(s.extractor.features, place, best)
	}
	if choice != want && !t.follows(explore) {
		return want
	}
	return choice
}

// forbidden is the cost of a move that is not allowed.
const forbidden = 1 << 30

// costs counts, for each move, the gold arcs that can no longer be made
// after it (Goldberg and Nivre 2013, section 5).
func (gold *sample) costs(s *state) [moves]int {
	ok := s.allowed()
	var costs [moves]int
	for move := range costs {
		if !ok[move] {
			costs[move] = forbidden
		}
	}
	if ok[shift] {
		for depth, w := range s.stack {
			if gold.heads[w] == s.next {
				costs[shift]++
			}
			if gold.heads[s.next] == w && depth < len(s.stack)-1 {
				costs[shift]++
			}
		}
	}
	top, below := s.top(0), s.top(1)
	if top < 0 {
		return costs
	}
	// Both arcs take the top's children in the buffer away from it.
	lost := 0
	for i := s.next; i < s.n; i++ {
		if gold.heads[i] == top {
			lost++
		}
	}
	head := gold.heads[top]
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
