package model

import (
	"encoding/binary"
	"strings"
)

// Parts are the parts of a packed model, read one after another; each lies
// behind its length. Nothing is copied.
type Parts struct{ rest []byte }

// OpenParts returns the parts of data, or false where magic does not open it.
func OpenParts(data []byte, magic string) (*Parts, bool) {
	if !strings.HasPrefix(string(data[:min(len(magic), len(data))]), magic) {
		return nil, false
	}
	return &Parts{data[len(magic):]}, true
}

// Next returns the next part, or nil where none is whole.
func (p *Parts) Next() []byte {
	if len(p.rest) < 4 {
		return nil
	}
	n := int(binary.LittleEndian.Uint32(p.rest))
	if n > len(p.rest)-4 {
		return nil
	}
	part := p.rest[4 : 4+n : 4+n]
	p.rest = p.rest[4+n:]
	return part
}

// AppendPart appends a part as Next reads it.
func AppendPart(out, part []byte) []byte {
	out = binary.LittleEndian.AppendUint32(out, uint32(len(part)))
	return append(out, part...)
}
