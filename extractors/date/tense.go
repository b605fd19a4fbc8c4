package date

// reach is how many tokens on each side of a date its verb is looked for.
const reach = 14

// tense says whether the clause around a match tells of the past (-1), of the
// future (1) or does not say (0). It looks for the nearest finite verb before
// the date, then after it. Tags help where there are any; the commonest verb
// forms are known by themselves.
func (s *resolver) tense(m *match) int {
	sentence := s.doc.Sentences[m.sentence].Tokens
	first, last := int(m.first), int(m.last)
	switch s.before(first - 1) {
	case "until", "till", "by", "before":
		if t := s.scan(first-2, max(sentence.First, first-reach), -1); t != 0 {
			return max(t, 0)
		}
		return 0
	}
	if t := s.scan(first-1, max(sentence.First, first-reach), -1); t != 0 {
		return t
	}
	return s.scan(last+1, min(sentence.End-1, last+reach), 1)
}

func (s *resolver) before(i int) string {
	if i < 0 {
		return ""
	}
	return s.doc.Tokens[i].Form
}

// scan walks from token i to token stop and returns the first tense it meets.
func (s *resolver) scan(i, stop, step int) int {
	for ; step < 0 && i >= stop || step > 0 && i <= stop; i += step {
		if t, ok := s.verbTense(i); ok {
			return t
		}
	}
	return 0
}

// verbTense is the tense that token i shows, if it is a verb that shows one.
func (s *resolver) verbTense(i int) (tense int, ok bool) {
	token := &s.doc.Tokens[i]
	form := token.Form
	switch {
	case equalFolded("will", form), equalFolded("shall", form), form == "'ll", form == "’ll", form == "wo":
		return 1, true
	case equalFolded("scheduled", form), equalFolded("slated", form), equalFolded("planned", form), equalFolded("due", form), equalFolded("expected", form), equalFolded("upcoming", form):
		return 1, true
	case equalFolded("would", form), equalFolded("could", form), equalFolded("may", form) && token.XPOS == "MD":
		return 0, true
	case equalFolded("plans", form), equalFolded("hopes", form), equalFolded("intends", form), equalFolded("going", form) && s.before(i+1) == "to":
		return 1, true
	}
	switch token.XPOS {
	case "VBD":
		return -1, true
	case "VBN":
		return s.participle(i)
	case "VBZ", "VBP":
		if s.before(i+1) == "to" && (form == "is" || form == "are") {
			return 1, true // "are to meet"
		}
	case "":
		if pastForm(form) {
			return -1, true
		}
	}
	return 0, false
}

// participle is the tense of a passive or perfect: "was held", "will be held",
// "to be held"; a participle by itself tells of the past.
func (s *resolver) participle(i int) (tense int, ok bool) {
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		switch s.before(k) {
		case "be":
			switch s.before(k - 1) {
			case "will", "to", "shall", "'ll", "’ll":
				return 1, true
			}
			return 0, true
		case "is", "are", "being", "'s", "’s":
			return 0, true
		case "was", "were", "had", "has", "have", "been", "'ve", "’ve":
			return -1, true
		}
	}
	return -1, true
}

// happened reports whether the text says of a match that something was done
// then. It asks for more than tense does, for a date that is called a slip of
// the pen should be one: "agreed to meet on July 4" and "runs until 2030" look
// ahead.
func (s *resolver) happened(m *match) bool {
	first := int(m.first)
	stop := max(s.doc.Sentences[m.sentence].Tokens.First, first-reach)
	if first <= stop {
		return false
	}
	switch s.before(first - 1) {
	case "on", "in", "at", "during", "On", "In", "At", "During":
	default:
		return false // "the 2008 budget", "until 2030"
	}
	for i := first - 2; i >= stop; i-- {
		if done, ok := s.done(i); ok {
			return done
		}
	}
	end := min(s.doc.Sentences[m.sentence].Tokens.End, int(m.last)+reach)
	for i := int(m.last) + 1; i < end; i++ { // "On July 4, 2024, the ministers met"
		if done, ok := s.done(i); ok {
			return done
		}
	}
	return false
}

// done reports whether token i is the verb of what was done; ok is false where
// it is no verb.
func (s *resolver) done(i int) (done, ok bool) {
	if tense, found := s.verbTense(i); found && tense > 0 {
		return false, true // due in 2030
	}
	switch s.doc.Tokens[i].XPOS {
	case "VBD":
		return true, true
	case "VBN":
		tense, _ := s.participle(i)
		return tense < 0 && s.auxiliary(i), true
	case "VB", "VBG", "VBZ", "VBP", "MD", "TO":
		return false, true
	}
	return false, false
}

// auxiliary reports whether a participle has its auxiliary in the past:
// without one it may belong to what is planned.
func (s *resolver) auxiliary(i int) bool {
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		switch s.before(k) {
		case "was", "were", "had", "been", "has", "have":
			return true
		}
	}
	return false
}

// pastForm reports whether an untagged word looks like a verb in the past.
func pastForm(form string) bool {
	switch form {
	case "was", "were", "did", "had", "said", "told", "went", "came", "took", "made", "became", "began", "held", "gave", "got", "left", "met", "saw", "found", "won", "lost", "fell", "rose", "led", "kept", "sent", "wrote", "spoke", "thought", "brought", "grew":
		return true
	}
	return len(form) > 4 && form[len(form)-2:] == "ed" && isLetter(form[0]) && form[0] >= 'a'
}
