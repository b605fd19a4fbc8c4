package model

import (
	"encoding/binary"
	"fmt"
)

// Triples holds the weights of a linear model of three classes over hashed
// features. Only differences count in a choice: a feature's row is two bytes,
// what it says for the second and for the third class against the first.
type Triples struct {
	bytes []byte
}

const (
	tripleSize = 2
	// triplesMagic opens packed triples; the digit is the format's version.
	triplesMagic = "purportD1"
)

// LoadTriples reads packed triples. The weights are used where they lie in
// data, without copying; data must not change afterwards.
func LoadTriples(data []byte) (*Triples, error) {
	header := len(triplesMagic)
	if len(data) < header+tripleSize || string(data[:header]) != triplesMagic || (len(data)-header)%tripleSize != 0 {
		return nil, fmt.Errorf("model: not packed triples")
	}
	return &Triples{data[header:]}, nil
}

// Pack returns the triples as bytes that LoadTriples reads.
func (t *Triples) Pack() []byte { return append([]byte(triplesMagic), t.bytes...) }

// Width returns the length that Sum's scores must have.
func (t *Triples) Width() int { return 3 }

// Sum sets the scores of the three classes; the first is zero.
func (t *Triples) Sum(scores []int32, features []uint64) {
	bytes, count := t.bytes, uint64(len(t.bytes)/tripleSize)
	var a, b uint64
	for _, feature := range features {
		at := rowOf(feature, count) * tripleSize
		row := uint64(binary.LittleEndian.Uint16(bytes[at : at+tripleSize : at+tripleSize]))
		a += row & 0xFF
		b += row >> 8
	}
	base := 128 * int32(len(features))
	scores[0], scores[1], scores[2] = 0, int32(a)-base, int32(b)-base
}
