package date

import (
	"testing"
	"time"
)

// TestCalendar: days, weekdays and weeks agree with the time package.
func TestCalendar(t *testing.T) {
	at := time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC)
	for d := dayOf(1, 1, 1); at.Year() < 2400; d, at = d+1, at.AddDate(0, 0, 1) {
		y, m, dd := d.date()
		if y != at.Year() || m != int(at.Month()) || dd != at.Day() || dayOf(y, m, dd) != d {
			t.Fatalf("%d-%d-%d for %s", y, m, dd, at)
		}
		if d.weekday()%7 != int(at.Weekday()) {
			t.Fatalf("%s is weekday %d", at, d.weekday())
		}
		year, week := at.ISOWeek()
		if y, w := d.isoWeek(); y != year || w != week || d < weekStart(y, w) || d > weekStart(y, w)+6 {
			t.Fatalf("%s is week %d of %d", at, w, y)
		}
	}
}

// TestMonths: a month on from the 31st is the end of a shorter month.
func TestMonths(t *testing.T) {
	for _, c := range []struct{ year, month, day, by, wantYear, wantMonth, wantDay int }{
		{2024, 1, 31, 1, 2024, 2, 29}, {2023, 1, 31, 1, 2023, 2, 28}, {2024, 3, 31, -1, 2024, 2, 29},
		{2024, 12, 15, 1, 2025, 1, 15}, {2024, 1, 15, -13, 2022, 12, 15}, {2024, 2, 29, 12, 2025, 2, 28},
	} {
		y, m, d := addMonths(dayOf(c.year, c.month, c.day), c.by).date()
		if y != c.wantYear || m != c.wantMonth || d != c.wantDay {
			t.Errorf("%d-%d-%d and %d months is %d-%d-%d", c.year, c.month, c.day, c.by, y, m, d)
		}
	}
}

// TestHolidays: days as calendars of those years have them.
func TestHolidays(t *testing.T) {
	want := map[string]map[int]string{
		"easter":       {2023: "2023-04-09", 2024: "2024-03-31", 2025: "2025-04-20", 1818: "1818-03-22", 2038: "2038-04-25"},
		"thanksgiving": {2022: "2022-11-24", 2023: "2023-11-23", 2024: "2024-11-28"},
		"labor":        {2023: "2023-09-04", 2024: "2024-09-02"},
		"memorial":     {2023: "2023-05-29", 2024: "2024-05-27"},
		"election":     {2022: "2022-11-08", 2023: "2023-11-07", 2024: "2024-11-05"},
		"good":         {2023: "2023-04-07"},
		"martin":       {2024: "2024-01-15"},
		"mother":       {2024: "2024-05-12"},
	}
	checked := 0
	for i := range holidays {
		h := &holidays[i]
		for year, day := range want[h.first] {
			if h.first == "easter" && h.rest != nil && h.rest[0] == "monday" {
				continue
			}
			checked++
			if got := string(appendDay(nil, h.rule.on(year))); got != day {
				t.Errorf("%s %v of %d is %s, want %s", h.first, h.rest, year, got, day)
			}
		}
	}
	if checked < 20 {
		t.Errorf("only %d days checked", checked)
	}
}

// TestVocabulary: every word is found whatever its case, and what no word is,
// is not.
func TestVocabulary(t *testing.T) {
	entries := grammarWords()
	v := newVocabulary(entries)
	for _, e := range entries {
		upper := make([]byte, len(e.text))
		for i := range upper {
			if upper[i] = e.text[i]; 'a' <= upper[i] && upper[i] <= 'z' {
				upper[i] -= 'a' - 'A'
			}
		}
		for _, word := range []string{e.text, string(upper)} {
			if len(word) > longestWord {
				t.Errorf("%q is longer than what is looked up", word)
			} else if found := v.find(word); found == nil || found.class&e.class != e.class {
				t.Errorf("%q is not found as what it is", word)
			}
		}
	}
	for _, word := range []string{"", "xyzzy", "marchy", "mayo", "decemberr"} {
		if v.find(word) != nil {
			t.Errorf("%q is found", word)
		}
	}
}
