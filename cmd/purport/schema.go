package main

import (
	"github.com/urfave/cli/v2"

	"github.com/purport-nlp/purport/output"
)

func schemaCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:      "schema",
		Usage:     "print the JSON Schema of a kind of record",
		ArgsUsage: "[KIND]",
		UsageText: `purport schema [KIND]

Examples:
  purport schema claim     what each key of a claim record means and may be
  purport schema           all kinds: a line of any of purport's files`,
		Description: `KIND is claim, sentence, token, entity, date, quote, document or error. The
keys stand in the order in which every line has them. Drafted to JSON Schema
2020-12.`,
		Action: func(c *cli.Context) error {
			kinds := append(output.Kinds(), output.Error)
			if c.NArg() > 1 {
				return usagef("schema takes one kind")
			}
			if c.NArg() == 1 {
				kind, err := output.ParseKind(c.Args().First())
				if err != nil {
					return usageError{err}
				}
				kinds = []output.Kind{kind}
			}
			_, err := s.out.Write(output.JSONSchema(kinds...))
			return err
		},
	}
}
