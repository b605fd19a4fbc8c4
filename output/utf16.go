package output

import "unicode/utf16"

// utf16Length returns how many UTF-16 units text has: what tools written in
// Java count in. A character outside the basic plane, such as most emoji, has
// two.
func utf16Length(text string) int {
	units := 0
	for _, r := range text {
		units += utf16.RuneLen(r)
	}
	return units
}
