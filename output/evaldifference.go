package output

import (
	"fmt"
	"strings"
)

// Difference says in lines how a labelled claim and the one that matched it
// differ: in their cut, in a field, or in that one of them is missing (nil).
// It is empty where they agree.
func Difference(gold *GoldClaim, predicted *ClaimRecord) string {
	switch {
	case predicted == nil:
		return fmt.Sprintf("missed  %s: {%s} %s, %s\n", gold.Path, gold.Proposition, strings.Join(gold.Levels, "|"), gold.Polarity)
	case gold == nil:
		return fmt.Sprintf("extra   %s: {%s} %s, %s (%s)\n        in: %s\n", predicted.Path, predicted.ClaimText, predicted.Level, predicted.Polarity, predicted.Rule, predicted.SentenceText)
	}
	var out strings.Builder
	if !SameWords(gold.Proposition, predicted.ClaimText) {
		fmt.Fprintf(&out, "cut     %s: {%s}\n        as: {%s} (%s)\n", gold.Path, gold.Proposition, predicted.ClaimText, predicted.Rule)
	}
	wrong := Differences(*gold, *predicted)
	if len(wrong) == 0 {
		return out.String()
	}
	fmt.Fprintf(&out, "wrong   %s: %s of {%s}\n        labelled: %s %s, %s %q, cues %q\n", gold.Path, strings.Join(wrong, ", "), gold.Proposition,
		strings.Join(gold.Levels, "|"), gold.Polarity, strings.Join(gold.SourceKinds, "|"), gold.Source, gold.Cues)
	fmt.Fprintf(&out, "        found:    %s %s, %s %q (%s), cues %q\n", predicted.Level, predicted.Polarity, predicted.SourceKind, predicted.SourceText, predicted.SourceName, cueTexts(*predicted))
	return out.String()
}
