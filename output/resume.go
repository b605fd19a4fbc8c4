package output

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strconv"

	"github.com/purport-nlp/purport/pipeline"
)

// Key identifies everything that a document's records are made from: its text
// and what its input said about it.
func Key(doc *pipeline.Document) string {
	hash := sha256.New()
	for _, part := range []string{doc.SHA256, doc.Title, doc.Published, string(doc.PublishedBasis), string(doc.Meta), doc.Format, doc.Encoding} {
		io.WriteString(hash, part)
		hash.Write([]byte{0})
	}
	return hex.EncodeToString(hash.Sum(nil)[:8])
}

// Earlier says where an earlier run left the records of a document.
type Earlier struct {
	run    *storedRun
	starts []int64
	entry  entry
}

// Records reads the records.
func (e *Earlier) Records() (Records, error) {
	records := make(Records, len(e.starts))
	for i, start := range e.starts {
		records[i] = make([]byte, e.entry.Bytes[i])
		if _, err := e.run.files[i].ReadAt(records[i], start); err != nil {
			return nil, err
		}
	}
	return records, nil
}

// earlier is what earlier runs left, by path and key.
type earlier struct {
	runs []*storedRun
	at   map[[2]string]*Earlier
}

func (e *earlier) find(doc *pipeline.Document) *Earlier {
	if e == nil || len(e.at) == 0 {
		return nil
	}
	return e.at[[2]string{doc.Path, Key(doc)}]
}

func (e *earlier) close() {
	if e == nil {
		return
	}
	for _, run := range e.runs {
		run.close()
	}
}

// setAside moves what is in the folder to a place of its own, beside what
// earlier resumed runs that were interrupted had moved there, and reads it.
func setAside(dir string, kinds []Kind, settings Settings) (*earlier, error) {
	aside := filepath.Join(dir, earlierDir)
	last := 0
	for exists(filepath.Join(aside, strconv.Itoa(last))) {
		last++
	}
	if exists(filepath.Join(dir, indexFile)) {
		target := filepath.Join(aside, strconv.Itoa(last))
		if err := os.MkdirAll(target, 0o755); err != nil {
			return nil, err
		}
		if err := moveRun(dir, target); err != nil {
			return nil, err
		}
		last++
	}
	found := &earlier{at: map[[2]string]*Earlier{}}
	for i := range last {
		run, err := openRun(filepath.Join(aside, strconv.Itoa(i)), kinds)
		if err != nil || !run.settings.equal(settings) {
			run.close()
			continue // made by other settings, or damaged: done again
		}
		found.runs = append(found.runs, run)
		for _, done := range run.done {
			if !done.entry.Failed {
				found.at[[2]string{done.entry.Path, done.entry.Key}] = done
			}
		}
	}
	return found, nil
}

func exists(name string) bool {
	_, err := os.Lstat(name)
	return err == nil
}

// moveRun moves the files of a run. The index goes last: until it has moved,
// the run counts as being where it was.
func moveRun(from, to string) error {
	names := []string{runFile}
	for kind := Kind(0); kind < kindCount; kind++ {
		names = append(names, kind.FileName())
	}
	for _, name := range append(names, indexFile) {
		err := os.Rename(filepath.Join(from, name), filepath.Join(to, name))
		if err != nil && !errors.Is(err, os.ErrNotExist) {
			return err
		}
	}
	return nil
}

// storedRun is an output folder opened for reading.
type storedRun struct {
	settings Settings
	files    []*os.File
	done     []*Earlier
}

func (r *storedRun) close() {
	if r == nil {
		return
	}
	for _, file := range r.files {
		file.Close()
	}
}

// openRun reads a folder's index. It stops, without an error, at a line that
// is cut off or that counts more bytes than a file has, which is what a run
// that was killed leaves.
func openRun(dir string, kinds []Kind) (*storedRun, error) {
	run := &storedRun{}
	index, err := os.Open(filepath.Join(dir, indexFile))
	if err != nil {
		return run, err
	}
	defer index.Close()
	sizes := make([]int64, len(kinds))
	for i, kind := range kinds {
		file, err := os.Open(filepath.Join(dir, kind.FileName()))
		if err != nil {
			return run, err
		}
		run.files = append(run.files, file)
		info, err := file.Stat()
		if err != nil {
			return run, err
		}
		sizes[i] = info.Size()
	}
	lines := json.NewDecoder(bufio.NewReader(index))
	if err := lines.Decode(&run.settings); err != nil {
		return run, err
	}
	ends := make([]int64, len(kinds))
	for {
		var e entry
		if lines.Decode(&e) != nil || len(e.Bytes) != len(kinds) {
			return run, nil
		}
		done := &Earlier{run: run, starts: append([]int64{}, ends...), entry: e}
		for i, n := range e.Bytes {
			if ends[i] += n; ends[i] > sizes[i] {
				return run, nil
			}
		}
		run.done = append(run.done, done)
	}
}
