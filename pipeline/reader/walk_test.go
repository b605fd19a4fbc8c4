package reader

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// tree makes files under a new folder, makes it the working folder, and
// returns nothing: paths in the tests are relative to it. A name that ends in
// "/" is an empty folder.
func tree(t *testing.T, names ...string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for _, name := range names {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(name, "/") {
			continue
		}
		if err := os.WriteFile(name, []byte("It rained."), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func TestWalk(t *testing.T) {
	tree(t, "b.txt", "a.txt", "d/z.md", "d/a.HTML", "d/e/x.txt.gz", "d/picture.png", "d/.hidden.txt", "d/.git/x.txt", "[1].txt", "empty/", "README")
	for _, c := range []struct {
		name    string
		paths   []string
		rules   Rules
		want    string
		unknown int
	}{
		{"a file", []string{"b.txt"}, Rules{}, "b.txt", 0},
		{"byte order", []string{"b.txt", "a.txt"}, Rules{}, "a.txt b.txt", 0},
		{"each once", []string{"a.txt", "./a.txt", "d/../a.txt", "a.txt"}, Rules{}, "a.txt", 0},
		{"a folder", []string{"d"}, Rules{}, "d/a.HTML d/e/x.txt.gz d/z.md", 1},
		{"as given", []string{"./d/"}, Rules{}, "./d/a.HTML ./d/e/x.txt.gz ./d/z.md", 1},
		{"here", []string{"."}, Rules{}, "[1].txt a.txt b.txt d/a.HTML d/e/x.txt.gz d/z.md", 2},
		{"an empty folder", []string{"empty"}, Rules{}, "", 0},
		{"standard input", []string{"-", "a.txt"}, Rules{}, "- a.txt", 0},
		{"a glob", []string{"*.txt"}, Rules{}, "[1].txt a.txt b.txt", 0},
		{"a deep glob", []string{"**/*.{md,gz}"}, Rules{}, "d/e/x.txt.gz d/z.md", 0},
		{"a glob of everything", []string{"**"}, Rules{}, "[1].txt a.txt b.txt d/a.HTML d/e/x.txt.gz d/z.md", 2},
		{"a glob names any file", []string{"d/*.png"}, Rules{}, "d/picture.png", 0},
		{"a glob of folders", []string{"d*"}, Rules{}, "d/a.HTML d/e/x.txt.gz d/z.md", 1},
		{"no glob but a name", []string{"[1].txt"}, Rules{}, "[1].txt", 0},
		{"nothing matches", []string{"*.doc"}, Rules{}, "*.doc!not-found", 0},
		{"missing", []string{"no.txt", "a.txt"}, Rules{}, "a.txt no.txt!not-found", 0},
		{"a named file of no known format", []string{"README"}, Rules{}, "README", 0},
		{"include by name", []string{"."}, Rules{Include: []string{"*.txt"}}, "[1].txt a.txt b.txt", 0},
		{"include any name", []string{"d"}, Rules{Include: []string{"*.png"}}, "d/picture.png", 0},
		{"include by path", []string{"."}, Rules{Include: []string{"d/**"}}, "d/a.HTML d/e/x.txt.gz d/picture.png d/z.md", 0},
		{"exclude by name", []string{"."}, Rules{Exclude: []string{"*.txt", "*.gz"}}, "d/a.HTML d/z.md", 2},
		{"exclude a folder", []string{"."}, Rules{Exclude: []string{"d"}}, "[1].txt a.txt b.txt", 1},
		{"exclude a deep folder", []string{"."}, Rules{Exclude: []string{"**/e"}}, "[1].txt a.txt b.txt d/a.HTML d/z.md", 2},
		{"exclude a named file", []string{"a.txt", "b.txt"}, Rules{Exclude: []string{"a*"}}, "b.txt", 0},
		{"every file in one format", []string{"d"}, Rules{Format: Text}, "d/a.HTML d/e/x.txt.gz d/picture.png d/z.md", 0},
	} {
		files, unknown := Walk(c.paths, c.rules)
		if got := shown(files); got != c.want || unknown != c.unknown {
			t.Errorf("%s: got %q and %d unknown, want %q and %d", c.name, got, unknown, c.want, c.unknown)
		}
	}
}

// shown writes files in a line, with the code of an error behind "!".
func shown(files []File) string {
	var names []string
	for _, file := range files {
		name := file.Path
		var coded *codedError
		if errors.As(file.Err, &coded) {
			name += "!" + coded.code
		}
		names = append(names, name)
	}
	return strings.Join(names, " ")
}

func TestLinks(t *testing.T) {
	tree(t, "d/a.txt", "other/b.txt")
	for _, link := range []struct{ target, name string }{
		{"../d", "d/loop"}, {".", "d/self"}, {"../other", "d/folder"}, {"../other/b.txt", "d/link.txt"},
		{"nowhere", "d/broken.txt"}, {"round.txt", "d/round.txt"}, {"other", "direct"},
	} {
		if err := os.Symlink(link.target, link.name); err != nil {
			t.Skip(err)
		}
	}
	for _, c := range []struct{ path, want string }{
		{"d", "d/a.txt d/broken.txt!not-found d/link.txt d/round.txt!unreadable"},
		{"d/**", "d/a.txt d/broken.txt!not-found d/link.txt d/round.txt!unreadable"},
		{"direct", "direct/b.txt"},
	} {
		files, _ := Walk([]string{c.path}, Rules{})
		if got := shown(files); got != c.want {
			t.Errorf("%s: got %q, want %q", c.path, got, c.want)
		}
	}
}

func TestUnreadableFolder(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root may read any folder")
	}
	tree(t, "d/closed/a.txt", "d/b.txt")
	if err := os.Chmod("d/closed", 0); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod("d/closed", 0o755)
	files, _ := Walk([]string{"d"}, Rules{})
	if got := shown(files); got != "d/b.txt d/closed!permission" {
		t.Errorf("got %q", got)
	}
}

func TestWalkIsInOrder(t *testing.T) {
	tree(t, "a/b.txt", "a-b.txt", "a.txt", "B.txt", "é.txt")
	files, _ := Walk([]string{"."}, Rules{})
	var paths []string
	for _, file := range files {
		paths = append(paths, file.Path)
	}
	if !slices.IsSorted(paths) || len(paths) != 5 {
		t.Errorf("not in byte order: %q", paths)
	}
}

func TestCheckRules(t *testing.T) {
	if err := (Rules{Exclude: []string{"[a"}}).Check(); err == nil {
		t.Error("a malformed glob passed")
	}
	if err := (Rules{Include: []string{"**/*.{txt,md}"}}).Check(); err != nil {
		t.Error(err)
	}
}
