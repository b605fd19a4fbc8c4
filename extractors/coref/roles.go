package coref

import (
	"strings"

	"github.com/purport-nlp/purport/extractors/lexicon"
	"github.com/purport-nlp/purport/pipeline"
)

// linkRoles links descriptions with names: "the minister" with a person whose
// title or apposition says so, "the company" with the organisation that the
// text just named.
func (r *Resolver) linkRoles(doc *pipeline.Document, l *Links) {
	if l.titles == nil {
		l.titles = map[string][]int32{}
	}
	clear(l.titles)
	for i := range l.Mentions {
		m := &l.Mentions[i]
		switch {
		case m.Kind == pipeline.MentionName && m.Label == pipeline.Person:
			for _, word := range strings.Fields(strings.ToLower(m.title)) {
				word = strings.TrimSuffix(word, ".")
				if role, ok := lexicon.RoleOf(word); ok && role.Kind == lexicon.RolePerson {
					l.titles[word] = remember(l.titles[word], int32(i))
				}
			}
		case m.Kind == pipeline.MentionNominal && m.role.Kind != 0:
			r.linkNominal(doc, l, i)
		}
	}
}

// remember appends to a list that keeps the latest few.
func remember(list []int32, i int32) []int32 {
	if len(list) == 4 {
		copy(list, list[1:])
		list = list[:3]
	}
	return append(list, i)
}

func (r *Resolver) linkNominal(doc *pipeline.Document, l *Links, i int) {
	m := &l.Mentions[i]
	if other, reason := r.beside(doc, l, i); other >= 0 {
		l.join(i, other, reason)
		if m.role.Kind == lexicon.RolePerson && l.Mentions[other].Kind == pipeline.MentionName {
			l.titles[m.noun] = remember(l.titles[m.noun], int32(other))
		}
		return
	}
	if m.plural == plural || !definite(doc, m) {
		return
	}
	if m.role.Kind == lexicon.RolePerson {
		bearers := l.titles[m.noun]
		for k := len(bearers) - 1; k >= 0; k-- {
			if compatible(l, i, int(bearers[k])) {
				l.join(i, int(bearers[k]), "the same office")
				return
			}
		}
	}
	if other := r.sameHead(doc, l, i); other >= 0 {
		l.join(i, other, "the same description")
		return
	}
	if other := r.hypernym(doc, l, i); other >= 0 {
		l.join(i, other, "kind of the name before it")
	}
}

// definite reports whether a nominal points back: "the minister", "this
// company".
func definite(doc *pipeline.Document, m *Mention) bool {
	switch strings.ToLower(doc.Tokens[m.Tokens.First].Form) {
	case "the", "this", "that":
		return true
	}
	return false
}

// beside finds the name in apposition to a nominal, or of which it is said.
func (r *Resolver) beside(doc *pipeline.Document, l *Links, i int) (int, string) {
	m := &l.Mentions[i]
	first := doc.Sentences[m.Sentence].Tokens.First
	head := &doc.Tokens[m.head]
	if head.Deprel == "" {
		return -1, ""
	}
	for step := 1; step <= 6; step++ {
		for _, j := range []int{i - step, i + step} {
			if j < 0 || j >= len(l.Mentions) || l.Mentions[j].Sentence != m.Sentence {
				continue
			}
			other := &l.Mentions[j]
			if other.Kind == pipeline.MentionPronoun || !agrees(m, other) {
				continue
			}
			their := &doc.Tokens[other.head]
			switch {
			case pipeline.IsRelation(head.Deprel, "appos") && head.Head+first == other.head,
				pipeline.IsRelation(their.Deprel, "appos") && their.Head+first == m.head:
				return j, "apposition"
			case pipeline.IsRelation(their.Deprel, "nsubj") && their.Head+first == m.head && copular(doc, m) && other.Kind == pipeline.MentionName:
				return j, "said to be"
			}
		}
	}
	return -1, ""
}

// copular reports whether a nominal is a predicate: "is the director".
func copular(doc *pipeline.Document, m *Mention) bool {
	s := &doc.Sentences[m.Sentence]
	for i := s.Tokens.First; i < m.head; i++ {
		if t := &doc.Tokens[i]; t.Deprel == "cop" && t.Head+s.Tokens.First == m.head {
			return strings.EqualFold(t.Form, "is") || strings.EqualFold(t.Form, "was") || strings.EqualFold(t.Form, "’s") || strings.EqualFold(t.Form, "'s")
		}
	}
	return false
}

// agrees reports whether a nominal's kind and number fit another mention.
func agrees(m, other *Mention) bool {
	if m.plural == plural != (other.plural == plural) {
		return false
	}
	return m.Label == other.Label
}

// sameHead finds the last nominal with the same head noun, close by.
func (r *Resolver) sameHead(doc *pipeline.Document, l *Links, i int) int {
	m := &l.Mentions[i]
	for j := i - 1; j >= 0 && j >= i-40; j-- {
		other := &l.Mentions[j]
		if m.Sentence-other.Sentence > 5 {
			return -1
		}
		if other.Kind == pipeline.MentionNominal && other.noun == m.noun && other.plural == m.plural && modifiersFit(doc, m, other) {
			return j
		}
	}
	return -1
}

// modifiersFit reports whether the later description has no adjective or
// possessor that the earlier one lacks.
func modifiersFit(doc *pipeline.Document, later, earlier *Mention) bool {
	for i := later.Tokens.First; i < later.head; i++ {
		t := &doc.Tokens[i]
		if t.XPOS == "DT" || t.XPOS == "POS" {
			continue
		}
		found := false
		for j := earlier.Tokens.First; j < earlier.head; j++ {
			found = found || strings.EqualFold(doc.Tokens[j].Form, t.Form)
		}
		if !found {
			return false
		}
	}
	return true
}

// hypernym finds the name that "the company" or "the country" takes up: the
// only one of its kind in this and the last sentence.
func (r *Resolver) hypernym(doc *pipeline.Document, l *Links, i int) int {
	m := &l.Mentions[i]
	if m.role.Kind == lexicon.RolePerson || m.head-m.Tokens.First > 1 {
		return -1
	}
	found, chain := -1, -1
	for j := i - 1; j >= 0; j-- {
		other := &l.Mentions[j]
		if m.Sentence-other.Sentence > 1 {
			break
		}
		if other.Kind != pipeline.MentionName || other.Label != m.Label || other.Tokens.End > m.Tokens.First || !r.kindFits(doc, m, other) {
			continue
		}
		if found >= 0 && l.Chain(j) != chain {
			return -1
		}
		if found < 0 {
			found, chain = j, l.Chain(j)
		}
	}
	return found
}

// kindFits reports whether a place is of the kind that a noun says.
func (r *Resolver) kindFits(doc *pipeline.Document, m, name *Mention) bool {
	if m.Label != pipeline.Location {
		return true
	}
	isCountry := r.country(name, nameWords(doc, name, nil)) != ""
	switch m.noun {
	case "country", "nation", "state", "republic", "kingdom":
		return isCountry
	case "city", "town", "village", "capital", "province", "region", "district", "county":
		return !isCountry
	}
	return true
}
