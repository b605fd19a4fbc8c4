package lexicon

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"

	"github.com/purport-nlp/purport/pipeline"
)

//go:embed cues.tsv
var cueTable string

// CueClass says how a cue takes hold of a proposition.
type CueClass string

// The classes of cue; the header of cues.tsv describes each.
const (
	CueAdverb    CueClass = "adverb"
	CueVerb      CueClass = "verb"
	CuePassive   CueClass = "passive"
	CueRaising   CueClass = "raising"
	CueAdjective CueClass = "adjective"
	CueNoun      CueClass = "noun"
	CueFrame     CueClass = "frame"
	// CueImplicative entries settle whether what their infinitive names came
	// about; the effects are those on it.
	CueImplicative CueClass = "implicative"
)

// Effect is what a cue does to the proposition in its scope.
type Effect struct {
	// Use is false where the lexicon gives no reading.
	Use      bool
	Level    pipeline.Level
	Negative bool
}

// Cue is one entry of the cue lexicon.
type Cue struct {
	// Term is the lemma, or the words in lower case.
	Term  string
	Class CueClass
	// Kind is the cue kind of the records: hedge, booster, …
	Kind string
	// Affirmed and Negated are the effects of the cue as it stands and under
	// a negation of its own.
	Affirmed, Negated Effect
	// Low and High are the band of an estimative word in percent, 0 where the
	// term is none.
	Low, High int
	// Evidence is the kind of evidence the cue appeals to, or empty.
	Evidence string
}

// Cues is the cue lexicon, indexed for look-up.
type Cues struct {
	all    []*Cue
	byTerm map[CueClass]map[string]*Cue
	// phrases lists adverbs, frames and adjectives of several words by their
	// first word, longest first.
	phrases map[string][]*Phrase
}

// Phrase is a cue of one or more words, split for matching. The word "_"
// stands for a gap of up to four words.
type Phrase struct {
	*Cue
	Words []string
}

// LoadCues reads the embedded cue lexicon. It fails only where the table
// itself is malformed, which the tests rule out.
func LoadCues() (*Cues, error) {
	cues := &Cues{byTerm: map[CueClass]map[string]*Cue{}, phrases: map[string][]*Phrase{}}
	for number, line := range strings.Split(cueTable, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		cue, err := parseCue(line)
		if err != nil {
			return nil, fmt.Errorf("lexicon: cues.tsv line %d: %w", number+1, err)
		}
		cues.add(cue)
	}
	return cues, nil
}

func (c *Cues) add(cue *Cue) {
	c.all = append(c.all, cue)
	if cue.Class == CueAdverb || cue.Class == CueFrame || cue.Class == CueAdjective && strings.Contains(cue.Term, " ") {
		words := strings.Fields(cue.Term)
		list := c.phrases[words[0]]
		at := 0
		for at < len(list) && len(list[at].Words) >= len(words) {
			at++
		}
		list = append(list, nil)
		copy(list[at+1:], list[at:])
		list[at] = &Phrase{cue, words}
		c.phrases[words[0]] = list
	}
	if c.byTerm[cue.Class] == nil {
		c.byTerm[cue.Class] = map[string]*Cue{}
	}
	c.byTerm[cue.Class][cue.Term] = cue
}

// All returns every entry in the order of the table. The slice must not be
// changed.
func (c *Cues) All() []*Cue { return c.all }

// Find returns the entry for a term in a class, or nil.
func (c *Cues) Find(class CueClass, term string) *Cue { return c.byTerm[class][term] }

// Phrases returns the adverbs and frames that begin with word (in lower
// case), the longest first.
func (c *Cues) Phrases(word string) []*Phrase { return c.phrases[word] }

func parseCue(line string) (*Cue, error) {
	columns := strings.Split(line, "\t")
	if len(columns) != 6 {
		return nil, fmt.Errorf("%d columns, not 6", len(columns))
	}
	cue := &Cue{Term: columns[0], Class: CueClass(columns[1]), Kind: columns[2]}
	var err error
	if cue.Affirmed, err = parseEffect(columns[3]); err != nil {
		return nil, err
	}
	if cue.Negated, err = parseEffect(columns[4]); err != nil {
		return nil, err
	}
	for _, field := range strings.Fields(columns[5]) {
		name, value, _ := strings.Cut(field, "=")
		switch name {
		case "band":
			low, high, _ := strings.Cut(value, "-")
			if cue.Low, err = strconv.Atoi(low); err != nil {
				return nil, err
			}
			if cue.High, err = strconv.Atoi(high); err != nil {
				return nil, err
			}
		case "evidence":
			cue.Evidence = value
		default:
			return nil, fmt.Errorf("unknown field %q", field)
		}
	}
	return cue, nil
}

// parseEffect reads a level with its polarity, such as "probable-".
func parseEffect(text string) (Effect, error) {
	if text == "-" {
		return Effect{}, nil
	}
	if text == "" {
		return Effect{}, fmt.Errorf("an effect is empty")
	}
	name, sign := text[:len(text)-1], text[len(text)-1]
	for level := pipeline.Known; level <= pipeline.Unknown; level++ {
		if level.String() == name && (sign == '+' || sign == '-') {
			return Effect{true, level, sign == '-'}, nil
		}
	}
	return Effect{}, fmt.Errorf("%q is no level with a polarity", text)
}
