package output

import (
	"sync"

	"github.com/purport-nlp/purport/pipeline"
)

// Options are the choices that a record's bytes depend on.
type Options struct {
	// WithText puts the text of a document into its record.
	WithText bool
}

// encoder appends the records of one document.
type encoder struct {
	doc     *pipeline.Document
	options Options
	offsets Offsets
	line    []byte
	// common holds the keys that every record of the document shares, from
	// "schema" on.
	common []byte
	// ids numbers equal claims, and clean holds each sentence's text folded
	// once for the three places of a claim record where it stands.
	ids   claimIDs
	clean []string
}

// Encoder writes the records of documents. It is safe for concurrent use.
type Encoder struct {
	options Options
	scratch sync.Pool
}

// NewEncoder returns an encoder that writes records by the options.
func NewEncoder(options Options) *Encoder {
	return &Encoder{options: options, scratch: sync.Pool{New: func() any { return new(encoder) }}}
}

// Append appends the records of kind that doc yields to lines, one JSON
// object a line, in text order. The layers that the kind shows must be there.
func (w *Encoder) Append(lines []byte, kind Kind, doc *pipeline.Document) []byte {
	e := w.scratch.Get().(*encoder)
	defer w.scratch.Put(e)
	e.reset(lines, doc, w.options)
	defer e.release()
	appenders[kind](e)
	return e.line
}

// appenders is the table of what writes which kind.
var appenders = [kindCount]func(*encoder){
	Claim:    (*encoder).claims,
	Sentence: (*encoder).sentences,
	Token:    (*encoder).tokens,
	Entity:   (*encoder).entities,
	Date:     (*encoder).dates,
	Quote:    (*encoder).quotes,
	Document: (*encoder).document,
	Error:    func(*encoder) {},
}

func (e *encoder) reset(lines []byte, doc *pipeline.Document, options Options) {
	e.doc, e.options, e.line = doc, options, lines
	e.offsets.Reset(doc.Text)
	e.common = append(e.common[:0], `,"schema":1,"doc_id":"`...)
	e.common = append(e.common, doc.ID()...)
	e.common = append(e.common, `","path":`...)
	e.common = appendString(e.common, doc.Path)
}

// release lets go of the document and keeps the scratch memory.
func (e *encoder) release() {
	e.line, e.doc, e.offsets.text = nil, nil, ""
	clear(e.clean)
	clear(e.ids.seen)
}

// begin opens a record with the keys common to all kinds.
func (e *encoder) begin(kind Kind) {
	e.line = append(e.line, `{"record":"`...)
	e.line = append(e.line, kinds[kind].record...)
	e.line = append(e.line, '"')
	e.line = append(e.line, e.common...)
}

func (e *encoder) end() { e.line = append(e.line, '}', '\n') }

// The methods below append one key with its value. A key is given with its
// comma, quotation marks and colon, ready to copy.

func (e *encoder) str(key, value string) { e.line = appendString(append(e.line, key...), value) }

func (e *encoder) optional(key, value string) {
	e.line = appendOptional(append(e.line, key...), value)
}

func (e *encoder) int(key string, value int) { e.line = appendInt(append(e.line, key...), value) }

func (e *encoder) bool(key string, value bool) { e.line = appendBool(append(e.line, key...), value) }

func (e *encoder) number(key string, value float64, digits int) {
	e.line = appendNumber(append(e.line, key...), value, digits)
}

func (e *encoder) null(key string) { e.line = append(append(e.line, key...), "null"...) }

// span appends where span stands, in code points and in bytes.
func (e *encoder) span(span pipeline.Span) {
	e.chars(span)
	e.int(`,"byte_start":`, span.Start)
	e.int(`,"byte_end":`, span.End)
}

// chars appends where span stands, in code points.
func (e *encoder) chars(span pipeline.Span) {
	e.int(`,"char_start":`, e.offsets.Char(span.Start))
	e.int(`,"char_end":`, e.offsets.Char(span.End))
}

// part appends a span as an object of its own, or null where there is none.
func (e *encoder) part(span pipeline.Span) {
	if span.IsZero() {
		e.line = append(e.line, "null"...)
		return
	}
	e.str(`{"text":`, e.doc.Slice(span))
	e.chars(span)
	e.line = append(e.line, '}')
}

// flat appends a span as three keys that share a prefix, null where there is
// none: its text, char_start and char_end.
func (e *encoder) flat(text, start, end string, span pipeline.Span) {
	if span.IsZero() {
		e.null(text)
		e.null(start)
		e.null(end)
		return
	}
	e.str(text, e.doc.Slice(span))
	e.int(start, e.offsets.Char(span.Start))
	e.int(end, e.offsets.Char(span.End))
}

// list appends n items between brackets.
func (e *encoder) list(key string, n int, item func(i int)) {
	e.line = append(append(e.line, key...), '[')
	for i := range n {
		if i > 0 {
			e.line = append(e.line, ',')
		}
		item(i)
	}
	e.line = append(e.line, ']')
}
