package output

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/purport-nlp/purport/pipeline"
)

// The files of an output folder beside one a kind of record.
const (
	// runFile says what was run and what came of it. It is written last: a
	// folder without it holds an unfinished run.
	runFile = "run.json"
	// indexFile has a line for each document done, in order, saying how many
	// bytes of each file are its records. Resuming and merging read it.
	indexFile = ".index.jsonl"
	// earlierDir holds what a resumed run found, until it is done.
	earlierDir = ".earlier"
)

// Settings are the choices that the records of a run depend on, and nothing
// that they do not. Two outputs with equal settings can be joined.
type Settings struct {
	Version     string   `json:"version"`
	Schema      int      `json:"schema"`
	Engine      string   `json:"engine"`
	RefDate     *string  `json:"ref_date"`
	DayFirst    bool     `json:"day_first"`
	InputFormat string   `json:"input_format"`
	Emit        []string `json:"emit"`
	WithText    bool     `json:"with_text"`
}

func (s Settings) equal(other Settings) bool {
	a, _ := json.Marshal(s)
	b, _ := json.Marshal(other)
	return bytes.Equal(a, b)
}

// Summary is what run.json holds: no clock, and nothing of the machine.
type Summary struct {
	Settings
	Limit *int    `json:"limit"`
	Shard *string `json:"shard"`
	// Documents counts those read, Failed those that yielded an error.
	Documents int            `json:"documents"`
	Failed    int            `json:"failed"`
	Records   map[string]int `json:"records"`
}

// entry is one line of the index: a document and how many bytes of each file
// are its records.
type entry struct {
	Path string `json:"path"`
	// Key identifies what the records were made from.
	Key    string  `json:"key"`
	Failed bool    `json:"failed"`
	Bytes  []int64 `json:"bytes"`
}

// Folder writes one file a kind of record, errors included, and run.json.
type Folder struct {
	dir     string
	kinds   []Kind // Error is the last
	files   []*os.File
	outs    []*bufio.Writer
	index   *bufio.Writer
	indexed *os.File
	pending int
	summary Summary
	earlier *earlier
}

// maxPending is how many documents may be done and not yet in the files: what
// a run that is killed loses at most.
const maxPending = 64

// CreateFolder starts an output folder for records of the kinds. What an
// earlier run left there is removed, or, with resume, kept at hand, so that
// documents that it completed need not be done again.
func CreateFolder(dir string, kinds []Kind, summary Summary, resume bool) (*Folder, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	f := &Folder{dir: dir, kinds: append(append([]Kind{}, kinds...), Error), summary: summary}
	f.summary.Records = map[string]int{}
	for _, kind := range f.kinds {
		f.summary.Records[kind.Plural()] = 0
	}
	var err error
	if resume {
		f.earlier, err = setAside(dir, f.kinds, summary.Settings)
	} else {
		err = removeRun(dir)
	}
	if err != nil {
		return nil, err
	}
	return f, f.create()
}

func (f *Folder) create() error {
	for _, kind := range f.kinds {
		file, err := os.Create(filepath.Join(f.dir, kind.FileName()))
		if err != nil {
			return err
		}
		f.files = append(f.files, file)
		f.outs = append(f.outs, bufio.NewWriterSize(file, 1<<16))
	}
	var err error
	if f.indexed, err = os.Create(filepath.Join(f.dir, indexFile)); err != nil {
		return err
	}
	f.index = bufio.NewWriter(f.indexed)
	return json.NewEncoder(f.index).Encode(f.summary.Settings)
}

// removeRun removes the files of an earlier run, and no others.
func removeRun(dir string) error {
	names := []string{runFile, indexFile}
	for kind := Kind(0); kind < kindCount; kind++ {
		names = append(names, kind.FileName())
	}
	for _, name := range names {
		if err := os.Remove(filepath.Join(dir, name)); err != nil && !errors.Is(err, os.ErrNotExist) {
			return err
		}
	}
	return os.RemoveAll(filepath.Join(dir, earlierDir))
}

// Done returns where the records of doc are, if an earlier run left them, or
// nil. It may be called from several goroutines.
func (f *Folder) Done(doc *pipeline.Document) *Earlier { return f.earlier.find(doc) }

// Write writes what one document yields.
func (f *Folder) Write(path, key string, records Records) error {
	for len(records) < len(f.kinds) { // it has no error records
		records = append(records, nil)
	}
	return f.write(entry{Path: path, Key: key}, records)
}

// Fail writes the error record of a document that failed.
func (f *Folder) Fail(failure *pipeline.DocError) error {
	records := make(Records, len(f.kinds))
	records[len(records)-1] = AppendError(nil, failure)
	f.summary.Failed++
	return f.write(entry{Path: failure.Path, Failed: true}, records)
}

// write writes the records of all kinds and notes the document as done.
func (f *Folder) write(line entry, records Records) error {
	line.Bytes = make([]int64, len(f.kinds))
	for i, lines := range records {
		if _, err := f.outs[i].Write(lines); err != nil {
			return err
		}
		line.Bytes[i] = int64(len(lines))
		f.summary.Records[f.kinds[i].Plural()] += bytes.Count(lines, []byte{'\n'})
	}
	return f.done(line)
}

func (f *Folder) done(line entry) error {
	f.summary.Documents++
	text, err := json.Marshal(line)
	if err != nil {
		return err
	}
	f.index.Write(append(text, '\n'))
	if f.pending++; f.pending < maxPending {
		return nil
	}
	return f.flush()
}

// flush brings the records to the files before the index says they are there.
func (f *Folder) flush() error {
	f.pending = 0
	for _, out := range f.outs {
		if err := out.Flush(); err != nil {
			return err
		}
	}
	return f.index.Flush()
}

// Commit ends a run that is done: run.json is written.
func (f *Folder) Commit() error {
	if err := f.Abort(); err != nil {
		return err
	}
	f.earlier.close()
	if err := os.RemoveAll(filepath.Join(f.dir, earlierDir)); err != nil {
		return err
	}
	return writeJSON(filepath.Join(f.dir, runFile), f.summary)
}

// Abort ends a run that is not done: what was complete is in the files.
func (f *Folder) Abort() error {
	err := f.flush()
	for _, file := range append(f.files, f.indexed) {
		err = errors.Join(err, file.Close())
	}
	return err
}

func writeJSON(name string, value any) error {
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(value); err != nil {
		return err
	}
	if err := os.WriteFile(name, text.Bytes(), 0o644); err != nil {
		return fmt.Errorf("cannot write the summary: %w", err)
	}
	return nil
}
