package lexicon

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/purport-nlp/purport/pipeline"
)

//go:embed reporting.tsv
var reportingTable string

//go:embed reporting_sources.tsv
var reportingSourceTable string

// Report is what the lexicon knows of a reporting word.
type Report struct {
	Act pipeline.Act
	// Strong words report wherever they have a content; the others have
	// commoner senses, so that form and context must agree.
	Strong bool
}

// Reporting is the lexicon of words that report what somebody says, thinks,
// knows, wants or asks, and of the nouns that stand for a source.
type Reporting struct {
	verbs, nouns, adjectives, adverbs map[string]Report
	phrases                           [][]string
	sources                           map[string]pipeline.SourceKind
}

// LoadReporting returns the embedded lexicon of reporting words, read once for
// the stages that share it. It fails only where a table itself is malformed,
// which the tests rule out.
func LoadReporting() (*Reporting, error) { return embeddedReporting() }

var embeddedReporting = sync.OnceValues(readReporting)

func readReporting() (*Reporting, error) {
	r := &Reporting{
		verbs: map[string]Report{}, nouns: map[string]Report{}, adjectives: map[string]Report{},
		adverbs: map[string]Report{},
		sources: map[string]pipeline.SourceKind{},
	}
	if err := eachRow(reportingTable, 4, r.addWord); err != nil {
		return nil, fmt.Errorf("lexicon: reporting.tsv %w", err)
	}
	if err := eachRow(reportingSourceTable, 2, r.addSource); err != nil {
		return nil, fmt.Errorf("lexicon: reporting_sources.tsv %w", err)
	}
	return r, nil
}

// eachRow calls add with the columns of every row of a table that is neither
// empty nor a comment.
func eachRow(table string, columns int, add func([]string) error) error {
	for number, line := range strings.Split(table, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		row := strings.Split(line, "\t")
		if len(row) != columns {
			return fmt.Errorf("line %d: %d columns, not %d", number+1, len(row), columns)
		}
		if err := add(row); err != nil {
			return fmt.Errorf("line %d: %w", number+1, err)
		}
	}
	return nil
}

func (r *Reporting) addWord(row []string) error {
	report := Report{Act: pipeline.Act(row[2]), Strong: row[3] == "strong"}
	switch report.Act {
	case pipeline.ActStatement, pipeline.ActBelief, pipeline.ActKnowledge,
		pipeline.ActIntention, pipeline.ActQuestion, pipeline.ActEvent:
	default:
		return fmt.Errorf("unknown act %q", row[2])
	}
	if row[3] != "strong" && row[3] != "weak" {
		return fmt.Errorf("unknown strength %q", row[3])
	}
	switch row[1] {
	case "verb":
		r.verbs[row[0]] = report
	case "noun":
		r.nouns[row[0]] = report
	case "adjective":
		r.adjectives[row[0]] = report
	case "adverb":
		r.adverbs[row[0]] = report
	case "phrase":
		r.phrases = append(r.phrases, strings.Fields(row[0]))
	default:
		return fmt.Errorf("unknown class %q", row[1])
	}
	return nil
}

func (r *Reporting) addSource(row []string) error {
	if _, twice := r.sources[row[0]]; twice {
		return fmt.Errorf("%q stands twice", row[0])
	}
	kind := pipeline.SourceKind(row[1])
	switch kind {
	case pipeline.SourcePerson, pipeline.SourceOrganization, pipeline.SourceLocation,
		pipeline.SourceGroup, pipeline.SourceAnonymous, pipeline.SourceDocument:
	default:
		return fmt.Errorf("unknown kind %q", row[1])
	}
	r.sources[row[0]] = kind
	return nil
}

// Verb returns the entry of a verb, given as its lemma; Act is empty where
// there is none.
func (r *Reporting) Verb(lemma string) Report { return r.verbs[lemma] }

// Verbs returns the lemmas of all verbs of the lexicon, sorted.
func (r *Reporting) Verbs() []string {
	verbs := make([]string, 0, len(r.verbs))
	for verb := range r.verbs {
		verbs = append(verbs, verb)
	}
	slices.Sort(verbs)
	return verbs
}

// Noun is Verb for nouns.
func (r *Reporting) Noun(lemma string) Report { return r.nouns[lemma] }

// Adjective is Verb for adjectives.
func (r *Reporting) Adjective(lemma string) Report { return r.adjectives[lemma] }

// Adverb is Verb for adverbs of hearsay: "reportedly".
func (r *Reporting) Adverb(lemma string) Report { return r.adverbs[lemma] }

// Phrases returns the prepositional phrases that attribute, "according to",
// as words in lower case.
func (r *Reporting) Phrases() [][]string { return r.phrases }

// Source returns the kind of source that a noun or pronoun in lower case
// stands for, or the empty kind.
func (r *Reporting) Source(word string) pipeline.SourceKind { return r.sources[word] }
