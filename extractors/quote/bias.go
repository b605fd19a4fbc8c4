package quote

import "github.com/purport-nlp/purport/pipeline"

// cueBias is the score that token i must pass to be taken for a cue. Words
// that the lexicon is sure of, in the form that goes with them, need less.
func (w *work) cueBias(i int) int32 {
	t := w.token(i)
	switch {
	case w.isPer(i):
		return statedBias
	case isAccording(t.Form), w.makesClear(i):
		return sureBias
	}
	if n := w.announcement(i); n > 0 && w.words[n].report.Act == pipeline.ActStatement {
		return statedBias
	}
	if w.speakingDocument(i) >= 0 {
		return announcedBias
	}
	if t.UPOS == "VERB" && w.statesThat(i) {
		return statedBias
	}
	r := w.words[i].report
	if t.XPOS == "VBN" && r.Act == pipeline.ActStatement && w.agent(i) >= 0 {
		return sureBias // "hinted at by the ambassador"
	}
	if t.Lemma == "know" && w.tree.Child(i, "ccomp") > i {
		return sureBias
	}
	if !r.Strong || r.Act == pipeline.ActIntention || r.Act == pipeline.ActEvent {
		return cueThreshold
	}
	switch t.UPOS {
	case "VERB":
		if c := w.tree.Child(i, "ccomp"); c >= 0 {
			// The articles that the model learned from mark few attributions
			// inside others.
			if w.is(i, "ccomp") && c > i && w.tree.Child(i, "nsubj") >= 0 && w.tree.Child(c, "nsubj") >= 0 {
				return nestedBias
			}
			return sureBias
		}
	case "NOUN":
		if w.announces(i) && w.words[i].report.Act == pipeline.ActStatement && w.thatAfter(i) == i+1 {
			return announcedBias
		}
		if c := w.tree.Child(i, "acl", "ccomp"); c > i && w.lemma(w.tree.Child(c, "mark")) == "that" {
			return sureBias
		}
		if t.Head >= 0 && w.tree.Child(t.Head, "expl") >= 0 && w.tree.Child(i, "nmod") > i {
			return sureBias
		}
	}
	return cueThreshold
}

// statesThat reports whether the verb at token i has a subject of its own and
// a clause with "that".
func (w *work) statesThat(i int) bool {
	switch r := w.words[i].report; {
	case !r.Strong, r.Act == pipeline.ActIntention, r.Act == pipeline.ActQuestion:
		return false
	}
	subject := w.tree.Child(i, "nsubj")
	if subject < 0 || subject > i || w.token(subject).Deprel != "nsubj" && w.lemma(i) != "tell" || !w.speaker(subject) || w.lemma(subject) == "it" {
		return false
	}
	for c := w.tree.FirstChild(i); c >= 0; c = w.tree.NextSibling(c) {
		if c > i && w.is(c, "ccomp") && w.lemma(w.tree.Child(c, "mark")) == "that" {
			return true
		}
	}
	return false
}

// Scores, in the units of the model's table. The threshold was settled on a
// part of the training articles; the others on claims read by hand, since the
// articles mark few attributions inside others, and claims need them.
const (
	cueThreshold  = -25
	sureBias      = -200
	nestedBias    = -400
	announcedBias = -300
	statedBias    = -600
)
