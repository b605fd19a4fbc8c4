package lexicon

// IsDayOrMonth reports whether a word, written as names are, is the name of a
// day of the week or of a month. "May" and "March" may be other words too.
func IsDayOrMonth(form string) bool {
	switch form {
	case "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
		"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday":
		return true
	}
	return false
}
