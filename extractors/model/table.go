package model

import (
	"encoding/binary"
	"fmt"
	"slices"
)

// Table holds the int8 weights of a multi-class linear model over hashed
// features. A feature's weights for all classes lie side by side, so scoring
// one feature reads one short run of memory.
//
// Rows may overlap: two features whose hashes fall near each other share some
// weights. Training goes through the same overlap and learns around it.
type Table struct {
	// Classes is the number of classes, the length of a row.
	Classes int
	weights []int8
	mask    uint64
}

// tableMagic opens a packed table; the digit is the format's version.
const tableMagic = "purportT1"

// NewTable returns a table over weights, whose length must be a power of two
// plus the number of classes.
func NewTable(classes int, weights []int8) (*Table, error) {
	size := len(weights) - classes
	if classes <= 0 || size <= 0 || size&(size-1) != 0 {
		return nil, fmt.Errorf("model: %d weights do not make a table of %d classes", len(weights), classes)
	}
	return &Table{Classes: classes, weights: weights, mask: uint64(size - 1)}, nil
}

// LoadTable reads a packed table. The weights are used where they lie in
// data, without copying; data must not change afterwards.
func LoadTable(data []byte) (*Table, error) {
	header := len(tableMagic) + 8
	if len(data) < header || string(data[:len(tableMagic)]) != tableMagic {
		return nil, fmt.Errorf("model: not a packed table")
	}
	classes := int(binary.LittleEndian.Uint32(data[len(tableMagic):]))
	size := int(binary.LittleEndian.Uint32(data[len(tableMagic)+4:]))
	if len(data) != header+size {
		return nil, fmt.Errorf("model: packed table has %d bytes, its header says %d", len(data), header+size)
	}
	return NewTable(classes, bytesAsInt8(data[header:]))
}

// Pack returns the table as bytes that LoadTable reads.
func (t *Table) Pack() []byte {
	out := append([]byte(tableMagic), make([]byte, 8)...)
	binary.LittleEndian.PutUint32(out[len(tableMagic):], uint32(t.Classes))
	binary.LittleEndian.PutUint32(out[len(tableMagic)+4:], uint32(len(t.weights)))
	for _, w := range t.weights {
		out = append(out, byte(w))
	}
	return out
}

// Row returns the weights of one feature, one for each class. It is a view,
// not a copy.
func (t *Table) Row(feature uint64) []int8 {
	at := feature & t.mask
	return t.weights[at : at+uint64(t.Classes) : at+uint64(t.Classes)]
}

// Add adds the weights of each feature to scores, which has one place for
// each class.
func (t *Table) Add(scores []int32, features []uint64) {
	scores = scores[:t.Classes]
	whole := t.Classes / lanes * lanes
	for part := range slices.Chunk(features, mostFeatures) {
		for class := 0; class < whole; class += lanes {
			t.addLanes(scores[class:class+lanes:class+lanes], part, class)
		}
	}
	if whole == t.Classes {
		return
	}
	for _, feature := range features {
		row := t.Row(feature)
		for class := whole; class < len(scores); class++ {
			scores[class] += int32(row[class])
		}
	}
}

// lanes is how many classes are summed at a time, each in 16 bits of a machine
// word. A weight w is taken as w+128, so that sums never borrow from their
// neighbour; what is too much is taken off in the end. The tagger is
// nearly four times as fast so as a class at a time.
const lanes = 8

// addLanes adds the weights of at most mostFeatures features for the classes
// from one on.
func (t *Table) addLanes(scores []int32, features []uint64, class int) {
	bytes := int8AsBytes(t.weights[class:])
	var even, odd uint64
	for _, feature := range features {
		at := feature & t.mask
		x := binary.LittleEndian.Uint64(bytes[at:at+lanes:at+lanes]) ^ middles
		even += x & evenBytes
		odd += x >> 8 & evenBytes
	}
	excess := int32(128 * len(features))
	for lane := range lanes / 2 {
		shift := 16 * lane
		scores[2*lane] += int32(even>>shift&0xFFFF) - excess
		scores[2*lane+1] += int32(odd>>shift&0xFFFF) - excess
	}
}

// middles adds 128 to each of eight bytes.
const middles = 0x8080808080808080
