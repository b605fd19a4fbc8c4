package claim

import (
	"encoding/binary"
	"fmt"
	"math"
	"slices"

	"github.com/purport-nlp/purport/extractors/lexicon"
	"github.com/purport-nlp/purport/extractors/model"
	"github.com/purport-nlp/purport/pipeline"
)

// Doubt says of each word of a sentence how probably it is a cue of
// uncertainty, or part of one, in the sense of the Szeged corpora (Vincze and
// others 2008, Vincze 2014): epistemic, doxastic, of a condition or of an
// open question. It reads words, tags and word classes and not the parse, so
// that it can tell "may" from "May" and "considered" as a thought from a
// consideration where the parse is in doubt itself.
//
// It is a logistic model over hashed features, and asks only words that the
// gate lets through: those that were ever met as a cue, and those that the
// lexicon has. A Doubt may be shared between goroutines.
type Doubt struct {
	gate Gate
	// weights are the model's int8 weights as they lie in the packed model.
	weights []byte
	words   *model.Words
	marks   map[uint64]uint64
	// conditions are the hashes of "if" and "unless".
	conditions [2]uint64
}

// DoubtMemory is the scratch memory of a Doubt, for one sentence at a time.
// The zero value is ready for use.
type DoubtMemory struct {
	words    []doubtWord
	features []uint64
	scores   []float64
}

const (
	// doubtMagic opens a packed model; the digit is the format's version.
	doubtMagic = "purportD1"
)

// Gate is a set of hashes in which a few more seem to lie than do.
type Gate []byte

// gateBits is the binary logarithm of the number of bits of a gate.
const gateBits = 15

// NewGate returns an empty gate.
func NewGate() Gate { return make(Gate, 1<<gateBits/8) }

// Add puts a hash into the gate.
func (g Gate) Add(hash uint64) {
	at := hash >> (64 - gateBits)
	g[at/8] |= 1 << (at % 8)
}

// Has reports whether a hash is in the gate.
func (g Gate) Has(hash uint64) bool {
	at := hash >> (64 - gateBits)
	return g[at/8]>>(at%8)&1 == 1
}

// NewDoubt returns the model that ships.
func NewDoubt(cues *lexicon.Cues) (*Doubt, error) {
	data := model.HedgeData()
	if len(data) < len(doubtMagic)+4 || string(data[:len(doubtMagic)]) != doubtMagic {
		return nil, fmt.Errorf("claim: hedge.bin is no packed model")
	}
	size := int(binary.LittleEndian.Uint32(data[len(doubtMagic):]))
	data = data[len(doubtMagic)+4:]
	if size != 1<<gateBits/8 || len(data) <= size {
		return nil, fmt.Errorf("claim: hedge.bin has a gate of %d bytes", size)
	}
	return DoubtOf(data[size:], Gate(data[:size:size]), cues), nil
}

// DoubtOf puts a model together from its weights, int8 each; training does so
// too.
func DoubtOf(weights []byte, gate Gate, cues *lexicon.Cues) *Doubt {
	return &Doubt{
		weights: weights, gate: gate, words: model.EmbeddedWords(), marks: doubtMarks(cues),
		conditions: [2]uint64{model.Fold("if"), model.Fold("unless")},
	}
}

// Pack returns the model as bytes that NewDoubt reads.
func (d *Doubt) Pack() []byte {
	out := binary.LittleEndian.AppendUint32([]byte(doubtMagic), uint32(len(d.gate)))
	return append(append(out, d.gate...), d.weights...)
}

// doubtMarks says of each single word of the lexicon, by the hash of its
// spelling, in which classes it stands there and with which kind and effect:
// a byte for each class, in the order of doubtClasses.
func doubtMarks(cues *lexicon.Cues) map[uint64]uint64 {
	marks := map[uint64]uint64{}
	for _, cue := range cues.All() {
		for place, class := range doubtClasses {
			if cue.Class == class {
				marks[model.Fold(cue.Term)] |= doubtMark(cue) << (8 * place)
			}
		}
	}
	return marks
}

var doubtClasses = [...]lexicon.CueClass{lexicon.CueAdverb, lexicon.CueVerb, lexicon.CuePassive, lexicon.CueRaising, lexicon.CueAdjective, lexicon.CueNoun}

// doubtMark is the kind and the effect of an entry as a number below 256.
func doubtMark(cue *lexicon.Cue) uint64 {
	kinds := [...]string{"hedge", "booster", "hearsay", "common-knowledge", "belief", "reporting", "negation", "condition", "question"}
	mark := uint64(1 + slices.Index(kinds[:], cue.Kind))
	if cue.Affirmed.Use {
		mark |= (1 + uint64(cue.Affirmed.Level)) << 4
	}
	return mark
}

// Scores returns, for each token of a sentence, the probability that it
// belongs to a cue. The result is valid until memory is used again.
func (d *Doubt) Scores(memory *DoubtMemory, tokens []pipeline.Token) []float64 {
	d.Prepare(memory, tokens)
	memory.scores = memory.scores[:0]
	for i := range tokens {
		score := 0.0
		if d.Asks(memory, i) {
			score = d.score(d.Features(memory, i))
		}
		memory.scores = append(memory.scores, score)
	}
	return memory.scores
}

func (d *Doubt) score(features []uint64) float64 {
	sum := 0
	for _, feature := range features {
		sum += int(int8(d.weights[DoubtPlace(uint32(feature), len(d.weights))]))
	}
	return DoubtProbability(sum)
}

// DoubtProbability turns a sum of weights into a probability.
func DoubtProbability(sum int) float64 { return 1 / (1 + math.Exp(-float64(sum)/DoubtUnit)) }

// SentenceDoubt returns how probably a sentence is uncertain: as its likeliest
// cue is one. Many faint doubts do not add up.
func SentenceDoubt(scores []float64) float64 {
	most := 0.0
	for _, score := range scores {
		most = max(most, score)
	}
	return most
}

// DoubtPlace returns the place of a feature's weight among so many.
func DoubtPlace(feature uint32, weights int) int { return int(uint64(feature) * uint64(weights) >> 32) }

// DoubtUnit is what a weight of 1 is as an int8.
const DoubtUnit = 20

// DoubtThreshold is the probability from which a word, or a sentence, counts
// as uncertain.
const DoubtThreshold = 0.5
