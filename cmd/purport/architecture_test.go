package main

import (
	"cmp"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const (
	module = "github.com/purport-nlp/purport"
	root   = "../.."
)

// room is one part of the house: which packages it holds, and what of the
// module its code may import. "/..." takes in what is below.
type room struct {
	holds   string
	imports []string
}

// rooms is the direction of ARCHITECTURE.md, most particular first. Tests may
// import what they like.
var rooms = []room{
	{"cmd/purport", []string{"extractors", "output", "pipeline/reader", "pipeline"}},
	{"cmd/modelgen/teacher", nil},
	{"cmd/modelgen", []string{"cmd/modelgen/teacher", "extractors/...", "output", "pipeline"}},
	{"output", []string{"pipeline"}},
	{"pipeline/reader", []string{"pipeline"}},
	{"pipeline", nil},
	{"testdata", nil},
	{"extractors/model", []string{"pipeline"}},
	{"extractors/lexicon", []string{"pipeline", "extractors/model"}},
	{"extractors/prosenlp", []string{"pipeline", "extractors/lexicon"}},
	{"extractors", []string{"pipeline", "extractors/..."}},
	{"extractors/...", []string{"pipeline", "extractors/prosenlp", "extractors/lexicon", "extractors/model"}},
}

// owners says which room alone may import a package from outside.
var owners = map[string]string{
	"github.com/jdkato/prose/v2":            "extractors/prosenlp",
	"github.com/urfave/cli/v2":              "cmd",
	"github.com/schollz/progressbar/v3":     "cmd/purport",
	"golang.org/x/sys/cpu":                  "cmd/modelgen/teacher",
	"github.com/bmatcuk/doublestar/v4":      "pipeline/reader",
	"github.com/rogpeppe/go-internal":       "nowhere but in tests",
	"github.com/santhosh-tekuri/jsonschema": "nowhere but in tests",
}

// within reports whether a package is the one that pattern names, or, where
// the pattern ends in "/...", one below it.
func within(folder, pattern string) bool {
	above, all := strings.CutSuffix(pattern, "/...")
	return folder == above || all && strings.HasPrefix(folder, above+"/")
}

func roomOf(folder string) *room {
	for i := range rooms {
		if within(folder, rooms[i].holds) {
			return &rooms[i]
		}
	}
	return nil
}

// TestDirection: imports only run along the arrows of ARCHITECTURE.md.
func TestDirection(t *testing.T) {
	checked := 0
	for file, folder := range sources(t) {
		room := roomOf(folder)
		if room == nil {
			t.Errorf("%s: no room of the house holds the package %s", file, folder)
			continue
		}
		for _, imported := range imports(t, file) {
			checked++
			if problem := room.problem(folder, imported); problem != "" {
				t.Errorf("%s imports %s: %s", file, imported, problem)
			}
		}
	}
	if checked < 100 {
		t.Fatalf("only %d imports were read", checked)
	}
}

// problem says what is wrong with a package of the room importing another.
func (r *room) problem(folder, imported string) string {
	if inside, ours := strings.CutPrefix(imported, module+"/"); ours {
		if !slices.ContainsFunc(r.imports, func(pattern string) bool { return within(inside, pattern) }) {
			return "against the direction"
		}
		return ""
	}
	if folder == "pipeline" && strings.Contains(imported, ".") {
		return "the centre imports the standard library only"
	}
	for outside, owner := range owners {
		if (imported == outside || strings.HasPrefix(imported, outside+"/")) && folder != owner && !strings.HasPrefix(folder, owner+"/") {
			return "that package is for " + owner
		}
	}
	return ""
}

// sources yields the module's Go files that are no tests, each with its
// package's folder.
func sources(t *testing.T) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(root, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() && strings.HasPrefix(entry.Name(), ".") && name != root {
			return cmp.Or(err, fs.SkipDir)
		}
		if strings.HasSuffix(name, ".go") && !strings.HasSuffix(name, "_test.go") {
			inside, err := filepath.Rel(root, name)
			if err != nil {
				return err
			}
			files[name] = path.Dir(filepath.ToSlash(inside))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func imports(t *testing.T, file string) []string {
	t.Helper()
	parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	var paths []string
	for _, spec := range parsed.Imports {
		imported, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			t.Fatal(err)
		}
		paths = append(paths, imported)
	}
	return paths
}

// TestTopLevel: the house has these rooms and no others.
func TestTopLevel(t *testing.T) {
	rooms := []string{"ARCHITECTURE.md", "CHANGELOG.md", "LICENSE", "README.md", "cmd", "extractors", "go.mod", "go.sum", "output", "pipeline", "testdata"}
	entries, err := os.ReadDir(root)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, entry := range entries {
		if !strings.HasPrefix(entry.Name(), ".") {
			got = append(got, entry.Name())
		}
	}
	for _, name := range rooms {
		if !slices.Contains(got, name) {
			t.Errorf("%s is missing", name)
		}
	}
	for _, name := range got {
		if !slices.Contains(rooms, name) && !ignored(name) {
			t.Errorf("%s is no room of the house", name)
		}
	}
}

// ignored reports whether .gitignore keeps a top-level name out.
func ignored(name string) bool {
	data, err := os.ReadFile(filepath.Join(root, ".gitignore"))
	if err != nil {
		return false
	}
	for line := range strings.Lines(string(data)) {
		if matched, _ := path.Match(strings.Trim(strings.TrimSpace(line), "/"), name); matched {
			return true
		}
	}
	return false
}
