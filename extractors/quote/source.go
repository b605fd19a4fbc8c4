package quote

import "github.com/purport-nlp/purport/pipeline"

// offerSources asks who stands behind the cue headed by token i: it offers
// the noun phrases that the parse puts near it.
func (w *work) offerSources(i int) {
	w.ask()
	w.offerSubjects(i)
	if w.is(i, "case", "mark", "advmod") && w.token(i).Head >= 0 {
		w.offerPhrase("according-to", w.token(i).Head, i)
		w.offerWritten(i)
	}
	for c := w.tree.FirstChild(i); c >= 0; c = w.tree.NextSibling(c) {
		if !w.nominal(c) || w.is(c, "nsubj") {
			continue
		}
		switch {
		case w.is(c, "nmod:poss"):
			w.offerPhrase("possessive", c, i)
		case w.is(c, "obl", "nmod", "obl:agent"):
			if w.hasBy(c) {
				w.offerPhrase("agent", c, i)
				continue
			}
			switch w.caseOf(c) {
			case "of", "from", "among", "in", "to", "at", "with", "between":
				w.offerPhrase("complement", c, i)
			}
		default:
			w.offerPhrase("child", c, i)
		}
	}
	w.offerNeighbours(i)
	w.offerGovernors(i)
	if w.token(i).Form == ":" {
		w.offerBeforeColon(i)
	}
}

// hasBy reports whether "by" is among the prepositions of token n: "hinted at
// by the envoy".
func (w *work) hasBy(n int) bool {
	for c := w.tree.FirstChild(n); c >= 0 && c < n; c = w.tree.NextSibling(c) {
		if w.is(c, "case") && w.token(c).Form == "by" {
			return true
		}
	}
	return false
}

// offerWritten offers what stands between "according to" and the next mark,
// whatever the parse makes of it.
func (w *work) offerWritten(i int) {
	r := pipeline.Range{First: i + 2, End: i + 2}
	if w.isPer(i) {
		r = pipeline.Range{First: i + 1, End: i + 1}
	}
	for r.End < w.tree.Len() && !w.endsPart(r.End) && !w.finite(r.End) && w.quote(r.End) == w.quote(i) {
		r.End++
	}
	if r.Len() > 0 {
		w.offerSource("according-to", w.trimSource(r), w.headOfPhrase(r), i, 3)
	}
}

// offerSubjects offers the subject of token i, or the one it shares with the
// verb that it hangs on.
func (w *work) offerSubjects(i int) {
	at := i
	form := "subject"
	for hops := 0; hops < 5 && at >= 0; hops++ {
		for c := w.tree.FirstChild(at); c >= 0; c = w.tree.NextSibling(c) {
			if w.is(c, "nsubj", "csubj", "expl") {
				if w.token(c).Deprel == "nsubj:pass" && form == "subject" {
					w.offerPhrase("passive-subject", c, i)
				} else {
					w.offerPhrase(form, c, i)
				}
			} else if form == "shared" && w.is(c, "obj", "obl") && c < i {
				w.offerPhrase("controller", c, i)
			} else if form == "shared" && w.is(c, "nmod:poss") {
				w.offerPhrase("shared-possessive", c, i)
			}
		}
		head := w.token(at).Head
		switch {
		case head < 0:
			return
		case w.is(at, "acl"):
			w.offerPhrase("modified", head, i)
		case !w.is(at, "conj", "xcomp", "advcl", "ccomp", "parataxis", "dep", "appos", "obj", "obl", "nmod"):
			return
		}
		at, form = head, "shared"
	}
}

// offerNeighbours offers the phrases that stand next to the cue, whatever the
// parse makes of them.
func (w *work) offerNeighbours(i int) {
	left := i - 1
	for left >= 0 && i-left < 5 && !w.nominal(left) {
		left--
	}
	if left >= 0 && w.nominal(left) {
		w.offerPhrase("before", w.climb(left, 0, i), i)
	}
	right := i + 1
	for right < w.tree.Len() && right-i < 4 && !w.nominal(right) {
		right++
	}
	if right < w.tree.Len() && w.nominal(right) {
		w.offerPhrase("after", w.climb(right, i+1, w.tree.Len()), i)
	}
}

// climb returns the highest nominal ancestor of token i within the bounds.
func (w *work) climb(i, first, end int) int {
	for {
		head := w.token(i).Head
		if head < first || head >= end || !w.nominal(head) {
			return i
		}
		i = head
	}
}

// offerGovernors offers, for a cue noun, the nouns before it in the sentence
// that it depends on and the subject of its verb.
func (w *work) offerGovernors(i int) {
	for c := w.tree.FirstChild(i); c >= 0; c = w.tree.NextSibling(c) {
		if w.is(c, "amod", "compound") {
			w.offerPhrase("modifier", c, i)
		}
	}
	if head := w.token(i).Head; head >= 0 && w.nominal(head) && !w.is(i, "conj") {
		w.offerPhrase("governor", head, i)
	}
}

// offerBeforeColon offers everything before a colon, and its subject.
func (w *work) offerBeforeColon(colon int) {
	w.offer("before-colon", w.trim(pipeline.Range{First: 0, End: colon}), colon-1, 0)
	if head := w.token(colon).Head; head >= 0 {
		if s := w.tree.Child(head, "nsubj"); s >= 0 {
			w.offerPhrase("subject", s, colon)
		}
		if w.nominal(head) {
			w.offerPhrase("head", head, colon)
		}
	}
}

// offerPhrase offers the noun phrase headed by token n as the source of the
// cue at token i: whole, and cut before each of the phrase's later parts.
func (w *work) offerPhrase(form string, n, i int) {
	r := w.tree.Subtree(n)
	// The cue may hang on its own source ("Trump, who said").
	if r.Contains(i) {
		if i > n {
			r.End = i
		} else {
			r.First = i + 1
		}
	}
	r.First = w.phraseStart(r.First, n)
	r = w.trimSource(r)
	if !r.Contains(n) {
		return
	}
	w.offerSource(form, r, n, i, 0)
	if at := w.afterComma(r.First, n); at > r.First {
		r.First = at
		w.offerSource(form, r, n, i, 2)
	}
	cuts := 0
	for c := w.tree.FirstChild(n); c >= 0 && cuts < 5; c = w.tree.NextSibling(c) {
		cut := w.tree.Subtree(c).First
		if c <= n || cut <= n || cut >= r.End {
			continue
		}
		cuts++
		w.offerSource(form, w.trimSource(pipeline.Range{First: r.First, End: cut}), n, i, w.words[c].relation)
	}
	for at := n + 1; at < r.End && cuts < 8; at++ {
		if f := w.token(at).Form; f == "," || f == "(" || f == "--" || f == "—" {
			cuts++
			w.offerSource(form, w.trimSource(pipeline.Range{First: r.First, End: at}), n, i, 1)
		}
	}
}

// phraseStart returns where the noun phrase headed by n begins, if its subtree
// begins at first: after prepositions and conjunctions, and, where the noun is
// a predicate, after its subject and copula.
func (w *work) phraseStart(first, n int) int {
	for first < n && w.is(first, "case", "cc", "punct", "mark", "fixed", "discourse") {
		first++
	}
	for c := w.tree.FirstChild(n); c >= 0 && c < n; c = w.tree.NextSibling(c) {
		if w.is(c, "nsubj", "cop", "aux", "expl", "mark", "case") {
			first = max(first, w.tree.Subtree(c).End)
		}
	}
	for i := max(first, 1); i < n; i++ {
		if w.token(i).Form == "-" && !w.glued(i) && !w.glued(i+1) {
			first = i + 1 // a dash, whatever the parser joins across it
		}
	}
	return min(first, n)
}

// afterComma returns the token after the last comma between first and n,
// where a verb stands before it: "Speaking in Beijing, a spokesman".
func (w *work) afterComma(first, n int) int {
	verb, at := false, first
	for i := first; i < n; i++ {
		verb = verb || w.token(i).UPOS == "VERB"
		if verb && w.token(i).Form == "," {
			at = i + 1
		}
	}
	return at
}

// trimSource takes off what no source begins or ends with.
func (w *work) trimSource(r pipeline.Range) pipeline.Range {
	r = w.trim(r)
	for r.First < r.End && w.is(r.First, "cc") {
		r.First++
	}
	return r
}

func (w *work) offerSource(form string, r pipeline.Range, n, i int, variant uint64) {
	if !r.Contains(n) || !w.offer(form, r, n, variant) {
		return
	}
	c := &w.candidates[len(w.candidates)-1]
	c.first = len(w.features)
	w.sourceFeatures(c, i)
	c.end = len(w.features)
}

// sourceFeatures adds the features of "c is the source of cue i".
func (w *work) sourceFeatures(c *candidate, i int) {
	n, r := c.head, c.tokens
	form := formHash(c.form)
	lemma, tag, act := w.lemmaAt(i), w.tagAt(i), w.actAt(i)
	kind := w.kindAt(n)
	side := flag(n < i)
	relation := w.relationAt(i)
	w.add1(200, form)
	w.add2(201, form, c.variant)
	w.add3(202, form, side, tag)
	w.add3(203, form, relation, tag)
	w.add3(204, form, lemma, side)
	w.add3(205, form, kind, act)
	w.add2(206, kind, side)
	w.add2(207, w.words[n].lemma, side)
	w.add2(208, w.words[n].tag, form)
	w.add3(209, w.words[n].relation, form, side)
	w.add2(210, lemma, w.place(n))
	w.add2(211, bucket(r.Len()), c.variant)
	distance := i - r.End
	if r.First > i {
		distance = r.First - i - 1
	}
	near := bucket(distance)
	w.add3(212, near, side, form)
	w.add3(213, near, side, tag)
	w.add2(214, w.tagAt(r.First), w.tagAt(r.First-1))
	w.add2(215, w.tagAt(r.End-1), w.tagAt(r.End))
	w.add2(216, w.lemmaAt(r.End), c.variant)
	w.add2(217, w.lemmaAt(r.First), form)
	w.add2(218, w.lemmaAt(r.First-1), form)
	var between uint64
	if n < i {
		between = w.marksBetween(r.End, i)
	} else {
		between = w.marksBetween(i+1, r.First)
	}
	w.add3(219, between, side, form)
	w.add2(220, flag(w.quote(n) == w.quote(i)), flag(w.quote(i) >= 0))
	w.add3(221, flag(w.quote(n) == w.quote(i)), form, act)
	w.add3(222, w.marksBetween(r.First, r.End)&1, w.tagAt(r.End), bucket(r.Len()))
	// Whether the cut leaves off what belongs to the phrase.
	after := uint64(0)
	if r.End < w.tree.Len() {
		if w.tree.Dominates(n, r.End) {
			after = 1
		}
		w.add3(223, after, w.words[r.End].tag, w.words[r.End].relation)
		w.add3(224, after, w.lemmaAt(r.End), w.relationAt(n))
		if r.End+1 < w.tree.Len() {
			w.add3(225, after, w.tagAt(r.End), w.tagAt(r.End+1))
		}
	}
	w.add3(226, flag(w.entity(n) != nil), after, bucket(r.Len()))
	w.add3(227, relation, w.relationAt(n), side)
	passive := flag(w.tree.Child(i, "aux:pass") >= 0 || w.tree.Child(i, "nsubj:pass") >= 0)
	w.add3(228, passive, form, act)
	w.add3(229, passive, form, lemma)
	finite := flag(w.hasFinite(r))
	w.add3(231, finite, w.marksBetween(r.First, r.End)&1, form)
	w.add3(232, finite, flag(w.tree.Child(n, "acl") >= 0), flag(r.End > i))
	w.add3(233, w.personhood(n), form, act)
	w.add3(234, w.personhood(n), side, tag)
	w.add3(230, uint64(len(w.candidates)), form, act)
}

// place hashes how token n hangs in the tree.
func (w *work) place(n int) uint64 {
	return mix1(w.words[n].relation, w.tagAt(w.token(n).Head))
}

// personhood says whether token n is a person, people or a body, as far as
// its form tells.
func (w *work) personhood(n int) uint64 {
	t := w.token(n)
	switch {
	case w.entity(n) != nil:
		return 1
	case t.UPOS == "PROPN":
		return 2
	case t.UPOS == "PRON":
		return 3
	case w.sourceWord(n) != "":
		return 4
	case personal(t.Lemma):
		return 5
	}
	return 6
}
