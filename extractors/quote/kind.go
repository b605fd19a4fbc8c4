package quote

import (
	"strings"

	"github.com/purport-nlp/purport/pipeline"
)

// What stands behind a source: by its entity, by the lexicon of nouns, by the
// form of the word.

// nobody says what stands behind an attribution without a source: somebody
// who is not named behind a passive or a noun ("is said", "reports of"), the
// author behind what is seen or known ("it is known", "it seems") and behind
// verbs that lack a subject of their own.
func (w *work) nobody(i int, act pipeline.Act) pipeline.SourceKind {
	passive := w.tree.Child(i, "aux:pass") >= 0 || w.tree.Child(i, "nsubj:pass") >= 0 || w.token(i).XPOS == "VBN"
	switch w.token(i).UPOS {
	case "VERB", "AUX":
		switch w.lemma(i) {
		case "expect", "schedule", "intend", "plan", "require", "need", "suppose":
			return pipeline.SourceAuthor // "is expected to": the author expects it
		}
		finite := w.token(i).XPOS == "VBD" || w.token(i).XPOS == "VBZ" || w.token(i).XPOS == "VBP"
		if passive && act != pipeline.ActKnowledge || finite && act == pipeline.ActStatement {
			return pipeline.SourceAnonymous
		}
		return pipeline.SourceAuthor
	case "ADJ":
		return pipeline.SourceAuthor
	case "NOUN":
		// What shows or is known is so for the author; what is said needs a
		// speaker.
		switch w.lemma(i) {
		case "evidence", "proof", "sign", "indication", "fact", "doubt", "recognition", "realization":
			return pipeline.SourceAuthor
		}
	}
	return pipeline.SourceAnonymous
}

// kindOf says what stands behind a source headed by token head.
func (w *work) kindOf(head int, source pipeline.Range) pipeline.SourceKind {
	t := w.token(head)
	form := lower(t.Form)
	if t.UPOS == "PRON" || t.UPOS == "DET" {
		if kind, ok := w.pronounKind(head, form); ok {
			return kind
		}
	}
	if w.joined(head, source) {
		if w.speaker(head) {
			return pipeline.SourceGroup
		}
		return pipeline.SourceAuthor
	}
	if e := w.entity(head); e != nil && (e.Mention == pipeline.MentionName || t.UPOS == "PROPN") {
		// "The Office" and "the Committee" are bodies, whatever a name finder
		// without a list makes of them.
		if kind := w.lexicon.Source(unligatured(form)); e.Tokens.Len() == 1 && kind != "" && e.Label == pipeline.Location && e.Place == nil {
			return kind
		}
		if kind := w.lexicon.Source(lower(lastWord(w.doc.Clean(e.Span)))); e.Label == pipeline.Location && kind == pipeline.SourceOrganization {
			return kind
		}
		return w.entityKind(e, t)
	}
	if kind := w.nounKind(head, form); kind != "" {
		return kind
	}
	if e := w.entity(head); e != nil {
		return w.entityKind(e, t)
	}
	if w.namedPerson(head) != nil {
		return pipeline.SourcePerson
	}
	switch {
	case t.UPOS == "PROPN" && w.publishedBy(head):
		return pipeline.SourceDocument
	case w.isBody(head):
		return pipeline.SourceOrganization
	case t.UPOS == "PROPN":
		return pipeline.SourcePerson
	case t.UPOS == "NUM" || t.UPOS == "ADJ" || t.XPOS == "NNS" && personal(t.Lemma):
		return pipeline.SourceGroup
	case personal(t.Lemma), head > 0 && t.Form != form, t.Form != form && w.bareName(head):
		return pipeline.SourcePerson
	}
	// A thing that shows something is no speaker: the author is.
	return pipeline.SourceAuthor
}

// speaksUp reports whether a verb that only speakers have says a whole clause
// at token i, so that an unknown noun behind it is a body: "the airline
// announced that".
func (w *work) speaksUp(i int) bool {
	switch w.lemma(i) {
	case "say", "announce", "argue", "claim", "tell", "warn", "contend", "insist", "reply", "respond", "deny", "complain", "add", "promise", "vow", "pledge", "decline":
		return w.tree.Child(i, "ccomp", "xcomp") > i
	}
	return false
}

// publishedBy reports whether an unknown name at token head is the title of
// something that a body has put out: "the agency's 2019 Overview".
func (w *work) publishedBy(head int) bool {
	owner := w.tree.Child(head, "nmod:poss")
	if owner < 0 || owner > head {
		return false
	}
	e := w.entity(owner)
	return e != nil && e.Label == pipeline.Organization && e.Mention == pipeline.MentionName
}

// isBody reports whether an unknown name at token head is that of a body: it
// is written as an acronym, or follows the word for one ("the NGO C4ADS").
func (w *work) isBody(head int) bool {
	t := w.token(head)
	if t.UPOS != "PROPN" && t.UPOS != "NOUN" || t.Form == lower(t.Form) {
		return false
	}
	if head > 0 {
		switch lower(w.token(head - 1).Form) {
		case "ngo", "nonprofit", "group", "organization", "organisation", "company", "firm", "agency", "newspaper", "magazine", "website", "broadcaster", "network", "charity":
			return true
		}
	}
	upper := 0
	for i := 0; i < len(t.Form); i++ {
		switch c := t.Form[i]; {
		case 'A' <= c && c <= 'Z':
			upper++
		case 'a' <= c && c <= 'z':
			return false
		}
	}
	return upper >= 3
}

// unligatured writes the ligatures of typesetting as letters.
func unligatured(form string) string {
	if !strings.Contains(form, "\xef\xac") {
		return form
	}
	return strings.NewReplacer("\ufb00", "ff", "\ufb01", "fi", "\ufb02", "fl", "\ufb03", "ffi", "\ufb04", "ffl").Replace(form)
}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }

// speaker reports whether token i names somebody or something that speaks.
func (w *work) speaker(i int) bool {
	t := w.token(i)
	return w.entity(i) != nil || w.sourceWord(i) != "" || t.UPOS != "NOUN" || i > 0 && t.Form != lower(t.Form) || personal(t.Lemma)
}

// joined reports whether a noun phrase joins several sources, so that it is a
// group.
func (w *work) joined(head int, source pipeline.Range) bool {
	and := false
	for at := source.First; at < source.End; at++ {
		and = and || w.token(at).UPOS == "CCONJ"
	}
	if !and {
		return false
	}
	for c := w.tree.FirstChild(head); c >= 0; c = w.tree.NextSibling(c) {
		if w.is(c, "conj") && source.Contains(c) && w.nominal(c) {
			return true
		}
	}
	return false
}

// pronounKind settles pronouns: by the mention that resolves them, else by
// the word itself.
func (w *work) pronounKind(head int, form string) (pipeline.SourceKind, bool) {
	switch form {
	case "i", "we", "me", "us", "my", "our":
		return pipeline.SourceAuthor, true // unless quoted: see nest
	case "some", "many", "others", "most", "few", "several", "both", "all", "those", "these", "everyone", "everybody",
		"anyone", "nobody", "no", "one", "none", "each", "you", "people", "another":
		return pipeline.SourceGroup, true
	case "someone", "somebody":
		return pipeline.SourceAnonymous, true
	}
	if e := w.entity(head); e != nil {
		return w.entityKind(e, w.token(head)), true
	}
	switch form {
	case "he", "she", "him", "her", "his", "hers", "himself", "herself", "who":
		if w.token(head).Form == "WHO" {
			return pipeline.SourceOrganization, true
		}
		return pipeline.SourcePerson, true
	case "they", "them", "their", "themselves":
		return pipeline.SourceGroup, true
	case "it", "its", "itself":
		return pipeline.SourceOrganization, true
	}
	return "", false
}

// entityKind maps entity labels to kinds of source.
func (w *work) entityKind(e *pipeline.Entity, t *pipeline.Token) pipeline.SourceKind {
	switch e.Label {
	case pipeline.Organization:
		if e.Place != nil && e.Place.Kind == "country" {
			return pipeline.SourceLocation
		}
		return pipeline.SourceOrganization
	case pipeline.Location:
		return pipeline.SourceLocation
	case pipeline.Nationality:
		return pipeline.SourceGroup
	}
	return pipeline.SourcePerson
}

// nounKind settles common nouns by the lexicon and by what goes with them.
func (w *work) nounKind(head int, form string) pipeline.SourceKind {
	kind := w.sourceWord(head)
	switch kind {
	case "":
		return ""
	case pipeline.SourcePerson:
		if w.token(head).XPOS == "NNS" {
			return pipeline.SourceGroup
		}
	case pipeline.SourceGroup:
		if form == "media" && w.stateMedia(head) {
			return pipeline.SourceOrganization
		}
		// "Officials familiar with the talks" are nobody in particular.
		if w.inTheKnow(head + 1) {
			return pipeline.SourceAnonymous
		}
	case pipeline.SourceDocument:
		// "The investigation found" is its investigators; with a name or an
		// adjective it is the paper that it left.
		if form == "investigation" || form == "inquiry" {
			if d := w.tree.Child(head, "det"); d >= 0 && lower(w.token(d).Form) == "the" && w.tree.Child(head, "amod", "compound") < 0 {
				return pipeline.SourceOrganization
			}
		}
	}
	return kind
}

// unnamed reports whether it is said of the source headed by token head that
// it is not to be named: "who asked not to be named", "on condition of
// anonymity".
func (w *work) unnamed(head int) bool {
	for at := head + 1; at < w.tree.Len() && at < head+14; at++ {
		switch w.token(at).Form {
		case "anonymity", "anonymously":
			return true
		case "named", "identified":
			if w.token(at-1).Form == "be" && w.token(at-2).Form == "to" {
				return true
			}
		}
	}
	return false
}

// inTheKnow reports whether token i begins what newspapers say of sources
// that they do not name: "familiar with", "briefed on", "close to".
func (w *work) inTheKnow(i int) bool {
	if i+2 >= w.tree.Len() {
		return false
	}
	next := lower(w.token(i + 1).Form)
	switch lower(w.token(i).Form) {
	case "familiar":
		return next == "with"
	case "briefed":
		return next == "on" || next == "about"
	case "close":
		return next == "to"
	case "with":
		return next == "knowledge" || next == "direct"
	}
	return false
}

// stateMedia reports whether "media" means the mouthpiece of a state.
func (w *work) stateMedia(head int) bool {
	for at := head - 1; at >= 0 && at >= head-3; at-- {
		switch lower(w.token(at).Form) {
		case "state", "official", "state-run", "state-owned", "state-controlled":
			return true
		}
	}
	return false
}

// bareName reports whether the word at token i, which begins a sentence, is
// used as a name: alone, right before a singular verb.
func (w *work) bareName(i int) bool {
	return i == 0 && w.tree.Len() > 1 && (w.token(1).XPOS == "VBZ" || w.token(1).XPOS == "VBD") && w.sourceWord(i) == "" && w.tree.FirstChild(i) < 0
}

// personal reports whether a noun is formed like one for people.
func personal(lemma string) bool {
	for _, ending := range [...]string{"er", "or", "ist", "man", "woman", "ian", "ant", "ee", "eer", "person"} {
		if strings.HasSuffix(lemma, ending) {
			return true
		}
	}
	return false
}
