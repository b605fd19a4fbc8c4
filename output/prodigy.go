package output

import (
	"encoding/json"
	"io"
)

// prodigyTask is a line that Prodigy's ner and spans recipes read. Offsets are
// those of Python strings: code points. Keys that Prodigy does not know, it
// keeps.
type prodigyTask struct {
	Text  string        `json:"text"`
	Spans []prodigySpan `json:"spans"`
	Meta  prodigyMeta   `json:"meta"`
}

type prodigySpan struct {
	Start    int    `json:"start"`
	End      int    `json:"end"`
	Label    string `json:"label"`
	ID       string `json:"id,omitempty"`
	Polarity string `json:"polarity,omitempty"`
	Source   string `json:"source,omitempty"`
}

// prodigyMeta is what Prodigy shows below a task.
type prodigyMeta struct {
	Path     string `json:"path"`
	DocID    string `json:"doc_id"`
	Sentence *int   `json:"sentence,omitempty"`
}

func writeProdigy(out io.Writer, docs []*StoredDocument) error {
	lines := newJSONEncoder(out)
	return eachPassage(docs, func(p *passage) error {
		task := prodigyTask{Text: p.text, Spans: []prodigySpan{}, Meta: prodigyMeta{p.doc.Path, p.doc.ID, p.sentenceIndex()}}
		offsets := NewOffsets(p.text)
		for _, m := range p.marks {
			r := m.record
			task.Spans = append(task.Spans, prodigySpan{offsets.Char(m.start), offsets.Char(m.end), r.label(), r.ID, r.Polarity, r.source()})
		}
		return lines.Encode(task)
	})
}

// eachPassage calls do for every passage of every document.
func eachPassage(docs []*StoredDocument, do func(*passage) error) error {
	for _, doc := range docs {
		all, err := doc.passages()
		if err != nil {
			return err
		}
		for i := range all {
			if err := do(&all[i]); err != nil {
				return err
			}
		}
	}
	return nil
}

// sentenceIndex returns the index of the passage's sentence, nil where the
// passage is a whole document.
func (p *passage) sentenceIndex() *int {
	if p.sentence < 0 {
		return nil
	}
	return &p.sentence
}

// newJSONEncoder returns an encoder of JSON lines that leaves <, > and & as
// they are.
func newJSONEncoder(out io.Writer) *json.Encoder {
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	return encoder
}
