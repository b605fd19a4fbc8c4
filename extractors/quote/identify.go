package quote

import (
	"strings"

	"github.com/purport-nlp/purport/pipeline"
)

// identify gives every source its kind and its name.
func (w *work) identify() {
	w.documents = w.documents[:0]
	w.enter0 = -1
	for i := range w.found {
		a := &w.found[i]
		if a.from >= 0 {
			continue // settled with the attribution that it continues
		}
		if w.enter0 != a.sentence {
			w.enter(a.sentence)
			w.enter0 = a.sentence
		}
		w.identifyOne(a)
	}
	for i := range w.found {
		if from := w.found[i].from; from >= 0 {
			w.found[i].link, w.found[i].issuer = w.found[from].link, w.found[from].issuer
		}
	}
}

func (w *work) identifyOne(a *attribution) {
	defer w.unsaid(a)
	defer w.printedIn(a)
	a.link.Cue = w.spanOf(a.cue)
	if a.source.Len() == 0 {
		w.inherit(a)
	}
	if a.source.Len() == 0 {
		a.link.Kind = w.nobody(a.cueHead-w.tree.First, a.act)
		return
	}
	a.link.Span = w.spanOf(a.source)
	head := a.sourceHead - w.tree.First
	if head < 0 || head >= w.tree.Len() {
		a.link.Kind, a.link.Name = pipeline.SourceAnonymous, w.doc.Clean(a.link.Span)
		return
	}
	source := pipeline.Range{First: a.source.First - w.tree.First, End: a.source.End - w.tree.First}
	if referent := w.referent(head); referent != head {
		head = referent
		source = w.tree.Subtree(head)
		source.First = w.phraseStart(source.First, head)
		source.End = min(source.End, a.source.First-w.tree.First)
		if !source.Contains(head) {
			source = pipeline.Range{First: head, End: head + 1}
		}
	}
	core := w.core(source, head)
	head = w.titled(head, core)
	if name := w.apposed(head, source); name >= 0 {
		head = name
	}
	if core.Len() > 0 {
		a.link.Name = w.doc.Clean(w.tree.Span(core))
	} else {
		a.link.Name = w.doc.Clean(a.link.Span)
	}
	a.link.Kind = w.kindOf(head, source)
	if a.link.Kind == pipeline.SourceAuthor && w.token(head).UPOS == "NOUN" && w.token(head).XPOS == "NN" && w.speaksUp(a.cueHead-w.tree.First) {
		a.link.Kind = pipeline.SourceOrganization
	}
	if (a.link.Kind == pipeline.SourcePerson || a.link.Kind == pipeline.SourceGroup) && !w.isNamed(head) && w.unnamed(head) {
		a.link.Kind = pipeline.SourceAnonymous
	}
	if a.form == "transcript" && a.link.Kind == pipeline.SourceLocation {
		a.link.Kind = pipeline.SourcePerson
	}
	w.nameOf(a, head, source)
	if e := w.entity(head); lower(w.token(head).Form) == "they" && (e == nil || e.Name == "") {
		w.nameThey(a)
	}
}

// nameThey takes "they" for the last body or group that has spoken shortly
// before, or that issued the paper that has.
func (w *work) nameThey(a *attribution) {
	for i, steps := len(w.found)-1, 0; i >= 0 && steps < 5; i-- {
		b := &w.found[i]
		if b.cueHead >= a.cueHead || b.from >= 0 || b.link.Kind == "" {
			continue
		}
		steps++
		if b.sentence < a.sentence-4 {
			return
		}
		link := b.link
		if link.Kind == pipeline.SourceDocument && b.issuer.Kind != "" {
			link = b.issuer
		}
		if link.Name == "" || strings.EqualFold(link.Name, "they") {
			continue
		}
		switch link.Kind {
		case pipeline.SourceOrganization, pipeline.SourceGroup, pipeline.SourceLocation:
			a.link.Kind, a.link.Name = link.Kind, link.Name
			return
		}
	}
}

// unsaid makes an event of what a thing is said to do by a verb that only
// sometimes speaks: "doubts have marked the talks".
func (w *work) unsaid(a *attribution) {
	if a.link.Kind != pipeline.SourceAuthor || a.act != pipeline.ActStatement || a.link.Span.IsZero() {
		return
	}
	head := a.sourceHead - w.tree.First
	if head < 0 || head >= w.tree.Len() || w.token(head).UPOS == "PRON" {
		return
	}
	i := a.cueHead - w.tree.First
	if !w.words[i].report.Strong || w.tree.Child(i, "ccomp") < 0 && w.token(i).UPOS == "VERB" {
		a.act = pipeline.ActEvent
	}
}

// printedIn notes the article that somebody's words are taken from, as the
// outer source: "hinted at by the envoy in a newspaper article".
func (w *work) printedIn(a *attribution) {
	if a.link.Kind != pipeline.SourcePerson && a.link.Kind != pipeline.SourceOrganization || a.source.Len() == 0 || a.issuer.Kind != "" {
		return
	}
	in := a.source.End - w.tree.First
	if cue := a.cue.End - w.tree.First; cue > in {
		in = cue
	}
	if in+2 >= w.tree.Len() || w.token(in).Form != "in" {
		return
	}
	for at := in + 1; at < w.tree.Len() && at < in+7 && w.inPhrase(at); at++ {
		switch w.lemma(at) {
		case "article", "story", "editorial", "column", "book", "essay", "op-ed", "documentary":
			span := pipeline.Span{Start: w.token(in + 1).Start, End: w.token(at).End}
			a.issuer = pipeline.SourceLink{Kind: pipeline.SourceDocument, Span: span, Name: w.doc.Clean(span)}
			return
		}
	}
}

// inherit gives an active verb without a source the subject that it shares
// with the verb it hangs on.
func (w *work) inherit(a *attribution) {
	i := a.cueHead - w.tree.First
	if w.token(i).UPOS != "VERB" {
		return
	}
	if by := w.agent(i); by >= 0 {
		r := w.tree.Subtree(by)
		r.First = max(w.phraseStart(r.First, by), i+1)
		if !overlap(shift(r, w.tree.First), a.content) {
			a.source, a.sourceHead, a.sourceForm = shift(w.core(w.trim(r), by), w.tree.First), by+w.tree.First, "agent"
		}
		return
	}
	if a.passive {
		return
	}
	subject := w.tree.Child(i, "nsubj")
	if subject < 0 {
		subject = w.inheritedSubject(i)
	} else if w.lemma(subject) == "it" || w.token(subject).Deprel == "nsubj:pass" || !w.nominal(subject) {
		return
	}
	if subject < 0 && w.token(i).XPOS == "VBG" && w.words[i].report.Act == pipeline.ActStatement {
		subject = w.mainSubject(i)
	}
	if subject < 0 && w.finite(i) && w.words[i].report.Strong {
		if subject = w.interrupted(i); subject < 0 {
			subject = w.adjacent(i)
		}
	}
	if subject < 0 || a.cue.Contains(subject+w.tree.First) || a.content.Contains(subject+w.tree.First) {
		return
	}
	r := w.tree.Subtree(subject)
	r.First = w.phraseStart(r.First, subject)
	if r.Contains(i) {
		r.End = min(r.End, i)
		if subject >= r.End {
			return
		}
	}
	a.source, a.sourceHead, a.sourceForm = shift(w.core(w.trim(r), subject), w.tree.First), subject+w.tree.First, "inherited"
}

// mainSubject returns the subject of the main clause before a participle at
// token i that stands behind a comma, whatever the parse hangs it on; or -1.
func (w *work) mainSubject(i int) int {
	at := i - 1
	if at > 0 && w.token(at).UPOS == "ADV" {
		at--
	}
	if at < 1 || w.token(at).Form != "," {
		return -1
	}
	for j := 0; j < at; j++ {
		if w.token(j).Deprel == "nsubj" && w.nominal(j) && w.lemma(j) != "it" && w.speaker(j) {
			return j
		}
	}
	return -1
}

// adjacent returns the name or noun for somebody right before the verb at
// token i, or -1.
func (w *work) adjacent(i int) int {
	at := i - 1
	for at >= 0 && (w.token(at).UPOS == "ADV" || w.token(at).UPOS == "AUX") {
		at--
	}
	if at < 0 || !w.nominal(at) || w.isTime(at) || w.punctuation(at) || w.quote(at) != w.quote(i) {
		return -1
	}
	if w.isNamed(at) || w.sourceWord(at) != "" && (at == 0 || w.token(w.phraseBack(at)).UPOS != "ADP") {
		return at
	}
	return -1
}

// interrupted returns the head of the phrase that begins the sentence, where
// commas part it from the verb at token i: "Some, fearing the worst, said";
// or -1.
func (w *work) interrupted(i int) int {
	at := i - 1
	for at > 0 && w.token(at).UPOS == "ADV" {
		at--
	}
	if at < 2 || w.token(at).Form != "," {
		return -1
	}
	for j := 0; j < at; j++ {
		if w.finite(j) {
			return -1
		}
	}
	r := pipeline.Range{}
	for r.End < at && w.inPhrase(r.End) {
		r.End++
	}
	if r.Len() == 0 || w.token(r.End).Form != "," {
		return -1
	}
	return w.headOfPhrase(r)
}

// agent returns the head of a participle's "by" phrase, or -1.
func (w *work) agent(i int) int {
	if w.token(i).XPOS != "VBN" {
		return -1
	}
	for c := w.tree.FirstChild(i); c >= 0; c = w.tree.NextSibling(c) {
		if c > i && w.is(c, "obl") && w.nominal(c) && w.hasBy(c) && (w.entity(c) != nil || w.sourceWord(c) != "" || personal(w.lemma(c))) {
			return c
		}
	}
	return -1
}

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

// apposed returns the last word of the person's name behind the comma after
// the role of somebody, whatever the parse joins it to: "the company's chief
// executive, Anna Berg"; or -1.
func (w *work) apposed(head int, source pipeline.Range) int {
	comma := source.First + 1
	for comma < source.End && w.token(comma).Form != "," {
		if w.token(comma).UPOS == "CCONJ" {
			return -1
		}
		comma++
	}
	if comma+1 >= source.End || w.isNamed(head) {
		return -1
	}
	if role := comma - 1; w.sourceWord(role) != pipeline.SourcePerson && !personal(w.lemma(role)) {
		return -1
	}
	e := w.entity(comma + 1)
	if e == nil || e.Label != pipeline.Person || e.Mention != pipeline.MentionName {
		return -1
	}
	return e.Tokens.End - 1 - w.tree.First
}

// titled returns the last word of the person's name that a source ends with,
// where the parse took a word of the title for its head ("U.S. Senator Maria
// Lopez"), else the head.
func (w *work) titled(head int, core pipeline.Range) int {
	if core.Len() < 2 || w.joined(head, core) {
		return head
	}
	e := w.entity(core.End - 1)
	if e == nil || e.Label != pipeline.Person || e.Mention != pipeline.MentionName || w.entity(head) == e {
		return head
	}
	for at := core.First; at < core.End; at++ {
		switch w.token(at).UPOS {
		case "ADP", "CCONJ", "VERB", "PUNCT":
			return head
		}
		if w.token(at).XPOS == "POS" && at+1 == e.Tokens.First-w.tree.First {
			return head
		}
	}
	return core.End - 1
}

// spanOf returns the text span of a range of document tokens.
func (w *work) spanOf(r pipeline.Range) pipeline.Span {
	if r.Len() <= 0 {
		return pipeline.Span{}
	}
	return pipeline.Span{Start: w.doc.Tokens[r.First].Start, End: w.doc.Tokens[r.End-1].End}
}

// referent returns the noun that a relative pronoun stands for.
func (w *work) referent(head int) int {
	if form := w.token(head).Form; form == "WHO" {
		return head // the World Health Organization
	}
	switch lower(w.token(head).Form) {
	case "who", "which", "that", "whom", "whose":
		for at, steps := head, 0; at >= 0 && steps < 6; at, steps = w.token(at).Head, steps+1 {
			if w.is(at, "acl") && w.token(at).Head >= 0 && w.token(at).Head < head {
				return w.token(at).Head
			}
		}
		// The parse does not say: the phrase right before it.
		for at := head - 1; at >= 0 && at > head-3; at-- {
			if w.nominal(at) {
				return w.climb(at, 0, head)
			}
		}
	}
	return head
}

// core returns the part of a source that names it on its own: without what
// follows a comma or bracket, without a possessive's ending.
func (w *work) core(source pipeline.Range, head int) pipeline.Range {
	if !source.Contains(head) {
		source = w.tree.Subtree(head)
	}
	r := source
	plural := w.joined(head, source)
	for at := head + 1; at < r.End && !plural; at++ {
		switch w.token(at).Form {
		case ",", "(", "--", "—", "–", "-":
			if e := w.entity(at); e == nil || e.Tokens.First >= w.tree.First+at || e.Tokens.End <= w.tree.First+at {
				r.End = at
			}
		}
	}
	r = w.trim(r)
	if r.Len() > 1 && w.token(r.End-1).XPOS == "POS" {
		r.End--
	}
	return r
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

// namedPerson returns the person whose name stands in apposition to token
// head, or is part of its name, or nil.
func (w *work) namedPerson(head int) *pipeline.Entity {
	for c := w.tree.FirstChild(head); c >= 0; c = w.tree.NextSibling(c) {
		if w.is(c, "appos", "flat", "compound") {
			if e := w.entity(c); e != nil && e.Label == pipeline.Person && e.Mention == pipeline.MentionName &&
				(c > head || w.is(c, "flat", "appos")) {
				return e
			}
		}
	}
	return nil
}

// documentName is a document that has spoken, by the head noun of its name.
type documentName struct {
	noun, name string
	issuer     pipeline.SourceLink
	sentence   int
}

// nameOf sets the canonical name of a source: that of the entity it mentions,
// of the person in apposition, or, for a document, its fuller name before or
// who issued it.
func (w *work) nameOf(a *attribution, head int, source pipeline.Range) {
	switch a.link.Kind {
	case pipeline.SourceGroup, pipeline.SourceAnonymous:
		if e := w.entity(head); e != nil && e.Mention == pipeline.MentionPronoun && e.Name != "" {
			a.link.Name = e.Name
		}
		return
	case pipeline.SourceDocument:
		w.nameDocument(a, head)
		return
	}
	if e := w.entity(head); e != nil && isFullName(e.Name) && (e.Mention != pipeline.MentionNominal || e.Name != lower(e.Name)) && (e.Mention == pipeline.MentionName || w.namedPerson(head) == nil) {
		a.link.Name = e.Name
		return
	}
	if e := w.namedPerson(head); e != nil {
		a.link.Name, a.link.Kind = e.Name, pipeline.SourcePerson
		return
	}
	if form := lower(w.token(head).Form); form == "it" && len(w.documents) > 0 && w.documents[len(w.documents)-1].sentence >= a.sentence-3 {
		last := w.documents[len(w.documents)-1]
		a.link.Kind, a.link.Name, a.issuer = pipeline.SourceDocument, last.name, last.issuer
	}
}

// isFullName reports whether a name has letters that name something: chains
// are at times named after a year or an article.
func isFullName(name string) bool {
	if strings.EqualFold(name, "the") {
		return false
	}
	for i := 0; i < len(name); i++ {
		if c := name[i] | 0x20; 'a' <= c && c <= 'z' || name[i] >= 0x80 {
			return true
		}
	}
	return false
}

// nameDocument finds who issued a document, and its fuller name where it was
// mentioned before.
func (w *work) nameDocument(a *attribution, head int) {
	noun := w.lemma(head)
	issuer := w.issuerOf(head)
	if issuer == nil {
		definite := w.tree.Child(head, "det") >= 0 && lower(w.token(w.tree.Child(head, "det")).Form) != "a"
		for i := len(w.documents) - 1; i >= 0 && definite && i >= len(w.documents)-16; i-- {
			if w.documents[i].noun == noun {
				a.link.Name, a.issuer = w.documents[i].name, w.documents[i].issuer
				again := w.documents[i]
				again.sentence = a.sentence
				w.documents = append(w.documents, again)
				return
			}
		}
		w.documents = append(w.documents, documentName{noun, a.link.Name, pipeline.SourceLink{}, a.sentence})
		return
	}
	kind := pipeline.SourceOrganization
	if issuer.Label != pipeline.Organization {
		kind = w.entityKind(issuer, nil)
	}
	a.issuer = pipeline.SourceLink{Kind: kind, Span: issuer.Span, Name: issuer.Name}
	a.link.Name = issuer.Name
	w.documents = append(w.documents, documentName{noun, a.link.Name, a.issuer, a.sentence})
}

// issuerOf returns who a document is of, from or by, or who brings it out in
// this sentence, or nil.
func (w *work) issuerOf(head int) *pipeline.Entity {
	if by := w.ownerOf(head); by != nil {
		return by
	}
	verb := w.token(head).Head
	if verb < 0 || !w.is(head, "obj") || !w.issuing(verb) {
		return nil
	}
	if s := w.tree.Child(verb, "nsubj"); s >= 0 && w.token(s).Deprel == "nsubj" {
		if e := w.entity(s); e != nil && e.Name != "" {
			return e
		}
	}
	return nil
}

// ownerOf returns who a document is of, from or by in its own phrase, or nil.
func (w *work) ownerOf(head int) *pipeline.Entity {
	for c := w.tree.FirstChild(head); c >= 0; c = w.tree.NextSibling(c) {
		e := w.entity(c)
		if e == nil || e.Label == pipeline.Nationality || e.Name == "" {
			continue
		}
		switch {
		case w.is(c, "nmod:poss"):
			return e
		case w.is(c, "compound") && e.Label == pipeline.Organization:
			return e
		case w.is(c, "nmod", "obl"):
			if p := w.caseOf(c); p == "by" || p == "from" || p == "of" && e.Label != pipeline.Location {
				return e
			}
		}
	}
	return nil
}
