package lexicon

import (
	"slices"
	"strings"
	"testing"

	"github.com/purport-nlp/purport/pipeline"
)

func loadCues(t *testing.T) *Cues {
	t.Helper()
	cues, err := LoadCues()
	if err != nil {
		t.Fatal(err)
	}
	return cues
}

var cueKinds = []string{"hedge", "booster", "hearsay", "common-knowledge", "reporting", "belief", "negation", "condition", "question"}

var cueClasses = []CueClass{CueAdverb, CueVerb, CuePassive, CueRaising, CueAdjective, CueNoun, CueFrame, CueImplicative}

// TestCueEntries holds what each line of cues.tsv must keep to.
func TestCueEntries(t *testing.T) {
	cues := loadCues(t)
	if n := len(cues.All()); n < 700 {
		t.Errorf("%d entries, not 700", n)
	}
	for _, cue := range cues.All() {
		name := string(cue.Class) + ":" + cue.Term
		if cue.Term != strings.ToLower(strings.Join(strings.Fields(cue.Term), " ")) {
			t.Errorf("%q is not in lower case with single spaces", name)
		}
		if !slices.Contains(cueClasses, cue.Class) {
			t.Errorf("%s: no class", name)
		}
		if !slices.Contains(cueKinds, cue.Kind) {
			t.Errorf("%s: %q is no kind of cue", name, cue.Kind)
		}
		if !cue.Affirmed.Use {
			t.Errorf("%s has no effect where it stands affirmed", name)
		}
		if cue.Low > 0 && (cue.Low >= cue.High || cue.High > 99) {
			t.Errorf("%s: band %d-%d", name, cue.Low, cue.High)
		}
		if !slices.Contains([]string{"", "hearsay", "common-knowledge", "inferred", "reported"}, cue.Evidence) {
			t.Errorf("%s: evidence %q", name, cue.Evidence)
		}
	}
}

// TestCueKinds holds that kind and level go together as in the contract.
func TestCueKinds(t *testing.T) {
	levels := map[string][]pipeline.Level{
		"hearsay":          {pipeline.Speculative},
		"common-knowledge": {pipeline.Known},
		"reporting":        {pipeline.Attributed},
		"question":         {pipeline.Unknown},
		"belief":           {pipeline.Probable, pipeline.Possible, pipeline.Speculative},
	}
	for _, cue := range loadCues(t).All() {
		if want := levels[cue.Kind]; want != nil && !slices.Contains(want, cue.Affirmed.Level) {
			t.Errorf("%s:%s is %s and gives %v", cue.Class, cue.Term, cue.Kind, cue.Affirmed.Level)
		}
	}
}

// TestCueConflicts holds that no entry stands twice, and that words which are
// matched as they stand have one class alone.
func TestCueConflicts(t *testing.T) {
	seen := map[string]bool{}
	phrases := map[string]CueClass{}
	for _, cue := range loadCues(t).All() {
		key := string(cue.Class) + ":" + cue.Term
		if seen[key] {
			t.Errorf("%s stands twice", key)
		}
		seen[key] = true
		if cue.Class != CueAdverb && cue.Class != CueFrame && !(cue.Class == CueAdjective && strings.Contains(cue.Term, " ")) {
			continue
		}
		if other, ok := phrases[cue.Term]; ok {
			t.Errorf("%q is matched both as %s and as %s", cue.Term, other, cue.Class)
		}
		phrases[cue.Term] = cue.Class
	}
}

// onlyOneSpelling are words in "-ise" everywhere.
var onlyOneSpelling = []string{"promise", "advise", "surmise", "premise", "surprise", "poise"}

// TestCueSpellings holds that words with an American and a British spelling
// stand in both, with the same effects.
func TestCueSpellings(t *testing.T) {
	cues := loadCues(t)
	for _, cue := range cues.All() {
		for _, pair := range [][2]string{{"ize", "ise"}, {"rumor", "rumour"}, {"favor", "favour"}, {"judgment", "judgement"}, {"skeptic", "sceptic"}} {
			for _, way := range [][2]string{pair, {pair[1], pair[0]}} {
				if !strings.Contains(cue.Term, way[0]) || strings.Contains(cue.Term, way[1]) {
					continue
				}
				if slices.ContainsFunc(onlyOneSpelling, func(word string) bool { return strings.Contains(cue.Term, word) }) {
					continue
				}
				other := cues.Find(cue.Class, strings.Replace(cue.Term, way[0], way[1], 1))
				if other == nil {
					t.Errorf("%s:%s stands without its other spelling", cue.Class, cue.Term)
				} else if other.Affirmed != cue.Affirmed || other.Negated != cue.Negated {
					t.Errorf("%s:%s and %s differ", cue.Class, cue.Term, other.Term)
				}
			}
		}
	}
}

// TestCueReadings holds the readings that the contract settles, and others
// that a change must not lose unseen.
func TestCueReadings(t *testing.T) {
	cues := loadCues(t)
	for _, test := range []struct {
		class             CueClass
		term              string
		affirmed, negated string
		low, high         int
	}{
		{CueAdverb, "almost certainly", "probable+", "-", 80, 95},
		{CueAdverb, "no doubt", "known+", "-", 0, 0},
		{CueFrame, "there is little doubt", "probable+", "-", 80, 95},
		{CueAdjective, "hard to imagine", "probable-", "-", 0, 0},
		{CueAdjective, "doubtful", "probable-", "-", 0, 0},
		{CueAdverb, "reportedly", "speculative+", "-", 0, 0},
		{CueAdverb, "allegedly", "speculative+", "-", 0, 0},
		{CueNoun, "report", "speculative+", "asserted-", 0, 0},
		{CueNoun, "evidence", "probable+", "probable-", 0, 0},
		{CueNoun, "indication", "probable+", "probable-", 0, 0},
		{CueVerb, "allege", "attributed+", "unknown+", 0, 0},
		{CueVerb, "claim", "attributed+", "unknown+", 0, 0},
		{CueVerb, "confirm", "known+", "unknown+", 0, 0},
		{CueVerb, "admit", "known+", "unknown+", 0, 0},
		{CueVerb, "deny", "attributed-", "attributed+", 0, 0},
		{CueVerb, "believe", "probable+", "probable-", 0, 0},
		{CueVerb, "fear", "possible+", "-", 0, 0},
		{CueVerb, "hope", "possible+", "-", 0, 0},
		{CueVerb, "suggest", "probable+", "unknown+", 0, 0},
		{CueVerb, "document", "attributed+", "probable-", 0, 0},
		{CueVerb, "learn", "attributed+", "unknown+", 0, 0},
		{CueVerb, "assess", "attributed+", "unknown+", 0, 0},
		{CueVerb, "highlight", "attributed+", "known+", 0, 0},
		{CueVerb, "establish", "known+", "probable-", 0, 0},
		{CueVerb, "find", "attributed+", "probable-", 0, 0},
		{CueVerb, "regret", "known+", "known+", 0, 0},
		{CueVerb, "pretend", "asserted-", "-", 0, 0},
		{CuePassive, "consider", "speculative+", "speculative-", 0, 0},
		{CuePassive, "assume", "speculative+", "speculative-", 0, 0},
		{CuePassive, "expect", "probable+", "probable-", 0, 0},
		{CuePassive, "know", "known+", "unknown+", 0, 0},
		{CueRaising, "unlikely", "probable-", "probable+", 20, 45},
		{CueImplicative, "manage", "asserted+", "asserted-", 0, 0},
		{CueImplicative, "fail", "asserted-", "asserted+", 0, 0},
		{CueImplicative, "refuse", "asserted-", "asserted+", 0, 0},
		{CueImplicative, "force", "asserted+", "-", 0, 0},
		{CueImplicative, "prevent", "asserted-", "-", 0, 0},
	} {
		cue := cues.Find(test.class, test.term)
		if cue == nil {
			t.Errorf("%s:%s is missing", test.class, test.term)
			continue
		}
		affirmed, err := parseEffect(test.affirmed)
		if err != nil {
			t.Fatal(err)
		}
		negated, err := parseEffect(test.negated)
		if err != nil {
			t.Fatal(err)
		}
		if cue.Affirmed != affirmed || cue.Negated != negated || cue.Low != test.low || cue.High != test.high {
			t.Errorf("%s:%s gives %+v, %+v and %d-%d", test.class, test.term, cue.Affirmed, cue.Negated, cue.Low, cue.High)
		}
	}
	// "X failed to V" stays one claim and is neither hedged nor denied.
	for _, term := range []string{"fail", "refuse", "manage", "forget"} {
		if cues.Find(CueRaising, term) != nil {
			t.Errorf("raising:%s would hedge or deny the claim that it heads", term)
		}
	}
}

// TestParseCue holds that malformed lines are refused.
func TestParseCue(t *testing.T) {
	for _, line := range []string{
		"word\tadverb\thedge\tprobable+\t-", "word\tadverb\thedge\tprobable\t-\t", "word\tadverb\thedge\tlikely+\t-\t",
		"word\tadverb\thedge\t\t-\t", "word\tadverb\thedge\tprobable+\t-\tband=x-5", "word\tadverb\thedge\tprobable+\t-\tband=5", "word\tadverb\thedge\tprobable+\t-\tcolour=red",
	} {
		if cue, err := parseCue(line); err == nil {
			t.Errorf("%q is read as %+v", line, *cue)
		}
	}
}
