package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"github.com/purport-nlp/purport/output"
)

func evalCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:      "eval",
		Usage:     "score records against labelled ones",
		ArgsUsage: "GOLD PRED",
		UsageText: `purport eval GOLD PRED

Examples:
  purport eval gold.jsonl claims.jsonl            claim records that a reader corrected
  purport eval article.tsv claims.jsonl           a table of labelled claims
  purport eval testdata/gold claims.jsonl         a folder of such tables
  purport eval --differences gold.tsv claims.jsonl  what differs, claim by claim
  purport eval gold-entities.jsonl entities.jsonl another kind of record`,
		Description: `Claims are matched one to one where they share at least 0.7 of the words of the
longer of the two. Printed are precision, recall and F1 of propositions, of each
level and each kind of source, how many of the matches are cut and labelled
right, and a confusion table of levels. Other records count as right where
document, span and label are the same.

A table has tab-separated columns named in its first line: proposition, level,
polarity, source_kind, source ("he => Anna Berg" where it is resolved), cues
(divided by ";"), note.
It is about the document of its name. Careful readers' alternatives are divided
by "|"; a note that begins with "optional" makes a row count neither way; a line
"# exhaustive to: WORDS" before says how far the labels go.`,
		Flags: []cli.Flag{
			&cli.BoolFlag{Name: "differences", Usage: "print each claim that differs before the tables"},
		},
		Action: func(c *cli.Context) error {
			if c.NArg() != 2 {
				return usagef("eval takes two arguments: GOLD PRED")
			}
			var judged func(*output.GoldClaim, *output.ClaimRecord)
			if c.Bool("differences") {
				judged = func(gold *output.GoldClaim, predicted *output.ClaimRecord) {
					fmt.Fprint(s.out, output.Difference(gold, predicted))
				}
			}
			return s.evaluate(c.Args().Get(0), c.Args().Get(1), judged)
		},
	}
}

func (s streams) evaluate(goldName, predictedName string, judged func(*output.GoldClaim, *output.ClaimRecord)) error {
	predicted, err := os.Open(predictedName)
	if err != nil {
		return err
	}
	defer predicted.Close()
	gold, err := readGold(goldName)
	if err != nil {
		return fmt.Errorf("%s: %w", goldName, err)
	}
	if gold == nil {
		return s.evaluateSpans(goldName, predicted)
	}
	claims, err := output.ReadClaims(predicted)
	if err != nil {
		return fmt.Errorf("%s: %w", predictedName, err)
	}
	return output.Evaluate(*gold, claims, judged).Report(s.out)
}

// readGold reads labelled claims. It returns nil where the file holds records
// of another kind.
func readGold(name string) (*output.Gold, error) {
	tables := []string{name}
	if info, err := os.Stat(name); err != nil {
		return nil, err
	} else if info.IsDir() {
		if tables, err = filepath.Glob(filepath.Join(name, "*.tsv")); err != nil || len(tables) == 0 {
			return nil, fmt.Errorf("no tables of labelled claims (*.tsv) in this folder")
		}
	}
	all := &output.Gold{Until: map[string]string{}}
	for _, table := range tables {
		file, err := os.Open(table)
		if err != nil {
			return nil, err
		}
		defer file.Close()
		in := bufio.NewReader(file)
		if first, _ := in.Peek(1); len(first) > 0 && first[0] == '{' {
			return goldRecords(in)
		}
		gold, err := output.ReadGoldTable(filepath.ToSlash(table), in)
		if err != nil {
			return nil, err
		}
		all.Claims = append(all.Claims, gold.Claims...)
		for document, until := range gold.Until {
			all.Until[document] = until
		}
	}
	return all, nil
}

func goldRecords(in *bufio.Reader) (*output.Gold, error) {
	var first struct{ Record string }
	start, _ := in.Peek(in.Size())
	// Only the first key is needed, so that a cut line is no hindrance.
	decoder := json.NewDecoder(&cut{start})
	for range 3 {
		token, err := decoder.Token()
		if err != nil {
			break
		}
		if text, ok := token.(string); ok {
			first.Record = text
		}
	}
	if first.Record != output.Claim.String() {
		return nil, nil
	}
	claims, err := output.ReadClaims(in)
	if err != nil {
		return nil, err
	}
	gold := output.GoldOf(claims)
	return &gold, nil
}

// cut reads a piece of a file.
type cut struct{ left []byte }

func (c *cut) Read(p []byte) (int, error) {
	if len(c.left) == 0 {
		return 0, io.EOF
	}
	n := copy(p, c.left)
	c.left = c.left[n:]
	return n, nil
}

func (s streams) evaluateSpans(goldName string, predicted io.Reader) error {
	gold, err := os.Open(goldName)
	if err != nil {
		return err
	}
	defer gold.Close()
	tallies, err := output.EvaluateSpans(gold, predicted)
	if err != nil {
		return err
	}
	return output.ReportSpans(s.out, tallies)
}
