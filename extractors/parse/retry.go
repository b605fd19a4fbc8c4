package parse

import (
	"strings"

	"github.com/purport-nlp/purport/extractors/lexicon"
	"github.com/purport-nlp/purport/pipeline"
)

// A sentence with a full stop has a finite verb. Where the tagger took that
// verb for a participle, a plural or an adjective, the tree has none at its
// root, and the sentence would say nothing: it is parsed again with one word
// after the other taken for the verb that it may be, until one heads the tree
// and has a subject.

// mostRetried is the length up to which sentences are parsed again, and
// mostTries how often.
const (
	mostRetried = 60
	mostTries   = 4
)

// sentence parses one sentence.
func (p *Parser) sentence(s *Scratch, tokens []pipeline.Token) {
	p.Parse(s, tokens)
	if len(tokens) <= mostRetried && lacksVerb(tokens) {
		p.retry(s, tokens)
	}
}

// lacksVerb reports a sentence that ends with a full stop, and whose tree has
// no finite verb with a subject at its root. Commands are none.
func lacksVerb(tokens []pipeline.Token) bool {
	if len(tokens) < 5 || !stops(tokens) {
		return false
	}
	for i := range tokens {
		if tokens[i].Head < 0 {
			return tokens[i].XPOS != "VB" && !(finite(tokens, i) && hasSubject(tokens, i))
		}
	}
	return false
}

// stops reports whether a sentence ends with a full stop, before closing
// quotation marks and brackets.
func stops(tokens []pipeline.Token) bool {
	for i := len(tokens) - 1; i >= 0 && tokens[i].UPOS == "PUNCT"; i-- {
		if tokens[i].Form == "." {
			return true
		}
	}
	return false
}

// retry parses a sentence again with other tags, and leaves it as it was where
// none gives it a verb.
func (p *Parser) retry(s *Scratch, tokens []pipeline.Token) {
	s.before = append(s.before[:0], tokens...)
	if i := verbRoot(tokens); i >= 0 {
		retag(&tokens[i], plainTag(&tokens[i]))
		p.Parse(s, tokens)
		if tokens[i].Head < 0 && hasSubject(tokens, i) {
			return
		}
		copy(tokens, s.before)
	}
	tries := 0
	for _, likely := range [2]bool{true, false} {
		for i := range tokens {
			tag := verbTag(tokens, i)
			if tag == "" || takesObject(tokens, i) != likely {
				continue
			}
			if tries++; tries > mostTries {
				return
			}
			retag(&tokens[i], tag)
			p.Parse(s, tokens)
			if tokens[i].Head < 0 && hasSubject(tokens, i) {
				return
			}
			copy(tokens, s.before)
		}
	}
}

// verbRoot returns the root of a tree that has a subject and no copula though
// it is tagged as a noun: it is a verb, or -1.
func verbRoot(tokens []pipeline.Token) int {
	for i := range tokens {
		if tokens[i].Head < 0 {
			noun := tokens[i].XPOS == "NN" || tokens[i].XPOS == "NNS"
			if s := child(tokens, i, "nsubj"); noun && s >= 0 && s < i && child(tokens, i, "cop", "aux", "det", "case") < 0 {
				return i
			}
			return -1
		}
	}
	return -1
}

// plainTag returns the tag that a finite verb of this form has.
func plainTag(t *pipeline.Token) string {
	switch {
	case t.XPOS == "NNS":
		return "VBZ"
	case lexicon.Lemma(t.Form, "VBD") != strings.ToLower(t.Form):
		return "VBD"
	}
	return "VBP"
}

// verbTag returns the tag of a finite verb that the word at i may be instead
// of what the tagger took it for, or "".
func verbTag(tokens []pipeline.Token, i int) string {
	t := &tokens[i]
	if i == 0 || startsUpper(t.Form) || i+1 >= len(tokens) || tokens[i+1].Lemma == "by" || tokens[i-1].UPOS == "AUX" || tokens[i-1].UPOS == "DET" || tokens[i-1].XPOS == "PRP$" {
		return ""
	}
	switch t.XPOS {
	case "VBN":
		if child(tokens, i, "aux", "cop") < 0 && tokens[i-1].Form != "," {
			return "VBD"
		}
	case "JJ":
		if strings.HasSuffix(t.Form, "ed") {
			return "VBD"
		}
	case "NNS":
		if strings.HasSuffix(t.Form, "s") && !strings.HasSuffix(t.Form, "ss") {
			return "VBZ"
		}
	}
	return ""
}

// takesObject reports whether a noun phrase begins behind the word at i.
func takesObject(tokens []pipeline.Token, i int) bool {
	switch tokens[i+1].UPOS {
	case "DET", "NOUN", "PROPN", "NUM", "ADJ", "PRON":
		return true
	}
	return false
}

// retag gives a token another tag, and what follows from it.
func retag(t *pipeline.Token, tag string) {
	t.XPOS = tag
	t.Lemma = lexicon.Lemma(t.Form, tag)
	t.UPOS = lexicon.Universal(t.Form, t.Lemma, tag)
}
