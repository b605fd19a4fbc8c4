package tag

import "encoding/binary"

// dictionary knows the tags that frequent words had in training, in treebanks
// and in plain text: an open-addressed table of hashed forms, used where it
// lies in the model.
//
// A slot is 4 bytes: 24 bits of the form's hash and the number of its
// ambiguity class plus one. An ambiguity class is a set of tags.
type dictionary struct {
	slots []byte
	mask  uint64
}

const slotSize = 4

// find returns the number of the ambiguity class of a form, from 1, or 0.
func (d *dictionary) find(fold uint64) int {
	for slot := fold & d.mask; ; slot = (slot + 1) & d.mask {
		value := binary.LittleEndian.Uint32(d.slots[slot*slotSize:])
		if value == 0 {
			return 0
		}
		if value>>8 == uint32(fold>>40) {
			return int(value & 255)
		}
	}
}

// newDictionary packs forms, given in a fixed order, and their classes.
func newDictionary(folds []uint64, classes []int) *dictionary {
	size := uint64(64)
	for size < uint64(len(folds))*3/2 {
		size *= 2
	}
	d := &dictionary{make([]byte, size*slotSize), size - 1}
	for i, fold := range folds {
		if d.find(fold) != 0 {
			continue
		}
		slot := fold & d.mask
		for binary.LittleEndian.Uint32(d.slots[slot*slotSize:]) != 0 {
			slot = (slot + 1) & d.mask
		}
		binary.LittleEndian.PutUint32(d.slots[slot*slotSize:], uint32(fold>>40)<<8|uint32(classes[i]))
	}
	return d
}
