package output

import (
	"bytes"
	"strings"
	"testing"
)

// FuzzExport: whatever stands in a file of records, every format either says
// what is wrong or writes something, and never the half of it.
func FuzzExport(f *testing.F) {
	doc := exportDocument(f)
	all := ""
	for _, kind := range Kinds() {
		records := lines(doc, kind, Options{WithText: true})
		f.Add(strings.Join(records, "\n"))
		all += records[0] + "\n"
	}
	f.Add(all)
	f.Add(strings.ReplaceAll(all, `"char_start":39`, `"char_start":40`))
	f.Add(strings.ReplaceAll(all, `"sentence":1`, `"sentence":-1`))
	f.Add(strings.ReplaceAll(all, exportClaim, "\u2029"))
	f.Fuzz(func(t *testing.T, records string) {
		for _, format := range ExportFormats() {
			collection := NewCollection(format)
			if collection.Read(strings.NewReader(records)) != nil || collection.Check() != nil {
				continue
			}
			for _, doc := range collection.Documents {
				for _, file := range format.each {
					var out bytes.Buffer
					if err := file.write(&out, doc); err != nil && err.Error() == "" {
						t.Errorf("%s: an error without words", format.Name)
					}
				}
			}
			if format.write == nil {
				continue
			}
			first, err := format.Bytes(collection.Documents)
			if again, _ := format.Bytes(collection.Documents); err == nil && !bytes.Equal(first, again) {
				t.Errorf("%s writes other bytes the second time", format.Name)
			}
		}
	})
}
