package coref

import (
	"github.com/purport-nlp/purport/extractors/lexicon"
	"github.com/purport-nlp/purport/pipeline"
)

// Resolver links mentions. It is immutable; its memory is a Links.
type Resolver struct {
	gazetteer *lexicon.Gazetteer
	ranker    *Ranker
}

// NewResolver returns a resolver over a gazetteer and a ranker of pronouns'
// antecedents.
func NewResolver(gazetteer *lexicon.Gazetteer, ranker *Ranker) *Resolver {
	return &Resolver{gazetteer, ranker}
}

// Links are the mentions of one document in text order and what links them.
// The zero Links is ready for use; it keeps its memory.
type Links struct {
	Mentions []Mention
	// Choose, where it is set, chooses a pronoun's antecedent instead of the
	// ranker: training and tests set it. It returns an index into rows.
	Choose func(i int, rows []Candidate) int

	names   nameIndex
	rows    []Candidate
	chains  []int // of the rows
	offices map[string][]office
	counts  []int32 // mentions of each chain so far, by the chain's first mention
}

// Chain returns the number of the first mention of the same entity as mention
// i.
func (l *Links) Chain(i int) int {
	at := int32(i)
	for l.Mentions[at].chain != at {
		l.Mentions[at].chain = l.Mentions[l.Mentions[at].chain].chain
		at = l.Mentions[at].chain
	}
	return int(at)
}

// Link returns the mention that mention i was linked to, -1 where none was, and
// why.
func (l *Links) Link(i int) (int, string) { return int(l.Mentions[i].linked), l.Mentions[i].reason }

// join links mention i to mention other and lets their chain know what either
// tells of gender and number.
func (l *Links) join(i, other int, reason string) {
	a, b := l.Chain(other), l.Chain(i)
	if l.Mentions[i].linked < 0 {
		l.Mentions[i].linked = int32(other)
	}
	for _, m := range []*Mention{&l.Mentions[i], &l.Mentions[max(i, other)]} {
		if m.reason == "" {
			m.reason = reason
		}
	}
	if a == b {
		return
	}
	if b < a {
		a, b = b, a
	}
	first, second := &l.Mentions[a], &l.Mentions[b]
	second.chain = int32(a)
	if first.gender == lexicon.GenderUnknown {
		first.gender = second.gender
	}
}

// gender returns what is known of the gender of the entity of mention i.
func (l *Links) gender(i int) lexicon.Gender {
	if g := l.Mentions[i].gender; g != lexicon.GenderUnknown {
		return g
	}
	return l.Mentions[l.Chain(i)].gender
}

// Resolve links the mentions, which must be in text order, each before those
// that lie inside it.
func (r *Resolver) Resolve(doc *pipeline.Document, l *Links) {
	l.markQuoted(doc)
	for i := range l.Mentions {
		m := &l.Mentions[i]
		m.chain, m.linked, m.reason = int32(i), -1, ""
		r.describe(doc, m)
	}
	r.linkNames(doc, l)
	r.linkRoles(doc, l)
	r.linkPronouns(doc, l)
}

// markQuoted tells which mentions stand inside quotation marks: what is quoted
// seldom goes on with the people of the text around it. A mark that is never
// closed ends with its paragraph.
func (l *Links) markQuoted(doc *pipeline.Document) {
	next, inside := 0, false
	for s := range doc.Sentences {
		sentence := &doc.Sentences[s]
		if s > 0 && sentence.Unit != doc.Sentences[s-1].Unit {
			inside = false
		}
		for i := sentence.Tokens.First; i < sentence.Tokens.End; i++ {
			switch doc.Tokens[i].Form {
			case "\"":
				inside = !inside
			case "“", "``":
				inside = true
			case "”", "''":
				inside = false
			}
			for ; next < len(l.Mentions) && l.Mentions[next].Tokens.First <= i; next++ {
				l.Mentions[next].quoted = inside
			}
		}
	}
}
