package claim

import "strings"

// Closed lists of words that go with one rule of grammar each. Words that
// themselves hedge or report are in the lexicon.

// openings are the phrases that connect a sentence with what stands before
// it, or comment on it, and are no part of what it claims.
var openings = [][]string{
	{"however"}, {"moreover"}, {"furthermore"}, {"nevertheless"}, {"nonetheless"}, {"therefore"}, {"thus"}, {"hence"},
	{"instead"}, {"meanwhile"}, {"likewise"}, {"similarly"}, {"additionally"}, {"unfortunately"}, {"fortunately"},
	{"sadly"}, {"ironically"}, {"remarkably"}, {"curiously"}, {"importantly"}, {"notably"}, {"interestingly"}, {"surprisingly"}, {"consequently"}, {"accordingly"},
	{"otherwise"}, {"besides"}, {"also"}, {"again"}, {"still"}, {"yet"}, {"finally"}, {"first"}, {"second"}, {"third"},
	{"lastly"}, {"in", "addition"}, {"in", "particular"}, {"in", "contrast"}, {"in", "turn"}, {"in", "short"},
	{"in", "sum"}, {"in", "other", "words"}, {"as", "a", "result"}, {"as", "a", "consequence"}, {"for", "example"},
	{"for", "instance"}, {"on", "the", "other", "hand"}, {"on", "the", "one", "hand"}, {"at", "the", "same", "time"},
	{"of", "note"}, {"to", "be", "clear"}, {"to", "be", "sure"}, {"that", "said"}, {"by", "contrast"},
	{"on", "the", "contrary"}, {"after", "all"}, {"above", "all"}, {"well"}, {"yes"}, {"no"}, {"so"}, {"now"},
}

// seesAs reports the verbs that say with "as" what something is taken for:
// "was seen as a signal".
func seesAs(lemma string) bool {
	switch lemma {
	case "see", "view", "cite", "describe", "perceive", "portray", "interpret", "characterize", "characterise", "regard",
		"hail", "tout", "label", "identify", "depict", "mention":
		return true
	}
	return false
}

// deems reports the verbs that say what something is thought to be with a
// noun alone: "was considered a success".
func deems(lemma string) bool {
	switch lemma {
	case "consider", "deem", "think", "believe", "regard", "expect", "estimate", "project", "rumor", "rumour":
		return true
	}
	return false
}

// calls reports the verbs that say with a second noun or an adjective what
// something is: "called the ruling a mistake".
func calls(lemma string) bool {
	return isOneOf(lemma, "call", "consider", "deem", "label", "brand", "declare", "dub", "term", "judge", "think")
}

// reportsThings reports the verbs of saying whose object may be what happened.
func reportsThings(lemma string) bool {
	return isOneOf(lemma, "report", "document", "acknowledge", "highlight", "allege", "note", "confirm", "admit")
}

// onlySays reports the verbs that say nothing without what is said.
func onlySays(lemma string) bool {
	return isOneOf(lemma, "say", "demand", "add", "ask", "insist", "note", "tell", "argue", "claim", "declare", "explain", "exclaim", "wonder",
		"state", "comment", "remark", "continue", "conclude", "write", "reply", "respond", "answer", "observe", "speak", "quip", "recall", "warn")
}

// foresees reports the verbs that take a thing and an infinitive for what they
// hold to be so: "expects inflation to fall".
func foresees(lemma string) bool {
	return isOneOf(lemma, "expect", "anticipate", "forecast", "project", "predict", "estimate", "believe", "consider", "assume", "presume", "suspect", "think")
}

// takesReports reports those to whom crimes and abuses are reported.
func takesReports(lemma string) bool {
	return isOneOf(lemma, "police", "authority", "ministry", "office", "ombudsman", "official", "court", "government", "hotline", "officer",
		"prosecutor", "agency", "commission", "committee", "medium", "superior", "employer", "inspector", "they", "it")
}

// givesWord reports the verbs of intention that are said aloud.
func givesWord(lemma string) bool {
	return isOneOf(lemma, "pledge", "vow", "promise", "swear", "threaten", "refuse", "urge", "demand", "undertake", "offer", "agree")
}

// supposes reports the participles that open a condition: "provided that".
func supposes(word string) bool {
	return isOneOf(word, "provided", "providing", "assuming", "supposing")
}

// isLight reports verbs that only bring their object before the reader: "see
// no sign that", "found evidence that", "gave no indication that".
func isLight(lemma string) bool {
	switch lemma {
	case "see", "find", "have", "give", "provide", "offer", "show", "express", "raise", "identify", "produce", "uncover",
		"get", "hold", "voice", "present", "cite", "leave":
		return true
	}
	return false
}

// prepositional reports participles that are used as prepositions.
func prepositional(word string) bool {
	switch word {
	case "including", "according", "following", "regarding", "concerning", "excluding", "depending", "given", "considering",
		"involving", "using", "starting", "beginning", "ranging", "owing", "barring", "pending", "during":
		return true
	}
	return false
}

// tellsOfOneself reports the verbs whose infinitive says what the subject did:
// "claimed to have seen".
func tellsOfOneself(lemma string) bool {
	switch lemma {
	case "claim", "admit", "deny", "profess", "pretend", "report", "confess", "recall", "acknowledge":
		return true
	}
	return false
}

// tellsOfDeeds reports the verbs whose gerund says what was done: "denied taking
// money".
func tellsOfDeeds(lemma string) bool {
	return isOneOf(lemma, "report", "admit", "deny", "recall", "describe", "acknowledge", "suggest", "mention")
}

// comesAbout reports the verbs that with "should" say what is expected rather
// than owed: "prices should fall".
func comesAbout(lemma string) bool {
	switch lemma {
	case "promote", "maintain", "support", "help", "lead", "rise", "fall", "increase", "decline", "improve", "continue",
		"ease", "boost", "bring", "come", "take", "arrive",
		"begin", "end", "last", "become", "grow", "remain", "result", "reduce", "return", "strengthen", "make", "put", "prove",
		"give", "produce", "reach", "keep", "push", "lift", "slow", "recover", "moderate", "follow":
		return true
	}
	return false
}

// answers reports what somebody who "would not" declines to do: to speak, to
// give, to give way.
func answers(lemma string) bool {
	switch lemma {
	case "reveal", "confirm", "say", "comment", "discuss", "disclose", "allow", "admit", "name", "specify", "identify", "elaborate",
		"budge", "answer", "release", "permit", "divulge", "let", "listen", "speculate", "talk", "provide":
		return true
	}
	return false
}

// perceives reports the verbs with which "could" says what was so: "could
// hear".
func perceives(lemma string) bool {
	switch lemma {
	case "see", "hear", "feel", "smell", "remember", "afford", "recall", "understand", "read":
		return true
	}
	return false
}

// judges reports the predicates that judge: "is a disaster", "was wrong".
func judges(lemma string) bool {
	switch lemma {
	case "good", "bad", "better", "best", "worse", "worst", "right", "wrong", "fair", "unfair", "just", "unjust", "important",
		"crucial", "vital", "essential", "disastrous", "terrible", "great", "wonderful",
		"unacceptable", "acceptable", "reasonable", "unreasonable", "absurd", "shameful", "outrageous", "tragic", "tragedy",
		"disaster", "disgrace", "scandal", "mistake", "success", "failure", "irresponsible",
		"appropriate", "inappropriate", "necessary", "unnecessary", "dangerous", "severe", "serious", "excellent", "poor", "weak",
		"strong", "problematic", "urgent", "remarkable", "impressive", "disappointing",
		"clever", "foolish", "stupid", "wise", "beautiful", "ugly", "boring", "interesting", "evil", "cruel", "insufficient",
		"inadequate", "adequate", "unfortunate", "welcome", "worth", "useless", "meaningless", "ridiculous", "phony",
		"ineffective", "effective":
		return true
	}
	return false
}

// proves reports things that show something and nobody who says it.
func proves(lemma string) bool {
	switch lemma {
	case "evidence", "datum", "figure", "fact", "test", "result", "study", "number", "photograph", "image", "record",
		"footage", "event", "experience", "history", "analysis", "model", "trend", "sign", "video", "experiment", "case",
		"example":
		return true
	}
	return false
}

// weasel reports words that name a group of nobody in particular.
func weasel(word string) bool {
	switch word {
	case "many", "some", "few", "others", "observer", "people", "most", "several", "everyone", "everybody", "pundit",
		"sceptic", "skeptic", "critic", "rumour", "rumor":
		return true
	}
	return false
}

// ofLaw reports the words of rules and courts, among which "may" gives leave.
func ofLaw(lemma string) bool {
	switch lemma {
	case "law", "act", "statute", "section", "article", "regulation", "constitution", "rule", "clause", "permit", "licence", "license",
		"prohibit", "pursuant", "code":
		return true
	}
	return false
}

// opensAdverbial reports the words that open an adverbial clause.
func opensAdverbial(word string) bool {
	switch word {
	case "when", "where", "why", "because", "although", "though", "while", "if", "unless", "until", "since", "after", "before", "as", "once",
		"whereas", "provided", "that", "whenever", "wherever", "given", "so", "only", "even", "just", "for":
		return true
	}
	return false
}

// isLikelihood reports the adjectives that say how likely their subject is: "a
// default is likely".
func isLikelihood(word string) bool {
	switch word {
	case "likely", "unlikely", "probable", "improbable", "possible", "conceivable", "doubtful", "plausible", "implausible":
		return true
	}
	return false
}

// isRight reports verbs of what people have a right to do, or not.
func isRight(lemma string) bool {
	switch lemma {
	case "own", "inherit", "marry", "divorce", "file", "appeal", "petition", "vote", "enter", "apply", "request", "form", "participate",
		"register", "sue", "enroll", "bring", "practice", "practise", "adopt", "obtain", "acquire", "bequeath", "stand",
		"work", "purchase", "buy", "hold", "join", "access", "receive", "attend":
		return true
	}
	return false
}

// isOpenTo reports verbs of what is open to people or closed: "women could
// inherit land" says that they did, or that it was so.
func isOpenTo(lemma string) bool {
	switch lemma {
	case "own", "inherit", "marry", "divorce", "vote", "enroll", "practice", "practise", "access", "receive", "attend", "challenge", "register":
		return true
	}
	return false
}

// isEvent reports nouns that tell of something done or happening.
func isEvent(lemma string) bool {
	for _, ending := range []string{"tion", "sion", "ment", "ance", "ence", "ing", "ship"} {
		if strings.HasSuffix(lemma, ending) && len(lemma) > len(ending)+3 {
			return true
		}
	}
	switch lemma {
	case "supply", "transfer", "use", "attack", "sale", "death", "killing", "abuse", "role", "support", "return", "visit", "plan", "tie",
		"attempt", "purchase", "shipment", "delivery", "deal", "raid", "strike", "theft", "fraud", "torture", "rape", "murder", "arrest",
		"beating", "bribery", "denial", "withdrawal", "removal", "seizure", "failure", "departure", "takeover", "merger", "resignation",
		"loss", "leak", "breach", "misuse", "bias", "collusion", "interference", "contact", "link", "disappearance", "harassment", "sabotage":
		return true
	}
	return false
}
