package output

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// Merge joins the output folders of all parts of a run into one, byte for
// byte what a single run would have written.
func Merge(dir string, parts []string) error {
	runs, summary, err := openParts(parts)
	defer func() {
		for _, run := range runs {
			run.close()
		}
	}()
	if err != nil {
		return err
	}
	kinds, err := kindsOf(summary.Settings)
	if err != nil {
		return err
	}
	summary = Summary{Settings: summary.Settings, Limit: summary.Limit}
	folder, err := CreateFolder(dir, kinds, summary, false)
	if err != nil {
		return err
	}
	for i := 0; ; i++ {
		run := runs[i%len(runs)]
		at := i / len(runs)
		if at >= len(run.done) {
			break
		}
		if err := folder.copy(run.done[at]); err != nil {
			return errors.Join(err, folder.Abort())
		}
	}
	return folder.Commit()
}

// copy takes over what another run wrote of one document.
func (f *Folder) copy(done *Earlier) error {
	records, err := done.Records()
	if err != nil {
		return err
	}
	if done.entry.Failed {
		f.summary.Failed++
	}
	return f.write(done.entry, records)
}

// openParts opens the folders in the order of their parts, and makes sure
// that they are all of them, whole, and made in the same way.
func openParts(dirs []string) ([]*storedRun, Summary, error) {
	runs := make([]*storedRun, len(dirs))
	var first Summary
	for _, dir := range dirs {
		summary, err := readSummary(dir)
		if err != nil {
			return runs, first, err
		}
		index, err := partOf(summary, len(dirs))
		if err != nil {
			return runs, first, fmt.Errorf("%s: %w", dir, err)
		}
		if runs[index] != nil {
			return runs, first, fmt.Errorf("%s: part %d is there twice", dir, index+1)
		}
		if first.Version == "" {
			first = summary
		}
		if !summary.equal(first.Settings) || !sameLimit(summary.Limit, first.Limit) {
			return runs, first, fmt.Errorf("%s was made with other settings than %s: see their %s", dir, dirs[0], runFile)
		}
		kinds, err := kindsOf(summary.Settings)
		if err != nil {
			return runs, first, fmt.Errorf("%s: %w", dir, err)
		}
		run, err := openRun(dir, append(kinds, Error))
		if runs[index] = run; err != nil {
			return runs, first, err
		}
		if len(run.done) != summary.Documents {
			return runs, first, fmt.Errorf("%s: %d documents in the index, %d in %s: the folder is damaged", dir, len(run.done), summary.Documents, runFile)
		}
	}
	return runs, first, nil
}

// partOf returns which part, from 0, a folder holds.
func partOf(summary Summary, count int) (int, error) {
	if summary.Shard == nil && count == 1 {
		return 0, nil
	}
	if summary.Shard == nil {
		return 0, errors.New("this is a whole run, not a part of one")
	}
	var index, of int
	if _, err := fmt.Sscanf(*summary.Shard, "%d/%d", &index, &of); err != nil || index < 1 || index > of {
		return 0, fmt.Errorf("part %q makes no sense", *summary.Shard)
	}
	if of != count {
		return 0, fmt.Errorf("this is part %s, but %d folders are given", *summary.Shard, count)
	}
	return index - 1, nil
}

func sameLimit(a, b *int) bool { return a == b || a != nil && b != nil && *a == *b }

func readSummary(dir string) (Summary, error) {
	var summary Summary
	text, err := os.ReadFile(filepath.Join(dir, runFile))
	if errors.Is(err, os.ErrNotExist) {
		return summary, fmt.Errorf("%s: no %s there: it is no output folder, or its run is not finished", dir, runFile)
	}
	if err != nil {
		return summary, err
	}
	if err := json.Unmarshal(text, &summary); err != nil {
		return summary, fmt.Errorf("%s: %w", filepath.Join(dir, runFile), err)
	}
	return summary, nil
}

func kindsOf(settings Settings) ([]Kind, error) {
	kinds := make([]Kind, 0, len(settings.Emit)+1)
	for _, name := range settings.Emit {
		kind, err := ParseKind(name)
		if err != nil {
			return nil, err
		}
		kinds = append(kinds, kind)
	}
	if len(kinds) == 0 {
		return nil, fmt.Errorf("no kinds of record: %s", strings.Join(settings.Emit, ", "))
	}
	return kinds, nil
}
