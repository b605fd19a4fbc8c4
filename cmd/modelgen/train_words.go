package main

import (
	"fmt"
	"math/bits"
	"os"
	"path/filepath"

	"github.com/purport-nlp/purport/extractors/model"
)

// wordSettings are the hyperparameters of the word classes.
type wordSettings struct {
	// MinCount is how often a form must stand in the text to be kept.
	MinCount int
	// Classes is the number of classes; Rounds how often the exchange goes
	// through all words after the first placing.
	Classes, Rounds int
}

var wordDefaults = wordSettings{MinCount: 4, Classes: 1000, Rounds: 3}

// trainWords makes words.bin: classes by exchange, their tree by merging, and
// the statistics of case and frequency, all from plain text.
func trainWords(data, models string) error {
	return trainWordsWith(data, models, wordDefaults)
}

func trainWordsWith(data, models string, settings wordSettings) error {
	text, inputs, err := readWordText(data)
	if err != nil {
		return err
	}
	vocabulary := newVocabulary(text, settings.MinCount)
	fmt.Fprintf(os.Stderr, "words: %d tokens, %d kinds, %d kept\n", len(text.tokens), len(text.forms), len(vocabulary.forms))
	bigrams := newBigrams(vocabulary.fold(text))
	exchange := newExchange(bigrams, len(vocabulary.forms), settings.Classes)
	for round := 0; round <= settings.Rounds; round++ {
		moved := exchange.round()
		fmt.Fprintf(os.Stderr, "words: round %d moved %d words, perplexity %.2f\n", round, moved, exchange.perplexity())
	}
	packed, err := model.PackWords(mergeClasses(exchange), vocabulary.entries(text, exchange.class))
	if err != nil {
		return err
	}
	card := modelCard{
		What:     "word classes in a binary tree, with case and frequency, found by hashes of the forms",
		Method:   "two-sided exchange over class bigrams (Kneser and Ney 1993; Martin, Liermann and Ney 1998), tree by merging at the least loss of mutual information (Brown and others 1992)",
		Data:     inputs,
		Settings: map[string]any{"min-count": settings.MinCount, "classes": settings.Classes, "rounds": settings.Rounds},
		Scores:   map[string]float64{"class-bigram-perplexity": exchange.perplexity(), "forms": float64(len(vocabulary.forms))},
	}
	if err := os.MkdirAll(filepath.Clean(models), 0o755); err != nil {
		return err
	}
	return writeModel(models, "words", packed, card)
}

// entries are the words as they are packed, most frequent first.
func (v *vocabulary) entries(text *wordText, class []uint16) []model.WordEntry {
	capitals := text.capitals()
	entries := make([]model.WordEntry, len(v.forms))
	for i, form := range v.forms {
		word := text.ids[form]
		entries[i] = model.WordEntry{Form: form, Word: model.Word{
			Class:     class[i],
			Capital:   capitals[foldCase(form)],
			Frequency: uint8(bits.Len(uint(v.counts[i]))),
			Initial:   initialLevel(text.initial[word], v.counts[i]),
		}}
	}
	return entries
}

// initialLevel puts a share on the scale of octaves that model.Word.Initial
// describes.
func initialLevel(part, all int) uint8 {
	level := uint8(7)
	for share := 2; level > 0 && share*part <= all; share *= 2 {
		level--
	}
	return level
}
