package quote

import (
	"sort"
	"strings"

	"github.com/purport-nlp/purport/extractors/lexicon"
	"github.com/purport-nlp/purport/extractors/model"
	"github.com/purport-nlp/purport/pipeline"
)

// work is the scratch memory of one document. All token indices in its
// methods are within the current sentence unless they say otherwise.
type work struct {
	*Stage
	doc        *pipeline.Document
	sentence   int
	tree       pipeline.Tree
	words      []word
	quotations []quotation
	// quoteAt is, for each token of the document, the quotation that holds
	// it, marks included; entityAt the mention; -1 where there is none.
	quoteAt, entityAt []int32

	features          []uint64
	candidates        []candidate
	found             []attribution
	announced         []announcement
	issued            []issuedPaper
	frame             frame
	claimed           []int32
	documents         []documentName
	enter0            int // the sentence that identify has entered
	turns             []turn
	names             map[string]string // see fullNames; nil if not asked for
	order, cues, open []int
}

// word is what the features ask of a token, hashed once.
type word struct {
	lemma, tag, relation uint64
	// report is the lexicon's entry for the word in its part of speech.
	report lexicon.Report
}

// attribution is one attribution in the making. Ranges are of tokens of the
// document; an empty range stands for none.
type attribution struct {
	cueHead, sourceHead  int
	cue, source, content pipeline.Range
	sentence             int
	act                  pipeline.Act
	passive              bool
	sourceForm, form     string
	span                 pipeline.Span // the content
	from                 int           // index of the attribution that it continues, or -1
	outer                int           // index of the attribution around it, or -1
	link                 pipeline.SourceLink
	issuer               pipeline.SourceLink
}

// start points the scratch at a document.
func (w *work) start(doc *pipeline.Document) {
	w.doc = doc
	w.found = w.found[:0]
	w.names = nil
	w.findTurns()
	w.announced, w.issued = w.announced[:0], w.issued[:0]
	w.quotations = findQuotations(w.quotations[:0], doc)
	w.quoteAt = markTokens(w.quoteAt, len(doc.Tokens))
	w.entityAt = markTokens(w.entityAt, len(doc.Tokens))
	for q := range w.quotations {
		r := w.tokensIn(w.quotations[q].Span)
		for t := r.First; t < r.End; t++ {
			w.quoteAt[t] = int32(q)
		}
	}
	for e := range doc.Entities {
		r := doc.Entities[e].Tokens
		for t := r.First; t < r.End && t < len(doc.Tokens); t++ {
			// The longest name wins, then the one that is named.
			if old := w.entityAt[t]; old < 0 || doc.Entities[old].Mention != pipeline.MentionName {
				w.entityAt[t] = int32(e)
			}
		}
	}
}

// tokensIn returns the tokens that overlap span.
func (w *work) tokensIn(span pipeline.Span) pipeline.Range {
	tokens := w.doc.Tokens
	first := sort.Search(len(tokens), func(i int) bool { return tokens[i].End > span.Start })
	end := first
	for end < len(tokens) && tokens[end].Start < span.End {
		end++
	}
	return pipeline.Range{First: first, End: end}
}

func markTokens(s []int32, n int) []int32 {
	if cap(s) < n {
		s = make([]int32, n, n+n/4)
	}
	s = s[:n]
	for i := range s {
		s[i] = -1
	}
	return s
}

// enter reads sentence i.
func (w *work) enter(i int) {
	w.sentence = i
	w.tree.Reset(w.doc, i)
	if cap(w.words) < w.tree.Len() {
		w.words = make([]word, w.tree.Len()+w.tree.Len()/2)
	}
	w.words = w.words[:w.tree.Len()]
	for j := range w.words {
		t := &w.tree.Tokens[j]
		w.words[j] = word{model.Hash(t.Lemma), model.Hash(t.XPOS), model.Hash(t.Deprel), w.report(t)}
	}
}

// report looks a token up in the lexicon of reporting words.
func (w *work) report(t *pipeline.Token) lexicon.Report {
	switch t.UPOS {
	case "VERB", "AUX":
		return w.lexicon.Verb(t.Lemma)
	case "NOUN":
		return w.lexicon.Noun(t.Lemma)
	case "ADJ":
		return w.lexicon.Adjective(t.Lemma)
	case "ADV":
		return w.lexicon.Adverb(lower(t.Form))
	}
	return lexicon.Report{}
}

// quote returns the quotation that holds token i, or -1.
func (w *work) quote(i int) int32 { return w.quoteAt[w.tree.First+i] }

// entity returns the mention that covers token i, or nil.
func (w *work) entity(i int) *pipeline.Entity {
	if e := w.entityAt[w.tree.First+i]; e >= 0 {
		return &w.doc.Entities[e]
	}
	return nil
}

func (w *work) token(i int) *pipeline.Token { return &w.tree.Tokens[i] }

// is reports whether token i has one of the relations, with or without its
// subtype.
func (w *work) is(i int, relations ...string) bool {
	return pipeline.IsRelation(w.tree.Tokens[i].Deprel, relations...)
}

// lemma returns the lemma of token i, or "" outside the sentence.
func (w *work) lemma(i int) string {
	if i < 0 || i >= w.tree.Len() {
		return ""
	}
	return w.tree.Tokens[i].Lemma
}

// nominal reports whether token i can head a noun phrase.
func (w *work) nominal(i int) bool {
	switch t := w.token(i); t.UPOS {
	case "NOUN", "PROPN", "PRON", "NUM", "SYM":
		return true
	case "DET", "ADJ":
		return w.is(i, "nsubj", "obj", "obl", "nmod", "conj", "root", "iobj")
	}
	return false
}

// punctuation reports whether token i is punctuation.
func (w *work) punctuation(i int) bool { return w.token(i).UPOS == "PUNCT" }

// trim takes punctuation off both ends of a range of tokens.
func (w *work) trim(r pipeline.Range) pipeline.Range {
	for r.First < r.End && w.punctuation(r.First) {
		r.First++
	}
	for r.First < r.End && w.punctuation(r.End-1) {
		r.End--
	}
	return r
}

// caseOf returns the lower-case preposition that marks token i, or "".
func (w *work) caseOf(i int) string {
	if c := w.tree.Child(i, "case"); c >= 0 {
		return lower(w.token(c).Form)
	}
	return ""
}

// lower is strings.ToLower without copying where nothing changes.
func lower(s string) string { return strings.ToLower(s) }
