package main

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/purport-nlp/purport/extractors"
	"github.com/purport-nlp/purport/pipeline"
)

// uncertainKinds are the kinds of cue that make a sentence uncertain in the
// sense of the Szeged corpus: epistemic, doxastic, investigation, condition.
var uncertainKinds = []string{"hedge", "hearsay", "belief", "condition", "question"}

// hedgeSentence is one sentence of the Szeged uncertainty corpus.
type hedgeSentence struct {
	Text string
	Cues []hedgeCue
}

// hedgeCue is a gold cue; its offsets count code points.
type hedgeCue struct {
	Start, End int
	Text, Type string
}

// evalHedge measures how well the cues of claims tell uncertain sentences: on
// the Wikipedia part of the Szeged uncertainty corpus (Vincze 2014; the task
// is that of CoNLL-2010, Farkas and others 2010).
func evalHedge(data, _ string) error {
	var sentences []hedgeSentence
	if err := readJSONLines(filepath.Join(data, "hedge/wiki.dev.jsonl"), &sentences); err != nil {
		return err
	}
	chain, err := nativeChain()
	if err != nil {
		return err
	}
	score := hedgeScore{byType: map[string]*[2]int{}, missed: map[string]*[2]int{}, found: map[string]*[2]int{}}
	for _, sentence := range sentences {
		doc := pipeline.NewDocument("sentence", sentence.Text)
		if err := chain.Annotate(context.Background(), doc); err != nil {
			return err
		}
		score.add(sentence, doc, uncertainCues(doc))
	}
	score.print(len(sentences))
	return nil
}

// nativeChain is purport's own chain, all of it.
func nativeChain() (*pipeline.Pipeline, error) {
	stages, err := extractors.Default(extractors.Options{Engine: extractors.Native})
	if err != nil {
		return nil, err
	}
	return pipeline.New(stages...)
}

// readJSONLines appends the records of a JSONL file to records.
func readJSONLines[T any](path string, records *[]T) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	decoder := json.NewDecoder(bufio.NewReader(file))
	for decoder.More() {
		var record T
		if err := decoder.Decode(&record); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		*records = append(*records, record)
	}
	return nil
}

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

// hedgeScore counts sentences, and cue words by how they did.
type hedgeScore struct {
	right, gold, predicted, noClaim int
	// byType counts the gold cues of a type, and those that a predicted cue
	// overlaps; missed the same by word; found the predicted cues by word,
	// and those in sentences that are uncertain.
	byType, missed, found map[string]*[2]int
}

func (s *hedgeScore) add(sentence hedgeSentence, doc *pipeline.Document, cues []pipeline.Cue) {
	s.gold += count(len(sentence.Cues) > 0)
	s.predicted += count(len(cues) > 0)
	s.right += count(len(sentence.Cues) > 0 && len(cues) > 0)
	s.noClaim += count(len(sentence.Cues) > 0 && len(doc.Claims) == 0)
	for _, cue := range cues {
		key := fmt.Sprintf("%s (%s)", strings.ToLower(doc.Clean(cue.Span)), cue.Rule)
		tally(s.found, key, len(sentence.Cues) > 0)
	}
	for _, cue := range sentence.Cues {
		runes := []rune(sentence.Text)
		start := len(string(runes[:cue.Start]))
		span := pipeline.Span{Start: start, End: start + len(string(runes[cue.Start:cue.End]))}
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
	precision, recall := percent(s.right, s.predicted), percent(s.right, s.gold)
	fmt.Printf("hedge: %d sentences, %d uncertain, %d of those without a claim\n", sentences, s.gold, s.noClaim)
	fmt.Printf("precision %.2f  recall %.2f  F1 %.2f\n", precision, recall, 2*precision*recall/max(precision+recall, 1))
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
