package reader

import (
	"bytes"
	"encoding/json"
	"strings"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"
)

// maxNesting bounds how deep the elements of a page may lie in one another.
const maxNesting = 2000

// readHTML takes the article out of a web page: menus, advertisements and
// footers are left away (Mozilla's Readability), title and date come from the
// metadata. A page where that finds nothing is taken whole.
func readHTML(data []byte) (article, error) {
	page, encoding, err := decodeHTML(data)
	if err != nil {
		return article{}, err
	}
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		return article{}, coded("malformed", "not HTML: %v", err)
	}
	if tooDeep(root) {
		return article{}, coded("too-large", "elements nested more than %d deep", maxNesting)
	}
	found := article{encoding: encoding, published: publishedInHTML(root), title: titleInHTML(root)}
	whole := plainText(root)
	if main, err := readability.FromDocument(root, nil); err == nil && main.Node != nil {
		found.text = plainText(main.Node)
	}
	if len(found.text) < len(whole)/10 || len(whole) < shortPage {
		found.text = whole
	}
	return found, nil
}

// shortPage is the length of text, in bytes, below which a page has too
// little to tell its article from its menus by.
const shortPage = 600

// decodeHTML turns a page into UTF-8: as a plain text where it is one, else
// by the encoding that it declares.
func decodeHTML(data []byte) (page, encoding string, err error) {
	page, encoding, err = decode(data)
	head := data[:min(len(data), 1024)]
	if err == nil && encoding != "windows-1252" || bytes.IndexByte(data, 0) >= 0 || !bytes.Contains(bytes.ToLower(head), []byte("charset")) {
		return page, encoding, err
	}
	declared, name, _ := charset.DetermineEncoding(head, "")
	if name == "utf-8" {
		return page, encoding, err
	}
	decoded, failure := declared.NewDecoder().Bytes(data)
	if failure != nil {
		return "", "", coded("encoding", "not valid %s: %v", name, failure)
	}
	return string(decoded), name, nil
}

func tooDeep(root *html.Node) bool {
	depth := 0
	for node := root; node != nil; {
		switch {
		case node.FirstChild != nil:
			node = node.FirstChild
			if depth++; depth > maxNesting {
				return true
			}
			continue
		}
		for node != nil && node != root && node.NextSibling == nil {
			node = node.Parent
			depth--
		}
		if node == nil || node == root {
			return false
		}
		node = node.NextSibling
	}
	return false
}

// silent are the elements that hold no running text of an article.
func silent(node *html.Node) bool {
	switch node.DataAtom {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Head, atom.Nav, atom.Footer, atom.Aside, atom.Form,
		atom.Button, atom.Select, atom.Svg, atom.Math, atom.Iframe, atom.Object, atom.Audio, atom.Video, atom.Canvas, atom.Figcaption:
		return true
	case atom.Sup: // the mark of a note
		inner := node.FirstChild
		return inner != nil && inner.DataAtom == atom.A || strings.Contains(attribute(node, "class"), "reference")
	}
	return attribute(node, "hidden") != "" || attribute(node, "aria-hidden") == "true"
}

// gap is how many line breaks an element puts around itself.
func gap(node *html.Node) int {
	switch node.DataAtom {
	case atom.P, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Blockquote, atom.Pre, atom.Ul, atom.Ol, atom.Dl,
		atom.Table, atom.Figure, atom.Hr, atom.Section, atom.Article, atom.Header, atom.Main, atom.Body, atom.Address:
		return 2
	case atom.Div:
		return 2
	case atom.Li, atom.Tr, atom.Dt, atom.Dd, atom.Caption:
		return 1
	}
	return 0
}

// plainText returns the text of a tree of elements, a blank line between
// paragraphs and a line for each item of a list or row of a table.
func plainText(root *html.Node) string {
	var w pageWriter
	w.node(root, false)
	text := w.out.String()
	if text != "" {
		text += "\n"
	}
	return text
}

// pageWriter folds white space as a browser does.
type pageWriter struct {
	out    strings.Builder
	breaks int  // line breaks due before the next text
	space  bool // a space is due before the next text
}

func (w *pageWriter) node(node *html.Node, verbatim bool) {
	switch node.Type {
	case html.TextNode:
		w.text(node.Data, verbatim)
		return
	case html.ElementNode:
		if silent(node) {
			return
		}
	case html.CommentNode, html.DoctypeNode:
		return
	}
	w.breakLines(gap(node))
	switch node.DataAtom {
	case atom.Br:
		w.breaks = min(w.breaks+1, 2)
	case atom.Li:
		w.word("- ")
	case atom.Td, atom.Th:
		if w.breaks == 0 && w.out.Len() > 0 {
			w.out.WriteByte('\t')
			w.space = false
		}
	}
	for child := node.FirstChild; child != nil; child = child.NextSibling {
		w.node(child, verbatim || node.DataAtom == atom.Pre)
	}
	w.breakLines(gap(node))
}

func (w *pageWriter) breakLines(n int) { w.breaks = max(w.breaks, n) }

func (w *pageWriter) text(data string, verbatim bool) {
	if verbatim {
		for i, line := range strings.Split(data, "\n") {
			if i > 0 {
				w.breaks = min(w.breaks+1, 2)
			}
			if strings.TrimSpace(line) != "" {
				w.word(line)
			}
		}
		return
	}
	for data != "" {
		end := strings.IndexAny(data, " \t\r\n\f")
		switch end {
		case 0:
			w.space = true
			data = data[1:]
			continue
		case -1:
			end = len(data)
		}
		w.word(data[:end])
		data = data[end:]
	}
}

// word writes what stands between white space, and the white space due.
func (w *pageWriter) word(word string) {
	switch {
	case w.out.Len() == 0:
	case w.breaks > 0:
		w.out.WriteString("\n\n"[:w.breaks])
	case w.space:
		w.out.WriteByte(' ')
	}
	w.breaks, w.space = 0, false
	w.out.WriteString(word)
}

func attribute(node *html.Node, name string) string {
	for _, a := range node.Attr {
		if a.Key == name {
			if a.Val == "" {
				return name
			}
			return a.Val
		}
	}
	return ""
}

// elements calls do for every element, in the order of the page.
func elements(root *html.Node, do func(*html.Node)) {
	for node := range root.Descendants() {
		if node.Type == html.ElementNode {
			do(node)
		}
	}
}

// publishedNames are the names under which pages give their date, the best
// first.
var publishedNames = []string{
	"article:published_time", "og:article:published_time", "datepublished", "og:published_time", "parsely-pub-date", "sailthru.date",
	"pubdate", "publishdate", "publish-date", "publication_date", "dc.date.issued", "dcterms.issued", "dcterms.date", "dc.date",
	"citation_publication_date", "date",
}

// publishedInHTML returns the day of publication that a page's metadata give:
// meta elements, linked data (schema.org), or a time element marked as that.
func publishedInHTML(root *html.Node) string {
	found := map[string]string{}
	note := func(name, value string) {
		name = strings.ToLower(name)
		if day, ok := ParseDate(strings.ReplaceAll(value, "/", "-")); ok && found[name] == "" {
			found[name] = day
		}
	}
	elements(root, func(node *html.Node) {
		switch node.DataAtom {
		case atom.Meta:
			for _, key := range []string{"property", "name", "itemprop"} {
				note(attribute(node, key), attribute(node, "content"))
			}
		case atom.Time:
			if attribute(node, "pubdate") != "" {
				note("pubdate", attribute(node, "datetime"))
			}
			note(attribute(node, "itemprop"), attribute(node, "datetime"))
		case atom.Script:
			if attribute(node, "type") == "application/ld+json" && node.FirstChild != nil {
				note("datepublished", publishedInJSON(node.FirstChild.Data))
			}
		}
	})
	for _, name := range publishedNames {
		if found[name] != "" {
			return found[name]
		}
	}
	return ""
}

// publishedInJSON returns the first datePublished of linked data.
func publishedInJSON(text string) string {
	var data any
	if json.Unmarshal([]byte(text), &data) != nil {
		return ""
	}
	return publishedInValue(data)
}

func publishedInValue(value any) string {
	switch value := value.(type) {
	case []any:
		for _, item := range value {
			if date := publishedInValue(item); date != "" {
				return date
			}
		}
	case map[string]any:
		if date, ok := value["datePublished"].(string); ok {
			return date
		}
		return publishedInValue(value["@graph"])
	}
	return ""
}

// titleInHTML returns the title: that of the article where the page gives it,
// else that of the page.
func titleInHTML(root *html.Node) string {
	article, page := "", ""
	elements(root, func(node *html.Node) {
		switch {
		case node.DataAtom == atom.Meta && attribute(node, "property") == "og:title" && article == "":
			article = fold(attribute(node, "content"))
		case node.DataAtom == atom.Title && page == "" && node.FirstChild != nil && node.Parent.DataAtom == atom.Head:
			page = fold(node.FirstChild.Data)
		}
	})
	if article != "" {
		return article
	}
	return page
}

// fold returns text on one line.
func fold(text string) string { return strings.Join(strings.Fields(text), " ") }
