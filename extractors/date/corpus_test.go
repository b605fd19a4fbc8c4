package date_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// shared is the folder of texts that stand outside the repository.
const shared = "../../../shared/corpus"

// sharedFiles returns the plain texts of the shared corpus in order, or skips
// the test where it is not there.
func sharedFiles(t testing.TB) (files []string) {
	t.Helper()
	if _, err := os.Stat(shared); err != nil {
		t.Skip("no ../shared/corpus beside the repository")
	}
	err := filepath.WalkDir(shared, func(path string, entry fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(path, ".txt") {
			files = append(files, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(files) < 100 {
		t.Fatalf("only %d texts", len(files))
	}
	return files
}

// TestCorpusValues: no value that the shared corpus gives rise to leaves
// TIMEX3. It reads one file in sixteen, and all of them where
// PURPORT_WHOLE_CORPUS is set.
func TestCorpusValues(t *testing.T) {
	files := sharedFiles(t)
	step := 16
	if os.Getenv("PURPORT_WHOLE_CORPUS") != "" {
		step = 1
	}
	stages, dates := chain(t), 0
	for i := 0; i < len(files); i += step {
		text, err := os.ReadFile(files[i])
		if err != nil {
			t.Fatal(err)
		}
		for _, published := range []string{"", "2024-02-29"} {
			doc := annotate(t, stages, strings.ToValidUTF8(string(text), "�"), published)
			dates += len(doc.Dates)
			for k := range doc.Dates {
				if err := checkDate(&doc.Dates[k]); err != nil {
					t.Errorf("%s: %q: %v", files[i], doc.Slice(doc.Dates[k].Span), err)
				}
			}
		}
	}
	if dates < 1000 {
		t.Errorf("only %d dates", dates)
	}
}

// TestArticle: the dates of the article that the project started from. It has
// no date of its own, so all that it leaves out is told by its context.
func TestArticle(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(shared, "russia-dprk-relations.txt"))
	if err != nil {
		t.Skip("no ../shared/corpus beside the repository")
	}
	doc := annotate(t, chain(t), string(text), "")
	found := map[string]int{}
	for i := range doc.Dates {
		d := &doc.Dates[i]
		found[strings.Join([]string{doc.Slice(d.Span), d.Value, d.Mod, d.From, d.To, d.Basis}, "|")]++
	}
	for want, times := range map[string]int{
		"February 24, 2022|2022-02-24||2022-02-24|2022-02-24|explicit":   1,
		"The year 2023|2023||2023-01-01|2023-12-31|explicit":             1,
		"July 27, 2023|2023-07-27||2023-07-27|2023-07-27|explicit":       1,
		"September 12, 2023|2023-09-12||2023-09-12|2023-09-12|explicit":  1,
		"November 21, 2023|2023-11-21||2023-11-21|2023-11-21|explicit":   1,
		"September|2023-09||2023-09-01|2023-09-30|context":               3,
		"October 18, 2024|2024-10-18||2024-10-18|2024-10-18|explicit":    1,
		"2018|2018||2018-01-01|2018-12-31|explicit":                      1,
		"late March|2024-03|END|2024-03-01|2024-03-31|context":           1,
		"January 16, 2024|2024-01-16||2024-01-16|2024-01-16|explicit":    1,
		"March 29, 2024|2024-03-29||2024-03-29|2024-03-29|explicit":      1,
		"earlier in March|2024-03|START|2024-03-01|2024-03-31|context":   1,
		"January 23, 2024|2024-01-23||2024-01-23|2024-01-23|explicit":    1,
		"January 27, 2024|2024-01-27||2024-01-27|2024-01-27|explicit":    1,
		"March 18, 2024|2024-03-18||2024-03-18|2024-03-18|explicit":      1,
		"March 29|2024-03-29||2024-03-29|2024-03-29|context":             1,
		"April 8-9|2024-04-08/2024-04-09||2024-04-08|2024-04-09|context": 1,
		"April 11|2024-04-11||2024-04-11|2024-04-11|context":             1,
		"2019|2019||2019-01-01|2019-12-31|explicit":                      1,
	} {
		if found[want] != times {
			t.Errorf("%d times %s, want %d", found[want], want, times)
		}
		delete(found, want)
	}
	for got := range found {
		if fields := strings.Split(got, "|"); fields[3] != "" {
			t.Errorf("%s is no date of the article", got)
		}
	}
}
