package reader

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"

	"github.com/purport-nlp/purport/pipeline"
)

// maxLine bounds one line of JSON.
const maxLine = 64 << 20

// lines yields the documents of a file of JSON lines, reading it as they are
// asked for. It returns false where the consumer wants no more.
func (o *Reader) lines(path string, yield func(pipeline.Input) bool) bool {
	file, err := o.open(path)
	if err != nil {
		return yield(failed{path, err})
	}
	defer file.Close()
	in := bufio.NewReaderSize(file, 1<<16)
	for number := 1; ; number++ {
		line, err := readLine(in)
		where := path + ":" + strconv.Itoa(number)
		var tooLong *codedError
		switch {
		case errors.As(err, &tooLong):
			if !yield(failed{where, tooLong}) {
				return false
			}
			continue
		case err != nil && err != io.EOF:
			return yield(failed{where, fileError(err)})
		}
		if number == 1 {
			line = bytes.TrimPrefix(line, []byte("\xEF\xBB\xBF"))
		}
		if trimmed := bytes.TrimSpace(line); len(trimmed) > 0 {
			if !yield(o.parseLine(where, number, trimmed)) {
				return false
			}
		}
		if err == io.EOF {
			return true
		}
	}
}

// readLine returns the next line in memory of its own. A line beyond the
// limit is read to its end and reported.
func readLine(in *bufio.Reader) ([]byte, error) {
	var line []byte
	for {
		part, err := in.ReadSlice('\n')
		if len(line) <= maxLine {
			line = append(line, part...)
		}
		if err == bufio.ErrBufferFull {
			continue
		}
		if len(line) > maxLine {
			return nil, &codedError{"too-large", fmt.Errorf("a line of more than %d MiB", maxLine>>20)}
		}
		return line, err
	}
}

// record is one line that holds a document; Load only hands it on.
type record struct {
	reader  *Reader
	article article
	meta    json.RawMessage
	path    string
}

func (r record) Path() string { return r.path }

func (r record) Load(context.Context) (*pipeline.Document, error) {
	doc := r.reader.document(r.path, JSONL, r.article)
	if doc.PublishedBasis == pipeline.PublishedFilename { // an id is no file name
		doc.Published, doc.PublishedBasis = "", pipeline.PublishedUnknown
	}
	doc.Meta = r.meta
	return doc, nil
}

// parseLine reads {"id", "text", "date"?, "title"?, …}. Further keys become
// the document's metadata, in their order. A line without an id is named by
// where it stands; one without a text is an error.
func (o *Reader) parseLine(where string, number int, line []byte) pipeline.Input {
	fail := func(format string, values ...any) pipeline.Input {
		return failed{where, coded("malformed", "line %d: %s", number, fmt.Sprintf(format, values...))}
	}
	if at := firstInvalid(string(line)); at >= 0 {
		return failed{where, coded("encoding", "line %d: byte %d is not valid UTF-8", number, at)}
	}
	keys, err := objectKeys(line)
	if err != nil {
		return fail("%v", err)
	}
	r := record{reader: o, path: where, article: article{encoding: "utf-8"}}
	var text *string
	var meta bytes.Buffer
	for _, k := range keys {
		var problem error
		switch k.name {
		case "id":
			r.path, problem = scalar(k.value)
		case "text":
			problem = json.Unmarshal(k.value, &text)
		case "title":
			problem = json.Unmarshal(k.value, &r.article.title)
		case "date":
			problem = o.date(k.value, &r.article, &meta)
		default:
			addKey(&meta, k.name, k.value)
		}
		if problem != nil {
			return fail("key %q: %v", k.name, problem)
		}
	}
	if text == nil {
		return fail(`there is no "text"`)
	}
	r.article.text = *text
	if r.path == "" {
		r.path = where
	}
	if meta.Len() > 0 {
		meta.WriteByte('}')
		r.meta = meta.Bytes()
	}
	return r
}

// date takes a publication date in ISO 8601. One in another form is kept in
// the metadata, where nobody mistakes it for one that was understood.
func (o Options) date(value json.RawMessage, a *article, meta *bytes.Buffer) error {
	var written *string
	if json.Unmarshal(value, &written) == nil {
		if written == nil {
			return nil
		}
		if day, ok := ParseDate(*written); ok {
			a.published = day
			return nil
		}
	}
	addKey(meta, "date", value)
	return nil
}

// scalar reads an id, which may be a string or a number.
func scalar(value json.RawMessage) (string, error) {
	var name string
	if json.Unmarshal(value, &name) == nil {
		return name, nil
	}
	var number json.Number
	if err := json.Unmarshal(value, &number); err != nil {
		return "", errors.New("neither a string nor a number")
	}
	return number.String(), nil
}

// addKey appends a key to a JSON object that is being built.
func addKey(object *bytes.Buffer, name string, value json.RawMessage) {
	separator := byte(',')
	if object.Len() == 0 {
		separator = '{'
	}
	object.WriteByte(separator)
	quoted, _ := json.Marshal(name) // a string always can be
	object.Write(quoted)
	object.WriteByte(':')
	_ = json.Compact(object, value) // it was parsed before
}

type key struct {
	name  string
	value json.RawMessage
}

// objectKeys returns the keys of a JSON object in their order.
func objectKeys(line []byte) ([]key, error) {
	decoder := json.NewDecoder(bytes.NewReader(line))
	open, err := decoder.Token()
	if err != nil {
		return nil, fmt.Errorf("not JSON: %v", err)
	}
	if open != json.Delim('{') {
		return nil, errors.New("not a JSON object")
	}
	var keys []key
	for decoder.More() {
		name, err := decoder.Token()
		if err != nil {
			return nil, fmt.Errorf("not JSON: %v", err)
		}
		k := key{name: name.(string)}
		if err := decoder.Decode(&k.value); err != nil {
			return nil, fmt.Errorf("not JSON: %v", err)
		}
		keys = append(keys, k)
	}
	if _, err := decoder.Token(); err != nil {
		return nil, fmt.Errorf("not JSON: %v", err)
	}
	if _, err := decoder.Token(); err != io.EOF {
		return nil, errors.New("something follows the JSON object")
	}
	return keys, nil
}
