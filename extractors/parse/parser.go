package parse

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"strings"

	"github.com/purport-nlp/purport/extractors/model"
	"github.com/purport-nlp/purport/pipeline"
)

// Parser predicts trees. It is immutable and safe for concurrent use; each
// goroutine needs a Scratch of its own.
type Parser struct {
	labels []string // relations; the number of a relation is its index + 1
	// actions are the classes of the table.
	actions []action
	root    uint8 // the number of "root"
	table   scorer
	packed  *model.Table
	words   *model.Words
}

// action is a move with the relation of its arc, 0 for shift.
type action struct {
	move  int
	label uint8
}

// scorer sums the weights of features for each action.
type scorer interface {
	Add(scores []int32, features []uint64)
}

// Scratch is the memory that parsing a sentence needs.
type Scratch struct {
	state     state
	extractor extractor
	scores    []int32
}

const magic = "purportP1"

// Load reads a packed parser. The table is used where it lies in data. words
// may be nil where the model was trained without them.
func Load(data []byte, words *model.Words) (*Parser, error) {
	if len(data) < len(magic)+4 || string(data[:len(magic)]) != magic {
		return nil, fmt.Errorf("parse: not a packed parser")
	}
	data = data[len(magic):]
	n := int(binary.LittleEndian.Uint32(data))
	if n > len(data)-4 {
		return nil, fmt.Errorf("parse: the packed parser is cut short")
	}
	p := &Parser{words: words}
	if err := p.setActions(strings.Fields(string(data[4 : 4+n]))); err != nil {
		return nil, err
	}
	table, err := model.LoadTable(data[4+n:])
	if err != nil {
		return nil, err
	}
	if table.Classes != len(p.actions) {
		return nil, fmt.Errorf("parse: %d actions but %d classes", len(p.actions), table.Classes)
	}
	p.packed, p.table = table, table
	return p, nil
}

// setActions reads actions from their names: "shift", "left:nsubj",
// "right:obj".
func (p *Parser) setActions(names []string) error {
	number := map[string]uint8{}
	for _, name := range names {
		direction, label, _ := strings.Cut(name, ":")
		a := action{}
		switch direction {
		case "shift":
		case "left":
			a.move = left
		case "right":
			a.move = right
		default:
			return fmt.Errorf("parse: unknown action %q", name)
		}
		if a.move != shift {
			if number[label] == 0 {
				p.labels = append(p.labels, label)
				number[label] = uint8(len(p.labels))
			}
			a.label = number[label]
		}
		p.actions = append(p.actions, a)
	}
	p.root = number["root"]
	if p.root == 0 || p.actions[0].move != shift {
		return fmt.Errorf("parse: the actions lack shift or root")
	}
	return nil
}

// actionNames is the inverse of setActions.
func (p *Parser) actionNames() []string {
	prefix := [moves]string{"shift", "left:", "right:"}
	names := make([]string, len(p.actions))
	for i, a := range p.actions {
		names[i] = prefix[a.move]
		if a.move != shift {
			names[i] += p.labels[a.label-1]
		}
	}
	return names
}

// Pack returns the parser as bytes that Load reads.
func (p *Parser) Pack() []byte {
	names := strings.Join(p.actionNames(), " ")
	var out bytes.Buffer
	out.WriteString(magic)
	out.Write(binary.LittleEndian.AppendUint32(nil, uint32(len(names))))
	out.WriteString(names)
	out.Write(p.packed.Pack())
	return out.Bytes()
}

// Parse sets Head and Deprel of each token of a sentence.
func (p *Parser) Parse(s *Scratch, tokens []pipeline.Token) {
	p.start(s, tokens)
	for !s.state.done() {
		a := p.actions[p.decide(s)]
		s.state.apply(a.move, a.label)
	}
	for i := range tokens {
		head := s.state.heads[i]
		if head == len(tokens) {
			head = -1
		}
		tokens[i].Head = head
		tokens[i].Deprel = p.labels[s.state.label[i]-1]
	}
}

// start sets the scratch to the beginning of a sentence.
func (p *Parser) start(s *Scratch, tokens []pipeline.Token) {
	s.state.reset(len(tokens))
	if cap(s.extractor.words) < len(tokens)+1 {
		s.extractor.words = make([]word, 0, len(tokens)+len(tokens)/2+1)
	}
	words := s.extractor.words[:len(tokens)+1]
	for i := range tokens {
		words[i].inspect(&tokens[i], p.words)
	}
	words[len(tokens)] = rootWord
	s.extractor.words = words
	if len(s.scores) < len(p.actions) {
		s.scores = make([]int32, len(p.actions))
	}
}

// decide returns the best action that is allowed.
func (p *Parser) decide(s *Scratch) int {
	s.extractor.look(&s.state)
	scores := s.scores[:len(p.actions)]
	clear(scores)
	p.table.Add(scores, s.extractor.features)
	ok := s.state.allowed()
	atRoot := s.state.next == s.state.n
	best := -1
	for i, a := range p.actions {
		if !ok[a.move] || (a.label == p.root) != (atRoot && a.move == left) {
			continue
		}
		if best < 0 || scores[i] > scores[best] {
			best = i
		}
	}
	return best
}

// Embedded returns the parser that purport is built with.
func Embedded() (*Parser, error) { return Load(model.ParseData(), nil) }
