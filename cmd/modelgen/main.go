// Command modelgen trains every model of purport from the data folder and
// measures it on the development sets. It is not needed to use purport.
//
//	go run ./cmd/modelgen train [--data DIR] [MODEL…]
//	go run ./cmd/modelgen eval  [--data DIR] [TEST…]
//
// Training is seeded: two runs on the same data write the same bytes.
//
// With PURPORT_ERRORS=1 in the environment, most evaluations print what they
// count as wrong, one by one.
package main

import (
	"fmt"
	"os"

	"github.com/urfave/cli/v2"
)

// A task is one thing that modelgen can train or measure. Run gets the data
// folder and the folder that models are written to.
type task struct {
	name, usage string
	run         func(data, models string) error
}

// trainers and evaluations are the two tables of what modelgen does, in the
// order in which a full run takes them.
var (
	trainers = []task{
		{"gazetteer", "the packed gazetteer of package lexicon", packGazetteer},
		{"words", "word classes and statistics, from plain text", trainWords},
		{"entity", "names, from six annotated corpora", trainEntity},
		{"coref", "what pronouns stand for, from GUM", trainCoref},
		{"sentence", "doubtful sentence ends, from the treebanks' raw texts", trainSentence},
		{"lemma", "lemma rules of package lexicon, from the treebanks", trainLemma},
		{"tag", "the tagger", trainTag},
		{"parse", "the parser, from the treebanks and plain text (half an hour)", trainParse},
		{"quote", "attributions, from PolNeAR", trainQuote},
		{"score", "how sure a claim is, from the claims read by hand; train it last, by itself", trainScore},
		{"hedge", "which words are cues of uncertainty, from the Szeged corpora", trainHedge},
		{"factuality", "grades of predicates, from UDS-IH2, RP and MegaVeridicality", trainFactuality},
	}
	evaluations = []task{
		{"entities", "strict span F1 of names", evalEntities},
		{"coref", "pronouns, descriptions and clusters of names on GUM", evalCoref},
		{"sentence", "rule texts divided right, and F1 of sentence ends", evalSentence},
		{"token", "F1 of words on raw text", evalToken},
		{"lemma", "lemmas and UPOS from gold Penn Treebank tags", evalLemma},
		{"tag", "tags and lemmas on gold tokens", evalTag},
		{"parse", "trees on gold tokens with predicted tags", evalParse},
		{"raw", "words, sentence ends, tags and trees on raw text, by both engines", evalRaw},
		{"dates", "date spans and values on four corpora", evalDates},
		{"sources", "sources of the claims read by hand", evalSource},
		{"attribution", "sources, cues and contents on PolNeAR", evalAttribution},
		{"claims", "claims read by hand: propositions, levels, sources", evalClaims},
		{"score", "calibration of the claims' scores", evalScore},
		{"openie", "tuples on CaRB, beside those of OpenIE 5", evalOpenIE},
		{"hedge", "uncertain sentences of the Szeged corpora, by the learned model and by the cues of claims", evalHedge},
		{"factuality", "levels against graded predicates: UDS-IH2, RP, MegaVeridicality", evalFactuality},
	}
)

func main() {
	app := &cli.App{
		Name:  "modelgen",
		Usage: "train purport's models and measure them",
		Commands: []*cli.Command{
			command("train", "train models from the data folder", trainers),
			command("eval", "print figures on the development sets", evaluations),
		},
	}
	if err := app.Run(os.Args); err != nil {
		fmt.Fprintln(os.Stderr, "modelgen:", err)
		os.Exit(1)
	}
}

// command is "train" or "eval": the tasks named as arguments, or all of them.
func command(name, usage string, tasks []task) *cli.Command {
	description := "What there is:\n"
	for _, t := range tasks {
		description += fmt.Sprintf("\n%-12s %s", t.name, t.usage)
	}
	return &cli.Command{
		Name: name, Usage: usage, ArgsUsage: "[NAME…]", Description: description,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "data", Value: "../shared/data", Usage: "the data `FOLDER`"},
			&cli.StringFlag{Name: "models", Value: "extractors/model/data", Usage: "the `FOLDER` that models are written to"},
		},
		Action: func(c *cli.Context) error {
			return runTasks(tasks, c.Args().Slice(), c.String("data"), c.String("models"))
		},
	}
}

func runTasks(tasks []task, names []string, data, models string) error {
	wanted := map[string]bool{}
	for _, name := range names {
		wanted[name] = true
	}
	for _, t := range tasks {
		if len(names) > 0 && !wanted[t.name] {
			continue
		}
		delete(wanted, t.name)
		if err := t.run(data, models); err != nil {
			return fmt.Errorf("%s: %w", t.name, err)
		}
	}
	for name := range wanted {
		return fmt.Errorf("there is no %q; see --help", name)
	}
	return nil
}

// evalVerbose reports whether errors are wanted one by one: PURPORT_ERRORS=1.
func evalVerbose() bool { return os.Getenv("PURPORT_ERRORS") != "" }
