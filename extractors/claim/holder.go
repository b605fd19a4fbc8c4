package claim

import (
	"github.com/purport-nlp/purport/extractors/lexicon"
	"github.com/purport-nlp/purport/pipeline"
)

// hold makes the subject of an operator the source of what it governs, where
// the operator says or thinks and no attribution was found for it.
func (w *work) hold(v *view, op *operator) {
	adjective := op.entry != nil && op.entry.Class == lexicon.CueAdjective
	if v.holder.Kind != "" || w.passive(op.token) && !adjective || w.upos(op.token) != "VERB" && !adjective {
		return
	}
	k := w.clauseOf[op.token]
	if k < 0 || w.clauses[k].head != op.token || w.clauses[k].subject < 0 {
		return
	}
	subject := w.clauses[k].subject
	link, ok := w.linkOf(subject)
	if !ok && link.Kind == "" && w.somebody(subject, op.entry) {
		link.Kind, ok = pipeline.SourcePerson, true
		if w.token(subject).XPOS == "NNS" {
			link.Kind = pipeline.SourceGroup
		}
	}
	if !ok {
		return
	}
	link.Cue = w.span(w.relation(op.token))
	v.holder = link
}

// speaksOf reports whether the subject of a word is a source of its complement.
func speaksOf(entry *lexicon.Cue) bool {
	switch {
	case entry.Affirmed.Level == pipeline.Asserted:
		return false // "pretended that"
	case entry.Class == lexicon.CueAdjective:
		return entry.Kind == "belief"
	case entry.Class != lexicon.CueVerb:
		return false
	case entry.Kind == "booster":
		return entry.Negated.Level != pipeline.Known
	}
	return isOneOf(entry.Kind, "belief", "reporting", "negation", "hearsay")
}

// linkOf returns noun i as a source, if it stands for somebody.
func (w *work) linkOf(i int) (pipeline.SourceLink, bool) {
	k := w.clauseOf[i]
	head := i + 1
	if k >= 0 {
		head = w.clauses[k].head
	}
	link := pipeline.SourceLink{Span: w.phrase(i, head)}
	switch w.lower[i] {
	case "i", "we":
		return link, false
	case "he", "she", "who":
		link.Kind = pipeline.SourcePerson
	case "they", "others", "some", "many", "most", "few":
		link.Kind = pipeline.SourceGroup
	}
	if e := w.mentionOver(i); e != nil {
		link.Name = e.Name
		switch e.Label {
		case pipeline.Person:
			link.Kind = pipeline.SourcePerson
		case pipeline.Organization:
			link.Kind = pipeline.SourceOrganization
		case pipeline.Location:
			link.Kind = pipeline.SourceLocation
		case pipeline.Nationality:
			link.Kind = pipeline.SourceGroup
		}
	}
	if link.Kind == "" {
		link.Kind = w.Stage.reporting.Source(w.lemma(i))
	}
	return link, link.Kind != "" && link.Kind != pipeline.SourceAuthor
}

// somebody reports a noun that no list has for a person and yet must be one:
// the subject of a word, of which entry says that it thinks or denies.
func (w *work) somebody(subject int, entry *lexicon.Cue) bool {
	return w.upos(subject) == "NOUN" && (entry == nil || isOneOf(entry.Kind, "belief", "negation", "booster")) && !proves(w.lemma(subject))
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
