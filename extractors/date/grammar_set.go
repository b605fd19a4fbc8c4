package date

// Sets: times that come again and again.

// frequencies are the values of "hourly" and its like, in their order in the
// vocabulary.
var frequencies = [...]string{1: "PT1H", 2: "XXXX-XX-XX", 3: "XXXX-WXX", 4: "XXXX-XX", 5: "XXXX-QX", 6: "XXXX", 7: "XXXX-XX-XXTNI", 8: "P2W", 9: "P2M", 10: "P6M"}

// frequency reads "daily", "monthly", "annually".
func (p *parser) frequency(i int) (m match, next int) {
	if p.shaped(i, upper) && (!p.shaped(i, opener) || p.isName(i+1)) {
		return m, 0 // the Daily News
	}
	return match{rule: ruleFrequency, kind: aSet, at: blank(noGrain), base: ready, value: frequencies[p.which(i)]}, i + 1
}

// every reads "every Monday", "each year", "every two weeks", "every other
// day".
func (p *parser) every(i int) (m match, next int) {
	m = match{rule: ruleSet, kind: aSet, at: blank(noGrain), base: ready}
	j := i + 1
	double := 1.0
	if p.text(j, "other") || p.text(j, "second") && p.is(j+1, isUnit|isWeekday) {
		double = 2
		j++
	}
	for p.text(j, "single") || p.text(j, "passing") || p.text(j, "calendar") {
		j++
	}
	if n, k := p.number(j); k > 0 && p.is(k, isUnit) {
		m.unit, m.amount = p.atoms[k].unit, n
		return m, k + 1
	}
	switch {
	case p.is(j, isVague) && p.is(j+1, isUnit) && p.is(j+1, isPlural):
		m.unit, m.vague = p.atoms[j+1].unit, true
		return m, j + 2
	case p.is(j, isFiscal) && p.is(j+1, isUnit) && p.atoms[j+1].unit == year:
		m.unit, m.amount = year, 1
		return m, j + 2
	case p.is(j, isUnit) && !p.is(j, isPlural) && !(p.atoms[j].unit == second && p.is(j, isOrdinal)):
		m.unit, m.amount = p.atoms[j].unit, double
		return m, j + 1
	case p.is(j, isWeekday):
		if p.is(j, isAbbreviation) && !p.shaped(j, upper) {
			return m, 0
		}
		m.at = blank(dayGrain)
		m.at.weekday = p.which(j)
		if p.is(j+1, isPart) {
			m.at.grain, m.at.part = partGrain, p.which(j+1)
			return m, j + 2
		}
		return m, j + 1
	case p.is(j, isMonth) && p.shaped(j, upper):
		m.at = blank(monthGrain)
		m.at.month = p.which(j)
		if day, k := p.dayOfMonth(j + 1); k > 0 {
			m.at.grain, m.at.day = dayGrain, day
			return m, k
		}
		return m, j + 1
	case p.is(j, isSeason):
		m.at = blank(seasonGrain)
		m.at.number = p.which(j)
		return m, j + 1
	case p.is(j, isPart):
		m.at = blank(partGrain)
		m.at.part = p.which(j)
		return m, j + 1
	}
	return m, 0
}

// frequencyOf reads "twice a week", "three times a year", "once every two
// months".
func (p *parser) frequencyOf(i int) (m match, next int) {
	if p.is(i+1, isEvery) {
		return p.every(i + 1)
	}
	return p.rate(i + 1)
}

// rate reads "a year" or "month" as the period of a rate: "twice a year",
// "per month".
func (p *parser) rate(i int) (m match, next int) {
	m = match{rule: ruleSet, kind: aSet, at: blank(noGrain), base: ready}
	j := i
	if p.is(j, isA) {
		j++
	} else if !p.is(i-1, isPer) {
		return m, 0
	}
	if !p.is(j, isUnit) || p.is(j, isPlural) || p.is(j, isOrdinal) && p.atoms[j].unit == second || p.atoms[j].unit < dayUnit {
		return m, 0
	}
	m.unit, m.amount = p.atoms[j].unit, 1
	return m, j + 1
}
