package quote

import "github.com/purport-nlp/purport/pipeline"

// Who brings a paper out: "X issued a report" says so for "the report" that
// speaks some sentences later.

// issuedPaper is a paper that somebody is said to bring out.
type issuedPaper struct {
	noun     string
	sentence int
	issuer   pipeline.SourceLink
}

// noteIssued notes the papers that subjects of the current sentence bring out.
func (w *work) noteIssued() {
	for i := range w.words {
		if w.token(i).UPOS != "NOUN" || !w.is(i, "obj") || w.quote(i) >= 0 || !w.isDocument(i) {
			continue
		}
		verb := w.token(i).Head
		if verb < 0 || verb > i || !w.bringsOut(verb) {
			continue
		}
		if link, ok := w.issuerLink(w.tree.Child(verb, "nsubj")); ok {
			w.issued = append(w.issued, issuedPaper{w.lemma(i), w.sentence, link})
		}
	}
}

// bringsOut reports whether the subject of the verb at token i is who says what
// a paper says, and not who signs or receives it.
func (w *work) bringsOut(i int) bool {
	switch w.lemma(i) {
	case "issue", "release", "publish", "circulate", "draft", "write", "produce", "prepare", "distribute", "post":
		return true
	}
	return false
}

// issuerLink returns the subject at token n as the issuer of a paper, if it is
// named: by the entity's name, or, where several join, by their phrase.
func (w *work) issuerLink(n int) (pipeline.SourceLink, bool) {
	if n < 0 || w.token(n).Deprel != "nsubj" {
		return pipeline.SourceLink{}, false
	}
	e := w.entity(n)
	if e == nil || e.Name == "" || e.Mention == pipeline.MentionNominal {
		return pipeline.SourceLink{}, false
	}
	if end := w.joinedNames(e, w.tree.Subtree(n)); end > 0 && e.Mention == pipeline.MentionName {
		span := w.tree.Span(pipeline.Range{First: e.Tokens.First - w.tree.First, End: end})
		return pipeline.SourceLink{Kind: pipeline.SourceGroup, Span: span, Name: w.doc.Clean(span)}, true
	}
	return pipeline.SourceLink{Kind: w.entityKind(e, nil), Span: e.Span, Name: e.Name}, true
}

// joinedNames returns where the last of the names ends that a subject joins to
// the name e ("the Harbour Council and Oxfam"), or 0 where there is one alone.
func (w *work) joinedNames(e *pipeline.Entity, subject pipeline.Range) int {
	end := 0
	for at := e.Tokens.End - w.tree.First; at+1 < subject.End; {
		if f := w.token(at).Form; f != "and" && f != "," {
			break
		}
		if w.token(at+1).Form == "and" || w.token(at+1).Form == "the" {
			at++
			continue
		}
		other := w.entity(at + 1)
		if other == nil || other.Mention != pipeline.MentionName {
			break
		}
		at = other.Tokens.End - w.tree.First
		end = at
	}
	return end
}

// issuedReach is how many sentences back the issuer of a paper is looked for.
const issuedReach = 30

// lastIssued returns who brought out the last paper with a noun up to a
// sentence.
func (w *work) lastIssued(noun string, sentence int) (pipeline.SourceLink, bool) {
	for i := len(w.issued) - 1; i >= 0 && w.issued[i].sentence >= sentence-issuedReach; i-- {
		if p := &w.issued[i]; p.noun == noun && p.sentence <= sentence {
			return p.issuer, true
		}
	}
	return pipeline.SourceLink{}, false
}

// refersBack reports whether the noun at token n may stand for one mentioned
// before: it has an article or pronoun that says so.
func (w *work) refersBack(n int) bool {
	d := w.tree.Child(n, "det")
	if d < 0 || d > n {
		owner := w.tree.Child(n, "nmod:poss")
		return owner >= 0 && owner < n && w.token(owner).UPOS == "PRON"
	}
	switch lower(w.token(d).Form) {
	case "the", "this", "that", "these", "those", "both":
		return true
	}
	return false
}
