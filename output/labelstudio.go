package output

import (
	"fmt"
	"io"
)

// labelStudioTask is a task of Label Studio with what purport found as its
// prediction. The names "label" and "text" are those of Label Studio's own
// template for named entities, so that the regions fit its <Labels name="label"
// toName="text"> and <Text name="text" value="$text"/>. Since version 1.5 its
// offsets count code points.
type labelStudioTask struct {
	Data        labelStudioData         `json:"data"`
	Predictions []labelStudioPrediction `json:"predictions"`
}

type labelStudioData struct {
	Text     string `json:"text"`
	Path     string `json:"path"`
	DocID    string `json:"doc_id"`
	Sentence *int   `json:"sentence,omitempty"`
}

type labelStudioPrediction struct {
	Model   string              `json:"model_version"`
	Regions []labelStudioRegion `json:"result"`
}

type labelStudioRegion struct {
	ID    string           `json:"id"`
	From  string           `json:"from_name"`
	To    string           `json:"to_name"`
	Type  string           `json:"type"`
	Value labelStudioValue `json:"value"`
	Score float64          `json:"score,omitempty"`
	Meta  *labelStudioMeta `json:"meta,omitempty"`
}

type labelStudioValue struct {
	Start  int      `json:"start"`
	End    int      `json:"end"`
	Text   string   `json:"text"`
	Labels []string `json:"labels"`
}

// labelStudioMeta is shown beside a region when it is selected.
type labelStudioMeta struct {
	Text []string `json:"text"`
}

func writeLabelStudio(out io.Writer, docs []*StoredDocument) error {
	tasks := []labelStudioTask{}
	err := eachPassage(docs, func(p *passage) error {
		task := labelStudioTask{Data: labelStudioData{p.text, p.doc.Path, p.doc.ID, p.sentenceIndex()}}
		prediction := labelStudioPrediction{Model: "purport", Regions: []labelStudioRegion{}}
		offsets := NewOffsets(p.text)
		for i, m := range p.marks {
			prediction.Regions = append(prediction.Regions, p.region(i, m, offsets))
		}
		task.Predictions = []labelStudioPrediction{prediction}
		tasks = append(tasks, task)
		return nil
	})
	if err != nil {
		return err
	}
	encoder := newJSONEncoder(out)
	encoder.SetIndent("", " ")
	return encoder.Encode(tasks)
}

func (p *passage) region(i int, m mark, offsets *Offsets) labelStudioRegion {
	region := labelStudioRegion{
		ID: fmt.Sprintf("%s%d", m.record.kind, i), From: "label", To: "text", Type: "labels", Score: m.record.Score,
		Value: labelStudioValue{offsets.Char(m.start), offsets.Char(m.end), p.text[m.start:m.end], []string{m.record.label()}},
	}
	if m.record.kind == Claim {
		region.ID = m.record.ID
	}
	if notes := m.record.allNotes(); len(notes) > 0 {
		region.Meta = &labelStudioMeta{notes}
	}
	return region
}

// allNotes say in words what a label leaves out.
func (r *StoredRecord) allNotes() []string {
	if r.Polarity == "" {
		return r.notes()
	}
	return append([]string{"polarity: " + r.Polarity}, r.notes()...)
}

// notes are allNotes for tools that have a place for polarity.
func (r *StoredRecord) notes() []string {
	var notes []string
	for _, note := range []struct{ name, value string }{{"source", r.source()}, {"name", r.Name}, {"value", r.Value}} {
		if note.value != "" {
			notes = append(notes, note.name+": "+folded(note.value))
		}
	}
	return notes
}
