package quote

import (
	"strings"

	"github.com/purport-nlp/purport/pipeline"
)

// A press release that is one quotation says only in its headline whose it
// is: "SEN. BYRNE ISSUES STATEMENT ON FERRIES".

// headlineReach is how many of a document's units may be its headline, and how
// many words of it may stand before the name.
const headlineReach = 4

// headline returns the attribution of words to the subject of the headline: a
// person whose name begins it, right before a verb or a colon.
func (w *work) headline() (attribution, bool) {
	for i := range w.doc.Sentences {
		s := &w.doc.Sentences[i]
		if s.Unit >= headlineReach {
			break
		}
		if w.doc.Units[s.Unit].Kind != pipeline.UnitHeading || s.Tokens.Len() < 3 {
			continue
		}
		w.enter(i)
		if name, cue := w.headlineParts(); cue > 0 {
			t := w.tree.First
			a := attribution{
				cueHead: t + cue, cue: pipeline.Range{First: t + cue, End: t + cue + 1}, source: shift(pipeline.Range{First: 0, End: name + 1}, t),
				sentence: i, act: pipeline.ActStatement, sourceForm: "headline", form: "statement", from: -1, outer: -1, sourceHead: t + name,
			}
			w.identifyOne(&a)
			if e := w.entity(name); e == nil || e.Label != pipeline.Person {
				a.link.Kind, a.link.Name = pipeline.SourcePerson, w.token(name).Form
			}
			a.link.Name = withoutCapitals(a.link.Name)
			return a, true
		}
	}
	return attribution{}, false
}

// withoutCapitals writes a name in capitals as names are written.
func withoutCapitals(name string) string {
	if strings.ToUpper(name) != name {
		return name
	}
	out, first := []byte(name), true
	for i, c := range out {
		letter := 'A' <= c && c <= 'Z' || c >= 0x80
		mac := i > 1 && out[i-2] == 'M' && out[i-1] == 'c' // McCaffrey
		if letter && !first && !mac && c < 0x80 {
			out[i] = c + 'a' - 'A'
		}
		first = !letter && c != '\''
	}
	return string(out)
}

// behindTitle returns the name behind a title that only people have, where the
// entities have no person there: "Byrne" of "SEN. BYRNE"; or "".
func (w *work) behindTitle(source pipeline.Range) string {
	if source.Len() < 2 || source.Len() > 3 || !isTitle(lower(w.token(source.First).Form)) {
		return ""
	}
	if e := w.entity(source.End - 1); e != nil && e.Label == pipeline.Person {
		return ""
	}
	for i := source.First + 1; i < source.End; i++ {
		if form := w.token(i).Form; form[0] < 'A' || form[0] > 'Z' {
			return ""
		}
	}
	return withoutCapitals(w.doc.Clean(w.tree.Span(pipeline.Range{First: source.First + 1, End: source.End})))
}

// headlineParts returns the last word of the name that the current sentence
// begins with, behind titles, and the word that it does something by.
func (w *work) headlineParts() (name, cue int) {
	for i := 0; i < headlineReach && i+1 < w.tree.Len(); i++ {
		switch e := w.entity(i); {
		case e != nil && e.Label == pipeline.Person:
			name = e.Tokens.End - 1 - w.tree.First
		case i > 0 && isTitle(lower(w.token(i-1).Form)):
			name = i
		case e == nil && w.token(i).UPOS != "PROPN" && w.token(i).UPOS != "NOUN":
			return 0, -1
		default:
			continue
		}
		cue = name + 1
		if cue < w.tree.Len() && w.token(cue).XPOS == "POS" {
			cue++
		}
		if cue >= w.tree.Len() || w.token(cue).Form == "," || w.token(cue).UPOS == "CCONJ" || w.punctuation(cue) && w.token(cue).Form != ":" {
			return 0, -1
		}
		return name, cue
	}
	return 0, -1
}

// isTitle reports whether a word stands before the names of people alone.
func isTitle(word string) bool {
	switch word {
	case "sen.", "senator", "rep.", "representative", "gov.", "governor", "mr.", "mrs.", "ms.", "dr.", "mayor", "congressman", "congresswoman",
		"gen.", "general", "adm.", "admiral", "col.", "lt.", "sgt.", "rev.", "judge", "president", "secretary", "chairman", "chairwoman":
		return true
	}
	return false
}
