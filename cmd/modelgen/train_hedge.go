package main

import (
	"slices"

	"github.com/purport-nlp/purport/extractors/claim"
	"github.com/purport-nlp/purport/extractors/lexicon"
	"github.com/purport-nlp/purport/extractors/model"
)

// hedgeSettings are those of the model of uncertain words, found by cross-
// validation.
var hedgeSettings = regressionSettings{
	seed: 5, runs: 6, epochs: 6, rate: 0.1, drop: 0.7, logistic: true, bare: 0.02, general: claim.GeneralFeatures,
}

const (
	// hedgeWeights keeps the packed model below 256 KB.
	hedgeWeights = 257000
	// gateShare is the least share of a word's occurrences that must be cues
	// for the gate to let it through: the small words of long cues do not
	// count.
	gateShare = 0.02
	// gateMeetings is how often a word of the lexicon must be met for its
	// share to say something; rarer ones pass.
	gateMeetings = 5
)

// disjunctions are cues in biology, where "A or B" leaves open which; they are
// no hedges in the sense of the levels, and nothing tells the one "or" from
// the other.
var disjunctions = []string{"or", "either", "and/or"}

// The parts of the model: what all genres share, and what is peculiar to the
// general and to the biological texts.
const (
	hedgeShared = iota
	hedgeGeneral
	hedgeBiology
	hedgeParts
)

// trainHedge learns which words are cues of uncertainty, from all genres. The
// model is for general texts: what is peculiar to biology is left behind.
func trainHedge(data, models string) error {
	sentences, err := readHedgeLessons(data)
	if err != nil {
		return err
	}
	cues, err := lexicon.LoadCues()
	if err != nil {
		return err
	}
	trained := learnHedge(sentences, notOf()).model(hedgeShared, hedgeGeneral)
	card := modelCard{
		What:   "How probably a word belongs to a cue of uncertainty: epistemic, doxastic, of a condition, of an open question.",
		Method: "Logistic regression over hashed features, AdaGrad (Duchi and others 2011), feature dropout, parts for what is common and what is peculiar to a genre (Daumé 2007); only words that were met as a cue, or are rare and in the cue lexicon, are asked.",
		Seed:   hedgeSettings.seed,
		Settings: map[string]any{
			"runs": hedgeSettings.runs, "epochs": hedgeSettings.epochs, "weights": hedgeWeights, "rate": hedgeSettings.rate, "drop": hedgeSettings.drop,
			"bare": hedgeSettings.bare, "gate_share": gateShare, "gate_meetings": gateMeetings, "threshold": claim.DoubtThreshold,
		},
		Scores: map[string]float64{
			"wiki sentence f1, tenfold":      crossValidate(sentences)[0].f1(),
			"wiki sentence f1, from biology": testUnseen(sentences, notOf("wiki"), ofGenre("wiki")).f1(),
		},
	}
	for _, genre := range hedgeGenres {
		input, err := inputCard(data, genre.file, genre.licence)
		if err != nil {
			return err
		}
		card.Data = append(card.Data, input)
	}
	return writeModel(models, "hedge", claim.DoubtOf(trained.weights, trained.gate, cues).Pack(), card)
}

// hedgeModel is a model as it is trained and tested.
type hedgeModel struct {
	weights []byte
	gate    claim.Gate
}

// hedgeLearner is what was learned, its parts still apart.
type hedgeLearner struct {
	*regression
	gate claim.Gate
}

// model returns the sum of parts as a model.
func (l *hedgeLearner) model(parts ...int) hedgeModel {
	m := hedgeModel{gate: l.gate}
	for _, weight := range l.quantised(claim.DoubtUnit, parts...) {
		m.weights = append(m.weights, byte(weight))
	}
	return m
}

// hedgeKind returns the part of the model that a genre teaches beside the
// shared one.
func hedgeKind(genre string) int {
	if genre == "wiki" {
		return hedgeGeneral
	}
	return hedgeBiology
}

// learnHedge learns from the sentences that use lets through.
func learnHedge(sentences []hedgeLesson, use func(*hedgeLesson) bool) *hedgeLearner {
	gate := gateOf(sentences, use)
	var lessons []lesson
	for k := range sentences {
		if !use(&sentences[k]) {
			continue
		}
		for _, word := range sentences[k].words {
			if gate.Has(word.lemma) {
				lessons = append(lessons, lesson{word.features, float64(count(word.cue)), hedgeKind(sentences[k].genre)})
			}
		}
	}
	learner := newRegression(hedgeSettings, hedgeWeights, hedgeParts, func(feature uint32) uint32 {
		return uint32(claim.DoubtPlace(feature, hedgeWeights))
	})
	learner.learn(lessons)
	return &hedgeLearner{learner, gate}
}

// gateOf returns the gate for the words that were met as cues in the
// sentences that use lets through, and for those of the lexicon that were
// hardly met.
func gateOf(sentences []hedgeLesson, use func(*hedgeLesson) bool) claim.Gate {
	type meetings struct {
		all, cue  int
		inLexicon bool
	}
	met := map[uint64]*meetings{}
	for k := range sentences {
		used := use(&sentences[k])
		for _, word := range sentences[k].words {
			m := met[word.lemma]
			if m == nil {
				m = &meetings{}
				met[word.lemma] = m
			}
			m.inLexicon = m.inLexicon || word.inLexicon
			m.all += count(used)
			m.cue += count(used && word.cue)
		}
	}
	for _, word := range disjunctions {
		delete(met, model.Fold(word))
	}
	gate := claim.NewGate()
	for lemma, m := range met {
		if float64(m.cue) > gateShare*float64(m.all) || m.inLexicon && m.all < gateMeetings {
			gate.Add(lemma)
		}
	}
	return gate
}

func ofGenre(names ...string) func(*hedgeLesson) bool {
	return func(l *hedgeLesson) bool { return slices.Contains(names, l.genre) }
}

func notOf(names ...string) func(*hedgeLesson) bool {
	return func(l *hedgeLesson) bool { return !slices.Contains(names, l.genre) }
}
