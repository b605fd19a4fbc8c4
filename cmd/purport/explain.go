package main

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/urfave/cli/v2"

	"github.com/purport-nlp/purport/extractors"
	"github.com/purport-nlp/purport/output"
	"github.com/purport-nlp/purport/pipeline"
	"github.com/purport-nlp/purport/pipeline/reader"
)

func explainCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:      "explain",
		Usage:     "show how a passage was understood, and which rule decided",
		ArgsUsage: "TEXT",
		UsageText: `purport explain TEXT

Examples:
  purport explain "Officials said that the talks may have failed."
  purport explain - < paragraph.txt`,
		Description: `Prints, for each sentence, its tokens with their tags, its parse as a tree, who
says what, and its claims: level, source, cues and the rule that made each.`,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "engine", Value: string(extractors.Native), Usage: "`ENGINE` for tokens, tags and entities: native or prose"},
			&cli.StringFlag{Name: "ref-date", Usage: "take `DATE` (YYYY-MM-DD) as the day of publication"},
			&cli.BoolFlag{DisableDefaultText: true, Name: "day-first", Usage: "read 03/04/2023 as 3 April, where no other date of the document tells the order"},
		},
		Action: func(c *cli.Context) error {
			if !c.Args().Present() {
				return usagef("nothing to explain: give a text in quotation marks, or - for standard input")
			}
			text := strings.Join(c.Args().Slice(), " ")
			if text == reader.Stdin {
				data, err := io.ReadAll(s.in)
				if err != nil {
					return err
				}
				text = string(data)
			}
			doc, err := understand(c, strings.ToValidUTF8(text, "\uFFFD"))
			if err != nil {
				return err
			}
			e := explanation{doc: doc, out: s.out}
			return e.write()
		},
	}
}

// understand takes a text through the whole chain.
func understand(c *cli.Context, text string) (*pipeline.Document, error) {
	engine, err := extractors.ParseEngine(c.String("engine"))
	if err != nil {
		return nil, usageError{err}
	}
	doc := pipeline.NewDocument(reader.Stdin, text)
	if date := c.String("ref-date"); date != "" {
		day, ok := reader.ParseDate(date)
		if !ok {
			return nil, usagef("--ref-date %q: it is a day, YYYY-MM-DD", date)
		}
		doc.Published, doc.PublishedBasis = day, pipeline.PublishedFlag
	}
	stages, err := extractors.Default(extractors.Options{Engine: engine, DayFirst: c.Bool("day-first")})
	if err != nil {
		return nil, err
	}
	if stages, err = extractors.Needed(stages, append(output.Claim.Layers(), output.Quote.Layers()...)...); err != nil {
		return nil, err
	}
	chain, err := pipeline.New(stages...)
	if err != nil {
		return nil, err
	}
	return doc, chain.Annotate(c.Context, doc)
}

// explanation writes what was found in a document, sentence by sentence.
type explanation struct {
	doc  *pipeline.Document
	out  io.Writer
	tree pipeline.Tree
}

func (e *explanation) write() error {
	for i, sentence := range e.doc.Sentences {
		if i > 0 {
			fmt.Fprintln(e.out)
		}
		fmt.Fprintf(e.out, "sentence %d (%s): %s\n\n", i, e.doc.Units[sentence.Unit].Kind, e.doc.Clean(sentence.Span))
		e.tree.Reset(e.doc, i)
		e.tokens()
		e.branches()
		e.entities(i)
		e.dates(i)
		e.quotes(i)
		if err := e.claims(i); err != nil {
			return err
		}
	}
	return nil
}

func (e *explanation) tokens() {
	table := tabwriter.NewWriter(e.out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "  \tword\tlemma\tUPOS\tXPOS\thead\trelation")
	for i, t := range e.tree.Tokens {
		head := "root"
		if t.Head >= 0 {
			head = fmt.Sprintf("%d %s", t.Head, e.tree.Tokens[t.Head].Form)
		}
		fmt.Fprintf(table, "  %d\t%s\t%s\t%s\t%s\t%s\t%s\n", i, t.Form, t.Lemma, t.UPOS, t.XPOS, head, t.Deprel)
	}
	table.Flush()
}

// branches draws the tree, each word under its head.
func (e *explanation) branches() {
	root := e.tree.Root()
	if root < 0 || e.tree.Tokens[root].Deprel == "" {
		return
	}
	fmt.Fprintf(e.out, "\n  %s\n", e.tree.Tokens[root].Form)
	e.branch(root, "  ")
}

func (e *explanation) branch(head int, indent string) {
	for child := e.tree.FirstChild(head); child >= 0; child = e.tree.NextSibling(child) {
		line, below := "├─ ", "│  "
		if e.tree.NextSibling(child) < 0 {
			line, below = "└─ ", "   "
		}
		token := e.tree.Tokens[child]
		fmt.Fprintf(e.out, "%s%s%s: %s\n", indent, line, token.Deprel, token.Form)
		e.branch(child, indent+below)
	}
}

func (e *explanation) entities(sentence int) {
	title := "\n  entities\n"
	for _, entity := range e.doc.Entities {
		if entity.Sentence != sentence {
			continue
		}
		fmt.Fprintf(e.out, "%s  - %q %s, a %s", title, e.doc.Clean(entity.Span), entity.Label, entity.Mention)
		if entity.Name != "" && entity.Name != e.doc.Clean(entity.Span) {
			fmt.Fprintf(e.out, " of %q", entity.Name)
		}
		fmt.Fprintf(e.out, " (%s)\n", strings.Join(filled(entity.Rule, entity.Reason), ", "))
		title = ""
	}
}

func (e *explanation) dates(sentence int) {
	title := "\n  dates\n"
	for _, date := range e.doc.Dates {
		if date.Sentence != sentence {
			continue
		}
		fmt.Fprintf(e.out, "%s  - %q %s %s (%s)\n", title, e.doc.Clean(date.Span), date.Type, date.Value, strings.Join(filled(date.Rule, date.Basis, date.Anomaly), ", "))
		title = ""
	}
}

func (e *explanation) quotes(sentence int) {
	title := "\n  who says what\n"
	for _, quote := range e.doc.Quotes {
		if quote.Sentence != sentence {
			continue
		}
		fmt.Fprintf(e.out, "%s  - %s: %q (%s)\n", title, e.source(quote.Source), e.doc.Clean(quote.Span),
			strings.Join(filled(string(quote.Act), string(quote.Quotation), quote.Rule), ", "))
		title = ""
	}
}

func (e *explanation) claims(sentence int) error {
	for i := range e.doc.Claims {
		claim := &e.doc.Claims[i]
		if claim.Sentence != sentence {
			continue
		}
		if err := e.claim(claim); err != nil {
			return err
		}
	}
	return nil
}

func (e *explanation) claim(c *pipeline.Claim) error {
	polarity := "positive"
	if c.Negative {
		polarity = "negative"
	}
	fmt.Fprintf(e.out, "\n  claim: %q\n", e.doc.Clean(c.Span))
	fmt.Fprintf(e.out, "    level      %s, %s\n", c.Level, polarity)
	fmt.Fprintf(e.out, "    certainty  author %s", c.AuthorCertainty)
	if c.HolderCertainty != "" {
		fmt.Fprintf(e.out, ", source %s", c.HolderCertainty)
	}
	fmt.Fprintln(e.out)
	fmt.Fprintf(e.out, "    source     %s\n", e.source(c.Source))
	for _, link := range c.Source.Chain {
		fmt.Fprintf(e.out, "      through  %s\n", e.source(pipeline.Source{SourceLink: link}))
	}
	for _, cue := range c.Cues {
		fmt.Fprintf(e.out, "    cue        %q, %s (%s)\n", e.doc.Clean(cue.Span), cue.Kind, cue.Rule)
	}
	for _, part := range []struct {
		name string
		span pipeline.Span
	}{{"subject", c.Subject}, {"relation", c.Relation}} {
		if !part.span.IsZero() {
			fmt.Fprintf(e.out, "    %-10s %q\n", part.name, e.doc.Clean(part.span))
		}
	}
	for _, span := range c.Arguments {
		fmt.Fprintf(e.out, "    argument   %q\n", e.doc.Clean(span))
	}
	facts := filled(c.Kind, c.Tense)
	for _, fact := range []struct {
		name  string
		holds bool
	}{{"conditional", c.Conditional}, {"question", c.Question}} {
		if fact.holds {
			facts = append(facts, fact.name)
		}
	}
	for _, fact := range []struct{ name, value string }{{"modality", c.Modality}, {"evidentiality", c.Evidentiality}, {"quotation", string(c.Quotation)}} {
		if fact.value != "" && fact.value != "none" {
			facts = append(facts, fact.value+" ("+fact.name+")")
		}
	}
	fmt.Fprintf(e.out, "    nature     %s\n", strings.Join(facts, ", "))
	_, err := fmt.Fprintf(e.out, "    rule       %s, score %.2f\n", c.Rule, c.Score)
	return err
}

// source names a source and the words that attribute to it.
func (e *explanation) source(s pipeline.Source) string {
	name := "the author"
	if !s.Span.IsZero() {
		name = fmt.Sprintf("%q", e.doc.Clean(s.Span))
	}
	facts := filled(string(s.Kind))
	if s.Name != "" && (s.Span.IsZero() || s.Name != e.doc.Clean(s.Span)) {
		facts = append(facts, s.Name)
	}
	if !s.Cue.IsZero() {
		facts = append(facts, fmt.Sprintf("by %q", e.doc.Clean(s.Cue)))
	}
	if len(facts) == 0 {
		return name
	}
	return name + " (" + strings.Join(facts, ", ") + ")"
}

// filled returns the values that are not empty.
func filled(values ...string) []string {
	var kept []string
	for _, value := range values {
		if value != "" {
			kept = append(kept, value)
		}
	}
	return kept
}
