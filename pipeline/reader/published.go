package reader

import (
	"fmt"
	"strings"
	"time"
)

// ParseDate returns the day that a date in ISO 8601 begins with ("2023-07-27"
// or "2023-07-27T10:00:00Z"), as YYYY-MM-DD, and whether there is one.
func ParseDate(value string) (string, bool) {
	value = strings.TrimSpace(value)
	if len(value) < 10 || len(value) > 10 && value[10] != 'T' && value[10] != ' ' {
		return "", false
	}
	if _, err := time.Parse(time.DateOnly, value[:10]); err != nil {
		return "", false
	}
	return value[:10], true
}

// publishedFromName returns the full date that a file's name holds, in one of
// the forms of archives: 20140430, 2014-04-30 (also with "_" or "." between),
// 10Feb2006, 30-April-2014. It is empty where there is none.
func publishedFromName(path string) string {
	name := path[strings.LastIndexByte(path, '/')+1:]
	for i := 0; i < len(name); i++ {
		if !isDigit(name[i]) || i > 0 && isDigit(name[i-1]) {
			continue
		}
		if date := dateAt(name[i:]); date != "" {
			return date
		}
	}
	return ""
}

// dateAt reads a date at the start of name, which begins with a digit.
func dateAt(name string) string {
	digits := countDigits(name)
	switch {
	case digits == 8:
		return validDate(name[:4], name[4:6], name[6:8])
	case digits == 4 && len(name) >= 10 && strings.IndexByte("-_.", name[4]) >= 0 && name[7] == name[4] &&
		countDigits(name[5:]) == 2 && countDigits(name[8:]) == 2:
		return validDate(name[:4], name[5:7], name[8:10])
	case digits <= 2:
		return dayMonthYear(name, digits)
	}
	return ""
}

// dayMonthYear reads 10Feb2006 or 30-April-2014.
func dayMonthYear(name string, digits int) string {
	rest := strings.TrimLeft(name[digits:], "-_. ")
	letters := 0
	for letters < len(rest) && (isLower(rest[letters]) || isUpper(rest[letters])) {
		letters++
	}
	month := monthNumber(rest[:letters])
	year := strings.TrimLeft(rest[letters:], "-_. ")
	if month == 0 || countDigits(year) != 4 {
		return ""
	}
	return validDate(year[:4], fmt.Sprintf("%02d", month), fmt.Sprintf("%02s", name[:digits]))
}

// monthNumber returns 1 to 12 for an English month name or its first three
// letters, 0 for anything else.
func monthNumber(name string) int {
	for m := time.January; m <= time.December; m++ {
		full := m.String()
		if strings.EqualFold(name, full) || strings.EqualFold(name, full[:3]) || m == time.September && strings.EqualFold(name, "sept") {
			return int(m)
		}
	}
	return 0
}

func countDigits(text string) int {
	n := 0
	for n < len(text) && isDigit(text[n]) {
		n++
	}
	return n
}

// validDate joins the parts where they make a day of the calendar in the
// years that articles are from.
func validDate(year, month, day string) string {
	date := year + "-" + month + "-" + day
	if _, err := time.Parse(time.DateOnly, date); err != nil || year < "1700" || year > "2199" {
		return ""
	}
	return date
}
