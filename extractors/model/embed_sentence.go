package model

import _ "embed"

//go:embed data/sentence.bin
var sentenceData []byte

// SentenceData returns the classifier of doubtful sentence ends, a packed
// table of two classes: goes on, ends.
func SentenceData() []byte { return sentenceData }
