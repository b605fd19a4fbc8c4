package model

import (
	"encoding/binary"
	"fmt"
	"math"
)

// Sequence is a linear-chain conditional random field (Lafferty, McCallum and
// Pereira 2001) over hashed features with BIO classes: class 0 is "outside",
// class 2k+1 begins an item of type k and class 2k+2 goes on with it.
//
// The weights of the transitions lie in the same table as those of the
// features: the row of TransitionFeature(previous) holds the weight of every
// class after previous.
type Sequence struct {
	table       *Table
	unit        float64 // natural logarithms in one int8 step
	transitions []int32 // (classes+1) rows, in steps; the last is the start
}

// impossible is the score of a transition that BIO forbids: low enough never
// to be taken, high enough that sums do not overflow.
const impossible = -1 << 24

// sequenceMagic opens a packed sequence model; the digit is the version.
const sequenceMagic = "purportS2"

// Allowed reports whether class may follow previous in BIO: an inside class
// only follows the begin or inside class of its own type. The number of
// classes stands for the start of a sentence.
func Allowed(previous, class, classes int) bool {
	return class == 0 || class%2 == 1 || previous < classes && (previous == class || previous == class-1)
}

// NewSequence returns a model over a table whose steps are unit natural
// logarithms each. Transitions holds, in the same steps, one row of classes
// for each class before and a last one for the start of a sentence.
func NewSequence(table *Table, transitions []int32, unit float64) *Sequence {
	s := &Sequence{table: table, unit: unit, transitions: transitions}
	for i := range transitions {
		if !Allowed(i/table.Classes, i%table.Classes, table.Classes) {
			transitions[i] = impossible
		}
	}
	return s
}

// LoadSequence reads a packed model. The weights are used where they lie in
// data, without copying.
func LoadSequence(data []byte) (*Sequence, error) {
	header := len(sequenceMagic) + 8 + 4
	if len(data) < header || string(data[:len(sequenceMagic)]) != sequenceMagic {
		return nil, fmt.Errorf("model: not a packed sequence model")
	}
	unit := math.Float64frombits(binary.LittleEndian.Uint64(data[len(sequenceMagic):]))
	count := int(binary.LittleEndian.Uint32(data[len(sequenceMagic)+8:]))
	if count < 0 || len(data) < header+4*count {
		return nil, fmt.Errorf("model: packed sequence model is cut short")
	}
	transitions := make([]int32, count)
	for i := range transitions {
		transitions[i] = int32(binary.LittleEndian.Uint32(data[header+4*i:]))
	}
	table, err := LoadTable(data[header+4*count:])
	if err != nil {
		return nil, err
	}
	if count != (table.Classes+1)*table.Classes {
		return nil, fmt.Errorf("model: %d transitions do not fit %d classes", count, table.Classes)
	}
	return NewSequence(table, transitions, unit), nil
}

// Pack returns the model as bytes that LoadSequence reads.
func (s *Sequence) Pack() []byte {
	out := binary.LittleEndian.AppendUint64([]byte(sequenceMagic), math.Float64bits(s.unit))
	out = binary.LittleEndian.AppendUint32(out, uint32(len(s.transitions)))
	for _, t := range s.transitions {
		out = binary.LittleEndian.AppendUint32(out, uint32(t))
	}
	return append(out, s.table.Pack()...)
}

// Classes returns the number of classes.
func (s *Sequence) Classes() int { return s.table.Classes }

// Lattice is the scratch memory of one decoding. It keeps its memory from one
// sentence to the next. The zero Lattice is ready for use.
type Lattice struct {
	scores []int32 // emission scores, one row of classes for each token
	best   []int32 // two rows of path scores
	back   []uint8 // the class before, one row for each token
	path   []uint8
}

// Begin makes the lattice ready for a sentence of n tokens.
func (s *Sequence) Begin(l *Lattice, n int) {
	size := n * s.table.Classes
	if cap(l.scores) < size {
		l.scores, l.back = make([]int32, size+size/2), make([]uint8, size+size/2)
	}
	l.scores, l.back = l.scores[:size], l.back[:size]
	clear(l.scores)
	if cap(l.path) < n {
		l.path = make([]uint8, n+n/2)
	}
	l.path = l.path[:n]
}

// Emit adds the features of token i to the lattice.
func (s *Sequence) Emit(l *Lattice, i int, features []uint64) {
	s.table.Add(l.scores[i*s.table.Classes:(i+1)*s.table.Classes], features)
}

// Scores returns the emission scores that the lattice holds, one row of classes
// for each token, valid until the next Begin.
func (l *Lattice) Scores() []int32 { return l.scores }

// Decode returns the best path of classes, one for each token (Viterbi 1967).
// It is valid until the next Begin.
func (s *Sequence) Decode(l *Lattice) []uint8 {
	classes, n := s.table.Classes, len(l.path)
	if n == 0 {
		return l.path
	}
	if cap(l.best) < 2*classes {
		l.best = make([]int32, 2*classes)
	}
	last, now := l.best[:classes], l.best[classes:2*classes]
	start := s.transitions[classes*classes:]
	for class := range last {
		last[class] = start[class] + l.scores[class]
	}
	for i := 1; i < n; i++ {
		s.step(last, now, l.scores[i*classes:(i+1)*classes], l.back[i*classes:(i+1)*classes])
		last, now = now, last
	}
	top := 0
	for class := range last {
		if last[class] > last[top] {
			top = class
		}
	}
	for i := n - 1; i >= 0; i-- {
		l.path[i] = uint8(top)
		if i > 0 {
			top = int(l.back[i*classes+top])
		}
	}
	return l.path
}

// step extends every path by one token. Scores are rebased to the best path's
// so that a sentence of any length stays in range.
func (s *Sequence) step(last, now, scores []int32, back []uint8) {
	classes := len(last)
	top := int32(math.MinInt32)
	for class := 0; class < classes; class++ {
		var best int32
		var from int
		if class != 0 && class%2 == 0 {
			from = class - 1
			best = last[from] + s.transitions[from*classes+class]
			if other := last[class] + s.transitions[class*classes+class]; other > best {
				best, from = other, class
			}
		} else {
			best = last[0] + s.transitions[class]
			for previous := 1; previous < classes; previous++ {
				if other := last[previous] + s.transitions[previous*classes+class]; other > best {
					best, from = other, previous
				}
			}
		}
		now[class], back[class] = best+scores[class], uint8(from)
		top = max(top, now[class])
	}
	for class := range now {
		now[class] = max(now[class]-top, impossible)
	}
}

// Confidence returns the probability of the decoded class of token i, given
// the decoded classes beside it.
func (s *Sequence) Confidence(l *Lattice, i int) float64 {
	classes := s.table.Classes
	previous := classes
	if i > 0 {
		previous = int(l.path[i-1])
	}
	var sum float64
	own := s.local(l, i, previous, int(l.path[i]))
	for class := 0; class < classes; class++ {
		sum += math.Exp(float64(s.local(l, i, previous, class)-own) * s.unit)
	}
	return 1 / sum
}

func (s *Sequence) local(l *Lattice, i, previous, class int) int32 {
	classes := s.table.Classes
	score := l.scores[i*classes+class] + s.transitions[previous*classes+class]
	if i+1 < len(l.path) {
		score += s.transitions[class*classes+int(l.path[i+1])]
	}
	return max(score, impossible)
}
