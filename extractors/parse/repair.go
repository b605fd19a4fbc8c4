package parse

import (
	"slices"

	"github.com/purport-nlp/purport/pipeline"
)

// repair mends what greedy passes get wrong and grammar rules out, where it
// is plain what was meant. It keeps the tree a tree.
func repair(tokens []pipeline.Token) {
	for i := range tokens {
		switch {
		case tokens[i].Deprel == "acl" && finite(tokens, i):
			raise(tokens, i)
		case !clausal(tokens[i].Deprel) && hasSubject(tokens, i) && marked(tokens, i):
			relabel(tokens, i)
		}
	}
}

// raise turns "driver had" with the verb under the noun, as no grammar has
// it, into a verb with the noun as its subject.
func raise(tokens []pipeline.Token, verb int) {
	noun := tokens[verb].Head
	if noun > verb || hasSubject(tokens, verb) || child(tokens, verb, "mark") >= 0 {
		return
	}
	head := tokens[noun].Head
	switch {
	case head < 0:
		tokens[verb].Head, tokens[verb].Deprel = -1, "root"
	case tokens[noun].Deprel == "obj" || tokens[noun].Deprel == "iobj" || tokens[noun].Deprel == "ccomp" || tokens[noun].Deprel == "xcomp":
		if tokens[head].UPOS != "VERB" || head > noun {
			return
		}
		tokens[verb].Head, tokens[verb].Deprel = head, "ccomp"
	case slices.Contains(clauses, tokens[noun].Deprel) && child(tokens, noun, "cop") < 0:
		tokens[verb].Head, tokens[verb].Deprel = head, tokens[noun].Deprel
	default:
		return
	}
	tokens[noun].Head, tokens[noun].Deprel = verb, "nsubj"
	if child(tokens, verb, "aux:pass") >= 0 {
		tokens[noun].Deprel = "nsubj:pass"
	}
	for i := range tokens {
		if tokens[i].Head == noun && (i > verb || tokens[i].Deprel == "mark" || tokens[i].Deprel == "cc" || tokens[i].Deprel == "advcl" || tokens[i].Deprel == "discourse") {
			tokens[i].Head = verb
		}
	}
}

// clauses are the relations that a clause may have, without their subtypes.
var clauses = []string{"root", "ccomp", "xcomp", "csubj", "advcl", "acl", "conj", "parataxis", "appos", "dep", "list", "reparandum", "orphan", "dislocated"}

func clausal(relation string) bool {
	return pipeline.IsRelation(relation, clauses...)
}

// relabel gives a clause under "that" a clause's relation.
func relabel(tokens []pipeline.Token, i int) {
	head := tokens[i].Head
	if head < 0 {
		return
	}
	mark := tokens[child(tokens, i, "mark")].Lemma
	switch {
	case mark != "that" && mark != "whether":
		tokens[i].Deprel = "advcl"
	case tokens[head].UPOS == "NOUN" || tokens[head].UPOS == "PROPN":
		tokens[i].Deprel = "acl"
	default:
		tokens[i].Deprel = "ccomp"
	}
}

func marked(tokens []pipeline.Token, i int) bool {
	m := child(tokens, i, "mark")
	return m >= 0 && m < i && tokens[m].Lemma != "to"
}

func hasSubject(tokens []pipeline.Token, i int) bool {
	return child(tokens, i, "nsubj", "csubj", "expl") >= 0
}

// finite reports whether the verb at i is finite by its own tag or that of an
// auxiliary.
func finite(tokens []pipeline.Token, i int) bool {
	if finiteTag(tokens[i].XPOS) {
		return true
	}
	for j := range tokens {
		if tokens[j].Head == i && pipeline.IsRelation(tokens[j].Deprel, "aux", "cop") && finiteTag(tokens[j].XPOS) {
			return true
		}
	}
	return false
}

func finiteTag(tag string) bool { return tag == "VBD" || tag == "VBZ" || tag == "VBP" || tag == "MD" }

// child returns the first child of i with one of the relations, or -1.
func child(tokens []pipeline.Token, i int, relations ...string) int {
	for j := range tokens {
		if tokens[j].Head == i && pipeline.IsRelation(tokens[j].Deprel, relations...) {
			return j
		}
	}
	return -1
}
