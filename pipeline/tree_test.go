package pipeline

import (
	"slices"
	"testing"
)

// sentence builds a document with one sentence of one-letter tokens, from
// their heads and relations.
func sentence(heads []int, relations ...string) *Document {
	text := "abcdefghij"[:len(heads)]
	doc := NewDocument("tree.txt", text)
	doc.Units = []Unit{{Span: Span{0, len(text)}}}
	doc.Sentences = []Sentence{{Span: Span{0, len(text)}, Tokens: Range{0, len(heads)}}}
	for i, head := range heads {
		relation := "dep"
		if i < len(relations) {
			relation = relations[i]
		}
		doc.Tokens = append(doc.Tokens, Token{Span: Span{i, i + 1}, Form: text[i : i+1], Head: head, Deprel: relation})
	}
	return doc
}

func TestTree(t *testing.T) {
	// c is the root, over b (over a) and e (over d and f).
	doc := sentence([]int{1, 2, -1, 4, 2, 4}, "det", "nsubj:pass", "root", "mark", "ccomp", "obj")
	if err := doc.Validate(); err != nil {
		t.Fatal(err)
	}
	var tree Tree
	tree.Reset(doc, 0)
	if tree.Len() != 6 || tree.Root() != 2 || tree.First != 0 {
		t.Fatalf("length %d, root %d, first %d", tree.Len(), tree.Root(), tree.First)
	}
	var children []int
	for c := tree.FirstChild(2); c >= 0; c = tree.NextSibling(c) {
		children = append(children, c)
	}
	if !slices.Equal(children, []int{1, 4}) {
		t.Errorf("children of the root: %v", children)
	}
	for i, want := range []Range{{0, 1}, {0, 2}, {0, 6}, {3, 4}, {3, 6}, {5, 6}} {
		if got := tree.Subtree(i); got != want {
			t.Errorf("subtree of %d: %v, want %v", i, got, want)
		}
	}
	if got := tree.Child(2, "obj", "nsubj"); got != 1 {
		t.Errorf("subject by its main relation: %d", got)
	}
	if got := tree.Child(2, "obj"); got != -1 {
		t.Errorf("an object that is not there: %d", got)
	}
	if !tree.Dominates(2, 3) || !tree.Dominates(4, 4) || tree.Dominates(1, 3) || tree.Dominates(3, 4) {
		t.Error("dominance is wrong")
	}
	if got := tree.Span(Range{1, 3}); got != (Span{1, 3}) {
		t.Errorf("span %v", got)
	}
	if got := tree.Span(Range{3, 3}); !got.IsZero() {
		t.Errorf("span of nothing: %v", got)
	}
}

// TestTreeIsReset: what a longer sentence left behind does not show.
func TestTreeIsReset(t *testing.T) {
	var tree Tree
	tree.Reset(sentence([]int{1, 2, 3, 4, -1, 4}), 0)
	tree.Reset(sentence([]int{-1, 0}), 0)
	if tree.Len() != 2 || tree.Root() != 0 || tree.FirstChild(0) != 1 || tree.NextSibling(1) != -1 || tree.Subtree(0) != (Range{0, 2}) {
		t.Errorf("%+v", tree)
	}
	tree.Reset(sentence(nil), 0)
	if tree.Root() != -1 {
		t.Error("a sentence without tokens has a root")
	}
}

func TestTreeDoesNotAllocate(t *testing.T) {
	doc := sentence([]int{1, 2, -1, 4, 2, 4})
	var tree Tree
	tree.Reset(doc, 0)
	if n := testing.AllocsPerRun(100, func() { tree.Reset(doc, 0) }); n != 0 {
		t.Errorf("%v allocations for one more sentence", n)
	}
}

func TestIsRelation(t *testing.T) {
	for _, c := range []struct {
		relation, name string
		want           bool
	}{
		{"nsubj", "nsubj", true}, {"nsubj:pass", "nsubj", true}, {"nsubj:pass", "nsubj:pass", true},
		{"nsubj", "nsubj:pass", false}, {"nsubjects", "nsubj", false}, {"obj", "nsubj", false}, {"", "nsubj", false},
	} {
		if got := IsRelation(c.relation, c.name); got != c.want {
			t.Errorf("%q is a %q: %v", c.relation, c.name, got)
		}
	}
}
