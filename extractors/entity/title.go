package entity

import (
	"strings"

	"github.com/purport-nlp/purport/extractors/lexicon"
	"github.com/purport-nlp/purport/pipeline"
)

// trimTitle moves titles at the beginning of a person's name out of it, where
// a name is left.
func trimTitle(doc *pipeline.Document, e *pipeline.Entity) {
	// "Gary Mayor Scott King": the office in the middle ends what comes before.
	for i := e.Tokens.First + 1; i+1 < e.Tokens.End && i < e.Tokens.First+longestTitle; i++ {
		if office(doc.Tokens[i].Form) {
			e.Tokens.First = i
		}
	}
	for e.Tokens.Len() > 1 {
		word := fold(doc.Tokens[e.Tokens.First].Form)
		role, isRole := lexicon.RoleOf(word)
		_, isHonorific := lexicon.Honorific(word)
		if !isHonorific && !(isRole && role.Title) {
			return
		}
		next := doc.Tokens[e.Tokens.First+1].Form
		if next == "of" || next == "and" || next == "." && e.Tokens.Len() == 2 {
			return
		}
		e.Tokens.First++
		if next == "." {
			e.Tokens.First++
		}
	}
}

// office reports whether a word is an office and hardly ever a surname.
func office(form string) bool {
	switch form {
	case "Mayor", "President", "Minister", "Senator", "Governor", "Secretary", "Director", "Chairman", "Ambassador", "Congressman", "Congresswoman",
		"Spokesman", "Spokeswoman", "Spokesperson", "Representative", "Commissioner", "Sen.", "Rep.", "Gov.", "CEO", "MP", "Prosecutor":
		return true
	}
	return false
}

// fold brings a title word to the form of the lexicon: lower case, no full
// stop at its end.
func fold(form string) string { return strings.ToLower(strings.TrimSuffix(form, ".")) }

// longestTitle is the greatest number of tokens of a title.
const longestTitle = 9

// titleBefore returns the words before a person's name that say the office or
// the form of address: "Foreign Minister", "Mr.", "Secretary of State".
func titleBefore(doc *pipeline.Document, e *pipeline.Entity) string {
	first := doc.Sentences[e.Sentence].Tokens.First
	begin, last := -1, e.Tokens.First-1
	i := last
	// A rank may be followed by "(ret)" or "(retired)".
	if i-3 >= first && doc.Tokens[i].Form == ")" && strings.HasPrefix(fold(doc.Tokens[i-1].Form), "ret") && doc.Tokens[i-2].Form == "(" {
		i -= 3
		last = i
	}
	for ; i >= first && i > e.Tokens.First-longestTitle; i-- {
		word := fold(doc.Tokens[i].Form)
		role, isRole := lexicon.RoleOf(word)
		_, isHonorific := lexicon.Honorific(word)
		switch {
		case isHonorific || isRole && role.Title:
			begin = i
		case begin < 0 && i-2 >= first && doc.Tokens[i-1].Form == "of" && lexicon.Portfolio(word):
			i-- // "Secretary of State": the office itself comes next
		case begin < 0 && doc.Tokens[i].Form == "." && i > first:
		case begin >= 0 && word == "and" && i-1 >= first && titleWord(doc.Tokens[i-1].Form):
		case begin >= 0 && lexicon.TitleModifier(word):
			begin = i
		case begin >= 0 && (doc.Tokens[i].Form == "-" || doc.Tokens[i].Form == ".") && i > first && lexicon.TitleModifier(fold(doc.Tokens[i-1].Form)):
		default:
			i = first // ends the loop
		}
	}
	if begin < 0 {
		return ""
	}
	return doc.Clean(pipeline.Span{Start: doc.Tokens[begin].Start, End: doc.Tokens[last].End})
}

// titleWord reports whether a word can stand before a name as its title.
func titleWord(form string) bool {
	role, ok := lexicon.RoleOf(fold(form))
	return ok && role.Title
}
