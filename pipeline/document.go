package pipeline

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"sort"
)

// Document is one text and everything the stages found in it.
//
// Text is immutable. The layers are flat slices in text order; they refer to
// one another by index, never by pointer, so a document can be copied,
// compared and written without following references.
type Document struct {
	// Path names the document as the user gave it, with "/" as separator.
	Path string
	// Text is the text as it was read: decoded to UTF-8, byte order mark
	// removed, nothing else changed.
	Text string
	// SHA256 is the hexadecimal digest of Text; its first 16 digits are the
	// document's identity in every record.
	SHA256 string
	// Title is the title from the input's metadata, else the first heading.
	Title string
	// Published is the publication date as YYYY-MM-DD, empty where unknown;
	// PublishedBasis says where it came from.
	Published      string
	PublishedBasis PublishedBasis
	// Meta holds further keys of an input record, a JSON object or nil.
	Meta json.RawMessage
	// Format names the input format ("text", "html", …), Encoding the
	// character encoding it was decoded from.
	Format, Encoding string

	// Breaks are the stretches of the text that are layout, not language:
	// page numbers, running heads, line-end hyphens. Sorted, disjoint.
	Breaks []Break
	// Units are the blocks of the layout: paragraphs, headings, bylines, …
	Units []Unit
	// Sentences lie inside units; Tokens inside sentences.
	Sentences []Sentence
	Tokens    []Token
	// Entities are mentions of people, places, organisations, nationalities.
	Entities []Entity
	// Dates are TIMEX3 expressions.
	Dates []Date
	// Quotes are attributions, quoted or not: who says what.
	Quotes []Quote
	// Claims are the propositions that the text puts forward.
	Claims []Claim
}

// PublishedBasis says how a document's publication date is known.
type PublishedBasis string

// The bases of a publication date, in the order in which they are preferred.
const (
	PublishedUnknown  PublishedBasis = ""
	PublishedFlag     PublishedBasis = "flag"
	PublishedMetadata PublishedBasis = "metadata"
	PublishedDateline PublishedBasis = "dateline"
	PublishedFilename PublishedBasis = "filename"
)

// NewDocument returns a document over text with its identity computed.
func NewDocument(path, text string) *Document {
	sum := sha256.Sum256([]byte(text))
	return &Document{Path: path, Text: text, SHA256: hex.EncodeToString(sum[:]), Format: "text", Encoding: "utf-8"}
}

// ID returns the document's identity: the first 16 hexadecimal digits of the
// SHA-256 of its text.
func (d *Document) ID() string { return d.SHA256[:16] }

// Slice returns the text that span covers, exactly as it stands.
func (d *Document) Slice(span Span) string { return d.Text[span.Start:span.End] }

// SentenceTokens returns the tokens of sentence i.
func (d *Document) SentenceTokens(i int) []Token {
	r := d.Sentences[i].Tokens
	return d.Tokens[r.First:r.End]
}

// TokensIn returns the range of tokens that lie wholly inside span.
func (d *Document) TokensIn(span Span) Range {
	first := sort.Search(len(d.Tokens), func(i int) bool { return d.Tokens[i].Start >= span.Start })
	end := first
	for end < len(d.Tokens) && d.Tokens[end].End <= span.End {
		end++
	}
	return Range{first, end}
}

// SentenceAt returns the index of the sentence that covers the byte offset,
// or -1 where no sentence does.
func (d *Document) SentenceAt(offset int) int {
	i := sort.Search(len(d.Sentences), func(i int) bool { return d.Sentences[i].End > offset })
	if i < len(d.Sentences) && d.Sentences[i].Start <= offset {
		return i
	}
	return -1
}
