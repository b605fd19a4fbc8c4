package main

import (
	"bytes"
	"testing"

	"github.com/purport-nlp/purport/output"
)

// TestGold holds the claims of the labelled articles to what was reached: a
// change that costs more than a point or two must say why.
func TestGold(t *testing.T) {
	gold, err := readGold("../../testdata/gold")
	if err != nil {
		t.Fatal(err)
	}
	claims, err := output.ReadClaims(bytes.NewReader(run(t, "extract", "-q", "corpus")))
	if err != nil {
		t.Fatal(err)
	}
	e := output.Evaluate(*gold, claims, nil)
	share := func(n int) float64 { return float64(n) / float64(e.Found) }
	for _, figure := range []struct {
		name        string
		have, least float64
	}{
		{"precision of propositions", e.Propositions.Precision(), 0.83},
		{"recall of propositions", e.Propositions.Recall(), 0.78},
		{"cut exactly", share(e.Exact), 0.90},
		{"level", share(e.Level), 0.90},
		{"polarity", share(e.Polarity), 0.97},
		{"source kind", share(e.SourceKind), 0.91},
		{"all fields", share(e.Whole), 0.85},
	} {
		t.Logf("%-26s %.3f", figure.name, figure.have)
		if figure.have < figure.least {
			t.Errorf("%s is %.3f, below %.3f", figure.name, figure.have, figure.least)
		}
	}
}
