package date

// A match is what a rule of the grammar read, before anything is anchored.
type match struct {
	start, end  int32 // bytes of the text
	first, last int32 // tokens of the document, both inclusive
	sentence    int32
	rule        string
	kind        kind
	mod         string

	at      referent // the fields as written
	through referent // the other end of a range; no grain where there is none
	weekday int      // as written beside a full date

	base   base // what the fields that are not written hang on
	unit   unit
	steps  int     // how many units away from the base
	amount float64 // of a duration
	vague  bool    // "a few": the number is not told
	value  string  // of a reference, set or compound duration

	stated bool // the year is written
	to     int  // the weekday that "to" or "and" joins to this one
	joined bool // "to" or "and" joins it to the weekday before
	event  bool // "the September summit": points back at what was told
	order  order

	offset bool // amount units before or after the base: "three years ago"

	holiday *holidayRule // the rule that finds the day of a holiday

	unitOf unit // "the first week of May": which unit of the date, and
	nth    int  // which of them, from the end where negative
}

type kind uint8

const (
	nothing kind = iota // consumed, and no date: an age, a score
	aDate
	aTime
	aDuration
	aSet
)

var kindNames = [...]string{aDate: "DATE", aTime: "TIME", aDuration: "DURATION", aSet: "SET"}

// base says what a match's missing fields hang on.
type base uint8

const (
	onNothing    base = iota // complete, or to be completed with the nearest fit
	onDocument               // so many units from the document's date: last year
	onContext                // so many units from the date told last: the following year
	seekDocument             // the next or last such month, weekday, …: last July
	seekContext              // the same, from the date told last: the following March
	onHere                   // the period being told of: the end of the year
	ready                    // value holds everything
)

// order is how a date in figures may be read.
type order uint8

const (
	orderFixed order = iota
	orderOpen        // 03/04/2023: month first or day first
	monthFirst       // 07/27/2023
	dayFirst         // 27/07/2023
)
