package claim

import (
	"fmt"

	"github.com/purport-nlp/purport/extractors/lexicon"
	"github.com/purport-nlp/purport/extractors/model"
	"github.com/purport-nlp/purport/pipeline"
)

// Factuality grades predicates from -3 (it certainly did not come about) to 3
// (it certainly did), as people do who read the sentence alone: UDS-IH2
// (Rudinger and others 2018), MegaVeridicality (White and Rawlins 2018), RP
// (Ross and Pavlick 2019). It is a linear regression over hashed features:
// what governs the predicate and with which signature, negation, modality,
// tense, and the words around.
//
// A Factuality may be shared between goroutines.
type Factuality struct {
	table *model.Table
	words *model.Words
	cues  *lexicon.Cues
}

// FactualityMemory is the scratch memory of a Factuality. The zero value is
// ready for use.
type FactualityMemory struct{ features []uint64 }

// FactualityUnit is what a grade of 1 is in the sums of the table.
const FactualityUnit = 60

// NewFactuality returns the model that ships.
func NewFactuality(cues *lexicon.Cues) (*Factuality, error) {
	table, err := model.LoadTable(model.FactualityData())
	if err != nil {
		return nil, fmt.Errorf("claim: factuality.bin: %w", err)
	}
	return FactualityOf(table, cues), nil
}

// FactualityOf puts a model together; training does so too.
func FactualityOf(table *model.Table, cues *lexicon.Cues) *Factuality {
	return &Factuality{table: table, words: model.EmbeddedWords(), cues: cues}
}

// Grade returns the grade, from -3 to 3, of the predicate at token i of a
// parsed sentence.
func (f *Factuality) Grade(memory *FactualityMemory, tokens []pipeline.Token, i int) float64 {
	sum := int32(0)
	for _, feature := range f.Features(memory, tokens, i) {
		sum += int32(f.table.Row(feature)[0])
	}
	return max(-3, min(3, float64(sum)/FactualityUnit))
}

// Features returns the hashed features of the predicate at token i. The
// result is valid until memory is used again.
func (f *Factuality) Features(memory *FactualityMemory, tokens []pipeline.Token, i int) []uint64 {
	list := featureList{out: memory.features[:0]}
	own := f.survey(tokens, i)
	f.ownFeatures(&list, tokens, i, own)
	f.governorFeatures(&list, tokens, i, own)
	f.windowFeatures(&list, tokens, i)
	memory.features = list.out
	return list.out
}

// setting is what the words on a predicate say of it.
type setting struct {
	// negative is the negating word or, as 2 and 3, a negative subject or
	// object; modal the modal verb, mark the word that opens the clause, tense
	// the tag of the first auxiliary, else its own; each as a hash, 0 where
	// there is none.
	negative, modal, mark, tense uint64
	// subject and object are the hashes of the lemmas that fill the places.
	subject, object uint64
	// passive says that the predicate is in the passive voice.
	passive uint64
}

// key packs what most features are crossed with: whether it is negated, and
// by which modal verb it is changed.
func (s *setting) key() uint64 {
	key := s.modal
	if s.negative != 0 {
		key = model.Mix(key, 1)
	}
	return key
}

// survey reads the words that hang on token i.
func (f *Factuality) survey(tokens []pipeline.Token, i int) setting {
	s := setting{tense: model.Hash(tokens[i].XPOS)}
	finite := false
	for c := range tokens {
		t := &tokens[c]
		if t.Head != i {
			continue
		}
		switch {
		case isOneOf(t.Lemma, "not", "n't", "never", "neither", "nor", "hardly", "barely", "no"):
			s.negative = model.Hash(t.Lemma)
		case t.XPOS == "MD":
			s.modal = model.Fold(t.Lemma)
		case t.Deprel == "mark" || t.Deprel == "case":
			s.mark = model.Fold(t.Form)
		case t.Deprel == "aux:pass":
			s.passive = 1
			fallthrough
		case pipeline.IsRelation(t.Deprel, "aux", "cop"):
			if !finite {
				s.tense, finite = model.Mix(model.Hash(t.XPOS), model.Hash(t.Lemma)), true
			}
		case pipeline.IsRelation(t.Deprel, "nsubj", "csubj"):
			s.subject = model.Fold(t.Lemma)
			if negativeNoun(tokens, c) {
				s.negative = 2
			}
		case pipeline.IsRelation(t.Deprel, "obj"):
			s.object = model.Fold(t.Lemma)
			if negativeNoun(tokens, c) {
				s.negative = 3
			}
		}
	}
	return s
}

// negativeNoun reports "nobody", "no evidence", "few members".
func negativeNoun(tokens []pipeline.Token, i int) bool {
	if isOneOf(tokens[i].Lemma, "nobody", "nothing", "none") {
		return true
	}
	return i > 0 && isOneOf(tokens[i-1].Lemma, "no", "few", "neither")
}

func (f *Factuality) ownFeatures(list *featureList, tokens []pipeline.Token, i int, own setting) {
	t := &tokens[i]
	lemma, tag := model.Fold(t.Lemma), model.Hash(t.XPOS)
	class := uint64(0)
	if word, ok := f.words.Lookup(t.Form); ok {
		class = word.Prefix(8)
	}
	relation := model.Hash(t.Deprel)
	list.at(1).one(0)
	list.one(lemma)
	list.one(tag)
	list.two(tag, own.key())
	list.one(class)
	list.two(class, tag)
	list.one(own.negative)
	list.one(own.modal)
	list.one(own.mark)
	list.one(own.tense)
	list.two(own.tense, own.key())
	list.two(own.modal, own.negative)
	list.one(own.subject)
	list.two(own.subject, own.key())
	list.two(own.mark, own.tense)
	list.two(own.mark, own.modal)
	list.one(relation)
	list.two(relation, own.key())
	list.two(relation, own.tense)
	list.two(relation, own.mark)
	list.two(lemma, own.key())
	list.two(own.subject, own.tense)
	last := tokens[len(tokens)-1].Form
	list.two(model.Hash(last), own.key())
	list.two(model.Hash(last), relation)
}

// governorFeatures describes what the predicate hangs on, up to three steps
// up, with the signature that the lexicon gives it.
func (f *Factuality) governorFeatures(list *featureList, tokens []pipeline.Token, i int, own setting) {
	at, path := i, uint64(0)
	for step := uint64(1); step <= 3; step++ {
		h := tokens[at].Head
		if h < 0 {
			list.at(40+20*(step-1)).two(path, 0)
			return
		}
		g := &tokens[h]
		path = model.Mix(path, model.Hash(tokens[at].Deprel))
		s := f.survey(tokens, h)
		lemma := model.Fold(g.Lemma)
		polarity := s.key()
		signature := f.signature(g, &s)
		list.at(40 + 20*(step-1))
		list.two(path, model.Hash(g.UPOS))
		list.two(path, polarity)
		list.two(path, lemma)
		list.three(path, lemma, polarity)
		list.two(lemma, polarity)
		list.two(path, signature)
		list.two(signature, polarity)
		list.three(path, signature, own.mark)
		list.three(lemma, polarity, own.mark)
		list.three(lemma, s.passive, polarity)
		list.three(model.Mix(lemma, s.passive), own.mark, polarity)
		list.three(path, s.tense, own.mark)
		list.three(path, s.modal, s.negative)
		list.two(path, s.mark)
		list.three(path, s.object, polarity)
		list.two(path, s.subject)
		if word, ok := f.words.Lookup(g.Form); ok {
			list.three(path, word.Prefix(8), polarity)
			list.three(word.Prefix(11), own.mark, polarity)
		}
		at = h
	}
}

var signatureClasses = [...]lexicon.CueClass{lexicon.CueImplicative, lexicon.CueVerb, lexicon.CuePassive, lexicon.CueRaising, lexicon.CueAdjective, lexicon.CueNoun}

// signature is what the lexicon says a word does to its complement, given
// its negation, as a number.
func (f *Factuality) signature(g *pipeline.Token, s *setting) uint64 {
	value := uint64(0)
	for place, class := range signatureClasses {
		if class == lexicon.CuePassive && s.passive == 0 {
			continue
		}
		cue := f.cues.Find(class, g.Lemma)
		if cue == nil {
			continue
		}
		effect := cue.Affirmed
		if s.negative != 0 {
			effect = cue.Negated
		}
		mark := uint64(1)
		if effect.Use {
			mark = 2 + uint64(effect.Level)
			if effect.Negative {
				mark += 8
			}
		}
		value |= mark << (5 * place)
	}
	return value
}

// windowFeatures describes the words around, for where the parse is wrong.
func (f *Factuality) windowFeatures(list *featureList, tokens []pipeline.Token, i int) {
	at := func(j int) uint64 {
		if j < 0 || j >= len(tokens) {
			return 1
		}
		return model.Fold(tokens[j].Lemma)
	}
	list.at(120)
	list.one(at(i - 1))
	list.one(at(i - 2))
	list.one(at(i - 3))
	list.one(at(i + 1))
	list.one(at(i + 2))
	list.two(at(i-2), at(i-1))
	list.two(at(i-3), at(i-2))
	list.three(at(i-3), at(i-2), at(i-1))
	list.two(model.Fold(tokens[i].Lemma), at(i-1))
	list.two(model.Fold(tokens[i].Lemma), at(i+1))
	// Small words and verbs before, and whether anything negates them.
	negative := uint64(0)
	for j := max(0, i-12); j < i; j++ {
		t := &tokens[j]
		if isOneOf(t.Lemma, "not", "n't", "never", "no") {
			negative = 1
		}
		if t.UPOS == "VERB" || t.UPOS == "ADJ" || t.UPOS == "SCONJ" || t.UPOS == "AUX" || t.UPOS == "ADV" {
			list.at(140).two(model.Fold(t.Lemma), negative)
		}
	}
	list.at(141).one(negative)
}
