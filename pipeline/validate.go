package pipeline

import (
	"fmt"
	"unicode/utf8"
)

// Validate checks what every stage promises: spans that lie in the text, on
// character boundaries and in order; indices that point at something; trees
// with one root and no cycle. It returns the first broken promise.
func (d *Document) Validate() error {
	for _, check := range []func() error{d.checkBlocks, d.checkTokens, d.checkTrees, d.checkEntities, d.checkDates, d.checkQuotes, d.checkClaims} {
		if err := check(); err != nil {
			return fmt.Errorf("%s: invalid document: %w", d.Path, err)
		}
	}
	return nil
}

// checkSpan checks that span is not empty, lies in the text and does not cut
// a character in two.
func (d *Document) checkSpan(what string, i int, span Span) error {
	if span.Start < 0 || span.Start >= span.End || span.End > len(d.Text) {
		return fmt.Errorf("%s %d: span %d:%d outside the text of %d bytes", what, i, span.Start, span.End, len(d.Text))
	}
	if !utf8.RuneStart(d.Text[span.Start]) || span.End < len(d.Text) && !utf8.RuneStart(d.Text[span.End]) {
		return fmt.Errorf("%s %d: span %d:%d cuts a character", what, i, span.Start, span.End)
	}
	return nil
}

// checkOptional is checkSpan for a span that may be absent.
func (d *Document) checkOptional(what string, i int, span Span) error {
	if span.IsZero() {
		return nil
	}
	return d.checkSpan(what, i, span)
}

func (d *Document) checkBlocks() error {
	end := 0
	for i, b := range d.Breaks {
		if err := d.checkSpan("break", i, b.Span); err != nil {
			return err
		}
		if b.Start < end {
			return fmt.Errorf("break %d overlaps the one before it", i)
		}
		end = b.End
	}
	end = 0
	for i, u := range d.Units {
		if err := d.checkSpan("unit", i, u.Span); err != nil {
			return err
		}
		if u.Start < end {
			return fmt.Errorf("unit %d overlaps the one before it", i)
		}
		end = u.End
	}
	end = 0
	for i, s := range d.Sentences {
		if err := d.checkSpan("sentence", i, s.Span); err != nil {
			return err
		}
		if s.Start < end {
			return fmt.Errorf("sentence %d overlaps the one before it", i)
		}
		if s.Unit < 0 || s.Unit >= len(d.Units) || !d.Units[s.Unit].Contains(s.Span) {
			return fmt.Errorf("sentence %d is not inside its unit %d", i, s.Unit)
		}
		end = s.End
	}
	return nil
}

func (d *Document) checkTokens() error {
	if len(d.Tokens) == 0 {
		return nil
	}
	next, end := 0, 0
	for i, s := range d.Sentences {
		if s.Tokens.First != next || s.Tokens.End < next || s.Tokens.End > len(d.Tokens) {
			return fmt.Errorf("sentence %d: tokens %d:%d do not follow on %d", i, s.Tokens.First, s.Tokens.End, next)
		}
		next = s.Tokens.End
		for j := s.Tokens.First; j < s.Tokens.End; j++ {
			t := &d.Tokens[j]
			if err := d.checkSpan("token", j, t.Span); err != nil {
				return err
			}
			if t.Start < end || !s.Contains(t.Span) {
				return fmt.Errorf("token %d %q is out of order or outside sentence %d", j, t.Form, i)
			}
			end = t.End
		}
	}
	if next != len(d.Tokens) {
		return fmt.Errorf("%d tokens lie in no sentence", len(d.Tokens)-next)
	}
	return nil
}

func (d *Document) checkTrees() error {
	for i := range d.Sentences {
		tokens := d.SentenceTokens(i)
		if len(tokens) == 0 || tokens[0].Deprel == "" {
			continue
		}
		if err := checkTree(tokens); err != nil {
			return fmt.Errorf("sentence %d: %w", i, err)
		}
	}
	return nil
}

// checkTree checks that the heads of one sentence's tokens make a tree: every
// head before any way along them, for a way may lead anywhere.
func checkTree(tokens []Token) error {
	roots := 0
	for j, t := range tokens {
		if t.Head >= len(tokens) || t.Head < -1 {
			return fmt.Errorf("token %d: head %d outside the sentence", j, t.Head)
		}
		if t.Head < 0 {
			roots++
		}
	}
	for j := range tokens {
		at := j
		for steps := 0; at >= 0; steps++ {
			if steps > len(tokens) {
				return fmt.Errorf("token %d: its heads run in a circle", j)
			}
			at = tokens[at].Head
		}
	}
	if roots != 1 {
		return fmt.Errorf("%d roots", roots)
	}
	return nil
}

func (d *Document) checkEntities() error {
	for i, e := range d.Entities {
		if err := d.checkSpan("entity", i, e.Span); err != nil {
			return err
		}
		if i > 0 && e.Start < d.Entities[i-1].Start {
			return fmt.Errorf("entity %d is out of order", i)
		}
		if err := d.checkPlace("entity", i, e.Sentence, e.Span); err != nil {
			return err
		}
		if e.Tokens.First < 0 || e.Tokens.First > e.Tokens.End || e.Tokens.End > len(d.Tokens) {
			return fmt.Errorf("entity %d: tokens %d:%d do not exist", i, e.Tokens.First, e.Tokens.End)
		}
		if e.Chain < 0 || e.Chain > i {
			return fmt.Errorf("entity %d: chain %d does not count on", i, e.Chain)
		}
	}
	return nil
}

func (d *Document) checkDates() error {
	for i, t := range d.Dates {
		if err := d.checkSpan("date", i, t.Span); err != nil {
			return err
		}
		if i > 0 && t.Start < d.Dates[i-1].End {
			return fmt.Errorf("date %d is out of order", i)
		}
		if err := d.checkPlace("date", i, t.Sentence, t.Span); err != nil {
			return err
		}
	}
	return nil
}

func (d *Document) checkQuotes() error {
	for i, q := range d.Quotes {
		if err := d.checkSpan("quote", i, q.Span); err != nil {
			return err
		}
		if err := d.checkSentence("quote", i, q.Sentence); err != nil {
			return err
		}
		if q.CueToken < -1 || q.CueToken >= len(d.Tokens) {
			return fmt.Errorf("quote %d: cue token %d does not exist", i, q.CueToken)
		}
		if err := d.checkSource("quote", i, q.Source); err != nil {
			return err
		}
	}
	return nil
}

func (d *Document) checkClaims() error {
	for i, c := range d.Claims {
		if err := d.checkSpan("claim", i, c.Span); err != nil {
			return err
		}
		if err := d.checkSentence("claim", i, c.Sentence); err != nil {
			return err
		}
		if c.Predicate < -1 || c.Predicate >= len(d.Tokens) {
			return fmt.Errorf("claim %d: predicate %d does not exist", i, c.Predicate)
		}
		if int(c.Level) >= len(levelNames) {
			return fmt.Errorf("claim %d: there is no level %d", i, c.Level)
		}
		if err := d.checkMentions(i, c); err != nil {
			return err
		}
		for _, span := range append([]Span{c.Subject, c.Relation, c.ProbabilityTerm}, c.Arguments...) {
			if err := d.checkOptional("part of claim", i, span); err != nil {
				return err
			}
		}
		for _, cue := range c.Cues {
			if err := d.checkSpan("cue of claim", i, cue.Span); err != nil {
				return err
			}
		}
		if err := d.checkSource("claim", i, c.Source); err != nil {
			return err
		}
		if c.Score < 0 || c.Score > 1 {
			return fmt.Errorf("claim %d: score %g outside 0 to 1", i, c.Score)
		}
	}
	return nil
}

// checkMentions checks that the entities and dates of claim i exist.
func (d *Document) checkMentions(i int, c Claim) error {
	for _, entity := range c.Entities {
		if entity < 0 || entity >= len(d.Entities) {
			return fmt.Errorf("claim %d: entity %d does not exist", i, entity)
		}
	}
	for _, date := range c.Dates {
		if date < 0 || date >= len(d.Dates) {
			return fmt.Errorf("claim %d: date %d does not exist", i, date)
		}
	}
	return nil
}

func (d *Document) checkSource(what string, i int, s Source) error {
	for _, link := range append([]SourceLink{s.SourceLink}, s.Chain...) {
		if err := d.checkOptional("source of "+what, i, link.Span); err != nil {
			return err
		}
		if err := d.checkOptional("source cue of "+what, i, link.Cue); err != nil {
			return err
		}
	}
	return nil
}

// checkPlace is checkSentence for what lies inside its sentence.
func (d *Document) checkPlace(what string, i, sentence int, span Span) error {
	if err := d.checkSentence(what, i, sentence); err != nil {
		return err
	}
	if !d.Sentences[sentence].Contains(span) {
		return fmt.Errorf("%s %d is not inside its sentence %d", what, i, sentence)
	}
	return nil
}

func (d *Document) checkSentence(what string, i, sentence int) error {
	if sentence < 0 || sentence >= len(d.Sentences) {
		return fmt.Errorf("%s %d: sentence %d does not exist", what, i, sentence)
	}
	return nil
}
