package parse

import (
	"slices"
	"strings"

	"github.com/purport-nlp/purport/pipeline"
)

// longestDateline is how many words a dateline may have.
const longestDateline = 16

// datelineEnd returns where the sentence behind a dateline begins ("MOSCOW,
// May 3 (Reuters) — Russia said …"), or 0 where there is none. A dateline is
// capitals, or names that end in an abbreviation or a date, up to a dash that a
// capital follows.
func datelineEnd(tokens []pipeline.Token) int {
	for i := 1; i < min(longestDateline, len(tokens)-3); i++ {
		switch t := &tokens[i]; {
		case isDash(t.Form) && apart(tokens, i):
			if startsUpper(tokens[i+1].Form) && (isCapitals(tokens[0].Form) || strings.HasSuffix(tokens[i-1].Form, ".") || endsInDate(tokens[:i])) {
				return i + 1
			}
			return 0
		case t.UPOS != "PROPN" && t.UPOS != "NUM" && t.UPOS != "PUNCT" || isDash(t.Form):
			return 0
		}
	}
	return 0
}

// endsInDate reports words such as "Oslo, 12 June 2023".
func endsInDate(tokens []pipeline.Token) bool {
	n := len(tokens)
	return n > 3 && tokens[n-1].UPOS == "NUM" && tokens[n-2].UPOS == "PROPN" && slices.ContainsFunc(tokens, func(t pipeline.Token) bool { return t.Form == "," })
}

// apart reports a token with white space on either side.
func apart(tokens []pipeline.Token, i int) bool {
	return tokens[i-1].End < tokens[i].Start && tokens[i].End < tokens[i+1].Start
}

func isDash(form string) bool {
	return form == "-" || form == "--" || form == "–" || form == "—"
}

func startsUpper(form string) bool { return form != "" && form[0] >= 'A' && form[0] <= 'Z' }

// isCapitals reports a form of three capitals or more.
func isCapitals(form string) bool {
	for i := 0; i < len(form); i++ {
		if form[i] < 'A' || form[i] > 'Z' {
			return false
		}
	}
	return len(form) >= 3
}

// parseBehind parses a sentence and the dateline before it, which hangs on
// its root.
func (p *Parser) parseBehind(s *Scratch, tokens []pipeline.Token, dateline int) {
	p.Parse(s, tokens[:dateline])
	rest := tokens[dateline:]
	p.Parse(s, rest)
	root := 0
	for i := range rest {
		if rest[i].Head < 0 {
			root = dateline + i
		} else {
			rest[i].Head += dateline
		}
	}
	for i := range dateline {
		if tokens[i].Head < 0 {
			tokens[i].Head, tokens[i].Deprel = root, "parataxis"
		}
	}
}
