package date_test

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/purport-nlp/purport/pipeline"
)

// checkDate reports what is wrong with a date record: a value that is not
// TIMEX3, or fields that do not fit one another.
func checkDate(d *pipeline.Date) error {
	if err := checkValue(d); err != nil {
		return fmt.Errorf("value %q of a %s: %w", d.Value, d.Type, err)
	}
	for _, field := range []struct {
		name, value string
		allowed     []string
	}{
		{"type", d.Type, []string{"DATE", "TIME", "DURATION", "SET"}},
		{"mod", d.Mod, []string{"", "START", "MID", "END", "APPROX", "BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE"}},
		{"precision", d.Precision, []string{"", "day", "week", "month", "season", "quarter", "year", "decade", "century", "time"}},
		{"basis", d.Basis, []string{"explicit", "document-date", "context", "unresolved"}},
		{"anomaly", d.Anomaly, []string{"", "weekday-mismatch", "impossible", "after-publication"}},
	} {
		if !slices.Contains(field.allowed, field.value) {
			return fmt.Errorf("%s %q", field.name, field.value)
		}
	}
	if d.Rule == "" {
		return fmt.Errorf("no rule")
	}
	if (d.From == "") != (d.To == "") || d.From > d.To {
		return fmt.Errorf("from %q to %q", d.From, d.To)
	}
	for _, day := range []string{d.From, d.To} {
		if _, err := time.Parse(time.DateOnly, day); day != "" && err != nil {
			return err
		}
	}
	return nil
}

// checkValue reads the value of a date as TIMEX3: ISO 8601 with X for unknown
// digits, with the parts of day and year and the references that it adds.
func checkValue(d *pipeline.Date) error {
	switch d.Value {
	case "PRESENT_REF", "PAST_REF", "FUTURE_REF":
		if d.Type != "DATE" {
			return fmt.Errorf("a reference")
		}
		return nil
	}
	if strings.HasPrefix(d.Value, "P") {
		if d.Type != "DURATION" && d.Type != "SET" {
			return fmt.Errorf("a duration")
		}
		return checkPeriod(d.Value[1:])
	}
	if d.Type == "DURATION" {
		return fmt.Errorf("no duration")
	}
	start, end, ranged := strings.Cut(d.Value, "/")
	clock, err := checkPoint(start, d.Anomaly == "impossible")
	if err == nil && ranged {
		_, err = checkPoint(end, d.Anomaly == "impossible")
	}
	if err == nil && clock != (d.Type == "TIME") && d.Type != "SET" {
		err = fmt.Errorf("time of day: %t", clock)
	}
	return err
}

// checkPeriod reads a duration after its P.
func checkPeriod(s string) error {
	if s == "" {
		return fmt.Errorf("nothing after P")
	}
	units, clock := []string{"DE", "CE", "WE", "L", "Y", "Q", "M", "W", "D"}, false
	for s != "" {
		if s[0] == 'T' {
			if clock || len(s) == 1 {
				return fmt.Errorf("T out of place")
			}
			units, clock, s = []string{"H", "M", "S"}, true, s[1:]
			continue
		}
		n := 0
		if s[0] == 'X' {
			n = 1
		} else {
			for n < len(s) && (s[n] >= '0' && s[n] <= '9' || s[n] == '.') {
				n++
			}
			if _, err := strconv.ParseFloat(s[:n], 64); err != nil {
				return err
			}
		}
		at := slices.IndexFunc(units, func(u string) bool { return strings.HasPrefix(s[n:], u) })
		if at < 0 {
			return fmt.Errorf("no unit at %q", s[n:])
		}
		s = s[n+len(units[at]):]
	}
	return nil
}

// checkPoint reads a point of the calendar and reports whether it has a time
// of day.
func checkPoint(s string, impossible bool) (clock bool, err error) {
	day, hour, clock := strings.Cut(s, "T")
	if clock {
		if err := checkClock(hour); err != nil {
			return true, err
		}
	}
	day = strings.TrimPrefix(day, "BC")
	year, rest, more := strings.Cut(day, "-")
	if !digits(year) || len(year) < 1 || len(year) > 4 || more && len(year) != 4 {
		return clock, fmt.Errorf("year %q", year)
	}
	if !more {
		if clock {
			return clock, fmt.Errorf("a time of a year")
		}
		return clock, nil
	}
	parts := strings.Split(rest, "-")
	switch unit := parts[0]; {
	case strings.HasPrefix(unit, "W") && unit != "WI":
		return clock, checkWeek(unit[1:], parts[1:])
	case len(parts) == 1 && slices.Contains([]string{"SP", "SU", "FA", "WI", "H1", "H2", "Q1", "Q2", "Q3", "Q4", "QX"}, unit):
		return clock, nil
	case len(parts) > 2 || !between(unit, 1, 12) || len(parts) == 2 && !between(parts[1], 1, 31):
		return clock, fmt.Errorf("month and day %q", rest)
	case len(parts) == 2 && !impossible && !strings.Contains(year+rest, "X") && !strings.HasPrefix(s, "BC"):
		_, err = time.Parse(time.DateOnly, day)
	case clock && len(parts) < 2:
		return clock, fmt.Errorf("a time of a month")
	}
	return clock, err
}

// checkWeek reads a week after its W, and the day or weekend after it.
func checkWeek(week string, rest []string) error {
	switch {
	case !between(week, 1, 53), len(rest) > 1:
		return fmt.Errorf("week %q", week)
	case len(rest) == 1 && rest[0] != "WE" && (len(rest[0]) != 1 || rest[0] < "1" || rest[0] > "7"):
		return fmt.Errorf("day of the week %q", rest[0])
	}
	return nil
}

// checkClock reads a time of day after its T.
func checkClock(s string) error {
	if slices.Contains([]string{"MO", "AF", "EV", "NI", "XX:XX"}, s) {
		return nil
	}
	for _, layout := range []string{"15:04", "15:04:05", "15:04Z07:00", "15:04:05Z07:00"} {
		if _, err := time.Parse(layout, s); err == nil {
			return nil
		}
	}
	if s == "24:00" || strings.HasPrefix(s, "24:00") && checkClock("00"+s[2:]) == nil {
		return nil
	}
	return fmt.Errorf("time of day %q", s)
}

// digits reports whether a string is digits, with X for the unknown last ones.
func digits(s string) bool {
	known := strings.TrimRight(s, "X")
	return strings.Trim(known, "0123456789") == ""
}

// between reports whether a field of two digits lies in a range or is XX.
func between(s string, low, high int) bool {
	n, err := strconv.Atoi(s)
	return s == "XX" || err == nil && len(s) == 2 && low <= n && n <= high
}

// TestChecker: the checker passes what is TIMEX3, and nothing else.
func TestChecker(t *testing.T) {
	for _, value := range []string{"2023-07-27", "2023-07", "2023", "202", "20", "2", "XXXX-03-29", "XXXX-WXX-2", "XXXX-WXX", "XXXX-XX-XX", "2023-W30", "2023-W30-WE", "2023-Q1", "2023-QX", "2023-H2", "2023-WI", "BC0478", "BC02", "2024-04-08/2024-04-09", "2019/2020", "PAST_REF"} {
		if err := checkDate(&pipeline.Date{Type: "DATE", Value: value, Basis: "explicit", Rule: "r"}); err != nil {
			t.Error(err)
		}
	}
	for _, value := range []string{"2023-07-27T14:30", "2023-07-27T14:30:05Z", "2023-07-27T14:30-05:00", "2023-07-27TMO", "XXXX-XX-XXTNI", "2023-07-27T24:00", "2023-07-27TXX:XX", "XXXX-WXX-5TEV"} {
		if err := checkDate(&pipeline.Date{Type: "TIME", Value: value, Basis: "explicit", Rule: "r"}); err != nil {
			t.Error(err)
		}
	}
	for _, value := range []string{"P3D", "PT36H", "P2Y3M", "P1DT2H", "PXM", "P0.5Y", "P2DE", "P1CE"} {
		if err := checkDate(&pipeline.Date{Type: "DURATION", Value: value, Basis: "explicit", Rule: "r"}); err != nil {
			t.Error(err)
		}
	}
	for _, d := range []pipeline.Date{
		{Type: "DATE", Value: ""}, {Type: "DATE", Value: "2023-13"}, {Type: "DATE", Value: "2023-02-30"}, {Type: "DATE", Value: "2023-2-3"},
		{Type: "DATE", Value: "20233"}, {Type: "DATE", Value: "202-03"}, {Type: "DATE", Value: "2023-W54"}, {Type: "DATE", Value: "2023-W01-8"},
		{Type: "DATE", Value: "2023-Q5"}, {Type: "DATE", Value: "XX23"}, {Type: "DATE", Value: "2023/"}, {Type: "DATE", Value: "P3D"},
		{Type: "DATE", Value: "2023-01-01T10:00"}, {Type: "TIME", Value: "2023-01-01"}, {Type: "TIME", Value: "2023-01-01T25:00"},
		{Type: "TIME", Value: "2023T10:00"}, {Type: "TIME", Value: "2023-01-01T10:60"}, {Type: "DURATION", Value: "P"}, {Type: "DURATION", Value: "P3"},
		{Type: "DURATION", Value: "PT"}, {Type: "DURATION", Value: "P1H"}, {Type: "DURATION", Value: "2023"}, {Type: "DURATION", Value: "P-1D"},
		{Type: "DURATION", Value: "PAST_REF"}, {Type: "EVENT", Value: "2023"},
		{Type: "DATE", Value: "2023", From: "2023-01-01"}, {Type: "DATE", Value: "2023", From: "2023-12-31", To: "2023-01-01"}, {Type: "DATE", Value: "2023", Mod: "SOME"},
	} {
		d.Basis, d.Rule = "explicit", "r"
		if checkDate(&d) == nil {
			t.Errorf("%+v passes", d)
		}
	}
}
