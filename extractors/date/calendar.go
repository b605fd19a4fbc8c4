package date

// The proleptic Gregorian calendar in whole days: all that the grammar needs
// of date arithmetic, without the time package's clocks and zones.

// A day counts days from 1 January 1970, which is day 0.
type day int

// dayOf returns the day of a calendar date. Months are 1 to 12; a day of the
// month beyond the month's end runs on into the next one. The algorithm is
// Howard Hinnant's days_from_civil.
func dayOf(year, month, dayOfMonth int) day {
	if month <= 2 {
		year--
	}
	era := floorDiv(year, 400)
	yearOfEra := year - era*400
	dayOfYear := (153*((month+9)%12)+2)/5 + dayOfMonth - 1
	dayOfEra := yearOfEra*365 + yearOfEra/4 - yearOfEra/100 + dayOfYear
	return day(era*146097 + dayOfEra - 719468)
}

// date returns the calendar date of a day.
func (d day) date() (year, month, dayOfMonth int) {
	z := int(d) + 719468
	era := floorDiv(z, 146097)
	dayOfEra := z - era*146097
	yearOfEra := (dayOfEra - dayOfEra/1460 + dayOfEra/36524 - dayOfEra/146096) / 365
	dayOfYear := dayOfEra - (365*yearOfEra + yearOfEra/4 - yearOfEra/100)
	shifted := (5*dayOfYear + 2) / 153
	dayOfMonth = dayOfYear - (153*shifted+2)/5 + 1
	month = (shifted+2)%12 + 1
	year = yearOfEra + era*400
	if month <= 2 {
		year++
	}
	return year, month, dayOfMonth
}

// weekday returns 1 for Monday to 7 for Sunday, as ISO 8601 counts.
func (d day) weekday() int { return floorMod(int(d)+3, 7) + 1 }

// isoWeek returns the ISO 8601 week that holds the day, and that week's year.
func (d day) isoWeek() (year, week int) {
	thursday := d + day(4-d.weekday())
	year, _, _ = thursday.date()
	return year, (int(thursday-dayOf(year, 1, 1)))/7 + 1
}

// weekStart returns the Monday of an ISO week.
func weekStart(year, week int) day {
	fourth := dayOf(year, 1, 4)
	return fourth - day(fourth.weekday()-1) + day(7*(week-1))
}

// daysIn returns the length of a month.
func daysIn(year, month int) int {
	if month == 12 {
		return 31
	}
	return int(dayOf(year, month+1, 1) - dayOf(year, month, 1))
}

// addMonths moves a date by whole months; a day that the new month does not
// have becomes its last.
func addMonths(d day, months int) day {
	year, month, dayOfMonth := d.date()
	index := year*12 + month - 1 + months
	year, month = floorDiv(index, 12), floorMod(index, 12)+1
	return dayOf(year, month, min(dayOfMonth, daysIn(year, month)))
}

// nthWeekday returns the n-th given weekday of a month, from its end where n
// is negative.
func nthWeekday(year, month, weekday, n int) day {
	if n < 0 {
		last := dayOf(year, month, daysIn(year, month))
		return last - day(floorMod(last.weekday()-weekday, 7)) + day(7*(n+1))
	}
	first := dayOf(year, month, 1)
	return first + day(floorMod(weekday-first.weekday(), 7)) + day(7*(n-1))
}

// easter returns Western Easter Sunday, by the anonymous Gregorian computus
// (Meeus, Astronomical Algorithms, 1991).
func easter(year int) day {
	a, b, c := year%19, year/100, year%100
	d, e := b/4, b%4
	g := (8*b + 13) / 25
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 19*l) / 433
	month := (h + l - 7*m + 90) / 25
	return dayOf(year, month, (h+l-7*m+33*month+19)%32)
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b != 0 && (a < 0) != (b < 0) {
		q--
	}
	return q
}

func floorMod(a, b int) int { return a - floorDiv(a, b)*b }
