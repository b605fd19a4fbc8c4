package tag

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/purport-nlp/purport/extractors/model"
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
	options := Options{Seed: 1, Epochs: 10, Bits: 12, Clip: 8, Models: 2, Margin: 2}
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

// The dictionary knows the tags that a word has in plain text beside those
// that it has in the treebank.
func TestPlainTags(t *testing.T) {
	plain := slices.Repeat(tagged("she/PRP judges/VBZ\nhe/PRP reads/VBZ"), leastPlain)
	gold := slices.Repeat(tagged("two/CD judges/NNS"), leastCount)
	gold = append(gold, tagged("she/PRP barks/VBZ\nhe/PRP")...)
	tagger := Train(gold, Options{Seed: 1, Epochs: 1, Bits: 12, Clip: 8, Plain: plain})
	for form, want := range map[string]string{"judges": "NNS VBZ", "reads": "VBZ", "two": "CD", "barks": ""} {
		var names []string
		for i, name := range tagger.tags {
			if tagger.classes[tagger.dictionary.find(model.Fold(form))]>>i&1 == 1 {
				names = append(names, name)
			}
		}
		if got := strings.Join(names, " "); got != want {
			t.Errorf("%s: tags %q, not %q", form, got, want)
		}
	}
}
