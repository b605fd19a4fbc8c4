package output

import (
	"encoding/json"
	"io"
)

// doccanoLine is a line that doccano imports as JSONL into a project for
// sequence labelling. Offsets are code points; further keys become metadata.
type doccanoLine struct {
	Text   string         `json:"text"`
	Labels []doccanoLabel `json:"label"`
	Path   string         `json:"path"`
	DocID  string         `json:"doc_id"`
	Number *int           `json:"sentence,omitempty"`
}

type doccanoLabel struct {
	start, end int
	label      string
}

// MarshalJSON writes a label as doccano has it: [start, end, "label"].
func (l doccanoLabel) MarshalJSON() ([]byte, error) {
	return json.Marshal([]any{l.start, l.end, l.label})
}

func writeDoccano(out io.Writer, docs []*StoredDocument) error {
	lines := newJSONEncoder(out)
	return eachPassage(docs, func(p *passage) error {
		line := doccanoLine{Text: p.text, Labels: []doccanoLabel{}, Path: p.doc.Path, DocID: p.doc.ID, Number: p.sentenceIndex()}
		offsets := NewOffsets(p.text)
		for _, m := range p.marks {
			line.Labels = append(line.Labels, doccanoLabel{offsets.Char(m.start), offsets.Char(m.end), m.record.label()})
		}
		return lines.Encode(line)
	})
}
