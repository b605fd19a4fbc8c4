package main

import (
	"github.com/purport-nlp/purport/extractors/claim"
	"github.com/purport-nlp/purport/extractors/lexicon"
	"github.com/purport-nlp/purport/pipeline"
)

// hedgeLesson is a sentence of the corpora with the words that may be asked.
type hedgeLesson struct {
	genre     string
	fold      int
	uncertain bool
	words     []hedgeWord
}

// hedgeWord is one word of a lesson: 32 bits of each feature.
type hedgeWord struct {
	lemma     uint64
	inLexicon bool
	cue       bool
	features  []uint32
}

// readHedgeLessons reads all genres.
func readHedgeLessons(data string) ([]hedgeLesson, error) {
	cues, err := lexicon.LoadCues()
	if err != nil {
		return nil, err
	}
	doubt := claim.DoubtOf(nil, claim.NewGate(), cues)
	read := make([][]hedgeDoc, len(hedgeGenres))
	for i, genre := range hedgeGenres {
		if read[i], err = readHedge(data, genre.file, pipeline.LayerTags, pipeline.LayerParse); err != nil {
			return nil, err
		}
	}
	everCue := everCues(doubt, read)
	var lessons []hedgeLesson
	for i, docs := range read {
		for k := range docs {
			lessons = append(lessons, docs[k].lesson(hedgeGenres[i].name, doubt, everCue))
		}
	}
	return lessons, nil
}

// everCues returns the lemmas, as hashes, of all words that are part of a cue
// anywhere. Other words need no features.
func everCues(doubt *claim.Doubt, read [][]hedgeDoc) map[uint64]bool {
	ever := map[uint64]bool{}
	var memory claim.DoubtMemory
	for _, docs := range read {
		for k := range docs {
			d := &docs[k]
			if len(d.Cues) == 0 {
				continue
			}
			spans := d.spans()
			d.eachWord(doubt, &memory, func(token *pipeline.Token, i int) {
				if overlapsAny(token.Span, spans) {
					lemma, _ := doubt.Word(&memory, i)
					ever[lemma] = true
				}
			})
		}
	}
	return ever
}

// eachWord prepares the document's sentences one by one and calls visit for
// each token, with its place in the sentence.
func (d *hedgeDoc) eachWord(doubt *claim.Doubt, memory *claim.DoubtMemory, visit func(token *pipeline.Token, i int)) {
	for s := range d.doc.Sentences {
		tokens := d.doc.SentenceTokens(s)
		doubt.Prepare(memory, tokens)
		for i := range tokens {
			visit(&tokens[i], i)
		}
	}
}

// lesson turns a sentence into a lesson.
func (d *hedgeDoc) lesson(genre string, doubt *claim.Doubt, everCue map[uint64]bool) hedgeLesson {
	l := hedgeLesson{genre: genre, fold: d.fold, uncertain: len(d.Cues) > 0}
	spans := d.spans()
	var memory claim.DoubtMemory
	d.eachWord(doubt, &memory, func(token *pipeline.Token, i int) {
		word := hedgeWord{cue: overlapsAny(token.Span, spans)}
		word.lemma, word.inLexicon = doubt.Word(&memory, i)
		if !word.inLexicon && !everCue[word.lemma] {
			return
		}
		for _, feature := range doubt.Features(&memory, i) {
			word.features = append(word.features, uint32(feature))
		}
		l.words = append(l.words, word)
	})
	return l
}

// spans returns where the gold cues stand.
func (d *hedgeDoc) spans() []pipeline.Span {
	spans := make([]pipeline.Span, len(d.Cues))
	for i := range d.Cues {
		spans[i] = d.Cues[i].span(d.Text)
	}
	return spans
}

func overlapsAny(span pipeline.Span, spans []pipeline.Span) bool {
	for _, s := range spans {
		if s.Overlaps(span) {
			return true
		}
	}
	return false
}
