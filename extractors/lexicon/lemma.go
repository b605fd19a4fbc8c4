package lexicon

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"
)

// lemmaText holds the lemma rules, one a line; see its header.
//
//go:embed lemma.tsv
var lemmaText string

// LemmaEdit turns an inflected form into its dictionary form: Strip bytes are
// taken off the end of the form and Add is put there.
type LemmaEdit struct {
	Strip int
	Add   string
}

// Apply returns the edited form. A form of which
// nothing would be left stays as it is.
func (e LemmaEdit) Apply(form string) string {
	if e.Strip > len(form) || e.Strip == len(form) && e.Add == "" {
		return form
	}
	if e.Strip == len(form) {
		return e.Add
	}
	if e.Add == "" {
		return form[:len(form)-e.Strip]
	}
	return form[:len(form)-e.Strip] + e.Add
}

// LongestLemmaSuffix is the length in bytes of the longest suffix that rules
// are looked up by, short of whole words.
const LongestLemmaSuffix = 6

// lemmaRules are the edits of one Penn Treebank tag, by suffix ("ies") and by
// whole word ("^went"): the longest that fits decides.
type lemmaRules map[string]LemmaEdit

var lemmaTable = sync.OnceValue(func() map[string]lemmaRules {
	table := map[string]lemmaRules{}
	for line := range strings.Lines(lemmaText) {
		if line[0] == '#' {
			continue
		}
		fields := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(fields) != 4 {
			continue
		}
		strip, err := strconv.Atoi(fields[2])
		if err != nil {
			continue
		}
		if table[fields[0]] == nil {
			table[fields[0]] = lemmaRules{}
		}
		table[fields[0]][fields[1]] = LemmaEdit{strip, fields[3]}
	}
	return table
})

// LemmaCase is the pseudo-tag prefix of the rules that say whether a
// capitalised form keeps its capitals ("caseJJ", "belarusian", keep).
const LemmaCase = "case"

// Lemma returns the dictionary form of a word with a Penn Treebank tag, in
// lower case but for names and what is derived from them, as the Universal
// Dependencies treebanks of English have it: "were" VBD is "be", "n't" RB is
// "not", "Americans" NNPS is "American".
//
// The rules are the longest suffixes that decide the inflection, learned from
// the treebanks' training part (method: Juršič and others 2010, ripple-down
// suffix rules).
func Lemma(form, xpos string) string {
	table := lemmaTable()
	folded := foldForm(form)
	edit, known := table[xpos].find(folded)
	if folded == form || !keepsCase(table, folded, xpos) {
		if !known {
			return folded
		}
		return edit.Apply(folded)
	}
	if shouted(form) && len(form) > 4 {
		form = form[:1] + folded[1:]
	}
	if !known || len(form) != len(folded) {
		return form
	}
	return edit.Apply(form)
}

// keepsCase reports whether a capitalised form's lemma has the capital too.
func keepsCase(table map[string]lemmaRules, folded, xpos string) bool {
	if xpos == "NNP" || xpos == "NNPS" {
		return true
	}
	edit, _ := table[LemmaCase+xpos].find(folded)
	return edit.Add == "keep"
}

// find returns the edit of the longest rule that fits.
func (rules lemmaRules) find(folded string) (LemmaEdit, bool) {
	if len(rules) == 0 {
		return LemmaEdit{}, false
	}
	var buffer [40]byte
	if len(folded) < len(buffer) {
		buffer[0] = '^'
		copy(buffer[1:], folded)
		if edit, ok := rules[string(buffer[:len(folded)+1])]; ok {
			return edit, true
		}
	}
	for n := min(LongestLemmaSuffix, len(folded)); n >= 0; n-- {
		if edit, ok := rules[folded[len(folded)-n:]]; ok {
			return edit, true
		}
	}
	return LemmaEdit{}, false
}

// foldForm returns form in lower case with straight apostrophes, the form
// itself where nothing changes.
func foldForm(form string) string {
	for i := 0; i < len(form); i++ {
		if form[i] >= utf8.RuneSelf {
			return strings.ToLower(curly.Replace(form))
		}
	}
	return strings.ToLower(form)
}

var curly = strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`)

// shouted reports whether form is written in capitals throughout.
func shouted(form string) bool {
	for i := 0; i < len(form); i++ {
		if c := form[i]; c < 'A' || c > 'Z' {
			return false
		}
	}
	return true
}
