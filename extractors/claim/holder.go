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
	if !ok && link.Kind == "" && w.upos(subject) == "NOUN" && (op.entry == nil || op.entry.Kind == "belief" || op.entry.Kind == "negation" || op.entry.Kind == "booster") && w.animate(subject) {
		// Who thinks or says so is somebody, whatever the lists say.
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

// animate reports whether noun i may be somebody: what is left of nouns that
// take the verbs of saying and thinking when things that prove are taken off.
func (w *work) animate(i int) bool {
	switch w.lemma(i) {
	case "evidence", "datum", "figure", "fact", "test", "result", "study", "number", "photograph", "image", "record", "footage", "event", "experience", "history", "analysis", "model", "trend", "sign", "video", "experiment", "case", "example":
		return false
	}
	return true
}

// holds reports whether the subject of a word is a source of its complement.
func holds(entry *lexicon.Cue) bool {
	if entry == nil {
		return true
	}
	if entry.Affirmed.Level == pipeline.Asserted {
		return false // "pretended that"
	}
	return entry.Class == lexicon.CueAdjective && entry.Kind == "belief" || entry.Class == lexicon.CueVerb && (entry.Kind == "belief" || entry.Kind == "reporting" || entry.Kind == "negation" ||
		entry.Kind == "hearsay" || entry.Kind == "booster" && entry.Negated.Level != pipeline.Known)
}

// linkOf returns noun i as a source, if it stands for somebody.
func (w *work) linkOf(i int) (pipeline.SourceLink, bool) {
	k := w.clauseOf[i]
	head := i + 1
	if k >= 0 {
		head = w.clauses[k].head
	}
	link := pipeline.SourceLink{Span: w.phrase(i, &draft{head: head})}
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

// mentionOver returns the first mention, named or not, that covers token i,
// or nil.
func (w *work) mentionOver(i int) *pipeline.Entity {
	at := w.token(i).Span
	for k := w.firstEntity(w.doc.Sentences[w.sentence].Start); k < len(w.doc.Entities) && w.doc.Entities[k].Start <= at.Start; k++ {
		if e := &w.doc.Entities[k]; e.Contains(at) {
			return e
		}
	}
	return nil
}
