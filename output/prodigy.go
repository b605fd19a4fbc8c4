package output

import (
	"encoding/json"
	"io"
)

// prodigyTask is a line that Prodigy's ner and spans recipes read. Offsets are
// those of Python strings: code points. Its own tokens come with it, for Prodigy
// refuses a span that does not begin and end with one. Keys that Prodigy does
// not know, it keeps.
type prodigyTask struct {
	Text   string         `json:"text"`
	Spans  []prodigySpan  `json:"spans"`
	Tokens []prodigyToken `json:"tokens"`
	Meta   prodigyMeta    `json:"meta"`
}

// prodigySpan says where a mark is, its last token included.
type prodigySpan struct {
	Start    int    `json:"start"`
	End      int    `json:"end"`
	First    int    `json:"token_start"`
	Last     int    `json:"token_end"`
	Label    string `json:"label"`
	ID       string `json:"id,omitempty"`
	Polarity string `json:"polarity,omitempty"`
	Source   string `json:"source,omitempty"`
}

type prodigyToken struct {
	Text  string `json:"text"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	ID    int    `json:"id"`
	Space bool   `json:"ws"`
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
		offsets := NewOffsets(p.text)
		task := prodigyTask{Text: p.text, Spans: []prodigySpan{}, Tokens: prodigyTokens(p, offsets), Meta: prodigyMeta{p.doc.Path, p.doc.ID, p.sentenceIndex()}}
		for _, m := range p.marks {
			task.Spans = append(task.Spans, prodigySpanOf(m, task.Tokens, offsets))
		}
		return lines.Encode(task)
	})
}

func prodigySpanOf(m mark, tokens []prodigyToken, offsets *Offsets) prodigySpan {
	r := m.record
	span := prodigySpan{Start: offsets.Char(m.start), End: offsets.Char(m.end), Label: r.label(), ID: r.ID, Polarity: r.Polarity, Source: r.source()}
	for i, token := range tokens {
		if token.Start <= span.Start {
			span.First = i
		}
		if token.Start < span.End {
			span.Last = i
		}
	}
	return span
}

// prodigyTokens returns tokens that together make up the passage, as spaCy has
// it: one space after a token belongs to it, further white space is a token.
func prodigyTokens(p *passage, offsets *Offsets) []prodigyToken {
	all := []prodigyToken{}
	add := func(start, end int) {
		if start < end {
			all = append(all, prodigyToken{Text: p.text[start:end], Start: offsets.Char(start), End: offsets.Char(end), ID: len(all)})
		}
	}
	at := 0
	space := func(to int) {
		if len(all) > 0 && at < to && p.text[at] == ' ' {
			all[len(all)-1].Space = true
			at++
		}
		add(at, to)
		at = to
	}
	for _, token := range p.tokens(p.sentenceEdges()) {
		space(token.start)
		add(token.start, token.end)
		at = token.end
	}
	space(len(p.text))
	return all
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
