package coref

import (
	"strings"

	"github.com/purport-nlp/purport/extractors/lexicon"
	"github.com/purport-nlp/purport/pipeline"
)

// nameIndex finds earlier names by what they share with a new one. Keys are
// hashes of folded words; values are mention numbers.
type nameIndex struct {
	whole    map[uint64]int32 // label and all words
	last     map[uint64]int32 // a person's last word → latest bearer
	first    map[uint64]int32 // a person's first word → latest bearer
	lone     map[uint64]int32 // one-word names of persons that no fuller name explains yet
	country  map[string]int32
	initials map[uint64]int32 // initials of a longer name → it
	short    map[uint64]int32 // abbreviations → their first mention
	endings  map[uint64]int32 // of organisations' names, without their first words
	tail     map[uint64]int32 // last words of longer names
	core     map[uint64]int32 // organisations without "Inc." and the like
	slips    map[uint64]int32 // surnames with one letter left out → bearer
	blur     map[uint64]int32 // persons' names with one word left out → bearer
	words    []string
}

func (x *nameIndex) reset() {
	if x.whole == nil {
		x.whole, x.last, x.first, x.lone = map[uint64]int32{}, map[uint64]int32{}, map[uint64]int32{}, map[uint64]int32{}
		x.country, x.initials, x.short, x.core, x.blur = map[string]int32{}, map[uint64]int32{}, map[uint64]int32{}, map[uint64]int32{}, map[uint64]int32{}
		x.tail, x.endings, x.slips = map[uint64]int32{}, map[uint64]int32{}, map[uint64]int32{}
	}
	for _, m := range []map[uint64]int32{x.whole, x.last, x.first, x.lone, x.initials, x.short, x.core, x.blur, x.tail, x.endings, x.slips} {
		clear(m)
	}
	clear(x.country)
}

// nameWords returns the words of a name that tell it apart: no articles,
// titles, possessives or marks, and nothing after a comma or bracket.
func nameWords(doc *pipeline.Document, m *Mention, words []string) []string {
	words = words[:0]
	for i := m.Tokens.First; i < m.Tokens.End; i++ {
		form := doc.Tokens[i].Form
		switch form {
		case "the", "The", "THE", "a", "an", "'s", "’s", "-", ".", "\"", "“", "”", "'", "’":
			continue
		case ",", "(", "[", ":", ";", "–", "—", "who", "which", "that":
			if len(words) > 0 {
				return words
			}
			continue
		}
		if m.Label == pipeline.Person && len(words) == 0 && i+1 < m.Tokens.End {
			word := strings.ToLower(strings.TrimSuffix(form, "."))
			_, honorific := lexicon.Honorific(word)
			role, isRole := lexicon.RoleOf(word)
			if honorific || isRole && role.Title || lexicon.TitleModifier(word) && i+2 < m.Tokens.End {
				m.title = strings.TrimSpace(m.title + " " + form)
				continue
			}
		}
		if m.Label == pipeline.Organization && (form == "UN" || form == "U.N.") && m.Tokens.Len() > 1 {
			words = append(words, "United", "Nations")
			continue
		}
		words = append(words, form)
	}
	if m.Label == pipeline.Person {
		for len(words) > 1 && suffix(words[len(words)-1]) {
			words = words[:len(words)-1]
		}
		// "al-Hinai" alone is the surname Hinai.
		for begin := words; len(begin) > 0 && particle(begin[0]); {
			begin = begin[1:]
			if len(begin) == 1 {
				words = begin
			}
		}
	}
	return words
}

// particle reports whether a word belongs to the surname after it.
func particle(word string) bool {
	switch strings.ToLower(word) {
	case "al", "el", "bin", "ibn", "abu", "de", "da", "di", "del", "della", "van", "von", "der", "den", "la", "le", "du", "dos", "ul", "as", "ash", "ad", "ar":
		return true
	}
	return false
}

func suffix(word string) bool {
	switch strings.ToLower(strings.TrimSuffix(word, ".")) {
	case "jr", "sr", "ii", "iii", "iv", "phd", "ph.d", "md", "m.d", "esq", "qc", "kc", "mp", "usa", "usn", "usmc", "ret":
		return true
	}
	return false
}

// hashWords hashes folded words together with a salt.
func hashWords(salt uint64, words ...string) uint64 {
	for _, word := range words {
		salt = lexicon.PhraseHash(salt, lexicon.FoldHash(word))
	}
	return salt
}

const (
	saltPerson       = 0x70
	saltLocation     = 0x6c
	saltOrganization = 0x6f
	saltNationality  = 0x6e
)

func salt(label pipeline.Label) uint64 {
	switch label {
	case pipeline.Person:
		return saltPerson
	case pipeline.Location:
		return saltLocation
	case pipeline.Organization:
		return saltOrganization
	}
	return saltNationality
}

// linkNames links names with names.
func (r *Resolver) linkNames(doc *pipeline.Document, l *Links) {
	x := &l.names
	x.reset()
	for i := range l.Mentions {
		m := &l.Mentions[i]
		if m.Kind != pipeline.MentionName {
			continue
		}
		words := nameWords(doc, m, x.words)
		x.words = words
		if len(words) == 0 {
			continue
		}
		if m.gender == lexicon.GenderUnknown && m.Label == pipeline.Person {
			m.gender = r.nameGender(doc, m)
		}
		if m.Label == pipeline.Person {
			if len(words) == 2 && isDouble(doc, m) {
				r.linkDouble(l, i, words)
				continue
			}
			r.linkPerson(l, i, words)
			continue
		}
		r.linkOther(doc, l, i, words)
	}
}
