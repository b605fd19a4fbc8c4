package parse

import (
	"strings"
	"testing"

	"github.com/purport-nlp/purport/pipeline"
)

func TestDatelineEnd(t *testing.T) {
	for _, c := range []struct {
		text string // form/UPOS; a word behind "+" stands without a space
		want int
	}{
		{"MOSCOW/PROPN (/PUNCT +AP/PROPN +)/PUNCT —/PUNCT Russia/PROPN said/VERB it/PRON left/VERB", 5},
		{"Geneva/PROPN +,/PUNCT Switz./PROPN -/PUNCT The/DET council/NOUN met/VERB ./PUNCT", 4},
		{"NEW/PROPN YORK/PROPN +,/PUNCT May/PROPN 3/NUM --/PUNCT Shares/NOUN fell/VERB again/ADV ./PUNCT", 6},
		{"Oslo/PROPN +,/PUNCT 12/NUM June/PROPN 2023/NUM —/PUNCT The/DET city/NOUN grew/VERB ./PUNCT", 6},
		{"Oslo/PROPN -/PUNCT The/DET capital/NOUN grew/VERB ./PUNCT", 0},
		{"MOSCOW/PROPN —/PUNCT not/PART Kyiv/PROPN —/PUNCT won/VERB", 0},
		{"The/DET council/NOUN —/PUNCT Members/NOUN say/VERB so/ADV ./PUNCT", 0},
		{"NATO/PROPN +-/PUNCT +Russia/PROPN talks/NOUN failed/VERB again/ADV ./PUNCT", 0},
		{"KYIV/PROPN —/PUNCT It/PRON fell/VERB", 0},
	} {
		var tokens []pipeline.Token
		at := 0
		for field := range strings.FieldsSeq(c.text) {
			form, upos, _ := strings.Cut(field, "/")
			form, glued := strings.CutPrefix(form, "+")
			if !glued {
				at++
			}
			tokens = append(tokens, pipeline.Token{Span: pipeline.Span{Start: at, End: at + len(form)}, Form: form, UPOS: upos})
			at += len(form)
		}
		if got := datelineEnd(tokens); got != c.want {
			t.Errorf("%s: the dateline ends at %d, not %d", c.text, got, c.want)
		}
	}
}
