package claim

import (
	"sort"

	"github.com/purport-nlp/purport/extractors/lexicon"
	"github.com/purport-nlp/purport/pipeline"
)

// modal is what a modal verb says of a clause.
type modal struct {
	token    int
	effect   lexicon.Effect
	modality string // epistemic, deontic, dynamic or ""
	rule     string
}

var (
	isPossible = lexicon.Effect{Use: true, Level: pipeline.Possible}
	isProbable = lexicon.Effect{Use: true, Level: pipeline.Probable}
	isUnknown  = lexicon.Effect{Use: true, Level: pipeline.Unknown}
)

// modalOf reads the modal verb of the clause headed by h, whose subject is
// subject, or returns false where there is none.
func (w *work) modalOf(h, subject int) (modal, bool) {
	for c := w.tree.FirstChild(h); c >= 0; c = w.tree.NextSibling(c) {
		if w.token(c).XPOS == "MD" && w.is(c, "aux") {
			return w.readModal(c, h, subject), true
		}
	}
	if isOneOf(w.lemma(h), "have", "need") && w.tree.Child(h, "xcomp") > h && w.tree.Child(h, "obj") < 0 {
		return modal{token: h, modality: "deontic", rule: "modal:" + w.lemma(h) + " to"}, true
	}
	return modal{}, false
}

func (w *work) readModal(m, h, subject int) modal {
	result := modal{token: m, rule: "modal:" + w.modalWord(m)}
	switch w.modalWord(m) {
	case "may":
		if w.permits(m, h, subject) {
			result.modality, result.rule = "deontic", "modal:may (permission)"
			return result
		}
		result.effect, result.modality = isPossible, "epistemic"
	case "might":
		result.effect, result.modality = isPossible, "epistemic"
	case "could":
		if w.wasAble(m, h) {
			result.modality, result.rule = "dynamic", "modal:could (ability)"
			return result
		}
		result.effect, result.modality = isPossible, "epistemic"
	case "can":
		result.modality = "dynamic"
	case "must":
		if w.perfect(h) {
			result.effect, result.modality = isProbable, "epistemic"
			return result
		}
		result.modality = "deontic"
	case "should", "ought":
		if w.expects(h, subject) {
			result.effect, result.modality = isProbable, "epistemic"
			return result
		}
		result.modality = "deontic"
	case "shall":
		result.modality = "deontic"
	case "would":
		if w.unreal(h) {
			result.effect, result.modality = isPossible, "epistemic"
		}
	}
	return result
}

// modalWord returns a modal's full form: "ca" is "can", "'ll" is "will".
func (w *work) modalWord(m int) string {
	switch word := w.lower[m]; word {
	case "ca":
		return "can"
	case "wo", "'ll":
		return "will"
	case "'d":
		return "would"
	case "sha":
		return "shall"
	default:
		return word
	}
}

// perfect reports "have" among the auxiliaries of h: "may have left".
func (w *work) perfect(h int) bool {
	for c := w.tree.FirstChild(h); c >= 0; c = w.tree.NextSibling(c) {
		if w.is(c, "aux") && w.lemma(c) == "have" {
			return true
		}
	}
	return false
}

// permits reports whether "may" gives leave: in rules and laws, where a
// person or office does something or something is done.
func (w *work) permits(m, h, subject int) bool {
	if w.perfect(h) {
		return false
	}
	if w.word(m+1) == "only" || w.word(m+1) == "not" && w.passive(h) && w.legal() {
		return true
	}
	if !w.legal() || w.upos(h) != "VERB" || subject < 0 {
		return w.word(subject) == "you" || w.word(subject) == "i" && m < subject
	}
	return w.agent(subject) || w.passive(h)
}

// legal reports whether the sentence speaks of rules.
func (w *work) legal() bool {
	for i := range w.lower {
		switch w.token(i).Lemma {
		case "law", "act", "statute", "section", "article", "regulation", "constitution", "rule", "clause", "permit", "licence", "license", "prohibit", "pursuant", "court", "judge", "code":
			return true
		}
	}
	return false
}

// agent reports whether noun i stands for somebody who can act.
func (w *work) agent(i int) bool {
	switch w.word(i) {
	case "he", "she", "they", "we", "you", "i", "who", "anyone", "everyone", "someone", "nobody", "somebody", "anybody", "everybody":
		return true
	}
	if w.entityOver(i) != nil {
		return true
	}
	switch w.Stage.reporting.Source(w.lemma(i)) {
	case pipeline.SourcePerson, pipeline.SourceOrganization, pipeline.SourceGroup, pipeline.SourceAnonymous, pipeline.SourceLocation:
		return true
	}
	return false
}

// entityOver returns the named entity that covers token i, or nil.
func (w *work) entityOver(i int) *pipeline.Entity {
	if i < 0 || i >= w.len() {
		return nil
	}
	at := w.token(i).Start
	k := sort.Search(len(w.doc.Entities), func(k int) bool { return w.doc.Entities[k].Start > at }) - 1
	for ; k >= 0 && w.doc.Entities[k].Sentence == w.sentence; k-- {
		if e := &w.doc.Entities[k]; at < e.End && e.Mention == pipeline.MentionName {
			return e
		}
	}
	return nil
}

// wasAble reports whether "could" tells of a past ability, or of one that was
// missing: what "could not be reached" was not reached.
func (w *work) wasAble(m, h int) bool {
	if w.perfect(h) {
		return false
	}
	if w.negatedBy(h) >= 0 {
		switch w.lemma(h) {
		case "be":
			return false
		case "happen", "rule", "lead", "affect", "mean", "become", "cause":
			return false
		}
		return w.tree.Child(h, "cop") < 0 || isOneOf(w.word(h), "able")
	}
	switch w.lemma(h) {
	case "see", "hear", "feel", "smell", "remember", "afford", "recall", "understand", "read":
		return true
	}
	return false
}

// expects reports whether "should" says what is to be expected rather than
// what ought to be done: of things that come about of themselves.
func (w *work) expects(h, subject int) bool {
	if w.perfect(h) || w.passive(h) || w.negatedBy(h) >= 0 || subject < 0 || w.agent(subject) {
		return false
	}
	if w.upos(h) != "VERB" {
		return isOneOf(w.word(h), "enough", "sufficient", "able", "available", "ready", "complete", "visible", "apparent", "easier", "possible", "higher", "lower")
	}
	switch w.lemma(h) {
	case "promote", "maintain", "support", "help", "lead", "rise", "fall", "increase", "decline", "improve", "continue", "ease", "boost", "bring", "come", "take", "arrive",
		"begin", "end", "last", "become", "grow", "remain", "result", "reduce", "return", "strengthen", "make", "put", "prove", "give", "produce", "reach", "keep", "push", "lift", "slow", "recover", "moderate", "follow":
		return true
	}
	return false
}

// unreal reports whether "would" speaks of what is not so or hangs on a
// condition, rather than of politeness, habit or the future seen from the
// past.
func (w *work) unreal(h int) bool {
	if isOneOf(w.lemma(h), "like", "prefer", "love", "rather", "say", "argue", "suggest", "urge", "welcome", "hope", "appreciate", "call") && !w.perfect(h) {
		if s := w.subject(h); s >= 0 && isOneOf(w.word(s), "i", "we") {
			return false
		}
		return w.lemma(h) != "like"
	}
	return !w.refuses(h)
}

// refuses reports "would not" of somebody who does not want to: "neither
// ministry would comment".
func (w *work) refuses(h int) bool {
	k := w.clauseOf[h]
	if w.perfect(h) || w.negatedBy(h) < 0 || k >= 0 && w.hasCondition(k) {
		return false
	}
	switch w.lemma(h) {
	case "reveal", "confirm", "say", "comment", "discuss", "disclose", "allow", "admit", "name", "specify", "identify", "elaborate",
		"budge", "answer", "release", "permit", "divulge", "let", "listen", "speculate", "talk", "provide":
		return true
	}
	return false
}
