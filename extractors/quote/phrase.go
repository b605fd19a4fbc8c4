package quote

import "github.com/purport-nlp/purport/pipeline"

// Adverbial phrases that say whose words or views a sentence gives.

// inWordsOf settles "In the words of X, P" and its like, by the lexicon's
// phrases, and "In X's view, P".
func (w *work) inWordsOf(i int) bool {
	source := pipeline.Range{}
	cue := pipeline.Range{First: i, End: i}
	for _, phrase := range w.lexicon.Phrases() {
		if len(phrase) > 2 && phrase[len(phrase)-1] == "of" && w.matches(i, phrase) && i+len(phrase) > cue.End {
			cue.End = i + len(phrase)
		}
	}
	if cue.Len() > 0 {
		source = pipeline.Range{First: cue.End, End: cue.End}
		for source.End < w.tree.Len() && !w.endsPart(source.End) && !w.finite(source.End) {
			source.End++
		}
	} else if at := w.ownedView(i); at > 0 {
		source, cue = pipeline.Range{First: i + 1, End: at}, pipeline.Range{First: at, End: at + 1}
	}
	end := max(source.End, cue.End)
	if source.Len() == 0 || source.Len() > 12 || end < w.tree.Len() && !w.punctuation(end) {
		return false
	}
	return w.settle("words-of", "complement", i, w.headOfPhrase(source), cue, source, w.aroundInsertion(i, end))
}

// matches reports whether the words of a phrase stand from token i on.
func (w *work) matches(i int, phrase []string) bool {
	if i+len(phrase) >= w.tree.Len() {
		return false
	}
	for k, word := range phrase {
		if form := w.token(i + k).Form; form != word && (k > 0 || lower(form) != word) {
			return false
		}
	}
	return true
}

// ownedView returns the noun of "in X's view" after the preposition at token
// i, or -1.
func (w *work) ownedView(i int) int {
	if lower(w.token(i).Form) != "in" {
		return -1
	}
	at := i + 1
	for at < w.tree.Len() && at < i+7 && w.inPhrase(at) {
		switch w.token(at).Form {
		case "view", "opinion", "words", "eyes", "judgment", "judgement", "estimation", "telling":
			if owner := w.token(at - 1); at > i+1 && (owner.XPOS == "POS" || owner.XPOS == "PRP$") {
				return at
			}
			return -1
		}
		at++
	}
	return -1
}

// aroundInsertion returns what an insertion from first to end stands in: the
// sentence after it where it comes first, before it where it comes last, and
// all of the sentence where it stands in the middle.
func (w *work) aroundInsertion(first, end int) pipeline.Range {
	from, to := w.segment(first)
	before := w.trim(pipeline.Range{First: from, End: first})
	after := w.trim(pipeline.Range{First: min(end, to), End: to})
	switch {
	case before.Len() == 0:
		return pipeline.Range{First: after.First, End: w.clauseEnd(end)}
	case after.Len() == 0:
		return before
	}
	return pipeline.Range{First: before.First, End: w.clauseEnd(end)}
}

// asTold settles "As X put it, P" and "P, as X noted".
func (w *work) asTold(i int) bool {
	r := w.words[i].report
	put := w.lemma(i) == "put" && i+1 < w.tree.Len() && w.token(i+1).Form == "it"
	if !put && (!r.Strong || r.Act != pipeline.ActStatement || !w.finite(i)) || w.quote(i) >= 0 {
		return false
	}
	end := i + 1
	if put {
		end++
	}
	if end < w.tree.Len() && !w.punctuation(end) {
		return false
	}
	verb := i
	for verb > 0 && (w.token(verb-1).UPOS == "AUX" || w.token(verb-1).UPOS == "ADV") {
		verb--
	}
	source := pipeline.Range{First: w.phraseBack(verb - 1), End: verb}
	as := source.First - 1
	if source.Len() == 0 || as < 0 || lower(w.token(as).Form) != "as" || as > 0 && !w.punctuation(as-1) {
		return false
	}
	return w.settle("as-told", "subject", i, w.headOfPhrase(source), pipeline.Range{First: verb, End: end}, source, w.aroundInsertion(as, end))
}

// medial settles "The plan, a spokeswoman for the firm confirmed, is dead",
// where commas set the attribution off.
func (w *work) medial(i int) bool {
	r := w.words[i].report
	if !r.Strong || r.Act == pipeline.ActIntention || r.Act == pipeline.ActEvent || r.Act == pipeline.ActQuestion || !w.finite(i) ||
		i+2 >= w.tree.Len() || w.token(i+1).Form != "," {
		return false
	}
	verb := i
	for verb > 0 && (w.token(verb-1).UPOS == "AUX" || w.token(verb-1).UPOS == "ADV") {
		verb--
	}
	first := verb
	for first > 0 && verb-first < 9 && (w.inPhrase(first-1) || w.token(first-1).UPOS == "ADP" && first-1 > 0 && w.inPhrase(first-2)) {
		first--
	}
	if first == verb || first < 2 || w.token(first-1).Form != "," || w.quote(first) != w.quote(i) || w.isTime(first) {
		return false
	}
	source := pipeline.Range{First: first, End: verb}
	head := w.headOfPhrase(source)
	before, after := w.behindColon(w.aroundInsertion(first-1, i+2), first), pipeline.Range{First: i + 2, End: w.tree.Len()}
	if !w.speaker(head) || !w.hasFinite(after) && !w.hasFinite(pipeline.Range{First: 0, End: first}) || before.Len() == 0 {
		return false
	}
	return w.settle("medial", "subject", i, head, pipeline.Range{First: verb, End: i + 1}, source, before)
}

// behindColon cuts a range off at the last colon before token limit.
func (w *work) behindColon(r pipeline.Range, limit int) pipeline.Range {
	for at := r.First; at < limit && at < r.End; at++ {
		if w.token(at).Form == ":" {
			r.First = at + 1
		}
	}
	return r
}

// asSaying settles "quoted X as saying P" and "X was quoted as saying P",
// whose speaker is the one that is quoted.
func (w *work) asSaying(i int) bool {
	if w.token(i).XPOS != "VBG" || i < 3 || i+1 >= w.tree.Len() || w.token(i-1).Form != "as" || w.words[i].report.Act != pipeline.ActStatement {
		return false
	}
	as := i - 1
	source := pipeline.Range{First: w.phraseBack(as - 1), End: as}
	verb := source.First - 1
	if source.Len() == 0 {
		// Passive: the subject is quoted.
		verb = as - 1
		subject := w.tree.Child(verb, "nsubj", "nsubj:pass")
		if subject < 0 || subject > verb {
			return false
		}
		source = w.tree.Subtree(subject)
		source.First = w.phraseStart(source.First, subject)
		source = w.core(w.trim(source), subject)
	}
	if verb < 0 || source.Len() == 0 {
		return false
	}
	switch w.lemma(verb) {
	case "quote", "cite", "report", "describe", "record", "hear":
	default:
		return false
	}
	content := pipeline.Range{First: i + 1, End: w.clauseEnd(i)}
	return w.settle("as-saying", "subject", i, w.headOfPhrase(source), pipeline.Range{First: as, End: i + 1}, source, content)
}
