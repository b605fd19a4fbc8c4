package reader

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"sort"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
)

// Stdin is the path that stands for standard input.
const Stdin = "-"

// File is one file to read, or a path that leads to none.
type File struct {
	// Path is as the user gave it, with "/" between its parts.
	Path string
	// Err says why the path cannot be read, nil where nothing is known
	// against it yet.
	Err error
}

// Rules say which files count.
type Rules struct {
	// Include and Exclude are globs with "**". One without "/" is matched
	// against a file's name, one with "/" against its whole path. A file
	// must match an Include, where there are any, and no Exclude; a folder
	// that matches an Exclude is not entered.
	Include, Exclude []string
	// Format, unless Auto, lets every file in a folder count, whatever its
	// name.
	Format Format
}

// Check returns an error that names the first malformed glob.
func (r Rules) Check() error {
	for _, pattern := range append(append([]string{}, r.Include...), r.Exclude...) {
		if !doublestar.ValidatePattern(pattern) {
			return coded("usage", "%q is not a valid glob", pattern)
		}
	}
	return nil
}

// Walk returns the files that the paths mean, each once, in byte order of
// their paths, and how many files in folders were passed over because their
// names end in no known format.
//
// A path is a file, a folder, "-" for standard input, or, where there is no
// such file, a glob. In folders, hidden files and folders are passed over and
// links to folders are not followed, so that a loop of links is harmless. A
// path that leads nowhere is a File with Err set.
func Walk(paths []string, rules Rules) (files []File, unknown int) {
	w := walker{rules: rules, seen: map[string]bool{}}
	for _, p := range paths {
		w.add(filepath.ToSlash(p))
	}
	sort.SliceStable(w.files, func(i, j int) bool { return w.files[i].Path < w.files[j].Path })
	return w.files, w.unknown
}

type walker struct {
	rules   Rules
	files   []File
	seen    map[string]bool
	unknown int
}

// add takes up one path that the user gave.
func (w *walker) add(p string) {
	if p == Stdin {
		w.take(p, nil)
		return
	}
	info, err := os.Stat(filepath.FromSlash(p))
	switch {
	case err == nil && info.IsDir():
		w.folder(p)
	case err == nil:
		if w.rules.allows(p) {
			w.take(p, nil)
		}
	case strings.ContainsAny(p, "*?[{"):
		w.glob(p)
	default:
		w.take(p, fileError(err))
	}
}

// glob takes up what a pattern matches: files, and folders with all in them.
func (w *walker) glob(pattern string) {
	if !doublestar.ValidatePattern(pattern) {
		w.take(pattern, coded("not-found", "there is no such file, and it is no valid glob"))
		return
	}
	matches, err := doublestar.FilepathGlob(filepath.FromSlash(pattern), doublestar.WithNoFollow(), doublestar.WithNoHidden())
	if err != nil {
		w.take(pattern, fileError(err))
		return
	}
	if len(matches) == 0 {
		w.take(pattern, coded("not-found", "nothing matches"))
	}
	deep := strings.Contains(pattern, "**")
	for _, match := range matches {
		match = filepath.ToSlash(match)
		info, err := os.Stat(filepath.FromSlash(match))
		switch {
		case err != nil:
			w.take(match, fileError(err))
		case !info.IsDir():
			w.found(match, !deep)
		case !deep:
			w.folder(match)
		}
	}
}

// folder takes up every file under a folder.
func (w *walker) folder(dir string) {
	entries, err := os.ReadDir(filepath.FromSlash(dir))
	if err != nil {
		w.take(dir, fileError(err))
	}
	for _, entry := range entries {
		name := entry.Name()
		if strings.HasPrefix(name, ".") {
			continue
		}
		p := join(dir, name)
		if entry.IsDir() {
			if !matchesAny(w.rules.Exclude, p) {
				w.folder(p)
			}
			continue
		}
		w.entry(p, entry)
	}
}

// entry takes up one thing in a folder that is no folder.
func (w *walker) entry(p string, entry fs.DirEntry) {
	if entry.Type()&fs.ModeSymlink == 0 {
		if entry.Type().IsRegular() {
			w.found(p, false)
		}
		return
	}
	info, err := os.Stat(filepath.FromSlash(p))
	switch {
	case err != nil:
		if w.rules.allows(p) && w.rules.known(p) {
			w.take(p, fileError(err))
		}
	case info.Mode().IsRegular():
		w.found(p, false)
	}
}

// found takes up a file that was not named itself. Named by a plain glob, it
// counts whatever its name ends in.
func (w *walker) found(p string, named bool) {
	switch {
	case !w.rules.allows(p):
	case named || w.rules.known(p):
		w.take(p, nil)
	default:
		w.unknown++
	}
}

// take adds a file, unless the same path was there before.
func (w *walker) take(p string, err error) {
	key := path.Clean(p)
	if w.seen[key] {
		return
	}
	w.seen[key] = true
	w.files = append(w.files, File{p, err})
}

// join puts a name behind a folder without rewriting what the user gave.
func join(dir, name string) string {
	switch {
	case dir == ".":
		return name
	case strings.HasSuffix(dir, "/"):
		return dir + name
	}
	return dir + "/" + name
}

// known reports whether a file found in a folder is one to read.
func (r Rules) known(p string) bool {
	return len(r.Include) > 0 || r.Format != Auto && r.Format != "" || formatOfName(p) != ""
}

// allows reports whether the globs let a file through.
func (r Rules) allows(p string) bool {
	return (len(r.Include) == 0 || matchesAny(r.Include, p)) && !matchesAny(r.Exclude, p)
}

func matchesAny(patterns []string, p string) bool {
	for _, pattern := range patterns {
		subject := p
		if !strings.Contains(pattern, "/") {
			subject = path.Base(p)
		}
		if matched, _ := doublestar.Match(pattern, subject); matched {
			return true
		}
	}
	return false
}
