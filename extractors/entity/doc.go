// Package entity finds the names of people, places, organisations and
// nationalities.
//
// A linear-chain conditional random field over hashed features labels the
// tokens in the tradition of Ratinov and Roth (2009): words, shapes, affixes,
// word classes, gazetteers, and what the rest of the document says about the
// same word. A second pass labels again with the document's first labels in
// view. Then rules cut the spans as readers expect them, titles and possessives
// outside, and let the document's clear cases settle its doubtful ones.
//
// Start with Stage (stage.go). What the model sees is in word.go, features.go,
// templates.go and second.go, which training shares; what happens to its spans
// is told, in order, by finish.go; places.go adds what the gazetteer knows.
package entity
