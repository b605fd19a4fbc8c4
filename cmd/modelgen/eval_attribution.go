package main

import (
	"context"
	"fmt"
	"slices"
	"sort"
	"strings"
	"unicode"

	"github.com/purport-nlp/purport/extractors"
	"github.com/purport-nlp/purport/extractors/quote"
	"github.com/purport-nlp/purport/pipeline"
)

// evalAttribution prints how well sources, cues and contents are found on the
// development articles of PolNeAR.
//
// The unit is a continuous stretch of text that is a source, a cue or a
// content: a content that is interrupted, or runs over paragraphs, counts as
// several, and a source of several attributions counts once. Punctuation,
// quotation marks and the conjunction "that" at the ends do not count.
// Overlap counts a stretch that shares a character with one of the other
// side.
func evalAttribution(data, _ string) error {
	docs, err := readAttributions(data, attributionDev)
	if err != nil {
		return err
	}
	chain, err := quoteChain(true)
	if err != nil {
		return err
	}
	return scoreAttributions(docs, chain)
}

func scoreAttributions(docs []attributionDoc, chain *pipeline.Pipeline) error {
	var exact, overlap [3]counts
	forms := map[string]*counts{}
	for _, d := range docs {
		doc := pipeline.NewDocument(d.name, d.text)
		if err := chain.Annotate(context.Background(), doc); err != nil {
			return err
		}
		gold, found := goldParts(doc, d.gold), foundParts(doc)
		for part := range gold {
			exact[part].compare(gold[part], found[part], func(a, b pipeline.Span) bool { return a == b })
			overlap[part].compare(gold[part], found[part], pipeline.Span.Overlaps)
		}
		countForms(forms, doc, gold)
		if evalVerbose() {
			printPartErrors(doc, gold, found)
		}
	}
	fmt.Printf("attribution: %d articles\n%-8s %23s   %23s\n", len(docs), "", "exact P     R    F1", "overlap P     R    F1")
	for part, name := range [3]string{"source", "cue", "content"} {
		fmt.Printf("%-8s %s   %s\n", name, exact[part].row(), overlap[part].row())
	}
	fmt.Println("\nby form: share of cues and contents that are right exactly")
	names := make([]string, 0, len(forms))
	for name := range forms {
		names = append(names, name)
	}
	sort.Slice(names, func(i, j int) bool {
		if forms[names[i]].found != forms[names[j]].found {
			return forms[names[i]].found > forms[names[j]].found
		}
		return names[i] < names[j]
	})
	for _, name := range names[:min(len(names), 40)] {
		c := forms[name]
		fmt.Printf("  %-36s %5d  cue %5.1f  content %5.1f\n", name, c.found, share(c.rightFound, c.found), share(c.rightGold, c.found))
	}
	return nil
}

// printPartErrors prints the cues and contents of a document that are missed,
// cut otherwise, or found where there are none, each with its sentence.
func printPartErrors(doc *pipeline.Document, gold, found [3][]pipeline.Span) {
	same := func(a, b pipeline.Span) bool { return a == b }
	for part, name := range [3]string{"source", "cue", "content"} {
		for side, spans := range [2][]pipeline.Span{gold[part], found[part]} {
			others := [2][]pipeline.Span{found[part], gold[part]}[side]
			for _, span := range spans {
				if matched([]pipeline.Span{span}, others, same) > 0 {
					continue
				}
				verdict := [2]string{"missed", "false"}[side]
				if matched([]pipeline.Span{span}, others, pipeline.Span.Overlaps) > 0 {
					verdict = [2]string{"cut, wanted", "cut, found"}[side]
				}
				sentence := ""
				if i := doc.SentenceAt(span.Start); i >= 0 {
					sentence = doc.Clean(doc.Sentences[i].Span)
				}
				fmt.Printf("%s %s {%s} in: %s\n", name, verdict, doc.Clean(span), sentence)
			}
		}
	}
}

// counts are the counts of a comparison.
type counts struct{ gold, found, rightGold, rightFound int }

func (c *counts) compare(gold, found []pipeline.Span, same func(a, b pipeline.Span) bool) {
	c.gold += len(gold)
	c.found += len(found)
	c.rightGold += matched(gold, found, same)
	c.rightFound += matched(found, gold, same)
}

func matched(spans, others []pipeline.Span, same func(a, b pipeline.Span) bool) (n int) {
	for _, span := range spans {
		for _, other := range others {
			if same(span, other) {
				n++
				break
			}
		}
	}
	return n
}

func (c *counts) row() string {
	p, r := share(c.rightFound, c.found), share(c.rightGold, c.gold)
	f := 0.0
	if p+r > 0 {
		f = 2 * p * r / (p + r)
	}
	return fmt.Sprintf("%11.1f %5.1f %5.1f", p, r, f)
}

func share(part, all int) float64 {
	if all == 0 {
		return 0
	}
	return 100 * float64(part) / float64(all)
}

// goldParts returns the stretches of text that are sources, cues and contents
// by the hand-made marks.
func goldParts(doc *pipeline.Document, gold []quote.Gold) (parts [3][]pipeline.Span) {
	for _, g := range gold {
		parts[0] = appendParts(parts[0], doc, g.Source)
		parts[1] = appendParts(parts[1], doc, g.Cue)
		parts[2] = appendParts(parts[2], doc, g.Content)
	}
	for i := range parts {
		parts[i] = unique(parts[i])
	}
	return parts
}

// foundParts is goldParts for the quotes of the document.
func foundParts(doc *pipeline.Document) (parts [3][]pipeline.Span) {
	for i := range doc.Quotes {
		q := &doc.Quotes[i]
		own := ownLink(q)
		if !own.Span.IsZero() {
			parts[0] = appendParts(parts[0], doc, []pipeline.Span{own.Span})
		}
		if !own.Cue.IsZero() {
			parts[1] = appendParts(parts[1], doc, []pipeline.Span{own.Cue})
		}
		parts[2] = appendParts(parts[2], doc, contentPieces(q, own))
	}
	for i := range parts {
		parts[i] = unique(parts[i])
	}
	return parts
}

// ownLink returns the link of the quote's own source: the innermost.
func ownLink(q *pipeline.Quote) pipeline.SourceLink {
	return q.Source.Chain[len(q.Source.Chain)-1]
}

// contentPieces returns a quote's content without the words of an attribution
// that is inserted in it.
func contentPieces(q *pipeline.Quote, own pipeline.SourceLink) []pipeline.Span {
	hole := own.Cue.Hull(own.Span)
	if !q.Span.Overlaps(hole) {
		return []pipeline.Span{q.Span}
	}
	var pieces []pipeline.Span
	if q.Start < hole.Start {
		pieces = append(pieces, pipeline.Span{Start: q.Start, End: hole.Start})
	}
	if hole.End < q.End {
		pieces = append(pieces, pipeline.Span{Start: hole.End, End: q.End})
	}
	return pieces
}

// appendParts adds spans, divided where a paragraph ends and trimmed.
func appendParts(parts []pipeline.Span, doc *pipeline.Document, spans []pipeline.Span) []pipeline.Span {
	for _, span := range spans {
		for !span.IsZero() {
			piece := span
			rest := pipeline.Span{}
			if cut := strings.Index(doc.Slice(span), "\n\n"); cut >= 0 {
				piece.End = span.Start + cut
				rest = pipeline.Span{Start: piece.End + 2, End: span.End}
			}
			piece = trimPart(doc.Text, piece)
			if slice := doc.Slice(piece); len(slice) > 5 && strings.EqualFold(slice[:5], "that ") {
				piece.Start += 5
			}
			if !piece.IsZero() {
				parts = append(parts, piece)
			}
			span = rest
		}
	}
	return parts
}

// unique sorts spans and drops those that stand twice.
func unique(spans []pipeline.Span) []pipeline.Span {
	sort.Slice(spans, func(i, j int) bool {
		if spans[i].Start != spans[j].Start {
			return spans[i].Start < spans[j].Start
		}
		return spans[i].End < spans[j].End
	})
	kept := spans[:0]
	for i, span := range spans {
		if i == 0 || span != spans[i-1] {
			kept = append(kept, span)
		}
	}
	return kept
}

// isOuter reports whether a character does not count at the ends of a part.
func isOuter(r rune) bool {
	return unicode.IsSpace(r) || unicode.IsPunct(r) || unicode.IsSymbol(r) && r != '$'
}

// countForms counts, for each form of attribution, how many are right.
func countForms(forms map[string]*counts, doc *pipeline.Document, gold [3][]pipeline.Span) {
	equal := func(a, b pipeline.Span) bool { return a == b }
	for i := range doc.Quotes {
		q := &doc.Quotes[i]
		c := forms[q.Rule]
		if c == nil {
			c = &counts{}
			forms[q.Rule] = c
		}
		c.found++
		own := ownLink(q)
		cue := appendParts(nil, doc, []pipeline.Span{own.Cue})
		if len(cue) > 0 && matched(cue, gold[1], equal) == len(cue) {
			c.rightFound++
		}
		content := appendParts(nil, doc, contentPieces(q, own))
		if matched(content, gold[2], equal) == len(content) {
			c.rightGold++
		}
	}
}

// quoteChain returns the native chain up to coreference, with the quotes on
// top where they are wanted.
func quoteChain(quotes bool) (*pipeline.Pipeline, error) {
	all, err := extractors.Default(extractors.Options{})
	if err != nil {
		return nil, err
	}
	var stages []pipeline.Stage
	chains := false
	for _, stage := range all {
		switch stage.Name() {
		case "date", "quote", "claim":
			continue
		}
		chains = chains || slices.Contains(stage.Provides(), pipeline.LayerChains)
		stages = append(stages, stage)
	}
	if !chains {
		stages = append(stages, noChains{})
	}
	if quotes {
		stage, err := quote.New()
		if err != nil {
			return nil, err
		}
		stages = append(stages, stage)
	}
	return pipeline.New(stages...)
}

type noChains struct{}

func (noChains) Name() string                                       { return "none" }
func (noChains) Requires() []pipeline.Layer                         { return nil }
func (noChains) Provides() []pipeline.Layer                         { return []pipeline.Layer{pipeline.LayerChains} }
func (noChains) Annotate(context.Context, *pipeline.Document) error { return nil }
