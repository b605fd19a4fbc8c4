package prosenlp

import (
	"sort"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxent is prose's name finder (a port of NLTK's maximum entropy chunker)
// over prose's own weights.
type maxent struct {
	labels []string
	// weights holds, by "feature-value", the weights of the labels.
	weights map[string][]labelWeight
	// basic are the words of Basic English, which are one of the features.
	basic map[string]bool
}

type labelWeight struct {
	label  int
	weight float64
}

func newMaxent() (*maxent, error) {
	var mapping map[string]int
	var weights []float64
	m := &maxent{weights: map[string][]labelWeight{}, basic: basicWords()}
	for _, part := range []struct {
		name  string
		value any
	}{{"labels", &m.labels}, {"mapping", &mapping}, {"weights", &weights}} {
		if err := decodeAsset("Maxent/"+part.name, part.value); err != nil {
			return nil, err
		}
	}
	sort.Strings(m.labels)
	for key, at := range mapping {
		for i, label := range m.labels {
			if feature, ok := strings.CutSuffix(key, "-"+label); ok {
				m.weights[feature] = append(m.weights[feature], labelWeight{i, weights[at]})
				break
			}
		}
	}
	return m, nil
}

// label appends a label such as "B-PERSON", "I-GPE" or "O" for each word of
// one sentence with its tag.
func (m *maxent) label(labels, words, tags []string) []string {
	scores := make([]float64, len(m.labels))
	previous := "None"
	for i := range words {
		clear(scores)
		m.score(scores, i, words, tags, previous)
		best := 0
		for label, score := range scores {
			if score > scores[best] {
				best = label
			}
		}
		labels = append(labels, m.labels[best])
		previous, _, _ = strings.Cut(m.labels[best], "-")
	}
	return labels
}

// score adds up the weights of word i's features in the order in which prose
// names them.
func (m *maxent) score(scores []float64, i int, words, tags []string, previousLabel string) {
	word, tag := words[i], tags[i]
	lower := strings.ToLower(word)
	previousWord, previousTag, previousShape := "None", "None", "None"
	if i > 0 {
		previousWord, previousTag = strings.ToLower(words[i-1]), tags[i-1]
	}
	if i > 1 {
		previousShape = wordShape(words[i-1])
	}
	nextWord, nextTag := "None", "None"
	if i+1 < len(words) {
		nextWord, nextTag = strings.ToLower(words[i+1]), strings.ToLower(tags[i+1])
	}
	basic := "False"
	if m.basic[word] {
		basic = "True"
	}
	var buffer [96]byte
	add := func(name string, values ...string) {
		key := append(append(buffer[:0], name...), '-')
		for j, value := range values {
			if j > 0 {
				key = append(key, '+')
			}
			key = append(key, value...)
		}
		for _, w := range m.weights[string(key)] {
			scores[w.label] += w.weight
		}
	}
	add("bias", "True")
	add("en-wordlist", basic)
	add("nextpos", nextTag)
	add("nextword", nextWord)
	add("pos", tag)
	add("pos+prevtag", tag, previousLabel)
	add("prefix3", strings.ToLower(word[:min(len(word), 3)]))
	add("prevpos", previousTag)
	add("prevtag", previousLabel)
	add("prevword", previousWord)
	add("shape", wordShape(word))
	add("shape+prevtag", previousShape, previousLabel)
	add("suffix3", strings.ToLower(word[max(0, len(word)-3):]))
	add("word", word)
	add("word+nextpos", lower, nextTag)
	add("word.lower", lower)
	add("wordlen", strconv.Itoa(len(word)))
}

// wordShape says how a word is written, as prose's regular expressions have
// it: only ASCII letters, digits and "_" count as parts of words.
func wordShape(word string) string {
	if _, err := strconv.ParseFloat(word, 64); err == nil {
		return "number"
	}
	last, _ := utf8.DecodeLastRuneInString(word)
	if last != '_' && (last >= utf8.RuneSelf || !unicode.IsLetter(last) && !unicode.IsDigit(last)) {
		return "punct"
	}
	switch {
	case strings.ToLower(word) == word:
		return "downcase"
	case isTitle(word):
		return "upcase"
	}
	return "mixedcase"
}

// isTitle reports whether every part of word begins with a capital; only
// white space and ASCII marks divide a word into parts.
func isTitle(word string) bool {
	opens := true
	for _, r := range word {
		if opens && unicode.ToTitle(r) != r {
			return false
		}
		if r < utf8.RuneSelf {
			opens = r != '_' && !unicode.IsLetter(r) && !unicode.IsDigit(r)
		} else {
			opens = unicode.IsSpace(r)
		}
	}
	return true
}
