package reader

import (
	"fmt"
	"strings"
)

// Format is an input format.
type Format string

// The input formats. Auto goes by the file's name.
const (
	Auto     Format = "auto"
	Text     Format = "text"
	Markdown Format = "markdown"
	HTML     Format = "html"
	PDF      Format = "pdf"
	DOCX     Format = "docx"
	JSONL    Format = "jsonl"
)

// Formats returns every format, in the order in which help lists them.
func Formats() []Format { return []Format{Auto, Text, Markdown, HTML, PDF, DOCX, JSONL} }

// ParseFormat returns the format that name names.
func ParseFormat(name string) (Format, error) {
	names := make([]string, 0, len(Formats()))
	for _, f := range Formats() {
		if name == string(f) {
			return f, nil
		}
		names = append(names, string(f))
	}
	return "", fmt.Errorf("there is no input format %q: it is one of %s", name, strings.Join(names, ", "))
}

// extensions says which format a file's name means.
var extensions = map[string]Format{
	".txt": Text, ".text": Text,
	".md": Markdown, ".markdown": Markdown,
	".html": HTML, ".htm": HTML, ".xhtml": HTML,
	".pdf":   PDF,
	".docx":  DOCX,
	".jsonl": JSONL, ".ndjson": JSONL,
}

// gzipSuffix is the suffix of a compressed file of any other format.
const gzipSuffix = ".gz"

// formatOfName returns the format that a file's name means, "" where it means
// none.
func formatOfName(path string) Format {
	name := strings.ToLower(path[strings.LastIndexByte(path, '/')+1:])
	name = strings.TrimSuffix(name, gzipSuffix)
	dot := strings.LastIndexByte(name, '.')
	if dot < 0 {
		return ""
	}
	return extensions[name[dot:]]
}

// formatOfBytes returns the format that a file's first bytes show. Plain text
// is what is left.
func formatOfBytes(data []byte) Format {
	switch {
	case hasPrefix(data, "%PDF-"):
		return PDF
	case hasPrefix(data, "PK\x03\x04"):
		return DOCX
	}
	return Text
}

// IsLines reports whether a path's name says that it holds JSON lines, a
// document each.
func IsLines(path string) bool { return formatOfName(path) == JSONL }
