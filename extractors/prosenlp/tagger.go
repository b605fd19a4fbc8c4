package prosenlp

import (
	"context"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/purport-nlp/purport/extractors/lexicon"
	"github.com/purport-nlp/purport/pipeline"
)

// Tagger is the stage that finds tokens and their tags with prose. It requires
// sentences and provides pipeline.LayerTokens and pipeline.LayerTags.
type Tagger struct {
	engine  *Engine
	scratch sync.Pool // of *sentenceScratch
}

// sentenceScratch is the memory that one sentence needs.
type sentenceScratch struct {
	clean       cleaned
	words, tags []string
}

// NewTagger returns the stage over an engine.
func NewTagger(engine *Engine) *Tagger {
	return &Tagger{engine: engine, scratch: sync.Pool{New: func() any { return new(sentenceScratch) }}}
}

// Name returns "prose-tagger".
func (t *Tagger) Name() string { return "prose-tagger" }

// Requires returns the sentences.
func (t *Tagger) Requires() []pipeline.Layer { return []pipeline.Layer{pipeline.LayerSentences} }

// Provides returns tokens and tags.
func (t *Tagger) Provides() []pipeline.Layer {
	return []pipeline.Layer{pipeline.LayerTokens, pipeline.LayerTags}
}

// Annotate sets doc.Tokens with forms, tags and lemmas, and the token range of
// every sentence. It fails, with the code "align", where prose's tokens cannot
// be found in the text.
func (t *Tagger) Annotate(ctx context.Context, doc *pipeline.Document) error {
	scratch := t.scratch.Get().(*sentenceScratch)
	defer t.scratch.Put(scratch)
	doc.Tokens = nil
	for i := range doc.Sentences {
		if err := ctx.Err(); err != nil {
			return err
		}
		sentence := &doc.Sentences[i]
		sentence.Tokens.First = len(doc.Tokens)
		if err := t.sentence(doc, sentence.Span, scratch); err != nil {
			doc.Tokens = nil
			return err
		}
		sentence.Tokens.End = len(doc.Tokens)
	}
	return nil
}

// sentence appends the tokens of one sentence to doc.Tokens.
func (t *Tagger) sentence(doc *pipeline.Document, span pipeline.Span, scratch *sentenceScratch) error {
	scratch.clean.read(doc, span)
	first := len(doc.Tokens)
	text := string(scratch.clean.text)
	scratch.words = scratch.words[:0]
	err := t.engine.words(text, func(start, end int) {
		form := text[start:end]
		scratch.words = append(scratch.words, fold(form))
		place := scratch.clean.span(start, end)
		if place.Len() == len(form) {
			form = doc.Slice(place)
		}
		doc.Tokens = append(doc.Tokens, pipeline.Token{Span: place, Form: form})
	})
	if err != nil {
		return err
	}
	scratch.tags = t.engine.tagger.tag(scratch.tags[:0], scratch.words)
	for i, tag := range scratch.tags {
		token := &doc.Tokens[first+i]
		opens := i == 0 || token.Start > doc.Tokens[first+i-1].End
		token.XPOS = pennTag(tag, scratch.words[i], opens)
		token.Lemma = lexicon.Lemma(token.Form, token.XPOS)
		token.UPOS = lexicon.Universal(token.Form, token.Lemma, token.XPOS)
	}
	return nil
}

// maxChunk is the length in bytes from which a run without white space is not
// given to prose, whose time grows with the square of it.
const maxChunk = 400

// words calls found for each token of text, which has single spaces between
// its chunks.
func (e *Engine) words(text string, found func(start, end int)) error {
	for start := 0; start < len(text); {
		long, end := longChunk(text, start)
		if long > start {
			if err := e.aligned(text[start:long], func(a, b int) { found(start+a, start+b) }); err != nil {
				return err
			}
		}
		if long < end {
			found(long, end)
		}
		start = end
	}
	return nil
}

// aligned calls found for each token of text. Where prose loses characters,
// as it does of a chunk such as "’s”", it is asked chunk by chunk, and what it
// loses then is divided without it.
func (e *Engine) aligned(text string, found func(start, end int)) error {
	var spans [][2]int
	keep := func(start, end int) { spans = append(spans, [2]int{start, end}) }
	tokens, err := e.tokens(text)
	if err != nil {
		return err
	}
	if align(text, tokens, keep) != nil {
		spans = spans[:0]
		for start := 0; start < len(text); {
			end := start + len(chunkAt(text[start:]))
			if err := e.chunk(text, start, end, keep); err != nil {
				return err
			}
			start = end
			for start < len(text) && text[start] == ' ' {
				start++
			}
		}
	}
	for _, span := range spans {
		found(span[0], span[1])
	}
	return nil
}

func chunkAt(text string) string {
	chunk, _, _ := strings.Cut(text, " ")
	return chunk
}

// chunk calls found for each token of the chunk text[start:end].
func (e *Engine) chunk(text string, start, end int, found func(start, end int)) error {
	tokens, err := e.tokens(text[start:end])
	if err != nil {
		return err
	}
	var spans [][2]int
	if align(text[start:end], tokens, func(a, b int) { spans = append(spans, [2]int{start + a, start + b}) }) != nil {
		spans = divide(text, start, end)
	}
	for _, span := range spans {
		found(span[0], span[1])
	}
	return nil
}

// divide takes the marks at either end of a chunk, and a clitic before those
// at its end, for tokens of their own.
func divide(text string, start, end int) [][2]int {
	var before, after [][2]int
	for start < end {
		r, size := utf8.DecodeRuneInString(text[start:end])
		if unicode.IsLetter(r) || unicode.IsDigit(r) || isClitic(text[start:end]) {
			break
		}
		before = append(before, [2]int{start, start + size})
		start += size
	}
	for start < end {
		r, size := utf8.DecodeLastRuneInString(text[start:end])
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			break
		}
		after = append(after, [2]int{end - size, end})
		end -= size
	}
	if cut := cliticStart(text[start:end]); cut > 0 {
		before = append(before, [2]int{start, start + cut})
		start += cut
	}
	if start < end {
		before = append(before, [2]int{start, end})
	}
	slices.Reverse(after)
	return append(before, after...)
}

// clitics are the endings that prose divides off, with straight apostrophes.
var clitics = []string{"'s", "'ll", "'re", "'m", "n't"}

// isClitic reports whether text is a clitic, marks after it aside.
func isClitic(text string) bool {
	folded := strings.ToLower(strings.TrimRight(fold(text), `"').,;:!?]`))
	return slices.Contains(clitics, folded)
}

// cliticStart returns where the clitic at the end of a word begins, or 0.
func cliticStart(word string) int {
	for _, clitic := range clitics {
		at := len(word)
		for range len(clitic) {
			_, size := utf8.DecodeLastRuneInString(word[:at])
			at -= size
		}
		if at > 0 && strings.ToLower(fold(word[at:])) == clitic {
			return at
		}
	}
	return 0
}

// longChunk returns the place of the first overlong chunk at or after start,
// or the end of text twice.
func longChunk(text string, start int) (from, to int) {
	from = start
	for i := start; i <= len(text); i++ {
		if i < len(text) && text[i] != ' ' {
			continue
		}
		if i-from > maxChunk {
			return from, i
		}
		from = i + 1
	}
	return len(text), len(text)
}

// pennTag turns prose's tag into the one that the treebanks use. Marks have
// the tag that they always have; of quotation marks prose knows little, and
// opens says that white space stands before one. "n't" is an adverb however
// it is written, so that no negation is lost.
func pennTag(tag, word string, opens bool) string {
	switch word {
	case `"`:
		if opens {
			return "``"
		}
		return "''"
	case "``", "''", ",", ".", "$":
		return word
	case "?", "!":
		return "."
	case ":", ";", "...", "…", "--", "-", "–", "—":
		return ":"
	case "(", "[", "{":
		return "-LRB-"
	case ")", "]", "}":
		return "-RRB-"
	case "n't", "N'T", "N't":
		return "RB"
	}
	switch tag {
	case "#":
		return "NN"
	case "-NONE-":
		if word == "0" {
			return "CD"
		}
		return "NFP"
	}
	return tag
}

// proseTag is the reverse of pennTag as far as the name finder sees it.
func proseTag(tag string) string {
	switch tag {
	case "-LRB-":
		return "("
	case "-RRB-":
		return ")"
	case "HYPH":
		return "-"
	}
	return tag
}
