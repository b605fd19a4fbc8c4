package coref

import (
	"slices"
	"strings"

	"github.com/purport-nlp/purport/extractors/lexicon"
	"github.com/purport-nlp/purport/pipeline"
)

// collect fills the links with the document's mentions: the names that are
// there, the third-person pronouns, and the nominals that compete for them.
func collect(doc *pipeline.Document, l *Links) {
	l.Mentions = l.Mentions[:0]
	name := 0
	for s := range doc.Sentences {
		begin := len(l.Mentions)
		tokens := doc.Sentences[s].Tokens
		for ; name < len(doc.Entities) && doc.Entities[name].Sentence == s; name++ {
			e := &doc.Entities[name]
			l.Mentions = append(l.Mentions, Mention{
				Sentence: s, Tokens: e.Tokens, Kind: e.Mention, Label: e.Label, title: e.Title,
				entity: name, head: headOf(doc, s, e.Tokens), own: true,
			})
		}
		names := l.Mentions[begin:]
		at := 0
		for i := tokens.First; i < tokens.End; i++ {
			for at < len(names) && names[at].Tokens.End <= i {
				at++
			}
			if at < len(names) && names[at].Tokens.Contains(i) {
				continue
			}
			if at < len(names) && names[at].title != "" && i >= names[at].Tokens.First-len(strings.Fields(names[at].title)) {
				continue // a title is part of the name's own record
			}
			if m, ok := wordMention(doc, s, i); ok {
				l.Mentions = append(l.Mentions, m)
				names = l.Mentions[begin : begin+len(names)]
			}
		}
		slices.SortStableFunc(l.Mentions[begin:], func(a, b Mention) int {
			if a.Tokens.First != b.Tokens.First {
				return a.Tokens.First - b.Tokens.First
			}
			return b.Tokens.End - a.Tokens.End
		})
	}
}

var roleLabels = [...]pipeline.Label{
	lexicon.RolePerson: pipeline.Person, lexicon.RoleOrganization: pipeline.Organization, lexicon.RolePlace: pipeline.Location,
}

// wordMention returns the pronoun or nominal that has token i as its head.
func wordMention(doc *pipeline.Document, s, i int) (Mention, bool) {
	t := &doc.Tokens[i]
	if form, ok := pronounOf(t.Form); ok {
		if form.class == who && t.XPOS != "WP" && t.XPOS != "WP$" {
			return Mention{}, false
		}
		return Mention{Sentence: s, Tokens: pipeline.Range{First: i, End: i + 1}, Kind: pipeline.MentionPronoun, entity: -1, head: i}, true
	}
	if t.UPOS == "PROPN" {
		return capitalNoun(doc, s, i)
	}
	if t.UPOS != "NOUN" || pipeline.IsRelation(t.Deprel, "compound", "flat", "fixed") {
		return Mention{}, false
	}
	m := Mention{Sentence: s, Tokens: pipeline.Range{First: leftmost(doc, s, i), End: i + 1}, Kind: pipeline.MentionNominal, entity: -1, head: i}
	if role, ok := lexicon.RoleOf(t.Lemma); ok {
		m.Label = roleLabels[role.Kind]
	}
	return m, true
}

// capitalNoun returns the mention of a word such as "the Committee", which
// stands for an organisation named in full elsewhere.
func capitalNoun(doc *pipeline.Document, s, i int) (Mention, bool) {
	t := &doc.Tokens[i]
	if i == doc.Sentences[s].Tokens.First || !strings.EqualFold(doc.Tokens[i-1].Form, "the") {
		return Mention{}, false
	}
	role, ok := lexicon.RoleOf(strings.ToLower(t.Form))
	if !ok || role.Kind != lexicon.RoleOrganization {
		return Mention{}, false
	}
	return Mention{Sentence: s, Tokens: pipeline.Range{First: i - 1, End: i + 1}, Kind: pipeline.MentionNominal, Label: pipeline.Organization, entity: -1, head: i}, true
}

// longestPhrase is how many words before its head a noun phrase may hold.
const longestPhrase = 12

// leftmost returns where the noun phrase of a head begins: at the first of the
// determiners, adjectives, possessors and compounds to the left that depend on
// it, directly or through one another.
func leftmost(doc *pipeline.Document, s, head int) int {
	first := doc.Sentences[s].Tokens.First
	begin := head
	for i := head - 1; i >= first && i >= head-longestPhrase; i-- {
		t := &doc.Tokens[i]
		if governor := t.Head + first; t.Head < 0 || governor <= i || governor > head {
			break
		}
		if pipeline.IsRelation(t.Deprel, "det", "amod", "nmod", "compound", "nummod", "flat") && t.XPOS != "IN" {
			begin = i
		} else if !pipeline.IsRelation(t.Deprel, "case", "punct", "advmod", "conj", "cc") || t.XPOS == "IN" || t.Form == "\"" || t.Form == "“" || t.Form == "," {
			break
		}
	}
	return begin
}

// HeadOf returns the document index of the head word of a range of tokens.
func HeadOf(doc *pipeline.Document, sentence int, tokens pipeline.Range) int {
	return headOf(doc, sentence, tokens)
}

// IsPronoun reports whether a form is a pronoun that the stage resolves.
func IsPronoun(form string) bool {
	_, ok := pronounOf(form)
	return ok
}

// GoldMention returns a mention that somebody marked by hand, for training and
// measuring.
func GoldMention(doc *pipeline.Document, sentence int, tokens pipeline.Range, kind pipeline.Mention, label pipeline.Label) Mention {
	return Mention{Sentence: sentence, Tokens: tokens, Kind: kind, Label: label, entity: -1, head: headOf(doc, sentence, tokens)}
}
