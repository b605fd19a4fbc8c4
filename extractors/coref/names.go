package coref

import (
	"strings"
	"unicode/utf8"

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
	core     map[uint64]int32 // organisations without "Inc." and the like
	blur     map[uint64]int32 // persons' names with one word left out → bearer
	words    []string
}

func (x *nameIndex) reset() {
	if x.whole == nil {
		x.whole, x.last, x.first, x.lone = map[uint64]int32{}, map[uint64]int32{}, map[uint64]int32{}, map[uint64]int32{}
		x.country, x.initials, x.short, x.core, x.blur = map[string]int32{}, map[uint64]int32{}, map[uint64]int32{}, map[uint64]int32{}, map[uint64]int32{}
	}
	for _, m := range []map[uint64]int32{x.whole, x.last, x.first, x.lone, x.initials, x.short, x.core, x.blur} {
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
		words = append(words, form)
	}
	if m.Label == pipeline.Person {
		for len(words) > 1 && suffix(words[len(words)-1]) {
			words = words[:len(words)-1]
		}
	}
	return words
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
			r.linkPerson(l, i, words)
			continue
		}
		r.linkOther(doc, l, i, words)
	}
}

// linkPerson links a person's name with earlier names of persons.
func (r *Resolver) linkPerson(l *Links, i int, words []string) {
	x := &l.names
	whole := hashWords(saltPerson, words...)
	if other, found := x.whole[whole]; found && len(words) > 1 {
		l.join(i, int(other), "same name")
		r.indexPerson(l, i, words)
		return
	}
	if len(words) == 1 {
		r.linkLoneName(l, i, words[0])
		return
	}
	if other, reason := r.fullerName(l, i, words); other >= 0 {
		l.join(i, other, reason)
	}
	r.indexPerson(l, i, words)
	// "Kim" in a heading, "Kim Jong Un" in the text below it.
	for _, word := range []string{words[len(words)-1], words[0]} {
		key := hashWords(saltPerson, word)
		if lone, found := x.lone[key]; found && compatible(l, int(lone), i) {
			delete(x.lone, key)
			l.join(int(lone), i, "part of a fuller name")
		}
	}
}

// linkLoneName links a one-word name with the latest bearer of a fuller name.
func (r *Resolver) linkLoneName(l *Links, i int, word string) {
	x := &l.names
	key := hashWords(saltPerson, word)
	best, reason := int32(-1), ""
	if other, found := x.last[key]; found && compatible(l, i, int(other)) {
		best, reason = other, "surname"
	}
	if other, found := x.first[key]; found && other > best && compatible(l, i, int(other)) {
		best, reason = other, "first word of the name"
	}
	if best < 0 {
		if other, found := x.lone[key]; found && compatible(l, i, int(other)) {
			l.join(i, int(other), "same name")
		} else {
			x.lone[key] = int32(i)
		}
		return
	}
	l.join(i, int(best), reason)
	if reason == "surname" {
		x.last[key] = int32(i)
	} else {
		x.first[key] = int32(i)
	}
}

// compatible reports whether two mentions may be of one person.
func compatible(l *Links, i, j int) bool {
	a, b := l.gender(i), l.gender(j)
	return a == lexicon.GenderUnknown || b == lexicon.GenderUnknown || a == b
}

// fullerName finds an earlier name that is the same but for initials, middle
// names or a slip of spelling.
func (r *Resolver) fullerName(l *Links, i int, words []string) (int, string) {
	x := &l.names
	ends := hashWords(saltPerson+1, words[0], words[len(words)-1])
	if other, found := x.blur[ends]; found && compatible(l, i, int(other)) {
		return int(other), "same first and last name"
	}
	for k := range words {
		if other, found := x.blur[blurred(words, k)]; found {
			if r.samePerson(l, i, int(other), words, k) {
				return int(other), "one name spelled two ways"
			}
		}
	}
	first, _ := utf8.DecodeRuneInString(words[0])
	if other, found := x.blur[hashWords(saltPerson+2, string(first), words[len(words)-1])]; found && compatible(l, i, int(other)) && initialOnly(words[0], l.Mentions[other].full) {
		return int(other), "initials"
	}
	return -1, ""
}

// initialOnly reports whether one of two first names is an initial of the
// other.
func initialOnly(a, b string) bool {
	b, _, _ = strings.Cut(b, " ")
	return len(strings.TrimSuffix(a, ".")) == 1 || len(strings.TrimSuffix(b, ".")) == 1
}

// blurred hashes a name with one word left out.
func blurred(words []string, k int) uint64 {
	hash := uint64(saltPerson+3) + uint64(k)<<8 + uint64(len(words))<<16
	for j, word := range words {
		if j != k {
			hash = lexicon.PhraseHash(hash, lexicon.FoldHash(word))
		}
	}
	return hash
}

// samePerson reports whether the names differ in word k by a slip of spelling.
func (r *Resolver) samePerson(l *Links, i, other int, words []string, k int) bool {
	theirs := strings.Fields(l.Mentions[other].full)
	if k >= len(theirs) || !compatible(l, i, other) {
		return false
	}
	a, b := strings.ToLower(words[k]), strings.ToLower(theirs[k])
	least := 4
	if len(words) == 2 {
		least = 5 // with fewer words to agree, the word must be longer
	}
	return min(len(a), len(b)) >= least && a[0] == b[0] && oneSlip(a, b)
}

// oneSlip reports whether two words differ by one letter changed, added, left
// out, or swapped with the next.
func oneSlip(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	at := 0
	for at < len(a) && a[at] == b[at] {
		at++
	}
	switch {
	case len(b)-len(a) > 1:
		return false
	case len(b) > len(a):
		return a[at:] == b[at+1:]
	case at == len(a):
		return true
	}
	return a[at+1:] == b[at+1:] || at+1 < len(a) && a[at] == b[at+1] && a[at+1] == b[at] && a[at+2:] == b[at+2:]
}

// indexPerson makes a name of several words findable.
func (r *Resolver) indexPerson(l *Links, i int, words []string) {
	x := &l.names
	at := int32(i)
	l.Mentions[i].full = strings.Join(words, " ")
	x.whole[hashWords(saltPerson, words...)] = at
	x.last[hashWords(saltPerson, words[len(words)-1])] = at
	x.first[hashWords(saltPerson, words[0])] = at
	x.blur[hashWords(saltPerson+1, words[0], words[len(words)-1])] = at
	first, _ := utf8.DecodeRuneInString(words[0])
	x.blur[hashWords(saltPerson+2, string(first), words[len(words)-1])] = at
	for k := range words {
		x.blur[blurred(words, k)] = at
	}
}

// linkOther links the names of places, organisations and peoples.
func (r *Resolver) linkOther(doc *pipeline.Document, l *Links, i int, words []string) {
	x := &l.names
	m := &l.Mentions[i]
	if code := r.country(m, words); code != "" {
		if other, found := x.country[code]; found {
			l.join(i, int(other), "name of the same country")
		} else {
			x.country[code] = int32(i)
		}
		return
	}
	whole := hashWords(salt(m.Label), words...)
	other, found := x.whole[whole]
	if !found {
		x.whole[whole] = int32(i)
	} else {
		l.join(i, int(other), "same name")
		return
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
	r.linkInitials(l, i, words)
}

// country returns the code of the country that a place or people is named
// after, with a mark that keeps peoples apart.
func (r *Resolver) country(m *Mention, words []string) string {
	if m.Label != pipeline.Location && m.Label != pipeline.Nationality {
		return ""
	}
	hash := uint64(0)
	for _, word := range words {
		hash = lexicon.PhraseHash(hash, lexicon.FoldHash(word))
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

// linkInitials links abbreviations with what they abbreviate, whichever comes
// first.
func (r *Resolver) linkInitials(l *Links, i int, words []string) {
	x := &l.names
	if len(words) == 1 && abbreviation(words[0]) {
		key := hashWords(saltOrganization+2, words[0])
		if other, found := x.initials[key]; found {
			l.join(i, int(other), "abbreviation")
		} else if _, found := x.short[key]; !found {
			x.short[key] = int32(i)
		}
		return
	}
	for _, key := range initialKeys(words) {
		if key == 0 {
			continue
		}
		if short, found := x.short[key]; found {
			l.join(int(short), i, "abbreviation")
		}
		if _, found := x.initials[key]; !found {
			x.initials[key] = int32(i)
		}
	}
}

// abbreviation reports whether a word is made of capitals: "KPA", "U.N.",
// "UNSC".
func abbreviation(word string) bool {
	capitals, letters := 0, 0
	for _, r := range word {
		switch {
		case 'A' <= r && r <= 'Z':
			capitals++
			letters++
		case r != '.' && r != '&':
			letters++
		}
	}
	return capitals >= 2 && letters-capitals <= 1 && letters <= 8
}

// initialKeys returns the keys of a name's initials: without its small words,
// and with them.
func initialKeys(words []string) [2]uint64 {
	var short, long strings.Builder
	for _, word := range words {
		first, _ := utf8.DecodeRuneInString(word)
		switch {
		case abbreviation(word):
			short.WriteString(word)
			long.WriteString(word)
		case strings.ToLower(word) == word:
			long.WriteRune(first - 'a' + 'A')
		default:
			short.WriteRune(first)
			long.WriteRune(first)
		}
	}
	var keys [2]uint64
	if short.Len() >= 2 && len(words) > 1 {
		keys[0] = hashWords(saltOrganization+2, short.String())
	}
	if long.Len() >= 2 && len(words) > 1 && long.Len() != short.Len() {
		keys[1] = hashWords(saltOrganization+2, long.String())
	}
	return keys
}
