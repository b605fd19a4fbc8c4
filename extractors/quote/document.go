package quote

import "github.com/purport-nlp/purport/pipeline"

// Papers that speak: "issued a statement calling P", "a letter that says P".
// The verb that brings the paper out often has a subject, which tempts the
// model to take it for the speaker; the contract wants the paper, with
// whoever issued it in the chain.

// speakingDocument returns the head of the document that the verb at token i
// is said of, as a participle or in a relative clause, or -1.
func (w *work) speakingDocument(i int) int {
	if !w.tells(i) {
		return -1
	}
	at := i - 1
	for at > 0 && w.token(at).UPOS == "ADV" {
		at--
	}
	if w.token(i).XPOS != "VBG" {
		if at > 0 && w.finite(i) && (w.token(at).Form == "that" || w.token(at).Form == "which") {
			at--
			if w.token(at).Form == "," {
				at--
			}
		} else if at = w.joinedTo(i); at < 0 {
			return -1
		}
	}
	// The noun before, or the one that its phrase hangs on: "a letter to the
	// mayor saying".
	for hops := 0; at >= 0 && hops < 4; hops++ {
		t := w.token(at)
		if t.UPOS == "NOUN" && w.isDocument(at) {
			return at
		}
		if t.UPOS != "NOUN" && t.UPOS != "PROPN" && t.UPOS != "NUM" || t.Head < 0 || t.Head >= at || i-t.Head > 9 {
			return -1
		}
		at = t.Head
	}
	return -1
}

// tells reports whether the verb at token i says something, by itself or by
// the noun that is its object ("raised doubts").
func (w *work) tells(i int) bool {
	switch r := w.words[i].report; r.Act {
	case pipeline.ActStatement, pipeline.ActKnowledge, pipeline.ActBelief, pipeline.ActQuestion:
		if r.Strong || w.token(i).XPOS == "VBG" && r.Act == pipeline.ActStatement {
			return true
		}
		o := w.tree.Child(i, "obj")
		return o == i+1 && w.announces(o)
	}
	return false
}

// joinedTo returns the noun before the relative pronoun of the clause whose
// verb is joined to the finite verb at token i ("a report that named them and
// declared P"), or -1. It goes by the words, since parsers tend to join the
// verb to that of the main clause.
func (w *work) joinedTo(i int) int {
	if i < 4 || !w.finite(i) || w.token(i-1).UPOS != "CCONJ" || w.tree.Child(i, "nsubj") >= 0 && w.tree.Child(i, "nsubj") < i {
		return -1
	}
	verbs := 0
	for at := i - 2; at > 0 && verbs < 2; at-- {
		switch f := w.token(at).Form; {
		case f == ";" || w.quote(at) != w.quote(i):
			return -1
		case f == "that" || f == "which":
			if verbs == 1 && w.token(at-1).UPOS == "NOUN" {
				return at - 1
			}
			return -1
		case w.token(at).UPOS == "VERB" && w.finite(at):
			verbs++
		case w.token(at).UPOS == "VERB" && w.token(at-1).XPOS == "WDT":
			verbs++
		}
	}
	return -1
}

// isDocument reports whether the noun at token i is something written.
func (w *work) isDocument(i int) bool {
	switch w.token(i).Lemma {
	case "act", "call", "order", "record", "test", "figure", "number", "result", "finding", "evidence", "video", "spot", "policy", "plan":
		return false
	}
	return w.lexicon.Source(lower(w.token(i).Form)) == pipeline.SourceDocument || w.lexicon.Source(w.token(i).Lemma) == pipeline.SourceDocument
}

// documentPhrase returns the phrase of the document at token n before the
// verb at token i.
func (w *work) documentPhrase(n, i int) pipeline.Range {
	r := w.phraseEnding(n, 8)
	r.End = n + 1
	return r
}

// issuing reports whether the verb at token i brings a document out.
func (w *work) issuing(i int) bool {
	switch w.lemma(i) {
	case "issue", "release", "publish", "circulate", "send", "draft", "write", "post", "sign", "file", "submit", "deliver", "email",
		"e-mail", "distribute", "produce", "put", "read", "make", "prepare", "tweet", "forward", "leak", "obtain", "receive":
		return true
	}
	return false
}
