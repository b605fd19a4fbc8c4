package reader

import (
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"github.com/purport-nlp/purport/pipeline"
)

// readMarkdown keeps a CommonMark file as it stands, for its offsets count in
// the file, and marks as breaks what is markup in it: emphasis, link targets,
// code blocks, front matter. The first heading is left for the stage that
// finds headings; the title and date of a front matter are taken.
func readMarkdown(data []byte) (article, error) {
	content, encoding, err := decode(data)
	if err != nil {
		return article{}, err
	}
	found := article{text: content, encoding: encoding}
	front := frontMatter(content)
	found.title, found.published = readFrontMatter(content[:front])
	found.breaks = markup(content, front)
	return found, nil
}

// frontMatter returns the length of the block between "---" lines that a file
// may open with, or 0.
func frontMatter(content string) int {
	if !strings.HasPrefix(content, "---\n") && !strings.HasPrefix(content, "---\r\n") {
		return 0
	}
	at := strings.IndexByte(content, '\n') + 1
	for at < len(content) {
		end := strings.IndexByte(content[at:], '\n')
		if end < 0 {
			end = len(content) - at - 1
		}
		line := strings.TrimRight(content[at:at+end+1], "\r\n")
		at += end + 1
		if line == "---" || line == "..." {
			return at
		}
	}
	return 0
}

// readFrontMatter returns the values of the keys "title" and "date".
func readFrontMatter(block string) (title, published string) {
	for line := range strings.Lines(block) {
		key, value, _ := strings.Cut(line, ":")
		value = strings.Trim(strings.TrimSpace(value), `"'`)
		switch strings.ToLower(key) {
		case "title":
			title = fold(value)
		case "date", "published":
			if day, ok := ParseDate(value); ok && published == "" {
				published = day
			}
		}
	}
	return title, published
}

// markup returns the stretches of content, after the front matter, that are
// no words of it.
func markup(content string, front int) []pipeline.Break {
	source := []byte(content)[front:]
	root := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough), goldmark.WithParserOptions(parser.WithAttribute())).
		Parser().Parse(text.NewReader(source))
	m := marker{content: content, front: front}
	ast.Walk(root, m.visit)
	m.gap(len(content))
	return m.breaks
}

// marker walks the words of a file in their order and marks what lies between.
type marker struct {
	content string
	front   int
	at      int // the end of the words before
	breaks  []pipeline.Break
}

func (m *marker) visit(node ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	switch node := node.(type) {
	case *ast.CodeBlock, *ast.FencedCodeBlock, *ast.HTMLBlock, *ast.RawHTML, *ast.Image:
		return ast.WalkSkipChildren, nil
	case *ast.Text:
		m.words(node.Segment)
	case *ast.AutoLink:
		return ast.WalkSkipChildren, nil
	}
	return ast.WalkContinue, nil
}

func (m *marker) words(segment text.Segment) {
	start, end := segment.Start+m.front, segment.Stop+m.front
	if start < m.at || end <= start {
		return
	}
	m.gap(start)
	m.at = end
}

// gap marks what stands between the words before and those that start at end,
// without the white space around it.
func (m *marker) gap(end int) {
	between := m.content[m.at:end]
	trimmed := strings.TrimLeft(between, " \t\r\n")
	start := m.at + len(between) - len(trimmed)
	trimmed = strings.TrimRight(trimmed, " \t\r\n")
	if trimmed == "" {
		return
	}
	stop := start + len(trimmed)
	m.breaks = append(m.breaks, pipeline.Break{
		Span: pipeline.Span{Start: start, End: stop},
		// Inside a word, or between a word and its comma, it reads as nothing.
		Glue: start > 0 && stop < len(m.content) && !isSpace(m.content[start-1]) && !isSpace(m.content[stop]),
	})
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\r' || c == '\n' }
