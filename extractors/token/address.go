package token

import "strings"

// mayHoldAddress reports whether chunk s is worth looking at for an address.
func mayHoldAddress(s string) bool {
	return len(s) >= 5 && (strings.IndexByte(s, '@') > 0 || strings.Contains(s, "://") || strings.Contains(s, "www."))
}

// address returns the length of the URL or e-mail address that s begins with,
// or 0. Punctuation at its end is left out.
func address(s string) int {
	switch {
	case len(s) < 5:
		return 0
	case strings.HasPrefix(s, "http://"), strings.HasPrefix(s, "https://"), strings.HasPrefix(s, "ftp://"), strings.HasPrefix(s, "www."):
		return trimAddress(s, strings.IndexAny(s, "<>\"“”"))
	case isWordRune(rune(s[0])):
		return mail(s)
	}
	return 0
}

// maxMailName is the length in bytes of the longest name before the "@".
const maxMailName = 64

// mail returns the length of an e-mail address at the start of s, or 0.
func mail(s string) int {
	at := 0
	for at < len(s) && at < maxMailName && isMailByte(s[at]) {
		at++
	}
	if at == len(s) || s[at] != '@' {
		return 0
	}
	end := at + 1
	for end < len(s) && isMailByte(s[end]) {
		end++
	}
	return trimAddress(s, end)
}

func isMailByte(c byte) bool {
	return letterByte[c] || isDigit(c) || c == '.' || c == '_' || c == '-' || c == '+' || c == '%' || c == ':'
}

// trimAddress returns end, or the length of s where it is negative, less the
// punctuation before it.
func trimAddress(s string, end int) int {
	if end < 0 {
		end = len(s)
	}
	for shortest := end - 16; end > max(shortest, 0); {
		switch s[end-1] {
		case '.', ',', ';', ':', '!', '?', '\'', '"', '>', '}', '*':
			if !strings.HasSuffix(s[:end], "...") {
				end--
				continue
			}
		case ')', ']':
			if strings.Count(s[:end], "(") < strings.Count(s[:end], ")") || strings.Count(s[:end], "[") < strings.Count(s[:end], "]") {
				end--
				continue
			}
		}
		if strings.HasSuffix(s[:end], "”") || strings.HasSuffix(s[:end], "’") {
			end -= 3
			continue
		}
		break
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
