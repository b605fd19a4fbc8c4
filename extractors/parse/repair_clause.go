package parse

import (
	"slices"

	"github.com/purport-nlp/purport/pipeline"
)

// What clauses depend on, and by which relation.

// ifAdjunct reports a clause with "if" under a verb that asks nothing: "the
// fine doubles if they do".
func ifAdjunct(tokens []pipeline.Token, verb int) bool {
	m, head := child(tokens, verb, "mark"), &tokens[tokens[verb].Head]
	return m >= 0 && m < verb && tokens[m].Lemma == "if" && head.UPOS == "VERB" && !asks(head.Lemma)
}

// asks reports the verbs that take a question with "if".
func asks(lemma string) bool {
	switch lemma {
	case "ask", "know", "see", "wonder", "determine", "check", "decide", "say", "tell", "doubt", "question", "consider", "assess", "learn",
		"find", "investigate", "examine", "test", "care", "mind", "inquire", "enquire", "discuss", "debate", "clarify", "confirm", "remember",
		"understand", "verify", "establish", "explore", "study", "ascertain", "reveal", "show", "indicate", "disclose", "matter", "specify",
		"evaluate", "judge", "guess", "query", "hear", "recall", "report", "predict", "look", "remain", "seem", "feel", "sound", "appear":
		return true
	}
	return false
}

// hasThat reports a clause that "that" opens by itself, and that is no result:
// "so strong that it broke".
func hasThat(tokens []pipeline.Token, verb int) bool {
	m, head := child(tokens, verb, "mark"), tokens[verb].Head
	if m < 1 || m > verb || tokens[m].Lemma != "that" || tokens[m-1].UPOS == "SCONJ" || tokens[m-1].UPOS == "ADP" {
		return false
	}
	for i := max(0, head-2); i < m; i++ {
		if tokens[i].Lemma == "so" || tokens[i].Lemma == "such" || tokens[i].Lemma == "now" || tokens[i].Lemma == "provide" || tokens[i].Lemma == "order" {
			return false
		}
	}
	return true
}

// opensWithWho reports a clause whose subject is a relative pronoun: "who" or
// "which" after a comma, "that" after a noun.
func opensWithWho(tokens []pipeline.Token, verb int) bool {
	p := child(tokens, verb, "nsubj")
	if p <= tokens[verb].Head+1 || p > verb {
		return false
	}
	if tokens[p].Lemma == "that" {
		return tokens[p].XPOS == "WDT" && nominal(tokens[p-1].UPOS)
	}
	return tokens[p-1].Form == "," && (tokens[p].Lemma == "who" || tokens[p].Lemma == "which")
}

// leadsClause reports a conjunction that hangs on the subject of a clause that
// is under a word before it: it joins the clauses and not the subject.
func leadsClause(tokens []pipeline.Token, cc int) bool {
	subject := tokens[cc].Head
	verb := tokens[subject].Head
	return verb > subject && pipeline.IsRelation(tokens[subject].Deprel, "nsubj") && tokens[verb].Head >= 0 && tokens[verb].Head < cc &&
		pipeline.IsRelation(tokens[verb].Deprel, "ccomp", "advcl", "parataxis", "conj") && child(tokens, verb, "mark", "cc") < 0
}

// coordinate has a conjunction join the clause whose subject it hangs on.
func coordinate(tokens []pipeline.Token, cc int) {
	verb := tokens[tokens[cc].Head].Head
	tokens[cc].Head, tokens[verb].Deprel = verb, "conj"
}

// introduce makes the conjunction "that" the mark of the clause that the
// parser hung on it.
func introduce(tokens []pipeline.Token, that int) {
	for i := that + 1; i < len(tokens); i++ {
		if tokens[i].Head == that && hasSubject(tokens, i) {
			tokens[i].Head, tokens[i].Deprel = tokens[that].Head, "ccomp"
			if nominal(tokens[tokens[that].Head].UPOS) {
				tokens[i].Deprel = "acl"
			}
			tokens[that].Head, tokens[that].Deprel = i, "mark"
			return
		}
	}
}

// saidWhen reports whether a clause with "that" and all its parts hangs as a
// relative clause on when or where something was said: "said on Friday that
// the border would open".
func saidWhen(tokens []pipeline.Token, verb int) bool {
	noun := tokens[verb].Head
	if noun > verb || !pipeline.IsRelation(tokens[noun].Deprel, "obl") || tokens[noun].Head > noun || tokens[tokens[noun].Head].UPOS != "VERB" {
		return false
	}
	mark := child(tokens, verb, "mark")
	return mark > noun && tokens[mark].Lemma == "that" && hasSubject(tokens, verb)
}

// toldOf reports whether a clause under a noun is what the noun was told:
// "told reporters that the talks had failed". It makes "that" its mark.
func toldOf(tokens []pipeline.Token, verb int) bool {
	hearer := tokens[verb].Head
	if hearer > verb || !pipeline.IsRelation(tokens[hearer].Deprel, "obj", "iobj") || tokens[hearer].Head > hearer {
		return false
	}
	switch tokens[tokens[hearer].Head].Lemma {
	case "tell", "warn", "assure", "inform", "remind", "notify", "convince", "persuade", "advise", "reassure", "brief":
	default:
		return false
	}
	that := hearer + 1
	if m := child(tokens, verb, "mark"); m > hearer {
		that = m // "told a crowd in Bern that"
	}
	if that >= verb || tokens[that].Lemma != "that" || tokens[that].Head != verb || !hasSubject(tokens, verb) || child(tokens, verb, "nsubj", "csubj", "expl") == that {
		return false
	}
	tokens[that].Deprel = "mark"
	return true
}

// reports are verbs of saying and thinking that take a clause without "that".
var reports = []string{"say", "report", "claim", "believe", "think", "allege", "suggest", "note", "confirm", "announce", "argue", "admit",
	"acknowledge", "estimate", "assert", "state", "reveal", "hope", "fear", "insist", "warn", "expect", "predict", "forecast"}

// reportedDeed reports whether a participle with an object of its own under a
// noun, which a verb of saying has for its object, is what the noun is said to
// have done: "reported police [apprehended] four men". No passive has one.
func reportedDeed(tokens []pipeline.Token, verb int) bool {
	noun := verb - 1
	if tokens[verb].XPOS != "VBN" || noun < 1 || !nominal(tokens[noun].UPOS) || !pipeline.IsRelation(tokens[noun].Deprel, "obj") ||
		child(tokens, verb, "aux", "mark", "nsubj") >= 0 || child(tokens, verb, "obj") < verb {
		return false
	}
	head := tokens[noun].Head
	return head < noun && finiteTag(tokens[head].XPOS) && slices.Contains(reports, tokens[head].Lemma) &&
		(tokens[verb].Head == noun || tokens[verb].Head == head)
}

// andThat returns the clause with "that" which another joins by ", and that",
// where the parser has it join a clause inside the first, or -1.
func andThat(tokens []pipeline.Token, verb int) int {
	mark := child(tokens, verb, "mark")
	if mark < 1 || mark > verb || tokens[mark].Lemma != "that" || child(tokens, verb, "cc") < 0 {
		return -1
	}
	first := tokens[verb].Head
	for at := first; at >= 0; at = tokens[at].Head {
		m := child(tokens, at, "mark")
		if m >= 0 && tokens[m].Lemma == "that" && pipeline.IsRelation(tokens[at].Deprel, "ccomp", "acl") {
			if at == first {
				return -1
			}
			return at
		}
	}
	return -1
}

// interrupted returns the verb of saying that a clause with "that" belongs to,
// where the parser hung it on a phrase between two commas: "claimed, based on
// two videos, that he was there", or -1.
func interrupted(tokens []pipeline.Token, verb int) int {
	mark, phrase := child(tokens, verb, "mark"), tokens[verb].Head
	if mark < 2 || mark > verb || tokens[mark].Lemma != "that" || tokens[mark-1].Form != "," || tokens[phrase].Head < 0 {
		return -1
	}
	head := tokens[phrase].Head
	if head > phrase || !slices.Contains(reports, tokens[head].Lemma) || child(tokens, head, "ccomp") >= 0 ||
		!pipeline.IsRelation(tokens[phrase].Deprel, "advcl", "obl", "parataxis") {
		return -1
	}
	return head
}

// agreeing returns the finite verb that finite verb i joins, where the parser
// has it join an infinitive or a noun: "renewed his calls to leave and
// [missed] the session", "denied the charges and [did] nothing"; or -1. A verb
// after a participle may be one itself and is left.
func agreeing(tokens []pipeline.Token, i int) int {
	head := tokens[i].Head
	bare := tokens[head].XPOS == "VB" && !finite(tokens, head)
	thing := nominal(tokens[head].UPOS) && child(tokens, head, "cop", "nsubj") < 0 && governs(tokens, i)
	if !bare && !thing || !plainlyFinite(tokens, i) || child(tokens, i, "cc") < 0 || child(tokens, i, "mark") >= 0 || opensRelative(tokens, i) {
		return -1
	}
	for at := tokens[head].Head; at >= 0; at = tokens[at].Head {
		if finite(tokens, at) && (tokens[at].UPOS == "VERB" || child(tokens, at, "cop") >= 0) && at < i {
			return at
		}
	}
	return -1
}

// plainlyFinite reports verbs that can be nothing but finite: those in the
// third person or with an auxiliary, and the past tense.
func plainlyFinite(tokens []pipeline.Token, i int) bool {
	if tokens[i].XPOS == "VBZ" || tokens[i].XPOS == "VBD" {
		return true
	}
	a := child(tokens, i, "aux", "cop")
	return a >= 0 && finiteTag(tokens[a].XPOS)
}

// governs reports whether what follows verb i can only hang on it: "forced
// labor" may be a noun, "forced the door" is none.
func governs(tokens []pipeline.Token, i int) bool {
	if i+1 >= len(tokens) || child(tokens, i, "aux", "cop") >= 0 {
		return i+1 < len(tokens)
	}
	switch tokens[i+1].UPOS {
	case "DET", "ADP", "PART", "PRON", "SCONJ", "ADV":
		return true
	}
	return false
}

// opensRelative reports a clause that a relative or question word opens.
func opensRelative(tokens []pipeline.Token, i int) bool {
	for j := range tokens[:i] {
		if tokens[j].Head == i && (tokens[j].XPOS == "WDT" || tokens[j].XPOS == "WP" || tokens[j].XPOS == "WRB") {
			return true
		}
	}
	return false
}

// afterComma makes "that", which the parser took for an object, the mark of
// the clause behind the phrase that follows in commas: "said that, in May, the
// army left".
func afterComma(tokens []pipeline.Token, that int) {
	head := tokens[that].Head
	for i := that + 2; i < len(tokens); i++ {
		if h := tokens[i].Head; h >= that || hangsOn(tokens, head, i) || !finite(tokens, i) || !hasSubject(tokens, i) || !pipeline.IsRelation(tokens[i].Deprel, "parataxis", "ccomp", "advcl", "conj") || marked(tokens, i) {
			continue
		}
		tokens[i].Head, tokens[i].Deprel = head, "ccomp"
		tokens[that].Head, tokens[that].Deprel = i, "mark"
		for j := that + 1; j < i; j++ {
			if tokens[j].Head == head {
				tokens[j].Head = i
			}
		}
		return
	}
}

// announced returns the noun of saying or thinking that a clause with "that"
// belongs to, where the parser hung it on who says so: "a denial by the army
// [that it had fired]"; or -1.
func announced(tokens []pipeline.Token, verb int) int {
	speaker := tokens[verb].Head
	if speaker < 1 || speaker > verb || !hasThat(tokens, verb) || !hasSubject(tokens, verb) || tokens[speaker].Deprel != "nmod" || child(tokens, speaker, "case") < 0 {
		return -1
	}
	switch noun := tokens[speaker].Head; tokens[noun].Lemma {
	case "denial", "prediction", "claim", "statement", "assertion", "announcement", "warning", "belief", "allegation", "promise", "admission",
		"suggestion", "rumor", "rumour", "argument", "report", "finding", "conclusion", "accusation", "confirmation", "assurance", "complaint":
		return noun
	}
	return -1
}

// sharedBy returns the second of two passives, where the parser gave the
// complement right behind it to the first: "were feared and considered [a
// danger]"; or -1.
func sharedBy(tokens []pipeline.Token, i int) int {
	first := tokens[i].Head
	if child(tokens, first, "aux:pass") < 0 {
		return -1
	}
	second := child(tokens, first, "conj")
	if second < first || second > i || tokens[second].XPOS != "VBN" || !hangsOn(tokens, second+1, i) {
		return -1
	}
	return second
}

// isClause reports a noun or adjective with a subject and a copula before it,
// which is a clause whatever the parser took it for, when a conjunction stands
// between it and its head.
func isClause(tokens []pipeline.Token, i int) bool {
	s, cop := child(tokens, i, "nsubj"), child(tokens, i, "cop")
	if s < 0 || s > cop || cop > i || tokens[tokens[i].Head].Head >= 0 {
		return false
	}
	for j := i + 1; j < tokens[i].Head; j++ {
		if tokens[j].UPOS == "CCONJ" && tokens[j-1].Form == "," {
			return true
		}
	}
	return false
}

// lead makes the clause headed by i the first of two, and the root that it
// hung on the one that joins it: "Leave is ten days, and more is paid".
func lead(tokens []pipeline.Token, i int) {
	second := tokens[i].Head
	tokens[i].Head, tokens[i].Deprel = -1, "root"
	tokens[second].Head, tokens[second].Deprel = i, "conj"
}

// behindReport mends "Though experts say the drug is safe, few [take] it",
// where the parser has what is said for the main clause.
func behindReport(tokens []pipeline.Token, root int) {
	if tokens[root].Head >= 0 || !hasSubject(tokens, root) {
		return
	}
	says, main := -1, -1
	for i := range tokens {
		switch t := &tokens[i]; {
		case t.Head != root || !finite(tokens, i) || !hasSubject(tokens, i):
		case i < root && t.Deprel == "advcl" && marked(tokens, i) && slices.Contains(reports, t.Lemma) && child(tokens, i, "ccomp", "obj") < 0 && tokens[i+1].Form != ",":
			says = i
		case i > root && says >= 0 && clausal(t.Deprel) && !marked(tokens, i) && child(tokens, i, "cc") < 0:
			main = i
		}
	}
	if main < 0 {
		return
	}
	tokens[main].Head, tokens[main].Deprel = -1, "root"
	tokens[says].Head = main
	tokens[root].Head, tokens[root].Deprel = says, "ccomp"
	for i := main + 1; i < len(tokens); i++ {
		if tokens[i].Head == root {
			tokens[i].Head = main
		}
	}
}

// complete turns "fear [the strain] [may spread]" into a verb with a clause:
// what stands between two verbs without a conjunction and is the object of
// the first can only be the subject of the second, where that is finite.
func complete(tokens []pipeline.Token, verb int) {
	head := tokens[verb].Head
	if head > verb || tokens[head].UPOS != "VERB" || hasSubject(tokens, verb) || child(tokens, verb, "cc", "punct", "mark") >= 0 || !finite(tokens, verb) {
		return
	}
	noun := child(tokens, head, "obj")
	if noun < head || noun > verb {
		return
	}
	says := slices.Contains(reports, tokens[head].Lemma)
	for i := noun + 1; i < verb; i++ {
		if !hangsOn(tokens, i, noun) && !hangsOn(tokens, i, verb) || tokens[i].UPOS == "CCONJ" && !says {
			return // "denied the charges and the police did nothing"
		}
	}
	if tokens[verb].XPOS == "VBD" && !says && takesParticiple(tokens[head].Lemma) {
		return
	}
	tokens[verb].Deprel = "ccomp"
	subject(tokens, noun, verb)
}

// takesParticiple reports the verbs after whose object a participle says what
// it is or becomes: "considered the case closed", "had the car repaired".
func takesParticiple(lemma string) bool {
	switch lemma {
	case "consider", "have", "get", "keep", "leave", "see", "hear", "watch", "want", "need", "make", "order", "deem", "find":
		return true
	}
	return false
}

// hangsOn reports whether token i depends on token top, by itself or by others.
func hangsOn(tokens []pipeline.Token, i, top int) bool {
	for i >= 0 && i != top {
		i = tokens[i].Head
	}
	return i == top
}

// relabel gives a clause with a mark a clause's relation.
func relabel(tokens []pipeline.Token, i int) {
	head := tokens[i].Head
	mark := tokens[child(tokens, i, "mark")].Lemma
	switch {
	case mark != "that" && mark != "whether":
		tokens[i].Deprel = "advcl"
	case nominal(tokens[head].UPOS):
		tokens[i].Deprel = "acl"
	default:
		tokens[i].Deprel = "ccomp"
	}
}

// relate gives a clause whose subject is a relative pronoun a relative
// clause's relation, to the noun before the pronoun.
func relate(tokens []pipeline.Token, i int) {
	pronoun := child(tokens, i, "nsubj")
	if pronoun < 1 || tokens[pronoun].XPOS != "WDT" && tokens[pronoun].XPOS != "WP" || !finite(tokens, i) {
		return
	}
	at := pronoun - 1
	for at > 0 && tokens[at].UPOS == "PUNCT" {
		at--
	}
	if !nominal(tokens[at].UPOS) || hangsOn(tokens, at, i) {
		return
	}
	for tokens[i].XPOS == "VBP" && tokens[at].Deprel == "conj" && nominal(tokens[tokens[at].Head].UPOS) {
		at = tokens[at].Head // "from Oslo and Bern, who argue"
	}
	tokens[i].Head, tokens[i].Deprel = at, "acl:relcl"
}

func nominal(upos string) bool { return upos == "NOUN" || upos == "PROPN" }

func marked(tokens []pipeline.Token, i int) bool {
	m := child(tokens, i, "mark")
	return m >= 0 && m < i && tokens[m].Lemma != "to"
}
