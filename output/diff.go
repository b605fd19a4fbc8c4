package output

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"sort"
	"strings"
)

// Change is one difference between two files of records.
type Change struct {
	// Kind is added, removed, or changed.
	Kind string
	// Path, Text and Sentence say where: the document, the record's words
	// and, where it has one, the index of its sentence.
	Path, Text string
	Sentence   int
	// Facts says what changed, each "level asserted → known" or
	// "span 10:20 → 12:22".
	Facts []string
}

// comparable is a record made ready to be compared.
type comparable struct {
	identity string
	path     string
	text     string
	sentence int
	start    int
	values   map[string]any
	keys     []string
}

// Diff compares two files of records. Records are the same where they have
// the same id (claims) or the same words the same time in the same document
// (others); of these it says what changed. A claim that is gone and one that
// is new count as one that changed where they overlap.
func Diff(golden, new io.Reader) ([]Change, error) {
	before, err := readComparable(golden)
	if err != nil {
		return nil, fmt.Errorf("first file: %w", err)
	}
	after, err := readComparable(new)
	if err != nil {
		return nil, fmt.Errorf("second file: %w", err)
	}
	later := map[string]*comparable{}
	for i := range after {
		later[after[i].identity] = &after[i]
	}
	var gone []*comparable
	var changes []located
	for i := range before {
		old := &before[i]
		match := later[old.identity]
		if match == nil {
			gone = append(gone, old)
			continue
		}
		delete(later, old.identity)
		if facts := differences(old, match); len(facts) > 0 {
			changes = append(changes, locate("changed", match, facts))
		}
	}
	for _, old := range gone {
		if match := overlapping(old, after, later); match != nil {
			delete(later, match.identity)
			changes = append(changes, locate("changed", match, differences(old, match)))
			continue
		}
		changes = append(changes, locate("removed", old, nil))
	}
	for i := range after {
		if later[after[i].identity] == &after[i] {
			changes = append(changes, locate("added", &after[i], nil))
		}
	}
	sort.SliceStable(changes, func(i, j int) bool {
		a, b := changes[i], changes[j]
		return a.Path < b.Path || a.Path == b.Path && a.start < b.start
	})
	all := make([]Change, len(changes))
	for i, change := range changes {
		all[i] = change.Change
	}
	return all, nil
}

type located struct {
	Change
	start int
}

func locate(kind string, record *comparable, facts []string) located {
	return located{Change{Kind: kind, Path: record.path, Text: record.text, Sentence: record.sentence, Facts: facts}, record.start}
}

// overlapping returns the new record of the same document that shares most
// of its words with a gone claim, at least half of the shorter one.
func overlapping(gone *comparable, after []comparable, free map[string]*comparable) *comparable {
	if gone.values["record"] != Claim.String() {
		return nil
	}
	var best *comparable
	most := 0.5
	for i := range after {
		candidate := &after[i]
		if candidate.path != gone.path || free[candidate.identity] != candidate {
			continue
		}
		if share := Overlap(gone.text, candidate.text); share > most {
			best, most = candidate, share
		}
	}
	return best
}

// differences says which values of two records are not the same, offsets
// together as one.
func differences(old, new *comparable) []string {
	var facts []string
	moved := false
	for _, key := range new.keys {
		if isOffset(key) {
			moved = moved || !strings.Contains(key, "_char_") && !sameValue(old.values[key], new.values[key])
			continue
		}
		switch key {
		case "id", "doc_id", "context_before", "context_after", "sentence_text", "text", "sentence", "index", "paragraph", "entity_id":
			continue
		}
		if !sameValue(old.values[key], new.values[key]) {
			facts = append(facts, key+" "+short(old.values[key])+" → "+short(new.values[key]))
		}
	}
	if moved {
		facts = append(facts, fmt.Sprintf("span %v:%v → %v:%v", old.values["char_start"], old.values["char_end"], new.values["char_start"], new.values["char_end"]))
	}
	return facts
}

func isOffset(key string) bool {
	return strings.HasSuffix(key, "char_start") || strings.HasSuffix(key, "char_end") || key == "byte_start" || key == "byte_end"
}

// sameValue compares two values, passing over where spans inside them stand:
// that text before them grew changes nothing in what is said.
func sameValue(a, b any) bool { return canonical(a) == canonical(b) }

func canonical(value any) string {
	text, _ := json.Marshal(withoutOffsets(value))
	return string(text)
}

func withoutOffsets(value any) any {
	switch value := value.(type) {
	case map[string]any:
		kept := map[string]any{}
		for key, inner := range value {
			if !isOffset(key) && key != "id" {
				kept[key] = withoutOffsets(inner)
			}
		}
		return kept
	case []any:
		kept := make([]any, len(value))
		for i, inner := range value {
			kept[i] = withoutOffsets(inner)
		}
		return kept
	}
	return value
}

// short shows a value in a few words: a list by the texts in it.
func short(value any) string {
	switch value := value.(type) {
	case nil:
		return "null"
	case []any:
		var texts []string
		for _, item := range value {
			texts = append(texts, short(item))
		}
		return "[" + strings.Join(texts, ", ") + "]"
	case map[string]any:
		if text, ok := value["text"].(string); ok {
			return clip(strings.Join(strings.Fields(text), " "))
		}
		return canonical(value)
	case string:
		return clip(value)
	}
	return fmt.Sprint(value)
}

// readComparable reads records and gives each its identity.
func readComparable(in io.Reader) ([]comparable, error) {
	var all []comparable
	seen := map[string]int{}
	err := Scan(in, func(_ int, line []byte) error {
		decoder := json.NewDecoder(bytes.NewReader(line))
		decoder.UseNumber()
		record := comparable{}
		if err := decoder.Decode(&record.values); err != nil {
			return fmt.Errorf("this is no record of purport: %w", err)
		}
		kind, _ := record.values["record"].(string)
		if kind == "" {
			return fmt.Errorf("this is no record of purport")
		}
		record.path, _ = record.values["path"].(string)
		record.text = textOf(kind, record.values)
		record.sentence, record.start = whole(record.values["sentence"]), whole(record.values["char_start"])
		record.keys = keysOf(kind, record.values)
		record.identity = kind + "\x00" + record.path + "\x00"
		if id, ok := record.values["id"].(string); ok && kind == Claim.String() {
			record.identity += id
		} else {
			record.identity += record.text
			seen[record.identity]++
			record.identity += fmt.Sprintf("\x00%d", seen[record.identity])
		}
		all = append(all, record)
		return nil
	})
	return all, err
}

// textOf returns what a record is recognised by and shown as.
func textOf(kind string, values map[string]any) string {
	for _, key := range []string{"claim_text", "clean_text", "text", "message"} {
		if text, ok := values[key].(string); ok && kind != Document.String() {
			return strings.Join(strings.Fields(text), " ")
		}
	}
	return ""
}

// keysOf returns the keys of a kind of record in their order.
func keysOf(kind string, values map[string]any) []string {
	var keys []string
	if parsed, err := ParseKind(kind); err == nil {
		for _, f := range recordValue(parsed).fields {
			if _, exists := values[f.name]; exists {
				keys = append(keys, f.name)
			}
		}
	}
	return keys
}
