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
	a.link.Cue = w.spanOf(a.cue)
	if a.source.Len() == 0 {
		a.link.Kind = pipeline.SourceAnonymous
		return
	}
	a.link.Span = w.spanOf(a.source)
	head := a.sourceHead - w.tree.First
	if head < 0 || head >= w.tree.Len() {
		a.link.Kind, a.link.Name = pipeline.SourceAnonymous, w.doc.Clean(a.link.Span)
		return
	}
	source := pipeline.Range{First: a.source.First - w.tree.First, End: a.source.End - w.tree.First}
	head = w.referent(head)
	core := w.core(source, head)
	if core.Len() > 0 {
		a.link.Name = w.doc.Clean(w.tree.Span(core))
	} else {
		a.link.Name = w.doc.Clean(a.link.Span)
	}
	a.link.Kind = w.kindOf(head, source)
	w.nameOf(a, head, source)
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
	switch lower(w.token(head).Form) {
	case "who", "which", "that", "whom", "whose":
		for at, steps := head, 0; at >= 0 && steps < 6; at, steps = w.token(at).Head, steps+1 {
			if w.is(at, "acl") && w.token(at).Head >= 0 {
				return w.token(at).Head
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
	plural := w.tree.Child(head, "conj") >= 0
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
	if w.tree.Child(head, "conj") >= 0 && w.conjoinedNames(head, source) {
		return pipeline.SourceGroup
	}
	if e := w.entity(head); e != nil && (e.Mention == pipeline.MentionName || t.UPOS == "PROPN") {
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
	case t.UPOS == "PROPN":
		return pipeline.SourcePerson
	case t.XPOS == "NNS" || t.UPOS == "NUM" || t.UPOS == "ADJ":
		return pipeline.SourceGroup
	case personal(t.Lemma):
		return pipeline.SourcePerson
	}
	return pipeline.SourceDocument
}

// conjoinedNames reports whether a noun phrase joins two sources, so that it
// is a group.
func (w *work) conjoinedNames(head int, source pipeline.Range) bool {
	c := w.tree.Child(head, "conj")
	return source.Contains(c) && w.nominal(c)
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
		// "Officials familiar with the talks" are nobody in particular.
		if c := w.tree.Child(head, "amod", "acl"); c > head && w.lemma(c) == "familiar" {
			return pipeline.SourceAnonymous
		}
		if w.tree.Child(head, "nmod:poss") < 0 {
			break
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
	if e := w.entity(head); e != nil && e.Name != "" {
		a.link.Name = e.Name
		return
	}
	if e := w.namedPerson(head); e != nil {
		a.link.Name, a.link.Kind = e.Name, pipeline.SourcePerson
		return
	}
	if form := lower(w.token(head).Form); form == "it" && len(w.documents) > 0 {
		last := w.documents[len(w.documents)-1]
		a.link.Kind, a.link.Name, a.issuer = pipeline.SourceDocument, last.name, last.issuer
	}
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
				return
			}
		}
		w.documents = append(w.documents, documentName{noun, a.link.Name, pipeline.SourceLink{}})
		return
	}
	kind := pipeline.SourceOrganization
	if issuer.Label != pipeline.Organization {
		kind = w.entityKind(issuer, nil)
	}
	a.issuer = pipeline.SourceLink{Kind: kind, Span: issuer.Span, Name: issuer.Name}
	a.link.Name = issuer.Name
	w.documents = append(w.documents, documentName{noun, a.link.Name, a.issuer})
}

// issuerOf returns who a document is of, from or by, or nil.
func (w *work) issuerOf(head int) *pipeline.Entity {
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
