package main

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"path/filepath"
	"slices"
	"strings"

	"github.com/purport-nlp/purport/pipeline"
)

// factualitySets are predicates that people graded from -3 (certainly did not
// happen) to 3 (certainly did): UDS-IH2 (Rudinger and others 2018), RP (Ross
// and Pavlick 2019), MegaVeridicality (White and Rawlins 2018).
var factualitySets = []struct {
	name, licence string
	// copies is how often training takes each predicate.
	copies int
}{
	{"uds-ih2", "CC BY-SA", 1}, {"rp", "MIT", 3}, {"mega-veridicality", "MIT", 3},
}

// factualityItem is a sentence, its words set apart by spaces, with graded
// predicates given as ranges of words.
type factualityItem struct {
	Text    string
	Targets []struct {
		Span1 [2]int
		Label float64
	}
}

// evalFactuality measures how well levels and polarities agree with people's
// grades, as Pearson's r and mean absolute error, on the development sets.
func evalFactuality(data, _ string) error {
	if err := evalFactualityModel(data); err != nil {
		return err
	}
	chain, err := nativeChain()
	if err != nil {
		return err
	}
	for _, set := range factualitySets {
		var items []factualityItem
		if err := readJSONLines(filepath.Join(data, "factuality", set.name, "dev.jsonl"), &items); err != nil {
			return err
		}
		score := factualityScore{byGovernor: map[string]*governorScore{}}
		for _, item := range items {
			if err := score.add(chain, item); err != nil {
				return err
			}
		}
		score.print(set.name)
	}
	return nil
}

// factualityScore collects pairs of gold grade and prediction.
type factualityScore struct {
	// all has every target; where it lies in no claim, or in a claim about
	// something else, the prediction is 3, a plain assertion. covered has only
	// those that head a claim; byCertainty those again, graded by the author's
	// FactBank value instead of the level.
	all, covered, byCertainty pairs
	byGovernor                map[string]*governorScore
}

// governorScore sums up the targets under one governing word.
type governorScore struct {
	count                  int
	gold, predicted, error float64
}

func (s *factualityScore) add(chain *pipeline.Pipeline, item factualityItem) error {
	text, spans := joinWords(strings.Fields(item.Text))
	doc := pipeline.NewDocument("item", text)
	if err := chain.Annotate(context.Background(), doc); err != nil {
		return err
	}
	for _, target := range item.Targets {
		span := spans[target.Span1[0]].Hull(spans[target.Span1[1]-1])
		head := headIn(doc, span)
		if head < 0 {
			continue
		}
		prediction, rule := 3.0, "no claim"
		if claim := claimOf(doc, head); claim != nil {
			prediction, rule = gradeLevel(claim), claim.Rule
			s.covered.add(target.Label, prediction)
			s.byCertainty.add(target.Label, gradeCertainty(claim.AuthorCertainty))
		}
		s.all.add(target.Label, prediction)
		key := governor(doc, head) + " [" + rule + "]"
		if s.byGovernor[key] == nil {
			s.byGovernor[key] = &governorScore{}
		}
		g := s.byGovernor[key]
		g.count++
		g.gold += target.Label
		g.predicted += prediction
		g.error += math.Abs(target.Label - prediction)
	}
	return nil
}

// joinWords writes words as a text with the usual spaces, so that the chain
// meets what it knows, and returns where each word stands.
func joinWords(words []string) (string, []pipeline.Span) {
	var text strings.Builder
	spans := make([]pipeline.Span, len(words))
	glued := true
	for i, word := range words {
		if !glued && !strings.Contains(" . , ; : ? ! ) ] % n't 's 're 've 'll 'd 'm ' -- ", " "+word+" ") {
			text.WriteByte(' ')
		}
		glued = strings.Contains(" ( [ $ # ", " "+word+" ")
		spans[i].Start = text.Len()
		text.WriteString(word)
		spans[i].End = text.Len()
	}
	return text.String(), spans
}

// headIn returns the token in span whose head lies outside it, or -1.
func headIn(doc *pipeline.Document, span pipeline.Span) int {
	for i := range doc.Sentences {
		first := doc.Sentences[i].Tokens.First
		for j, token := range doc.SentenceTokens(i) {
			if !token.Overlaps(span) {
				continue
			}
			if token.Head < 0 || !doc.Tokens[first+token.Head].Overlaps(span) {
				return first + j
			}
		}
	}
	return -1
}

// claimOf returns the claim that the token heads, directly or as the verb of
// its predicate, or nil.
func claimOf(doc *pipeline.Document, token int) *pipeline.Claim {
	for i := range doc.Claims {
		claim := &doc.Claims[i]
		if claim.Predicate == token || claim.Relation.Contains(doc.Tokens[token].Span) && governs(doc, claim.Predicate, token) {
			return claim
		}
	}
	return nil
}

// governs reports whether below is an auxiliary or copula of head.
func governs(doc *pipeline.Document, head, below int) bool {
	sentence := doc.SentenceAt(doc.Tokens[below].Start)
	token := doc.Tokens[below]
	return sentence >= 0 && token.Head >= 0 && doc.Sentences[sentence].Tokens.First+token.Head == head &&
		pipeline.IsRelation(token.Deprel, "aux", "cop")
}

// governor names what the token hangs on: lemma, negation, relation.
func governor(doc *pipeline.Document, token int) string {
	t := doc.Tokens[token]
	sentence := doc.SentenceAt(t.Start)
	if t.Head < 0 || sentence < 0 {
		return "(root)"
	}
	tokens := doc.SentenceTokens(sentence)
	negation := ""
	for _, child := range tokens {
		if child.Head == t.Head && (child.Lemma == "not" || child.Lemma == "never" || child.Lemma == "n't") {
			negation = "not "
		}
	}
	return negation + tokens[t.Head].Lemma + " > " + t.Deprel
}

// gradeLevel puts a claim's level and polarity on the scale from -3 to 3.
func gradeLevel(claim *pipeline.Claim) float64 {
	grade := [...]float64{pipeline.Known: 3, pipeline.Asserted: 3, pipeline.Attributed: 1.5, pipeline.Probable: 2,
		pipeline.Possible: 1, pipeline.Speculative: 0.5, pipeline.Unknown: 0}[claim.Level]
	if claim.Negative {
		return -grade
	}
	return grade
}

// gradeCertainty does the same with a FactBank value.
func gradeCertainty(certainty pipeline.Certainty) float64 {
	switch certainty {
	case pipeline.CertainPlus:
		return 3
	case pipeline.ProbablePlus:
		return 2
	case pipeline.PossiblePlus:
		return 1
	case pipeline.PossibleMinus:
		return -1
	case pipeline.ProbableMinus:
		return -2
	case pipeline.CertainMinus:
		return -3
	}
	return 0
}

func (s *factualityScore) print(set string) {
	fmt.Printf("\n%s by the levels of claims: %d predicates, %d head a claim\n", set, len(s.all), len(s.covered))
	fmt.Printf("  all: r %.3f, mean error %.2f; claims by level: r %.3f, %.2f; by author certainty: r %.3f, %.2f\n",
		s.all.pearson(), s.all.meanError(), s.covered.pearson(), s.covered.meanError(), s.byCertainty.pearson(), s.byCertainty.meanError())
	keys := make([]string, 0, len(s.byGovernor))
	for key := range s.byGovernor {
		keys = append(keys, key)
	}
	slices.SortFunc(keys, func(a, b string) int {
		return cmp.Or(cmp.Compare(s.byGovernor[b].error, s.byGovernor[a].error), cmp.Compare(a, b))
	})
	fmt.Println("  count  gold  ours  error  governor > relation [rule]")
	for _, key := range keys[:min(30, len(keys))] {
		g := s.byGovernor[key]
		n := float64(g.count)
		fmt.Printf("  %5d %5.1f %5.1f  %5.1f  %s\n", g.count, g.gold/n, g.predicted/n, g.error, key)
	}
}

// pairs are a gold grade and a prediction each.
type pairs [][2]float64

func (p *pairs) add(gold, predicted float64) { *p = append(*p, [2]float64{gold, predicted}) }

func (p pairs) meanError() float64 {
	sum := 0.0
	for _, pair := range p {
		sum += math.Abs(pair[0] - pair[1])
	}
	return sum / float64(max(len(p), 1))
}

// pearson is the linear correlation, 0 where one side does not vary.
func (p pairs) pearson() float64 {
	var n, x, y, xx, yy, xy float64
	for _, pair := range p {
		n, x, y = n+1, x+pair[0], y+pair[1]
		xx, yy, xy = xx+pair[0]*pair[0], yy+pair[1]*pair[1], xy+pair[0]*pair[1]
	}
	spread := math.Sqrt((n*xx - x*x) * (n*yy - y*y))
	if spread == 0 || math.IsNaN(spread) {
		return 0
	}
	return (n*xy - x*y) / spread
}
