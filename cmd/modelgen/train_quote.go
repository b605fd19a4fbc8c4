package main

import (
	"context"
	"fmt"
	"math"
	"math/rand"
	"os"

	"github.com/purport-nlp/purport/extractors/model"
	"github.com/purport-nlp/purport/extractors/quote"
	"github.com/purport-nlp/purport/pipeline"
)

// Settings of the attribution model, found on a tenth of the training
// articles.
const (
	quoteSeed   = 11
	quoteEpochs = 8
	quoteBits   = 21
	quoteRate   = 0.06
	quoteDrop   = 60 // of 256
	quoteClip   = 3.0
)

// trainQuote learns which words report something, and who and what belongs to
// them, from the training articles of PolNeAR.
func trainQuote(data, models string) error {
	docs, err := readAttributions(data, attributionTrain)
	if err != nil {
		return err
	}
	lessons, err := quoteLessons(docs)
	if err != nil {
		return err
	}
	learner := newQuoteLearner(quoteBits)
	learner.learn(lessons)
	table, err := learner.table()
	if err != nil {
		return err
	}
	input, err := inputCard(data, attributionTrain, "none stated, public; weights only")
	if err != nil {
		return err
	}
	return writeModel(models, "quote", table.Pack(), modelCard{
		What:   "Which words attribute something, and which words of the sentence are source, cue and content.",
		Method: "Log-linear choice among candidates read off the parse, hashed features, AdaGrad (Duchi and others 2011).",
		Data:   []cardInput{input},
		Seed:   quoteSeed,
		Settings: map[string]any{
			"epochs": quoteEpochs, "bits": quoteBits, "rate": quoteRate, "drop": quoteDrop, "clip": quoteClip,
		},
	})
}

// quoteLessons runs the chain over the articles and gathers their lessons.
func quoteLessons(docs []attributionDoc) ([]quoteLesson, error) {
	chain, err := quoteChain(false)
	if err != nil {
		return nil, err
	}
	stage, err := quote.With(nil)
	if err != nil {
		return nil, err
	}
	var lessons []quoteLesson
	gold, reached := 0, 0
	asked, exact := map[string]int{}, map[string]int{}
	for _, d := range docs {
		doc := pipeline.NewDocument(d.name, d.text)
		if err := chain.Annotate(context.Background(), doc); err != nil {
			return nil, err
		}
		gold += len(d.gold)
		reached += stage.Lessons(doc, d.gold, func(l quote.Lesson) {
			asked[l.Question]++
			if l.Exact {
				exact[l.Question]++
			}
			lessons = append(lessons, packLesson(l))
		})
	}
	fmt.Fprintf(os.Stderr, "quote: %d attributions, %d with a cue on offer; exact answers:", gold, reached)
	for _, question := range [...]string{"cue", "source", "left", "right", "content"} {
		fmt.Fprintf(os.Stderr, " %s %d of %d", question, exact[question], asked[question])
	}
	fmt.Fprintln(os.Stderr)
	return lessons, nil
}

// quoteLesson is a lesson in little memory: 32 bits of each feature, all
// candidates after one another.
type quoteLesson struct {
	features []uint32
	ends     []int32
	answer   int32
}

func packLesson(l quote.Lesson) quoteLesson {
	packed := quoteLesson{answer: int32(l.Answer)}
	for _, candidate := range l.Candidates[1:] {
		for _, feature := range candidate {
			packed.features = append(packed.features, uint32(feature))
		}
		packed.ends = append(packed.ends, int32(len(packed.features)))
	}
	return packed
}

// quoteLearner is a log-linear model of the choice among candidates, of which
// the first has no features.
type quoteLearner struct {
	weights, gradients []float32
	mask               uint32
	rate               float32
	// drop is the share of features, in 256ths, that a step leaves out.
	drop   uint32
	noise  uint32
	kept   []uint32
	ends   []int
	scores []float64
}

func newQuoteLearner(bits int) *quoteLearner {
	size := 1<<bits + 1
	return &quoteLearner{weights: make([]float32, size), gradients: make([]float32, size), mask: 1<<bits - 1, rate: quoteRate, drop: quoteDrop}
}

// learn takes the lessons in a seeded random order, again and again.
func (q *quoteLearner) learn(lessons []quoteLesson) {
	for epoch := range quoteEpochs {
		loss := q.epoch(lessons, int64(quoteSeed+epoch))
		fmt.Fprintf(os.Stderr, "quote: epoch %d, loss %.4f\n", epoch+1, loss)
	}
}

// epoch takes every lesson once and returns the mean loss.
func (q *quoteLearner) epoch(lessons []quoteLesson, seed int64) (loss float64) {
	for _, place := range rand.New(rand.NewSource(seed)).Perm(len(lessons)) {
		loss += q.step(&lessons[place])
	}
	return loss / float64(len(lessons))
}

// step takes one step of AdaGrad and returns the loss before it.
func (q *quoteLearner) step(l *quoteLesson) float64 {
	q.scores = append(q.scores[:0], 0)
	q.kept, q.ends = q.kept[:0], q.ends[:0]
	first := int32(0)
	for _, end := range l.ends {
		score := 0.0
		for _, feature := range l.features[first:end] {
			q.noise = q.noise*1664525 + 1013904223
			if q.noise>>24 >= q.drop {
				q.kept = append(q.kept, feature&q.mask)
				score += float64(q.weights[feature&q.mask])
			}
		}
		q.scores = append(q.scores, score)
		q.ends = append(q.ends, len(q.kept))
		first = end
	}
	top, sum := q.scores[0], 0.0
	for _, score := range q.scores {
		top = max(top, score)
	}
	for i, score := range q.scores {
		q.scores[i] = math.Exp(score - top)
		sum += q.scores[i]
	}
	from := 0
	for i, end := range q.ends {
		slope := q.scores[i+1] / sum
		if int32(i+1) == l.answer {
			slope--
		}
		if math.Abs(slope) > 1e-3 {
			q.update(q.kept[from:end], float32(slope))
		}
		from = end
	}
	return -math.Log(max(q.scores[l.answer]/sum, 1e-12))
}

func (q *quoteLearner) update(features []uint32, slope float32) {
	for _, at := range features {
		g := slope
		q.gradients[at] += g * g
		q.weights[at] -= q.rate * g / float32(math.Sqrt(float64(q.gradients[at])+1e-3))
	}
}

// table returns the weights as int8: quoteClip becomes 127.
func (q *quoteLearner) table() (*model.Table, error) {
	weights := make([]int8, len(q.weights))
	for i, w := range q.weights {
		weights[i] = int8(math.Round(max(-127, min(127, float64(w)*127/quoteClip))))
	}
	return model.NewTable(1, weights)
}
