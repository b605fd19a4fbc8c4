package main

import (
	"encoding/hex"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/purport-nlp/purport/testdata"
)

// update rewrites what the commands must print:
//
//	go test ./cmd/purport -update
//
// Read the difference before committing it: `purport diff` says what changed.
var update = flag.Bool("update", false, "rewrite the goldens in testdata/cases")

const (
	corpusFolder = "../../testdata/corpus"
	casesFolder  = "../../testdata/cases"
	goldenFolder = casesFolder + "/golden"
)

// TestMain lets the scripts run this test binary as the command purport.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"purport": main})
}

// TestCommand runs the cases of how the command behaves.
func TestCommand(t *testing.T) { testscript.Run(t, scripts(casesFolder)) }

// TestGolden holds the records of every article to what was printed before.
func TestGolden(t *testing.T) {
	checkGoldens(t)
	testscript.Run(t, scripts(goldenFolder))
}

// scripts says how the cases of a folder are run: each in a folder of its own
// that holds the corpus, with three commands beside those of testscript.
func scripts(folder string) testscript.Params {
	return testscript.Params{
		Dir:           folder,
		UpdateScripts: *update,
		Setup: func(env *testscript.Env) error {
			env.Setenv("NO_COLOR", "1")
			return os.CopyFS(filepath.Join(env.Cd, "corpus"), os.DirFS(corpusFolder))
		},
		Condition: func(name string) (bool, error) {
			if name == "root" {
				return os.Getuid() == 0, nil
			}
			return false, fmt.Errorf("there is no condition %q", name)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": exits,
			"bytes": writeBytes,
			"lines": countLines,
		},
	}
}

// exits runs a command and holds it to its exit code:
//
//	exits 3 purport extract missing.txt
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE COMMAND [ARGUMENT…]")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var failed *exec.ExitError
		if !errors.As(err, &failed) {
			ts.Fatalf("%s did not run: %v", args[1], err)
		}
		got = failed.ExitCode()
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

// writeBytes makes a file of bytes that a script cannot spell:
//
//	bytes broken.txt 'A line' 00 'and more'
//
// Arguments of two hexadecimal digits are bytes, all others text.
func writeBytes(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 1 {
		ts.Fatalf("usage: bytes FILE PART…")
	}
	var data []byte
	for _, part := range args[1:] {
		if b, err := hex.DecodeString(part); err == nil && len(b) == 1 {
			data = append(data, b...)
		} else {
			data = append(data, part...)
		}
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), data, 0o666))
}

// countLines holds a file, or stdout or stderr, to a number of lines:
//
//	lines stdout 1
func countLines(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: lines FILE NUMBER")
	}
	want, err := strconv.Atoi(args[1])
	ts.Check(err)
	if got := strings.Count(ts.ReadFile(args[0]), "\n"); (got == want) == neg {
		ts.Fatalf("%s has %d lines", args[0], got)
	}
}

// goldens says which records of which articles are kept. Claims are kept of
// all; of the other kinds, those of the articles that try them hardest.
func goldens() []golden {
	var all []golden
	for _, article := range testdata.Articles() {
		all = append(all, golden{"claims", article.Name})
	}
	for _, name := range []string{"report-cargo-screening", "crlf-bulletin", "no-final-newline", "one-line-paragraphs", "odd-scripts"} {
		all = append(all, golden{"sentences", name})
	}
	return append(all,
		golden{"tokens", "crlf-bulletin"},
		golden{"tokens", "odd-scripts"},
		golden{"entities", "names-festival"},
		golden{"entities", "wire-kariba"},
		golden{"dates", "dates-survey"},
		golden{"dates", "wire-kariba"},
		golden{"quotes", "names-festival"},
		golden{"quotes", "wire-kariba"},
		golden{"documents", "central-bank-statement"},
		golden{"documents", "headline-only"},
	)
}

// golden is one kind of record of one article.
type golden struct{ kind, article string }

func (g golden) fileName() string { return g.article + "." + g.kind + ".txtar" }

// script is the golden's case without what is to be printed. It is run on one
// worker and on eight.
func (g golden) script() string {
	const form = `# The %[1]s of %[2]s.txt, on one worker and on eight.
# Rewritten by: go test ./cmd/purport -update
exec purport extract -q -j 1 --emit %[1]s corpus/%[2]s.txt
cmp stdout %[1]s.jsonl
exec purport extract -q -j 8 --emit %[1]s corpus/%[2]s.txt
cmp stdout %[1]s.jsonl
-- %[1]s.jsonl --
`
	return fmt.Sprintf(form, g.kind, g.article)
}

// checkGoldens fails where an article lacks a golden, where a golden has no
// article, and where one was written by hand to check less. With -update it
// makes what is missing; what has no article is for a person to delete.
func checkGoldens(t *testing.T) {
	t.Helper()
	var expected []string
	for _, g := range goldens() {
		expected = append(expected, g.fileName())
		name := filepath.Join(goldenFolder, g.fileName())
		data, err := os.ReadFile(name)
		switch {
		case err == nil && strings.HasPrefix(string(data), g.script()):
		case *update:
			if err := os.MkdirAll(goldenFolder, 0o777); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(name, []byte(g.script()), 0o666); err != nil {
				t.Fatal(err)
			}
		case err != nil:
			t.Errorf("%s: there is no golden; run go test ./cmd/purport -update", g.fileName())
		default:
			t.Errorf("%s: its script is not the one that every golden has", g.fileName())
		}
	}
	entries, err := os.ReadDir(goldenFolder)
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		if !slices.Contains(expected, entry.Name()) {
			t.Errorf("%s: an orphan: no article of the corpus asks for it", entry.Name())
		}
	}
}
