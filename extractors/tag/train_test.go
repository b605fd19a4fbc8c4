package tag

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/purport-nlp/purport/pipeline"
)

// tagged reads sentences, one a line, of words written form/tag.
func tagged(text string) (sentences [][]pipeline.Token) {
	for line := range strings.Lines(text) {
		var tokens []pipeline.Token
		for field := range strings.FieldsSeq(line) {
			form, tag, _ := strings.Cut(field, "/")
			tokens = append(tokens, pipeline.Token{Form: form, XPOS: tag})
		}
		sentences = append(sentences, tokens)
	}
	return sentences
}

const treebank = `the/DT dog/NN barks/VBZ
the/DT dogs/NNS bark/VBP
she/PRP barks/VBZ
his/PRP$ barks/NNS were/VBD loud/JJ`

func TestTrain(t *testing.T) {
	options := Options{Seed: 1, Epochs: 10, Bits: 12, Clip: 8}
	gold := slices.Repeat(tagged(treebank), 20)
	tagger := Train(gold, options)
	if again := Train(gold, options); !bytes.Equal(tagger.Pack(), again.Pack()) {
		t.Error("two runs with the same seed differ")
	}
	loaded, err := Load(tagger.Pack(), nil)
	if err != nil {
		t.Fatal(err)
	}
	var scratch Scratch
	for _, want := range gold[:4] {
		got := slices.Clone(want)
		loaded.Tag(&scratch, got)
		if !slices.Equal(got, want) {
			t.Errorf("%v is tagged %v", want, got)
		}
	}
}
