package model

import (
	_ "embed"
	"sync"
)

//go:embed data/entity.bin
var entityData []byte

// EntitySequence returns the model of names that purport is built with. It is
// read once and shared.
var EntitySequence = sync.OnceValues(func() (*Sequence, error) { return LoadSequence(entityData) })

//go:embed data/coref.bin
var corefData []byte

// CorefTable returns the weights of the ranker of pronouns' antecedents. They
// are read once and shared.
var CorefTable = sync.OnceValues(func() (*Table, error) { return LoadTable(corefData) })
