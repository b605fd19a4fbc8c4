package quote

import (
	"github.com/purport-nlp/purport/extractors/model"
	"github.com/purport-nlp/purport/pipeline"
)

// offerContents asks what the attribution with its cue and source says, and
// offers ranges of the sentence: the clauses and phrases that hang on the
// cue, the clause that it hangs on, quotations, and what is left of the
// sentence.
func (w *work) offerContents(a *frame) {
	w.ask()
	for i := range a.anchors {
		w.offerChildren(a, a.anchors[i])
	}
	w.offerHosts(a)
	w.offerQuotations(a)
	w.offerRest(a)
}

// frame is what is settled of an attribution when its content is asked for.
// Ranges are within the sentence.
type frame struct {
	head        int
	cue, source pipeline.Range
	sourceForm  string
	// anchors are the words whose complements the content may be: the head,
	// and the verb that carries its meaning ("went on to say").
	anchors []int
	memory  [4]int
	// whole is the sentence without its outer punctuation.
	whole pipeline.Range
}

// frameOf gathers the anchors of an attribution.
func (w *work) frameOf(head int, cue, source pipeline.Range, sourceForm string) *frame {
	a := &w.frame
	*a = frame{head: head, cue: cue, source: source, sourceForm: sourceForm}
	a.whole = w.trim(pipeline.Range{First: 0, End: w.tree.Len()})
	a.anchors = append(a.memory[:0], head)
	for at := head; len(a.anchors) < 3; {
		at = w.tree.Child(at, "xcomp", "obj", "obl", "nmod", "ccomp")
		if at < 0 || !cue.Contains(at) && !w.is(at, "obj") {
			break
		}
		a.anchors = append(a.anchors, at)
	}
	if parent := w.token(head).Head; parent >= 0 && (w.is(head, "obj", "nsubj", "obl") || cue.Contains(parent)) && len(a.anchors) < 4 {
		a.anchors = append(a.anchors, parent)
	}
	return a
}

// hull returns the range from the first to the last token of the attribution
// itself, source and cue.
func (a *frame) hull() pipeline.Range {
	if a.source.Len() == 0 {
		return a.cue
	}
	return pipeline.Range{First: min(a.cue.First, a.source.First), End: max(a.cue.End, a.source.End)}
}

// clear reports whether r shares no token with cue and source.
func (a *frame) clear(r pipeline.Range) bool {
	return !overlap(r, a.cue) && !overlap(r, a.source)
}

func overlap(a, b pipeline.Range) bool { return a.First < b.End && b.First < a.End }

// offerChildren offers what hangs on an anchor.
func (w *work) offerChildren(a *frame, anchor int) {
	last := w.tree.Subtree(anchor).End
	for c := w.tree.FirstChild(anchor); c >= 0; c = w.tree.NextSibling(c) {
		if w.is(c, "punct", "aux", "cop", "det", "cc", "discourse", "compound", "case", "mark", "expl", "nmod:poss") {
			continue
		}
		r := w.clip(a, w.tree.Subtree(c), c)
		if r.Len() == 0 {
			continue
		}
		form := childForm(w.token(c).Deprel)
		w.offerRange(a, form, r, c)
		if w.is(c, "obl", "nmod", "advcl", "acl") && r.Len() > 1 && w.is(r.First, "case", "mark") {
			w.offerRange(a, form, pipeline.Range{First: r.First + 1, End: r.End}, c)
		}
		// An object with what is said of it: "accused X of Y", "called X a Y".
		if c > anchor && r.End < last {
			w.offerOne(a, form, w.clip(a, pipeline.Range{First: r.First, End: last}, c), c, 11)
		}
		if w.is(c, "nsubj") && r.End <= a.cue.First {
			w.offerOne(a, "around", pipeline.Range{First: r.First, End: last}, c, 12)
		}
	}
}

// childForm names the relation by which a content hangs on its cue.
func childForm(relation string) string {
	switch relation {
	case "ccomp":
		return "clause"
	case "xcomp":
		return "infinitive"
	case "obj":
		return "object"
	case "nsubj:pass":
		return "passive"
	case "obl", "nmod":
		return "phrase"
	case "parataxis":
		return "parataxis"
	case "advcl", "acl":
		return "adverbial"
	case "nsubj", "csubj":
		return "subject"
	}
	return "part"
}

// clip cuts a range so that it holds token c and neither source nor cue. A
// range around both stays whole: the attribution is inserted in it.
func (w *work) clip(a *frame, r pipeline.Range, c int) pipeline.Range {
	for _, hole := range [2]pipeline.Range{a.cue, a.source} {
		if hole.Contains(c) {
			return pipeline.Range{}
		}
		if !overlap(r, hole) || r.First < hole.First && hole.End < r.End {
			continue
		}
		if hole.First <= r.First {
			r.First = hole.End
		}
		if hole.End >= r.End {
			r.End = hole.First
		}
	}
	r = w.trim(r)
	if !r.Contains(c) {
		return pipeline.Range{}
	}
	return r
}

// offerHosts offers the clause that the cue hangs on: inverted, medial and
// final attributions, "according to", relative clauses.
func (w *work) offerHosts(a *frame) {
	at := a.head
	for hops := 0; hops < 3; hops++ {
		head := w.token(at).Head
		if head < 0 {
			return
		}
		if !a.cue.Contains(head) && !a.source.Contains(head) {
			r := w.tree.Subtree(head)
			hull := a.hull()
			w.offerRange(a, "host", w.trim(r), head)
			if r.First < hull.First {
				w.offerRange(a, "host-before", w.trim(pipeline.Range{First: r.First, End: hull.First}), head)
			}
			if hull.End < r.End {
				w.offerRange(a, "host-after", w.trim(pipeline.Range{First: hull.End, End: r.End}), head)
			}
			w.offerOne(a, "host-head", pipeline.Range{First: head, End: head + 1}, head, 0)
		}
		at = head
	}
}

// offerQuotations offers each quotation of the sentence, and all from the
// first to the last.
func (w *work) offerQuotations(a *frame) {
	var all pipeline.Range
	for i := 0; i < w.tree.Len(); {
		q := w.quote(i)
		if q < 0 {
			i++
			continue
		}
		end := i
		for end < w.tree.Len() && w.quote(end) == q {
			end++
		}
		r := w.trim(pipeline.Range{First: i, End: end})
		if r.Len() > 0 && a.clear(r) {
			w.offerOne(a, "quotation", r, r.First, 0)
			if all.Len() == 0 {
				all = r
			}
			all.End = r.End
			if a.cue.End <= r.First {
				w.offerOne(a, "to-quotation", w.trim(pipeline.Range{First: a.hull().End, End: r.End}), r.First, 0)
			} else if a.hull().First >= r.End {
				w.offerOne(a, "from-start", w.trim(pipeline.Range{First: 0, End: r.End}), r.First, 0)
			}
		}
		i = end
	}
	w.offerOne(a, "quotations", all, all.First, 0)
}

// offerRest offers what is left of the sentence on either side of the
// attribution.
func (w *work) offerRest(a *frame) {
	hull := a.hull()
	w.offerOne(a, "whole", a.whole, a.whole.First, 0)
	w.offerRange(a, "before", w.trim(pipeline.Range{First: 0, End: hull.First}), 0)
	if hull.End < w.tree.Len() {
		w.offerRange(a, "after", w.trim(pipeline.Range{First: hull.End, End: w.tree.Len()}), hull.End)
	}
	if end := w.tree.Subtree(a.head).End; end > a.cue.End {
		w.offerOne(a, "after", w.trim(pipeline.Range{First: a.cue.End, End: end}), a.cue.End, 13)
	}
}

// offerRange offers a range whole, and cut before each of its later parts.
func (w *work) offerRange(a *frame, form string, r pipeline.Range, c int) {
	w.offerOne(a, form, r, c, 0)
	if a.whole.End > r.End && r.First >= a.hull().End {
		w.offerOne(a, form, pipeline.Range{First: r.First, End: a.whole.End}, c, 10)
	}
	cuts := 0
	for at := r.First + 1; at < r.End && cuts < 6; at++ {
		switch {
		case w.punctuation(at):
			if f := w.token(at).Form; f != "," && f != ";" && f != "--" && f != "—" && f != "-" && f != "(" && f != ":" {
				continue
			}
			cuts++
			w.offerOne(a, form, w.trim(pipeline.Range{First: r.First, End: at}), c, 1)
		case w.opensPart(at):
			cuts++
			w.offerOne(a, form, w.trim(pipeline.Range{First: r.First, End: at}), c, 2)
		}
	}
}

// opensPart reports whether a clause that a content may do without begins at
// token at: "because", "when", "while", "after", "and".
func (w *work) opensPart(at int) bool {
	switch lower(w.token(at).Form) {
	case "because", "when", "while", "after", "before", "as", "since", "if", "and", "but", "although", "though", "during", "in", "on", "at", "by", "for", "with":
		return w.is(at, "mark", "advmod", "cc", "case")
	}
	return false
}

func (w *work) offerOne(a *frame, form string, r pipeline.Range, c int, variant uint64) {
	r = w.trim(r)
	if r.Len() == 0 || r == a.source || r == a.cue {
		return
	}
	// What overlaps the attribution must hold all of it.
	hull := a.hull()
	if overlap(r, hull) && !(r.First <= hull.First && hull.End <= r.End) && !a.clear(r) {
		return
	}
	if !w.offer(form, r, c, variant) {
		return
	}
	added := &w.candidates[len(w.candidates)-1]
	added.first = len(w.features)
	w.contentFeatures(a, added)
	added.end = len(w.features)
}

// contentFeatures adds the features of "c is the content of a".
func (w *work) contentFeatures(a *frame, c *candidate) {
	r, hull := c.tokens, a.hull()
	form := formHash(c.form)
	i := a.head
	lemma, tag, act := w.lemmaAt(i), w.tagAt(i), w.actAt(i)
	side := uint64(0) // around the attribution
	switch {
	case r.First >= hull.End:
		side = 1
	case r.End <= hull.First:
		side = 2
	case a.clear(r):
		side = 3
	}
	sourceForm := formHash(a.sourceForm)
	w.add2(300, form, side)
	w.add3(301, form, c.variant, side)
	w.add3(302, form, lemma, side)
	w.add3(303, form, act, side)
	w.add3(304, form, tag, w.relationAt(i))
	w.add3(305, form, side, sourceForm)
	w.add2(306, bucket(r.Len()), form)
	w.add2(307, bucket(r.Len()), side)
	w.add3(308, w.tagAt(r.First), w.tagAt(r.First-1), side)
	w.add3(309, w.tagAt(r.End-1), w.tagAt(r.End), side)
	w.add2(310, w.lemmaAt(r.First), side)
	w.add2(311, w.lemmaAt(r.First-1), side)
	w.add3(312, w.lemmaAt(r.End), side, c.variant)
	w.add3(313, w.lemmaAt(r.First), form, act)
	w.add3(314, w.relationAt(r.End), w.tagAt(r.End), form)
	// How near it begins or ends to the attribution.
	gap := 0
	switch side {
	case 1:
		gap = r.First - hull.End
	case 2:
		gap = hull.First - r.End
	case 3:
		gap = min(abs(r.First-a.cue.End), abs(a.cue.First-r.End))
	}
	between := uint64(0)
	if side == 1 {
		between = w.marksBetween(hull.End, r.First)
	} else if side == 2 {
		between = w.marksBetween(r.End, hull.First)
	}
	w.add3(315, bucket(gap), side, form)
	w.add3(316, bucket(gap), side, act)
	w.add3(317, between, side, bucket(gap))
	w.add3(318, between, side, form)
	// How it lies in the sentence.
	starts, ends := flag(r.First == a.whole.First), flag(r.End == a.whole.End)
	w.add3(319, starts, ends, side)
	w.add3(320, starts, ends, form)
	w.add3(321, starts, ends, act)
	w.add3(322, ends, w.tagAt(r.End), w.lemmaAt(r.End))
	// How it lies to quotations.
	shape := w.quoteShape(r)
	w.add3(323, shape, side, between)
	w.add2(324, shape, form)
	w.add3(325, shape, act, side)
	w.add3(326, shape, ends, side)
	// What it cuts off, and what it takes in.
	cutsOff := w.attachment(r)
	w.add3(327, cutsOff, form, side)
	w.add3(328, cutsOff, w.tagAt(r.End), w.relationAt(r.End))
	w.add3(329, cutsOff, w.lemmaAt(r.End), act)
	inner := w.marksBetween(r.First, r.End)
	w.add3(330, inner, form, bucket(r.Len()))
	h := c.head
	w.add3(331, w.relationAt(h), lemma, side)
	w.add3(332, w.relationAt(h), w.tagAt(h), act)
	w.add3(333, w.relationAt(h), flag(w.token(h).Head == i), side)
	w.add3(334, w.lemmaAt(w.tree.Child(i, "xcomp")), lemma, form)
	w.add3(335, flag(w.hasFinite(r)), act, side)
	w.add3(336, flag(w.hasFinite(r)), lemma, form)
	w.add3(337, w.lemmaAt(a.cue.End-1), form, side)
	w.add3(338, w.lemmaAt(a.cue.End-1), w.tagAt(r.First), bucket(gap))
	w.add3(339, w.tagAt(a.cue.End-1), w.tagAt(r.First), bucket(gap))
	w.add3(340, flag(w.tree.Child(i, "aux:pass") >= 0), form, side)
	w.add3(341, c.variant, w.lemmaAt(r.End), w.tagAt(r.End+1))
	w.add3(342, c.variant, cutsOff, bucket(w.tree.Len()-r.End))
}

// quoteShape says how a range lies to the quotations: none inside, wholly
// one, beginning or ending with one, cutting one.
func (w *work) quoteShape(r pipeline.Range) uint64 {
	first, last := w.quote(r.First), w.quote(r.End-1)
	shape := flag(first >= 0) | flag(last >= 0)<<2 | flag(first == last)<<4
	if r.End < w.tree.Len() && last >= 0 && w.quote(r.End) == last && !w.punctuation(r.End) {
		shape |= 1 << 6
	}
	if r.First > 0 && first >= 0 && w.quote(r.First-1) == first && !w.punctuation(r.First-1) {
		shape |= 1 << 7
	}
	for i := r.First; i < r.End; i++ {
		if w.quote(i) >= 0 {
			shape |= 1 << 8
			break
		}
	}
	return shape
}

// attachment says whether the token after the range belongs to something in
// it, and to what.
func (w *work) attachment(r pipeline.Range) uint64 {
	at := r.End
	for at < w.tree.Len() && w.punctuation(at) {
		at++
	}
	if at >= w.tree.Len() {
		return 1
	}
	for steps := 0; steps < 6; steps++ {
		head := w.token(at).Head
		if head < 0 {
			return 2
		}
		if r.Contains(head) {
			return model.Mix(3, w.words[at].relation)
		}
		if head < r.First {
			return model.Mix(4, w.words[at].relation)
		}
		at = head
	}
	return 5
}

// hasFinite reports whether a finite verb stands in the range.
func (w *work) hasFinite(r pipeline.Range) bool {
	for i := r.First; i < r.End; i++ {
		switch w.token(i).XPOS {
		case "VBD", "VBZ", "VBP", "MD":
			return true
		}
	}
	return false
}

func abs(n int) int { return max(n, -n) }

func formHash(form string) uint64 { return model.Hash(form) }
