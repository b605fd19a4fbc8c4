package output

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// TestHTML: without its labels, the page reads exactly as the document; every
// label leads to a row and back; nothing is run or loaded.
func TestHTML(t *testing.T) {
	page := exported(t, "html", Document, Claim, Entity)
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	ids, links := map[string]bool{}, []string{}
	var walk func(node *html.Node, inText bool)
	walk = func(node *html.Node, inText bool) {
		class := ""
		for _, a := range node.Attr {
			switch a.Key {
			case "id":
				ids[a.Val] = true
			case "href":
				links = append(links, a.Val)
			case "class":
				class = a.Val
			case "src", "onclick", "onload":
				t.Errorf("<%s> has %s=%q", node.Data, a.Key, a.Val)
			}
		}
		if node.Data == "script" || node.Data == "link" || node.Data == "iframe" {
			t.Errorf("there is a <%s>", node.Data)
		}
		if node.Type == html.TextNode && inText {
			text.WriteString(node.Data)
		}
		inText = inText && !strings.HasPrefix(class, "chip") || class == "text"
		for child := range node.ChildNodes() {
			walk(child, inText)
		}
	}
	walk(root, false)
	if text.String() != exportText {
		t.Errorf("the page reads\n%q, the document\n%q", text.String(), exportText)
	}
	for _, link := range links {
		if !strings.HasPrefix(link, "#") || !ids[link[1:]] {
			t.Errorf("the link %q leads nowhere", link)
		}
	}
	if len(links) != 10 {
		t.Errorf("%d links, want two for each of 4 claims and an entity", len(links))
	}
	for _, want := range []string{"2 possible: Officials in Lyon", ">4 asserted, negative<", "news/a &lt;b&gt; &amp; c.txt"} {
		if !strings.Contains(page, want) {
			t.Errorf("%q is not on the page", want)
		}
	}
}
