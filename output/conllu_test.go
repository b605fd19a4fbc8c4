package output

import (
	"strings"
	"testing"
)

// TestCoNLLUIsValid holds what is written to what the validator of Universal
// Dependencies asks for, and puts the text together again from the forms.
func TestCoNLLUIsValid(t *testing.T) {
	out := exported(t, "conllu", Token)
	if !strings.HasSuffix(out, "\n\n") || strings.Contains(out, "\n\n\n") {
		t.Error("each sentence must end with exactly one empty line")
	}
	ids := map[string]bool{}
	sentences := strings.Split(strings.TrimSuffix(out, "\n\n"), "\n\n")
	for _, sentence := range sentences {
		var text, rebuilt string
		roots, number := 0, 0
		for line := range strings.SplitSeq(sentence, "\n") {
			if value, ok := strings.CutPrefix(line, "# text = "); ok {
				text = value
			}
			if value, ok := strings.CutPrefix(line, "# sent_id = "); ok {
				if ids[value] || strings.ContainsAny(value, " /") {
					t.Errorf("sent_id %q", value)
				}
				ids[value] = true
			}
			if strings.HasPrefix(line, "#") {
				continue
			}
			number++
			cells := strings.Split(line, "\t")
			if len(cells) != 10 {
				t.Fatalf("%d columns: %q", len(cells), line)
			}
			for _, cell := range cells {
				if cell == "" || strings.TrimSpace(cell) != cell {
					t.Errorf("an empty column or white space at its edge: %q", line)
				}
			}
			if (cells[6] == "0") != (cells[7] == "root") {
				t.Errorf("head %s with %s", cells[6], cells[7])
			}
			if cells[6] == "0" {
				roots++
			}
			rebuilt += cells[1]
			if !strings.HasPrefix(cells[9], "SpaceAfter=No") {
				rebuilt += " "
			}
		}
		if got := strings.TrimSuffix(rebuilt, " "); got != text || text == "" {
			t.Errorf("the forms read %q, the text %q", got, text)
		}
		if roots != 1 || number == 0 {
			t.Errorf("%d roots, %d tokens: %q", roots, number, sentence)
		}
		if !strings.Contains(folded(exportText), text) {
			t.Errorf("%q is not in the document", text)
		}
	}
	if len(sentences) != 3 {
		t.Errorf("%d sentences", len(sentences))
	}
}

// token is a token record.
func token(index, head int, text, lemma string) *StoredRecord {
	r := &StoredRecord{kind: Token, Index: index, Head: &head, Lemma: lemma}
	r.Text, r.CharEnd = text, len(text)
	return r
}

func TestForms(t *testing.T) {
	for _, c := range []struct{ text, lemma, want string }{
		{"bridge", "bridge", "bridge"},
		{"exam-\nple", "example", "example"},
		{"well-\r\nknown", "well-known", "well-known"},
		{"exam-\n\n12\n\nple", "example", "example"},
		{"10\u00a0000", "10000", "10 000"},
	} {
		if got := formOf(token(0, -1, c.text, c.lemma)); got != c.want {
			t.Errorf("%q reads %q, want %q", c.text, got, c.want)
		}
	}
}

func TestTreesThatAreNone(t *testing.T) {
	for name, tokens := range map[string][]*StoredRecord{
		"two roots": {token(0, -1, "a", "a"), token(1, -1, "b", "b")},
		"no root":   {token(0, 1, "a", "a"), token(1, 0, "b", "b")},
		"itself":    {token(0, -1, "a", "a"), token(1, 1, "b", "b")},
		"beyond":    {token(0, -1, "a", "a"), token(1, 2, "b", "b")},
		"a gap":     {token(0, -1, "a", "a"), token(2, 0, "b", "b")},
	} {
		if heads, err := headsOf(tokens); err == nil {
			t.Errorf("%s: heads %v", name, heads)
		}
	}
	unparsed := []*StoredRecord{token(0, 0, "a", ""), token(1, 0, "b", ""), token(2, 0, "c", "")}
	for _, r := range unparsed {
		r.Head = nil
	}
	if heads, err := headsOf(unparsed); err != nil || heads[0] != 0 || heads[1] != 1 || heads[2] != 1 {
		t.Errorf("without a parse: %v, %v", heads, err)
	}
}

// TestFormsAreComposed: the validator refuses what is not in NFC.
func TestFormsAreComposed(t *testing.T) {
	var out strings.Builder
	if err := writeTree(&out, &StoredDocument{ID: "0"}, []*StoredRecord{token(0, -1, "e\u0301te\u0301", "e\u0301te\u0301")}, false); err != nil {
		t.Fatal(err)
	}
	if got := out.String(); !strings.Contains(got, "# text = été\n1\tété\tété\t") || !strings.Contains(got, "end_char=7") {
		t.Errorf("%q", got)
	}
}
