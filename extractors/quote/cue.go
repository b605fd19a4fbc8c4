package quote

import (
	"github.com/purport-nlp/purport/extractors/model"
	"github.com/purport-nlp/purport/pipeline"
)

// mayReport reports whether token i can head a cue: a full verb, a noun or
// adjective of the lexicon or with a clause of its own, "according", a colon.
func (w *work) mayReport(i int) bool {
	t := w.token(i)
	switch t.UPOS {
	case "VERB":
		if isAccording(t.Form) {
			return !w.toPlan(i)
		}
		return !w.is(i, "aux", "case", "fixed", "compound")
	case "AUX":
		return !w.is(i, "aux", "cop")
	case "NOUN":
		return w.words[i].report.Act != "" && !w.is(i, "compound") || w.tree.Child(i, "ccomp") >= 0
	case "ADJ":
		return w.words[i].report.Act != "" || w.tree.Child(i, "ccomp", "xcomp") >= 0
	case "PUNCT":
		return t.Form == ":" && i > 0
	case "ADP", "ADV", "SCONJ":
		return isAccording(t.Form) && !w.toPlan(i) || t.Lemma == "per" || w.words[i].report.Act != ""
	}
	return false
}

// toPlan reports whether "according" at token i goes with a bare noun that no
// one speaks through: "according to plan".
func (w *work) toPlan(i int) bool {
	if i+2 >= w.tree.Len() {
		return true
	}
	switch lower(w.token(i + 2).Form) {
	case "plan", "plans", "schedule", "tradition", "custom", "need", "taste", "size", "age", "ability", "type", "rank", "merit", "whether", "which", "how", "what":
		return true
	}
	return false
}

func isAccording(form string) bool { return form == "according" || form == "According" }

// cueFeatures adds the features of "token i heads a cue".
func (w *work) cueFeatures(i int) {
	t := w.token(i)
	word := &w.words[i]
	lemma, tag, relation := word.lemma, word.tag, word.relation
	act := w.actAt(i)
	w.add(100)
	w.add1(101, lemma)
	w.add2(102, lemma, tag)
	w.add2(103, lemma, relation)
	w.add2(104, act, tag)
	w.add2(105, act, relation)
	w.add2(106, tag, relation)
	w.add1(107, suffix(t.Form))
	if known, ok := w.known(t.Form); ok {
		w.add2(108, known.Prefix(8), tag)
		w.add2(109, known.Prefix(12), tag)
		w.add1(110, uint64(known.Class))
	}
	head := t.Head
	w.add2(111, w.lemmaAt(head), relation)
	w.add3(112, w.tagAt(head), relation, act)
	w.add2(113, w.actAt(head), relation)
	w.add1(114, w.lemmaAt(i+1))
	w.add2(115, lemma, w.lemmaAt(i+1))
	w.add2(116, lemma, w.lemmaAt(i-1))
	w.add2(117, w.tagAt(i-1), w.tagAt(i+1))
	w.add2(118, act, w.tagAt(i+1))

	// The pattern of the children: who is there, and what they are.
	var pattern uint64
	subject := -1
	for c := w.tree.FirstChild(i); c >= 0; c = w.tree.NextSibling(c) {
		side := flag(c < i)
		r := w.words[c].relation
		switch {
		case w.is(c, "punct", "aux", "advmod", "det", "cc", "conj", "discourse"):
			if w.is(c, "aux", "advmod") {
				w.add2(120, w.words[c].lemma, act)
			}
			continue
		case w.is(c, "nsubj"):
			subject = c
		case w.is(c, "mark", "cop"):
			w.add2(121, w.words[c].lemma, act)
			continue
		}
		w.add3(122, r, side, act)
		w.add3(123, r, side, lemma)
		switch {
		case w.is(c, "ccomp", "xcomp", "csubj", "advcl", "acl"):
			pattern |= 1 << relationBit(w.token(c).Deprel)
			m := w.lemmaAt(w.tree.Child(c, "mark"))
			w.add3(124, r, m, act)
			w.add3(125, r, m, lemma)
			w.add3(126, r, w.words[c].lemma, act)
		case w.is(c, "obl", "nmod"):
			prep := w.lemmaAt(w.tree.Child(c, "case"))
			pattern |= 1 << relationBit(w.token(c).Deprel)
			w.add3(127, r, prep, act)
			w.add3(128, r, prep, lemma)
			w.add3(129, prep, w.kindAt(c), act)
		case w.is(c, "obj", "iobj"):
			pattern |= 1 << relationBit(w.token(c).Deprel)
			w.add2(130, w.words[c].lemma, lemma)
			w.add2(131, w.words[c].lemma, act)
			w.add2(132, w.kindAt(c), act)
			w.add2(133, w.kindAt(c), lemma)
		}
	}
	if subject < 0 {
		subject = w.inheritedSubject(i)
		pattern |= 1 << 20
	}
	w.add2(134, pattern, act)
	w.add2(135, pattern, lemma)
	w.add3(136, pattern, tag, relation)
	if subject >= 0 {
		kind := w.kindAt(subject)
		w.add2(137, kind, act)
		w.add2(138, kind, lemma)
		w.add2(139, w.words[subject].lemma, act)
		w.add2(140, w.words[subject].relation, lemma)
		w.add3(141, kind, pattern, act)
		w.add1(142, w.words[subject].lemma)
	}
	w.quoteFeatures(i, act, lemma)
}

// quoteFeatures adds what the quotation marks around token i say.
func (w *work) quoteFeatures(i int, act, lemma uint64) {
	inside := flag(w.quote(i) >= 0)
	before, after := w.quoteNear(i, -1), w.quoteNear(i, 1)
	w.add2(150, inside, act)
	w.add3(151, before, after, inside)
	w.add3(152, before, after, act)
	w.add3(153, before, after, lemma)
	w.add2(154, flag(w.doc.Units[w.doc.Sentences[w.sentence].Unit].Kind == pipeline.UnitHeading), act)
	last := w.tree.Len() - 1
	w.add2(155, flag(w.token(last).Form == ":"), flag(i >= last-1))
}

// quoteNear says how soon a quotation that does not hold token i begins (in
// direction 1) or ends (-1): 1 at once, 2 within three words, 3 within eight,
// 0 not there.
func (w *work) quoteNear(i, direction int) uint64 {
	own := w.quote(i)
	for step := 1; step <= 8; step++ {
		j := i + direction*step
		if j < 0 || j >= w.tree.Len() {
			return 0
		}
		if q := w.quote(j); q >= 0 && q != own {
			switch {
			case step <= 2:
				return 1
			case step <= 4:
				return 2
			}
			return 3
		}
	}
	return 0
}

// inheritedSubject returns the subject that a verb without one shares with
// the verb it hangs on, or -1.
func (w *work) inheritedSubject(i int) int {
	for hops := 0; hops < 3; hops++ {
		head := w.token(i).Head
		if head < 0 {
			return -1
		}
		if w.is(i, "acl") {
			return head
		}
		if !w.is(i, "conj", "xcomp", "advcl", "parataxis") {
			return -1
		}
		if s := w.tree.Child(head, "nsubj"); s >= 0 {
			return s
		}
		i = head
	}
	return -1
}

// relationBit gives the relations of a pattern a bit each.
func relationBit(relation string) uint {
	switch relation {
	case "ccomp":
		return 0
	case "xcomp":
		return 1
	case "obj":
		return 2
	case "iobj":
		return 3
	case "obl":
		return 4
	case "nmod":
		return 5
	case "csubj":
		return 6
	case "advcl":
		return 7
	case "acl":
		return 8
	case "acl:relcl":
		return 9
	case "nmod:poss":
		return 10
	case "obl:agent":
		return 11
	}
	return 12
}

// suffix hashes the last three letters of a word.
func suffix(form string) uint64 { return model.Hash(form[max(0, len(form)-3):]) }

// known looks a form up in the word classes.
func (w *work) known(form string) (model.Word, bool) { return w.classes.Lookup(form) }
