package parse

import (
	"slices"

	"github.com/purport-nlp/purport/pipeline"
)

// longestRepaired is the length up to which trees are mended: looking for the
// children of each word takes the square of it, and what is longer is a list.
const longestRepaired = 300

// repair mends what greedy passes get wrong and grammar rules out, where it
// is plain what was meant. It keeps the tree a tree.
func repair(tokens []pipeline.Token) {
	if len(tokens) > longestRepaired {
		return
	}
	for _, kind := range [2]string{"CCONJ", "PUNCT"} {
		for i := range tokens {
			if tokens[i].UPOS == kind {
				unseat(tokens, i)
			}
		}
	}
	for i := range tokens {
		t := &tokens[i]
		if t.XPOS == "VBN" || t.XPOS == "VBD" {
			divide(tokens, i)
		}
		if t.UPOS == "VERB" || t.UPOS == "AUX" {
			invert(tokens, i)
			claimConjunct(tokens, i)
			claimBehind(tokens, i)
		}
		switch {
		case t.Head < 0:
			demote(tokens, i)
			front(tokens, i)
			promote(tokens, i)
			behindReport(tokens, i)
			setOff(tokens, i)
			needsSubject(tokens, i)
		case t.Lemma == "that" && t.XPOS == "IN" && t.Head >= 0 && t.Head < i && !pipeline.IsRelation(t.Deprel, "fixed"):
			introduce(tokens, i)
		case t.Lemma == "that" && t.XPOS == "IN" && t.Head > i && (t.Deprel == "obj" || t.Deprel == "obl" || t.Deprel == "nsubj"):
			t.Deprel = "mark"
		case t.Deprel == "cc" && t.Head > i && leadsClause(tokens, i):
			coordinate(tokens, i)
		case t.Deprel == "acl" && announced(tokens, i) >= 0:
			t.Head = announced(tokens, i)
		case pipeline.IsRelation(t.Deprel, "acl") && toldOf(tokens, i):
			tokens[i].Head, tokens[i].Deprel = tokens[t.Head].Head, "ccomp"
		case t.Deprel == "acl" && (finite(tokens, i) || startsConjunct(tokens, i) || onlyVerb(tokens, i)):
			raise(tokens, i)
		case (t.Deprel == "acl" || t.Deprel == "xcomp") && reportedDeed(tokens, i):
			noun := i - 1
			t.Head, t.Deprel = tokens[noun].Head, "ccomp"
			subject(tokens, noun, i)
		case t.Deprel == "conj" && t.Head < i && andThat(tokens, i) >= 0:
			t.Head = andThat(tokens, i)
		case (t.Deprel == "ccomp" || t.Deprel == "advcl" || t.Deprel == "parataxis") && t.Head < i && interrupted(tokens, i) >= 0:
			t.Head, t.Deprel = interrupted(tokens, i), "ccomp"
		case pipeline.IsRelation(t.Deprel, "obl", "nmod") && t.Head > i && isClause(tokens, i):
			lead(tokens, i)
		case pipeline.IsRelation(t.Deprel, "obl", "nsubj") && t.Head > i && namesMonth(tokens, i) >= 0:
			behindMonth(tokens, i)
		case t.Deprel == "advmod" && i == 0 && t.Head > 1 && (t.Form == "More" || t.Form == "Much" || t.Form == "Little") && tokens[1].XPOS == "MD" && !hasSubject(tokens, t.Head):
			subject(tokens, i, t.Head) // "More must be done"
		case t.Deprel == "obl:unmarked" && halfName(tokens, i):
			t.Head, t.Deprel = i+1, "compound"
		case t.Deprel == "acl:relcl" && saidWhen(tokens, i):
			t.Head, t.Deprel = tokens[t.Head].Head, "ccomp"
		case t.Deprel == "acl:relcl" && hasThat(tokens, i) && tokens[child(tokens, i, "mark")].XPOS == "IN":
			t.Deprel = "acl"
		case t.Deprel == "ccomp" && t.Head < i && ifAdjunct(tokens, i):
			t.Deprel = "advcl"
		case (t.Deprel == "obj" || t.Deprel == "obl") && t.Head >= 0 && t.Head < i && sharedBy(tokens, i) >= 0:
			t.Head = sharedBy(tokens, i)
		case (t.Deprel == "ccomp" || t.Deprel == "acl:relcl" && tokens[t.Head].UPOS == "ADJ") && t.Head >= 0 && t.Head < i && child(tokens, t.Head, "expl") >= 0 && child(tokens, t.Head, "cop") >= 0:
			t.Deprel = "csubj" // "it is unclear who won"
		case t.Deprel == "conj" && t.Head < i && marked(tokens, i) && child(tokens, i, "cc") < 0:
			relabel(tokens, i)
		case (t.Deprel == "parataxis" || t.Deprel == "advcl") && t.Head < i && hasThat(tokens, i):
			t.Deprel = "ccomp"
		case (t.Deprel == "parataxis" || t.Deprel == "ccomp" || t.Deprel == "xcomp" || t.Deprel == "advcl") && t.Head < i && opensWithWho(tokens, i):
			relate(tokens, i)
		case t.Deprel == "xcomp" && t.Head < i && child(tokens, i, "nsubj") >= 0 && (finiteTag(t.XPOS) || hasThat(tokens, i)):
			t.Deprel = "ccomp" // "it seems the army left"
		case t.Deprel == "expl" && t.Head > i && slices.Contains(reports, tokens[t.Head].Lemma) && child(tokens, t.Head, "aux:pass", "nsubj", "cop") < 0:
			t.Deprel = "nsubj" // "it expects that"
		case t.Lemma == "that" && t.Deprel == "obj" && t.Head < i && i+1 < len(tokens) && tokens[i+1].Form == ",":
			afterComma(tokens, i)
		case t.Deprel == "conj" && t.Head < i && agreeing(tokens, i) >= 0:
			t.Head = agreeing(tokens, i)
		case (t.Deprel == "conj" || t.Deprel == "xcomp" || t.Deprel == "ccomp") && (t.UPOS == "VERB" || child(tokens, i, "cop") >= 0) && !hasSubject(tokens, i):
			complete(tokens, i)
		case clausal(t.Deprel) || !hasSubject(tokens, i):
		case marked(tokens, i):
			relabel(tokens, i)
		default:
			relate(tokens, i)
		}
	}
}

// unseat puts a word of language in the place of a mark or a conjunction that
// the parser made the head of others.
func unseat(tokens []pipeline.Token, mark int) {
	heir := -1
	for i := range tokens {
		if tokens[i].Head != mark || tokens[i].UPOS == "PUNCT" || tokens[i].UPOS == "CCONJ" || tokens[i].Deprel == "fixed" {
			continue
		}
		if heir < 0 || tokens[i].UPOS == "VERB" && tokens[heir].UPOS != "VERB" {
			heir = i
		}
	}
	if heir < 0 || !content(tokens[heir].UPOS) {
		return
	}
	relation := tokens[mark].Deprel
	tokens[heir].Head = tokens[mark].Head
	switch {
	case relation != "punct" && relation != "cc":
		tokens[heir].Deprel = relation
	case !clausal(tokens[heir].Deprel):
		tokens[heir].Deprel = "conj"
	}
	for i := range tokens {
		if i != heir && tokens[i].Head == mark {
			tokens[i].Head = heir
		}
	}
	tokens[mark].Head, tokens[mark].Deprel = heir, "punct"
	if tokens[mark].UPOS == "CCONJ" {
		tokens[mark].Deprel = "cc"
	}
}

// content reports parts of speech that can head a phrase.
func content(upos string) bool {
	switch upos {
	case "VERB", "NOUN", "PROPN", "ADJ", "PRON", "NUM":
		return true
	}
	return false
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
	case pipeline.IsRelation(tokens[noun].Deprel, "obj", "iobj", "ccomp", "xcomp"):
		if tokens[head].UPOS != "VERB" || head > noun {
			return
		}
		tokens[verb].Head, tokens[verb].Deprel = head, "ccomp"
	case clausal(tokens[noun].Deprel) && child(tokens, noun, "cop") < 0:
		tokens[verb].Head, tokens[verb].Deprel = head, tokens[noun].Deprel
	default:
		return
	}
	subject(tokens, noun, verb)
	for i := range tokens {
		if tokens[i].Head == noun && (i > verb || slices.Contains(fronted, tokens[i].Deprel)) {
			tokens[i].Head = verb
		}
	}
}

// startsConjunct reports whether a participle under a noun after ", and" is
// the verb of a new clause: two nouns alone would have no comma.
func startsConjunct(tokens []pipeline.Token, verb int) bool {
	noun := tokens[verb].Head
	if noun > verb || tokens[noun].Deprel != "conj" || tokens[verb].XPOS != "VBN" || child(tokens, verb, "aux") >= 0 {
		return false
	}
	cc := child(tokens, noun, "cc")
	return cc > 0 && cc < noun && tokens[cc-1].Form == ","
}

// halfName reports whether noun i is no time but the first half of the
// subject after it: "rights groups said".
func halfName(tokens []pipeline.Token, i int) bool {
	if i+1 >= len(tokens) || tokens[i].UPOS != "NOUN" || tokens[i+1].UPOS != "NOUN" || tokens[i+1].Head != tokens[i].Head || !pipeline.IsRelation(tokens[i+1].Deprel, "nsubj") {
		return false
	}
	switch tokens[i].Lemma {
	case "year", "month", "week", "day", "morning", "afternoon", "evening", "night", "today", "yesterday", "tomorrow", "time", "hour", "minute",
		"decade", "century", "summer", "winter", "spring", "autumn", "fall", "season", "quarter", "weekend", "moment", "way":
		return false
	}
	return true
}

// onlyVerb reports whether a participle under a root that is no clause is the
// one verb of its sentence: "The proposal called for more".
func onlyVerb(tokens []pipeline.Token, verb int) bool {
	noun := tokens[verb].Head
	if tokens[noun].Head >= 0 || noun > verb || tokens[verb].XPOS != "VBN" || child(tokens, noun, "cop") >= 0 || tokens[len(tokens)-1].Form != "." {
		return false
	}
	for i := range tokens {
		if finiteTag(tokens[i].XPOS) && i < verb || tokens[i].Head == verb && pipeline.IsRelation(tokens[i].Deprel, "aux", "mark") {
			return false
		}
	}
	return true
}

// fronted are the relations of words before a subject that belong to its
// verb.
var fronted = []string{"mark", "cc", "advcl", "discourse"}

// subject makes noun the subject of verb, unless the verb hangs on it.
func subject(tokens []pipeline.Token, noun, verb int) {
	if hangsOn(tokens, verb, noun) {
		return
	}
	tokens[noun].Head, tokens[noun].Deprel = verb, "nsubj"
	if child(tokens, verb, "aux:pass") >= 0 {
		tokens[noun].Deprel = "nsubj:pass"
	}
}

// divide gives the first of two subjects of one verb to the verb that stands
// between them: "media confirmed [they] had talked", "the mine closed; miners
// said so".
func divide(tokens []pipeline.Token, verb int) {
	first := verb - 1
	for first > 0 && tokens[first].UPOS == "ADV" {
		first--
	}
	if first < 0 {
		return
	}
	head := tokens[verb].Head
	if head == first {
		head = tokens[first].Head
	}
	if head <= verb || tokens[first].Head != head || !pipeline.IsRelation(tokens[first].Deprel, "nsubj") || child(tokens, verb, "aux", "mark") >= 0 {
		return
	}
	second, apart := -1, false
	for i := verb + 1; i < head; i++ {
		apart = apart || tokens[i].Form == ";"
		if tokens[i].Head == head && pipeline.IsRelation(tokens[i].Deprel, "nsubj") {
			second = i
			break
		}
	}
	if second < 0 || !apart && tokens[verb+1].UPOS == "PUNCT" {
		return
	}
	if apart {
		tokens[verb].Head, tokens[verb].Deprel = head, "parataxis"
	} else {
		tokens[verb].Head, tokens[verb].Deprel = tokens[head].Head, tokens[head].Deprel
		tokens[head].Head, tokens[head].Deprel = verb, "ccomp"
	}
	subject(tokens, first, verb)
	for i := range tokens {
		if tokens[i].Head == head && i < verb && i != first || tokens[i].Head == first && i > first && i < verb {
			tokens[i].Head = verb
		}
	}
}

// demote makes a root with "although" or "because" before it, or one that puts
// a condition, depend on the main clause that follows.
func demote(tokens []pipeline.Token, root int) {
	mark := child(tokens, root, "mark")
	marked := mark >= 0 && mark < root && tokens[mark].Lemma != "that" && tokens[mark].Lemma != "to"
	if !marked && !inverted(tokens, root) || !hasSubject(tokens, root) {
		return
	}
	for i := root + 1; i < len(tokens); i++ {
		t := &tokens[i]
		if t.Head == root && pipeline.IsRelation(t.Deprel, "advcl", "parataxis", "ccomp", "conj") && finite(tokens, i) &&
			hasSubject(tokens, i) && child(tokens, i, "mark", "cc") < 0 {
			succeed(tokens, root, i, "advcl")
			return
		}
	}
}

// inverted reports a condition without a word for it: "Had they known, …".
func inverted(tokens []pipeline.Token, root int) bool {
	first := &tokens[0]
	return first.Head == root && (first.Form == "Had" || first.Form == "Should" || first.Form == "Were") && tokens[len(tokens)-1].Form != "?"
}

// front makes a root that a preposition introduces an oblique of the main
// clause that follows the comma: "According to the code that went into force
// in May, a judge must …".
func front(tokens []pipeline.Token, root int) {
	preposition := child(tokens, root, "case")
	if preposition < 0 || preposition > root || tokens[root].Head >= 0 || child(tokens, root, "cop", "nsubj", "mark") >= 0 {
		return
	}
	comma := root + 1
	for comma < len(tokens) && tokens[comma].Form != "," {
		comma++
	}
	for i := comma + 1; i < len(tokens); i++ {
		subject := child(tokens, i, "nsubj", "expl")
		if subject < comma || subject > i || tokens[i].Head > comma || tokens[subject].XPOS == "WDT" || tokens[subject].XPOS == "WP" ||
			!finite(tokens, i) || child(tokens, i, "mark", "cc") >= 0 {
			continue
		}
		succeed(tokens, root, i, "obl")
		return
	}
}

// succeed makes verb the root in the place of an earlier one, which then
// depends on it; what follows the verb goes with it.
func succeed(tokens []pipeline.Token, root, verb int, relation string) {
	tokens[verb].Head, tokens[verb].Deprel = -1, "root"
	tokens[root].Head, tokens[root].Deprel = verb, relation
	for i := verb + 1; i < len(tokens); i++ {
		if tokens[i].Head == root {
			tokens[i].Head = verb
		}
	}
}

// clauses are the relations that a clause may have, without their subtypes.
var clauses = []string{"root", "ccomp", "xcomp", "csubj", "advcl", "acl", "conj", "parataxis", "appos", "dep", "list", "reparandum", "orphan", "dislocated"}

func clausal(relation string) bool { return pipeline.IsRelation(relation, clauses...) }

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
		if tokens[j].Head == i && finiteTag(tokens[j].XPOS) && pipeline.IsRelation(tokens[j].Deprel, "aux", "cop") {
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
