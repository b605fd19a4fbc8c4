package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/purport-nlp/purport/output"
	"github.com/purport-nlp/purport/pipeline"
)

// evalClaims scores claims against those read by hand in data/claims, by the
// same rules as "purport eval". With PURPORT_ERRORS set it prints each
// difference; PURPORT_TEXTS chooses texts by a pattern of their names.
func evalClaims(data, _ string) error {
	pattern := os.Getenv("PURPORT_TEXTS")
	if pattern == "" {
		pattern = "*"
	}
	tables, err := filepath.Glob(filepath.Join(data, "claims", pattern+".tsv"))
	if err != nil {
		return err
	}
	return scoreClaims(tables, func(table string) string { return strings.TrimSuffix(table, ".tsv") + ".txt" })
}

// scoreClaims prints the score of every labelled document; text returns the
// file that a table is about.
func scoreClaims(tables []string, text func(string) string) error {
	gold := output.Gold{Until: map[string]string{}}
	var predicted []output.ClaimRecord
	err := labelledTexts(tables, text, func(labels output.Gold, _ *pipeline.Document, claims []output.ClaimRecord) {
		gold.Claims = append(gold.Claims, labels.Claims...)
		for name, until := range labels.Until {
			gold.Until[name] = until
		}
		predicted = append(predicted, claims...)
	})
	if err != nil {
		return err
	}
	var judged func(*output.GoldClaim, *output.ClaimRecord)
	if evalVerbose() {
		judged = func(gold *output.GoldClaim, predicted *output.ClaimRecord) {
			fmt.Print(output.Difference(gold, predicted))
		}
	}
	return output.Evaluate(gold, predicted, judged).Report(os.Stdout)
}
