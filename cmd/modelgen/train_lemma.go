package main

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/purport-nlp/purport/extractors/lexicon"
	"github.com/purport-nlp/purport/pipeline"
)

// lemmaHeader opens the file of lemma rules.
const lemmaHeader = `# Lemma rules: Penn Treebank tag, suffix of the lower-case form ("^" opens a
# whole word), bytes to strip, letters to add. The longest suffix decides.
# Rules of "case" + tag say whether a capitalised form keeps its capital.
# Learned by "modelgen train lemma" from the training parts of UD English EWT
# (CC BY-SA 4.0) and GUM (CC BY 4.0 and public-domain genres).
`

// trainLemma learns the suffix rules of package lexicon from the treebanks.
func trainLemma(data, models string) error {
	sentences, err := readTreebanks(data, treebankTrain)
	if err != nil {
		return err
	}
	learner := newSuffixLearner()
	for _, sentence := range sentences {
		for i := range sentence {
			learner.see(&sentence[i])
		}
	}
	if err := learner.inflect(); err != nil {
		return err
	}
	learner.addIrregular()
	path := filepath.Join(models, "..", "..", "lexicon", "lemma.tsv")
	return os.WriteFile(path, []byte(lemmaHeader+learner.rules()), 0o644)
}

// inflect adds the regular forms of every verb that the treebanks or the
// lexicon of reporting words know, where the treebanks do not show another:
// "hoped" is of "hope", though "hopped" is what they have.
func (l *suffixLearner) inflect() error {
	reporting, err := lexicon.LoadReporting()
	if err != nil {
		return err
	}
	verbs := reporting.Verbs()
	irregular := map[[2]string]bool{}
	for key, edits := range l.words {
		edit, _ := best(edits)
		lemma := edit.Apply(key.word)
		switch key.tag {
		case "VB", "VBP":
			verbs = append(verbs, lemma)
		case "VBD", "VBN", "VBZ", "VBG":
			irregular[[2]string{key.tag, lemma}] = true
		}
	}
	slices.Sort(verbs)
	for _, verb := range slices.Compact(verbs) {
		if len(verb) < 3 || strings.ContainsAny(verb, " -'0123456789.") {
			continue
		}
		for _, form := range lexicon.Inflections(verb) {
			key := wordTag{form.Tag, form.Form}
			if !irregular[[2]string{form.Tag, verb}] && l.words[key] == nil {
				l.count(key, editBetween(form.Form, verb))
			}
		}
	}
	return nil
}

// suffixLearner counts how often each word under a tag takes each edit.
type suffixLearner struct {
	words map[wordTag]map[lexicon.LemmaEdit]int
	// closed holds the words that say nothing about others with their suffix.
	closed map[wordTag]bool
}

type wordTag struct{ tag, word string }

func newSuffixLearner() *suffixLearner {
	return &suffixLearner{map[wordTag]map[lexicon.LemmaEdit]int{}, map[wordTag]bool{}}
}

// see counts one token.
func (l *suffixLearner) see(token *pipeline.Token) {
	switch token.XPOS {
	case "GW", "ADD", "AFX", "FW", "NFP", "LS", "SYM", "CD", "``", "''", ",", ".", ":", "UH":
		return // misspellings, addresses, marks: the form is the lemma
	}
	folded := strings.ToLower(strings.ReplaceAll(token.Form, "’", "'"))
	lemma := strings.ToLower(token.Lemma)
	l.count(wordTag{token.XPOS, folded}, editBetween(folded, lemma))
	if folded != token.Form && !strings.HasPrefix(token.XPOS, "NNP") {
		keep := lexicon.LemmaEdit{Add: "fold"}
		if token.Lemma != lemma {
			keep.Add = "keep"
		}
		l.count(wordTag{lexicon.LemmaCase + token.XPOS, folded}, keep)
	}
}

func (l *suffixLearner) count(key wordTag, edit lexicon.LemmaEdit) {
	if l.words[key] == nil {
		l.words[key] = map[lexicon.LemmaEdit]int{}
	}
	l.words[key][edit]++
}

// editBetween returns the shortest edit that makes lemma from form.
func editBetween(form, lemma string) lexicon.LemmaEdit {
	same := 0
	for same < len(form) && same < len(lemma) && form[same] == lemma[same] {
		same++
	}
	return lexicon.LemmaEdit{Strip: len(form) - same, Add: lemma[same:]}
}

// best returns the most frequent edit, ties broken by the edit itself, and
// its count.
func best(counts map[lexicon.LemmaEdit]int) (lexicon.LemmaEdit, int) {
	edits := make([]lexicon.LemmaEdit, 0, len(counts))
	for edit := range counts {
		edits = append(edits, edit)
	}
	slices.SortFunc(edits, func(a, b lexicon.LemmaEdit) int {
		return cmp.Or(counts[b]-counts[a], a.Strip-b.Strip, strings.Compare(a.Add, b.Add))
	})
	return edits[0], counts[edits[0]]
}

// rules returns the fewest rules, from the empty suffix to whole words, that
// give each word seen its most frequent lemma: a longer suffix is written
// only where it says something else than the shorter one that would decide.
func (l *suffixLearner) rules() string {
	suffixes := map[wordTag]map[lexicon.LemmaEdit]int{}
	keys := make([]wordTag, 0, len(l.words))
	for key := range l.words {
		keys = append(keys, key)
	}
	slices.SortFunc(keys, func(a, b wordTag) int {
		return cmp.Or(strings.Compare(a.tag, b.tag), strings.Compare(a.word, b.word))
	})
	for _, key := range keys {
		if l.closed[key] {
			continue
		}
		edit, _ := best(l.words[key])
		for n := 0; n <= min(lexicon.LongestLemmaSuffix, len(key.word)); n++ {
			suffix := wordTag{key.tag, key.word[len(key.word)-n:]}
			if suffixes[suffix] == nil {
				suffixes[suffix] = map[lexicon.LemmaEdit]int{}
			}
			suffixes[suffix][edit]++
		}
	}
	chosen := map[wordTag]lexicon.LemmaEdit{}
	bySuffix := make([]wordTag, 0, len(suffixes))
	for suffix := range suffixes {
		bySuffix = append(bySuffix, suffix)
	}
	slices.SortFunc(bySuffix, func(a, b wordTag) int {
		return cmp.Or(len(a.word)-len(b.word), strings.Compare(a.tag, b.tag), strings.Compare(a.word, b.word))
	})
	for _, suffix := range bySuffix {
		edit, count := best(suffixes[suffix])
		if len(suffix.word) > 0 && (count < 2 || longest(chosen, suffix) == edit) {
			continue
		}
		chosen[suffix] = edit
	}
	for _, key := range keys {
		edit, count := best(l.words[key])
		if longest(chosen, key) != edit && (count > 1 || key.tag[0] == 'V' || key.tag[0] == 'N') {
			chosen[wordTag{key.tag, "^" + key.word}] = edit
		}
	}
	return writeRules(chosen)
}

// longest returns the edit that the chosen suffixes give to a word.
func longest(chosen map[wordTag]lexicon.LemmaEdit, key wordTag) lexicon.LemmaEdit {
	for n := min(lexicon.LongestLemmaSuffix, len(key.word)); n >= 0; n-- {
		if edit, ok := chosen[wordTag{key.tag, key.word[len(key.word)-n:]}]; ok {
			return edit
		}
	}
	return lexicon.LemmaEdit{}
}

func writeRules(chosen map[wordTag]lexicon.LemmaEdit) string {
	lines := make([]string, 0, len(chosen))
	for key, edit := range chosen {
		if key.word == "" && edit == (lexicon.LemmaEdit{}) {
			continue
		}
		lines = append(lines, fmt.Sprintf("%s\t%s\t%d\t%s\n", key.tag, key.word, edit.Strip, edit.Add))
	}
	slices.Sort(lines)
	return strings.Join(lines, "")
}
