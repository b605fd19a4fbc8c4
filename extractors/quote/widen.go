package quote

import "github.com/purport-nlp/purport/pipeline"

// Widest cues, in words to the left and right of their head.
const (
	cueReachLeft  = 6
	cueReachRight = 9
)

// cueRange returns the words of the cue headed by token i: it takes in one
// neighbour after the other as long as the model agrees.
func (w *work) cueRange(i int, source pipeline.Range) pipeline.Range {
	r := pipeline.Range{First: i, End: i + 1}
	for r.End < w.tree.Len() && r.End-i <= cueReachRight && w.mayWiden(r.End, source) && w.widen(askRight, i, r, r.End) {
		r.End++
	}
	for r.First > 0 && i-r.First < cueReachLeft && w.mayWiden(r.First-1, source) && !w.isNamed(r.First-1) && !w.isSubject(r.First-1) && w.widen(askLeft, i, r, r.First-1) {
		r.First--
	}
	return r
}

// isNamed reports whether token j, before a cue, is part of a name: of who
// speaks, and not of how.
func (w *work) isNamed(j int) bool {
	e := w.entity(j)
	return e != nil && e.Mention == pipeline.MentionName
}

// isSubject reports whether token j is a noun that is the subject of a verb.
func (w *work) isSubject(j int) bool { return w.is(j, "nsubj") && w.token(j).UPOS != "PRON" }

// mayWiden reports whether a cue may take in token j.
func (w *work) mayWiden(j int, source pipeline.Range) bool {
	t := w.token(j)
	switch {
	case source.Contains(j), t.UPOS == "ADV" && w.words[j].report.Act != "":
		return false
	case t.XPOS == "VBG" && j > 0 && w.tells(j):
		return w.speakingDocument(j) < 0
	}
	return true
}

// widen asks the model whether a cue takes in its neighbour j.
func (w *work) widen(q question, i int, r pipeline.Range, j int) bool {
	w.features = w.features[:0]
	w.widenFeatures(q, i, r, j)
	c := candidate{end: len(w.features)}
	return w.score(&c) > 0
}

// widenFeatures adds the features of "the cue r, headed by i, takes in its
// neighbour j".
func (w *work) widenFeatures(q question, i int, r pipeline.Range, j int) {
	base := uint64(q) * 100
	lemma, act := w.lemmaAt(i), w.actAt(i)
	next := j + 1
	if q == askLeft {
		next = j - 1
	}
	step := bucket(abs(j - i))
	head := uint64(0)
	switch h := w.token(j).Head; {
	case h == i:
		head = 1
	case h >= 0 && r.Contains(h):
		head = 2
	case h < i:
		head = 3
	}
	w.add(base)
	w.add2(base+1, w.lemmaAt(j), step)
	w.add2(base+2, w.lemmaAt(j), lemma)
	w.add3(base+3, w.lemmaAt(j), act, w.tagAt(i))
	w.add3(base+4, w.relationAt(j), head, act)
	w.add3(base+5, w.relationAt(j), head, w.tagAt(j))
	w.add2(base+6, w.tagAt(j), w.tagAt(next))
	w.add3(base+7, w.lemmaAt(j), w.lemmaAt(next), act)
	w.add3(base+8, w.relationAt(j), head, w.relationAt(next))
	w.add3(base+9, w.tagAt(j), w.tagAt(next), lemma)
	w.add3(base+10, w.relationAt(j), step, w.tagAt(i))
	w.add3(base+11, flag(w.quote(j) == w.quote(i)), act, step)
	w.add3(base+12, w.lemmaAt(j), w.tagAt(next), w.relationAt(next))
	w.add3(base+13, w.tagAt(i), w.tagAt(j), w.lemmaAt(next))
	w.add3(base+14, uint64(bits(w, i)), w.relationAt(j), head)
	w.add3(base+15, w.lemmaAt(j-1), w.lemmaAt(j), step)
	w.add3(base+16, w.kindAt(j), step, act)
	w.add3(base+17, flag(w.tree.Child(j, "ccomp", "acl", "xcomp", "nmod") >= 0), w.relationAt(j), head)
	if h := w.token(j).Head; h >= 0 {
		w.add3(base+18, w.lemmaAt(h), w.lemmaAt(j), head)
		w.add3(base+19, w.lemmaAt(h), lemma, w.relationAt(j))
	}
}

// bits says which complements token i has.
func bits(w *work, i int) (pattern int) {
	for c := w.tree.FirstChild(i); c >= 0; c = w.tree.NextSibling(c) {
		if w.is(c, "ccomp", "xcomp", "obj", "obl") {
			pattern |= 1 << relationBit(w.token(c).Deprel)
		}
	}
	return pattern
}
