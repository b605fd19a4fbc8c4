package entity

import (
	"strings"

	"github.com/purport-nlp/purport/pipeline"
)

// The annotation guidelines that the model can follow: its corpora differ in
// what they count as a name and where it ends. Documents follow that of the
// newswire corpus; those written as people write to each other, in mails,
// reviews and forums, that of the web corpus.
const (
	NewswireStyle = 1
	WebStyle      = 2
)

// informalShare is the share of personal words, in percent of all tokens
// outside quotation marks, from which a document counts as web writing. In the
// newswire corpus 1 document in 100 has as many, in the web corpus 4 in 5.
const informalShare = 4

// Style returns the guideline to follow for the document that was prepared
// last.
func (s *Sheet) Style() int {
	if s.informal >= 2 && 100*s.informal >= informalShare*s.plain {
		return WebStyle
	}
	return NewswireStyle
}

// measureStyle counts the personal words outside quotation marks.
func (s *Sheet) measureStyle(doc *pipeline.Document) {
	s.informal, s.plain = 0, 0
	quoted := false
	for i := range doc.Tokens {
		form := doc.Tokens[i].Form
		switch form {
		case "\"":
			quoted = !quoted
			continue
		case "“", "``":
			quoted = true
		case "”", "''":
			quoted = false
		}
		if quoted {
			continue
		}
		s.plain++
		if personal(form) {
			s.informal++
		}
	}
}

// personal reports whether a word is one that people address each other with.
func personal(form string) bool {
	if len(form) > 6 {
		return false
	}
	if len(form) > 1 && form[0] >= 'A' && form[0] <= 'Z' {
		form = strings.ToLower(form)
	}
	switch form {
	case "I", "i", "me", "my", "mine", "you", "your", "yours", "u", "ur", "im", "'m", "’m", "'ve", "’ve", "'ll", "’ll", "'d", "n't", "n’t", "!",
		"thanks", "thank", "hi", "hey", "lol", "ok", "okay", "please":
		return true
	}
	return false
}
