package quote

import "github.com/purport-nlp/purport/pipeline"

// Verbs without a source of their own share that of another verb, or the
// phrase that the parse lost.

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
