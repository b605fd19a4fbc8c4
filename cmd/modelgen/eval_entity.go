package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/purport-nlp/purport/extractors/entity"
	"github.com/purport-nlp/purport/extractors/lexicon"
	"github.com/purport-nlp/purport/extractors/model"
	"github.com/purport-nlp/purport/pipeline"
)

// nerDev are the development sets of names.
var nerDev = []struct {
	name   string
	corpus nerCorpus
	// nationality says that the set marks nationalities.
	nationality bool
}{
	{"worldwide", nerCorpus{file: "ner/en_worldwide-9class.dev.dedup.bio", style: 1, form: 0, label: 1, separator: "\t", types: typesOfWorldwide}, true},
	{"ewt", nerCorpus{file: "ner/en_ewt-ud-dev.iob2", style: 2, form: 1, label: 2, separator: "\t", types: typesOfFour}, false},
	{"politics", nerCorpus{file: "ner/crossner-politics-dev.txt", style: 5, form: 0, label: 1, separator: "\t", types: typesOfPolitics, single: true}, false},
	{"gum", nerCorpus{file: "ner/gum-dev.permissive.derived.bio", style: 6, form: 0, label: 3, separator: "\t", types: typesOfFour}, false},
}

// evalEntities prints strict span F1 on the development sets.
func evalEntities(data, models string) error {
	packed, err := os.ReadFile(filepath.Join(models, "entity.bin"))
	if err != nil {
		return err
	}
	sequence, err := model.LoadSequence(packed)
	if err != nil {
		return err
	}
	stage := entity.With(lexicon.EmbeddedGazetteer(), model.EmbeddedWords(), sequence)
	scores := map[string]float64{}
	for _, set := range nerDev {
		documents, err := readNER(data, set.corpus)
		if err != nil {
			return err
		}
		for _, variant := range []string{"", " lower", " upper"} {
			if variant != "" && set.name != "worldwide" {
				continue
			}
			counts, err := scoreEntities(stage, documents, variant)
			if err != nil {
				return err
			}
			three := counts[0].plus(counts[1]).plus(counts[2])
			scores[set.name+variant] = three.f1()
			fmt.Printf("entities %-16s F1 %5.2f  (P %5.2f R %5.2f)   PERSON %5.2f LOCATION %5.2f ORGANIZATION %5.2f", set.name+variant, three.f1(), three.precision(), three.recall(), counts[0].f1(), counts[1].f1(), counts[2].f1())
			if set.nationality {
				fmt.Printf(" NATIONALITY %5.2f", counts[3].f1())
				scores[set.name+variant+" nationality"] = counts[3].f1()
			}
			fmt.Println()
		}
	}
	for name, score := range scores {
		scores[name] = round2(score)
	}
	return recordScores(models, "entity", scores)
}

// spanCounts counts spans found, expected and right.
type spanCounts struct{ found, gold, right int }

func (c spanCounts) plus(d spanCounts) spanCounts {
	return spanCounts{c.found + d.found, c.gold + d.gold, c.right + d.right}
}
func (c spanCounts) precision() float64 { return 100 * float64(c.right) / float64(max(c.found, 1)) }
func (c spanCounts) recall() float64    { return 100 * float64(c.right) / float64(max(c.gold, 1)) }
func (c spanCounts) f1() float64 {
	return 200 * float64(c.right) / float64(max(c.found+c.gold, 1))
}

type goldSpan struct {
	tokens pipeline.Range
	label  pipeline.Label
}

var nerLabels = [...]pipeline.Label{pipeline.Person, pipeline.Location, pipeline.Organization, pipeline.Nationality, "", pipeline.Location}

// scoreEntities compares the stage's spans with the gold ones, by type.
func scoreEntities(stage *entity.Stage, documents []*nerDocument, variant string) ([nerTypes]spanCounts, error) {
	var counts [nerTypes]spanCounts
	errors := evalVerbose() && variant == ""
	for i, d := range documents {
		doc := *d.doc
		if variant != "" {
			fold := strings.ToLower
			if variant == " upper" {
				fold = strings.ToUpper
			}
			doc = *foldedCase(d, fold).doc
		}
		doc.Entities = nil
		if err := stage.Annotate(context.Background(), &doc); err != nil {
			return counts, err
		}
		gold := goldSpans(d)
		found := map[goldSpan]bool{}
		for _, e := range doc.Entities {
			found[goldSpan{e.Tokens, e.Label}] = true
		}
		for t, label := range nerLabels[:nerMiscellaneous] {
			for _, e := range doc.Entities {
				if e.Label == label {
					counts[t].found++
					if !gold[goldSpan{e.Tokens, label}] && errors {
						fmt.Printf("ERR %d + %-12s %s\n", i, label, around(&doc, e.Tokens))
					}
				}
			}
			for span := range gold {
				if span.label == label {
					counts[t].gold++
					if found[span] {
						counts[t].right++
					} else if errors {
						fmt.Printf("ERR %d - %-12s %s\n", i, label, around(&doc, span.tokens))
					}
				}
			}
		}
	}
	return counts, nil
}

func around(doc *pipeline.Document, tokens pipeline.Range) string {
	from, to := max(0, tokens.First-7), min(len(doc.Tokens), tokens.End+5)
	return doc.Text[doc.Tokens[from].Start:doc.Tokens[tokens.First].Start] + "[" +
		doc.Text[doc.Tokens[tokens.First].Start:doc.Tokens[tokens.End-1].End] + "]" + doc.Text[doc.Tokens[tokens.End-1].End:doc.Tokens[to-1].End]
}

// goldSpans returns the spans of a document whose classes are settled.
func goldSpans(d *nerDocument) map[goldSpan]bool {
	spans := map[goldSpan]bool{}
	for _, sentence := range d.doc.Sentences {
		for i := sentence.Tokens.First; i < sentence.Tokens.End; i++ {
			t := -1
			for k := 0; k < nerTypes; k++ {
				if d.allowed[i]&^(1<<(2*nerFacility+1)) == 1<<(2*k+1) || d.allowed[i] == 1<<(2*k+1) {
					t = k
				}
			}
			if t < 0 {
				continue
			}
			end := i + 1
			for end < sentence.Tokens.End && d.allowed[end]&(1<<(2*t+2)) != 0 && d.allowed[end]&1 == 0 {
				end++
			}
			spans[goldSpan{pipeline.Range{First: i, End: end}, nerLabels[t]}] = true
		}
	}
	return spans
}
