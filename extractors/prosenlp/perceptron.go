package prosenlp

import (
	"math"
	"sort"
	"strconv"
	"strings"

	"github.com/mingrammer/commonregex"
)

// perceptron is prose's tagger (a port of the averaged perceptron of
// TextBlob) over prose's own weights. prose adds the weights up in the order
// of a map and takes the best of equal scores at random; here they are whole
// thousandths, which is exact, and of equal tags the first wins.
type perceptron struct {
	classes []string
	// known maps words that have one tag only to it.
	known   map[string]string
	weights map[string][]classWeight
}

// classWeight is the weight of a feature for one class, in thousandths.
type classWeight struct{ class, weight int32 }

func newPerceptron() (*perceptron, error) {
	p := &perceptron{weights: map[string][]classWeight{}}
	var weights map[string]map[string]float64
	for _, part := range []struct {
		name  string
		value any
	}{{"classes", &p.classes}, {"tags", &p.known}, {"weights", &weights}} {
		if err := decodeAsset("AveragedPerceptron/"+part.name, part.value); err != nil {
			return nil, err
		}
	}
	sort.Strings(p.classes)
	index := map[string]int32{}
	for i, class := range p.classes {
		index[class] = int32(i)
	}
	p.weights = make(map[string][]classWeight, len(weights))
	for feature, row := range weights {
		list := make([]classWeight, 0, len(row))
		for class, weight := range row {
			list = append(list, classWeight{index[class], int32(math.Round(weight * 1000))})
		}
		p.weights[feature] = list
	}
	return p, nil
}

// tag appends a Penn Treebank tag for each word of one sentence.
func (p *perceptron) tag(tags []string, words []string) []string {
	context := make([]string, 0, len(words)+4)
	context = append(context, "-START-", "-START2-")
	for _, word := range words {
		context = append(context, normalize(word))
	}
	context = append(context, "-END-", "-END2-")
	scores := make([]int32, len(p.classes))
	previous, beforePrevious := "-START-", "-START2-"
	for i, word := range words {
		tag := fixedTag(word)
		if tag == "" {
			tag = p.known[word]
		}
		if tag == "" {
			tag = p.predict(scores, i+2, context, word, previous, beforePrevious)
		}
		tags = append(tags, tag)
		beforePrevious, previous = previous, tag
	}
	return tags
}

// fixedTag returns the tag of words that prose tells by their looks, or "".
func fixedTag(word string) string {
	switch {
	case word == "-":
		return "-"
	case isEmoticon(word):
		return "SYM"
	case word[0] == '@',
		strings.IndexByte(word, '.') >= 0 && commonregex.LinkRegex.MatchString(word),
		strings.IndexByte(word, '@') >= 0 && commonregex.EmailRegex.MatchString(word):
		return "NN"
	case word == "0" || word == "*":
		return "-NONE-"
	}
	return ""
}

// isEmoticon reports the emoticons of prose's list that are met with.
func isEmoticon(word string) bool {
	switch word {
	case ":-)", ":)", ":(", ":-(", ":-/", ":-p", ":P", ":o", ":o)", ":-|", ":-*", ":3", ":0", ":]", "=)", "=(", "=D", "=|", "(:", "(=", "8-)", "xD", "o_O", "O_o":
		return true
	}
	return false
}

// predict returns the best tag of the word at context[i].
func (p *perceptron) predict(scores []int32, i int, context []string, word, previous, beforePrevious string) string {
	clear(scores)
	var buffer [64]byte
	add := func(parts ...string) {
		key := buffer[:0]
		for j, part := range parts {
			if j > 0 {
				key = append(key, ' ')
			}
			key = append(key, part...)
		}
		for _, w := range p.weights[string(key)] {
			scores[w.class] += w.weight
		}
	}
	add("bias")
	add("i suffix", suffix(word))
	add("i pref1", string(rune(word[0])))
	add("i-1 tag", previous)
	add("i-2 tag", beforePrevious)
	add("i tag+i-2 tag", previous, beforePrevious)
	add("i word", context[i])
	add("i-1 tag+i word", previous, context[i])
	add("i-1 word", context[i-1])
	add("i-1 suffix", suffix(context[i-1]))
	add("i-2 word", context[i-2])
	add("i+1 word", context[i+1])
	add("i+1 suffix", suffix(context[i+1]))
	add("i+2 word", context[i+2])
	best := 0
	for class, score := range scores {
		if score > scores[best] {
			best = class
		}
	}
	return p.classes[best]
}

// suffix returns the last three bytes of word, as prose counts.
func suffix(word string) string { return word[max(0, len(word)-3):] }

// normalize folds a word for use as context.
func normalize(word string) string {
	if word == "" {
		return word
	}
	if word[0] != '-' && strings.IndexByte(word, '-') >= 0 {
		return "!HYPHEN"
	}
	if _, err := strconv.Atoi(word); err == nil && len(word) == 4 {
		return "!YEAR"
	}
	if word[0] >= '0' && word[0] <= '9' {
		return "!DIGITS"
	}
	return strings.ToLower(word)
}
