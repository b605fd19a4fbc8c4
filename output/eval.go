package output

import (
	"encoding/json"
	"fmt"
	"io"
	"path"
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
	Levels     []string
	Polarity   string
	SourceKind string
	// Source is the source as written, SourceName who that is.
	Source, SourceName string
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
// => Anna Berg" where it is resolved) and "note", named in its first line.
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
			SourceKind: cell("source_kind"), Source: source, SourceName: resolved,
			Optional: strings.HasPrefix(cell("note"), "optional"),
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
			SourceKind: c.SourceKind, Source: c.SourceText, SourceName: c.SourceName,
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
	Propositions Tally
	// Exact counts the matches that are cut as labelled, Level, Polarity,
	// SourceKind and Source those that are right in that field.
	Exact, Level, Polarity, SourceKind, Source int
	// Levels and Sources are by label; Confusion by labelled level, then by
	// predicted; "" stands for no match.
	Levels, Sources map[string]Tally
	Confusion       map[[2]string]int
}

// Evaluate matches the predicted claims of each document with its labelled
// ones, one to one, those with the most words in common first, and counts.
// Documents without labels count neither way.
func Evaluate(gold Gold, predicted []ClaimRecord) Evaluation {
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
		e.document(byPath[document], labelled(predicted, document, gold.Until[document]))
	}
	return e
}

// labelled returns the claims of one document, up to where its labels go.
func labelled(predicted []ClaimRecord, document, until string) []ClaimRecord {
	end := -1
	mark := strings.Join(words(until), " ")
	var found []ClaimRecord
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
		return found
	}
	within := found[:0]
	for _, claim := range found {
		if claim.Sentence <= end {
			within = append(within, claim)
		}
	}
	return within
}

type pair struct {
	gold, predicted int
	share           float64
}

func (e *Evaluation) document(gold []GoldClaim, predicted []ClaimRecord) {
	var pairs []pair
	for i := range gold {
		for j := range predicted {
			if share := Overlap(gold[i].Proposition, predicted[j].ClaimText); share >= MatchShare {
				pairs = append(pairs, pair{i, j, share})
			}
		}
	}
	sort.SliceStable(pairs, func(i, j int) bool { return pairs[i].share > pairs[j].share })
	goldTaken, predictedTaken := make([]bool, len(gold)), make([]bool, len(predicted))
	for _, p := range pairs {
		if goldTaken[p.gold] || predictedTaken[p.predicted] {
			continue
		}
		goldTaken[p.gold], predictedTaken[p.predicted] = true, true
		if !gold[p.gold].Optional {
			e.match(gold[p.gold], predicted[p.predicted])
		}
	}
	for i, claim := range gold {
		if !goldTaken[i] && !claim.Optional {
			e.Propositions.Gold++
			e.count(claim.Levels[0], "", claim.SourceKind, "")
		}
	}
	for j, claim := range predicted {
		if !predictedTaken[j] {
			e.Propositions.Predicted++
			e.count("", claim.Level, "", claim.SourceKind)
		}
	}
}

func (e *Evaluation) match(gold GoldClaim, predicted ClaimRecord) {
	e.Propositions.Gold++
	e.Propositions.Predicted++
	e.Propositions.Right++
	level := gold.Levels[0]
	for _, accepted := range gold.Levels {
		if accepted == predicted.Level {
			level = accepted
		}
	}
	e.count(level, predicted.Level, gold.SourceKind, predicted.SourceKind)
	e.Exact += one(strings.Join(words(gold.Proposition), " ") == strings.Join(words(predicted.ClaimText), " "))
	e.Level += one(level == predicted.Level)
	e.Polarity += one(gold.Polarity == predicted.Polarity)
	e.SourceKind += one(gold.SourceKind == predicted.SourceKind)
	e.Source += one(sameWords(gold.Source, predicted.SourceText) || sameWords(gold.SourceName, predicted.SourceName))
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

func sameWords(a, b string) bool {
	return strings.Join(words(a), " ") == strings.Join(words(b), " ")
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

	fmt.Fprintf(out, "\nof the %d propositions found, right in\n", e.Propositions.Right)
	table = tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	for _, field := range []struct {
		name  string
		count int
	}{{"cut exactly", e.Exact}, {"level", e.Level}, {"polarity", e.Polarity}, {"source kind", e.SourceKind}, {"source", e.Source}} {
		fmt.Fprintf(table, "%s\t%d\t%.3f\t\n", field.name, field.count, share(field.count, e.Propositions.Right))
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
