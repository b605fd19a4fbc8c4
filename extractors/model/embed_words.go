package model

import (
	_ "embed"
	"sync"
)

//go:embed data/words.bin
var wordsData []byte

var embeddedWords = sync.OnceValue(func() *Words {
	words, err := LoadWords(wordsData)
	if err != nil {
		panic(err) // the build embeds a broken file: no caller can mend that
	}
	return words
})

// EmbeddedWords returns the words that purport is built with. They are read
// once and shared.
func EmbeddedWords() *Words { return embeddedWords() }
