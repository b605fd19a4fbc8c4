package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"

	"github.com/urfave/cli/v2"

	"github.com/purport-nlp/purport/output"
)

func verifyCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:      "verify",
		Usage:     "prove that every span in records slices its document",
		ArgsUsage: "FILE…",
		UsageText: `purport verify [--root DIR] FILE…

Examples:
  purport verify claims.jsonl                        documents by their path from here
  purport verify --root ~/articles out/claims.jsonl  or from another folder
  purport verify out/                                all files of an output folder
  purport verify claims.jsonl --texts docs.jsonl     documents that came as JSON lines`,
		Description: `Each document is found by the path in its records and read again. Then every
span in every record, cues, sources, entities and dates included, must be
exactly the words that the record gives for it, in code points and in bytes. What
is not stands on standard error, the verdict on standard output.

Exit codes: 0 all is right, 4 something is not, 3 a document could not be read,
so that nothing is proven of it.`,
		Flags: textFlags("."),
		Action: func(c *cli.Context) error {
			if !c.Args().Present() {
				return usagef("nothing to verify: name files of records, or an output folder")
			}
			texts, err := newTexts(c)
			if err != nil {
				return err
			}
			defer texts.close()
			check := &verification{streams: s, texts: texts, unread: map[string]bool{}, stale: map[string]bool{}}
			return check.do(c.Context, c.Args().Slice())
		},
	}
}

// verification counts what was checked and what was wrong.
type verification struct {
	streams
	texts                     *texts
	records, spans, different int
	unread, stale             map[string]bool
	offsets                   output.Offsets
	indexed                   string // the path whose text offsets is for
}

func (v *verification) do(ctx context.Context, names []string) error {
	files, err := recordFiles(names)
	if err != nil {
		return err
	}
	for _, name := range files {
		if err := v.file(ctx, name); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	fmt.Fprintf(v.out, "%d records, %d spans: ", v.records, v.spans)
	switch {
	case v.different > 0:
		fmt.Fprintf(v.out, "%d problems\n", v.different)
		return exit(exitDiffers)
	case len(v.unread) > 0:
		fmt.Fprintf(v.out, "%d documents could not be read\n", len(v.unread))
		return exit(exitSomeFailed)
	}
	_, err = fmt.Fprintln(v.out, "all right")
	return err
}

func (v *verification) file(ctx context.Context, name string) error {
	file, err := os.Open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	return output.Scan(file, func(number int, line []byte) error {
		var head struct {
			Record, Path string
			ID           string `json:"doc_id"`
		}
		if err := json.Unmarshal(line, &head); err != nil || head.Record == "" {
			return fmt.Errorf("this is no record of purport")
		}
		if head.Record == output.Error.String() {
			return nil
		}
		v.records++
		doc, err := v.texts.find(ctx, head.Path)
		if err != nil {
			if !v.unread[head.Path] {
				v.unread[head.Path] = true
				v.warn("%s: %v", head.Path, err)
			}
			return nil
		}
		if v.indexed != doc.Path {
			v.offsets.Reset(doc.Text)
			v.indexed = doc.Path
		}
		spans, problems := output.Verify(line, doc, &v.offsets)
		v.spans += spans
		v.different += len(problems)
		if head.ID != doc.ID() && v.seen(name, head.Path, head.ID) {
			return nil // the same for every record of the document
		}
		for _, problem := range problems {
			fmt.Fprintf(v.err, "%s:%d: %s: %s\n", name, number, head.Path, problem)
		}
		return nil
	})
}

// seen reports whether a file's records of a document that has changed since
// were met before.
func (v *verification) seen(name, path, id string) bool {
	key := name + "\x00" + path + "\x00" + id
	before := v.stale[key]
	v.stale[key] = true
	return before
}
