package main

import (
	"bufio"
	"cmp"
	"compress/gzip"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/purport-nlp/purport/extractors/model"
)

// wordText is a text as numbers of its forms; boundary stands between
// sentences and paragraphs.
type wordText struct {
	tokens []int32
	forms  []string
	ids    map[string]int32
	// counts, initial and middle count the occurrences of each form: all, the
	// first of a sentence, those that follow a word in lower case.
	counts, initial, middle []int
}

// boundary is the form number that separates sentences.
const boundary = 0

func newWordText() *wordText {
	text := &wordText{ids: map[string]int32{}}
	text.add("")
	return text
}

// readWordText reads all the text that word classes are learned from: prose in
// the public domain, and the training parts of the treebanks for the
// vocabulary of everyday life.
func readWordText(data string) (*wordText, []cardInput, error) {
	text := newWordText()
	var inputs []cardInput
	sources := []struct {
		file, licence string
		read          func(path string, text *wordText) error
	}{
		{openText, "public domain (works of the US government)", readProse},
		{"attribution/train.jsonl", "none stated, public (PolNeAR)", readArticles},
		{treebankTrain[0], "CC BY-SA 4.0", readTreebankText},
		{treebankTrain[1], "CC BY 4.0 and public domain (permissive genres)", readTreebankText},
	}
	for _, source := range sources {
		if err := source.read(filepath.Join(data, source.file), text); err != nil {
			return nil, nil, err
		}
		input, err := inputCard(data, source.file, source.licence)
		if err != nil {
			return nil, nil, err
		}
		inputs = append(inputs, input)
	}
	return text, inputs, nil
}

// readProse reads a packed file of one paragraph a line.
func readProse(path string, text *wordText) error {
	return eachPackedLine(path, func(number int, line string) { text.paragraph(line, number%2 == 0) })
}

// eachPackedLine calls visit for each line of a gzipped file, numbered from 0.
func eachPackedLine(path string, visit func(number int, line string)) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	unpacked, err := gzip.NewReader(file)
	if err != nil {
		return err
	}
	lines := bufio.NewScanner(unpacked)
	lines.Buffer(nil, 1<<24)
	for number := 0; lines.Scan(); number++ {
		visit(number, lines.Text())
	}
	return lines.Err()
}

// readArticles reads the texts of a JSONL file.
func readArticles(path string, text *wordText) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	decoder := json.NewDecoder(bufio.NewReader(file))
	for number := 0; decoder.More(); {
		var article struct{ Text string }
		if err := decoder.Decode(&article); err != nil {
			return err
		}
		for line := range strings.Lines(article.Text) {
			text.paragraph(line, number%2 == 0)
			number++
		}
	}
	return nil
}

// readTreebankText reads the words of a treebank.
func readTreebankText(path string, text *wordText) error {
	sentences, err := readConllu(path)
	if err != nil {
		return err
	}
	for _, sentence := range sentences {
		for _, token := range sentence {
			text.word(token.Form)
		}
		text.end()
	}
	return nil
}

// add returns the number of a form.
func (t *wordText) add(form string) int32 {
	id, ok := t.ids[form]
	if !ok {
		id = int32(len(t.forms))
		form = strings.Clone(form)
		t.forms = append(t.forms, form)
		t.ids[form] = id
		t.counts, t.initial, t.middle = append(t.counts, 0), append(t.initial, 0), append(t.middle, 0)
	}
	return id
}

var straightQuotes = strings.NewReplacer("‘", "'", "’", "'", "“", `"`, "”", `"`)

// word takes in the next word of a sentence.
func (t *wordText) word(form string) {
	id := t.add(straightQuotes.Replace(form))
	t.counts[id]++
	if len(t.tokens) > 0 {
		switch last := t.tokens[len(t.tokens)-1]; {
		case last == boundary:
			t.initial[id]++
		case strings.IndexFunc(t.forms[last], unicode.IsLower) == 0:
			t.middle[id]++
		}
	}
	t.tokens = append(t.tokens, id)
}

// end marks the end of a sentence.
func (t *wordText) end() { t.tokens = append(t.tokens, boundary) }

// paragraph splits a paragraph into words, near enough to the treebanks' way
// for statistics. Treebanks divide words at hyphens and other data do not, so
// that is done in every other paragraph.
func (t *wordText) paragraph(line string, divide bool) {
	line = straightQuotes.Replace(line)
	closing := false
	for chunk := range strings.FieldsSeq(line) {
		if closing && startsSentence(chunk) {
			t.end()
		}
		closing = t.chunk(chunk, divide)
	}
	t.end()
}

func startsSentence(chunk string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(chunk, `"'([`))
	return unicode.IsUpper(r) || unicode.IsDigit(r)
}

// chunk takes in what stands between two spaces; it reports whether a sentence
// may end with it.
func (t *wordText) chunk(chunk string, divide bool) (closing bool) {
	start := 0
	for start < len(chunk) && strings.IndexByte(`"'([{<*`, chunk[start]) >= 0 {
		t.word(chunk[start : start+1])
		start++
	}
	chunk = chunk[start:]
	end := len(chunk)
	for end > 0 && strings.IndexByte(`"')]}>*,;:.!?`, chunk[end-1]) >= 0 {
		if chunk[end-1] == '.' && abbreviated(chunk[:end]) {
			break
		}
		end--
	}
	t.core(chunk[:end], divide)
	for i := end; i < len(chunk); i++ {
		t.word(chunk[i : i+1])
		if strings.IndexByte(".!?", chunk[i]) >= 0 {
			closing = true
		}
	}
	return closing
}

// core splits clitics, dashes, slashes and, on request, hyphens.
func (t *wordText) core(core string, divide bool) {
	if core == "" {
		return
	}
	if strings.Contains(core, "://") || strings.Contains(core, "@") || strings.HasPrefix(core, "www.") {
		t.word(core)
		return
	}
	seam := func(r rune) bool { return r == '—' || r == '–' || r == '/' || r == '…' || divide && r == '-' }
	for core != "" {
		at := strings.IndexFunc(core, seam)
		if at < 0 {
			t.clitics(core)
			return
		}
		t.clitics(core[:at])
		_, size := utf8.DecodeRuneInString(core[at:])
		t.word(core[at : at+size])
		core = core[at+size:]
	}
}

// clitics splits "'s", "n't" and the like off a word, and the sign off a sum
// of money or a percentage.
func (t *wordText) clitics(word string) {
	if word == "" {
		return
	}
	if len(word) > 1 && (word[0] == '$' || word[0] == '#') {
		t.word(word[:1])
		word = word[1:]
	}
	for _, tail := range []string{"n't", "N'T", "'s", "'S", "'re", "'ve", "'ll", "'d", "'m", "%"} {
		if head, found := strings.CutSuffix(word, tail); found && head != "" {
			t.word(head)
			t.word(tail)
			return
		}
	}
	t.word(word)
}

// abbreviations are those that end in a point in most texts.
var abbreviations = func() map[string]bool {
	all := map[string]bool{}
	for word := range strings.FieldsSeq(`Mr. Mrs. Ms. Dr. Prof. Sen. Sens. Rep. Reps. Gov. Gen. Col. Lt. Maj. Capt. Sgt. Adm. Rev. Hon. St. Jr. Sr.
		Inc. Corp. Co. Ltd. Bros. No. Nos. vs. v. etc. al. cf. Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sept. Sep. Oct. Nov. Dec. Ave. Blvd. Sec. Art. Fig. p. pp. vol.
		Calif. Conn. Fla. Ill. Mass. Mich. Minn. Miss. Mo. Okla. Ore. Pa. Tenn. Tex. Va. Wash. Wis.`) {
		all[word] = true
	}
	return all
}()

// abbreviated reports whether the point that ends word belongs to it.
func abbreviated(word string) bool {
	letters := strings.TrimSuffix(word, ".")
	switch {
	case letters == "" || strings.HasSuffix(letters, "."):
		return false
	case abbreviations[word]:
		return true
	case len(letters) == 1:
		return unicode.IsUpper(rune(letters[0]))
	}
	at := strings.IndexByte(letters, '.')
	return at > 0 && at <= 2 && len(letters) <= 6 && strings.IndexFunc(letters, unicode.IsDigit) < 0
}

// foldCase is the key under which the cases of a word are counted together.
func foldCase(form string) string { return strings.ToLower(form) }

// capitals says for each word, in lower case, how it is written in
// mid-sentence. It looks at forms in the order of their first occurrence.
func (t *wordText) capitals() map[string]model.Capital {
	type cases struct{ lower, title, upper int }
	counts := map[string]*cases{}
	for id, form := range t.forms {
		if t.middle[id] == 0 || strings.IndexFunc(form, unicode.IsLetter) < 0 {
			continue
		}
		key := foldCase(form)
		c := counts[key]
		if c == nil {
			c = &cases{}
			counts[key] = c
		}
		first, _ := utf8.DecodeRuneInString(form)
		switch {
		case form == key:
			c.lower += t.middle[id]
		case form == strings.ToUpper(form) && utf8.RuneCountInString(form) > 1:
			c.upper += t.middle[id]
		case unicode.IsUpper(first):
			c.title += t.middle[id]
		}
	}
	capitals := make(map[string]model.Capital, len(counts))
	for key, c := range counts {
		capitals[key] = model.NewCapital(c.lower, c.title, c.upper)
	}
	return capitals
}

// vocabulary are the forms that are kept, the most frequent first.
type vocabulary struct {
	forms  []string
	counts []int
	ids    map[string]int32
}

func newVocabulary(text *wordText, minCount int) *vocabulary {
	v := &vocabulary{ids: map[string]int32{}}
	var kept []int32
	for id, count := range text.counts {
		if id != boundary && count >= minCount {
			kept = append(kept, int32(id))
		}
	}
	slices.SortFunc(kept, func(a, b int32) int {
		return cmp.Or(cmp.Compare(text.counts[b], text.counts[a]), cmp.Compare(text.forms[a], text.forms[b]))
	})
	for i, id := range kept {
		v.forms = append(v.forms, text.forms[id])
		v.counts = append(v.counts, text.counts[id])
		v.ids[text.forms[id]] = int32(i)
	}
	return v
}

// shapes is the number of kinds of unknown form that are told apart.
const shapes = 5

// fold returns the text over the vocabulary: a form that is not kept becomes
// the one that model.Words.Lookup would fall back to, else, after the
// vocabulary, a number for its shape; the last number is the boundary.
func (v *vocabulary) fold(text *wordText) []int32 {
	folded := make([]int32, len(text.forms))
	for id, form := range text.forms {
		folded[id] = v.find(form)
	}
	folded[boundary] = int32(len(v.forms) + shapes)
	out := make([]int32, len(text.tokens))
	for i, id := range text.tokens {
		out[i] = folded[id]
	}
	return out
}

func (v *vocabulary) find(form string) int32 {
	for _, candidate := range fallbacks(form) {
		if id, ok := v.ids[candidate]; ok {
			return id
		}
	}
	first, _ := utf8.DecodeRuneInString(form)
	shape := 0
	switch {
	case strings.ContainsAny(form, "0123456789"):
		shape = 1
	case !unicode.IsLetter(first):
		shape = 2
	case form == strings.ToUpper(form):
		shape = 3
	case unicode.IsUpper(first):
		shape = 4
	}
	return int32(len(v.forms) + shape)
}

// fallbacks are the forms that model.Words.Lookup tries, in order.
func fallbacks(form string) []string {
	lower := strings.ToLower(form)
	out := []string{form}
	if lower != form {
		out = append(out, lower)
		if form == strings.ToUpper(form) {
			_, size := utf8.DecodeRuneInString(form)
			out = append(out, form[:size]+strings.ToLower(form[size:]))
		}
	}
	return append(out, strings.Map(func(r rune) rune {
		if '0' <= r && r <= '9' {
			return '0'
		}
		return r
	}, form))
}
