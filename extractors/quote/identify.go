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
		if w.enter0 != a.sentence {
			w.enter(a.sentence)
			w.enter0 = a.sentence
		}
		w.identifyOne(a)
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
	if a.form == "transcript" {
		a.link.Kind, a.link.Name = pipeline.SourcePerson, w.turnName(w.turnFrom(a.sentence))
		return
	}
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
	if t := w.token(head); t.XPOS == "DT" && (t.Lemma == "that" || t.Lemma == "this") {
		a.link.Kind = pipeline.SourceAuthor // "That makes it sad to learn": nobody
	}
	if a.link.Kind == pipeline.SourceAuthor && w.token(head).UPOS == "NOUN" && w.token(head).XPOS == "NN" && w.speaksUp(a.cueHead-w.tree.First) {
		a.link.Kind = pipeline.SourceOrganization
	}
	if a.link.Kind == pipeline.SourceAuthor && w.token(head).UPOS != "PRON" && w.accordingApart(a.cueHead-w.tree.First, source) {
		a.link.Kind = w.writtenOrSaid(a.link.Name)
	}
	if (a.link.Kind == pipeline.SourcePerson || a.link.Kind == pipeline.SourceGroup) && !w.isNamed(head) && w.unnamed(head) {
		a.link.Kind = pipeline.SourceAnonymous
	}
	w.nameOf(a, head, source)
	if name := w.behindTitle(source); name != "" {
		a.link.Kind, a.link.Name = pipeline.SourcePerson, name
	}
	if a.link.Kind == pipeline.SourcePerson && w.doc.Units[w.doc.Sentences[a.sentence].Unit].Kind == pipeline.UnitHeading {
		a.link.Name = withoutCapitals(a.link.Name)
	}
	if len(w.turns) > 0 && lower(w.token(head).Form) == "you" {
		if name := w.addressee(a.sentence); name != "" {
			a.link.Kind, a.link.Name = pipeline.SourcePerson, name
		}
	}
	if e := w.entity(head); lower(w.token(head).Form) == "they" && (e == nil || e.Name == "") {
		w.nameThey(a)
	}
}

// writtenOrSaid returns the kind of a source that is known by its last word
// alone: a body ("human rights NGOs"), else something written ("the
// interviews", "official information").
func (w *work) writtenOrSaid(name string) pipeline.SourceKind {
	kind := w.lexicon.Source(strings.TrimSuffix(lower(lastWord(name)), "s"))
	if kind == pipeline.SourceGroup || kind == pipeline.SourceOrganization {
		return kind
	}
	return pipeline.SourceDocument
}

// accordingApart reports whether "according to" with its source stands between
// commas or at the start: then it says who says so, and not by what rule, as
// in "paid according to age".
func (w *work) accordingApart(i int, source pipeline.Range) bool {
	if !isAccording(w.token(i).Form) {
		return false
	}
	return i == 0 || w.token(i-1).Form == "," || source.End < w.tree.Len() && w.token(source.End).Form == ","
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

// spanOf returns the text span of a range of document tokens.
func (w *work) spanOf(r pipeline.Range) pipeline.Span {
	if r.Len() <= 0 {
		return pipeline.Span{}
	}
	return pipeline.Span{Start: w.doc.Tokens[r.First].Start, End: w.doc.Tokens[r.End-1].End}
}
