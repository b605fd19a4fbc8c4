package output

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
)

// ExportFormat is a format of another tool that records can be written in.
type ExportFormat struct {
	// Name is what --to takes, About one line on what it is.
	Name, About string
	// raw says that the lines of the records are needed as they are.
	raw bool
	// shows are the kinds of record that the format has a place for.
	shows []Kind
	// write writes all documents as one file; nil where the tool wants files
	// of their own for each document, which are then in each.
	write func(out io.Writer, docs []*StoredDocument) error
	each  []documentFile
	// beside are files that a folder of documents needs once, by name.
	beside map[string]string
}

// documentFile is one of the files that a document becomes.
type documentFile struct {
	ending string
	write  func(out io.Writer, doc *StoredDocument) error
}

// spanKinds are the kinds that mark words in a text. Sentences mark none, but
// are text to mark words in.
var spanKinds = []Kind{Claim, Entity, Date, Quote, Sentence}

// ExportFormats returns the table of formats, in the order in which they are
// listed to users.
func ExportFormats() []ExportFormat {
	return []ExportFormat{
		{Name: "prodigy", About: "Prodigy: JSON lines, a task each; offsets in code points", shows: spanKinds, write: writeProdigy},
		{Name: "label-studio", About: "Label Studio: a JSON list of tasks with predictions; code points", shows: spanKinds, write: writeLabelStudio},
		{Name: "doccano", About: "doccano: JSON lines for sequence labelling; code points", shows: spanKinds, write: writeDoccano},
		{Name: "brat", About: "brat: a .txt and an .ann file a document; code points", shows: spanKinds,
			each: []documentFile{{".txt", writeBratText}, {".ann", writeBratAnnotations}}, beside: map[string]string{"annotation.conf": bratConf}},
		{Name: "webanno", About: "WebAnno and INCEpTION: a TSV 3.3 file a document; UTF-16 units", shows: spanKinds,
			each: []documentFile{{".tsv", writeWebAnno}}},
		{Name: "conllu", About: "CoNLL-U (Universal Dependencies), from token records", shows: []Kind{Token}, write: writeCoNLLU},
		{Name: "w3c", About: "W3C Web Annotation: a JSON-LD page of annotations; code points", shows: []Kind{Claim, Entity, Date, Quote}, write: writeWebAnnotations},
		{Name: "csv", About: "a table, a row a record (RFC 4180), safe to open in a spreadsheet", raw: true, shows: append(Kinds(), Error), write: writeCSV},
		{Name: "html", About: "a page to read and review in a browser, with nothing to load", shows: []Kind{Claim, Entity, Date, Quote}, write: writeHTML},
	}
}

// ParseExportFormat returns the format called name.
func ParseExportFormat(name string) (ExportFormat, error) {
	formats := ExportFormats()
	names := make([]string, len(formats))
	for i, format := range formats {
		if format.Name == name {
			return format, nil
		}
		names[i] = format.Name
	}
	return ExportFormat{}, fmt.Errorf("there is no format %q: it is one of %s", name, strings.Join(names, ", "))
}

// Keeps reports whether the format keeps records of the kind at hand: those
// that it shows, and those that only lend it text and words.
func (f ExportFormat) keeps(kind Kind) bool {
	return slices.Contains(f.shows, kind) || kind == Sentence || kind == Token || kind == Document
}

// PerDocument reports whether the tool wants files of their own for each
// document, so that several documents need a folder.
func (f ExportFormat) PerDocument() bool { return f.write == nil }

// FilesPerDocument returns how many files a document becomes, 0 where all
// documents are in one.
func (f ExportFormat) FilesPerDocument() int { return len(f.each) }

// Bytes returns the documents in the format, as one file.
func (f ExportFormat) Bytes(docs []*StoredDocument) ([]byte, error) {
	var out bytes.Buffer
	switch {
	case f.write != nil:
		err := f.write(&out, docs)
		return out.Bytes(), err
	case len(f.each) > 1:
		return nil, fmt.Errorf("%s wants %d files a document: give --out-dir", f.Name, len(f.each))
	case len(docs) > 1:
		return nil, fmt.Errorf("%s holds one document a file, and here are %d: give --out-dir", f.Name, len(docs))
	}
	for _, doc := range docs {
		if err := f.each[0].write(&out, doc); err != nil {
			return nil, err
		}
	}
	return out.Bytes(), nil
}
