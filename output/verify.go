package output

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/purport-nlp/purport/pipeline"
)

// Verify checks one line of records against its document: every span in it,
// however deep, must slice the text to exactly the words that stand beside
// it, in code points and in bytes, and the document's identity must be that
// of the text. It returns how many spans it checked and what is wrong.
func Verify(line []byte, doc *pipeline.Document, offsets *Offsets) (spans int, problems []string) {
	v := verifier{doc: doc, offsets: offsets}
	var record map[string]any
	decoder := json.NewDecoder(bytes.NewReader(line))
	decoder.UseNumber()
	if err := decoder.Decode(&record); err != nil {
		return 0, []string{"not a JSON object: " + err.Error()}
	}
	if id, _ := record["doc_id"].(string); id != doc.ID() {
		return 0, []string{fmt.Sprintf("the document is not the one that was read: its text has the id %s, the record says %s", doc.ID(), id)}
	}
	switch record["record"] {
	case Document.String():
		v.document(record)
	default:
		v.object("", record)
	}
	return v.spans, v.problems
}

type verifier struct {
	doc      *pipeline.Document
	offsets  *Offsets
	spans    int
	problems []string
}

func (v *verifier) problem(where, format string, values ...any) {
	v.problems = append(v.problems, strings.TrimPrefix(where+": ", ": ")+fmt.Sprintf(format, values...))
}

// document checks what a document record says of the text itself.
func (v *verifier) document(record map[string]any) {
	for _, fact := range []struct {
		key  string
		want any
	}{
		{"sha256", v.doc.SHA256},
		{"bytes", json.Number(fmt.Sprint(len(v.doc.Text)))},
		{"chars", json.Number(fmt.Sprint(v.offsets.Chars()))},
	} {
		if record[fact.key] != fact.want {
			v.problem(fact.key, "%v in the record, %v in the document", record[fact.key], fact.want)
		}
	}
	if text, ok := record["text"].(string); ok && text != v.doc.Text {
		v.problem("text", "not the document's")
	}
}

// prefixes are the keys of spans: what stands before "char_start" in them,
// and the key that holds their words.
var prefixes = []struct{ before, text string }{{"", "text"}, {"source_", "source_text"}, {"source_cue_", "source_cue"}}

// object checks the spans of a record or of an object in it.
func (v *verifier) object(where string, object map[string]any) {
	for _, prefix := range prefixes {
		start, exists := object[prefix.before+"char_start"]
		text, isText := object[prefix.text].(string)
		switch {
		case !exists:
		case start == nil && object[prefix.text] == nil:
		case !isText:
			v.problem(where, "%s is not there, but its offsets are", prefix.text)
		default:
			v.span(where, prefix.before, text, object)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(object)) {
		v.value(where+"."+key, object[key])
	}
}

func (v *verifier) value(where string, value any) {
	switch value := value.(type) {
	case map[string]any:
		v.object(strings.TrimPrefix(where, "."), value)
	case []any:
		for i, item := range value {
			v.value(fmt.Sprintf("%s[%d]", where, i), item)
		}
	}
}

// span checks one span in code points and, where they are given, in bytes.
func (v *verifier) span(where, before, text string, object map[string]any) {
	v.spans++
	start, end := whole(object[before+"char_start"]), whole(object[before+"char_end"])
	from, ok1 := v.offsets.Byte(start)
	to, ok2 := v.offsets.Byte(end)
	if !ok1 || !ok2 || from > to {
		v.problem(where, "characters %d:%d lie outside the text of %d", start, end, v.offsets.Chars())
		return
	}
	if got := v.doc.Text[from:to]; got != text {
		v.problem(where, "characters %d:%d are %q, the record says %q", start, end, clip(got), clip(text))
		return
	}
	if _, exists := object[before+"byte_start"]; !exists {
		return
	}
	if first, last := whole(object[before+"byte_start"]), whole(object[before+"byte_end"]); first != from || last != to {
		v.problem(where, "bytes %d:%d, but the characters are bytes %d:%d", first, last, from, to)
	}
}

// whole returns a JSON number as an int, -1 where it is none.
func whole(value any) int {
	number, ok := value.(json.Number)
	if !ok {
		return -1
	}
	n, err := number.Int64()
	if err != nil {
		return -1
	}
	return int(n)
}

// clip shortens text for a message.
func clip(text string) string {
	const most = 60
	if len(text) <= most {
		return text
	}
	end := most
	for !utf8.RuneStart(text[end]) {
		end--
	}
	return text[:end] + "…"
}
