package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/purport-nlp/purport/extractors"
	"github.com/purport-nlp/purport/output"
	"github.com/purport-nlp/purport/pipeline"
	"github.com/purport-nlp/purport/pipeline/reader"
)

func extractCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:      "extract",
		Usage:     "print the claims of articles as JSON lines",
		ArgsUsage: "PATH…",
		UsageText: `purport extract [FLAGS] PATH…

Examples:
  purport extract article.txt                     its claims, one JSON object a line
  purport extract articles/ -o claims.jsonl       every article in a folder
  purport extract 'news/**/*.html' --emit dates   another kind of record
  cat article.txt | purport extract -             standard input
  purport extract - --input-format jsonl < docs   one {"id","text","date"} a line
  purport extract articles/ --out-dir out/        every kind, one file each
  purport extract articles/ | jq 'select(.level == "speculative") | .claim_text'`,
		Description: `A PATH is a file, a folder, a glob (with **), or - for standard input. Read are
text, Markdown, HTML, PDF, DOCX and JSON lines, and any of these with .gz; in a
folder, files whose names end so. Files are taken in byte order of their paths.

The same input and flags give the same bytes, whatever --jobs is.

A document that cannot be read yields an error record, as a line on standard
error (in errors.jsonl with --out-dir), and the run goes on; it then ends with
exit code 3.`,
		Flags: extractFlags(),
		Action: func(c *cli.Context) error {
			run, err := newExtraction(c, s)
			if err != nil {
				return err
			}
			return run.do(c.Context)
		},
	}
}

func extractFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "write to `FILE`, which appears whole when the run is done"},
		&cli.StringFlag{Name: "out-dir", Usage: "write one file a kind of record, and run.json, into `DIR`"},
		&cli.StringFlag{Name: "emit", Value: "claims", Usage: "the `KIND` of record: claims, sentences, tokens, entities, dates, quotes or documents; with --out-dir several, joined by commas (default there: all)"},
		&cli.IntFlag{Name: "jobs", Aliases: []string{"j"}, Value: runtime.GOMAXPROCS(0), DefaultText: "one a processor", Usage: "work on `N` documents at once"},
		&cli.StringFlag{Name: "engine", Value: string(extractors.Native), Usage: "`ENGINE` for tokens, tags and entities: native or prose"},
		&cli.StringFlag{Name: "ref-date", Usage: "take `DATE` (YYYY-MM-DD) as the day of publication of every document, from which \"yesterday\" counts"},
		&cli.BoolFlag{DisableDefaultText: true, Name: "day-first", Usage: "read 03/04/2023 as 3 April, where no other date of the document tells the order"},
		&cli.StringFlag{Name: "input-format", Value: string(reader.Auto), Usage: "read every file as `FORMAT`: auto (by its name), text, markdown, html, pdf, docx or jsonl"},
		&cli.StringSliceFlag{Name: "include", Usage: "take only files that match `GLOB`: against the name, or, with a / in it, the whole path; may be repeated"},
		&cli.StringSliceFlag{Name: "exclude", Usage: "pass over files and folders that match `GLOB`; may be repeated"},
		&cli.StringFlag{Name: "files-from", Usage: "read more paths from `FILE`, one a line; - is standard input"},
		&cli.StringFlag{Name: "files0-from", Usage: "read more paths from `FILE`, each ended by a NUL byte; - is standard input"},
		&cli.StringFlag{Name: "shard", Usage: "do only part `I/N` of the documents: every N-th, from the I-th; join the parts with purport merge"},
		&cli.IntFlag{Name: "limit", DefaultText: "all", Usage: "stop after the first `N` documents"},
		&cli.BoolFlag{DisableDefaultText: true, Name: "resume", Usage: "with --out-dir: keep what an interrupted run completed there"},
		&cli.BoolFlag{DisableDefaultText: true, Name: "with-text", Usage: "put the text into document records"},
		&cli.BoolFlag{DisableDefaultText: true, Name: "fail-fast", Usage: "end the run at the first document that fails"},
		&cli.StringFlag{Name: "progress", Value: "auto", Usage: "show a progress bar on standard error: `WHEN` is auto (on a terminal), always or never"},
		&cli.BoolFlag{DisableDefaultText: true, Name: "stats", Usage: "say on standard error how long each stage took"},
		&cli.BoolFlag{DisableDefaultText: true, Name: "quiet", Aliases: []string{"q"}, Usage: "say nothing on standard error but errors"},
		&cli.BoolFlag{DisableDefaultText: true, Name: "dry-run", Aliases: []string{"n"}, Usage: "only list the files that would be read"},
	}
}

// extraction is one run of the main job, with every flag understood.
type extraction struct {
	streams
	kinds    []output.Kind
	layers   []pipeline.Layer
	engine   extractors.Engine
	format   reader.Format
	refDate  string
	dayFirst bool
	rules    reader.Rules
	paths    []string
	shard    shard
	limit    int
	jobs     int
	output   string
	outDir   string
	withText bool
	resume   bool
	failFast bool
	progress string
	stats    bool
	quiet    bool
	dryRun   bool
}

// newExtraction reads the flags. Every error it returns is the user's.
func newExtraction(c *cli.Context, s streams) (*extraction, error) {
	run := &extraction{
		streams: s, output: c.String("output"), outDir: c.String("out-dir"), jobs: c.Int("jobs"), limit: -1,
		withText: c.Bool("with-text"), resume: c.Bool("resume"), failFast: c.Bool("fail-fast"),
		progress: c.String("progress"), stats: c.Bool("stats"), quiet: c.Bool("quiet"), dryRun: c.Bool("dry-run"),
		dayFirst: c.Bool("day-first"),
	}
	for _, step := range []func(*cli.Context) error{run.readKinds, run.readChoices, run.readPaths, run.checkTargets} {
		if err := step(c); err != nil {
			return nil, usageError{err}
		}
	}
	return run, nil
}

// readKinds reads --emit.
func (run *extraction) readKinds(c *cli.Context) error {
	names := strings.Split(c.String("emit"), ",")
	if run.outDir != "" && !c.IsSet("emit") {
		run.kinds = output.Kinds()
		names = nil
	}
	for _, name := range names {
		kind, err := output.ParseKind(name)
		if err != nil || kind == output.Error || name != kind.Plural() {
			return fmt.Errorf("--emit %q: it is one of %s", name, kindNames())
		}
		run.kinds = append(run.kinds, kind)
	}
	if len(run.kinds) > 1 && run.outDir == "" {
		return fmt.Errorf("--emit takes one kind, for a stream holds one; --out-dir takes several")
	}
	for _, kind := range run.kinds {
		run.layers = append(run.layers, kind.Layers()...)
	}
	return nil
}

func kindNames() string {
	var names []string
	for _, kind := range output.Kinds() {
		names = append(names, kind.Plural())
	}
	return strings.Join(names, ", ")
}

// readChoices reads the flags that have a fixed set of values.
func (run *extraction) readChoices(c *cli.Context) (err error) {
	if run.engine, err = extractors.ParseEngine(c.String("engine")); err != nil {
		return err
	}
	if run.format, err = reader.ParseFormat(c.String("input-format")); err != nil {
		return err
	}
	if date := c.String("ref-date"); date != "" {
		day, ok := reader.ParseDate(date)
		if !ok || day != date {
			return fmt.Errorf("--ref-date %q: it is a day, YYYY-MM-DD", date)
		}
		run.refDate = day
	}
	if run.shard, err = parseShard(c.String("shard")); err != nil {
		return err
	}
	if c.IsSet("limit") {
		if run.limit = c.Int("limit"); run.limit < 0 {
			return fmt.Errorf("--limit %d: it cannot be negative", run.limit)
		}
	}
	if run.jobs < 1 {
		return fmt.Errorf("--jobs %d: it is at least 1", run.jobs)
	}
	switch run.progress {
	case "auto", "always", "never":
		return nil
	}
	return fmt.Errorf("--progress %q: it is auto, always or never", run.progress)
}

// readPaths gathers what to read.
func (run *extraction) readPaths(c *cli.Context) (err error) {
	run.rules = reader.Rules{Include: c.StringSlice("include"), Exclude: c.StringSlice("exclude"), Format: run.format}
	if err := run.rules.Check(); err != nil {
		return err
	}
	run.paths, err = gatherPaths(c.Args().Slice(), c.String("files-from"), c.String("files0-from"), run.in)
	return err
}

// checkTargets refuses flags that contradict one another.
func (run *extraction) checkTargets(*cli.Context) error {
	switch {
	case run.output != "" && run.outDir != "":
		return fmt.Errorf("--output and --out-dir exclude one another")
	case run.resume && run.outDir == "":
		return fmt.Errorf("--resume needs --out-dir: only there can it see what was done")
	}
	return nil
}

// do runs the extraction.
func (run *extraction) do(ctx context.Context) error {
	files, unknown := reader.Walk(run.paths, run.rules)
	files = run.withoutOutput(files)
	if !run.quiet {
		run.noteFiles(len(files), unknown)
	}
	if run.dryRun {
		return run.list(files)
	}
	stages, err := extractors.Default(extractors.Options{Engine: run.engine, DayFirst: run.dayFirst})
	if err != nil {
		return err
	}
	if stages, err = extractors.Needed(stages, run.layers...); err != nil {
		return err
	}
	clock := newClock(run.stats)
	chain, err := pipeline.New(clock.wrap(stages)...)
	if err != nil {
		return err
	}
	target, err := run.open()
	if err != nil {
		return err
	}
	failures, err := run.extract(ctx, chain, files, target)
	if err != nil {
		return closeAfter(err, target.Abort())
	}
	if err := target.Commit(); err != nil {
		return err
	}
	clock.report(run.err)
	if failures == 0 {
		return nil
	}
	if run.outDir != "" && !run.quiet {
		run.warn("%d documents failed: see %s", failures, filepath.Join(run.outDir, output.Error.FileName()))
	}
	return exit(exitSomeFailed)
}

// closeAfter returns the error that ended a run; one of closing after it
// would only hide it.
func closeAfter(err, _ error) error { return err }

// noteFiles says what a user would otherwise wonder about.
func (run *extraction) noteFiles(files, unknown int) {
	if files == 0 {
		run.warn("no documents found")
	}
	switch {
	case unknown == 1:
		run.warn("1 file passed over, its name ends in no known format; --include '*' takes it as text")
	case unknown > 1:
		run.warn("%d files passed over, their names end in no known format; --include '*' takes them as text", unknown)
	}
}

// withoutOutput leaves out what the run itself writes, or wrote the last time:
// a folder may hold both the articles and the records that come of them. A
// file that is named outright is read all the same.
func (run *extraction) withoutOutput(files []reader.File) []reader.File {
	folder, single := absolute(run.outDir), absolute(run.output)
	return slices.DeleteFunc(files, func(file reader.File) bool {
		path := absolute(file.Path)
		inside := folder != "" && strings.HasPrefix(path, folder+string(filepath.Separator))
		return (inside || single != "" && path == single) && !slices.Contains(run.paths, file.Path)
	})
}

// absolute returns the path from the root, or "" for none.
func absolute(path string) string {
	if path == "" || path == "-" {
		return ""
	}
	whole, err := filepath.Abs(path)
	if err != nil {
		return ""
	}
	return whole
}

// list is what --dry-run does.
func (run *extraction) list(files []reader.File) error {
	failed := false
	for _, file := range files {
		if file.Err != nil {
			failed = true
			run.warn("%s: %v", file.Path, file.Err)
			continue
		}
		if _, err := fmt.Fprintln(run.out, file.Path); err != nil {
			return err
		}
	}
	if failed {
		return exit(exitSomeFailed)
	}
	return nil
}

// extract takes the documents of the files through the chain and hands what
// comes out to the target, in order. It returns how many documents failed.
func (run *extraction) extract(ctx context.Context, chain *pipeline.Pipeline, files []reader.File, target target) (failures int, err error) {
	documents := reader.New(reader.Options{Format: run.format, RefDate: run.refDate, Stdin: run.in, Jobs: run.jobs})
	defer documents.Close()
	inputs := run.shard.of(limited(documents.Documents(files), run.limit))
	bar := newProgress(run, files)
	defer bar.finish()

	chain, err = skipping(chain, target)
	if err != nil {
		return 0, err
	}
	encoder := output.NewEncoder(output.Options{WithText: run.withText})
	finish := func(doc *pipeline.Document) (finished, error) { return run.finish(encoder, target, doc) }
	emit := func(result pipeline.Result[finished]) error {
		bar.add(result.Path)
		if result.Err == nil {
			return target.write(result.Path, result.Value)
		}
		failures++
		bar.clear()
		if err := target.Fail(result.Err); err != nil {
			return err
		}
		if run.failFast {
			return fmt.Errorf("--fail-fast: %w", result.Err)
		}
		return nil
	}
	return failures, pipeline.Run(ctx, chain, inputs, run.jobs, finish, emit)
}

// open makes the target that the flags ask for.
func (run *extraction) open() (target, error) {
	switch {
	case run.outDir != "":
		folder, err := output.CreateFolder(run.outDir, run.kinds, run.summary(), run.resume)
		return folderTarget{folder}, err
	case run.output != "" && run.output != "-":
		stream, err := output.CreateFile(run.output, run.err)
		return streamTarget{stream}, err
	}
	return streamTarget{output.NewStream(run.out, run.err)}, nil
}

// summary is what run.json says of the flags.
func (run *extraction) summary() output.Summary {
	summary := output.Summary{Settings: output.Settings{
		Version: version, Schema: output.Schema, Engine: string(run.engine), DayFirst: run.dayFirst, InputFormat: string(run.format), WithText: run.withText,
	}}
	for _, kind := range run.kinds {
		summary.Emit = append(summary.Emit, kind.Plural())
	}
	if run.refDate != "" {
		summary.RefDate = &run.refDate
	}
	if run.limit >= 0 {
		summary.Limit = &run.limit
	}
	if run.shard.count > 1 {
		name := run.shard.String()
		summary.Shard = &name
	}
	return summary
}

// gatherPaths joins the arguments with the paths of the lists.
func gatherPaths(args []string, list, list0 string, stdin io.Reader) ([]string, error) {
	paths := append([]string{}, args...)
	for _, from := range []struct{ name, separator string }{{list, "\n"}, {list0, "\x00"}} {
		if from.name == "" {
			continue
		}
		var data []byte
		var err error
		if from.name == reader.Stdin {
			data, err = io.ReadAll(stdin)
		} else {
			data, err = os.ReadFile(from.name)
		}
		if err != nil {
			return nil, fmt.Errorf("cannot read the list of paths: %w", err)
		}
		for p := range strings.SplitSeq(string(data), from.separator) {
			if from.separator == "\n" {
				p = strings.TrimSuffix(p, "\r")
			}
			if p != "" {
				paths = append(paths, p)
			}
		}
	}
	if len(paths) == 0 && list == "" && list0 == "" {
		return nil, fmt.Errorf("nothing to read: name a file or a folder, or - for standard input; see purport extract --help")
	}
	for _, p := range args {
		if p == "" {
			return nil, fmt.Errorf("a path is empty")
		}
		if p == reader.Stdin && (list == reader.Stdin || list0 == reader.Stdin) {
			return nil, fmt.Errorf("standard input cannot be both a document and the list of paths")
		}
	}
	return paths, nil
}
