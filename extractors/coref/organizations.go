package coref

import (
	"strings"

	"github.com/purport-nlp/purport/extractors/lexicon"
	"github.com/purport-nlp/purport/pipeline"
)

// linkOther links the names of places, organisations and peoples.
func (r *Resolver) linkOther(doc *pipeline.Document, l *Links, i int, words []string) {
	x := &l.names
	m := &l.Mentions[i]
	if code := r.country(doc, m); code != "" {
		if other, found := x.country[code]; found {
			l.join(i, int(other), "name of the same country")
		} else {
			x.country[code] = int32(i)
		}
		return
	}
	if i > 0 && len(words) == 1 && inBrackets(doc, &l.Mentions[i-1], m) && abbreviation(words[0]) {
		l.join(i, i-1, "abbreviation in brackets")
	}
	whole := hashWords(salt(m.Label), words...)
	other, found := x.whole[whole]
	if !found {
		x.whole[whole] = int32(i)
	} else {
		l.join(i, int(other), "same name")
		return
	}
	last := strings.ToLower(words[len(words)-1])
	if generic(last) {
		key := hashWords(salt(m.Label)+0x100, last)
		if other, found := x.tail[key]; found && len(words) == 1 {
			l.join(i, int(other), "last word of the name")
		}
		if len(words) > 1 {
			x.tail[key] = int32(i)
		}
	}
	if m.Label == pipeline.Organization {
		if core := coreWords(words); len(core) > 0 {
			key := hashWords(saltOrganization+1, core...)
			if other, found := x.core[key]; found {
				l.join(i, int(other), "same name without its form")
			} else {
				x.core[key] = int32(i)
			}
		}
	}
	if m.Label == pipeline.Organization {
		r.linkTail(l, i, words)
	}
	r.linkInitials(l, i, words)
}

// longestTail is how many words of an organisation's name may be left out.
const longestTail = 5

// ambiguous marks an ending that names of two organisations have.
const ambiguous = -1

// linkTail links "Security Council" with "UN Security Council": a name of two
// words or more with the only name in the document that ends in it.
func (r *Resolver) linkTail(l *Links, i int, words []string) {
	x := &l.names
	if len(words) < 2 {
		return
	}
	if other, found := x.endings[hashWords(saltOrganization, words...)]; found && other != ambiguous {
		l.join(i, int(other), "end of the fuller name")
	}
	for k := 1; k <= longestTail && k <= len(words)-2; k++ {
		if strings.ToLower(words[k-1]) == words[k-1] {
			continue // "Library of the University" is not the University
		}
		key := hashWords(saltOrganization, words[k:]...)
		if short, found := x.whole[key]; found {
			if _, taken := x.endings[key]; !taken {
				l.join(i, int(short), "fuller form of the name")
			}
		}
		if other, found := x.endings[key]; !found {
			x.endings[key] = int32(i)
		} else if other != ambiguous && l.Chain(int(other)) != l.Chain(i) {
			x.endings[key] = ambiguous
		}
	}
}

// generic reports whether a word can stand for a longer name that ends in it:
// "the Institute", "the Peninsula".
func generic(word string) bool {
	switch word {
	case "peninsula", "islands", "sea", "bay", "gulf", "strait", "valley", "canal", "river":
		return true
	}
	role, ok := lexicon.RoleOf(word)
	return ok && role.Kind != lexicon.RolePerson
}

// country returns the code of the country that a place or people is named
// after, with a mark that keeps peoples apart.
func (r *Resolver) country(doc *pipeline.Document, m *Mention) string {
	if m.Label != pipeline.Location && m.Label != pipeline.Nationality {
		return ""
	}
	hash := uint64(0)
	for i := m.Tokens.First; i < m.Tokens.End; i++ {
		if form := doc.Tokens[i].Form; hash != 0 || !strings.EqualFold(form, "the") {
			hash = lexicon.PhraseHash(hash, lexicon.FoldHash(form))
		}
	}
	code := ""
	r.gazetteer.Places(hash, func(p lexicon.Place) bool {
		switch {
		case m.Label == pipeline.Location && p.Kind == lexicon.PlaceCountry:
			code = p.Country
		case m.Label == pipeline.Nationality && p.Kind == lexicon.PlaceDemonym:
			code = "+" + p.Country
		default:
			return true
		}
		return false
	})
	return code
}

// coreWords leaves out the words that only tell a company's legal form.
func coreWords(words []string) []string {
	for len(words) > 1 {
		switch strings.ToLower(strings.TrimSuffix(words[len(words)-1], ".")) {
		case "inc", "corp", "corporation", "co", "company", "ltd", "llc", "plc", "ag", "gmbh", "sa", "s.a", "nv", "group", "limited", "holdings", "&":
			words = words[:len(words)-1]
			continue
		}
		break
	}
	return words
}
