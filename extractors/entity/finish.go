package entity

import (
	"strings"

	"github.com/purport-nlp/purport/extractors/lexicon"
	"github.com/purport-nlp/purport/pipeline"
)

// finish cuts the model's spans as readers expect them and drops what is not
// reported.
func (s *Stage) finish(doc *pipeline.Document, found []pipeline.Entity) {
	doc.Entities = make([]pipeline.Entity, 0, len(found))
	for i := range found {
		if found[i].Label == miscellaneous {
			continue
		}
		for _, e := range divide(doc, found[i]) {
			trim(doc, &e)
			if e.Label == pipeline.Person {
				trimTitle(doc, &e)
			}
			e.Span = pipeline.Span{Start: doc.Tokens[e.Tokens.First].Start, End: doc.Tokens[e.Tokens.End-1].End}
			doc.Entities = append(doc.Entities, e)
		}
	}
	for i := range doc.Entities {
		e := &doc.Entities[i]
		e.Chain, e.Name = i, doc.Clean(e.Span)
		if e.Label == pipeline.Person {
			e.Title = titleBefore(doc, e)
		}
	}
}

// divide cuts an abbreviation in brackets off a name: "Korean People's Army
// (KPA)" is two mentions.
func divide(doc *pipeline.Document, e pipeline.Entity) []pipeline.Entity {
	for i := e.Tokens.First + 1; i < e.Tokens.End; i++ {
		if doc.Tokens[i].Form != "(" {
			continue
		}
		before, after := e, e
		before.Tokens.End = i
		after.Tokens.First = i + 1
		if doc.Tokens[after.Tokens.End-1].Form == ")" {
			after.Tokens.End--
		}
		if after.Tokens.Len() < 1 {
			return []pipeline.Entity{before}
		}
		return []pipeline.Entity{before, after}
	}
	return []pipeline.Entity{e}
}

// trim takes quotation marks, possessives and other marks off the ends.
func trim(doc *pipeline.Document, e *pipeline.Entity) {
	for e.Tokens.Len() > 1 && edge(doc.Tokens[e.Tokens.First].Form) {
		e.Tokens.First++
	}
	for e.Tokens.Len() > 1 {
		switch form := doc.Tokens[e.Tokens.End-1].Form; {
		case form == "'s", form == "’s", form == "'S", form == "’S", edge(form) && form != ")":
			e.Tokens.End--
		default:
			return
		}
	}
}

// edge reports whether a token is a mark that no name begins or ends with.
func edge(form string) bool {
	switch form {
	case ",", ";", ":", "(", ")", "[", "]", "\"", "'", "“", "”", "‘", "’", "-", "–", "—", "/", "*", "``", "''", "{", "}", "|", "•":
		return true
	}
	return false
}

// trimTitle moves titles at the beginning of a person's name out of it, where
// a name is left.
func trimTitle(doc *pipeline.Document, e *pipeline.Entity) {
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

// fold brings a title word to the form of the lexicon: lower case, no full
// stop at its end.
func fold(form string) string { return strings.ToLower(strings.TrimSuffix(form, ".")) }

// longestTitle is the greatest number of tokens of a title.
const longestTitle = 8

// titleBefore returns the words before a person's name that say the office or
// the form of address: "Foreign Minister", "Mr.".
func titleBefore(doc *pipeline.Document, e *pipeline.Entity) string {
	first := doc.Sentences[e.Sentence].Tokens.First
	begin, head := e.Tokens.First, -1
	for i := e.Tokens.First - 1; i >= first && i >= e.Tokens.First-longestTitle; i-- {
		form := doc.Tokens[i].Form
		word := fold(form)
		role, isRole := lexicon.RoleOf(word)
		_, isHonorific := lexicon.Honorific(word)
		switch {
		case isHonorific, isRole && role.Title:
			begin = i
			if head < 0 {
				head = i
			}
			continue
		case head >= 0 && lexicon.TitleModifier(word), word == "ret" || word == "retd":
			if word != "ret" && word != "retd" {
				begin = i
			}
			continue
		case form == "." && i > first || form == "(" || form == ")" || head >= 0 && form == "-":
			continue
		}
		break
	}
	if head < 0 {
		return ""
	}
	return doc.Clean(pipeline.Span{Start: doc.Tokens[begin].Start, End: lastOfTitle(doc, begin, e.Tokens.First)})
}

// lastOfTitle returns where the title that begins at a token ends: before the
// name and any bracket.
func lastOfTitle(doc *pipeline.Document, begin, name int) int {
	end := name - 1
	for end > begin && (doc.Tokens[end].Form == "(" || doc.Tokens[end].Form == "-") {
		end--
	}
	return doc.Tokens[end].End
}

var _ pipeline.Stage = (*Stage)(nil)
