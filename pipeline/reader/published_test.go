package reader

import "testing"

func TestPublishedFromName(t *testing.T) {
	for _, c := range []struct{ path, want string }{
		{"fomc/20140430.txt", "2014-04-30"},
		{"2023-07-27-a-title.txt", "2023-07-27"},
		{"a/2023_07_27.md", "2023-07-27"},
		{"report.2023.07.27.html", "2023-07-27"},
		{"Senator__10Feb2006senator132.txt", "2006-02-10"},
		{"Senator__3Oct2007senator60.txt", "2007-10-03"},
		{"30-April-2014.txt", "2014-04-30"},
		{"30 Sept 2014.txt", "2014-09-30"},
		{"article.txt", ""},
		{"20141340.txt", ""},     // no month 13
		{"2023-02-29.txt", ""},   // no leap year
		{"120140430.txt", ""},    // nine digits
		{"2023-07-271.txt", ""},  // no day 271
		{"00010101.txt", ""},     // no year of articles
		{"2014-04.txt", ""},      // no day
		{"31Foo2014.txt", ""},    // no month
		{"2014-04-30/a.txt", ""}, // a folder's name is not the file's
		{"1.2.3.txt", ""},
	} {
		if got := publishedFromName(c.path); got != c.want {
			t.Errorf("%s: got %q, want %q", c.path, got, c.want)
		}
	}
}

func TestParseDate(t *testing.T) {
	for _, c := range []struct {
		value, want string
		ok          bool
	}{
		{"2023-07-27", "2023-07-27", true},
		{" 2023-07-27T10:00:00+02:00", "2023-07-27", true},
		{"2023-07-27 10:00", "2023-07-27", true},
		{"2023-07-27x", "", false},
		{"2023-13-01", "", false},
		{"27 July 2023", "", false},
		{"", "", false},
	} {
		if got, ok := ParseDate(c.value); got != c.want || ok != c.ok {
			t.Errorf("%q: got %q %v, want %q %v", c.value, got, ok, c.want, c.ok)
		}
	}
}
