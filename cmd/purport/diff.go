package main

import (
	"fmt"
	"os"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/purport-nlp/purport/output"
)

func diffCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:      "diff",
		Usage:     "say what differs between two files of records",
		ArgsUsage: "GOLDEN NEW",
		UsageText: `purport diff GOLDEN NEW

Example:
  purport diff golden.jsonl new.jsonl
  - a.txt, sentence 3: "the harbour was closed"
  + a.txt, sentence 7: "Officials met on Monday"
  ~ a.txt, sentence 9: "the talks failed": level asserted → known`,
		Description: `Records are compared by what they say, whatever their order: added (+), removed
(-) or changed (~), and what changed: level, source, span, cues, ….

Exit codes: 0 the files say the same, 4 they differ.`,
		Action: func(c *cli.Context) error {
			if c.NArg() != 2 {
				return usagef("diff takes two files: GOLDEN NEW")
			}
			golden, err := os.Open(c.Args().Get(0))
			if err != nil {
				return err
			}
			defer golden.Close()
			other, err := os.Open(c.Args().Get(1))
			if err != nil {
				return err
			}
			defer other.Close()
			changes, err := output.Diff(golden, other)
			if err != nil {
				return err
			}
			return s.reportChanges(changes)
		},
	}
}

func (s streams) reportChanges(changes []output.Change) error {
	if len(changes) == 0 {
		return nil
	}
	signs := map[string]string{"added": "+", "removed": "-", "changed": "~"}
	counts := map[string]int{}
	for _, change := range changes {
		counts[change.Kind]++
		where := change.Path
		if change.Sentence >= 0 {
			where += fmt.Sprintf(", sentence %d", change.Sentence)
		}
		line := fmt.Sprintf("%s %s: %q", signs[change.Kind], where, change.Text)
		if len(change.Facts) > 0 {
			line += ": " + strings.Join(change.Facts, "; ")
		}
		if _, err := fmt.Fprintln(s.out, line); err != nil {
			return err
		}
	}
	fmt.Fprintf(s.out, "%d added, %d removed, %d changed\n", counts["added"], counts["removed"], counts["changed"])
	return exit(exitDiffers)
}
