package output

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// writeCSV writes records of one kind as a table (RFC 4180): the keys in the
// order of the schema, a row a record. An object shows as its text, a list as
// the texts in it, divided by "; ".
func writeCSV(out io.Writer, docs []*StoredDocument) error {
	kind, err := onlyKind(docs)
	if err != nil {
		return err
	}
	var header []string
	for _, f := range recordValue(kind).fields {
		header = append(header, f.name)
	}
	if err := writeRow(out, header); err != nil {
		return err
	}
	for _, doc := range docs {
		for _, record := range doc.records {
			var values map[string]any
			decoder := json.NewDecoder(bytes.NewReader(record.line))
			decoder.UseNumber()
			if err := decoder.Decode(&values); err != nil {
				return err
			}
			row := make([]string, len(header))
			for i, name := range header {
				row[i] = cell(values[name])
			}
			if err := writeRow(out, row); err != nil {
				return err
			}
		}
	}
	return nil
}

// onlyKind returns the one kind that the records are of.
func onlyKind(docs []*StoredDocument) (Kind, error) {
	kind := Claim
	for i, doc := range docs {
		for j, record := range doc.records {
			if i == 0 && j == 0 {
				kind = record.kind
			}
			if record.kind != kind {
				return kind, fmt.Errorf("a table holds one kind of record, and here are %s and %s", kind.Plural(), record.kind.Plural())
			}
		}
	}
	return kind, nil
}

// writeRow writes a row that ends as the RFC has it, with CR LF. The writer of
// the standard library would turn line breaks inside cells into CR LF as well,
// and a text would no longer be what it is in the document.
func writeRow(out io.Writer, cells []string) error {
	var row bytes.Buffer
	writer := csv.NewWriter(&row)
	writer.Write(cells)
	writer.Flush()
	row.Truncate(row.Len() - len("\n"))
	row.WriteString("\r\n")
	_, err := out.Write(row.Bytes())
	return err
}

// cell returns a value as a cell shows it.
func cell(value any) string {
	switch value := value.(type) {
	case nil:
		return ""
	case string:
		return safeCell(value)
	case map[string]any:
		if text, ok := value["text"].(string); ok {
			return safeCell(text)
		}
		object, _ := json.Marshal(value) // it came from JSON
		return string(object)
	case []any:
		var texts []string
		for _, item := range value {
			texts = append(texts, cell(item))
		}
		return strings.Join(texts, "; ")
	}
	return fmt.Sprint(value)
}

// safeCell puts an apostrophe before text that a spreadsheet would run as a
// formula: a document must not be able to do that to whoever reads it.
func safeCell(text string) string {
	if text != "" && strings.ContainsRune("=+-@\t\r", rune(text[0])) {
		return "'" + text
	}
	return text
}
