package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/purport-nlp/purport/pipeline"
)

// uncertainKinds are the kinds of cue that make a sentence uncertain in the
// sense of the Szeged corpus: epistemic, doxastic, investigation, condition.
var uncertainKinds = []string{"hedge", "hearsay", "belief", "condition", "question"}

// uncertainCues are the cues of all claims that make a sentence uncertain,
// each once.
func uncertainCues(doc *pipeline.Document) []pipeline.Cue {
	var cues []pipeline.Cue
	for _, claim := range doc.Claims {
		for _, cue := range claim.Cues {
			if slices.Contains(uncertainKinds, cue.Kind) && !slices.Contains(cues, cue) {
				cues = append(cues, cue)
			}
		}
	}
	return cues
}

// evalHedgeCues prints how well the cues of claims tell uncertain sentences of
// the Wikipedia part.
func evalHedgeCues(data string) error {
	docs, err := readHedge(data, hedgeGenres[0].file, pipeline.LayerClaims)
	if err != nil {
		return err
	}
	score := hedgeScore{byType: map[string]*[2]int{}, missed: map[string]*[2]int{}, found: map[string]*[2]int{}}
	for i := range docs {
		score.add(docs[i].hedgeSentence, docs[i].doc, uncertainCues(docs[i].doc))
	}
	score.print(len(docs))
	return nil
}

// hedgeScore counts sentences, and cue words by how they did.
type hedgeScore struct {
	hedgeCounts
	noClaim int
	// byType counts the gold cues of a type, and those that a predicted cue
	// overlaps; missed the same by word; found the predicted cues by word,
	// and those in sentences that are uncertain.
	byType, missed, found map[string]*[2]int
}

func (s *hedgeScore) add(sentence hedgeSentence, doc *pipeline.Document, cues []pipeline.Cue) {
	s.hedgeCounts.add(len(sentence.Cues) > 0, len(cues) > 0)
	s.noClaim += count(len(sentence.Cues) > 0 && len(doc.Claims) == 0)
	for _, cue := range cues {
		key := fmt.Sprintf("%s (%s)", strings.ToLower(doc.Clean(cue.Span)), cue.Rule)
		tally(s.found, key, len(sentence.Cues) > 0)
	}
	for _, cue := range sentence.Cues {
		span := cue.span(sentence.Text)
		overlapped := slices.ContainsFunc(cues, func(c pipeline.Cue) bool { return c.Overlaps(span) })
		tally(s.byType, cue.Type, overlapped)
		tally(s.missed, strings.ToLower(cue.Text)+" ("+cue.Type+")", overlapped)
	}
}

// tally counts one occurrence, and one that is right.
func tally(counts map[string]*[2]int, key string, right bool) {
	if counts[key] == nil {
		counts[key] = &[2]int{}
	}
	counts[key][0]++
	counts[key][1] += count(right)
}

func (s *hedgeScore) print(sentences int) {
	fmt.Printf("\nhedge, wiki by the cues of claims: %d sentences, %d uncertain, %d of those without a claim\n", sentences, s.gold, s.noClaim)
	fmt.Printf("precision %.2f  recall %.2f  F1 %.2f\n", s.precision(), s.recall(), s.f1())
	printTally("gold cues found, by type", s.byType, 10)
	printTally("gold cues missed most", s.missed, 50)
	printTally("predicted cues most often in a certain sentence", s.found, 50)
}

// printTally lists the keys with the most wrong occurrences first.
func printTally(title string, counts map[string]*[2]int, most int) {
	keys := make([]string, 0, len(counts))
	for key := range counts {
		keys = append(keys, key)
	}
	slices.SortFunc(keys, func(a, b string) int {
		return cmp.Or(cmp.Compare(counts[b][0]-counts[b][1], counts[a][0]-counts[a][1]), cmp.Compare(a, b))
	})
	fmt.Printf("\n%s: wrong of all\n", title)
	for _, key := range keys[:min(most, len(keys))] {
		all, right := counts[key][0], counts[key][1]
		fmt.Printf("  %5d of %5d  %s\n", all-right, all, key)
	}
}
