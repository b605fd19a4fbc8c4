package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"github.com/purport-nlp/purport/pipeline"
)

// evalSource prints, for the claims read by hand, how often the innermost
// attribution around the claim gives its source: the kind, and the words as
// written or resolved.
//
// It knows nothing of the claim stage: a claim is where its words stand in
// the text, and an attribution is around it if its content holds most of it.
func evalSource(data, _ string) error {
	files, err := filepath.Glob(filepath.Join(data, "claims", "*.tsv"))
	if err != nil {
		return err
	}
	chain, err := quoteChain(true)
	if err != nil {
		return err
	}
	verbose := evalVerbose()
	rows, right, kinds := 0, 0, 0
	attributed, attributedRight := 0, 0
	for _, file := range files {
		text, err := os.ReadFile(strings.TrimSuffix(file, ".tsv") + ".txt")
		if err != nil {
			return err
		}
		doc := pipeline.NewDocument(file, string(text))
		if err := chain.Annotate(context.Background(), doc); err != nil {
			return err
		}
		claims, err := readSourceRows(file)
		if err != nil {
			return err
		}
		folded, offsets := foldText(doc.Text)
		from := 0
		for _, c := range claims {
			span, next := locate(folded, offsets, c.proposition, from)
			from = next
			if span.IsZero() {
				if verbose {
					fmt.Printf("NOT FOUND %s: %s\n", filepath.Base(file), c.proposition)
				}
				continue
			}
			rows++
			source := sourceAround(doc, span)
			kind := c.kind == "" || strings.Contains("|"+c.kind+"|", "|"+string(source.Kind)+"|")
			words := sameWords(doc, source, c.source)
			if kind {
				kinds++
			}
			if kind && words {
				right++
			}
			if c.kind != "author" {
				attributed++
				if kind && words {
					attributedRight++
				}
			}
			if verbose && !(kind && words) {
				fmt.Printf("%s: {%s}\n    want %s [%s]  got %s [%s => %s] cue %q\n", filepath.Base(file), c.proposition, c.kind, c.source,
					source.Kind, doc.Clean(source.Span), source.Name, doc.Clean(source.Cue))
			}
		}
	}
	fmt.Printf("sources of claims read by hand: %d rows\nkind %.1f  kind and words %.1f  of those with a source %.1f (%d rows)\n",
		rows, share(kinds, rows), share(right, rows), share(attributedRight, attributed), attributed)
	return nil
}

// sourceRow is what a row of claims says of its source.
type sourceRow struct{ proposition, kind, source string }

func readSourceRows(file string) ([]sourceRow, error) {
	content, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var rows []sourceRow
	columns := map[string]int{}
	for line := range strings.Lines(string(content)) {
		cells := strings.Split(strings.TrimRight(line, "\r\n"), "\t")
		switch {
		case strings.HasPrefix(line, "#") || len(cells) < 5:
		case len(columns) == 0:
			for i, name := range cells {
				columns[name] = i
			}
		default:
			if note := columns["note"]; note < len(cells) && strings.HasPrefix(cells[note], "optional") {
				continue
			}
			rows = append(rows, sourceRow{cells[columns["proposition"]], cells[columns["source_kind"]], cells[columns["source"]]})
		}
	}
	return rows, nil
}

// sourceAround returns the source of the innermost attribution whose content
// holds most of span and which says that it is so; else the author.
func sourceAround(doc *pipeline.Document, span pipeline.Span) pipeline.SourceLink {
	best := -1
	for i := range doc.Quotes {
		q := &doc.Quotes[i]
		if q.Act == pipeline.ActEvent || q.Act == pipeline.ActIntention {
			continue
		}
		both := min(q.End, span.End) - max(q.Start, span.Start)
		if 10*both < 7*span.Len() || span.Contains(ownLink(q).Cue) && !q.Span.Contains(ownLink(q).Cue) {
			continue
		}
		if best < 0 || q.Len() < doc.Quotes[best].Len() {
			best = i
		}
	}
	if best < 0 {
		return pipeline.SourceLink{Kind: pipeline.SourceAuthor}
	}
	return doc.Quotes[best].Source.SourceLink
}

// sameWords reports whether a source is the one that a row names: its words
// as written or, after "=>", its resolved name.
func sameWords(doc *pipeline.Document, source pipeline.SourceLink, row string) bool {
	for want := range strings.SplitSeq(row, "|") {
		written, name, resolved := strings.Cut(want, "=>")
		if written = plainWords(written); written == "" {
			return source.Kind == pipeline.SourceAuthor || source.Kind == pipeline.SourceAnonymous
		}
		text, found := plainWords(doc.Clean(source.Span)), plainWords(source.Name)
		if text == written || found == written || resolved && (found == plainWords(name)) {
			return true
		}
		if !resolved && found != "" && (strings.HasPrefix(text, written) || strings.HasSuffix(written, found)) {
			return true
		}
	}
	return false
}

// plainWords returns the words of a text in lower case, without articles and
// punctuation.
func plainWords(text string) string {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	kept := words[:0]
	for _, word := range words {
		if word != "the" && word != "a" && word != "an" && word != "s" {
			kept = append(kept, word)
		}
	}
	return strings.Join(kept, " ")
}

// foldText joins white space and returns the byte offset of each byte kept.
func foldText(text string) (string, []int) {
	var folded strings.Builder
	var offsets []int
	space := true
	for i, r := range text {
		if unicode.IsSpace(r) {
			if !space {
				folded.WriteByte(' ')
				offsets = append(offsets, i)
			}
			space = true
			continue
		}
		space = false
		for range string(r) {
			n := folded.Len()
			folded.WriteRune(r)
			for ; n < folded.Len(); n++ {
				offsets = append(offsets, i)
			}
		}
	}
	return folded.String(), append(offsets, len(text))
}

// locate finds a proposition in a folded text, from an offset on and then
// from the start: whole, or by its first and last words.
func locate(folded string, offsets []int, proposition string, from int) (pipeline.Span, int) {
	proposition = strings.Join(strings.Fields(proposition), " ")
	for _, start := range [2]int{from, 0} {
		if at := strings.Index(folded[start:], proposition); at >= 0 {
			at += start
			return pipeline.Span{Start: offsets[at], End: offsets[at+len(proposition)]}, at
		}
	}
	return pipeline.Span{}, from
}
