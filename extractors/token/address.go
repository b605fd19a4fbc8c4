package token

import "strings"

// address returns the length of the URL, e-mail address or domain that chunk s
// begins with, or 0. Punctuation at its end is left out.
func address(s string) int {
	if len(s) < 5 {
		return 0
	}
	at := strings.IndexByte(s, '@')
	switch {
	case strings.HasPrefix(s, "http://"), strings.HasPrefix(s, "https://"), strings.HasPrefix(s, "ftp://"), strings.HasPrefix(s, "www."), strings.HasPrefix(s, "mailto:"):
	case at > 0 && strings.IndexByte(s[at:], '.') > 0 && isWordRune(rune(s[0])):
	default:
		return 0
	}
	end := len(s)
	for end > 0 {
		switch s[end-1] {
		case '.', ',', ';', ':', '!', '?', '\'', '"', '>', ']', '}', '*':
			end--
			continue
		case ')':
			if strings.IndexByte(s[:end], '(') < 0 {
				end--
				continue
			}
		}
		break
	}
	if i := strings.IndexAny(s[:end], "<>\""); i >= 0 {
		end = i
	}
	return end
}

// emoticon returns the length of the emoticon that s begins with, or 0.
func emoticon(s string) int {
	for _, e := range [...]string{":-)", ":-(", ";-)", ":-D", ":-P", ":-/", ":)", ":(", ";)", ":D", ":P", ":p", "=)", "=D", "<3", ":/", ":o)"} {
		if strings.HasPrefix(s, e) && (len(s) == len(e) || !isWordRune(rune(s[len(e)]))) {
			return len(e)
		}
	}
	return 0
}
