package model

import _ "embed"

//go:embed data/hedge.bin
var hedgeData []byte

// HedgeData returns the packed model of uncertain words that package claim
// reads. It must not be changed.
func HedgeData() []byte { return hedgeData }
