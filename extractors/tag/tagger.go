package tag

import (
	"encoding/binary"
	"fmt"
	"math/bits"
	"strings"

	"github.com/purport-nlp/purport/extractors/model"
	"github.com/purport-nlp/purport/pipeline"
)

// Tagger predicts Penn Treebank tags. It is immutable and safe for concurrent
// use; each goroutine needs a Scratch of its own.
type Tagger struct {
	tags       []string
	classes    []uint64 // ambiguity classes, sets of tags as bits; [0] is empty
	certain    []int    // the tag of words that are looked up, by class, or -1
	dictionary *dictionary
	table      scorer
	packed     *model.Table
	words      *model.Words
}

// scorer sums the weights of features for each tag.
type scorer interface {
	Add(scores []int32, features []uint64)
}

// Scratch is the memory that tagging a sentence needs.
type Scratch struct {
	words    []word
	features []uint64
	scores   []int32
	tags     []int
	lemmas   lemmaMemo
}

const magic = "purportG1"

// Load reads a packed tagger. The tables are used where they lie in data.
// words may be nil where the model was trained without them.
func Load(data []byte, words *model.Words) (*Tagger, error) {
	packed, ok := model.OpenParts(data, magic)
	if !ok {
		return nil, fmt.Errorf("tag: not a packed tagger")
	}
	t := &Tagger{words: words, tags: strings.Split(string(packed.Next()), " ")}
	for classes := packed.Next(); len(classes) >= 9; classes = classes[9:] {
		t.classes = append(t.classes, binary.LittleEndian.Uint64(classes))
		t.certain = append(t.certain, int(int8(classes[8])))
	}
	slots := packed.Next()
	size := len(slots) / slotSize
	if len(t.tags) > 64 || len(t.classes) == 0 || size == 0 || size&(size-1) != 0 {
		return nil, fmt.Errorf("tag: the packed tagger is cut short")
	}
	t.dictionary = &dictionary{slots, uint64(size - 1)}
	table, err := model.LoadTable(packed.Next())
	if err != nil {
		return nil, err
	}
	if table.Classes != len(t.tags) {
		return nil, fmt.Errorf("tag: %d tags but %d classes", len(t.tags), table.Classes)
	}
	t.packed, t.table = table, table
	return t, nil
}

// Pack returns the tagger as bytes that Load reads.
func (t *Tagger) Pack() []byte {
	var classes []byte
	for i, class := range t.classes {
		classes = append(binary.LittleEndian.AppendUint64(classes, class), byte(int8(t.certain[i])))
	}
	out := []byte(magic)
	for _, part := range [][]byte{[]byte(strings.Join(t.tags, " ")), classes, t.dictionary.slots, t.packed.Pack()} {
		out = model.AppendPart(out, part)
	}
	return out
}

// prepare works out the words of a sentence, with two edges on either side.
func (t *Tagger) prepare(s *Scratch, tokens []pipeline.Token) {
	s.words = append(s.words[:0], edge, edge)
	shouted := isShouted(tokens)
	verbs := reportingForms()
	var w word
	for i := range tokens {
		w.inspect(tokens[i].Form, i == 0, shouted)
		w.entry = uint64(t.dictionary.find(w.fold))
		w.reports = verbs[w.fold]
		w.stem = t.dictionary.stemEntry(tokens[i].Form)
		if t.words != nil {
			w.look(t.words, tokens[i].Form)
		}
		s.words = append(s.words, w)
	}
	s.words = append(s.words, edge, edge)
}

// look adds what the word classes know.
func (w *word) look(words *model.Words, form string) {
	known, ok := words.Lookup(form)
	if !ok {
		return
	}
	w.cluster = [4]uint64{known.Prefix(4), known.Prefix(6), known.Prefix(10), known.Prefix(32)}
	w.capital = uint64(known.Capital) + 1
}

// isShouted reports whether a sentence is set in capitals, as headings are:
// then capitals say nothing about its words.
func isShouted(tokens []pipeline.Token) bool {
	upper, lower := 0, 0
	for i := range tokens {
		form := tokens[i].Form
		for j := 0; j < len(form); j++ {
			switch c := form[j]; {
			case 'A' <= c && c <= 'Z':
				upper++
			case 'a' <= c && c <= 'z':
				lower++
			}
		}
	}
	return upper > 4*lower && upper > 12
}

// Tag sets XPOS of each token of a sentence.
func (t *Tagger) Tag(s *Scratch, tokens []pipeline.Token) {
	t.predict(s, tokens)
	for i := range tokens {
		tokens[i].XPOS = t.tags[s.tags[i]]
	}
}

// predict leaves the number of each token's tag in s.tags.
func (t *Tagger) predict(s *Scratch, tokens []pipeline.Token) {
	t.prepare(s, tokens)
	s.tags = s.tags[:0]
	if cap(s.scores) < len(t.tags) {
		s.scores = make([]int32, len(t.tags))
	}
	t1, t2 := uint64(0), uint64(0)
	for i := range tokens {
		tag := t.certain[s.words[i+2].entry]
		if tag < 0 {
			tag = t.decide(s, i+2, t1, t2)
		}
		s.tags = append(s.tags, tag)
		t1, t2 = uint64(tag+1), t1
	}
}

// decide returns the best tag for the word at place i of s.words.
func (t *Tagger) decide(s *Scratch, i int, t1, t2 uint64) int {
	s.features = features(s.features[:0], s.words, i, t1, t2)
	scores := s.scores[:len(t.tags)]
	clear(scores)
	t.table.Add(scores, s.features)
	best := 0
	for tag, score := range scores {
		if score > scores[best] {
			best = tag
		}
	}
	return best
}

// onlyTag returns the one tag of a set, or -1.
func onlyTag(set uint64) int {
	if bits.OnesCount64(set) != 1 {
		return -1
	}
	return bits.TrailingZeros64(set)
}

// Embedded returns the tagger that purport is built with.
func Embedded() (*Tagger, error) { return Load(model.TagData(), model.EmbeddedWords()) }
