package coref

import (
	"strings"

	"github.com/purport-nlp/purport/extractors/lexicon"
	"github.com/purport-nlp/purport/pipeline"
)

// Mention is a stretch of text that stands for somebody or something.
type Mention struct {
	Sentence int
	Tokens   pipeline.Range
	Kind     pipeline.Mention
	// Label is empty for what is neither a person nor an organisation nor a
	// place: such things only compete for pronouns.
	Label pipeline.Label

	entity int    // index of the name in the document, -1
	head   int    // document index of its head word
	title  string // words before a person's name

	gender  lexicon.Gender
	plural  plurality
	pronoun pronoun
	role    lexicon.Role
	noun    string // the head noun of a nominal, in the singular
	full    string // the words of a person's name

	quoted bool // stands inside quotation marks

	chain    int32 // parent in the union-find forest
	linked   int32 // the mention it was linked to, -1
	reason   string
	official bool // a nominal that names an office on its own
	anyone   bool // a nominal that is nobody in particular: "any person"
	own      bool // worth a record of its own
	named    bool // of a chain's first mention: the chain holds a name
	person   bool // of a chain's first mention: it holds a person by description
}

// plurality is what is known of a mention's number.
type plurality uint8

const (
	numberUnknown plurality = iota
	singular
	plural
)

// pronoun is the class of a pronoun.
type pronoun uint8

const (
	notPronoun pronoun = iota
	he
	she
	it
	they
	who
)

// pronounCase is the form's part in the sentence.
type pronounForm struct {
	class      pronoun
	possessive bool
	reflexive  bool
}

// pronounOf returns the class of a third-person or relative pronoun.
func pronounOf(form string) (pronounForm, bool) {
	if len(form) < 2 || len(form) > 10 {
		return pronounForm{}, false
	}
	switch strings.ToLower(form) {
	case "he", "him":
		return pronounForm{class: he}, true
	case "his":
		return pronounForm{class: he, possessive: true}, true
	case "himself":
		return pronounForm{class: he, reflexive: true}, true
	case "she", "her":
		return pronounForm{class: she}, true
	case "hers":
		return pronounForm{class: she, possessive: true}, true
	case "herself":
		return pronounForm{class: she, reflexive: true}, true
	case "it":
		return pronounForm{class: it}, true
	case "its":
		return pronounForm{class: it, possessive: true}, true
	case "itself":
		return pronounForm{class: it, reflexive: true}, true
	case "they", "them":
		return pronounForm{class: they}, true
	case "their", "theirs":
		return pronounForm{class: they, possessive: true}, true
	case "themselves":
		return pronounForm{class: they, reflexive: true}, true
	case "who", "whom":
		return pronounForm{class: who}, true
	case "whose":
		return pronounForm{class: who, possessive: true}, true
	}
	return pronounForm{}, false
}

// fits reports whether a pronoun of the class may stand for a mention.
func (p pronoun) fits(m *Mention) bool {
	person := m.Label == pipeline.Person
	switch p {
	case he:
		return person && m.gender != lexicon.GenderFemale && m.plural != plural
	case she:
		return person && m.gender != lexicon.GenderMale && m.plural != plural
	case it:
		return !person && m.Label != pipeline.Nationality && m.plural != plural && m.gender != lexicon.GenderMale && m.gender != lexicon.GenderFemale
	case they:
		return m.plural != singular || m.Label == pipeline.Organization || person && m.gender == lexicon.GenderUnknown
	}
	return person || m.Label == pipeline.Organization
}

// describe fills what a mention's words tell: gender and number.
func (r *Resolver) describe(doc *pipeline.Document, m *Mention) {
	head := &doc.Tokens[m.head]
	switch m.Kind {
	case pipeline.MentionPronoun:
		form, _ := pronounOf(doc.Tokens[m.Tokens.First].Form)
		m.pronoun = form.class
		m.gender = [...]lexicon.Gender{he: lexicon.GenderMale, she: lexicon.GenderFemale, it: lexicon.GenderNeuter, they: 0, who: 0}[form.class]
		m.plural = [...]plurality{he: singular, she: singular, it: singular, they: numberUnknown, who: numberUnknown}[form.class]
	case pipeline.MentionNominal:
		m.plural = singular
		if head.XPOS == "NNS" || head.XPOS == "NNPS" {
			m.plural = plural
		}
		m.noun = strings.ToLower(head.Lemma)
		m.role, _ = lexicon.RoleOf(m.noun)
		m.gender = m.role.Gender
		m.anyone = quantified(doc.Tokens[m.Tokens.First].Form)
		m.official = !m.anyone && m.role.Kind == lexicon.RolePerson && m.role.Title && official(doc, m)
	case pipeline.MentionName:
		m.plural = singular
		switch m.Label {
		case pipeline.Person:
			m.gender = r.nameGender(doc, m)
		case pipeline.Nationality:
			if head.XPOS == "NNPS" || head.XPOS == "NNS" || strings.HasSuffix(head.Form, "s") {
				m.plural = plural // "Russians", not "Russian"
			}
		default:
			m.gender = lexicon.GenderNeuter
		}
	}
	if m.plural == singular && coordinated(doc, m) {
		m.plural = plural
	}
}

// coordinated reports whether a mention's own words join two heads.
func coordinated(doc *pipeline.Document, m *Mention) bool {
	if m.Kind == pipeline.MentionName && m.entity >= 0 {
		return false
	}
	first := doc.Sentences[m.Sentence].Tokens.First
	for i := m.Tokens.First; i < m.Tokens.End; i++ {
		t := &doc.Tokens[i]
		if i > m.head && t.Head >= 0 && t.Head+first == m.head && pipeline.IsRelation(t.Deprel, "conj") {
			return true
		}
	}
	return false
}

// nameGender returns the gender that a person's title or first name tells.
func (r *Resolver) nameGender(doc *pipeline.Document, m *Mention) lexicon.Gender {
	for _, word := range strings.Fields(m.title) {
		word = strings.ToLower(strings.TrimSuffix(word, "."))
		if gender, ok := lexicon.Honorific(word); ok && gender != lexicon.GenderUnknown {
			return gender
		}
		if role, ok := lexicon.RoleOf(word); ok && role.Gender != lexicon.GenderUnknown {
			return role.Gender
		}
	}
	if m.Tokens.Len() < 2 {
		return lexicon.GenderUnknown
	}
	flags := r.gazetteer.Name(lexicon.FoldHash(doc.Tokens[m.Tokens.First].Form))
	switch flags & (lexicon.NameMale | lexicon.NameFemale) {
	case lexicon.NameMale:
		return lexicon.GenderMale
	case lexicon.NameFemale:
		return lexicon.GenderFemale
	}
	return lexicon.GenderUnknown
}

// headOf returns the word of a range whose head lies outside it, the last one
// if there are several.
func headOf(doc *pipeline.Document, sentence int, tokens pipeline.Range) int {
	first := doc.Sentences[sentence].Tokens.First
	for i := tokens.First; i < tokens.End; i++ {
		if t := &doc.Tokens[i]; t.Deprel != "" && t.Deprel != "punct" && (t.Head < 0 || !tokens.Contains(t.Head+first)) {
			return i
		}
	}
	return tokens.End - 1
}

// official reports whether a description says who is meant even where no name
// does: "the ROK defense chief", "a ministry spokesman", not "a king".
func official(doc *pipeline.Document, m *Mention) bool {
	switch m.noun {
	case "father", "brother", "sister", "mother", "lady", "lord", "sir", "miss", "baron", "count", "captain", "striker", "midfielder", "defender",
		"goalkeeper", "singer", "rapper", "actor", "actress", "author", "judge", "doctor", "private", "major", "general", "dean", "coach", "king", "queen":
		return false
	}
	definite := definite(doc, m)
	for i := m.Tokens.First; i < m.head; i++ {
		t := &doc.Tokens[i]
		if capital := strings.ToLower(t.Form) != t.Form && i > m.Tokens.First; t.UPOS == "PROPN" || capital || definite && t.UPOS == "NOUN" {
			return true
		}
	}
	return m.noun == "spokesman" || m.noun == "spokeswoman" || m.noun == "spokesperson"
}

// quantified reports whether a phrase that begins so stands for nobody in
// particular.
func quantified(form string) bool {
	switch strings.ToLower(form) {
	case "any", "every", "each", "no", "either", "neither":
		return true
	}
	return false
}
