package model

import (
	_ "embed"
	"sync"
)

//go:embed data/entity.bin
var entityData []byte

//go:embed data/coref.bin
var corefData []byte

var (
	embeddedEntity = sync.OnceValues(func() (*Sequence, error) { return LoadSequence(entityData) })
	embeddedCoref  = sync.OnceValues(func() (*Table, error) { return LoadTable(corefData) })
)

// EntitySequence returns the model of names that purport is built with. It is
// read once and shared.
func EntitySequence() (*Sequence, error) { return embeddedEntity() }

// CorefTable returns the weights of the ranker of pronouns' antecedents that
// purport is built with. They are read once and shared.
func CorefTable() (*Table, error) { return embeddedCoref() }
