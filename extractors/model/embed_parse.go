package model

import _ "embed"

//go:embed data/parse.bin
var parseData []byte

// ParseData returns the packed parser of package parse. It must not be
// changed.
func ParseData() []byte { return parseData }
