package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/purport-nlp/purport/extractors"
	"github.com/purport-nlp/purport/output"
	"github.com/purport-nlp/purport/pipeline"
	"github.com/purport-nlp/purport/testdata"
)

// run runs the command in testdata, so that paths in records read
// "corpus/NAME.txt", and returns what it printed.
func run(t *testing.T, args ...string) []byte {
	t.Helper()
	command := exec.Command("purport", args...)
	command.Dir = filepath.Dir(corpusFolder)
	var stderr bytes.Buffer
	command.Stderr = &stderr
	printed, err := command.Output()
	if err != nil {
		t.Fatalf("purport %s: %v\n%s", strings.Join(args, " "), err, stderr.Bytes())
	}
	return printed
}

// extract prints the records of one kind of the whole corpus.
func extract(t *testing.T, kind output.Kind, flags ...string) []byte {
	t.Helper()
	return run(t, append(append([]string{"extract", "-q", "--emit", kind.Plural()}, flags...), "corpus")...)
}

// TestSameBytes: the output never depends on the number of workers, nor on
// which run it is.
func TestSameBytes(t *testing.T) {
	for _, kind := range output.Kinds() {
		t.Run(kind.Plural(), func(t *testing.T) {
			t.Parallel()
			want := extract(t, kind, "-j", "1")
			if len(want) == 0 {
				t.Fatal("no records at all")
			}
			for _, jobs := range []string{"1", "2", "8"} {
				if got := extract(t, kind, "-j", jobs); !bytes.Equal(got, want) {
					t.Errorf("-j %s printed %s", jobs, firstDifference(got, want))
				}
			}
		})
	}
}

// firstDifference describes where two outputs part.
func firstDifference(got, want []byte) string {
	g, w := bytes.Split(got, []byte("\n")), bytes.Split(want, []byte("\n"))
	for i := range min(len(g), len(w)) {
		if !bytes.Equal(g[i], w[i]) {
			return fmt.Sprintf("another line %d:\n%s\nbefore it was\n%s", i+1, g[i], w[i])
		}
	}
	return fmt.Sprintf("%d lines, before it were %d", len(g), len(w))
}

// TestRecords: every span of every record slices the article to exactly the
// text beside it, in code points and in bytes, every line of a kind has every
// key in one order, and each fits the kind's schema.
func TestRecords(t *testing.T) {
	texts := map[string]string{}
	for _, article := range testdata.Articles() {
		texts["corpus/"+article.Name+".txt"] = article.Text
	}
	for _, kind := range output.Kinds() {
		t.Run(kind.Plural(), func(t *testing.T) {
			t.Parallel()
			schema := compileSchema(t, kind)
			var shape string
			for number, line := range bytes.Split(bytes.TrimSuffix(extract(t, kind, "--with-text"), []byte("\n")), []byte("\n")) {
				record := parseObject(t, line)
				if number == 0 {
					shape = record.shape()
				}
				if got := record.shape(); got != shape {
					t.Fatalf("line %d has the keys\n%s\nthe first line has\n%s", number+1, got, shape)
				}
				text, known := texts[record.text("path")]
				if !known {
					t.Fatalf("line %d: there is no article %q", number+1, record.text("path"))
				}
				if problem := record.check(text); problem != "" {
					t.Fatalf("line %d: %s\n%s", number+1, problem, line)
				}
				value, err := jsonschema.UnmarshalJSON(bytes.NewReader(line))
				if err == nil {
					err = schema.Validate(value)
				}
				if err != nil {
					t.Fatalf("line %d: %v\n%s", number+1, err, line)
				}
			}
		})
	}
}

// compileSchema returns what the command says of a kind of record.
func compileSchema(t *testing.T, kind output.Kind) *jsonschema.Schema {
	t.Helper()
	parsed, err := jsonschema.UnmarshalJSON(bytes.NewReader(run(t, "schema", kind.String())))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource("schema.json", parsed); err != nil {
		t.Fatal(err)
	}
	schema, err := compiler.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// TestVerifyPasses: the command's own proof agrees, of the folder as a whole
// and of each of its files. The hidden index there, which resuming and merging
// read, is no file of records.
func TestVerifyPasses(t *testing.T) {
	folder := t.TempDir()
	run(t, "extract", "-q", "--out-dir", folder, "corpus")
	run(t, "verify", folder)
	files, err := filepath.Glob(filepath.Join(folder, "[^.]*.jsonl"))
	if err != nil || len(files) < len(output.Kinds()) {
		t.Fatalf("%s holds only %q: %v", folder, files, err)
	}
	for _, file := range files {
		run(t, "verify", file)
	}
}

// TestGoldIsVerbatim: each labelled claim stands in its article, once, as the
// sentences read with line breaks folded and divided words joined.
func TestGoldIsVerbatim(t *testing.T) {
	for _, name := range testdata.GoldNames() {
		var text strings.Builder
		for line := range bytes.Lines(run(t, "extract", "-q", "--emit", "sentences", "corpus/"+name+".txt")) {
			text.WriteString(parseObject(t, line).text("clean_text") + " ")
		}
		for _, row := range testdata.Gold(name) {
			if n := strings.Count(text.String(), row.Proposition); n != 1 {
				t.Errorf("%s: %q stands in it %d times", name, row.Proposition, n)
			}
		}
	}
}

// object is a JSON object that remembers the order of its keys.
type object struct {
	keys   []string
	values map[string]any
}

// parseObject reads one line.
func parseObject(t *testing.T, line []byte) object {
	t.Helper()
	decoder := json.NewDecoder(bytes.NewReader(line))
	decoder.UseNumber()
	value, err := parseValue(decoder)
	if err != nil {
		t.Fatalf("no JSON: %v\n%s", err, line)
	}
	record, ok := value.(object)
	if !ok {
		t.Fatalf("no JSON object: %s", line)
	}
	return record
}

func parseValue(decoder *json.Decoder) (any, error) {
	token, err := decoder.Token()
	if err != nil {
		return nil, err
	}
	switch token {
	case json.Delim('{'):
		o := object{values: map[string]any{}}
		for decoder.More() {
			key, err := decoder.Token()
			if err != nil {
				return nil, err
			}
			value, err := parseValue(decoder)
			if err != nil {
				return nil, err
			}
			o.keys = append(o.keys, key.(string))
			o.values[key.(string)] = value
		}
		_, err := decoder.Token()
		return o, err
	case json.Delim('['):
		list := []any{}
		for decoder.More() {
			value, err := parseValue(decoder)
			if err != nil {
				return nil, err
			}
			list = append(list, value)
		}
		_, err := decoder.Token()
		return list, err
	}
	return token, nil
}

func (o object) text(key string) string {
	text, _ := o.values[key].(string)
	return text
}

func (o object) shape() string { return strings.Join(o.keys, " ") }

// check holds every span in the object, and in the objects inside it, to the
// text. A span is a pair of keys "…char_start" and "…char_end", with the text
// that it slices beside it.
func (o object) check(text string) string {
	for _, key := range o.keys {
		prefix, isStart := strings.CutSuffix(key, "char_start")
		if isStart && o.values[key] != nil {
			want := o.sliced(prefix)
			if got := sliceRunes(text, o.number(key), o.number(prefix+"char_end")); got != want {
				return fmt.Sprintf("%s: code points slice to %q, the record says %q", key, got, want)
			}
		}
		prefix, isStart = strings.CutSuffix(key, "byte_start")
		if isStart && o.values[key] != nil {
			want := o.sliced(prefix)
			if got := sliceBytes(text, o.number(key), o.number(prefix+"byte_end")); got != want {
				return fmt.Sprintf("%s: bytes slice to %q, the record says %q", key, got, want)
			}
		}
		if problem := checkInside(o.values[key], text); problem != "" {
			return key + ": " + problem
		}
	}
	return ""
}

func checkInside(value any, text string) string {
	switch value := value.(type) {
	case object:
		return value.check(text)
	case []any:
		shape := ""
		for i, item := range value {
			inner, ok := item.(object)
			if !ok {
				continue
			}
			if i == 0 {
				shape = inner.shape()
			}
			if got := inner.shape(); got != shape {
				return fmt.Sprintf("item %d has the keys %s, the first %s", i, got, shape)
			}
			if problem := inner.check(text); problem != "" {
				return problem
			}
		}
	}
	return ""
}

// sliced returns the text that the span whose keys begin with prefix slices:
// under "text", "source_text" or, for the words that attribute, "source_cue".
func (o object) sliced(prefix string) string {
	if prefix == "source_cue_" {
		return o.text("source_cue")
	}
	return o.text(prefix + "text")
}

func (o object) number(key string) int {
	number, _ := o.values[key].(json.Number)
	n, err := number.Int64()
	if err != nil {
		return -1
	}
	return int(n)
}

func sliceRunes(text string, start, end int) string {
	if !utf8.ValidString(text) {
		return "(the text is not UTF-8)"
	}
	runes := []rune(text)
	if start < 0 || end > len(runes) || start > end {
		return "(outside the text)"
	}
	return string(runes[start:end])
}

func sliceBytes(text string, start, end int) string {
	if start < 0 || end > len(text) || start > end {
		return "(outside the text)"
	}
	return text[start:end]
}

// TestCorpusBytes: an editor or a checkout that rewrites line ends would move
// every offset; these articles are there for their bytes.
func TestCorpusBytes(t *testing.T) {
	for name, holds := range map[string]func(string) bool{
		"crlf-bulletin": func(text string) bool {
			return strings.Count(text, "\r\n") == strings.Count(text, "\n") && strings.Contains(text, "\r\n")
		},
		"no-final-newline":       func(text string) bool { return !strings.HasSuffix(text, "\n") },
		"report-cargo-screening": func(text string) bool { return strings.Count(text, "\f") == 2 },
		"odd-scripts":            func(text string) bool { return strings.Contains(text, "e\u0301") && strings.Contains(text, "\u200d") },
	} {
		data, err := os.ReadFile(filepath.Join(corpusFolder, name+".txt"))
		if err != nil {
			t.Fatal(err)
		}
		if !holds(string(data)) {
			t.Errorf("%s.txt has lost the bytes that it is there for", name)
		}
	}
}

// TestDocumentsValidate: on every article, with either engine, each stage
// keeps what it promises.
func TestDocumentsValidate(t *testing.T) {
	for _, engine := range []extractors.Engine{extractors.Native, extractors.Prose} {
		stages, err := extractors.Default(extractors.Options{Engine: engine})
		if err != nil {
			t.Fatal(err)
		}
		chain, err := pipeline.New(stages...)
		if err != nil {
			t.Fatal(err)
		}
		for _, article := range testdata.Articles() {
			t.Run(string(engine)+"/"+article.Name, func(t *testing.T) {
				t.Parallel()
				doc := pipeline.NewDocument(article.Name, article.Text)
				if err := chain.Annotate(t.Context(), doc); err != nil {
					t.Fatal(err)
				}
				if err := doc.Validate(); err != nil {
					t.Fatal(err)
				}
				if doc.Text != article.Text {
					t.Fatal("a stage rewrote the text")
				}
			})
		}
	}
}
