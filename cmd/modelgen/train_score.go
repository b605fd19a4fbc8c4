package main

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/purport-nlp/purport/extractors/claim"
	"github.com/purport-nlp/purport/extractors/lexicon"
	"github.com/purport-nlp/purport/output"
	"github.com/purport-nlp/purport/pipeline"
)

// ownGold is the folder of the labelled articles that ship, from the root of
// the module.
const ownGold = "testdata/gold"

// scoreSample is one claim: its traits, and whether a reader cut and judged
// it alike.
type scoreSample struct {
	text   string
	traits []int
	right  bool
}

// Settings of the logistic model of scores.
const (
	scoreRounds = 400
	scoreRate   = 0.5
	scoreDecay  = 0.004
)

// trainScore learns the score of a claim from the claims read by hand.
func trainScore(data, models string) error {
	samples, inputs, err := scoreSamples(data)
	if err != nil {
		return err
	}
	var content bytes.Buffer
	for _, weight := range learnScore(samples) {
		if err := binary.Write(&content, binary.LittleEndian, float32(weight)); err != nil {
			return err
		}
	}
	brier, _ := crossScore(samples)
	return writeModel(models, "score", content.Bytes(), modelCard{
		What:     "how likely a claim is to be cut and judged as a reader would",
		Method:   "logistic regression on a few dozen traits, gradient descent",
		Data:     inputs,
		Settings: map[string]any{"rounds": scoreRounds, "rate": scoreRate, "decay": scoreDecay, "samples": len(samples)},
		Scores:   map[string]float64{"brier, each text by the others": brier},
	})
}

// scoreSamples are the claims found in the texts read by hand, as far as
// their labels are complete.
func scoreSamples(data string) (samples []scoreSample, inputs []cardInput, err error) {
	tables, err := filepath.Glob(filepath.Join(data, "claims", "*.tsv"))
	if err != nil {
		return nil, nil, err
	}
	for _, table := range tables {
		name := "claims/" + filepath.Base(table)
		input, err := inputCard(data, name, "as its text")
		if err != nil {
			return nil, nil, err
		}
		inputs = append(inputs, input)
	}
	own, err := filepath.Glob(filepath.Join(ownGold, "*.tsv"))
	if err != nil {
		return nil, nil, err
	}
	text := func(table string) string {
		if filepath.Dir(table) == filepath.Clean(ownGold) {
			return filepath.Join("testdata/corpus", strings.TrimSuffix(filepath.Base(table), ".tsv")+".txt")
		}
		return strings.TrimSuffix(table, ".tsv") + ".txt"
	}
	cues, err := lexicon.LoadCues()
	if err != nil {
		return nil, nil, err
	}
	doubt, err := claim.NewDoubt(cues)
	if err != nil {
		return nil, nil, err
	}
	err = labelledTexts(append(tables, own...), text, func(gold output.Gold, doc *pipeline.Document, claims []output.ClaimRecord) {
		right := map[string]bool{}
		judged := map[string]bool{}
		output.Evaluate(gold, claims, func(g *output.GoldClaim, p *output.ClaimRecord) {
			if p != nil {
				judged[p.ID] = true
				right[p.ID] = g != nil && len(output.Differences(*g, *p)) == 0
			}
		})
		doubts := doubt.Doubts(doc)
		for i, record := range claims {
			if judged[record.ID] {
				samples = append(samples, scoreSample{doc.Path, claim.AppendTraits(nil, doc, &doc.Claims[i], doubts[i]), right[record.ID]})
			}
		}
	})
	return samples, inputs, err
}

// labelledTexts annotates the text of each table of labelled claims and calls
// do with both.
func labelledTexts(tables []string, text func(string) string, do func(output.Gold, *pipeline.Document, []output.ClaimRecord)) error {
	chain, err := nativeChain()
	if err != nil {
		return err
	}
	encoder := output.NewEncoder(output.Options{})
	for _, table := range tables {
		content, err := os.ReadFile(table)
		if err != nil {
			return err
		}
		gold, err := output.ReadGoldTable(filepath.ToSlash(table), bytes.NewReader(content))
		if err != nil {
			return fmt.Errorf("%s: %w", table, err)
		}
		if content, err = os.ReadFile(text(table)); err != nil {
			return err
		}
		doc := pipeline.NewDocument(filepath.ToSlash(text(table)), string(content))
		if err := chain.Annotate(context.Background(), doc); err != nil {
			return err
		}
		claims, err := output.ReadClaims(bytes.NewReader(encoder.Append(nil, output.Claim, doc)))
		if err != nil {
			return err
		}
		do(gold, doc, claims)
	}
	return nil
}

// learnScore fits the weights by gradient descent on all samples at once.
func learnScore(samples []scoreSample) []float64 {
	weights := make([]float64, claim.ScoreTraits)
	gradient := make([]float64, claim.ScoreTraits)
	for range scoreRounds {
		clear(gradient)
		for _, s := range samples {
			miss := -probability(weights, s.traits)
			if s.right {
				miss++
			}
			for _, trait := range s.traits {
				gradient[trait] += miss
			}
		}
		for i := range weights {
			weights[i] += scoreRate * (gradient[i]/float64(len(samples)) - scoreDecay*weights[i])
		}
	}
	return weights
}

func probability(weights []float64, traits []int) float64 {
	sum := 0.0
	for _, trait := range traits {
		sum += weights[trait]
	}
	return 1 / (1 + math.Exp(-sum))
}

// crossScore scores the claims of each text by the others: it returns the
// mean squared error, and what was predicted for each sample.
func crossScore(samples []scoreSample) (brier float64, predicted []float64) {
	predicted = make([]float64, len(samples))
	for first := 0; first < len(samples); {
		end := first
		for end < len(samples) && samples[end].text == samples[first].text {
			end++
		}
		weights := learnScore(append(slices.Clone(samples[:first]), samples[end:]...))
		for i := first; i < end; i++ {
			predicted[i] = probability(weights, samples[i].traits)
			miss := predicted[i]
			if samples[i].right {
				miss--
			}
			brier += miss * miss
		}
		first = end
	}
	return brier / float64(max(len(samples), 1)), predicted
}

// evalScore prints how well scores are calibrated, each text scored by the
// others.
func evalScore(data, _ string) error {
	samples, _, err := scoreSamples(data)
	if err != nil {
		return err
	}
	brier, predicted := crossScore(samples)
	var all, right [10]int
	total := 0
	for i, p := range predicted {
		bin := min(int(10*p), 9)
		all[bin]++
		if samples[i].right {
			right[bin]++
			total++
		}
	}
	rate := float64(total) / float64(max(len(samples), 1))
	fmt.Printf("scores of %d claims, each text by the others: Brier %.3f (%.3f if all had the same score)\n", len(samples), brier, rate*(1-rate))
	table := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(table, "score\tclaims\tright\t")
	for bin, n := range all {
		if n > 0 {
			fmt.Fprintf(table, "%.1f to %.1f\t%d\t%.0f %%\t\n", float64(bin)/10, float64(bin+1)/10, n, 100*float64(right[bin])/float64(n))
		}
	}
	return table.Flush()
}
