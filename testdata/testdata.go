// Package testdata carries the articles that purport is tested on and the
// labels that people gave their claims.
//
// corpus/ holds articles written for this project, with invented people and
// events; gold/ holds, for eight of them, every claim labelled by hand; cases/
// holds what each command must print. Offsets are measured in these files'
// bytes: nothing may rewrite their line ends or encoding.
//
// Tests and benchmarks import this package; the product never does.
package testdata

import (
	"embed"
	"path"
	"strings"
)

//go:embed corpus gold
var files embed.FS

// Article is one text of the corpus.
type Article struct {
	// Name is the file's name without its ending, for instance
	// "opinion-tunnel".
	Name string
	// Text is the file, byte for byte.
	Text string
}

// Articles returns the corpus in the order of its file names.
func Articles() []Article {
	var articles []Article
	for _, name := range list("corpus") {
		articles = append(articles, Article{strings.TrimSuffix(name, path.Ext(name)), read("corpus/" + name)})
	}
	return articles
}

// GoldRow is one claim as a reader labelled it.
type GoldRow struct {
	// Proposition is the claim as a reviewer would cut it, with line breaks
	// folded and words that a line end divides joined.
	Proposition string
	// Levels are the hedging levels that a careful reader accepts, the best
	// first.
	Levels               []string
	Polarity, SourceKind string
	Source, SourceName   string
	Cues                 []string
	AuthorCertainty      string
	Note                 string
	// Optional rows count neither for nor against a system.
	Optional bool
}

// GoldNames returns the names of the articles whose claims are labelled.
func GoldNames() []string {
	var names []string
	for _, name := range list("gold") {
		names = append(names, strings.TrimSuffix(name, ".tsv"))
	}
	return names
}

// Gold returns the labelled claims of one article, in the order of the text.
// The file's first line says up to which words it is exhaustive; the second
// names the columns.
func Gold(name string) []GoldRow {
	lines := strings.Split(strings.TrimSuffix(read("gold/"+name+".tsv"), "\n"), "\n")
	rows := make([]GoldRow, 0, len(lines))
	for _, line := range lines[2:] {
		cell := strings.Split(line, "\t")
		source, sourceName, resolved := strings.Cut(cell[4], " => ")
		if !resolved {
			sourceName = source
		}
		rows = append(rows, GoldRow{
			Proposition:     cell[0],
			Levels:          strings.Split(cell[1], "|"),
			Polarity:        cell[2],
			SourceKind:      cell[3],
			Source:          source,
			SourceName:      sourceName,
			Cues:            splitCues(cell[5]),
			AuthorCertainty: cell[6],
			Note:            cell[7],
			Optional:        strings.HasPrefix(cell[7], "optional"),
		})
	}
	return rows
}

func splitCues(cell string) []string {
	if cell == "" {
		return nil
	}
	return strings.Split(cell, "; ")
}

// list returns the names of the files in a folder, sorted.
func list(folder string) []string {
	entries, err := files.ReadDir(folder)
	if err != nil {
		panic(err) // the folder is embedded: it cannot be missing
	}
	names := make([]string, len(entries))
	for i, entry := range entries {
		names[i] = entry.Name()
	}
	return names
}

func read(name string) string {
	data, err := files.ReadFile(name)
	if err != nil {
		panic(err) // the name comes from list
	}
	return string(data)
}
