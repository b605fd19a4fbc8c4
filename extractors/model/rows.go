package model

import (
	"encoding/binary"
	"fmt"
)

// Rows holds the weights of a multi-class linear model over hashed features
// for the stages that decide something about every word. Several classes are
// summed at a time, each in 16 bits of a machine word.
//
// A weight w is stored as the byte w+128, so that sums never borrow from the
// neighbouring class. Every feature adds the same 128 to every class, which
// leaves their order as it is.
//
// Rows begin at multiples of rowUnit and may overlap, as those of a Table do:
// a feature says something about few classes, and the places of the others are
// room for its neighbours.
type Rows struct {
	width int // classes, rounded up by RowWidth
	count uint64
	bytes []byte
}

const (
	// rowBlock is how many classes one step of the sum takes, rowUnit how far
	// one row begins from the next.
	rowBlock = 16
	rowUnit  = 4
	// mostFeatures is how many features 16 bits can sum.
	mostFeatures = 65535 / 255
	// rowsMagic opens packed rows; the digit is the format's version.
	rowsMagic  = "purportR2"
	rowsHeader = len(rowsMagic) + 8
	// evenBytes picks the bytes at even places of a machine word.
	evenBytes = 0x00FF00FF00FF00FF
)

// RowWidth returns the number of weights in the row of a model of so many
// classes.
func RowWidth(classes int) int { return (classes + rowBlock - 1) / rowBlock * rowBlock }

// rowsSize is the number of weights of count rows, which overlap.
func rowsSize(width, count int) int { return rowUnit*(count-1) + width }

// LoadRows reads packed rows. The weights are used where they lie in data,
// without copying; data must not change afterwards.
func LoadRows(data []byte) (*Rows, error) {
	if len(data) < rowsHeader || string(data[:len(rowsMagic)]) != rowsMagic {
		return nil, fmt.Errorf("model: not packed rows")
	}
	width := int(binary.LittleEndian.Uint32(data[len(rowsMagic):]))
	count := int(binary.LittleEndian.Uint32(data[len(rowsMagic)+4:]))
	if width <= 0 || width%rowBlock != 0 || count <= 0 || len(data)-rowsHeader != rowsSize(width, count) {
		return nil, fmt.Errorf("model: packed rows have %d bytes, their header says %d rows of %d", len(data), count, width)
	}
	return &Rows{width, uint64(count), data[rowsHeader:]}, nil
}

// Pack returns the rows as bytes that LoadRows reads.
func (r *Rows) Pack() []byte {
	out := []byte(rowsMagic)
	out = binary.LittleEndian.AppendUint32(out, uint32(r.width))
	out = binary.LittleEndian.AppendUint32(out, uint32(r.count))
	return append(out, r.bytes...)
}

// Width returns the length that Sum's scores must have.
func (r *Rows) Width() int { return r.width }

// rowOf maps a hash to one of count rows by its high bits.
func rowOf(feature, count uint64) uint64 { return (feature >> 32) * count >> 32 }

// Sum sets scores, one place for each class of the row, to the sums of the
// weights of the features, all higher by the same number.
func (r *Rows) Sum(scores []int32, features []uint64) {
	clear(scores[:r.width])
	for len(features) > 0 {
		part := features[:min(len(features), mostFeatures)]
		features = features[len(part):]
		for block := 0; block < r.width; block += rowBlock {
			r.add(scores[block:block+rowBlock:block+rowBlock], part, block)
		}
	}
}

// add adds one block of the rows of at most mostFeatures features.
func (r *Rows) add(scores []int32, features []uint64, block int) {
	bytes := r.bytes[block:]
	var a, b, c, d uint64
	for _, feature := range features {
		at := rowOf(feature, r.count) * rowUnit
		row := bytes[at : at+rowBlock : at+rowBlock]
		x, y := binary.LittleEndian.Uint64(row), binary.LittleEndian.Uint64(row[8:])
		a += x & evenBytes
		b += x >> 8 & evenBytes
		c += y & evenBytes
		d += y >> 8 & evenBytes
	}
	for lane := range 4 {
		shift := 16 * lane
		scores[2*lane] += int32(a >> shift & 0xFFFF)
		scores[2*lane+1] += int32(b >> shift & 0xFFFF)
		scores[2*lane+8] += int32(c >> shift & 0xFFFF)
		scores[2*lane+9] += int32(d >> shift & 0xFFFF)
	}
}
