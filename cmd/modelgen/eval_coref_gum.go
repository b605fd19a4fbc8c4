package main

import (
	"bufio"
	"cmp"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/purport-nlp/purport/extractors/coref"
	"github.com/purport-nlp/purport/pipeline"
)

// gumDocument is one document of GUM with the gold mentions of people, places
// and organisations, and of the things that compete with them for pronouns.
type gumDocument struct {
	doc      *pipeline.Document
	mentions []gumMention
}

// gumMention is a gold mention; entity is its number in the document.
type gumMention struct {
	coref.Mention
	entity int
	other  bool // neither a person nor a place nor an organisation
}

var gumLabels = map[string]pipeline.Label{"person": pipeline.Person, "place": pipeline.Location, "organization": pipeline.Organization}

// readGUM reads trees and mentions of a CoNLL-U file with Entity= in MISC.
func readGUM(path string) ([]*gumDocument, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var documents []*gumDocument
	var r *gumReader
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		line := lines.Text()
		switch {
		case strings.HasPrefix(line, "# newdoc"):
			if r != nil {
				documents = append(documents, r.finish())
			}
			r = &gumReader{d: &gumDocument{doc: &pipeline.Document{Path: line}}}
		case line == "" || line[0] == '#':
			if line == "" {
				r.endSentence()
			}
		default:
			r.token(strings.Split(line, "\t"))
		}
	}
	if r != nil {
		documents = append(documents, r.finish())
	}
	return documents, lines.Err()
}

type gumReader struct {
	d     *gumDocument
	text  strings.Builder
	begin int
	open  []gumMention
}

func (r *gumReader) token(fields []string) {
	if strings.ContainsAny(fields[0], "-.") {
		return
	}
	doc := r.d.doc
	start := r.text.Len()
	r.text.WriteString(fields[1])
	head, _ := strconv.Atoi(fields[6])
	at := len(doc.Tokens)
	doc.Tokens = append(doc.Tokens, pipeline.Token{
		Span: pipeline.Span{Start: start, End: r.text.Len()}, Form: fields[1], Lemma: fields[2], UPOS: fields[3], XPOS: fields[4], Head: head - 1, Deprel: fields[7],
	})
	r.text.WriteByte(' ')
	for _, item := range strings.Split(fields[9], "|") {
		if brackets, found := strings.CutPrefix(item, "Entity="); found {
			r.brackets(brackets, at)
		}
	}
}

// brackets reads "(12-person-…", "12)" and "(12-person-…)" in a row.
func (r *gumReader) brackets(text string, at int) {
	for text != "" {
		if text[0] == '(' {
			end := strings.IndexAny(text[1:], "()") + 1
			if end == 0 {
				end = len(text)
			}
			parts := strings.Split(text[1:end], "-")
			m := gumMention{entity: gumNumber(parts[0])}
			m.Tokens.First, m.Sentence = at, len(r.d.doc.Sentences)
			m.Label = gumLabels[parts[1]]
			m.other = m.Label == ""
			if end < len(text) && text[end] == ')' {
				m.Tokens.End = at + 1
				r.d.mentions = append(r.d.mentions, m)
				end++
			} else {
				r.open = append(r.open, m)
			}
			text = text[end:]
			continue
		}
		end := strings.IndexByte(text, ')')
		if end < 0 {
			return
		}
		number := gumNumber(text[:end])
		for k := len(r.open) - 1; k >= 0; k-- {
			if r.open[k].entity == number {
				m := r.open[k]
				m.Tokens.End = at + 1
				r.d.mentions = append(r.d.mentions, m)
				r.open = slices.Delete(r.open, k, k+1)
				break
			}
		}
		text = text[end+1:]
	}
}

func gumNumber(text string) int {
	number, _ := strconv.Atoi(text)
	return number
}

func (r *gumReader) endSentence() {
	doc := r.d.doc
	if r.begin == len(doc.Tokens) {
		return
	}
	doc.Sentences = append(doc.Sentences, pipeline.Sentence{
		Span:   pipeline.Span{Start: doc.Tokens[r.begin].Start, End: doc.Tokens[len(doc.Tokens)-1].End},
		Tokens: pipeline.Range{First: r.begin, End: len(doc.Tokens)},
	})
	r.begin = len(doc.Tokens)
}

func (r *gumReader) finish() *gumDocument {
	r.endSentence()
	d := r.d
	d.doc.Text = r.text.String()
	slices.SortStableFunc(d.mentions, func(a, b gumMention) int {
		if a.Tokens.First != b.Tokens.First {
			return cmp.Compare(a.Tokens.First, b.Tokens.First)
		}
		return cmp.Compare(b.Tokens.End, a.Tokens.End)
	})
	kept := d.mentions[:0]
	for _, m := range d.mentions {
		if m.setKind(d.doc) {
			kept = append(kept, m)
		}
	}
	d.mentions = kept
	return d
}

// setKind tells names, nominals and pronouns apart by the head's tag. It
// reports whether the mention takes part: first and second persons do not.
func (m *gumMention) setKind(doc *pipeline.Document) bool {
	head := coref.HeadOf(doc, m.Sentence, m.Tokens)
	switch doc.Tokens[head].UPOS {
	case "PRON":
		m.Kind = pipeline.MentionPronoun
		return m.Tokens.Len() == 1 && coref.IsPronoun(doc.Tokens[head].Form)
	case "PROPN":
		m.Kind = pipeline.MentionName
	default:
		m.Kind = pipeline.MentionNominal
	}
	return true
}

// links returns the mentions as the resolver takes them.
func (d *gumDocument) links() *coref.Links {
	l := &coref.Links{}
	for _, m := range d.mentions {
		l.Mentions = append(l.Mentions, coref.GoldMention(d.doc, m.Sentence, m.Tokens, m.Kind, m.Label))
	}
	return l
}

// right tells which rows are of the entity of pronoun i: "none" where no row
// is, or the pronoun is of a thing.
func (d *gumDocument) right(i int, rows []coref.Candidate) []bool {
	right := make([]bool, len(rows))
	found := false
	for k, row := range rows {
		if row.Mention >= 0 && d.mentions[row.Mention].entity == d.mentions[i].entity {
			right[k], found = true, true
		}
	}
	right[0] = !found
	return right
}
