package model

import (
	"encoding/binary"
	"fmt"
	"math/bits"
)

// A WordClass is the place of a class in the tree: the first step from the
// root in the highest bit of Path, and the number of steps.
type WordClass struct {
	Path uint32
	Bits uint8
}

// A WordEntry is a form and what is known of it; Path and Bits of the Word are
// not used, as they belong to its class.
type WordEntry struct {
	Form string
	Word
}

// PackWords returns words as bytes that LoadWords reads. Where two forms have
// the same hash the earlier one is kept, so entries should come in descending
// order of frequency. The table is filled to four fifths at most.
func PackWords(classes []WordClass, entries []WordEntry) ([]byte, error) {
	size := bits.Len(uint(len(entries) + len(entries)/4))
	out := append([]byte(wordsMagic), 0)
	out = binary.LittleEndian.AppendUint16(out, uint16(len(classes)))
	out = binary.LittleEndian.AppendUint32(out, uint32(size))
	for _, class := range classes {
		out = append(binary.LittleEndian.AppendUint32(out, class.Path), class.Bits)
	}
	slots := make([]byte, slotSize<<size)
	mask := uint64(1)<<size - 1
	for _, entry := range entries {
		if int(entry.Class) >= len(classes) || entry.Frequency < 1 || entry.Frequency > 31 || entry.Initial > 7 {
			return nil, fmt.Errorf("model: %q: %+v cannot be packed", entry.Form, entry.Word)
		}
		hash, _, _ := hashForm(entry.Form)
		place(slots, mask, hash, entry.Word)
	}
	return append(out, slots...), nil
}

// place puts a word in the first free slot for its hash, or nowhere if the
// hash is there already.
func place(slots []byte, mask, hash uint64, word Word) {
	for slot := hash & mask; ; slot = (slot + 1) & mask {
		record := slots[slot*slotSize:][:slotSize]
		switch {
		case record[7] == 0:
			binary.LittleEndian.PutUint32(record, uint32(hash>>32))
			binary.LittleEndian.PutUint16(record[4:], word.Class)
			record[6] = byte(word.Capital)
			record[7] = word.Initial<<5 | word.Frequency
			return
		case binary.LittleEndian.Uint32(record) == uint32(hash>>32):
			return
		}
	}
}
