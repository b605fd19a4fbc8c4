package model

import _ "embed"

//go:embed data/factuality.bin
var factualityData []byte

// FactualityData returns the packed table of graded predicates that package
// claim reads. It must not be changed.
func FactualityData() []byte { return factualityData }
