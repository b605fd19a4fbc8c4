package reader

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

// readDOCX takes the text out of an Office Open XML document (ECMA-376): its
// paragraphs with a blank line between them, a line for each row of a table,
// the items of lists marked. Deleted text, field codes and notes are left
// away.
func readDOCX(data []byte) (article, error) {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return article{}, coded("malformed", "not a DOCX file: %v", err)
	}
	body, err := part(archive, "word/document.xml")
	if err != nil {
		return article{}, err
	}
	defer body.Close()
	found := article{encoding: "utf-8"}
	if found.text, err = docxText(body); err != nil {
		return article{}, err
	}
	if core, err := part(archive, "docProps/core.xml"); err == nil {
		found.title = docxTitle(core)
		core.Close()
	}
	return found, nil
}

// part opens a file of the archive; what comes out of it is bounded.
func part(archive *zip.Reader, name string) (io.ReadCloser, error) {
	file, err := archive.Open(name)
	if err != nil {
		return nil, coded("malformed", "not a DOCX file: there is no %s in it", name)
	}
	return struct {
		io.Reader
		io.Closer
	}{&bounded{file, maxBytes}, file}, nil
}

// errBomb says that something unpacks to more than is allowed.
var errBomb = errors.New("unpacks to too much")

// bounded is a reader that fails after left bytes.
type bounded struct {
	in   io.Reader
	left int64
}

func (b *bounded) Read(p []byte) (int, error) {
	if b.left <= 0 {
		return 0, errBomb
	}
	n, err := b.in.Read(p[:min(int64(len(p)), b.left)])
	b.left -= int64(n)
	return n, err
}

// docxText reads the body of a document.
func docxText(body io.Reader) (string, error) {
	w := docxWriter{}
	decoder := xml.NewDecoder(body)
	for {
		token, err := decoder.Token()
		switch {
		case err == io.EOF:
			return w.text(), nil
		case errors.Is(err, errBomb):
			return "", coded("too-large", "unpacks to more than %d MiB", maxBytes>>20)
		case err != nil:
			return "", coded("malformed", "damaged DOCX file: %v", err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			if skipped(token.Name.Local) {
				if err := decoder.Skip(); err != nil {
					return "", coded("malformed", "damaged DOCX file: %v", err)
				}
				continue
			}
			w.start(token)
		case xml.EndElement:
			w.end(token.Name.Local)
		case xml.CharData:
			if w.inText {
				w.line.Write(token)
			}
		}
	}
}

// skipped are the elements whose text is not the document's own: deletions,
// the second rendering of a drawing, pictures.
func skipped(name string) bool {
	switch name {
	case "del", "moveFrom", "Fallback", "instrText", "pict", "sectPr", "rPr":
		return true
	}
	return false
}

// docxWriter gathers paragraphs.
type docxWriter struct {
	out    strings.Builder
	line   strings.Builder
	inText bool
	rows   int  // how many table rows the place is inside of
	item   bool // the paragraph is an item of a list
	last   bool // the paragraph before was one
}

func (w *docxWriter) start(element xml.StartElement) {
	switch element.Name.Local {
	case "t":
		w.inText = true
	case "tab":
		w.line.WriteByte('\t')
	case "br", "cr":
		w.line.WriteByte('\n')
	case "noBreakHyphen":
		w.line.WriteByte('-')
	case "numPr":
		w.item = true
	case "tr":
		w.rows++
	}
}

func (w *docxWriter) end(name string) {
	switch name {
	case "t":
		w.inText = false
	case "p":
		if w.rows == 0 {
			w.paragraph()
		} else {
			w.line.WriteByte(' ')
		}
	case "tc":
		w.line.WriteByte('\t')
	case "tr":
		if w.rows--; w.rows == 0 {
			w.item = true // rows stand close together
			w.write(fields(w.line.String()))
		}
	}
}

// paragraph ends a paragraph outside tables.
func (w *docxWriter) paragraph() {
	text := strings.Trim(w.line.String(), " \t\n")
	if w.item && text != "" {
		text = "- " + text
	}
	w.write(text)
}

func (w *docxWriter) write(text string) {
	item := w.item
	w.item = false
	w.line.Reset()
	if text == "" {
		return
	}
	switch {
	case w.out.Len() == 0:
	case item && w.last:
		w.out.WriteByte('\n')
	default:
		w.out.WriteString("\n\n")
	}
	w.last = item
	w.out.WriteString(text)
}

func (w *docxWriter) text() string {
	if w.out.Len() > 0 {
		w.out.WriteByte('\n')
	}
	return w.out.String()
}

// fields trims the cells of a table's row and leaves out empty ones.
func fields(row string) string {
	var cells []string
	for cell := range strings.SplitSeq(row, "\t") {
		if cell = fold(cell); cell != "" {
			cells = append(cells, cell)
		}
	}
	return strings.Join(cells, "\t")
}

// docxTitle returns the title in the document's properties.
func docxTitle(core io.Reader) string {
	var properties struct {
		Title string `xml:"title"`
	}
	if xml.NewDecoder(core).Decode(&properties) != nil {
		return ""
	}
	return fold(properties.Title)
}
