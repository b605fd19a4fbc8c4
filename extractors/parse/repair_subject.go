package parse

import "github.com/purport-nlp/purport/pipeline"

// Subjects that the parser took for something else.

// namesMonth returns the month or weekday before the noun at i in one phrase
// with it, where the verb above lacks a subject: "In August [parliament]
// passed a law"; or -1.
func namesMonth(tokens []pipeline.Token, i int) int {
	verb := tokens[i].Head
	if tokens[verb].UPOS != "VERB" || !finite(tokens, verb) || hasSubject(tokens, verb) {
		return -1
	}
	preposition := child(tokens, i, "case")
	if preposition < 0 || preposition+2 > i || tokens[preposition].UPOS != "ADP" || !isMonthOrDay(tokens[preposition+1].Form) {
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

// isMonthOrDay reports the names of months and days.
func isMonthOrDay(form string) bool {
	switch form {
	case "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
		"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday":
		return true
	}
	return false
}

// promote makes a finite verb without subject the root in the place of the
// noun before it, which the parser has it join without a conjunction: "Public
// buildings, including schools, rarely [had] ramps".
func promote(tokens []pipeline.Token, root int) {
	if tokens[root].Head >= 0 || !nominal(tokens[root].UPOS) || child(tokens, root, "cop", "nsubj", "case") >= 0 {
		return
	}
	for i := root + 1; i < len(tokens); i++ {
		if tokens[i].Head != root || !pipeline.IsRelation(tokens[i].Deprel, "conj", "appos", "parataxis", "acl", "dep") || tokens[i].Deprel == "acl:relcl" ||
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
