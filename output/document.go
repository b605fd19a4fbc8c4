package output

import "github.com/purport-nlp/purport/pipeline"

func (e *encoder) document() {
	doc := e.doc
	e.begin(Document)
	e.optional(`,"title":`, doc.Title)
	e.optional(`,"published":`, doc.Published)
	e.optional(`,"published_basis":`, string(doc.PublishedBasis))
	if doc.Meta == nil {
		e.null(`,"meta":`)
	} else {
		e.line = append(append(e.line, `,"meta":`...), doc.Meta...)
	}
	e.str(`,"format":`, doc.Format)
	e.str(`,"encoding":`, doc.Encoding)
	e.str(`,"sha256":`, doc.SHA256)
	e.int(`,"bytes":`, len(doc.Text))
	e.int(`,"chars":`, e.offsets.Chars())
	e.int(`,"sentences":`, len(doc.Sentences))
	e.int(`,"tokens":`, len(doc.Tokens))
	e.int(`,"entities":`, len(doc.Entities))
	e.int(`,"dates":`, len(doc.Dates))
	e.int(`,"claims":`, len(doc.Claims))
	if e.options.WithText {
		e.str(`,"text":`, doc.Text)
	} else {
		e.null(`,"text":`)
	}
	e.end()
}

// AppendError appends the record of a document that failed. It has no doc_id:
// there may be no text to take it from.
func AppendError(line []byte, failure *pipeline.DocError) []byte {
	e := encoder{line: line}
	e.line = append(e.line, `{"record":"error","schema":1,"doc_id":null`...)
	e.str(`,"path":`, failure.Path)
	e.str(`,"stage":`, failure.Stage)
	e.str(`,"code":`, failure.Code)
	e.str(`,"message":`, failure.Err.Error())
	e.end()
	return e.line
}
