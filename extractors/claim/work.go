package claim

import (
	"strings"

	"github.com/purport-nlp/purport/pipeline"
)

// work is the memory for one document at a time. Token indices are within the
// sentence at hand unless said otherwise.
type work struct {
	*Stage
	doc      *pipeline.Document
	tree     pipeline.Tree
	sentence int
	// lower holds the sentence's forms in lower case.
	lower []string
	// cues are the cues of the sentence, in text order; covered says, for each
	// token, which cue of several words holds it, or -1.
	cues    []cue
	covered []int
	// clauses are the clauses of the sentence, those that govern first;
	// clauseOf gives the innermost clause of each token.
	clauses  []clause
	clauseOf []int
	// splits are the places where clauses were split off.
	splits []split
	// quotes are the indices of the attributions whose content reaches into
	// the sentence, the innermost first; reporting marks the tokens that
	// belong to a source or its cue.
	quotes    []int
	reporting []bool
	// reaches says which attributions bear on which sentence, nextReach where
	// those of the sentence at hand begin.
	reaches   []reach
	nextReach int
	// doubts holds, for each token, the probability that it is a word of
	// uncertainty here, as learned.
	doubts      []float64
	doubtMemory DoubtMemory
	drafts      []draft
	claims      []pipeline.Claim
}

func (w *work) start(doc *pipeline.Document) {
	w.doc = doc
	w.claims = w.claims[:0]
	w.indexQuotes()
}

// leave lets go of the document and keeps the memory.
func (w *work) leave() {
	w.doc = nil
	w.tree.Tokens = nil
	clear(w.claims)
	clear(w.lower)
}

// enter makes sentence i the one at hand.
func (w *work) enter(i int) {
	w.sentence = i
	w.tree.Reset(w.doc, i)
	n := w.tree.Len()
	if cap(w.lower) < n {
		w.lower, w.covered, w.clauseOf, w.reporting = make([]string, 2*n), make([]int, 2*n), make([]int, 2*n), make([]bool, 2*n)
	}
	w.lower, w.covered, w.clauseOf, w.reporting = w.lower[:n], w.covered[:n], w.clauseOf[:n], w.reporting[:n]
	for j := range w.lower {
		w.lower[j] = plainQuote(strings.ToLower(w.tree.Tokens[j].Form))
		w.covered[j], w.clauseOf[j], w.reporting[j] = -1, -1, false
	}
	w.cues, w.clauses, w.drafts = w.cues[:0], w.clauses[:0], w.drafts[:0]
	w.doubts = w.Stage.doubt.Scores(&w.doubtMemory, w.tree.Tokens)
	w.findQuotes()
}

// plainQuote folds the curly apostrophe of contractions.
func plainQuote(s string) string {
	if i := strings.IndexByte(s, 0xE2); i >= 0 && strings.Contains(s, "’") {
		return strings.ReplaceAll(s, "’", "'")
	}
	return s
}

func (w *work) len() int { return w.tree.Len() }

func (w *work) token(i int) *pipeline.Token { return &w.tree.Tokens[i] }

// lemma returns the lemma of token i, or "" outside the sentence.
func (w *work) lemma(i int) string {
	if i < 0 || i >= w.len() {
		return ""
	}
	return w.tree.Tokens[i].Lemma
}

// word returns the lower-case form of token i, or "" outside the sentence.
func (w *work) word(i int) string {
	if i < 0 || i >= w.len() {
		return ""
	}
	return w.lower[i]
}

func (w *work) upos(i int) string {
	if i < 0 || i >= w.len() {
		return ""
	}
	return w.tree.Tokens[i].UPOS
}

// is reports whether token i has one of the relations, with or without its
// subtype.
func (w *work) is(i int, relations ...string) bool {
	return pipeline.IsRelation(w.tree.Tokens[i].Deprel, relations...)
}

// punctuation reports whether token i is punctuation.
func (w *work) punctuation(i int) bool { return w.tree.Tokens[i].UPOS == "PUNCT" }

// nominal reports whether token i is a noun, a name, a pronoun or a number.
func (w *work) nominal(i int) bool {
	switch w.upos(i) {
	case "NOUN", "PROPN", "PRON", "NUM", "SYM":
		return true
	}
	return false
}

// childWord returns the first child of i with the relation whose lower-case
// form is one of words, or -1.
func (w *work) childWord(i int, relation string, words ...string) int {
	for c := w.tree.FirstChild(i); c >= 0; c = w.tree.NextSibling(c) {
		if w.is(c, relation) && isOneOf(w.lower[c], words...) {
			return c
		}
	}
	return -1
}

func isOneOf(s string, words ...string) bool {
	for _, word := range words {
		if s == word {
			return true
		}
	}
	return false
}

// mark returns the first word that introduces the clause headed by i ("that",
// "because", "if"), or -1.
func (w *work) mark(i int) int { return w.tree.Child(i, "mark") }

// subject returns the subject of i, which may be a clause, or -1. Expletives
// do not count.
func (w *work) subject(i int) int {
	outer := w.tree.Child(i, "nsubj", "csubj")
	for c := outer; c >= 0; c = w.tree.NextSibling(c) {
		if w.is(c, "nsubj", "csubj") && !strings.HasSuffix(w.token(c).Deprel, ":outer") {
			return c // "the rumour is that [he] left"
		}
	}
	return outer
}

// passive reports whether verb i is in the passive voice.
func (w *work) passive(i int) bool {
	if w.tree.Child(i, "aux:pass") >= 0 {
		return true
	}
	// "is feared and considered a threat": the auxiliary is the first verb's.
	first := w.token(i).Head
	return w.token(i).XPOS == "VBN" && w.is(i, "conj") && first >= 0 && first < i && w.tree.Child(i, "aux", "cop", "nsubj") < 0 &&
		(w.tree.Child(i, "obj") < 0 || deems(w.lemma(i))) && w.tree.Child(first, "aux:pass", "cop") >= 0
}

// pause reports whether token i is a comma, a dash or a bracket.
func (w *work) pause(i int) bool {
	if i < 0 || i >= w.len() || !w.punctuation(i) {
		return false
	}
	switch w.tree.Tokens[i].Form {
	case ",", "-", "--", "–", "—", "(", ")", ";", ":":
		return true
	}
	return false
}

// firstToken returns the first token below i, or i itself, that is no
// punctuation.
func (w *work) firstToken(i int) int {
	first := w.tree.Subtree(i).First
	for first < i && w.punctuation(first) {
		first++
	}
	return first
}

// single returns the range of token i alone.
func single(i int) pipeline.Range { return pipeline.Range{First: i, End: i + 1} }

// span returns the text span of a range of tokens.
func (w *work) span(r pipeline.Range) pipeline.Span { return w.tree.Span(r) }

// global turns an index within the sentence into one within the document.
func (w *work) global(i int) int { return w.tree.First + i }
