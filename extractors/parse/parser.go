package parse

import (
	"fmt"
	"math"
	"math/bits"
	"slices"
	"strings"

	"github.com/purport-nlp/purport/extractors/model"
	"github.com/purport-nlp/purport/pipeline"
)

// Parser predicts trees. It is immutable and safe for concurrent use; each
// goroutine needs a Scratch of its own.
type Parser struct {
	labels []string // relations; the number of a relation is its index + 1
	root   uint8    // the number of "root"
	kinds  kinds
	first  pass // reads from right to left
	second pass // reads from left to right and knows the first one's tree
	words  *model.Words
}

// pass is one reading of the sentence: the weights of its moves and of the
// relations of its arcs.
type pass struct {
	moves, arcs                 scorer
	moveTemplates, arcTemplates *templates
}

// scorer sums the weights of features for each class.
type scorer interface {
	Sum(scores []int32, features []uint64)
	Width() int
}

// Scratch is the memory that parsing a sentence needs.
type Scratch struct {
	state          state
	extractor      extractor
	guide          guide
	isVerb, isMark []bool
	scores         []int32
	before         []pipeline.Token // the sentence as it was, while others are tried
}

const magic = "purportP3"

// Load reads a packed parser. The weights are used where they lie in data.
// words may be nil where the model was trained without them.
func Load(data []byte, words *model.Words) (*Parser, error) {
	packed, ok := model.OpenParts(data, magic)
	if !ok {
		return nil, fmt.Errorf("parse: not a packed parser")
	}
	p := newParser(words)
	if err := p.setLabels(strings.Fields(string(packed.Next()))); err != nil {
		return nil, err
	}
	for _, pass := range []*pass{&p.first, &p.second} {
		for _, part := range []struct {
			place   *scorer
			classes int
		}{{&pass.moves, len(p.kinds.moves)}, {&pass.arcs, p.kinds.most}} {
			rows, err := model.LoadRows(packed.Next())
			if err != nil {
				return nil, err
			}
			if rows.Width() != model.RowWidth(part.classes) {
				return nil, fmt.Errorf("parse: rows of %d weights for %d classes", rows.Width(), part.classes)
			}
			*part.place = rows
		}
	}
	return p, nil
}

func newParser(words *model.Words) *Parser {
	return &Parser{
		words:  words,
		first:  pass{moveTemplates: firstMoves, arcTemplates: firstArcs},
		second: pass{moveTemplates: secondMoves, arcTemplates: secondArcs},
	}
}

// setLabels takes over the names of the relations.
func (p *Parser) setLabels(labels []string) error {
	p.labels = labels
	for i, label := range labels {
		if label == rootLabel {
			p.root = uint8(i + 1)
		}
	}
	p.kinds = newKinds(labels)
	if p.root == 0 || len(labels) >= smallest {
		return fmt.Errorf("parse: %d relations, or none is root", len(labels))
	}
	return nil
}

const rootLabel = "root"

// Pack returns the parser as bytes that Load reads.
func (p *Parser) Pack() []byte {
	out := model.AppendPart([]byte(magic), []byte(strings.Join(p.labels, " ")))
	for _, pass := range []pass{p.first, p.second} {
		out = model.AppendPart(out, pass.moves.(*model.Rows).Pack())
		out = model.AppendPart(out, pass.arcs.(*model.Rows).Pack())
	}
	return out
}

// Parse sets Head and Deprel of each token of a sentence.
func (p *Parser) Parse(s *Scratch, tokens []pipeline.Token) {
	p.inspect(s, tokens)
	p.startFirst(s)
	p.run(&p.first, s)
	p.startSecond(s)
	p.run(&p.second, s)
	for i := range tokens {
		head := s.state.heads[i]
		if head == len(tokens) {
			head = -1
		}
		tokens[i].Head = head
		tokens[i].Deprel = p.labels[s.state.label[i]-1]
	}
	repair(tokens)
}

// inspect works out the words of a sentence.
func (p *Parser) inspect(s *Scratch, tokens []pipeline.Token) {
	if cap(s.extractor.words) < len(tokens)+1 {
		s.extractor.words = make([]word, 0, len(tokens)+len(tokens)/2+1)
	}
	words := s.extractor.words[:len(tokens)+1]
	for i := range tokens {
		words[i].inspect(&tokens[i], p.words)
	}
	words[len(tokens)] = rootWord
	s.extractor.words = words
	s.tags(tokens)
	if width := model.RowWidth(max(len(p.kinds.moves), p.kinds.most)); len(s.scores) < width {
		s.scores = make([]int32, width)
	}
}

// tags remembers which words are verbs and which are marks.
func (s *Scratch) tags(tokens []pipeline.Token) {
	s.isVerb, s.isMark = fill(s.isVerb, len(tokens), false), fill(s.isMark, len(tokens), false)
	for i := range tokens {
		tag := tokens[i].XPOS
		s.isVerb[i] = isVerb(tag)
		s.isMark[i] = isMark(tag)
	}
}

// survey counts the verbs and finds the marks from each word on.
func (s *Scratch) survey() {
	n := len(s.isVerb)
	e := &s.extractor
	e.verbs, e.marks = fill(e.verbs, n+1, 0), fill(e.marks, n+1, n)
	for i := n - 1; i >= 0; i-- {
		e.verbs[i], e.marks[i] = e.verbs[i+1], e.marks[i+1]
		if s.isVerb[i] {
			e.verbs[i]++
		}
		if s.isMark[i] {
			e.marks[i] = i
		}
	}
}

// startFirst begins the reading from right to left.
func (p *Parser) startFirst(s *Scratch) {
	s.turn()
	s.extractor.guide = nil
}

// startSecond begins the reading from left to right, with the tree that the
// first pass has left in the state as its guide.
func (p *Parser) startSecond(s *Scratch) {
	s.guide.mirror(&s.state)
	s.turn()
	s.extractor.guide = &s.guide
}

// turn puts the words the other way round, but for the artificial root, which
// stays last, and begins anew.
func (s *Scratch) turn() {
	n := len(s.extractor.words) - 1
	slices.Reverse(s.extractor.words[:n])
	slices.Reverse(s.isVerb)
	slices.Reverse(s.isMark)
	s.survey()
	s.state.reset(n)
}

// run parses the sentence that the scratch has been set to.
func (p *Parser) run(pass *pass, s *Scratch) {
	for !s.state.done() {
		if s.follow() {
			continue
		}
		kind := p.kind(pass, s)
		if move := p.kinds.moves[kind]; move == shift {
			s.state.apply(shift, 0)
		} else {
			s.state.sure[s.state.top(0)] = p.sure(s, move)
			s.state.apply(move, p.relation(pass, s, kind))
		}
	}
}

// follow makes the move that a guide advises, if there is one.
func (s *Scratch) follow() bool {
	if s.extractor.guide == nil {
		return false
	}
	move := s.guide.advice(&s.state)
	if move < 0 {
		return false
	}
	label := uint8(0)
	if move != shift {
		label = s.guide.label[s.state.top(0)]
	}
	s.state.apply(move, label)
	return true
}

// kind returns the best kind of move that is allowed. A shift that must be is
// not looked at.
func (p *Parser) kind(pass *pass, s *Scratch) int {
	ok := s.state.allowed()
	if !ok[left] && !ok[right] {
		return shift
	}
	s.extractor.look(&s.state)
	s.extractor.gather(pass.moveTemplates, 0)
	scores := s.scores[:pass.moves.Width()]
	pass.moves.Sum(scores, s.extractor.features)
	best := -1
	for kind, move := range p.kinds.moves {
		if ok[move] && (best < 0 || scores[kind] > scores[best]) {
			best = kind
		}
	}
	return best
}

// sure tells, on a scale of octaves, by how much the move that was chosen is
// better than the others.
func (p *Parser) sure(s *Scratch, chosen int) uint8 {
	var best, other int32 = math.MinInt32, math.MinInt32
	ok := s.state.allowed()
	for kind, move := range p.kinds.moves {
		switch score := s.scores[kind]; {
		case move == chosen:
			best = max(best, score)
		case ok[move]:
			other = max(other, score)
		}
	}
	if other == math.MinInt32 {
		return forced
	}
	return uint8(bits.Len32(uint32(best - other)))
}

// forced is the sureness of a move that had no other beside it.
const forced = 32

// relation returns the best relation for the arc of a kind of move.
func (p *Parser) relation(pass *pass, s *Scratch, kind int) uint8 {
	move := p.kinds.moves[kind]
	if move == left && s.state.next == s.state.n {
		return p.root
	}
	labels := p.kinds.labels[kind]
	if len(labels) == 1 {
		return labels[0]
	}
	s.extractor.arc(&s.state, move)
	s.extractor.gather(pass.arcTemplates, uint64(kind))
	scores := s.scores[:pass.arcs.Width()]
	pass.arcs.Sum(scores, s.extractor.features)
	best := 0
	for i := range labels {
		if scores[i] > scores[best] {
			best = i
		}
	}
	return labels[best]
}

// Embedded returns the parser that purport is built with.
func Embedded() (*Parser, error) { return Load(model.ParseData(), model.EmbeddedWords()) }
