package output

import (
	"bytes"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
)

// WriteFolder writes the documents into a folder, each as files of its own.
// All of them are made before the first is written, and each appears whole.
func (f ExportFormat) WriteFolder(dir string, docs []*StoredDocument) error {
	files := map[string][]byte{}
	for name, text := range f.beside {
		files[name] = []byte(text)
	}
	names := fileNames(docs)
	for i, doc := range docs {
		for _, file := range f.each {
			var out bytes.Buffer
			if err := file.write(&out, doc); err != nil {
				return err
			}
			files[names[i]+file.ending] = out.Bytes()
		}
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if err := WriteFile(filepath.Join(dir, name), files[name]); err != nil {
			return err
		}
	}
	return nil
}

// WriteFile writes a file that appears whole or not at all.
func WriteFile(name string, data []byte) error {
	stream, err := CreateFile(name, io.Discard)
	if err != nil {
		return err
	}
	if err := stream.Write(Records{data}); err != nil {
		stream.Abort()
		return err
	}
	return stream.Commit()
}

// fileNames makes a name of each document's path, without the ending .txt:
// other tools want plain names in one folder. Paths that come to the same
// name, upper and lower case aside, are numbered.
func fileNames(docs []*StoredDocument) []string {
	taken := map[string]bool{}
	names := make([]string, len(docs))
	for i, doc := range docs {
		plain := strings.Trim(strings.Map(plainRune, strings.TrimSuffix(doc.Path, ".txt")), "._")
		plain = orElse(plain, "document")
		name := plain
		for n := 2; taken[strings.ToLower(name)]; n++ {
			name = fmt.Sprintf("%s-%d", plain, n)
		}
		taken[strings.ToLower(name)] = true
		names[i] = name
	}
	return names
}

// plainRune keeps what is safe in a file name everywhere.
func plainRune(r rune) rune {
	if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '-' || r == '.' {
		return r
	}
	return '_'
}
