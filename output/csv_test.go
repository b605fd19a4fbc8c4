package output

import (
	"encoding/csv"
	"strings"
	"testing"
)

func TestCSV(t *testing.T) {
	out := exported(t, "csv", Claim)
	rows, err := csv.NewReader(strings.NewReader(out)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 5 {
		t.Fatalf("%d rows, want a header and 4", len(rows))
	}
	cells := map[string]string{}
	for i, name := range rows[0] {
		cells[name] = rows[1][i]
	}
	for name, want := range map[string]string{
		"text": exportClaim, "level": "possible", "char_start": "39", "byte_start": "45", "cues": "may", "subject": "",
		"source_name": "Officials in Lyon", "score": "0.75", "conditional": "false", "path": "news/a <b> & c.txt",
	} {
		if got, there := cells[name]; got != want || !there {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	if strings.Count(out, "\r\n") != 5 || !strings.Contains(out, "bridge\nmay") {
		t.Errorf("rows must end with CR LF, and line breaks in a text stay as they are:\n%q", out)
	}
}

// TestCSVIsSafe: no text of a document becomes a formula.
func TestCSVIsSafe(t *testing.T) {
	for value, want := range map[string]string{
		"=HYPERLINK(1)": "'=HYPERLINK(1)", "+1": "'+1", "-1": "'-1", "@x": "'@x", "\tx": "'\tx", "\rx": "'\rx",
		"a=b": "a=b", "": "", "“x”": "“x”",
	} {
		if got := cell(value); got != want {
			t.Errorf("%q becomes %q, want %q", value, got, want)
		}
	}
	if got := cell([]any{map[string]any{"text": "=1"}, map[string]any{"text": "b"}}); got != "'=1; b" {
		t.Errorf("a list becomes %q", got)
	}
}

func TestCSVHoldsOneKind(t *testing.T) {
	if err := writeCSV(&strings.Builder{}, stored(t, "csv", Claim, Entity)); err == nil || !strings.Contains(err.Error(), "claims and entities") {
		t.Errorf("two kinds: %v", err)
	}
}
