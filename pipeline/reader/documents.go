package reader

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"github.com/purport-nlp/purport/pipeline"
)

// maxBytes bounds one file, and what may come out of a compressed one: more
// is an error, not a machine without memory.
const maxBytes = 256 << 20

// Options say how files become documents.
type Options struct {
	// Format is the format of every file; Auto, or nothing, goes by names.
	Format Format
	// RefDate is the publication date of every document, YYYY-MM-DD, or "".
	RefDate string
	// Stdin is read for the path "-".
	Stdin io.Reader
	// Jobs is how many documents are read at once at most; 0 is 1.
	Jobs int
}

// Reader reads documents. It is safe for concurrent use.
type Reader struct {
	Options
	pdf pdfReader
}

// New returns a reader. Close it when the last document is read.
func New(options Options) *Reader {
	return &Reader{Options: options, pdf: pdfReader{jobs: max(options.Jobs, 1)}}
}

// Close lets go of what reading took.
func (r *Reader) Close() { r.pdf.close() }

// Documents yields the documents of the files, in order: one a file, but one
// a line for JSON lines. Nothing is read before its turn comes.
func (r *Reader) Documents(files []File) iter.Seq[pipeline.Input] {
	return func(yield func(pipeline.Input) bool) {
		for _, file := range files {
			if file.Err != nil {
				if !yield(failed{file.Path, file.Err}) {
					return
				}
				continue
			}
			if r.formatOf(file.Path) == JSONL {
				if !r.lines(file.Path, yield) {
					return
				}
				continue
			}
			if !yield(whole{file.Path, r}) {
				return
			}
		}
	}
}

// Read reads one file as Documents does. A path of JSON lines is an error: it
// holds many documents.
func (r *Reader) Read(ctx context.Context, path string) (*pipeline.Document, error) {
	if r.formatOf(path) == JSONL {
		return nil, coded("many", "a file of JSON lines holds many documents")
	}
	return whole{path, r}.Load(ctx)
}

// formatOf returns the format to read path in; Auto where its bytes decide.
func (o Options) formatOf(path string) Format {
	switch {
	case o.Format != "" && o.Format != Auto:
		return o.Format
	case path == Stdin:
		return Text
	}
	if format := formatOfName(path); format != "" {
		return format
	}
	return Auto
}

// failed is an input that is known not to be readable.
type failed struct {
	path string
	err  error
}

func (f failed) Path() string { return f.path }

func (f failed) Load(context.Context) (*pipeline.Document, error) { return nil, f.err }

// whole is a file that is one document.
type whole struct {
	path   string
	reader *Reader
}

func (w whole) Path() string { return w.path }

// Load reads and decodes the file.
func (w whole) Load(ctx context.Context) (*pipeline.Document, error) {
	data, err := w.reader.bytes(w.path)
	if err != nil {
		return nil, err
	}
	format := w.reader.formatOf(w.path)
	if format == Auto {
		format = formatOfBytes(data)
	}
	article, err := w.reader.parse(ctx, format, data)
	if err != nil {
		return nil, err
	}
	return w.reader.document(w.path, format, article), nil
}

// article is what a format's parser finds in a file.
type article struct {
	text, encoding string
	title          string
	// published is a date of the metadata, YYYY-MM-DD, or "".
	published string
	// breaks is markup that stands in the text.
	breaks []pipeline.Break
}

// parse is the table of what reads which format.
func (r *Reader) parse(ctx context.Context, format Format, data []byte) (article, error) {
	switch format {
	case Markdown:
		return readMarkdown(data)
	case HTML:
		return readHTML(data)
	case PDF:
		return r.pdf.read(ctx, data)
	case DOCX:
		return readDOCX(data)
	}
	return readText(data)
}

func readText(data []byte) (article, error) {
	text, encoding, err := decode(data)
	return article{text: text, encoding: encoding}, err
}

// document makes a document of an article and settles its date: the flag goes
// before the metadata, and these before the file's name.
func (o Options) document(path string, format Format, a article) *pipeline.Document {
	doc := pipeline.NewDocument(path, a.text)
	doc.Format, doc.Encoding, doc.Title, doc.Breaks = string(format), a.encoding, a.title, a.breaks
	switch fromName := publishedFromName(path); {
	case o.RefDate != "":
		doc.Published, doc.PublishedBasis = o.RefDate, pipeline.PublishedFlag
	case a.published != "":
		doc.Published, doc.PublishedBasis = a.published, pipeline.PublishedMetadata
	case fromName != "":
		doc.Published, doc.PublishedBasis = fromName, pipeline.PublishedFilename
	}
	return doc
}

// open opens a path, or standard input, and undoes a compression that its
// name shows.
func (o Options) open(path string) (io.ReadCloser, error) {
	var file io.ReadCloser = io.NopCloser(o.Stdin)
	if path != Stdin {
		opened, err := os.Open(filepath.FromSlash(path))
		if err != nil {
			return nil, fileError(err)
		}
		file = opened
	}
	if !strings.HasSuffix(strings.ToLower(path), gzipSuffix) {
		return file, nil
	}
	unpacked, err := gzip.NewReader(file)
	if err != nil {
		file.Close()
		return nil, coded("malformed", "not a gzip file: %v", err)
	}
	return struct {
		io.Reader
		io.Closer
	}{unpacked, file}, nil
}

// bytes reads a whole file within the limit.
func (o Options) bytes(path string) ([]byte, error) {
	file, err := o.open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var data bytes.Buffer
	if opened, ok := file.(*os.File); ok {
		if info, err := opened.Stat(); err == nil && info.Size() <= maxBytes {
			data.Grow(int(info.Size()) + bytes.MinRead)
		}
	}
	if _, err := data.ReadFrom(io.LimitReader(file, maxBytes+1)); err != nil {
		if errors.Is(err, gzip.ErrChecksum) || errors.Is(err, gzip.ErrHeader) || errors.Is(err, io.ErrUnexpectedEOF) {
			return nil, coded("malformed", "damaged gzip file: %v", err)
		}
		return nil, fileError(err)
	}
	if data.Len() > maxBytes {
		return nil, coded("too-large", "more than %d MiB", maxBytes>>20)
	}
	return data.Bytes(), nil
}
