package coref

import (
	"strings"

	"github.com/purport-nlp/purport/extractors/lexicon"
	"github.com/purport-nlp/purport/pipeline"
)

// office is a title that the text gives a person, with the country that goes
// before it ("North Korea's leader Kim Jong Un") where one does.
type office struct {
	bearer  int32
	country string
}

// linkRoles links descriptions with names: "the minister" with a person whose
// title or apposition says so, "the company" with the organisation that the
// text just named.
func (r *Resolver) linkRoles(doc *pipeline.Document, l *Links) {
	if l.offices == nil {
		l.offices = map[string][]office{}
	}
	clear(l.offices)
	for i := range l.Mentions {
		m := &l.Mentions[i]
		switch {
		case m.Kind == pipeline.MentionName && m.Label == pipeline.Person && m.title != "":
			country := r.countryBefore(doc, l, i)
			for _, word := range strings.Fields(strings.ToLower(m.title)) {
				word = strings.TrimSuffix(word, ".")
				if role, ok := lexicon.RoleOf(word); ok && role.Kind == lexicon.RolePerson {
					l.remember(word, office{int32(i), country})
				}
			}
		case m.Kind == pipeline.MentionNominal && m.role.Kind != 0:
			r.linkNominal(doc, l, i)
		}
	}
}

// countryBefore returns the country whose name or people stand right before a
// person's title.
func (r *Resolver) countryBefore(doc *pipeline.Document, l *Links, i int) string {
	m := &l.Mentions[i]
	begin := m.Tokens.First - len(strings.Fields(m.title))
	for j := i - 1; j >= 0 && j >= i-3 && l.Mentions[j].Sentence == m.Sentence; j-- {
		other := &l.Mentions[j]
		if other.Kind == pipeline.MentionName && other.Tokens.End >= begin-2 && other.Tokens.End <= m.Tokens.First {
			return r.countryOf(doc, other)
		}
	}
	return ""
}

// countryOf returns the code of the country that a name is or belongs to.
func (r *Resolver) countryOf(doc *pipeline.Document, m *Mention) string {
	return strings.TrimPrefix(r.country(doc, m), "+")
}

// remember keeps the latest few bearers of an office.
func (l *Links) remember(noun string, o office) {
	list := l.offices[noun]
	if len(list) == 6 {
		copy(list, list[1:])
		list = list[:5]
	}
	l.offices[noun] = append(list, o)
}

func (r *Resolver) linkNominal(doc *pipeline.Document, l *Links, i int) {
	m := &l.Mentions[i]
	if other, reason := r.beside(doc, l, i); other >= 0 {
		l.join(i, other, reason)
		if m.role.Kind == lexicon.RolePerson && l.Mentions[other].Kind == pipeline.MentionName {
			l.remember(m.noun, office{int32(other), r.countryWithin(doc, l, i)})
		}
		return
	}
	if m.plural == plural {
		return
	}
	if m.role.Kind == lexicon.RolePerson {
		if other := r.bearer(doc, l, i); other >= 0 {
			l.join(i, other, "the same office")
			return
		}
	}
	if !definite(doc, m) {
		return
	}
	if other := l.fullName(doc, m); other >= 0 {
		l.join(i, other, "last word of the name")
		return
	}
	if other := r.sameHead(doc, l, i); other >= 0 {
		l.join(i, other, "the same description")
		return
	}
	if other := r.hypernym(doc, l, i); other >= 0 {
		l.join(i, other, "kind of the name before it")
	}
}

// fullName finds the organisation that a capitalised noun with nothing but its
// article stands for: "the Committee".
func (l *Links) fullName(doc *pipeline.Document, m *Mention) int {
	form := doc.Tokens[m.head].Form
	if m.Label != pipeline.Organization || m.head-m.Tokens.First != 1 || strings.ToLower(form) == form {
		return -1
	}
	if other, found := l.names.tail[hashWords(salt(m.Label)+0x100, strings.ToLower(form))]; found {
		return int(other)
	}
	return -1
}

// countryWithin returns the country that a description names: "the North
// Korean leader", "Russia's president".
func (r *Resolver) countryWithin(doc *pipeline.Document, l *Links, i int) string {
	m := &l.Mentions[i]
	for j := i + 1; j < len(l.Mentions) && l.Mentions[j].Tokens.First < m.Tokens.End; j++ {
		if other := &l.Mentions[j]; other.Kind == pipeline.MentionName {
			return r.countryOf(doc, other)
		}
	}
	if i > 0 && l.Mentions[i-1].Kind == pipeline.MentionName && l.Mentions[i-1].Tokens.First == m.Tokens.First {
		return r.countryOf(doc, &l.Mentions[i-1])
	}
	return ""
}

// bearer finds the person whose office a description names. A description
// with a country must agree with it; one with other modifiers must find them
// in the person's title.
func (r *Resolver) bearer(doc *pipeline.Document, l *Links, i int) int {
	m := &l.Mentions[i]
	country := r.countryWithin(doc, l, i)
	if country == "" && !definite(doc, m) || qualified(doc, m) {
		return -1
	}
	list := l.offices[m.noun]
	for k := len(list) - 1; k >= 0; k-- {
		o := list[k]
		if !compatible(l, i, int(o.bearer)) || country != "" && o.country != country {
			continue
		}
		if country == "" && o.country == "" || country == o.country || country == "" && r.modifiersKnown(doc, l, m, int(o.bearer)) {
			if r.modifiersKnown(doc, l, m, int(o.bearer)) {
				return int(o.bearer)
			}
		}
	}
	return -1
}

// qualified reports whether a description goes on after its noun: "the leader
// of the opposition".
func qualified(doc *pipeline.Document, m *Mention) bool {
	s := &doc.Sentences[m.Sentence]
	return m.head+1 < s.Tokens.End && strings.EqualFold(doc.Tokens[m.head+1].Form, "of")
}

// modifiersKnown reports whether every adjective or compound of a description
// is in the person's title, or in a name.
func (r *Resolver) modifiersKnown(doc *pipeline.Document, l *Links, m *Mention, bearer int) bool {
	title := " " + strings.ToLower(l.Mentions[bearer].title) + " "
	for i := m.Tokens.First; i < m.head; i++ {
		t := &doc.Tokens[i]
		if t.UPOS == "DET" || t.UPOS == "PROPN" || t.XPOS == "POS" || strings.ToLower(t.Form) != t.Form {
			continue
		}
		if !strings.Contains(title, " "+strings.ToLower(t.Form)+" ") {
			return false
		}
	}
	return true
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
	if head.Deprel == "" || m.Label == pipeline.Location && doc.Tokens[m.Tokens.First].XPOS != "DT" {
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
			case pipeline.IsRelation(their.Deprel, "nsubj") && their.Head+first == m.head && definite(doc, m) && copular(doc, m) && other.Kind == pipeline.MentionName:
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
		if limit := 5; m.Sentence-other.Sentence > limit && !(m.role.Title && m.Sentence-other.Sentence <= 4*limit) {
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
	if m.Label == pipeline.Organization {
		return r.sortFits(doc, m, name)
	}
	isCountry := r.country(doc, name) != ""
	switch m.noun {
	case "country", "republic", "kingdom":
		return isCountry
	case "city", "town", "village", "capital", "province", "region", "district", "county":
		return !isCountry
	}
	return false // "the nation", "the area": of no place in particular
}

// sortFits reports whether an organisation can be what a noun says: any can be
// "the group"; "the court" must have a court in its name.
func (r *Resolver) sortFits(doc *pipeline.Document, m, name *Mention) bool {
	switch m.noun {
	case "company", "firm", "organization", "organisation", "agency", "group", "corporation", "institution", "association":
		return true
	}
	for i := name.Tokens.First; i < name.Tokens.End; i++ {
		if strings.EqualFold(doc.Tokens[i].Form, m.noun) {
			return true
		}
	}
	return false
}
