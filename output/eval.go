package output

import (
	"encoding/json"
	"fmt"
	"io"
	"math"
	"path"
	"slices"
	"sort"
	"strings"
	"text/tabwriter"
)

// MatchShare is the share of words that a claim must have in common with a
// labelled one, counted against the longer of the two, to be the same.
const MatchShare = 0.7

// levels are the hedging levels from the firmest to the least firm.
var levels = []string{"known", "asserted", "attributed", "probable", "possible", "speculative", "unknown"}

// GoldClaim is a claim as a reader labelled it.
type GoldClaim struct {
	Path        string
	Proposition string
	// Levels are those that a careful reader accepts, the best first.
	Levels   []string
	Polarity string
	// SourceKinds are those that a careful reader accepts, the best first.
	SourceKinds []string
	// Source is the source as written, SourceName who that is.
	Source, SourceName string
	// Cues are words that must stand in the cues, one of each.
	Cues []string
	// Optional claims count neither way.
	Optional bool
}

// Gold are labelled claims.
type Gold struct {
	Claims []GoldClaim
	// Until says, for a document by path, the last words up to which every
	// claim is labelled: what is predicted after them counts neither way.
	Until map[string]string
}

// ReadGoldTable reads a table of labelled claims: tab-separated columns
// "proposition", "level", "polarity", "source_kind", "source" ("the minister
// => Anna Berg" where it is resolved), "cues" (divided by ";") and "note",
// named in its first line.
// Alternatives are divided by "|". A line "# exhaustive to: WORDS." before
// says how far the labels go. The document is the one with the table's name.
func ReadGoldTable(name string, in io.Reader) (Gold, error) {
	document := strings.TrimSuffix(path.Base(name), path.Ext(name))
	gold := Gold{Until: map[string]string{}}
	var columns map[string]int
	err := Scan(in, func(_ int, line []byte) error {
		text := string(line)
		if mark, ok := strings.CutPrefix(text, "# exhaustive to:"); ok {
			gold.Until[document] = strings.TrimSpace(mark)
			return nil
		}
		if strings.HasPrefix(text, "#") {
			return nil
		}
		cells := strings.Split(text, "\t")
		if columns == nil {
			columns = map[string]int{}
			for i, column := range cells {
				columns[column] = i
			}
			if _, ok := columns["proposition"]; !ok {
				return fmt.Errorf("no column %q: this is no table of labelled claims", "proposition")
			}
			return nil
		}
		cell := func(column string) string {
			if i, ok := columns[column]; ok && i < len(cells) {
				return strings.TrimSpace(cells[i])
			}
			return ""
		}
		source, resolved, found := strings.Cut(cell("source"), " => ")
		if !found {
			resolved = source
		}
		gold.Claims = append(gold.Claims, GoldClaim{
			Path: document, Proposition: cell("proposition"), Levels: strings.Split(cell("level"), "|"), Polarity: cell("polarity"),
			SourceKinds: strings.Split(cell("source_kind"), "|"), Source: source, SourceName: resolved,
			Cues: strings.FieldsFunc(cell("cues"), func(r rune) bool { return r == ';' }), Optional: strings.HasPrefix(cell("note"), "optional"),
		})
		return nil
	})
	return gold, err
}

// ReadClaims reads claim records. Records of other kinds are an error.
func ReadClaims(in io.Reader) ([]ClaimRecord, error) {
	var claims []ClaimRecord
	err := Scan(in, func(_ int, line []byte) error {
		var claim ClaimRecord
		if err := json.Unmarshal(line, &claim); err != nil {
			return fmt.Errorf("this is no claim record: %w", err)
		}
		if claim.Record != Claim.String() {
			return fmt.Errorf("this is no claim record but one of kind %q", claim.Record)
		}
		claims = append(claims, claim)
		return nil
	})
	return claims, err
}

// GoldOf turns claim records that a reader corrected into labels.
func GoldOf(claims []ClaimRecord) Gold {
	gold := Gold{}
	for _, c := range claims {
		gold.Claims = append(gold.Claims, GoldClaim{
			Path: c.Path, Proposition: c.ClaimText, Levels: []string{c.Level}, Polarity: c.Polarity,
			SourceKinds: []string{c.SourceKind}, Source: c.SourceText, SourceName: c.SourceName, Cues: cueTexts(c),
		})
	}
	return gold
}

// Tally counts what was found, what was there, and what of it was right.
type Tally struct{ Right, Gold, Predicted int }

// Precision returns the share of the predicted that is right.
func (t Tally) Precision() float64 { return share(t.Right, t.Predicted) }

// Recall returns the share of the gold that was found.
func (t Tally) Recall() float64 { return share(t.Right, t.Gold) }

// F1 returns the harmonic mean of precision and recall.
func (t Tally) F1() float64 { return share(2*t.Right, t.Gold+t.Predicted) }

func share(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return float64(part) / float64(whole)
}

// Evaluation is how predicted claims compare with labelled ones.
type Evaluation struct {
	// Propositions counts as far as the labels are complete. Found counts all
	// labelled claims that have a partner, Missed those without one beyond
	// where the labels are complete.
	Propositions  Tally
	Found, Missed int
	// Exact counts the matches that are cut as labelled, Level, Polarity,
	// SourceKind, Source and Cue those that are right in that field, Whole
	// those that are right in all of them.
	Exact, Level, Polarity, SourceKind, Source, Cue, Whole int
	// Levels and Sources are by label; Confusion by labelled level, then by
	// predicted; "" stands for no match.
	Levels, Sources map[string]Tally
	Confusion       map[[2]string]int
}

// Evaluate matches the predicted claims of each document with its labelled
// ones, one to one, those with the most words in common first, and counts.
// Documents without labels count neither way. Where judged is not nil it is
// told of each pair; what has no partner comes with nil.
func Evaluate(gold Gold, predicted []ClaimRecord, judged func(*GoldClaim, *ClaimRecord)) Evaluation {
	e := Evaluation{Levels: map[string]Tally{}, Sources: map[string]Tally{}, Confusion: map[[2]string]int{}}
	byPath := map[string][]GoldClaim{}
	var order []string
	for _, claim := range gold.Claims {
		if byPath[claim.Path] == nil {
			order = append(order, claim.Path)
		}
		byPath[claim.Path] = append(byPath[claim.Path], claim)
	}
	for _, document := range order {
		found, end := labelled(predicted, document, gold.Until[document])
		e.document(byPath[document], found, end, judged)
	}
	return e
}

// labelled returns the predicted claims of one document, and the last
// sentence up to which its labels are complete.
func labelled(predicted []ClaimRecord, document, until string) (found []ClaimRecord, end int) {
	end = -1
	mark := strings.Join(words(until), " ")
	for _, claim := range predicted {
		name := path.Base(claim.Path)
		if claim.Path != document && strings.TrimSuffix(name, path.Ext(name)) != document {
			continue
		}
		if mark != "" && strings.HasSuffix(strings.Join(words(claim.SentenceText), " "), mark) {
			end = max(end, claim.Sentence)
		}
		found = append(found, claim)
	}
	if end < 0 {
		end = math.MaxInt
	}
	return found, end
}

// sentences returns, for each labelled claim, the sentence that it stands in,
// as far as the predicted claims tell: that of its partner or of one that
// holds its words, else that of the labelled claim before it.
func sentences(gold []GoldClaim, predicted []ClaimRecord, partner []int) []int {
	at := make([]int, len(gold))
	for i := range gold {
		switch {
		case partner[i] >= 0:
			at[i] = predicted[partner[i]].Sentence
		case i > 0:
			at[i] = at[i-1]
		}
		if partner[i] >= 0 {
			continue
		}
		want := strings.Join(words(gold[i].Proposition), " ")
		for j := range predicted {
			if strings.Contains(strings.Join(words(predicted[j].SentenceText), " "), want) {
				at[i] = predicted[j].Sentence
				break
			}
		}
	}
	return at
}

type pair struct {
	gold, predicted int
	share           float64
}

// document scores one document: every labelled claim that was found for how
// it is judged, and, up to the sentence where the labels end, what is missing
// and what is too much.
func (e *Evaluation) document(gold []GoldClaim, predicted []ClaimRecord, end int, judged func(*GoldClaim, *ClaimRecord)) {
	if judged == nil {
		judged = func(*GoldClaim, *ClaimRecord) {}
	}
	partner, taken := matches(gold, predicted)
	at := sentences(gold, predicted, partner)
	for i := range gold {
		if gold[i].Optional {
			continue
		}
		within := at[i] <= end
		e.Propositions.Gold += one(within)
		if partner[i] < 0 {
			e.Missed += one(!within)
			e.count(gold[i].Levels[0], "", gold[i].SourceKinds[0], "")
			judged(&gold[i], nil)
			continue
		}
		e.Propositions.Predicted += one(within)
		e.Propositions.Right += one(within)
		e.Found++
		e.match(gold[i], predicted[partner[i]])
		judged(&gold[i], &predicted[partner[i]])
	}
	for j := range predicted {
		if !taken[j] && predicted[j].Sentence <= end {
			e.Propositions.Predicted++
			e.count("", predicted[j].Level, "", predicted[j].SourceKind)
			judged(nil, &predicted[j])
		}
	}
}

// matches pairs labelled and predicted claims one to one, those with the most
// words in common first. It returns the partner of each labelled claim, or
// -1, and which predicted claims are taken.
func matches(gold []GoldClaim, predicted []ClaimRecord) (partner []int, taken []bool) {
	var pairs []pair
	for i := range gold {
		for j := range predicted {
			if share := Overlap(gold[i].Proposition, predicted[j].ClaimText); share >= MatchShare {
				pairs = append(pairs, pair{i, j, share})
			}
		}
	}
	sort.SliceStable(pairs, func(i, j int) bool { return pairs[i].share > pairs[j].share })
	partner, taken = make([]int, len(gold)), make([]bool, len(predicted))
	for i := range partner {
		partner[i] = -1
	}
	for _, p := range pairs {
		if partner[p.gold] < 0 && !taken[p.predicted] {
			partner[p.gold], taken[p.predicted] = p.predicted, true
		}
	}
	return partner, taken
}

func (e *Evaluation) match(gold GoldClaim, predicted ClaimRecord) {
	e.count(accepted(gold.Levels, predicted.Level), predicted.Level, accepted(gold.SourceKinds, predicted.SourceKind), predicted.SourceKind)
	e.Exact += one(SameWords(gold.Proposition, predicted.ClaimText))
	wrong := Differences(gold, predicted)
	e.Level += one(!slices.Contains(wrong, "level"))
	e.Polarity += one(!slices.Contains(wrong, "polarity"))
	e.SourceKind += one(!slices.Contains(wrong, "source kind"))
	e.Source += one(!slices.Contains(wrong, "source"))
	e.Cue += one(!slices.Contains(wrong, "cue"))
	e.Whole += one(len(wrong) == 0)
}

// accepted returns the label that was predicted if a reader accepts it, else
// the best.
func accepted(labels []string, predicted string) string {
	if slices.Contains(labels, predicted) {
		return predicted
	}
	return labels[0]
}

// Differences names the fields in which a claim is not as labelled: level,
// polarity, source kind, source, cue.
func Differences(gold GoldClaim, predicted ClaimRecord) (wrong []string) {
	for _, field := range []struct {
		name  string
		right bool
	}{
		{"level", slices.Contains(gold.Levels, predicted.Level)},
		{"polarity", slices.Contains(strings.Split(gold.Polarity, "|"), predicted.Polarity)},
		{"source kind", slices.Contains(gold.SourceKinds, predicted.SourceKind)},
		{"source", gold.sameSource(predicted)},
		{"cue", gold.sameCue(predicted)},
	} {
		if !field.right {
			wrong = append(wrong, field.name)
		}
	}
	return wrong
}

// sameSource reports whether the source has the labelled words, as written or
// resolved, articles aside. Where a label has none, the author or nobody
// stands behind the claim.
func (g *GoldClaim) sameSource(predicted ClaimRecord) bool {
	if g.Source == "" {
		return predicted.SourceText == "" || predicted.SourceKind == "anonymous"
	}
	for _, have := range []string{predicted.SourceText, predicted.SourceName} {
		if have != "" && (sameName(g.Source, have) || sameName(g.SourceName, have)) {
			return true
		}
	}
	return false
}

// sameCue reports whether one of the labelled cues is there, in whole or in
// part. Attributions that are labelled by the verb alone count by their cue.
func (g *GoldClaim) sameCue(predicted ClaimRecord) bool {
	if len(g.Cues) == 0 {
		return true
	}
	for _, cue := range append(cueTexts(predicted), predicted.SourceCue) {
		for _, want := range g.Cues {
			if contains(words(want), words(cue)) || contains(words(cue), words(want)) || cue == "?" && strings.TrimSpace(want) == "?" {
				return true
			}
		}
	}
	return false
}

// contains reports whether all the words of part, at least one, stand in
// whole.
func contains(whole, part []string) bool {
	for _, word := range part {
		if !slices.Contains(whole, word) {
			return false
		}
	}
	return len(part) > 0
}

func cueTexts(c ClaimRecord) []string {
	var texts []string
	for _, cue := range c.Cues {
		texts = append(texts, cue.Text)
	}
	return texts
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// SameWords reports whether two texts have the same words in the same order,
// case and punctuation aside.
func SameWords(a, b string) bool { return slices.Equal(words(a), words(b)) }

// sameName is SameWords without articles.
func sameName(a, b string) bool {
	return slices.Equal(withoutArticles(words(a)), withoutArticles(words(b)))
}

func withoutArticles(words []string) []string {
	return slices.DeleteFunc(words, func(word string) bool { return word == "the" || word == "a" || word == "an" })
}

// count notes one claim under its labels; "" is one that has no partner.
func (e *Evaluation) count(goldLevel, level, goldSource, source string) {
	e.Confusion[[2]string{goldLevel, level}]++
	tally(e.Levels, goldLevel, level)
	tally(e.Sources, goldSource, source)
}

func tally(tallies map[string]Tally, gold, predicted string) {
	if gold != "" {
		t := tallies[gold]
		t.Gold++
		t.Right += one(gold == predicted)
		tallies[gold] = t
	}
	if predicted != "" {
		t := tallies[predicted]
		t.Predicted++
		tallies[predicted] = t
	}
}

// Report writes the evaluation as tables.
func (e Evaluation) Report(out io.Writer) error {
	table := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(table, "claims\tprecision\trecall\tF1\tright\tgold\tpredicted\t")
	row := func(name string, t Tally) {
		fmt.Fprintf(table, "%s\t%.3f\t%.3f\t%.3f\t%d\t%d\t%d\t\n", name, t.Precision(), t.Recall(), t.F1(), t.Right, t.Gold, t.Predicted)
	}
	row("propositions", e.Propositions)
	rows := func(title string, names []string, tallies map[string]Tally) {
		fmt.Fprintf(table, "\t\t\t\t\t\t\t\n%s\tprecision\trecall\tF1\tright\tgold\tpredicted\t\n", title)
		for _, name := range names {
			if t := tallies[name]; t.Gold+t.Predicted > 0 {
				row(name, t)
			}
		}
	}
	rows("level", levels, e.Levels)
	rows("source kind", sourceKinds().enum, e.Sources)
	table.Flush()

	fmt.Fprintf(out, "\nof the %d labelled propositions found, right in\n", e.Found)
	table = tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	for _, field := range []struct {
		name  string
		count int
	}{{"cut exactly", e.Exact}, {"level", e.Level}, {"polarity", e.Polarity}, {"source kind", e.SourceKind}, {"source", e.Source}, {"a cue", e.Cue}, {"all of them but the cut", e.Whole}} {
		fmt.Fprintf(table, "%s\t%d\t%.3f\t\n", field.name, field.count, share(field.count, e.Found))
	}
	table.Flush()

	fmt.Fprintf(out, "\nconfusion: labelled level down, predicted across\n")
	table = tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	across := append(append([]string{}, levels...), "")
	fmt.Fprint(table, "\t")
	for _, level := range across {
		fmt.Fprintf(table, "%s\t", orElse(level, "missed"))
	}
	fmt.Fprintln(table)
	for _, down := range across {
		fmt.Fprintf(table, "%s\t", orElse(down, "not labelled"))
		for _, level := range across {
			fmt.Fprintf(table, "%d\t", e.Confusion[[2]string{down, level}])
		}
		fmt.Fprintln(table)
	}
	return table.Flush()
}

func orElse(text, otherwise string) string {
	if text == "" {
		return otherwise
	}
	return text
}
