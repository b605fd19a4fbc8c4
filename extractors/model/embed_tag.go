package model

import _ "embed"

//go:embed data/tag.bin
var tagData []byte

// TagData returns the packed tagger of package tag. It must not be changed.
func TagData() []byte { return tagData }
