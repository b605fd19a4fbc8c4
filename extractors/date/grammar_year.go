package date

// Years as parts of a date, in figures and in words, with their era.

const (
	firstYear = 1000 // of the years that are read without an era
	lastYear  = 2199
)

// year4 reads a year of four digits.
func (p *parser) year4(i int) (number, next int) {
	if p.is(i, isInteger) && p.atoms[i].digits == 4 {
		if n := int(p.atoms[i].number); firstYear <= n && n <= lastYear {
			return n, i + 1
		}
	}
	return 0, 0
}

// year2 reads a shortened year: "'45".
func (p *parser) year2(i int) (number, next int) {
	switch {
	case p.is(i, isInteger) && p.is(i, isApostrophe):
	case p.is(i, isApostrophe) && p.is(i+1, isInteger) && p.shaped(i+1, glued) && p.atoms[i+1].digits == 2 && p.atoms[i].class&isInteger == 0:
		i++
	default:
		return 0, 0
	}
	if number = int(p.atoms[i].number); number <= 40 {
		return 2000 + number, i + 1
	}
	return 1900 + number, i + 1
}

// spelledYear reads "nineteen ninety-six" and "two thousand four".
func (p *parser) spelledYear(i int) (number, next int) {
	if !p.is(i, isCardinal) {
		return 0, 0
	}
	first := int(p.atoms[i].number)
	if first == 2 && p.is(i+1, isCardinal) && p.atoms[i+1].number == 1000 {
		rest, after := p.underHundred(i + 2)
		if after == 0 && p.is(i+2, isAnd) {
			rest, after = p.underHundred(i + 3)
		}
		if after == 0 {
			return 2000, i + 2
		}
		return 2000 + rest, after
	}
	if first < 10 || first > 20 {
		return 0, 0
	}
	rest, after := p.underHundred(i + 1)
	if after == 0 || rest < 10 || p.is(after, isUnit|isDash|isCardinal) {
		return 0, 0
	}
	return first*100 + rest, after
}

// underHundred reads a number word below a hundred.
func (p *parser) underHundred(i int) (number, next int) {
	if !p.is(i, isCardinal) || p.atoms[i].number >= 100 {
		return 0, 0
	}
	number, next = int(p.atoms[i].number), i+1
	if number >= 20 {
		after := next
		if p.is(after, isDash) {
			after++
		}
		if p.is(after, isCardinal) && p.atoms[after].number < 10 {
			return number + int(p.atoms[after].number), after + 1
		}
	}
	return number, next
}

// century2 reads a year of two digits, this century's up to 40.
func century2(n int) int {
	if n <= 40 {
		return 2000 + n
	}
	return 1900 + n
}

// era reads "BC" or "AD" after a year and returns the year's sign.
func (p *parser) era(i int) (sign, next int) {
	if !p.is(i, isEra) || !p.shaped(i, upper) {
		return 0, 0
	}
	if p.which(i) == 1 {
		return -1, i + 1
	}
	return 1, i + 1
}

// yearTail reads the year that belongs to a month, day, season, quarter or
// holiday before it, if there is one, into m: ", 2023", "of 2023", "'23",
// "of last year". It returns the index after it, or i.
func (p *parser) yearTail(i int, m *match) int {
	j := i
	if p.is(j, isComma) || p.is(j, isDash) && p.shaped(j, glued) {
		j++
	}
	if n, next := p.year4(j); next > 0 && !p.yearCounts(next, n, j > i) {
		m.at.year, m.stated = n, true
		if sign, after := p.era(next); after > 0 {
			m.at.year, next = sign*n, after
		}
		return next
	}
	if p.is(j, isOf) {
		j++
	} else if p.is(j, isIn) && p.text(j, "in") && j == i && m.at.grain < dayGrain {
		j++
	}
	if p.is(j, isThe) && p.text(j+1, "year") {
		if n, next := p.year4(j + 2); next > 0 {
			m.at.year, m.stated = n, true
			return next
		}
	}
	if n, next := p.year4(j); next > 0 && j > i {
		m.at.year, m.stated = n, true
		if sign, after := p.era(next); after > 0 {
			m.at.year, next = sign*n, after
		}
		return next
	}
	if n, next := p.year2(j); next > 0 {
		m.at.year, m.stated = n, true
		return next
	}
	if n, next := p.spelledYear(j); next > 0 && (j > i || m.at.grain >= monthGrain) {
		m.at.year, m.stated = n, true
		return next
	}
	if p.is(j, isInteger) && p.atoms[j].digits <= 4 {
		if sign, after := p.era(j + 1); after > 0 && p.atoms[j].number > 0 {
			m.at.year, m.stated = sign*int(p.atoms[j].number), true
			return after
		}
	}
	if relative, next := p.relativeUnit(j); next > 0 && relative.unit == year && relative.kind == aDate {
		m.base, m.unit, m.steps = relative.base, year, relative.steps
		return next
	}
	return i
}

// twoDigitTail is yearTail, and the bare two digits of "27-Jul-23" as well.
func (p *parser) twoDigitTail(i int, m *match) int {
	if p.is(i, isDash) && p.shaped(i, glued) && p.is(i+1, isInteger) && p.shaped(i+1, glued) && p.atoms[i+1].digits == 2 && p.is(i-2, isDash) {
		m.at.year, m.stated = century2(int(p.atoms[i+1].number)), true
		return i + 2
	}
	next := p.yearTail(i, m)
	if m.through.grain != noGrain {
		m.through.year = m.at.year
	}
	return next
}

// yearCounts reports whether the number before atom i, which could be the
// year of a date, is the count of something: "On March 5, 2000 troops".
func (p *parser) yearCounts(i, number int, comma bool) bool {
	if p.is(i, isUnit|isMeasure|isCardinal) && !p.is(i, isPlural) && p.is(i, isUnit) {
		return false // "May 2000 quarter"
	}
	return p.is(i, isMeasure) || p.is(i, isCardinal) && p.atoms[i].number >= 100 || number%100 == 0 && p.countsNext(i) && comma
}
