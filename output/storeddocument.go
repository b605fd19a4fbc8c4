package output

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"

	"github.com/purport-nlp/purport/pipeline"
)

// StoredRecord is a record of any kind that was read back, as far as other
// tools can show it. Absent text is "".
type StoredRecord struct {
	ClaimRecord
	Schema    int    `json:"schema"`
	Index     int    `json:"index"`
	CleanText string `json:"clean_text"`
	Label     string `json:"label"`
	Name      string `json:"name"`
	Type      string `json:"type"`
	Value     string `json:"value"`
	Lemma     string `json:"lemma"`
	UPOS      string `json:"upos"`
	XPOS      string `json:"xpos"`
	Head      *int   `json:"head"`
	Deprel    string `json:"deprel"`

	kind Kind
	line []byte
}

// StoredDocument is a document as its records tell of it.
type StoredDocument struct {
	Path, ID string
	records  []*StoredRecord
	// text is the whole text where it is known.
	text  string
	known bool
}

// Collection gathers records by document. Its documents stand in the order in
// which records first named them, whatever files they came from.
type Collection struct {
	Documents []*StoredDocument
	at        map[[2]string]*StoredDocument
	format    ExportFormat
	shown     int
	seen      []Kind
}

// NewCollection returns a collection of what the format needs.
func NewCollection(format ExportFormat) *Collection {
	return &Collection{at: map[[2]string]*StoredDocument{}, format: format}
}

// Read adds the records of a file. An error names the line.
func (c *Collection) Read(in io.Reader) error {
	return Scan(in, func(_ int, line []byte) error {
		record, err := parseRecord(line)
		if err != nil {
			return err
		}
		if !slices.Contains(c.seen, record.kind) {
			c.seen = append(c.seen, record.kind)
		}
		if c.format.raw {
			record.line = slices.Clone(line)
		}
		if c.format.keeps(record.kind) {
			c.add(record)
		}
		return nil
	})
}

func (c *Collection) add(record *StoredRecord) {
	key := [2]string{record.Path, record.DocID}
	doc := c.at[key]
	if doc == nil {
		doc = &StoredDocument{Path: record.Path, ID: record.DocID}
		c.at[key] = doc
		c.Documents = append(c.Documents, doc)
	}
	if record.kind == Document && record.Text != "" {
		doc.text, doc.known = record.Text, true
	}
	doc.records = append(doc.records, record)
	if slices.Contains(c.format.shows, record.kind) {
		c.shown++
	}
}

// Check says what is wrong where the records are of no use to the format.
func (c *Collection) Check() error {
	if c.shown > 0 || len(c.seen) == 0 {
		return nil
	}
	var wanted string
	for i, kind := range c.format.shows {
		if i > 0 {
			wanted += ", "
		}
		wanted += kind.Plural()
	}
	return fmt.Errorf("%s cannot show records of kind %s; it takes %s (purport extract --emit)", c.format.Name, c.seen[0], wanted)
}

// parseRecord reads one line and refuses what purport did not write.
func parseRecord(line []byte) (*StoredRecord, error) {
	record := &StoredRecord{}
	if err := json.Unmarshal(line, record); err != nil {
		return nil, fmt.Errorf("this is no record of purport: %w", err)
	}
	kind, err := ParseKind(record.Record)
	if err != nil || record.Record != kind.String() {
		return nil, fmt.Errorf(`this is no record of purport: its "record" is %q`, record.Record)
	}
	if record.Schema != Schema {
		return nil, fmt.Errorf("the record has schema %d; this purport reads %d", record.Schema, Schema)
	}
	record.kind = kind
	return record, record.check()
}

// check holds a record with a span to having one.
func (r *StoredRecord) check() error {
	switch {
	case r.kind == Document || r.kind == Error:
		return nil
	case r.Text == "":
		return fmt.Errorf("a %s record without text", r.kind)
	case r.CharStart < 0 || r.CharEnd <= r.CharStart:
		return fmt.Errorf("a %s record whose characters %d:%d are no span", r.kind, r.CharStart, r.CharEnd)
	}
	return nil
}

// SetText gives a document its text, which must be the one its records were
// made from.
func (d *StoredDocument) SetText(text string) error {
	if id := pipeline.NewDocument(d.Path, text).ID(); id != d.ID {
		return fmt.Errorf("the document is not the one that was read: its text has the id %s, the records say %s", id, d.ID)
	}
	d.text, d.known = text, true
	return nil
}

// of returns the document's records of a kind.
func (d *StoredDocument) of(kind Kind) []*StoredRecord {
	var some []*StoredRecord
	for _, record := range d.records {
		if record.kind == kind {
			some = append(some, record)
		}
	}
	return some
}

// isSpan reports whether the record marks words in a text.
func (r *StoredRecord) isSpan() bool {
	return r.kind == Claim || r.kind == Entity || r.kind == Date || r.kind == Quote
}

// label is what another tool calls the record's span: a claim by its level.
func (r *StoredRecord) label() string {
	switch r.kind {
	case Claim:
		return r.Level
	case Entity:
		return r.Label
	case Date:
		return r.Type
	}
	return r.kind.String()
}

// source is who stands behind a claim or quote, "" for the author.
func (r *StoredRecord) source() string {
	if r.SourceKind == string(pipeline.SourceAuthor) {
		return ""
	}
	return orElse(r.SourceName, orElse(r.SourceText, r.SourceKind))
}
