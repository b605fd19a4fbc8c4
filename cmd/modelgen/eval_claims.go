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
	if os.Getenv("PURPORT_ERRORS") != "" {
		judged = printClaim
	}
	return output.Evaluate(gold, predicted, judged).Report(os.Stdout)
}

// printClaim prints one labelled claim, one predicted, or both where they
// differ.
func printClaim(gold *output.GoldClaim, predicted *output.ClaimRecord) {
	switch {
	case predicted == nil:
		fmt.Printf("MISSED   %s {%s} %s %s\n", gold.Path, gold.Proposition, strings.Join(gold.Levels, "|"), gold.Source)
	case gold == nil:
		fmt.Printf("EXTRA    %s {%s} %s (%s)\n         in: %s\n", filepath.Base(predicted.Path), predicted.ClaimText, predicted.Level, predicted.Rule, predicted.SentenceText)
	default:
		if !output.SameWords(gold.Proposition, predicted.ClaimText) {
			fmt.Printf("CUT      %s {%s}\n         as: {%s} (%s)\n", gold.Path, gold.Proposition, predicted.ClaimText, predicted.Rule)
		}
		for _, field := range output.Differences(*gold, *predicted) {
			fmt.Printf("WRONG    %s: %s {%s}\n         want %s %s %s %q %q, have %s %s %s %q %q %v %q\n", field, gold.Path, gold.Proposition,
				strings.Join(gold.Levels, "|"), gold.Polarity, strings.Join(gold.SourceKinds, "|"), gold.Source, gold.Cues,
				predicted.Level, predicted.Polarity, predicted.SourceKind, predicted.SourceText, predicted.SourceName, predicted.Cues, predicted.SourceCue)
		}
	}
}
