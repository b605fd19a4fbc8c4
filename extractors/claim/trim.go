package claim

import (
	"github.com/purport-nlp/purport/extractors/lexicon"
	"github.com/purport-nlp/purport/pipeline"
)

// trim takes connectives, marks, frames and punctuation off both ends.
func (w *work) trim(k int, r pipeline.Range) pipeline.Range {
	return w.wholeWords(w.trimEnd(w.clauses[k].head, w.trimStart(k, r)))
}

// wholeWords widens r by the other half of a word with a hyphen that it would
// begin or end in: "[so-]called", "government[-supported]".
func (w *work) wholeWords(r pipeline.Range) pipeline.Range {
	for r.First > 0 && w.glued(r.First-1) {
		r.First--
	}
	for r.End < w.len() && w.glued(r.End-1) {
		r.End++
	}
	return r
}

// glued reports whether token i and the next belong to one word with a
// hyphen.
func (w *work) glued(i int) bool {
	if i+1 >= w.len() || w.token(i).Span.End != w.token(i+1).Span.Start {
		return false
	}
	hyphen := i
	if w.lower[i+1] == "-" {
		hyphen = i + 1
	}
	return w.lower[hyphen] == "-" && hyphen > 0 && hyphen+1 < w.len() &&
		w.token(hyphen-1).Span.End == w.token(hyphen).Span.Start && w.token(hyphen+1).Span.Start == w.token(hyphen).Span.End &&
		!w.punctuation(hyphen-1) && !w.punctuation(hyphen+1)
}

// trimStart takes off the front what does not belong to clause k itself.
func (w *work) trimStart(k int, r pipeline.Range) pipeline.Range {
	c := &w.clauses[k]
	for r.First < c.head && r.First < r.End {
		i := r.First
		if end := w.opening(r, c.head); end > i {
			r.First = end
			continue
		}
		if w.lower[i] == "once" && isOneOf(w.word(i+1), "more", "again") {
			return r
		}
		if end := w.shortCondition(i); end > i && end < c.head {
			r.First = end
			continue
		}
		switch {
		case w.punctuation(i) && !w.opensQuote(i, r):
		case w.is(i, "cc") && w.token(i).Head == c.head && !isOneOf(w.lower[i], "nor", "neither"):
		case w.is(i, "cc") && w.upos(i) == "CCONJ" && isOneOf(w.lower[i], "and", "but", "or"):
		case w.is(i, "mark") && w.lower[i] != "to" && w.token(i).Head == c.head:
		case w.isMarkWord(k, i), w.misreadThat(i):
		case w.lower[i] == "so" && w.token(i).Head == c.head && w.is(i, "advmod", "mark", "cc", "discourse") && (w.upos(i+1) == "DET" || w.upos(i+1) == "PRON"):
		case w.inFrame(i):
		case w.reporting[i] && w.sourceTail(i, c):
		default:
			return r
		}
		r.First++
	}
	return r
}

// shortCondition returns the end of a condition of two words and a comma that
// begins at token i: "if elected, he would".
func (w *work) shortCondition(i int) int {
	if isOneOf(w.lower[i], "if", "when", "once", "unless") && i+2 < w.len() && w.lower[i+2] == "," && isOneOf(w.token(i+1).XPOS, "VBN", "VBD", "JJ") {
		return i + 3
	}
	return i
}

// trimEnd takes off the end, down to the head, what led over to the words
// that were cut.
func (w *work) trimEnd(head int, r pipeline.Range) pipeline.Range {
	for r.End > head+1 && r.End > r.First {
		i := r.End - 1
		switch {
		case w.punctuation(i) && !w.closesQuote(i, r):
		case w.upos(i) == "CCONJ" && w.is(i, "cc"):
		case w.inFrame(i):
		case w.upos(i) == "SCONJ" && w.is(i, "mark"):
		case w.dangling(i):
		default:
			return r
		}
		r.End--
	}
	return r
}

// opening returns the end of a phrase at the start of a clause that connects
// or hedges it as a whole: "In all likelihood, …", "As a result, …".
func (w *work) opening(r pipeline.Range, head int) int {
	i := r.First
	if k := w.covered[i]; k >= 0 && w.cues[k].entry.Class == lexicon.CueAdverb && !w.cues[k].part && w.cues[k].tokens.First == i {
		end := w.cues[k].tokens.End
		if end < head && (w.pause(end) || i == 0) {
			return end
		}
	}
	for _, words := range openings {
		end := i + len(words)
		if end >= head || !w.pause(end) {
			continue
		}
		same := true
		for j, word := range words {
			same = same && w.lower[i+j] == word
		}
		if same {
			return end
		}
	}
	return i
}

// dangling reports words that led over to what has been cut off: ", in part
// [because …]".
func (w *work) dangling(i int) bool {
	switch w.lower[i] {
	case "part":
		return w.word(i-1) == "in" && w.pause(i-2)
	case "in":
		return w.word(i+1) == "part" && w.pause(i-1)
	case "partly", "largely", "mainly", "even", "especially", "particularly", "just", "only", "mostly", "primarily":
		return w.pause(i - 1)
	}
	return false
}

// sourceTail reports reporting words at the start of a clause that are no
// part of its subject.
func (w *work) sourceTail(i int, c *clause) bool {
	return c.subject < 0 || !w.tree.Dominates(c.subject, i)
}

// misreadThat reports a "that" that opens a clause though the parser takes it
// for a determiner: before a plural, or right behind a word that reports.
func (w *work) misreadThat(i int) bool {
	if w.lower[i] != "that" || !w.is(i, "det") || w.token(i).Head < i {
		return false
	}
	plural := isOneOf(w.token(w.token(i).Head).XPOS, "NNS", "NNPS")
	return plural || i > 0 && w.reporting[i-1]
}

// isMarkWord reports the words that open an adverbial clause, whatever the
// parser makes of them.
func (w *work) isMarkWord(k, i int) bool {
	c := &w.clauses[k]
	switch c.form {
	case formComplement, formSubject, formNoun:
		return isOneOf(w.lower[i], "that", "whether", "if") && (w.token(i).Head == c.head || w.upos(i) == "SCONJ") && w.token(i).Deprel != "nsubj" && !w.is(i, "det")
	case formConjunct:
		return w.lower[i] == "that" && w.is(i, "mark")
	case formAdverbial:
		if isOneOf(w.lower[i], "long", "soon") {
			return w.word(i-1) == "as"
		}
		return opensAdverbial(w.lower[i]) && w.clauseOf[i] == k && w.is(i, "mark", "advmod", "case", "fixed")
	}
	return false
}
