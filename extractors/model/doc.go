// Package model holds the linear models behind the learned stages: feature
// hashing, int8 weight tables that are used straight from the embedded bytes,
// the averaged perceptron that trains them, and the sequence search.
//
// A model never stores a word of its corpus: features are hashed, and only
// weights are kept. Start with Hash and Mix (hash.go), then Table (table.go),
// then Trainer (train.go).
package model
