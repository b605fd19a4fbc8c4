package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/purport-nlp/purport/extractors/date"
	"github.com/purport-nlp/purport/pipeline"
)

// evalDates prints precision, recall and F1 of date spans, strict (the same
// first and last character) and relaxed (one character in common), and of the
// values: a date counts where its span is met and its value is the same, as
// in TempEval-3. There HeidelTime has 81.3 strict, 90.3 relaxed, 77.6 value.
//
// A range that a dash joins, "6-7 January", is one date of ours and two in
// the corpora: relaxed, it meets both, and each end of its value is compared
// with the one there.
//
// Where the environment names a file in DATES_ERRORS, what differs is written
// to it, a line each.
func evalDates(data, _ string) error {
	chain, err := dateChain()
	if err != nil {
		return err
	}
	errors := bufio.NewWriter(discard{})
	if name := os.Getenv("DATES_ERRORS"); name != "" {
		file, err := os.Create(name)
		if err != nil {
			return err
		}
		defer file.Close()
		errors = bufio.NewWriter(file)
	}
	defer errors.Flush()
	fmt.Printf("%-22s %6s %6s %6s   %6s %6s %6s   %6s\n", "dates", "strict", "P", "R", "relax", "P", "R", "value")
	for _, set := range []struct {
		name string
		read func(string) ([]datedText, error)
	}{
		{"WikiWars train", readWikiWars}, {"GUM", readGUMDates}, {"worldwide news dev", readWorldwideDates},
	} {
		texts, err := set.read(data)
		if err != nil {
			return err
		}
		score := dateScore{errors: errors}
		for _, text := range texts {
			if err := score.add(chain, text); err != nil {
				return err
			}
		}
		score.print(set.name)
	}
	if err := evalRecognizers(chain, data, errors); err != nil {
		return err
	}
	return evalDatePhrases(chain, data, errors)
}

type discard struct{}

func (discard) Write(p []byte) (int, error) { return len(p), nil }

func dateChain() (*pipeline.Pipeline, error) { return tagChain(date.New(date.Options{})) }

// datedText is a text with its gold dates, in bytes.
type datedText struct {
	name, text, published string
	dates                 []goldDate
	// calendarOnly says that the corpus marks dates of the calendar alone:
	// durations without a first and last day, sets and words such as "now" are
	// not counted against us.
	calendarOnly bool
}

// goldDate is one date as the corpus has it. Values is empty where the corpus
// gives no value that can be compared; from and to stand for one.
type goldDate struct {
	pipeline.Span
	value, from, to string
}

type dateScore struct {
	gold, found, strict, relaxed, ends, valued, value int
	errors                                            *bufio.Writer
}

// add runs the chain on one text and counts.
func (s *dateScore) add(chain *pipeline.Pipeline, text datedText) error {
	doc := pipeline.NewDocument(text.name, text.text)
	if text.published != "" {
		doc.Published, doc.PublishedBasis = text.published, pipeline.PublishedMetadata
	}
	if err := chain.Annotate(context.Background(), doc); err != nil {
		return err
	}
	if text.calendarOnly {
		kept := doc.Dates[:0]
		for _, d := range doc.Dates {
			if (d.Type == "DATE" || d.Type == "TIME" || d.Type == "DURATION" && d.From != "") && !strings.HasSuffix(d.Value, "_REF") {
				kept = append(kept, d)
			}
		}
		doc.Dates = kept
	}
	s.gold += len(text.dates)
	s.found += len(doc.Dates)
	at, taken := 0, make([]bool, len(doc.Dates))
	for _, gold := range text.dates {
		for at < len(doc.Dates) && doc.Dates[at].End <= gold.Start {
			at++
		}
		best := -1
		for i := at; i < len(doc.Dates) && doc.Dates[i].Start < gold.End; i++ {
			if !taken[i] && (best < 0 || doc.Dates[i].Span == gold.Span) {
				best = i
			}
		}
		if end := rangeEnd(doc.Dates, at, gold.Span); best < 0 && end != "" {
			s.ends++
			if gold.value != "" {
				s.valued++
				if gold.value == end {
					s.value++
				}
			}
			continue
		}
		if best < 0 {
			fmt.Fprintf(s.errors, "MISS\t%s\t%s\t%s\n", text.name, gold.value+gold.from, aroundDate(doc.Text, gold.Span))
			continue
		}
		taken[best] = true
		d := &doc.Dates[best]
		s.relaxed++
		if d.Span == gold.Span {
			s.strict++
		} else {
			fmt.Fprintf(s.errors, "SPAN\t%s\t%q for %q\t%s\t%s\n", text.name, doc.Slice(d.Span), doc.Slice(gold.Span), d.Rule, aroundDate(doc.Text, gold.Span))
		}
		if gold.value == "" && gold.from == "" {
			continue
		}
		s.valued++
		if sameValue(d, gold) {
			s.value++
		} else {
			fmt.Fprintf(s.errors, "VALUE\t%s\t%s for %s\t%s %s (%s..%s)\t%s\n", text.name, d.Value, gold.value+gold.from+".."+gold.to, d.Rule, d.Basis, d.From, d.To, aroundDate(doc.Text, gold.Span))
		}
	}
	for i, was := range taken {
		if !was {
			fmt.Fprintf(s.errors, "FALSE\t%s\t%s\t%s\t%s\n", text.name, doc.Dates[i].Rule, doc.Dates[i].Value, aroundDate(doc.Text, doc.Dates[i].Span))
		}
	}
	return nil
}

// sameValue compares a value with the corpus's: its value, or else its first
// and last day as far as it writes them.
func sameValue(d *pipeline.Date, gold goldDate) bool {
	if gold.value != "" {
		if start, _, found := strings.Cut(d.Value, "/"); found && start == gold.value {
			return true
		}
		return d.Value == gold.value || len(gold.value) == len("2006-01-02") && strings.HasPrefix(d.Value, gold.value+"T") || strings.HasPrefix(gold.value, "T") && strings.HasSuffix(d.Value, gold.value)
	}
	return d.From != "" && strings.HasPrefix(d.From, gold.from) && strings.HasPrefix(d.To, gold.to)
}

// rangeEnd returns the second end of the value of a range that overlaps a
// span, "" where there is none; at is the first date that may.
func rangeEnd(dates []pipeline.Date, at int, span pipeline.Span) string {
	if at < len(dates) && dates[at].Overlaps(span) {
		_, end, _ := strings.Cut(dates[at].Value, "/")
		return end
	}
	return ""
}

// print writes one row. The value F1 is over all dates, found and gold,
// scaled down to those whose gold value can be compared.
func (s *dateScore) print(name string) {
	row := func(right, ends int) (f, p, r float64) {
		p, r = 100*float64(right)/float64(max(s.found, 1)), 100*float64(right+ends)/float64(max(s.gold, 1))
		if p+r > 0 {
			f = 2 * p * r / (p + r)
		}
		return f, p, r
	}
	sf, sp, sr := row(s.strict, 0)
	rf, rp, rr := row(s.relaxed, s.ends)
	value := rf * float64(s.value) / float64(max(s.valued, 1))
	fmt.Printf("%-22s %6.1f %6.1f %6.1f   %6.1f %6.1f %6.1f   %6.1f   (%d gold; values right in %.1f %% of %d)\n", name, sf, sp, sr, rf, rp, rr, value, s.gold, 100*float64(s.value)/float64(max(s.valued, 1)), s.valued)
}

// aroundDate shows a span in brackets with the text on both sides.
func aroundDate(text string, span pipeline.Span) string {
	from, to := max(0, span.Start-60), min(len(text), span.End+40)
	return strings.ToValidUTF8(strings.Join(strings.Fields(text[from:span.Start]+"["+text[span.Start:span.End]+"]"+text[span.End:to]), " "), "")
}

// eachLine calls f with every line of a file.
func eachLine(path string, f func(line []byte) error) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		if err := f(lines.Bytes()); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
	}
	return lines.Err()
}

func readWikiWars(data string) (texts []datedText, err error) {
	err = eachLine(filepath.Join(data, "dates", "wikiwars_train.jsonl"), func(line []byte) error {
		var doc struct {
			Doc, DCT, Text string
			Timex          []struct {
				Start, End int
				Value      string
			}
		}
		if err := json.Unmarshal(line, &doc); err != nil {
			return err
		}
		text := datedText{name: doc.Doc, text: doc.Text, published: doc.DCT}
		for _, t := range doc.Timex {
			text.dates = append(text.dates, goldDate{Span: pipeline.Span{Start: t.Start, End: t.End}, value: t.Value})
		}
		texts = append(texts, text)
		return nil
	})
	return texts, err
}

// readGUMDates reads GUM's TEI dates; its text is its tokens with a space
// between them.
func readGUMDates(data string) (texts []datedText, err error) {
	err = eachLine(filepath.Join(data, "dates", "gum_dates.jsonl"), func(line []byte) error {
		var doc struct {
			Doc, DCT string
			Tokens   []string
			Dates    []struct {
				Tag, When, From, To string
				Toks                [2]int
			}
		}
		if err := json.Unmarshal(line, &doc); err != nil {
			return err
		}
		text := datedText{name: doc.Doc, published: doc.DCT, calendarOnly: true}
		if len(text.published) != len("2006-01-02") {
			text.published = ""
		}
		starts := make([]int, len(doc.Tokens)+1)
		var b strings.Builder
		for i, form := range doc.Tokens {
			starts[i] = b.Len()
			b.WriteString(form)
			b.WriteByte(' ')
		}
		starts[len(doc.Tokens)] = b.Len()
		text.text = b.String()
		end := 0
		for _, t := range doc.Dates {
			gold := goldDate{Span: pipeline.Span{Start: starts[t.Toks[0]], End: starts[t.Toks[1]] - 1}, value: timexYear(strings.TrimSuffix(t.When, ":00")), from: t.From, to: t.To}
			if gold.Start < end {
				continue // one date inside another
			}
			if t.Tag == "time" && gold.value != "" && !strings.Contains(gold.value, "T") {
				gold.value = "T" + gold.value
			}
			end = gold.End
			text.dates = append(text.dates, gold)
		}
		texts = append(texts, text)
		return nil
	})
	return texts, err
}

// timexYear writes a year of TEI as TIMEX3 does: BC0400 for -400, 0500 for 500.
func timexYear(value string) string {
	n, err := strconv.Atoi(value)
	switch {
	case err != nil || n == 0 || strings.HasPrefix(value, "--") || n > 999:
		return value
	case n < 0:
		return fmt.Sprintf("BC%04d", -n)
	}
	return fmt.Sprintf("%04d", n)
}

// readWorldwideDates reads the DATE mentions of newswire from outside the
// United States: spans without values. A text is one of its documents.
func readWorldwideDates(data string) (texts []datedText, err error) {
	var text datedText
	var b strings.Builder
	finish := func() {
		if text.text = b.String(); text.text != "" {
			texts = append(texts, text)
		}
		text = datedText{name: fmt.Sprintf("worldwide %d", len(texts)), calendarOnly: true}
		b.Reset()
	}
	err = eachLine(filepath.Join(data, "ner", "en_worldwide-9class.dev.dedup.bio"), func(line []byte) error {
		if strings.HasPrefix(string(line), "# newdoc") {
			finish()
			return nil
		}
		form, label, _ := strings.Cut(string(line), "\t")
		if form == "" {
			b.WriteString("\n\n")
			return nil
		}
		switch last := len(text.dates) - 1; label {
		case "B-Date":
			text.dates = append(text.dates, goldDate{Span: pipeline.Span{Start: b.Len(), End: b.Len() + len(form)}})
		case "I-Date":
			if last >= 0 {
				text.dates[last].End = b.Len() + len(form)
			}
		}
		b.WriteString(form)
		b.WriteByte(' ')
		return nil
	})
	finish()
	return texts, err
}

// evalRecognizers prints how many of the date and date-period cases of
// Microsoft's Recognizers-Text are passed: every expression met, and nothing
// found beside them. Its spans take prepositions and both ends of a range in,
// so a date of ours counts where it lies in one of theirs.
func evalRecognizers(chain *pipeline.Pipeline, data string, errors *bufio.Writer) error {
	type count struct{ passed, all int }
	counts := map[string]*count{}
	names := []string{"DateExtractor", "DatePeriodExtractor", "DateParser", "DatePeriodParser", "DurationExtractor", "SetExtractor", "TimeExtractor", "DateTimeExtractor", "HolidayExtractor"}
	for _, name := range names {
		counts[name] = &count{}
	}
	err := eachLine(filepath.Join(data, "dates", "recognizers_datetime_en.jsonl"), func(line []byte) error {
		var c struct {
			Input   string
			Spec    string `json:"_spec"`
			Context struct{ ReferenceDateTime string }
			Results []struct{ Start, Length, End int }
		}
		if err := json.Unmarshal(line, &c); err != nil {
			return err
		}
		counter := counts[strings.TrimSuffix(strings.TrimPrefix(c.Spec, "English/"), ".json")]
		if counter == nil {
			return nil
		}
		doc := pipeline.NewDocument("case", c.Input)
		if len(c.Context.ReferenceDateTime) >= 10 {
			doc.Published, doc.PublishedBasis = c.Context.ReferenceDateTime[:10], pipeline.PublishedFlag
		}
		if err := chain.Annotate(context.Background(), doc); err != nil {
			return err
		}
		met, beside := 0, 0
		for _, r := range c.Results {
			span := pipeline.Span{Start: r.Start, End: max(r.Start+r.Length, r.End)}
			for i := range doc.Dates {
				if doc.Dates[i].Overlaps(span) {
					met++
					break
				}
			}
		}
		for i := range doc.Dates {
			inside := false
			for _, r := range c.Results {
				inside = inside || doc.Dates[i].Overlaps(pipeline.Span{Start: r.Start, End: max(r.Start+r.Length, r.End)})
			}
			if !inside {
				beside++
			}
		}
		counter.all++
		if met == len(c.Results) && beside == 0 {
			counter.passed++
		} else {
			fmt.Fprintf(errors, "CASE\t%s\t%d of %d, %d beside\t%s\n", c.Spec, met, len(c.Results), beside, c.Input)
		}
		return nil
	})
	fmt.Println()
	for _, name := range names {
		c := counts[name]
		fmt.Printf("Recognizers %-20s %4d of %4d  %5.1f %%\n", name, c.passed, c.all, 100*float64(c.passed)/float64(max(c.all, 1)))
	}
	return err
}

// evalDatePhrases prints how many phrases of news, each by itself, are one
// expression from end to end, how many have the type, and for those whose
// value does not hang on a document, the value.
func evalDatePhrases(chain *pipeline.Pipeline, data string, errors *bufio.Writer) error {
	all, whole, typed, valued, right := 0, 0, 0, 0, 0
	err := eachLine(filepath.Join(data, "dates", "timenorm", "train.tsv"), func(line []byte) error {
		fields := strings.Split(string(line), "\t")
		if len(fields) < 3 || fields[0] == "" {
			return nil
		}
		all++
		text := "It was " + fields[0] + " ."
		doc := pipeline.NewDocument("phrase", text)
		if err := chain.Annotate(context.Background(), doc); err != nil {
			return err
		}
		span := pipeline.Span{Start: len("It was "), End: len(text) - 2}
		if len(doc.Dates) != 1 || doc.Dates[0].Span != span {
			fmt.Fprintf(errors, "PHRASE\t%s\t%s\n", fields[0], dateList(doc))
			return nil
		}
		whole++
		if doc.Dates[0].Type == fields[1] {
			typed++
		}
		if doc.Dates[0].Basis == "explicit" {
			valued++
			if doc.Dates[0].Value == fields[2] {
				right++
			} else {
				fmt.Fprintf(errors, "PHRASEVALUE\t%s\t%s for %s\n", fields[0], doc.Dates[0].Value, fields[2])
			}
		}
		return nil
	})
	fmt.Printf("\nTimeBank phrases: %d, whole %.1f %%, typed right %.1f %%, value right in %d of %d explicit ones\n", all, 100*float64(whole)/float64(max(all, 1)), 100*float64(typed)/float64(max(all, 1)), right, valued)
	return err
}

func dateList(doc *pipeline.Document) string {
	var b strings.Builder
	for _, d := range doc.Dates {
		fmt.Fprintf(&b, "[%s %s %s] ", doc.Slice(d.Span), d.Value, d.Rule)
	}
	return b.String()
}
