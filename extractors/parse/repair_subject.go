package parse

import (
	"slices"

	"github.com/purport-nlp/purport/extractors/lexicon"
	"github.com/purport-nlp/purport/pipeline"
)

// Subjects that the parser took for something else.

// namesMonth returns the month or weekday before the noun at i in one phrase
// with it, where the verb above lacks a subject: "In August [parliament]
// passed a law"; or -1.
func namesMonth(tokens []pipeline.Token, i int) int {
	verb := tokens[i].Head
	if s := child(tokens, verb, "nsubj", "csubj", "expl"); tokens[verb].UPOS != "VERB" || !finite(tokens, verb) || s >= 0 && s != i {
		return -1
	}
	preposition := child(tokens, i, "case")
	if preposition < 0 || preposition+2 > i || tokens[preposition].UPOS != "ADP" || !lexicon.IsDayOrMonth(tokens[preposition+1].Form) {
		return -1
	}
	if at := preposition + 1; tokens[at].Head == i && pipeline.IsRelation(tokens[at].Deprel, "compound", "nmod") {
		return at
	}
	return -1
}

// behindMonth makes the noun at i the subject of its verb, and the month
// before it an adjunct of its own.
func behindMonth(tokens []pipeline.Token, i int) {
	month, preposition, verb := namesMonth(tokens, i), child(tokens, i, "case"), tokens[i].Head
	tokens[month].Head, tokens[month].Deprel = verb, "obl"
	tokens[preposition].Head = month
	subject(tokens, i, verb)
}

// promote makes a finite verb without subject the root in the place of the
// noun before it, which the parser has it join without a conjunction: "Public
// buildings, including schools, rarely [had] ramps".
func promote(tokens []pipeline.Token, root int) {
	if tokens[root].Head >= 0 || !nominal(tokens[root].UPOS) || child(tokens, root, "cop", "nsubj", "case") >= 0 {
		return
	}
	for i := root + 1; i < len(tokens); i++ {
		if tokens[i].Head != root || !pipeline.IsRelation(tokens[i].Deprel, "conj", "appos", "parataxis", "acl", "advcl", "dep") || tokens[i].Deprel == "acl:relcl" ||
			!finite(tokens, i) || hasSubject(tokens, i) || child(tokens, i, "cc", "mark") >= 0 || opensRelative(tokens, i) {
			continue
		}
		tokens[i].Head, tokens[i].Deprel = -1, "root"
		for j := range tokens {
			if tokens[j].Head == root && (j > i || tokens[j].Deprel == "advmod" && j > root) {
				tokens[j].Head = i
			}
		}
		subject(tokens, root, i)
		return
	}
}

// invert gives a verb of saying behind a quotation the subject that follows it
// and that the parser gave to a relative clause: "“…,” said Santos, a teacher
// whose house [burned]".
func invert(tokens []pipeline.Token, verb int) {
	name := verb + 1
	if name >= len(tokens) || !finiteTag(tokens[verb].XPOS) || hasSubject(tokens, verb) || !slices.Contains(reports, tokens[verb].Lemma) {
		return
	}
	for i := name; i < len(tokens); i++ {
		other := tokens[i].Head
		if other <= i || !pipeline.IsRelation(tokens[i].Deprel, "nsubj") || tokens[other].Head != verb || tokens[i].UPOS != "PROPN" {
			continue
		}
		for j := i + 1; j < other; j++ {
			if pronoun := &tokens[j]; pronoun.XPOS == "WP$" || pronoun.XPOS == "WP" || pronoun.XPOS == "WDT" {
				subject(tokens, i, verb)
				tokens[other].Head, tokens[other].Deprel = i, "acl:relcl"
				if nominal(tokens[j-1].UPOS) && !hangsOn(tokens, j-1, other) {
					tokens[other].Head = j - 1
				}
				return
			}
		}
	}
}

// claimConjunct gives a finite verb without subject the noun before it that
// the parser joined to an earlier one, with its conjunction: "events in two
// counties and Bill Clinton [will travel]".
func claimConjunct(tokens []pipeline.Token, verb int) {
	first := child(tokens, verb, "aux", "cop")
	if tokens[verb].Deprel != "conj" || first < 1 || first > verb || hasSubject(tokens, verb) || child(tokens, verb, "cc", "mark") >= 0 {
		return
	}
	noun := first - 1
	for noun > tokens[verb].Head && tokens[noun].Deprel != "conj" {
		noun = tokens[noun].Head
	}
	if noun <= tokens[verb].Head || noun >= first || !nominal(tokens[noun].UPOS) {
		return
	}
	if cc := child(tokens, noun, "cc"); cc > 0 && cc < noun && tokens[noun].Head < cc {
		tokens[cc].Head = verb
		subject(tokens, noun, verb)
	}
}

// claimBehind gives a finite verb behind a semicolon the noun for a subject
// that the parser hung on a word before it: "…; rates, however, [remain] high".
func claimBehind(tokens []pipeline.Token, verb int) {
	if verb == 0 || tokens[verb].Head < 0 || !finite(tokens, verb) || hasSubject(tokens, verb) || child(tokens, verb, "mark") >= 0 ||
		!pipeline.IsRelation(tokens[verb].Deprel, "conj", "ccomp", "parataxis", "advcl") {
		return
	}
	at := verb - 1
	for at > 0 && tokens[at].Form != ";" && !(tokens[at].UPOS == "VERB" && finiteTag(tokens[at].XPOS)) {
		at--
	}
	if tokens[at].Form != ";" || tokens[verb].Head > at {
		return
	}
	for i := at + 1; i < verb; i++ {
		if nominal(tokens[i].UPOS) && tokens[i].Head < at && pipeline.IsRelation(tokens[i].Deprel, "obj", "obl", "nmod", "conj", "appos") && child(tokens, i, "case") < 0 {
			subject(tokens, i, verb)
			tokens[verb].Deprel = "parataxis"
			return
		}
	}
}

// needsSubject gives a finite root without a subject the noun right before it
// that the parser hung on a word further left: "Of the unions in the sector,
// five [accounted] for most workers".
func needsSubject(tokens []pipeline.Token, root int) {
	if tokens[root].Head >= 0 || tokens[root].UPOS != "VERB" || !finite(tokens, root) || hasSubject(tokens, root) || tokens[root].XPOS == "VBP" {
		return
	}
	last := root - 1
	for last > 0 && tokens[last].Head == root && (tokens[last].UPOS == "ADV" || tokens[last].UPOS == "AUX") {
		last--
	}
	noun := last
	for noun >= 0 && tokens[noun].Head > noun && tokens[noun].Head <= last {
		noun = tokens[noun].Head
	}
	if noun < 1 || tokens[noun].Head >= noun || tokens[noun].Head < 0 || child(tokens, noun, "case", "cc") >= 0 || !pipeline.IsRelation(tokens[noun].Deprel, "appos", "conj", "nmod", "list", "dep") {
		return
	}
	switch tokens[noun].UPOS {
	case "NOUN", "PROPN", "PRON", "NUM":
		subject(tokens, noun, root)
	}
}

// setOff makes a participle between two commas, which the parser took for the
// main verb, depend on the subject again: "The general, long rumoured to be
// ill, [appeared] on television".
func setOff(tokens []pipeline.Token, root int) {
	noun := child(tokens, root, "nsubj")
	if tokens[root].Head >= 0 || tokens[root].XPOS != "VBD" && tokens[root].XPOS != "VBN" || noun < 0 || noun > root || child(tokens, root, "aux", "cc") >= 0 {
		return
	}
	comma := root - 1
	for comma > noun && tokens[comma].Head == root {
		comma--
	}
	if tokens[comma].Form != "," || comma <= noun {
		return
	}
	for i := root + 1; i < len(tokens); i++ {
		if tokens[i].Head != root || !finiteTag(tokens[i].XPOS) || !pipeline.IsRelation(tokens[i].Deprel, "conj", "parataxis", "advcl") ||
			tokens[i-1].Form != "," || hasSubject(tokens, i) || child(tokens, i, "cc", "mark") >= 0 {
			continue
		}
		succeed(tokens, root, i, "acl")
		tokens[root].Head, tokens[root].XPOS = noun, "VBN"
		subject(tokens, noun, i)
		return
	}
}
