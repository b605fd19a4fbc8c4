package output

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"text/tabwriter"
)

// labelKeys says which key of a kind of record is the label that it is
// scored by; kinds without one are scored by their spans alone.
var labelKeys = map[string]string{"entity": "label", "date": "type", "quote": "source_kind", "token": "xpos"}

// EvaluateSpans compares records that are spans with a label: one is right
// where document, span and label are the same. It returns the count of each
// label, and under "" that of spans whatever their label.
func EvaluateSpans(gold, predicted io.Reader) (map[string]Tally, error) {
	tallies := map[string]Tally{}
	there := map[string]int{}
	if err := readSpans(gold, func(span, label string) {
		there[span+label]++
		there[span]++
		add(tallies, label, Tally{Gold: 1})
		add(tallies, "", Tally{Gold: 1})
	}); err != nil {
		return nil, fmt.Errorf("gold: %w", err)
	}
	err := readSpans(predicted, func(span, label string) {
		for _, key := range []struct{ span, label string }{{span + label, label}, {span, ""}} {
			t := Tally{Predicted: 1}
			if there[key.span] > 0 {
				there[key.span]--
				t.Right = 1
			}
			add(tallies, key.label, t)
		}
	})
	if err != nil {
		return nil, fmt.Errorf("predicted: %w", err)
	}
	return tallies, nil
}

func add(tallies map[string]Tally, label string, more Tally) {
	t := tallies[label]
	tallies[label] = Tally{t.Right + more.Right, t.Gold + more.Gold, t.Predicted + more.Predicted}
}

// readSpans calls do for each record with what identifies its span, and its
// label.
func readSpans(in io.Reader, do func(span, label string)) error {
	return Scan(in, func(_ int, line []byte) error {
		var values map[string]any
		if err := json.Unmarshal(line, &values); err != nil {
			return fmt.Errorf("this is no record of purport: %w", err)
		}
		kind, _ := values["record"].(string)
		if _, ok := values["char_start"]; !ok || kind == "" {
			return fmt.Errorf("a record of kind %q has no span to score", kind)
		}
		label, _ := values[labelKeys[kind]].(string)
		do(fmt.Sprintf("%s\x00%v\x00%v\x00%v\x00", kind, values["path"], values["char_start"], values["char_end"]), "="+label)
		return nil
	})
}

// ReportSpans writes the counts of EvaluateSpans as a table.
func ReportSpans(out io.Writer, tallies map[string]Tally) error {
	labels := make([]string, 0, len(tallies))
	for label := range tallies {
		labels = append(labels, label)
	}
	slices.Sort(labels)
	table := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(table, "label\tprecision\trecall\tF1\tright\tgold\tpredicted\t")
	for _, label := range labels {
		t := tallies[label]
		name := "(span alone)"
		if label != "" {
			name = orElse(label[1:], "(none)")
		}
		fmt.Fprintf(table, "%s\t%.3f\t%.3f\t%.3f\t%d\t%d\t%d\t\n", name, t.Precision(), t.Recall(), t.F1(), t.Right, t.Gold, t.Predicted)
	}
	return table.Flush()
}
