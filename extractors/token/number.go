package token

import "strings"

// number returns the length of the number at the start of s: "1,000", "3.5",
// "5:00", "11/28/2000", "2023-07-27", "555-0123".
func number(s string) int {
	n := digits(s)
	if n == 0 {
		return 0
	}
	if hyphens := hyphenated(s, n); hyphens > 0 {
		return hyphens
	}
	for n+1 < len(s) && (s[n] == ',' || s[n] == '.' || s[n] == ':' || s[n] == '/') && isDigit(s[n+1]) {
		if s[n] == ',' && digits(s[n+1:]) != 3 {
			break
		}
		n += 1 + digits(s[n+1:])
	}
	return n
}

// digits returns the length of the run of ASCII digits at the start of s.
func digits(s string) int {
	n := 0
	for n < len(s) && isDigit(s[n]) {
		n++
	}
	return n
}

// hyphenated returns the length of a number that hyphens divide but that is
// one word: a date or a telephone number. Ranges ("5-10", "1999-2004") are
// not. The first group has n digits.
func hyphenated(s string, n int) int {
	var groups [4]int
	count, end := 1, n
	groups[0] = n
	for end+1 < len(s) && s[end] == '-' && isDigit(s[end+1]) {
		if count == len(groups) {
			return 0
		}
		groups[count] = digits(s[end+1:])
		end += 1 + groups[count]
		count++
	}
	switch g := groups; {
	case count == 2 && g[1] == 4 && (g[0] == 3 || g[0] == 5 || g[0] == 1):
	case count == 3 && g[0] == 3 && g[1] == 3 && g[2] == 4:
	case count == 3 && g[0] <= 2 && g[1] <= 2 && (g[2] == 2 || g[2] == 4):
	case count == 3 && g[0] == 4 && g[1] == 2 && g[2] == 2:
	case count == 4 && g[0] <= 2 && g[1] == 3 && g[2] == 3 && g[3] == 4:
	default:
		return 0
	}
	return end
}

// numberTail returns the length of what belongs to the number before it: the
// "th" of "5th", the "s" of "1980s" and "1980's", a letter that makes a name
// of it ("3G"). Units are words of their own.
func numberTail(s string) int {
	if s == "" {
		return 0
	}
	if s[0] == '\'' && len(s) > 1 && s[1] == 's' && wordRunes(s[1:]) == 1 {
		return 2
	}
	n := wordRunes(s)
	if n == 0 || n > 6 {
		return n
	}
	if isUnit(s[:n]) {
		return 0
	}
	return n
}

// isUnit reports the units that are written close to their number.
func isUnit(s string) bool {
	switch s {
	case "AM", "PM", "K", "KM", "MB", "GB", "TB", "KG", "F", "C", "km", "m", "cm", "mm", "kg", "g", "mg", "lb", "lbs", "ft", "sqft", "mph", "kph",
		"hr", "hrs", "min", "mins", "sec", "secs", "k", "bn", "mn", "am", "pm", "x", "mb", "gb", "tb", "kb", "MW", "kW", "GW", "kWh", "MWh",
		"Hz", "kHz", "MHz", "GHz", "yr", "yrs", "oz", "in", "mi", "ml", "l", "p", "f", "year", "years", "mm²", "km²", "m²", "m³", "kt", "Mt":
		return true
	}
	return strings.EqualFold(s, "usd") || strings.EqualFold(s, "eur")
}
