package model

import (
	"encoding/binary"
	"fmt"
)

// Rows holds the weights of a multi-class linear model over hashed features
// for the stages that decide something about every word: unlike in a Table,
// the weights of a feature are an aligned row, and the weights of eight
// classes are summed at a time, each in 16 bits of a machine word.
//
// A weight w is stored as the byte w+128, so that sums never borrow from the
// neighbouring class. Every feature adds the same 128 to every class, which
// leaves their order as it is.
type Rows struct {
	width int // classes, rounded up to a multiple of laneBlock
	count uint64
	bytes []byte
}

const (
	// laneBlock is how many classes one step of Sum takes.
	laneBlock = 16
	// MostFeatures is how many features Sum can take at once: more could
	// overflow 16 bits.
	MostFeatures = 65535 / 255
	// rowsMagic opens packed rows; the digit is the format's version.
	rowsMagic  = "purportR1"
	rowsHeader = len(rowsMagic) + 8
)

// RowWidth returns the number of weights in the row of a model of so many
// classes.
func RowWidth(classes int) int { return (classes + laneBlock - 1) / laneBlock * laneBlock }

// LoadRows reads packed rows. The weights are used where they lie in data,
// without copying; data must not change afterwards.
func LoadRows(data []byte) (*Rows, error) {
	if len(data) < rowsHeader || string(data[:len(rowsMagic)]) != rowsMagic {
		return nil, fmt.Errorf("model: not packed rows")
	}
	width := int(binary.LittleEndian.Uint32(data[len(rowsMagic):]))
	count := int(binary.LittleEndian.Uint32(data[len(rowsMagic)+4:]))
	if width <= 0 || width%laneBlock != 0 || count <= 0 || len(data)-rowsHeader != width*count {
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
// weights of at most MostFeatures features.
func (r *Rows) Sum(scores []int32, features []uint64) {
	if len(features) > MostFeatures {
		panic("model: more features than 16 bits can sum")
	}
	const even = 0x00FF00FF00FF00FF
	width := uint64(r.width)
	for block := 0; block < r.width; block += laneBlock {
		bytes := r.bytes[block:]
		var a, b, c, d uint64
		for _, feature := range features {
			at := rowOf(feature, r.count) * width
			row := bytes[at : at+laneBlock : at+laneBlock]
			x, y := binary.LittleEndian.Uint64(row), binary.LittleEndian.Uint64(row[8:])
			a += x & even
			b += x >> 8 & even
			c += y & even
			d += y >> 8 & even
		}
		out := scores[block : block+laneBlock : block+laneBlock]
		for lane := range 4 {
			shift := 16 * lane
			out[2*lane] = int32(a >> shift & 0xFFFF)
			out[2*lane+1] = int32(b >> shift & 0xFFFF)
			out[2*lane+8] = int32(c >> shift & 0xFFFF)
			out[2*lane+9] = int32(d >> shift & 0xFFFF)
		}
	}
}
