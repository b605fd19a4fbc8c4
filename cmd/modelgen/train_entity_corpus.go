package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/purport-nlp/purport/pipeline"
)

// The types of the entity model in the order of its classes, and what stands
// for a name that belongs to none of the reported types.
const (
	nerPerson = iota
	nerLocation
	nerOrganization
	nerNationality
	nerMiscellaneous
	nerFacility
	nerTypes
)

// nerClasses is the number of BIO classes over the types.
const nerClasses = 2*nerTypes + 1

// nerDocument is one annotated document. Allowed holds, for each token, the
// set of classes that its corpus leaves open.
type nerDocument struct {
	doc     *pipeline.Document
	allowed []uint32
	style   int
	weight  float64
	// first are the labels that a model of other documents gives.
	first []uint8
}

// nerCorpus says how to read one corpus.
type nerCorpus struct {
	file, licence string
	style         int
	// form and label are the columns, counted from 0; separator divides them.
	form, label int
	separator   string
	types       map[string]int
	// open are types that the corpus does not mark: an unmarked token may be
	// one of them.
	open []int
	// mixed says that the corpus marks nationalities as miscellaneous.
	mixed bool
	// single says that each sentence is a document of its own.
	single bool
	// weight is how much a sentence counts against one of the newswire's.
	weight float64
}

var (
	typesOfWorldwide = map[string]int{"Person": nerPerson, "Location": nerLocation, "Facility": nerFacility, "Organization": nerOrganization, "NORP": nerNationality, "Misc": nerMiscellaneous, "Product": nerMiscellaneous}
	typesOfFour      = map[string]int{"PER": nerPerson, "LOC": nerLocation, "ORG": nerOrganization, "MISC": nerMiscellaneous}
	typesOfDefence   = map[string]int{"Person": nerPerson, "Location": nerLocation, "Organisation": nerOrganization, "Nationality": nerNationality}
	typesOfPolitics  = map[string]int{"politician": nerPerson, "person": nerPerson, "country": nerLocation, "location": nerLocation, "organisation": nerOrganization, "politicalparty": nerOrganization, "election": nerMiscellaneous, "event": nerMiscellaneous, "misc": nerMiscellaneous}
)

// nerTrain are the corpora that the model learns from; the first one's style
// is the one followed at run time.
var nerTrain = []nerCorpus{
	{file: "ner/en_worldwide-9class.train.dedup.bio", licence: "none stated; public", style: 1, weight: 1, form: 0, label: 1, separator: "\t", types: typesOfWorldwide},
	{file: "ner/en_ewt-ud-train.clean.iob2", licence: "CC BY-SA 4.0", style: 2, weight: 1, form: 1, label: 2, separator: "\t", types: typesOfFour, open: []int{nerNationality, nerMiscellaneous}},
	{file: "ner/wikigold.conll.txt", licence: "CC BY 4.0", style: 3, weight: 1, form: 0, label: 1, separator: " ", types: typesOfFour, mixed: true},
	{file: "ner/re3d-train.open.conll", licence: "OGL, public domain, CC BY-SA", style: 4, weight: 0.2, form: 0, label: 1, separator: "\t", types: typesOfDefence, open: []int{nerMiscellaneous, nerNationality}, single: true},
	{file: "ner/crossner-politics-train.txt", licence: "CC BY-SA 3.0", style: 5, weight: 3, form: 0, label: 1, separator: "\t", types: typesOfPolitics, mixed: true, open: []int{nerNationality}, single: true},
	{file: "ner/gum-train.permissive.derived.bio", licence: "CC BY 4.0 and public domain", style: 6, weight: 0.3, form: 0, label: 3, separator: "\t", types: typesOfFour, mixed: true, open: []int{nerNationality}},
}

// readNER reads one corpus as documents.
func readNER(data string, c nerCorpus) ([]*nerDocument, error) {
	file, err := os.Open(filepath.Join(data, filepath.FromSlash(c.file)))
	if err != nil {
		return nil, err
	}
	defer file.Close()
	r := nerReader{corpus: c}
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	for number := 1; lines.Scan(); number++ {
		line := lines.Text()
		switch {
		case strings.HasPrefix(line, "# newdoc") || strings.HasPrefix(line, "-DOCSTART-"):
			r.endSentence()
			r.endDocument()
			continue
		case strings.TrimSpace(line) == "":
			r.endSentence()
			continue
		case strings.HasPrefix(line, "# ") && strings.Contains(line, " = "):
			continue
		}
		fields := strings.Split(line, c.separator)
		if len(fields) <= max(c.form, c.label) {
			return nil, fmt.Errorf("%s:%d: %d fields", c.file, number, len(fields))
		}
		r.token(fields[c.form], fields[c.label])
	}
	r.endSentence()
	r.endDocument()
	return r.documents, lines.Err()
}

type nerReader struct {
	corpus    nerCorpus
	forms     []string
	labels    []string
	current   *nerDocument
	text      strings.Builder
	documents []*nerDocument
}

// token adds a token, divided at its hyphens as the tokenizer does.
func (r *nerReader) token(form, label string) {
	if r.corpus.separator == " " && strings.HasPrefix(label, "I-") {
		// IOB1: an item begins with I- unless it follows one of its own type.
		if last := len(r.labels) - 1; last < 0 || r.labels[last] == "O" || r.labels[last][2:] != label[2:] {
			label = "B-" + label[2:]
		}
	}
	for i, part := range splitHyphens(form) {
		if i > 0 && strings.HasPrefix(label, "B-") {
			label = "I-" + label[2:]
		}
		r.forms, r.labels = append(r.forms, part), append(r.labels, label)
	}
}

// joinPoints joins what the corpora divide and the tokenizer does not: "U . S ."
// to "U.S.", "H ." inside a name to "H.", "’ s" to "’s".
func joinPoints(forms, labels []string) ([]string, []string) {
	var joined, kept []string
	inside := func(i int) bool { return i < len(labels) && strings.HasPrefix(labels[i], "I-") }
	for i := 0; i < len(forms); {
		end := i + 1
		switch {
		case isCapital(forms[i]) && i+1 < len(forms) && forms[i+1] == "." && (inside(i+1) && inside(i+2) || i+2 < len(forms) && isCapital(forms[i+2])):
			for end < len(forms) && (forms[end] == "." && isCapital(forms[end-1]) || isCapital(forms[end]) && forms[end-1] == ".") {
				end++
			}
		case (forms[i] == "'" || forms[i] == "’") && i+1 < len(forms) && forms[i+1] == "s":
			end = i + 2
		}
		joined, kept = append(joined, strings.Join(forms[i:end], "")), append(kept, labels[i])
		i = end
	}
	return joined, kept
}

// mendLabels turns an inside label that goes on with nothing into a begin.
func mendLabels(labels []string) {
	for i, label := range labels {
		if strings.HasPrefix(label, "I-") && (i == 0 || len(labels[i-1]) < 2 || labels[i-1][2:] != label[2:]) {
			labels[i] = "B-" + label[2:]
		}
	}
}

func isCapital(form string) bool { return len(form) == 1 && 'A' <= form[0] && form[0] <= 'Z' }

// splitHyphens divides a word at hyphens between letters, hyphens standing
// alone.
func splitHyphens(form string) []string {
	for i := 1; i+1 < len(form); i++ {
		if form[i] != '-' {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(form[:i])
		after, _ := utf8.DecodeRuneInString(form[i+1:])
		if unicode.IsLetter(before) && unicode.IsLetter(after) {
			return append([]string{form[:i], "-"}, splitHyphens(form[i+1:])...)
		}
	}
	return []string{form}
}

// endSentence adds the segment that has been read; segments that are
// paragraphs are divided into sentences.
func (r *nerReader) endSentence() {
	if r.corpus.style == 4 {
		trimDefence(r.forms, r.labels)
	}
	r.forms, r.labels = joinPoints(r.forms, r.labels)
	mendLabels(r.labels)
	begin := 0
	for i := range r.forms {
		if i+1 == len(r.forms) || r.corpus.style == 1 && sentenceEnds(r.forms, r.labels, i) {
			r.sentence(r.forms[begin:i+1], r.labels[begin:i+1])
			begin = i + 1
		}
	}
	r.forms, r.labels = nil, nil
	if r.corpus.single {
		r.endDocument()
	}
}

// sentenceEnds reports whether a sentence ends with token i of a paragraph.
func sentenceEnds(forms, labels []string, i int) bool {
	closing := strings.Contains(`"'”’)`, forms[i]) && i > 0 && strings.Contains(".!?", forms[i-1])
	if !strings.Contains(".!?", forms[i]) && !closing || strings.HasPrefix(labels[i+1], "I-") {
		return false
	}
	next := forms[i+1]
	if strings.Contains(`"'”’)`, next) && !closing {
		return false // the quotation mark closes the sentence
	}
	return unicode.IsUpper(firstRune(next)) || strings.Contains(`"“‘'`, next)
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

func (r *nerReader) sentence(forms, labels []string) {
	if r.current == nil {
		r.current = &nerDocument{doc: &pipeline.Document{Path: r.corpus.file}, style: r.corpus.style}
		r.text.Reset()
	}
	doc := r.current.doc
	sentence := pipeline.Sentence{Tokens: pipeline.Range{First: len(doc.Tokens)}}
	sentence.Start = r.text.Len()
	for i, form := range forms {
		start := r.text.Len()
		r.text.WriteString(form)
		doc.Tokens = append(doc.Tokens, pipeline.Token{Span: pipeline.Span{Start: start, End: r.text.Len()}, Form: form, Head: -1})
		sentence.End = r.text.Len()
		r.text.WriteByte(' ')
		r.current.allowed = append(r.current.allowed, r.classes(labels[i]))
	}
	sentence.Tokens.End = len(doc.Tokens)
	doc.Sentences = append(doc.Sentences, sentence)
}

// classes returns the set of classes that a label leaves open.
func (r *nerReader) classes(label string) uint32 {
	both := func(t int) uint32 { return 3 << (2*t + 1) }
	t, known := 0, false
	if len(label) > 2 {
		t, known = r.corpus.types[label[2:]]
	}
	if !known {
		open := uint32(1)
		for _, t := range r.corpus.open {
			open |= both(t)
		}
		return open
	}
	class := uint32(1) << (2*t + 1)
	if label[0] == 'I' {
		class <<= 1
	}
	if t == nerLocation && r.corpus.style != 1 {
		class |= class << (2 * (nerFacility - nerLocation)) // other corpora do not tell facilities apart
	}
	if r.corpus.mixed && t == nerMiscellaneous {
		class |= class >> 2
	}
	return class
}

func (r *nerReader) endDocument() {
	if r.current == nil {
		return
	}
	r.current.doc.Text = r.text.String()
	r.current.doc.Units = []pipeline.Unit{{Span: pipeline.Span{Start: 0, End: len(r.current.doc.Text)}}}
	r.documents = append(r.documents, r.current)
	r.current = nil
}

// trimDefence brings the spans of the defence corpus, which take in articles,
// titles and roles, to names alone.
func trimDefence(forms, labels []string) {
	for i := 0; i < len(labels); {
		if !strings.HasPrefix(labels[i], "B-") {
			i++
			continue
		}
		end := i + 1
		for end < len(labels) && strings.HasPrefix(labels[end], "I-") {
			end++
		}
		trimSpan(forms[i:end], labels[i:end])
		i = end
	}
}

func trimSpan(forms, labels []string) {
	kind := labels[0][2:]
	begin := 0
	if kind == "Person" {
		for i, form := range forms {
			if !unicode.IsUpper(firstRune(form)) && form != "al" && form != "-" && form != "bin" && form != "de" && form != "von" && form != "van" || nerTitles[strings.TrimSuffix(form, ".")] {
				begin = i + 1
			}
		}
	} else if strings.EqualFold(forms[0], "the") || strings.EqualFold(forms[0], "a") {
		begin = 1
	}
	for i := range labels[:begin] {
		labels[i] = "O"
	}
	if begin < len(labels) {
		labels[begin] = "B-" + kind
	}
}

// nerTitles are words before a name that the defence corpus counts as part of
// it.
var nerTitles = setOf(`President Minister Secretary General Prime Foreign Defence Defense Mr Mrs Ms Dr Sir Lord Lady King Queen Prince Colonel
Major Captain Lieutenant Brigadier Admiral Commander Sergeant Ambassador Chancellor Senator Representative Envoy Special Iraqi Syrian Russian
American British Chief Air Marshal Wing Squadron Leader Spokesman Spokesperson Spokeswoman Professor`)

func setOf(words string) map[string]bool {
	set := map[string]bool{}
	for _, word := range strings.Fields(words) {
		set[word] = true
	}
	return set
}
