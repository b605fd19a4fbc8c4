package quote

import (
	"strings"

	"github.com/purport-nlp/purport/pipeline"
)

// Sentences that announce a speech, which stands in the paragraphs after them:
// "Senator Byrne made the following statement:", "A transcript of her address
// is below:", "Remarks as prepared:". Who speaks is in them, or in one before.

// announcement is a sentence that announces a speech.
type announcement struct {
	// attribution has the speaker for its source, or nobody where the sentence
	// only labels what follows. Its span is open.
	attribution
	// formal says that the speech is pointed at ("the following", "below"), so
	// that it may begin some sentences later.
	formal bool
	// noun says that what is announced is named: a statement, remarks.
	noun bool
	// points says that the speech is pointed at in words, not by a colon alone.
	points bool
	// named is the last announcement up to this one with a speaker, or -1.
	named int
}

// announce notes the current sentence if it announces a speech.
func (w *work) announce() {
	end, colon := w.announcementEnd()
	points, noun := w.pointsOn() || w.isTitled(end), -1
	if w.quote(0) >= 0 && w.quote(0) == w.quote(end-1) || !points && !colon && end > longestAnnouncement {
		return
	}
	says := -1
	for i := range w.words {
		if w.quote(i) >= 0 || w.token(i).UPOS != "VERB" {
			continue
		}
		if noun = w.speechTaken(i); noun < 0 {
			if colon && w.saysWords(i) {
				says = i
			}
			continue
		}
		if source := w.announcer(i, noun); source.tokens.Len() > 0 {
			w.noteAnnouncement(i, noun, source, announcement{formal: points || colon, noun: true, points: points})
			if w.following(noun) {
				w.forget(i, noun)
			}
			return
		}
	}
	if says >= 0 {
		if source := w.announcer(says, says); source.tokens.Len() > 0 {
			w.noteAnnouncement(says, says, source, announcement{})
			return
		}
	}
	if w.label(points, colon) || !colon || !points {
		return
	}
	// "The Committee voted for the following directive:"
	if root := w.root(); root >= 0 && root < end {
		if source := w.announcer(root, root); source.tokens.Len() > 0 {
			w.noteAnnouncement(root, root, source, announcement{})
		}
	}
}

// isTitled reports whether the current sentence is, up to token end, the title of
// a speech: "Statement of Senator Byrne on the Ferry Bill".
func (w *work) isTitled(end int) bool {
	if w.tree.Len() < 3 || !isSpeech(lower(w.lemma(0))) {
		return false
	}
	switch lower(w.token(1).Form) {
	case "of", "by", "from":
		return !w.hasFinite(pipeline.Range{First: 0, End: end})
	}
	return false
}

// announcementEnd returns where the announcement in the current sentence ends:
// behind a colon that a quotation follows, else with the sentence; and whether
// it ends in a colon.
func (w *work) announcementEnd() (end int, colon bool) {
	end = w.tree.Len()
	for i := 1; i+1 < end; i++ {
		if w.quote(i) >= 0 || w.quote(i+1) < 0 {
			continue
		}
		if w.token(i).Form == ":" {
			return i + 1, true
		}
		if strings.Contains(w.doc.Text[w.token(i).End:w.token(i+1).Start], "\n") {
			return i + 1, false
		}
	}
	return end, w.token(end-1).Form == ":"
}

// longestAnnouncement bounds, in tokens, the sentences that are taken for
// labels, or that announce a speech without pointing at it.
const longestAnnouncement = 40

// root returns the verb that the tree of the current sentence hangs on, or -1.
func (w *work) root() int {
	for i := range w.words {
		if w.token(i).Head < 0 && w.token(i).UPOS == "VERB" {
			return i
		}
	}
	return -1
}

// noteAnnouncement adds an announcement of the kind given, by a verb or noun and
// the words after it up to token last.
func (w *work) noteAnnouncement(verb, last int, source candidate, kind announcement) {
	t, named := w.tree.First, len(w.announced)
	if source.tokens.Len() == 0 {
		named = -1
		if len(w.announced) > 0 {
			named = w.announced[len(w.announced)-1].named
		}
	}
	kind.named, kind.attribution = named, attribution{
		cueHead: t + verb, cue: pipeline.Range{First: t + verb, End: t + last + 1}, source: shift(source.tokens, t), sentence: w.sentence,
		act: pipeline.ActStatement, sourceForm: source.form, form: "statement", from: -1, outer: -1, sourceHead: shiftIndex(source.head, t),
	}
	w.announced = append(w.announced, kind)
}

// pointsOn reports whether a word of the current sentence points at what comes
// after it: "the following remarks", "is below", "as prepared".
func (w *work) pointsOn() bool {
	for i := range w.words {
		switch w.token(i).Form {
		case "following", "Following", "FOLLOWING", "below", "Below", "prepared", "delivered":
			if w.quote(i) < 0 && (i == 0 || w.token(i-1).Form != "was") {
				return true
			}
		case "follows", "follow":
			if w.quote(i) < 0 && i+3 > w.tree.Len() {
				return true
			}
		}
	}
	return false
}

// following reports whether the noun at token i is "the following statement",
// which stands outside of the sentence.
func (w *work) following(i int) bool {
	for at := i; at >= 0 && at > i-4; at-- {
		if lower(w.token(at).Form) == "following" {
			return true
		}
	}
	return false
}

// forget drops the attributions of the current sentence with one of two cues
// that took words outside of quotations for what they announce.
func (w *work) forget(verb, noun int) {
	kept := w.found[:0]
	for _, a := range w.found {
		own := a.sentence == w.sentence && (a.cueHead == w.tree.First+verb || a.cueHead == w.tree.First+noun)
		if !own || a.content.Len() > 0 && w.quoteAt[a.content.First] >= 0 {
			kept = append(kept, a)
		}
	}
	w.found = kept
}

// isSpeech reports whether a noun is the word for what somebody says at
// length.
func isSpeech(lemma string) bool {
	switch lemma {
	case "statement", "remark", "comment", "address", "speech", "response", "testimony", "reaction", "tribute", "transcript", "text", "eulogy",
		"column", "editorial", "op-ed", "letter", "message", "remarks", "comments":
		return true
	}
	return false
}

// speechTaken returns the noun for a speech that the verb at token i takes for
// its object ("issued this joint statement"), or -1.
func (w *work) speechTaken(i int) int {
	switch w.lemma(i) {
	case "make", "deliver", "give", "issue", "offer", "release", "post", "submit", "provide", "present", "publish", "send", "have", "write":
	default:
		return -1
	}
	object := true
	for at := i + 1; at < w.tree.Len() && at < i+10; at++ {
		t := w.token(at)
		object = object && t.UPOS != "ADP"
		if (object || w.following(at)) && isSpeech(lower(t.Lemma)) && (at+1 == w.tree.Len() || w.token(at+1).UPOS != "NOUN" || w.isTime(at+1)) {
			return at
		}
		if t.Form == "following" && at+2 < w.tree.Len() && w.token(at+1).Form == "to" && w.lemma(at+2) == "say" {
			return at
		}
		if w.finite(at) || t.Form == ";" || t.Form == ":" || t.UPOS == "SCONJ" || w.quote(at) >= 0 {
			return -1
		}
	}
	return -1
}

// saysWords reports whether the verb at token i says something in words, so
// that these may follow a colon.
func (w *work) saysWords(i int) bool {
	switch w.lemma(i) {
	case "speak", "testify", "talk", "comment", "remark", "respond", "react", "write", "reply", "state", "say", "add", "conclude", "continue", "observe":
	default:
		if r := w.words[i].report; !r.Strong || r.Act != pipeline.ActStatement {
			return false
		}
	}
	return w.finite(i) && (w.is(i, "root", "conj", "parataxis") || i+lastWords > w.tree.Len())
}

// lastWords is how many tokens before the end of a sentence the verb may stand
// that a closing colon belongs to, whatever it hangs on.
const lastWords = 6

// announcer returns who makes the speech that the verb at token i announces:
// its subject, one that it shares, whoever it is made by, or the last name
// before it where the parse lost the subject.
func (w *work) announcer(i, last int) candidate {
	form, n := "subject", w.tree.Child(i, "nsubj")
	if n >= 0 && w.token(n).Deprel == "nsubj:pass" {
		n = w.tree.Child(i, "obl:agent")
	}
	if n < 0 {
		n = w.inheritedSubject(i)
	}
	if n < 0 || !w.nominal(n) || !w.canSpeak(n) {
		form, n = "before", w.personBefore(i)
	}
	if n < 0 || last >= n && n >= i {
		return candidate{}
	}
	r := w.tree.Subtree(n)
	if r.Contains(i) {
		r.End = i
	}
	r.First = w.phraseStart(r.First, n)
	r = w.core(w.trim(r), n)
	if !r.Contains(n) {
		return candidate{}
	}
	return w.repairSource(i, candidate{form: form, tokens: r, head: n})
}

// canSpeak reports whether token n may stand for somebody who makes a speech.
func (w *work) canSpeak(n int) bool {
	if e := w.entity(n); e != nil {
		return e.Label == pipeline.Person || e.Label == pipeline.Organization
	}
	switch t := w.token(n); t.UPOS {
	case "PRON":
		return t.XPOS == "PRP" && t.Lemma != "it"
	case "PROPN":
		return true
	}
	kind := w.sourceWord(n)
	return kind != "" && kind != pipeline.SourceDocument || personal(w.lemma(n))
}

// personBefore returns the last word of the last person named before token i,
// or -1.
func (w *work) personBefore(i int) int {
	for at := i - 1; at >= 0; at-- {
		if e := w.entity(at); e != nil && e.Label == pipeline.Person && e.Mention == pipeline.MentionName {
			return at
		}
	}
	return -1
}
