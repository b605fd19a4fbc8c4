package main

import (
	"github.com/urfave/cli/v2"

	"github.com/purport-nlp/purport/output"
)

func mergeCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:      "merge",
		Usage:     "join the output folders of shards into one",
		ArgsUsage: "SHARD-DIR…",
		UsageText: `purport merge --out-dir DIR SHARD-DIR…

Example, on two machines and then on one of them:
  purport extract --shard 1/2 --out-dir one articles/
  purport extract --shard 2/2 --out-dir two articles/
  purport merge --out-dir all one two`,
		Description: `The folders are those that extract --shard I/N --out-dir wrote, all N of them in
any order, made with the same flags by the same version. The result is byte for
byte what one run without --shard writes.`,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "out-dir", Usage: "write the joined files into `DIR`"},
		},
		Action: func(c *cli.Context) error {
			if c.String("out-dir") == "" {
				return usagef("merge needs --out-dir: where to write")
			}
			if !c.Args().Present() {
				return usagef("nothing to merge: name the output folders of the shards")
			}
			return output.Merge(c.String("out-dir"), c.Args().Slice())
		},
	}
}
