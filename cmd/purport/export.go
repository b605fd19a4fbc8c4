package main

import (
	"context"
	"fmt"
	"os"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/purport-nlp/purport/output"
	"github.com/purport-nlp/purport/pipeline/reader"
)

func exportCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:      "export",
		Usage:     "write records in another tool's format",
		ArgsUsage: "FILE…",
		UsageText: `purport export --to FORMAT [FLAGS] FILE…

Examples:
  purport extract articles/ -o claims.jsonl                      first, the records
  purport export --to csv claims.jsonl -o claims.csv             for a spreadsheet
  purport export --to html --root . claims.jsonl -o claims.html  to read in a browser
  purport export --to prodigy claims.jsonl -o tasks.jsonl        then see below
  purport export --to label-studio claims.jsonl -o tasks.json    then: Import in the project
  purport export --to brat --root . claims.jsonl --out-dir brat  a folder for brat's data
  purport export --to webanno --root . claims.jsonl --out-dir tsv
  purport extract --emit tokens article.txt | purport export --to conllu -`,
		Description: exportDescription(),
		Flags:       exportFlags(),
		Action: func(c *cli.Context) error {
			run, err := newExport(c, s)
			if err != nil {
				return err
			}
			return run.do(c.Context)
		},
	}
}

// exportDescription explains the formats from their table.
func exportDescription() string {
	var formats strings.Builder
	for _, format := range output.ExportFormats() {
		fmt.Fprintf(&formats, "  %-12s  %s\n", format.Name, format.About)
	}
	return `FORMAT is one of:

` + formats.String() + `
A FILE holds records as extract writes them; it may be an output folder, or -
for standard input. Records of several files are joined by document: claims,
entities, dates and quotes are marked in the text, a claim by its level (quotes
need the text). Token and sentence records, where they are given, say where
words and sentences end (webanno). conllu takes tokens, csv any one kind.

The text. With --root or --texts, each document is found and exported whole,
with its own offsets. Document records with their text (extract --emit documents
--with-text) among the records are as good. Without a text, each sentence that
has claims is a task or line of its own, its line breaks folded to spaces, and
brat, webanno and html show these sentences one a line. Records with no text
around them, such as entities alone, are an error that says so.

brat writes two files a document, webanno one: they go into --out-dir, named by
the document's path with _ for /, brat's with the annotation.conf it needs.

  Prodigy        prodigy spans.manual NAME blank:en tasks.jsonl --label known,asserted,…
  Label Studio   the template for named entities as labelling interface: <Labels
                 name="label" toName="text"> with the labels that you use, and
                 <Text name="text" value="$text"/>; then Import
  doccano        a project for sequence labelling that allows overlapping spans;
                 then Import Dataset, JSONL
  INCEpTION      Documents, format WebAnno TSV v3.x; labels are named entities

All records are read before anything is written; a file appears whole. Exit
codes: 0 done, 1 failed (a bad line is named), 2 wrong usage, 3 done, but the
text of some documents could not be found; these are left out.`
}

func exportFlags() []cli.Flag {
	formats := []cli.Flag{
		&cli.StringFlag{Name: "to", Usage: "write in `FORMAT`"},
		&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "write to `FILE`, which appears whole"},
		&cli.StringFlag{Name: "out-dir", Usage: "write files of their own for each document into `DIR` (brat, webanno)"},
	}
	return append(formats, textFlags("")...)
}

// export is one run, with every flag understood.
type export struct {
	streams
	format         output.ExportFormat
	names          []string
	output, outDir string
	texts          *texts // nil where records must do without
}

// newExport reads the flags.
func newExport(c *cli.Context, s streams) (*export, error) {
	run := &export{streams: s, names: c.Args().Slice(), output: c.String("output"), outDir: c.String("out-dir")}
	if c.String("to") == "" {
		return nil, usagef("export needs --to FORMAT; see purport export --help")
	}
	var err error
	if run.format, err = output.ParseExportFormat(c.String("to")); err != nil {
		return nil, usageError{fmt.Errorf("--to: %w", err)}
	}
	switch {
	case len(run.names) == 0:
		return nil, usagef("nothing to export: name files of records, or - for standard input")
	case run.output != "" && run.outDir != "":
		return nil, usagef("--output and --out-dir exclude one another")
	case run.outDir != "" && !run.format.PerDocument():
		return nil, usagef("%s is one file for all documents: give --output instead of --out-dir", run.format.Name)
	case run.outDir == "" && run.format.FilesPerDocument() > 1:
		return nil, usagef("%s is %d files a document: give --out-dir", run.format.Name, run.format.FilesPerDocument())
	}
	if c.IsSet("root") || c.IsSet("texts") {
		run.texts, err = newTexts(c)
	}
	return run, err
}

// do reads the records, finds the texts, and writes.
func (run *export) do(ctx context.Context) error {
	records := output.NewCollection(run.format)
	if err := run.read(records); err != nil {
		return err
	}
	if err := records.Check(); err != nil {
		return err
	}
	docs, err := run.withTexts(ctx, records.Documents)
	if err != nil {
		return err
	}
	if err := run.write(docs); err != nil {
		return err
	}
	if len(docs) < len(records.Documents) {
		return exit(exitSomeFailed)
	}
	return nil
}

// read reads the records of every file.
func (run *export) read(records *output.Collection) error {
	for _, name := range run.names {
		if name == reader.Stdin {
			if err := records.Read(run.in); err != nil {
				return fmt.Errorf("standard input: %w", err)
			}
			continue
		}
		files, err := recordFiles([]string{name})
		if err != nil {
			return err
		}
		for _, file := range files {
			if err := readFile(file, records); err != nil {
				return fmt.Errorf("%s: %w", file, err)
			}
		}
	}
	return nil
}

func readFile(name string, records *output.Collection) error {
	file, err := os.Open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	return records.Read(file)
}

// withTexts gives the documents their texts where the user said how to find
// them, and returns those that have theirs; of the others it warns.
func (run *export) withTexts(ctx context.Context, docs []*output.StoredDocument) ([]*output.StoredDocument, error) {
	if run.texts == nil {
		return docs, nil
	}
	defer run.texts.close()
	var found []*output.StoredDocument
	for _, stored := range docs {
		doc, err := run.texts.find(ctx, stored.Path)
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if err == nil {
			err = stored.SetText(doc.Text)
		}
		if err != nil {
			run.warn("%s is left out: %v", stored.Path, err)
			continue
		}
		found = append(found, stored)
	}
	return found, nil
}

// write writes the documents where the flags say.
func (run *export) write(docs []*output.StoredDocument) error {
	if run.outDir != "" {
		return run.format.WriteFolder(run.outDir, docs)
	}
	data, err := run.format.Bytes(docs)
	if err != nil {
		return err
	}
	if run.output != "" && run.output != "-" {
		return output.WriteFile(run.output, data)
	}
	_, err = run.out.Write(data)
	return err
}
