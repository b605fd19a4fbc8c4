package date

import "strconv"

// grain is how finely a referent is known, from the coarsest to the finest.
type grain uint8

const (
	noGrain grain = iota
	millenniumGrain
	centuryGrain
	decadeGrain
	yearGrain
	halfGrain
	seasonGrain
	quarterGrain
	monthGrain
	weekGrain
	weekendGrain
	dayGrain
	partGrain
	clockGrain
)

// unknownHour stands for a time of day that is not known.
const unknownHour = -1

// unknownYear stands for a year that is not known; years before Christ are
// negative, and there is no year 0.
const unknownYear = -1 << 30

// A referent is a stretch of the calendar or a time of day, as far as it is
// known: unknown numbers are 0, an unknown year unknownYear.
type referent struct {
	grain        grain
	year         int
	month, day   int
	number       int // of the week, quarter, half or season
	weekday      int // of a day that is known by nothing else
	part         int
	hour, minute int
	seconds      int
	toSeconds    bool // the seconds are written
	zone         string
	fiscal       bool // a year that is not the calendar's
	impossible   bool // written, but on no calendar: 30 February
}

// dayReferent is the referent of one day.
func dayReferent(d day) referent {
	y, m, dd := d.date()
	return referent{grain: dayGrain, year: y, month: m, day: dd}
}

func (r *referent) hasYear() bool { return r.year != unknownYear }

// isDay reports whether year, month and day are all known.
func (r *referent) isDay() bool { return r.hasYear() && r.month > 0 && r.day > 0 }

// dayNumber is the day of a referent for which isDay holds.
func (r *referent) dayNumber() day { return dayOf(r.year, r.month, r.day) }

// middleDay is a day inside a referent whose year is known, for measuring how
// far two referents lie apart.
func (r *referent) middleDay() day {
	if from, to, ok := r.bounds(); ok {
		return from + (to-from)/2
	}
	return dayOf(r.year, 7, 1)
}

// weekReferent is the ISO week that holds a day, or its weekend.
func weekReferent(d day, g grain) referent {
	y, w := d.isoWeek()
	return referent{grain: g, year: y, number: w}
}

// seasonMonths is the first month of each meteorological season of the
// northern hemisphere; winter runs into the next year.
var seasonMonths = [...]int{spring: 3, summer: 6, autumn: 9, winter: 12}

// bounds returns the first and last day of a referent, if the calendar
// determines them.
func (r *referent) bounds() (from, to day, ok bool) {
	if !r.hasYear() || r.year < 1 || r.year > 9999 || r.impossible || r.fiscal {
		return 0, 0, false
	}
	months := func(firstMonth, count int) (day, day, bool) {
		from := dayOf(r.year, firstMonth, 1)
		return from, addMonths(from, count) - 1, true
	}
	years := func(span int) (day, day, bool) {
		first := r.year - floorMod(r.year, span)
		return dayOf(max(first, 1), 1, 1), dayOf(first+span, 1, 1) - 1, first+span <= 10000
	}
	switch r.grain {
	case millenniumGrain:
		return years(1000)
	case centuryGrain:
		return years(100)
	case decadeGrain:
		return years(10)
	case yearGrain:
		return years(1)
	case halfGrain:
		return months(6*r.number-5, 6)
	case quarterGrain:
		if r.number == 0 {
			return 0, 0, false
		}
		return months(3*r.number-2, 3)
	case seasonGrain:
		if r.year == 9999 {
			return 0, 0, false
		}
		return months(seasonMonths[r.number], 3)
	case monthGrain:
		return months(r.month, 1)
	case weekGrain, weekendGrain:
		if r.number == 0 {
			return 0, 0, false
		}
		from = weekStart(r.year, r.number)
		if r.grain == weekendGrain {
			return from + 5, from + 6, true
		}
		return from, from + 6, true
	case dayGrain, partGrain, clockGrain:
		if r.month == 0 || r.day == 0 {
			return 0, 0, false
		}
		d := r.dayNumber()
		return d, d, true
	}
	return 0, 0, false
}

// precisions names the grains as records do.
var precisions = [...]string{
	noGrain: "", millenniumGrain: "century", centuryGrain: "century", decadeGrain: "decade", yearGrain: "year", halfGrain: "quarter",
	seasonGrain: "season", quarterGrain: "quarter", monthGrain: "month", weekGrain: "week", weekendGrain: "day",
	dayGrain: "day", partGrain: "time", clockGrain: "time",
}

var (
	seasonCodes = [...]string{spring: "SP", summer: "SU", autumn: "FA", winter: "WI"}
	partCodes   = [...]string{morning: "MO", afternoon: "AF", evening: "EV", night: "NI", noon: "12:00", midnight: "24:00", dawn: "MO"}
)

// append writes the TIMEX3 value of a referent: ISO 8601 with X for the
// digits that are not known (Pustejovsky and others 2003; ISO-TimeML).
func (r *referent) append(b []byte) []byte {
	switch r.grain {
	case millenniumGrain:
		return r.appendYear(b, 1)
	case centuryGrain:
		return r.appendYear(b, 2)
	case decadeGrain:
		return r.appendYear(b, 3)
	}
	b = r.appendYear(b, 4)
	switch r.grain {
	case yearGrain:
		return b
	case halfGrain:
		return append(b, '-', 'H', byte('0'+r.number))
	case quarterGrain:
		if r.number == 0 {
			return append(b, "-QX"...)
		}
		return append(b, '-', 'Q', byte('0'+r.number))
	case seasonGrain:
		return append(append(b, '-'), seasonCodes[r.number]...)
	case monthGrain:
		return appendField(append(b, '-'), r.month)
	case weekGrain:
		return appendField(append(b, "-W"...), r.number)
	case weekendGrain:
		return append(appendField(append(b, "-W"...), r.number), "-WE"...)
	}
	if r.weekday > 0 && r.day == 0 {
		b = append(b, "-WXX-"...)
		b = append(b, byte('0'+r.weekday))
	} else {
		b = appendField(append(b, '-'), r.month)
		b = appendField(append(b, '-'), r.day)
	}
	return r.appendTime(b)
}

// appendTime writes the time of day of a referent, if it has one.
func (r *referent) appendTime(b []byte) []byte {
	switch r.grain {
	case partGrain:
		return append(append(b, 'T'), partCodes[r.part]...)
	case clockGrain:
		if r.hour == unknownHour {
			return append(b, "TXX:XX"...)
		}
		b = appendTwo(append(b, 'T'), r.hour)
		b = appendTwo(append(b, ':'), r.minute)
		if r.toSeconds {
			b = appendTwo(append(b, ':'), r.seconds)
		}
		return append(b, r.zone...)
	}
	return b
}

// appendYear writes the first digits of a year.
func (r *referent) appendYear(b []byte, digits int) []byte {
	if !r.hasYear() {
		return append(b, "XXXX"[:digits]...)
	}
	n := r.year
	if n < 0 {
		b = append(b, "BC"...)
		n = -n
	}
	var text [4]byte
	for i := 3; i >= 0; i-- {
		text[i] = byte('0' + n%10)
		n /= 10
	}
	return append(b, text[:digits]...)
}

// appendField writes a two-digit field, XX where it is unknown.
func appendField(b []byte, n int) []byte {
	if n == 0 {
		return append(b, "XX"...)
	}
	return appendTwo(b, n)
}

func appendTwo(b []byte, n int) []byte { return append(b, byte('0'+n/10), byte('0'+n%10)) }

// appendDay writes a full date.
func appendDay(b []byte, d day) []byte {
	r := dayReferent(d)
	return r.append(b)
}

// unitCodes are the designators of ISO 8601 durations, with TIMEX3's for the
// decade and the century.
var unitCodes = [...]string{second: "S", minute: "M", hour: "H", dayUnit: "D", week: "W", fortnight: "W", month: "M", quarter: "Q", year: "Y", decade: "DE", century: "CE", millennium: "L", weekend: "WE"}

// appendDuration writes an amount of a unit, without the P: "3Y", "T36H" and
// "XM" where the amount is vague.
func appendDuration(b []byte, u unit, amount float64, vague bool) []byte {
	if u < dayUnit && u != noUnit {
		b = append(b, 'T')
	}
	if u == fortnight {
		amount *= 2
	}
	if vague {
		b = append(b, 'X')
	} else {
		b = strconv.AppendFloat(b, amount, 'f', -1, 64)
	}
	return append(b, unitCodes[u]...)
}

var unitGrains = [...]grain{noUnit: noGrain, second: clockGrain, minute: clockGrain, hour: clockGrain, dayUnit: dayGrain, week: weekGrain, fortnight: weekGrain, month: monthGrain, quarter: quarterGrain, year: yearGrain, decade: decadeGrain, century: centuryGrain, millennium: millenniumGrain, weekend: weekendGrain}
