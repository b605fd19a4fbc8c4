package coref

import (
	"context"
	"slices"
	"strings"
	"sync"

	"github.com/purport-nlp/purport/extractors/lexicon"
	"github.com/purport-nlp/purport/extractors/model"
	"github.com/purport-nlp/purport/pipeline"
)

// Stage links the mentions of a document and adds those that are no names.
type Stage struct {
	resolver *Resolver
	scratch  sync.Pool
}

// New returns the stage over the embedded gazetteer and ranker.
func New() (*Stage, error) {
	table, err := model.CorefTable()
	if err != nil {
		return nil, err
	}
	return With(NewResolver(lexicon.EmbeddedGazetteer(), NewRanker(table))), nil
}

// With returns the stage over a resolver.
func With(resolver *Resolver) *Stage {
	s := &Stage{resolver: resolver}
	s.scratch.New = func() any { return new(Links) }
	return s
}

// Name is "coref".
func (s *Stage) Name() string { return "coref" }

// Requires lists the layers that the stage reads.
func (s *Stage) Requires() []pipeline.Layer {
	return []pipeline.Layer{pipeline.LayerEntities, pipeline.LayerParse}
}

// Provides lists the layer that the stage adds.
func (s *Stage) Provides() []pipeline.Layer { return []pipeline.Layer{pipeline.LayerChains} }

// Annotate links the document's names, adds the nominals and pronouns that
// stand for the same, and numbers the chains in order of first mention.
func (s *Stage) Annotate(_ context.Context, doc *pipeline.Document) error {
	l := s.scratch.Get().(*Links)
	defer s.scratch.Put(l)
	collect(doc, l)
	s.resolver.Resolve(doc, l)
	write(doc, l)
	return nil
}

// write turns the links into the document's entities.
func write(doc *pipeline.Document, l *Links) {
	keep(l)
	entities := make([]pipeline.Entity, 0, len(doc.Entities)+len(doc.Entities)/2)
	numbers := make([]int, len(l.Mentions)) // of chains, by first mention, counted from 1
	chains := 0
	for i := range l.Mentions {
		m := &l.Mentions[i]
		if !m.own {
			continue
		}
		chain := l.Chain(i)
		if numbers[chain] == 0 {
			chains++
			numbers[chain] = chains
			m.reason = "" // what links the first mention is said of the later ones
		}
		entities = append(entities, entityOf(doc, m, l.label(i)))
		e := &entities[len(entities)-1]
		e.Chain = numbers[chain] - 1
		e.Reason = joinReasons(m.reason, e.Reason)
	}
	slices.SortStableFunc(entities, func(a, b pipeline.Entity) int { return a.Start - b.Start })
	doc.Entities = entities
	nameChains(doc, chains)
}

// joinReasons puts what linked a mention before what settled its place.
func joinReasons(link, place string) string {
	if link == "" || place == "" {
		return link + place
	}
	return link + "; " + place
}

// keep marks the nominals and pronouns that get a record: those whose chain
// holds a name, or a person, organisation or place by office.
func keep(l *Links) {
	for i := range l.Mentions {
		m := &l.Mentions[i]
		chain := &l.Mentions[l.Chain(i)]
		switch {
		case m.Kind == pipeline.MentionName:
			chain.named = true
		case m.Kind == pipeline.MentionNominal && m.role.Kind == lexicon.RolePerson && m.plural != plural && !m.anyone:
			chain.person = true
		}
	}
	for i := range l.Mentions {
		m := &l.Mentions[i]
		chain := &l.Mentions[l.Chain(i)]
		switch m.Kind {
		case pipeline.MentionNominal:
			m.own = chain.named || m.plural != plural && (m.official || chain.official)
		case pipeline.MentionPronoun:
			m.own = (chain.named || chain.person) && l.Chain(i) != i
		}
	}
	for i := range l.Mentions {
		m := &l.Mentions[i]
		if m.Kind == pipeline.MentionPronoun && m.own {
			// Whom "she" stands for gets a record beside it.
			if first := &l.Mentions[l.Chain(i)]; first.Kind == pipeline.MentionNominal {
				first.own = true
			}
		}
	}
}

// label returns the label of the entity of mention i: its own if it is a name,
// else that of the chain's first name.
func (l *Links) label(i int) pipeline.Label {
	if m := &l.Mentions[i]; m.Label != "" && m.Kind != pipeline.MentionPronoun {
		return m.Label
	}
	return l.Mentions[l.Chain(i)].Label
}

func entityOf(doc *pipeline.Document, m *Mention, label pipeline.Label) pipeline.Entity {
	if m.entity >= 0 {
		return doc.Entities[m.entity]
	}
	return pipeline.Entity{
		Span:     pipeline.Span{Start: doc.Tokens[m.Tokens.First].Start, End: doc.Tokens[m.Tokens.End-1].End},
		Sentence: m.Sentence, Tokens: m.Tokens, Label: label, Mention: m.Kind, Rule: "coref", Score: 0.7,
	}
}

// nameChains gives every mention the fullest name of its entity, and every
// mention of a place what is known of it.
func nameChains(doc *pipeline.Document, chains int) {
	fullest := make([]int, chains)
	places := make([]*pipeline.Place, chains)
	sizes := make([]int, chains)
	for i := range fullest {
		fullest[i] = -1
	}
	for i := range doc.Entities {
		e := &doc.Entities[i]
		sizes[e.Chain]++
		if best := fullest[e.Chain]; best < 0 || fuller(doc, e, &doc.Entities[best]) {
			fullest[e.Chain] = i
		}
		if places[e.Chain] == nil && e.Label == pipeline.Location {
			places[e.Chain] = e.Place
		}
	}
	names := make([]string, chains)
	for chain, i := range fullest {
		names[chain] = doc.Clean(doc.Entities[i].Span)
	}
	seen := make([]bool, chains)
	for i := range doc.Entities {
		e := &doc.Entities[i]
		e.Name = names[e.Chain]
		if e.Label == pipeline.Location {
			e.Place = places[e.Chain]
		}
		if first := !seen[e.Chain]; first {
			e.Reason = joinReasons(firstReason(e, sizes[e.Chain]), e.Reason)
		}
		seen[e.Chain] = true
	}
}

// firstReason is the reason of a chain's first mention, which nothing linked.
func firstReason(e *pipeline.Entity, size int) string {
	switch {
	case size > 1:
		return "first mention"
	case e.Mention == pipeline.MentionName:
		return "only mention"
	}
	return "unresolved"
}

// fuller reports whether a names the entity more fully than b: a name before
// a nominal before a pronoun, then the longer one.
func fuller(doc *pipeline.Document, a, b *pipeline.Entity) bool {
	if a.Mention != b.Mention {
		return rank(a.Mention) > rank(b.Mention)
	}
	if a.Mention != pipeline.MentionName {
		return false
	}
	if a.Tokens.Len() != b.Tokens.Len() {
		return a.Tokens.Len() > b.Tokens.Len()
	}
	if first, second := shouts(doc.Slice(a.Span)), shouts(doc.Slice(b.Span)); first != second && a.Len() == b.Len() {
		return second
	}
	return a.Label != pipeline.Person && a.Len() > b.Len()
}

// shouts reports whether a name has no small letter, as in a heading.
func shouts(name string) bool { return strings.ToUpper(name) == name }

func rank(m pipeline.Mention) int {
	switch m {
	case pipeline.MentionName:
		return 2
	case pipeline.MentionNominal:
		return 1
	}
	return 0
}

var _ pipeline.Stage = (*Stage)(nil)
