package output

import (
	"fmt"
	"strings"

	"github.com/purport-nlp/purport/pipeline"
)

// Schema is the number of the record format that this package writes.
const Schema = 1

// Kind is a kind of record.
type Kind uint8

// The kinds of record, in the order in which they are listed to users.
const (
	Claim Kind = iota
	Sentence
	Token
	Entity
	Date
	Quote
	Document
	Error
	kindCount
)

// kinds says, for each kind, how one record and many are called, and which
// layers of a document its records show.
var kinds = [kindCount]struct {
	record, plural string
	layers         []pipeline.Layer
}{
	Claim:    {"claim", "claims", []pipeline.Layer{pipeline.LayerClaims, pipeline.LayerChains, pipeline.LayerDates}},
	Sentence: {"sentence", "sentences", []pipeline.Layer{pipeline.LayerSentences}},
	Token:    {"token", "tokens", []pipeline.Layer{pipeline.LayerTags, pipeline.LayerParse}},
	Entity:   {"entity", "entities", []pipeline.Layer{pipeline.LayerEntities, pipeline.LayerChains}},
	Date:     {"date", "dates", []pipeline.Layer{pipeline.LayerDates}},
	Quote:    {"quote", "quotes", []pipeline.Layer{pipeline.LayerQuotes, pipeline.LayerChains}},
	Document: {"document", "documents", []pipeline.Layer{pipeline.LayerTokens, pipeline.LayerChains, pipeline.LayerDates, pipeline.LayerClaims}},
	Error:    {"error", "errors", nil},
}

// Kinds returns every kind that a document can be asked for, in order: all
// but Error, which says why a document has no records.
func Kinds() []Kind {
	return []Kind{Claim, Sentence, Token, Entity, Date, Quote, Document}
}

// String returns the name of one record of the kind, as in its "record" key.
func (k Kind) String() string { return kinds[k].record }

// Plural returns the name of the kind as --emit takes it.
func (k Kind) Plural() string { return kinds[k].plural }

// FileName returns the name of the kind's file in an output folder.
func (k Kind) FileName() string { return kinds[k].plural + ".jsonl" }

// Layers returns the layers of a document that the kind's records show.
func (k Kind) Layers() []pipeline.Layer { return kinds[k].layers }

// ParseKind returns the kind that name names, in the singular or the plural.
func ParseKind(name string) (Kind, error) {
	for k := range kinds {
		if name == kinds[k].record || name == kinds[k].plural {
			return Kind(k), nil
		}
	}
	return 0, fmt.Errorf("there is no kind of record %q: it is one of %s", name, strings.Join(pluralNames(), ", "))
}

func pluralNames() []string {
	names := make([]string, 0, kindCount)
	for k := range kinds {
		names = append(names, kinds[k].plural)
	}
	return names
}
