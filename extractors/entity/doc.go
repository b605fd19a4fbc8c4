// Package entity finds the names of people, places, organisations and
// nationalities.
//
// A linear-chain conditional random field over hashed features labels the
// tokens in the tradition of Ratinov and Roth (2009): words, shapes, affixes,
// word classes, gazetteers, and what the rest of the document says about the
// same word. Then rules cut the spans as readers expect them: titles and
// possessives outside, names joined over a line break.
//
// Start with Stage (stage.go), then Extractor (features.go), which training
// and tagging share, then finish.go.
package entity
