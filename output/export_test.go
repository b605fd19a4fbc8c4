package output

import (
	"bytes"
	"encoding/json"
	flags "flag" // "flag" is a value of the schema
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"
)

var update = flags.Bool("update", false, "rewrite the goldens in testdata/export")

// marked is what a tool would see marked: label and words.
type marked []string

// sliceRunes slices as tools do that count code points, such as Python.
func sliceRunes(text string, start, end int) string { return string([]rune(text)[start:end]) }

// sliceUTF16 slices as tools do that count UTF-16 units, such as Java.
func sliceUTF16(text string, start, end int) string {
	return string(utf16.Decode(utf16.Encode([]rune(text))[start:end]))
}

// readers read each format back, each in the unit that its tool counts in.
var readers = map[string]func(t *testing.T, data string) marked{
	"prodigy": func(t *testing.T, data string) (all marked) {
		for line := range strings.Lines(data) {
			var task struct {
				Text  string
				Spans []struct {
					Start, End int
					First      int `json:"token_start"`
					Last       int `json:"token_end"`
					Label      string
				}
				Tokens []struct {
					Start, End, ID int
					Text           string
					Space          bool `json:"ws"`
				}
			}
			decode(t, line, &task)
			var whole strings.Builder
			for i, token := range task.Tokens {
				if got := sliceRunes(task.Text, token.Start, token.End); got != token.Text || token.ID != i {
					t.Errorf("token %d slices %q: %+v", i, got, token)
				}
				whole.WriteString(token.Text)
				if token.Space {
					whole.WriteByte(' ')
				}
			}
			if whole.String() != task.Text {
				t.Errorf("the tokens make\n%q of\n%q", whole.String(), task.Text)
			}
			for _, s := range task.Spans {
				if task.Tokens[s.First].Start != s.Start || task.Tokens[s.Last].End != s.End {
					t.Errorf("the span %+v begins or ends inside a token", s)
				}
				all = append(all, s.Label+": "+sliceRunes(task.Text, s.Start, s.End))
			}
		}
		return all
	},
	"doccano": func(t *testing.T, data string) (all marked) {
		for line := range strings.Lines(data) {
			var task struct {
				Text  string
				Label [][3]any
			}
			decode(t, line, &task)
			for _, l := range task.Label {
				all = append(all, l[2].(string)+": "+sliceRunes(task.Text, int(l[0].(float64)), int(l[1].(float64))))
			}
		}
		return all
	},
	"label-studio": func(t *testing.T, data string) (all marked) {
		var tasks []labelStudioTask
		decode(t, data, &tasks)
		for _, task := range tasks {
			for _, r := range task.Predictions[0].Regions {
				got := sliceRunes(task.Data.Text, r.Value.Start, r.Value.End)
				if got != r.Value.Text || r.From != "label" || r.To != "text" || r.Type != "labels" {
					t.Errorf("the region %+v slices %q", r, got)
				}
				all = append(all, r.Value.Labels[0]+": "+got)
			}
		}
		return all
	},
	"brat":    readBrat,
	"webanno": readWebAnno,
	"w3c": func(t *testing.T, data string) (all marked) {
		var page struct {
			Items []struct {
				Body   []struct{ Value string }
				Target struct {
					Source   string
					Selector []struct {
						Start, End            int
						Exact, Prefix, Suffix string
					}
				}
			}
		}
		decode(t, data, &page)
		for _, item := range page.Items {
			position, quote := item.Target.Selector[0], item.Target.Selector[1]
			if got := sliceRunes(exportText, position.Start, position.End); got != quote.Exact {
				t.Errorf("the position slices %q, the quote is %q", got, quote.Exact)
			}
			if around := quote.Prefix + quote.Exact + quote.Suffix; !strings.Contains(folded(exportText), folded(around)) {
				t.Errorf("%q is not in the text", around)
			}
			if item.Target.Source != "news/a%20%3Cb%3E%20&%20c.txt" {
				t.Errorf("source %q", item.Target.Source)
			}
			all = append(all, item.Body[0].Value+": "+quote.Exact)
		}
		return all
	},
}

func decode(t *testing.T, data string, value any) {
	t.Helper()
	if err := json.Unmarshal([]byte(data), value); err != nil {
		t.Fatalf("%v in %s", err, data)
	}
}

// readBrat reads a .txt that the .ann follows. A span's fragments are joined
// by a space, as brat does.
func readBrat(t *testing.T, data string) (all marked) {
	text, annotations, _ := strings.Cut(data, "T1\t")
	for line := range strings.Lines("T1\t" + annotations) {
		cells := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if cells[0][0] != 'T' {
			continue
		}
		if len(cells) != 3 {
			t.Fatalf("not three cells: %q", line)
		}
		label, places, _ := strings.Cut(cells[1], " ")
		var parts []string
		for place := range strings.SplitSeq(places, ";") {
			var start, end int
			fmt.Sscanf(place, "%d %d", &start, &end)
			parts = append(parts, sliceRunes(text, start, end))
		}
		if got := strings.Join(parts, " "); got != cells[2] || strings.Contains(got, "\n") {
			t.Errorf("the places %s slice %q, the line says %q", places, got, cells[2])
		}
		all = append(all, label+": "+cells[2])
	}
	return all
}

// readWebAnno builds the text up as WebAnno's reader does: sentences from
// their #Text lines, each at the offset of its first token, gaps as spaces.
func readWebAnno(t *testing.T, data string) (all marked) {
	var text, sentence string
	spans := map[string][2]int{}
	var order []string
	for line := range strings.Lines(data) {
		line = strings.TrimSuffix(line, "\n")
		if rest, ok := strings.CutPrefix(line, "#Text="); ok {
			sentence += rest + "\n"
		}
		cells := strings.Split(line, "\t")
		if len(cells) < 5 {
			continue
		}
		var start, end int
		fmt.Sscanf(cells[1], "%d-%d", &start, &end)
		if sentence != "" {
			text = strings.TrimSuffix(text, "\n")
			text += strings.Repeat(" ", start-utf16Length(text)) + sentence
			sentence = ""
		}
		if got := sliceUTF16(text, start, end); got != cells[2] {
			t.Errorf("the token %s slices %q, the line says %q", cells[1], got, cells[2])
		}
		for value := range strings.SplitSeq(cells[3], "|") {
			if value == "_" {
				continue
			}
			if !strings.Contains(value, "[") {
				value += "[alone " + cells[0] + "]"
			}
			if _, known := spans[value]; !known {
				order = append(order, value)
				spans[value] = [2]int{start, end}
			}
			spans[value] = [2]int{spans[value][0], end}
		}
	}
	for _, value := range order {
		label, _, _ := strings.Cut(value, "[")
		all = append(all, label+": "+sliceUTF16(text, spans[value][0], spans[value][1]))
	}
	return all
}

// TestExportOffsets: what each format marks is, in its tool's unit, the words
// of the records: verbatim where the text is known, folded where a sentence
// stands in for it.
func TestExportOffsets(t *testing.T) {
	oneLine := folded(exportClaim)
	for name, read := range readers {
		for _, c := range []struct {
			about string
			kinds []Kind
			claim string
			more  []string
		}{
			{"sentences", []Kind{Claim}, oneLine, nil},
			{"verbatim sentences", []Kind{Sentence, Claim}, exportClaim, nil},
			{"a document", []Kind{Document, Claim}, exportClaim, nil},
			{"a document with its words", []Kind{Document, Sentence, Token, Claim}, exportClaim, nil},
			{"entities and dates", []Kind{Claim, Entity, Date}, oneLine, []string{"DATE: 5 May 2024", "LOCATION: Lyon"}},
			{"quotes", []Kind{Document, Claim, Quote}, exportClaim, []string{"quote: " + exportClaim}},
		} {
			want := append([]string{"asserted: it rained hard", "known: it rained", "possible: " + c.claim, "unknown: it rained"}, c.more...)
			got := read(t, exported(t, name, c.kinds...))
			if name == "brat" { // writes words on one line
				want = foldAll(want)
			}
			if name == "w3c" { // always has the document's own words
				want = replaceAll(want, oneLine, exportClaim)
			}
			slices.Sort(got)
			slices.Sort(want)
			if !slices.Equal(got, want) {
				t.Errorf("%s, %s:\n%q, want\n%q", name, c.about, got, want)
			}
		}
	}
}

func foldAll(texts []string) []string {
	var all []string
	for _, text := range texts {
		all = append(all, folded(text))
	}
	return all
}

func replaceAll(texts []string, old, new string) []string {
	var all []string
	for _, text := range texts {
		all = append(all, strings.ReplaceAll(text, old, new))
	}
	return all
}

// TestUnits pins the unit of each tool to numbers: before the word "bridge"
// stand 45 code points, two of them emoji, which are 47 UTF-16 units.
func TestUnits(t *testing.T) {
	before := exportText[:strings.Index(exportText, "bridge")]
	chars, units := len([]rune(before)), utf16Length(before)
	if chars != 45 || units != 47 || len(before) <= units {
		t.Fatalf("%d code points, %d units, %d bytes: the text does not tell them apart", chars, units, len(before))
	}
	end := strconv.Itoa(units + len("bridge"))
	if got := exported(t, "webanno", Document, Token, Claim); !strings.Contains(got, "\t"+strconv.Itoa(units)+"-"+end+"\tbridge\t") {
		t.Errorf("webanno does not count UTF-16 units:\n%s", got)
	}
	start := chars - len([]rune("the 🌉 "))
	for name, want := range map[string]string{
		"prodigy":      fmt.Sprintf(`"start":%d,`, start),
		"doccano":      fmt.Sprintf(`[[%d,`, start),
		"label-studio": fmt.Sprintf(`"start": %d,`, start),
		"brat":         fmt.Sprintf("T1\tpossible %d ", start),
		"w3c":          fmt.Sprintf(`"start": %d,`, start),
	} {
		if got := exported(t, name, Document, Claim); !strings.Contains(got, want) {
			t.Errorf("%s does not count code points, there is no %s:\n%s", name, want, got)
		}
	}
}

// TestExportGoldens: the bytes of each format.
func TestExportGoldens(t *testing.T) {
	kinds := map[string][]Kind{"conllu": {Token}, "csv": {Claim}, "webanno": {Document, Sentence, Token, Claim}}
	for _, format := range ExportFormats() {
		wanted := kinds[format.Name]
		if wanted == nil {
			wanted = []Kind{Document, Claim, Entity, Date}
		}
		got := []byte(exported(t, format.Name, wanted...))
		name := filepath.Join("testdata", "export", format.Name+".golden")
		if *update {
			if err := os.WriteFile(name, got, 0o666); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s is not what %s holds; go test ./output -update writes it again. Now it is\n%s", format.Name, name, got)
		}
	}
}
