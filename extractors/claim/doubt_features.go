package claim

import (
	"github.com/purport-nlp/purport/extractors/model"
	"github.com/purport-nlp/purport/pipeline"
)

// doubtWord is what the features need to know of one token.
type doubtWord struct {
	fold, lemma, tag uint64
	// class are prefixes of the word's distributional class.
	class [2]uint64
	// mark is what the lexicon says of the lemma and the form; reading that
	// for the class that the word's tag calls for.
	mark, reading uint64
	// hint is the hash of a word that changes what its neighbours say ("if",
	// "as", "whether", "not"), else 0.
	hint       uint64
	noun, verb bool
	// relation, head and headTag are the word's place in the tree.
	relation, head, headTag uint64
}

// doubtReach is how far to either side a word sees its neighbours.
const doubtReach = 2

// edgeOfDoubt stands beyond either end of a sentence.
var edgeOfDoubt = doubtWord{fold: 1, lemma: 1, tag: 1}

// Prepare reads the tokens of a sentence into memory.
func (d *Doubt) Prepare(memory *DoubtMemory, tokens []pipeline.Token) {
	memory.words = memory.words[:0]
	for range doubtReach {
		memory.words = append(memory.words, edgeOfDoubt)
	}
	for i := range tokens {
		w := d.inspect(&tokens[i], i > 0 && tokens[i-1].UPOS != "PUNCT")
		w.relation = model.Hash(tokens[i].Deprel)
		if h := tokens[i].Head; h >= 0 && h < len(tokens) {
			w.head, w.headTag = model.Fold(tokens[h].Lemma), model.Hash(tokens[h].XPOS)
		}
		memory.words = append(memory.words, w)
	}
	for range doubtReach {
		memory.words = append(memory.words, edgeOfDoubt)
	}
}

// inspect reads one token; inside says that it does not open a sentence or a
// quotation.
func (d *Doubt) inspect(token *pipeline.Token, inside bool) doubtWord {
	w := doubtWord{fold: model.Fold(token.Form), lemma: model.Fold(token.Lemma), tag: model.Hash(token.XPOS)}
	if inside && titled(token.Form) {
		// "May", "Will": another word than "may" and "will".
		w.fold, w.lemma = model.Mix(w.fold, 1), model.Mix(w.lemma, 1)
	}
	if word, ok := d.words.Lookup(token.Form); ok {
		w.class = [2]uint64{word.Prefix(6), word.Prefix(11)}
	}
	w.mark = d.marks[w.lemma]
	if w.fold != w.lemma {
		w.mark |= d.marks[w.fold]
	}
	w.reading = w.mark >> (8 * readingOf(token.XPOS)) & 0xFF
	if w.reading == 0 && token.XPOS == "JJ" {
		w.reading = w.mark >> (8 * 3) & 0xFF
	}
	w.noun, w.verb = isNoun(token.XPOS), isVerb(token)
	switch token.Lemma {
	case "if", "unless", "whether", "as", "to", "by", "that", "not", "of", "be", "have", "will", "would", "could", "may", "can", "the", "a", "in", "for", "and", "or", "do", "?":
		w.hint = w.fold
	}
	return w
}

// titled reports a capital with a small letter after it.
func titled(form string) bool {
	return len(form) > 1 && 'A' <= form[0] && form[0] <= 'Z' && 'a' <= form[1] && form[1] <= 'z'
}

// Asks reports whether the gate lets token i of the prepared sentence
// through.
func (d *Doubt) Asks(memory *DoubtMemory, i int) bool {
	return d.gate.Has(memory.words[i+doubtReach].lemma)
}

// Word returns what the gate looks at for token i of the prepared sentence,
// the hash of its lemma, and whether the lexicon has it.
func (d *Doubt) Word(memory *DoubtMemory, i int) (lemma uint64, inLexicon bool) {
	w := &memory.words[i+doubtReach]
	return w.lemma, w.mark != 0
}

// Features returns the hashed features of token i of the prepared sentence.
// The result is valid until memory is used again.
func (d *Doubt) Features(memory *DoubtMemory, i int) []uint64 {
	f := featureList{out: memory.features[:0]}
	i += doubtReach
	at := memory.words[i-doubtReach : i+doubtReach+1]
	p2, p1, w, n1, n2 := &at[0], &at[1], &at[2], &at[3], &at[4]
	// What any word of the lexicon has, whichever it is: GeneralFeatures.
	f.one(0)
	f.one(w.tag)
	f.one(w.mark)
	f.one(w.reading)
	f.two(w.reading, w.tag)
	f.two(w.reading>>4, w.tag)
	f.one(w.class[0])
	f.one(w.class[1])
	f.three(w.reading, p1.tag, n1.tag)
	f.two(w.reading, p1.lemma)
	f.two(w.reading, n1.lemma)
	f.three(w.reading, w.tag, p1.tag)
	f.three(w.reading, w.tag, n1.tag)
	f.two(w.reading, w.relation)
	f.three(w.reading, w.relation, w.headTag)
	f.three(w.mark, w.relation, w.headTag)
	f.two(w.mark, n1.tag)
	f.two(w.mark, p1.tag)
	// The word itself.
	f.one(w.fold)
	f.one(w.lemma)
	f.two(w.lemma, w.tag)
	// The neighbours' words.
	f.two(w.lemma, p1.fold)
	f.two(w.lemma, n1.fold)
	f.two(w.lemma, p2.fold)
	f.two(w.lemma, n2.fold)
	f.three(w.lemma, p1.fold, n1.fold)
	f.three(w.lemma, p2.fold, p1.fold)
	f.three(w.lemma, n1.fold, n2.fold)
	// Their tags.
	f.two(w.lemma, p1.tag)
	f.two(w.lemma, n1.tag)
	f.two(w.lemma, n2.tag)
	f.three(w.fold, p1.tag, n1.tag)
	f.three(w.fold, n1.tag, n2.tag)
	f.three(w.lemma, p2.tag, p1.tag)
	// Their classes.
	f.two(w.lemma, p1.class[0])
	f.two(w.lemma, n1.class[0])
	f.two(w.lemma, n2.class[0])
	f.two(w.lemma, p1.class[1])
	f.two(w.lemma, n1.class[1])
	// The nearest noun before and the next verb: who, and what is done.
	if j := memory.nearest(i, -1, func(o *doubtWord) bool { return o.noun }); j >= 0 {
		o := &memory.words[j]
		f.at(60).two(w.fold, o.lemma)
		f.at(61).two(w.fold, o.tag)
		f.at(62).two(w.fold, o.class[0])
	}
	if j := memory.nearest(i, 1, func(o *doubtWord) bool { return o.verb }); j >= 0 {
		o := &memory.words[j]
		f.at(63).two(w.fold, o.lemma)
		f.at(64).two(w.fold, o.tag)
		f.at(65).two(w.fold, o.class[1])
	}
	// The word's place in the tree.
	f.at(70).two(w.lemma, w.relation)
	f.two(w.lemma, w.head)
	f.three(w.lemma, w.relation, w.headTag)
	d.around(&f, memory, i)
	memory.features = f.out
	return f.out
}

// GeneralFeatures is how many of the first features of a word do not say which
// word it is.
const GeneralFeatures = 18

// nearest returns the next word in a direction that is as asked, within reach,
// or -1.
func (m *DoubtMemory) nearest(i, step int, is func(*doubtWord) bool) int {
	const reach = 7
	for j := i + step; j >= doubtReach && j < len(m.words)-doubtReach && j-i <= reach && i-j <= reach; j += step {
		if is(&m.words[j]) {
			return j
		}
	}
	return -1
}

// readingOf returns the place in doubtClasses of the class that a tag calls
// for.
func readingOf(xpos string) int {
	switch xpos {
	case "VBN":
		return 2
	case "VB", "VBD", "VBG", "VBP", "VBZ":
		return 1
	case "JJ", "JJR", "JJS":
		return 4
	case "NN", "NNS", "NNP", "NNPS":
		return 5
	}
	return 0
}

func isNoun(xpos string) bool {
	switch xpos {
	case "NN", "NNS", "NNP", "NNPS", "PRP", "WP", "EX", "DT":
		return true
	}
	return false
}

// isVerb reports whether a token is a verb with a meaning of its own.
func isVerb(token *pipeline.Token) bool { return token.UPOS == "VERB" }

// around adds what stands further off: the small words that go with a sense
// ("considered … to be", "would … if"), on either side.
func (d *Doubt) around(f *featureList, memory *DoubtMemory, i int) {
	w := &memory.words[i]
	const far = 8
	for j := max(i-far, doubtReach); j < min(i+far+1, len(memory.words)-doubtReach); j++ {
		if o := &memory.words[j]; o.hint != 0 && j != i {
			side := uint64(1)
			if j > i {
				side = 2
			}
			f.out = append(f.out, model.Mix(model.Mix(model.Mix(100, w.lemma), o.hint), side))
		}
	}
	for j := doubtReach; j < len(memory.words)-doubtReach; j++ {
		if o := &memory.words[j]; (o.fold == d.conditions[0] || o.fold == d.conditions[1]) && j != i {
			f.out = append(f.out, model.Mix(model.Mix(101, w.lemma), o.fold))
		}
	}
}

// featureList collects hashed features, numbering the templates.
type featureList struct {
	out      []uint64
	template uint64
}

// at makes template the number of the next feature.
func (f *featureList) at(template uint64) *featureList {
	f.template = template - 1
	return f
}

func (f *featureList) one(a uint64) {
	f.template++
	f.out = append(f.out, model.Mix(f.template, a))
}

func (f *featureList) two(a, b uint64) {
	f.template++
	f.out = append(f.out, model.Mix(model.Mix(f.template, a), b))
}

func (f *featureList) three(a, b, c uint64) {
	f.template++
	f.out = append(f.out, model.Mix(model.Mix(model.Mix(f.template, a), b), c))
}
