package coref

import (
	"strings"
	"unicode/utf8"

	"github.com/purport-nlp/purport/extractors/lexicon"
)

// linkPerson links a person's name with earlier names of persons.
func (r *Resolver) linkPerson(l *Links, i int, words []string) {
	x := &l.names
	whole := hashWords(saltPerson, words...)
	if other, found := x.whole[whole]; found && len(words) > 1 {
		l.join(i, int(other), "same name")
		r.indexPerson(l, i, words)
		return
	}
	if len(words) == 1 {
		r.linkLoneName(l, i, words[0])
		return
	}
	if other, reason := r.fullerName(l, i, words); other >= 0 {
		l.join(i, other, reason)
	}
	r.indexPerson(l, i, words)
	// "Kim" in a heading, "Kim Jong Un" in the text below it.
	for _, word := range []string{words[len(words)-1], words[0]} {
		key := hashWords(saltPerson, word)
		if lone, found := x.lone[key]; found && compatible(l, int(lone), i) {
			delete(x.lone, key)
			l.join(i, int(lone), "fuller form of the name")
		}
	}
}

// linkLoneName links a one-word name with the latest bearer of a fuller name.
func (r *Resolver) linkLoneName(l *Links, i int, word string) {
	x := &l.names
	key := hashWords(saltPerson, word)
	best, reason := int32(-1), ""
	if other, found := x.last[key]; found && compatible(l, i, int(other)) {
		best, reason = other, "surname"
	}
	if other, found := x.first[key]; found && other > best && compatible(l, i, int(other)) {
		best, reason = other, "first word of the name"
	}
	if best < 0 {
		switch other, found := x.lone[key]; {
		case found && compatible(l, i, int(other)):
			l.join(i, int(other), "same name")
		case !r.misspelt(l, i, word):
			x.lone[key] = int32(i)
		}
		return
	}
	l.join(i, int(best), reason)
	if reason == "surname" {
		x.last[key] = int32(i)
	} else {
		x.first[key] = int32(i)
	}
}

// shortestSlip is the length from which a surname alone may be misspelt.
const shortestSlip = 6

// misspelt links a surname that is one letter away from that of a fuller name.
func (r *Resolver) misspelt(l *Links, i int, word string) bool {
	for _, key := range slipKeys(word) {
		other, found := l.names.slips[key]
		if !found || !compatible(l, i, int(other)) {
			continue
		}
		theirs := strings.ToLower(l.Mentions[other].full)
		theirs = theirs[strings.LastIndexByte(theirs, ' ')+1:]
		if ours := strings.ToLower(word); len(theirs) >= shortestSlip && ours[0] == theirs[0] && oneSlip(ours, theirs) {
			l.join(i, int(other), "surname with a slip of spelling")
			return true
		}
	}
	return false
}

// slipKeys returns the hashes of a word with each of its letters left out, and
// of the whole: two words that are one slip apart share one of them.
func slipKeys(word string) []uint64 {
	if len(word) < shortestSlip || len(word) > 24 {
		return nil
	}
	keys := []uint64{hashWords(saltPerson+4, word)}
	for k := 1; k < len(word); k++ {
		if utf8.RuneStart(word[k]) && (k+1 == len(word) || utf8.RuneStart(word[k+1])) {
			keys = append(keys, hashWords(saltPerson+4, word[:k]+word[k+1:]))
		}
	}
	return keys
}

// compatible reports whether two mentions may be of one person.
func compatible(l *Links, i, j int) bool {
	a, b := l.gender(i), l.gender(j)
	return a == lexicon.GenderUnknown || b == lexicon.GenderUnknown || a == b
}

// fullerName finds an earlier name that is the same but for initials, middle
// names or a slip of spelling.
func (r *Resolver) fullerName(l *Links, i int, words []string) (int, string) {
	x := &l.names
	for k := range words {
		if other, found := x.blur[blurred(words, k)]; found {
			if r.samePerson(l, i, int(other), words, k) {
				return int(other), "one name spelled two ways"
			}
		}
	}
	ends := hashWords(saltPerson+1, words[0], words[len(words)-1])
	if other, found := x.blur[ends]; found && compatible(l, i, int(other)) && middlesFit(words, strings.Fields(l.Mentions[other].full)) {
		return int(other), "same first and last name"
	}
	first, _ := utf8.DecodeRuneInString(words[0])
	if other, found := x.blur[hashWords(saltPerson+2, string(first), words[len(words)-1])]; found && compatible(l, i, int(other)) && initialOnly(words[0], l.Mentions[other].full) {
		return int(other), "initials"
	}
	return -1, ""
}

// middlesFit reports whether two names with the same ends can be of one
// person: one has no middle name, or their middle names begin alike.
func middlesFit(a, b []string) bool {
	if len(a) <= 2 || len(b) <= 2 {
		return true
	}
	first, _ := utf8.DecodeRuneInString(a[1])
	second, _ := utf8.DecodeRuneInString(b[1])
	return first == second && (initialOnly(a[1], b[1]) || strings.EqualFold(a[1], b[1]))
}

// initialOnly reports whether one of two first names is an initial of the
// other.
func initialOnly(a, b string) bool {
	b, _, _ = strings.Cut(b, " ")
	return len(strings.TrimSuffix(a, ".")) == 1 || len(strings.TrimSuffix(b, ".")) == 1
}

// blurred hashes a name with one word left out.
func blurred(words []string, k int) uint64 {
	hash := uint64(saltPerson+3) + uint64(k)<<8 + uint64(len(words))<<16
	for j, word := range words {
		if j != k {
			hash = lexicon.PhraseHash(hash, lexicon.FoldHash(word))
		}
	}
	return hash
}

// samePerson reports whether the names differ in word k by a slip of spelling.
func (r *Resolver) samePerson(l *Links, i, other int, words []string, k int) bool {
	theirs := strings.Fields(l.Mentions[other].full)
	if k >= len(theirs) || !compatible(l, i, other) {
		return false
	}
	a, b := strings.ToLower(words[k]), strings.ToLower(theirs[k])
	least := 4
	if len(words) == 2 {
		least = 5 // with fewer words to agree, the word must be longer
	}
	return min(len(a), len(b)) >= least && a[0] == b[0] && oneSlip(a, b)
}

// oneSlip reports whether two words differ by one letter changed, added, left
// out, or swapped with the next.
func oneSlip(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	at := 0
	for at < len(a) && a[at] == b[at] {
		at++
	}
	switch {
	case len(b)-len(a) > 1:
		return false
	case len(b) > len(a):
		return a[at:] == b[at+1:]
	case at == len(a):
		return true
	}
	return a[at+1:] == b[at+1:] || at+1 < len(a) && a[at] == b[at+1] && a[at+1] == b[at] && a[at+2:] == b[at+2:]
}

// indexPerson makes a name of several words findable.
func (r *Resolver) indexPerson(l *Links, i int, words []string) {
	x := &l.names
	at := int32(i)
	l.Mentions[i].full = strings.Join(words, " ")
	x.whole[hashWords(saltPerson, words...)] = at
	x.last[hashWords(saltPerson, words[len(words)-1])] = at
	x.first[hashWords(saltPerson, words[0])] = at
	x.blur[hashWords(saltPerson+1, words[0], words[len(words)-1])] = at
	first, _ := utf8.DecodeRuneInString(words[0])
	x.blur[hashWords(saltPerson+2, string(first), words[len(words)-1])] = at
	for k := range words {
		x.blur[blurred(words, k)] = at
	}
	for _, key := range slipKeys(words[len(words)-1]) {
		x.slips[key] = at
	}
}
