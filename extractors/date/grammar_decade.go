package date

// Decades and centuries: "the 1990s", "the late nineties", "the 19th century".

// decadeOf reads "1990s", "the '90s", "the nineties", "1990's".
func (p *parser) decadeOf(i int) (m match, next int) {
	m = dateMatch(ruleDecade, decadeGrain)
	m.stated = true
	j := i
	marked := false
	if p.is(j, isApostrophe) && p.atoms[j].class&(isDecade|isInteger) == 0 {
		marked = true
		j++
		if !p.shaped(j, glued) {
			return m, 0
		}
	}
	marked = marked || p.is(j, isApostrophe)
	article := p.is(i-1, isThe|isEdge) || p.is(i-1, isDash) && p.is(i-2, isEdge)
	article = article || p.is(i-1, isAnd|isOr|isTo) && (p.is(i-2, isDecade|isDecadeWord) || p.is(i-2, isPossessive))
	switch {
	case p.is(j, isDecade) && p.atoms[j].digits == 4:
		m.at.year = int(p.atoms[j].number)
		if m.at.year < firstYear || m.at.year > lastYear {
			return m, 0
		}
		if m.at.year%100 == 0 && m.at.year != 2000 && !p.is(i-1, isEdge) {
			m.at.grain = centuryGrain
		}
	case p.is(j, isDecade) && (marked || article):
		m.at.year = decadeYear(int(p.atoms[j].number))
	case p.is(j, isDecadeWord) && article && !p.is(j+1, isOf):
		m.at.year = decadeYear(int(p.atoms[j].number))
	default:
		return m, 0
	}
	if p.is(j+1, isMeasure) || p.word(j+1) == "°" {
		return m, 0 // temperatures in the 30s
	}
	if p.shaped(j, glued) && p.is(j-1, isMeasure|isDash) && !p.is(j-2, isEdge|isDecade) {
		return m, 0
	}
	return m, j + 1
}

func decadeYear(n int) int {
	if n < 20 {
		return 2000 + n
	}
	return 1900 + n
}

// centuryOf reads "the 20th century", "19th-century", and the "18th" of "the
// 18th and 19th centuries".
func (p *parser) centuryOf(i int) (m match, next int) {
	n, j := p.ordinal(i)
	if j == 0 || n < 1 || n > 30 {
		return m, 0
	}
	m = dateMatch(ruleCentury, centuryGrain)
	m.stated = true
	k := j
	if p.is(k, isDash) {
		k++
	}
	sign := 1
	if p.is(k, isUnit) && (p.atoms[k].unit == century || p.atoms[k].unit == millennium && n <= 3) {
		next = k + 1
		if s, after := p.era(next); after > 0 {
			sign, next = s, after
		}
		if p.atoms[k].unit == millennium {
			m.at.grain = millenniumGrain
			m.at.year = sign * max((n-1)*1000, 1)
			if sign < 0 {
				m.at.year = -n*1000 + 1
			}
			return m, next
		}
	} else {
		if p.is(k, isTo|isAnd|isOr|isComma) {
			k++
		} else if k == j {
			return m, 0
		}
		for p.is(k, isThe|isEdge|isDash|isIn) {
			k++
		}
		_, after := p.ordinal(k)
		if after == 0 {
			return m, 0
		}
		if p.is(after, isDash) {
			after++
		}
		if !p.is(after, isUnit) || p.atoms[after].unit != century {
			return m, 0
		}
		if s, end := p.era(after + 1); end > 0 {
			sign = s
		}
		next = j
	}
	m.at.year = (n - 1) * 100
	if sign < 0 {
		m.at.year = -n*100 + 1
	} else if n == 1 {
		m.at.year = 1
	}
	return m, next
}

// ordinal reads "third", "20th", "twenty-first".
func (p *parser) ordinal(i int) (number, next int) {
	if p.is(i, isOrdinal) {
		if p.atoms[i].number < 1 {
			return 0, 0
		}
		return int(p.atoms[i].number), i + 1
	}
	if p.is(i, isCardinal) && p.atoms[i].number >= 20 && p.atoms[i].number < 100 {
		j := i + 1
		if p.is(j, isDash) {
			j++
		}
		if p.is(j, isOrdinal) && p.atoms[j].number < 10 {
			return int(p.atoms[i].number + p.atoms[j].number), j + 1
		}
	}
	return 0, 0
}
