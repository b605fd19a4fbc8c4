package model

import _ "embed"

//go:embed data/score.bin
var scoreData []byte

// ScoreData returns the weights of a claim's score, for package claim. It
// must not be changed.
func ScoreData() []byte { return scoreData }
