package tag

import (
	"strings"
	"testing"

	"github.com/purport-nlp/purport/pipeline"
)

// TestCorrect holds each mending: words with the tagger's tag, and the tag of
// the word that is looked at. Words are written on to the next where "_" ends
// them.
func TestCorrect(t *testing.T) {
	for _, c := range []struct {
		text string
		at   int
		want string
	}{
		{"There/EX were/VBD also/RB reports/VBZ of/IN raids/NNS", 3, "NNS"},
		{"There/EX have/VBP been/VBN reports/VBZ of/IN raids/NNS", 3, "NNS"},
		{"She/PRP was/VBD there/RB reports/VBZ say/VBP", 3, "VBZ"},
		{"They/PRP will/MD quite/RB likely/JJ postpone/NN the/DT vote/NN", 4, "VB"},
		{"They/PRP will/MD power/NN the/DT vote/NN", 2, "NN"},
		{"was/VBD \"_/'' bad_/JJ ,_/, \"/`` though/IN", 1, "``"},
		{"was/VBD \"_/'' bad_/JJ ,_/, \"/`` though/IN", 4, "''"},
		{"was/VBD ”_/'' bad/JJ", 1, "``"},
	} {
		var tokens []pipeline.Token
		at := 0
		for _, field := range strings.Fields(c.text) {
			form, tag, _ := strings.Cut(field, "/")
			word := strings.TrimSuffix(form, "_")
			tokens = append(tokens, pipeline.Token{Span: pipeline.Span{Start: at, End: at + len(word)}, Form: word, XPOS: tag})
			at += len(word)
			if word == form {
				at++
			}
		}
		correct(tokens)
		if got := tokens[c.at].XPOS; got != c.want {
			t.Errorf("%s: word %d is %s, want %s", c.text, c.at, got, c.want)
		}
	}
}
