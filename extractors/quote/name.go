package quote

import (
	"strings"

	"github.com/purport-nlp/purport/pipeline"
)

// The canonical name of a source: of its entity, of the person beside a role,
// of who issued a paper.

// nameThey takes "they" for the last body or group that has spoken shortly
// before, or that issued the paper that has.
func (w *work) nameThey(a *attribution) {
	for i, steps := len(w.found)-1, 0; i >= 0 && steps < 5; i-- {
		b := &w.found[i]
		if b.cueHead >= a.cueHead || b.from >= 0 || b.link.Kind == "" {
			continue
		}
		steps++
		if b.sentence < a.sentence-4 {
			return
		}
		link := b.link
		if link.Kind == pipeline.SourceDocument && b.issuer.Kind != "" {
			link = b.issuer
		}
		if link.Name == "" || strings.EqualFold(link.Name, "they") {
			continue
		}
		switch link.Kind {
		case pipeline.SourceOrganization, pipeline.SourceGroup, pipeline.SourceLocation:
			a.link.Kind, a.link.Name = link.Kind, link.Name
			return
		}
	}
}

// printedIn notes the article that somebody's words are taken from, as the
// outer source: "hinted at by the envoy in a newspaper article".
func (w *work) printedIn(a *attribution) {
	if a.link.Kind != pipeline.SourcePerson && a.link.Kind != pipeline.SourceOrganization || a.source.Len() == 0 || a.issuer.Kind != "" {
		return
	}
	in := a.source.End - w.tree.First
	if cue := a.cue.End - w.tree.First; cue > in {
		in = cue
	}
	if in+2 >= w.tree.Len() || w.token(in).Form != "in" {
		return
	}
	for at := in + 1; at < w.tree.Len() && at < in+7 && w.inPhrase(at); at++ {
		switch w.lemma(at) {
		case "article", "story", "editorial", "column", "book", "essay", "op-ed", "documentary":
			span := pipeline.Span{Start: w.token(in + 1).Start, End: w.token(at).End}
			a.issuer = pipeline.SourceLink{Kind: pipeline.SourceDocument, Span: span, Name: w.doc.Clean(span)}
			return
		}
	}
}

// apposed returns the last word of the person's name behind the comma after
// the role of somebody, whatever the parse joins it to: "the company's chief
// executive, Anna Berg"; or -1.
func (w *work) apposed(head int, source pipeline.Range) int {
	comma := source.First + 1
	for comma < source.End && w.token(comma).Form != "," {
		if w.token(comma).UPOS == "CCONJ" {
			return -1
		}
		comma++
	}
	if comma+1 >= source.End || w.isNamed(head) {
		return -1
	}
	role := comma - 1
	if w.sourceWord(role) != pipeline.SourcePerson && !personal(w.lemma(role)) {
		role = head // "the leader of the Senate, Anna Berg"
	}
	if role >= comma || w.sourceWord(role) != pipeline.SourcePerson && !personal(w.lemma(role)) {
		return -1
	}
	e := w.entity(comma + 1)
	if e == nil || e.Label != pipeline.Person || e.Mention != pipeline.MentionName {
		return -1
	}
	return e.Tokens.End - 1 - w.tree.First
}

// titled returns the last word of the person's name that a source ends with,
// where the parse took a word of the title for its head ("U.S. Senator Maria
// Lopez"), else the head.
func (w *work) titled(head int, core pipeline.Range) int {
	if core.Len() < 2 || w.joined(head, core) {
		return head
	}
	e := w.entity(core.End - 1)
	if e == nil || e.Label != pipeline.Person || e.Mention != pipeline.MentionName || w.entity(head) == e {
		return head
	}
	for at := core.First; at < core.End; at++ {
		switch w.token(at).UPOS {
		case "ADP", "CCONJ", "VERB", "PUNCT":
			return head
		}
		if w.token(at).XPOS == "POS" && at+1 == e.Tokens.First-w.tree.First {
			return head
		}
	}
	return core.End - 1
}

// referent returns the noun that a relative pronoun stands for.
func (w *work) referent(head int) int {
	if form := w.token(head).Form; form == "WHO" {
		return head // the World Health Organization
	}
	switch lower(w.token(head).Form) {
	case "who", "which", "that", "whom", "whose":
		for at, steps := head, 0; at >= 0 && steps < 6; at, steps = w.token(at).Head, steps+1 {
			if w.is(at, "acl") && w.token(at).Head >= 0 && w.token(at).Head < head {
				return w.token(at).Head
			}
		}
		// The parse does not say: the phrase right before it.
		for at := head - 1; at >= 0 && at > head-3; at-- {
			if w.nominal(at) {
				return w.climb(at, 0, head)
			}
		}
	}
	return head
}

// core returns the part of a source that names it on its own: without what
// follows a comma or bracket, without a possessive's ending.
func (w *work) core(source pipeline.Range, head int) pipeline.Range {
	if !source.Contains(head) {
		source = w.tree.Subtree(head)
	}
	r := source
	plural := w.joined(head, source)
	for at := head + 1; at < r.End && !plural; at++ {
		switch w.token(at).Form {
		case ",", "(", "--", "—", "–", "-":
			if e := w.entity(at); e == nil || e.Tokens.First >= w.tree.First+at || e.Tokens.End <= w.tree.First+at {
				r.End = at
			}
		}
	}
	r = w.trim(r)
	if r.Len() > 1 && w.token(r.End-1).XPOS == "POS" {
		r.End--
	}
	return r
}

// namedPerson returns the person whose name stands in apposition to token
// head, or is part of its name, or nil.
func (w *work) namedPerson(head int) *pipeline.Entity {
	for c := w.tree.FirstChild(head); c >= 0; c = w.tree.NextSibling(c) {
		if w.is(c, "appos", "flat", "compound") {
			if e := w.entity(c); e != nil && e.Label == pipeline.Person && e.Mention == pipeline.MentionName &&
				(c > head || w.is(c, "flat", "appos")) {
				return e
			}
		}
	}
	return nil
}

// documentName is a document that has spoken, by the head noun of its name.
type documentName struct {
	noun, name string
	issuer     pipeline.SourceLink
	sentence   int
}

// nameOf sets the canonical name of a source: that of the entity it mentions,
// of the person in apposition, or, for a document, its fuller name before or
// who issued it.
func (w *work) nameOf(a *attribution, head int, source pipeline.Range) {
	switch a.link.Kind {
	case pipeline.SourceGroup, pipeline.SourceAnonymous:
		if e := w.entity(head); e != nil && e.Mention == pipeline.MentionPronoun && e.Name != "" {
			a.link.Name = e.Name
		}
		return
	case pipeline.SourceDocument:
		w.nameDocument(a, head)
		return
	}
	if e := w.entity(head); e != nil && isFullName(e.Name) && (e.Mention != pipeline.MentionNominal || e.Name != lower(e.Name)) && (e.Mention == pipeline.MentionName || w.namedPerson(head) == nil) {
		a.link.Name = e.Name
		return
	}
	if e := w.namedPerson(head); e != nil {
		a.link.Name, a.link.Kind = e.Name, pipeline.SourcePerson
		return
	}
	if form := lower(w.token(head).Form); form == "it" && len(w.documents) > 0 && w.documents[len(w.documents)-1].sentence >= a.sentence-3 {
		last := w.documents[len(w.documents)-1]
		a.link.Kind, a.link.Name, a.issuer = pipeline.SourceDocument, last.name, last.issuer
	}
}

// isFullName reports whether a name has letters that name something: chains
// are at times named after a year or an article.
func isFullName(name string) bool {
	if strings.EqualFold(name, "the") {
		return false
	}
	for i := 0; i < len(name); i++ {
		if c := name[i] | 0x20; 'a' <= c && c <= 'z' || name[i] >= 0x80 {
			return true
		}
	}
	return false
}

// nameDocument finds who issued a document: in its own phrase, else, where the
// phrase refers back, in the last mention of such a document.
func (w *work) nameDocument(a *attribution, head int) {
	noun := w.lemma(head)
	if issuer := w.issuerOf(head); issuer != nil {
		kind := pipeline.SourceOrganization
		if issuer.Label != pipeline.Organization {
			kind = w.entityKind(issuer, nil)
		}
		a.issuer = pipeline.SourceLink{Kind: kind, Span: issuer.Span, Name: issuer.Name}
		a.link.Name = issuer.Name
	} else if w.refersBack(head) {
		w.nameAsBefore(a, noun)
	}
	w.documents = append(w.documents, documentName{noun, a.link.Name, a.issuer, a.sentence})
}

// nameAsBefore gives a document that refers back the issuer and the name that
// the last one with its noun had, or was brought out by. A name without an
// issuer is taken over only if it is definite and fuller.
func (w *work) nameAsBefore(a *attribution, noun string) {
	switch noun {
	case "law", "legislation", "statute", "constitution", "code":
		return // "the law" is not the last one that was spoken of
	}
	issued, found := w.lastIssued(noun, a.sentence)
	for i := len(w.documents) - 1; i >= 0 && i >= len(w.documents)-16; i-- {
		d := &w.documents[i]
		if d.noun != noun || found && d.issuer.Kind == "" {
			continue
		}
		a.issuer = d.issuer
		if d.issuer.Kind != "" || len(d.name) > len(a.link.Name) && (strings.HasPrefix(d.name, "the ") || strings.HasPrefix(d.name, "The ")) {
			a.link.Name = d.name
		}
		return
	}
	if found {
		a.issuer, a.link.Name = issued, issued.Name
	}
}

// issuerOf returns who a document is of, from or by, or who brings it out in
// this sentence, or nil.
func (w *work) issuerOf(head int) *pipeline.Entity {
	if by := w.ownerOf(head); by != nil {
		return by
	}
	if by := w.issuedBy(head); by != nil {
		return by
	}
	verb := w.token(head).Head
	if verb < 0 || !w.is(head, "obj") || !w.issuing(verb) {
		return nil
	}
	if s := w.tree.Child(verb, "nsubj"); s >= 0 && w.token(s).Deprel == "nsubj" {
		if e := w.entity(s); e != nil && e.Name != "" {
			return e
		}
	}
	return nil
}

// issuedBy returns who a participle behind a document says it was brought out
// by ("a report on ports released by X"), or nil.
func (w *work) issuedBy(head int) *pipeline.Entity {
	end := min(w.tree.Subtree(head).End, head+longestIssue)
	for at := head + 1; at+2 < end; at++ {
		if w.token(at).XPOS != "VBN" || w.token(at+1).Form != "by" || !w.issuing(at) && w.lemma(at) != "conduct" {
			continue
		}
		for by := at + 2; by < end && w.inPhrase(by); by++ {
			if e := w.entity(by); e != nil && e.Name != "" && e.Label != pipeline.Nationality {
				return e
			}
		}
	}
	return nil
}

// longestIssue is how many tokens behind a document its issuer is looked for.
const longestIssue = 14

// ownerOf returns who a document is of, from or by in its own phrase, or nil.
func (w *work) ownerOf(head int) *pipeline.Entity {
	for c := w.tree.FirstChild(head); c >= 0; c = w.tree.NextSibling(c) {
		e := w.entity(c)
		if inner := w.tree.Child(c, "compound"); e == nil && inner >= 0 && w.is(c, "compound") {
			e = w.entity(inner) // "a White House background call"
		}
		if e == nil || e.Label == pipeline.Nationality || e.Name == "" {
			continue
		}
		switch {
		case w.is(c, "nmod:poss"):
			return e
		case w.is(c, "compound") && e.Label == pipeline.Organization:
			return e
		case w.is(c, "nmod", "obl"):
			if p := w.caseOf(c); p == "by" || p == "from" || p == "of" && e.Label != pipeline.Location {
				return e
			}
		}
	}
	return nil
}
