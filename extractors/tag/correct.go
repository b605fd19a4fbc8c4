package tag

import "github.com/purport-nlp/purport/pipeline"

// correct mends what the tagger gets wrong and the words around settle: marks
// that open or close a quotation, what "there" is, and the verb after "will".
func correct(tokens []pipeline.Token) {
	for i := range tokens {
		switch t := &tokens[i]; {
		case t.Form == `"` || t.Form == "“" || t.Form == "”":
			t.XPOS = markTag(tokens, i)
		case t.Form == "-" && i > 0 && i+1 < len(tokens) && tokens[i-1].Span.End < t.Span.Start && t.Span.End < tokens[i+1].Span.Start:
			t.XPOS = "," // a dash; HYPH is the hyphen in a word
		case t.XPOS == "VBZ" && afterThere(tokens, i):
			t.XPOS = "NNS" // "there were also reports"
		case t.XPOS == "NN" && afterModal(tokens, i):
			t.XPOS = "VB" // "will quite likely postpone"
		}
	}
}

// markTag tells an opening quotation mark from a closing one by the word that
// it is written on to, else by its shape, else as the tagger has it.
func markTag(tokens []pipeline.Token, i int) string {
	before := i > 0 && tokens[i-1].Span.End == tokens[i].Span.Start
	after := i+1 < len(tokens) && tokens[i].Span.End == tokens[i+1].Span.Start
	switch {
	case after && !before:
		return "``"
	case before && !after:
		return "''"
	case tokens[i].Form == "“":
		return "``"
	case tokens[i].Form == "”":
		return "''"
	}
	return tokens[i].XPOS
}

// afterThere reports whether only adverbs stand between the word at i and
// "there is", "there were".
func afterThere(tokens []pipeline.Token, i int) bool {
	for i--; i > 0 && tokens[i].XPOS == "RB"; i-- {
	}
	if i < 1 || !isBe(tokens[i].Form) {
		return false
	}
	for i--; i > 0 && (tokens[i].XPOS == "RB" || tokens[i].XPOS == "VBP" || tokens[i].XPOS == "VBZ" || tokens[i].XPOS == "VBD" || tokens[i].XPOS == "MD"); i-- {
	}
	return tokens[i].XPOS == "EX"
}

// isBe reports the forms of "be" that say that something is there.
func isBe(form string) bool {
	switch form {
	case "is", "are", "was", "were", "be", "been", "Is", "Are", "Was", "Were":
		return true
	}
	return false
}

// afterModal reports whether adverbs, and at least one, stand between the word
// at i and a modal verb, and what it governs behind it: "will quite likely
// postpone its".
func afterModal(tokens []pipeline.Token, i int) bool {
	if i+1 >= len(tokens) || !startsPhrase(tokens[i+1].XPOS) {
		return false
	}
	at := i - 1
	for at > 0 && (tokens[at].XPOS == "RB" || tokens[at].Form == "likely") {
		at--
	}
	return at > 0 && at < i-1 && tokens[at].XPOS == "MD"
}

// startsPhrase reports tags that begin what a verb governs.
func startsPhrase(tag string) bool {
	switch tag {
	case "DT", "PRP", "PRP$", "IN", "TO", "CD":
		return true
	}
	return false
}
