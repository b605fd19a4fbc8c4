package pipeline

// Span is a half-open range of byte offsets into a document's text.
// The zero Span stands for "no span": a real span is never empty.
type Span struct {
	Start, End int
}

// Len returns the number of bytes in the span.
func (s Span) Len() int { return s.End - s.Start }

// IsZero reports whether the span is empty, which stands for "none".
func (s Span) IsZero() bool { return s.Start == s.End }

// Contains reports whether other lies wholly inside s.
func (s Span) Contains(other Span) bool { return s.Start <= other.Start && other.End <= s.End }

// Overlaps reports whether the two spans share at least one byte.
func (s Span) Overlaps(other Span) bool { return s.Start < other.End && other.Start < s.End }

// Hull returns the smallest span that covers both; a zero span adds nothing.
func (s Span) Hull(other Span) Span {
	switch {
	case s.IsZero():
		return other
	case other.IsZero():
		return s
	}
	return Span{min(s.Start, other.Start), max(s.End, other.End)}
}

// Range is a half-open range of indices into one of a document's layers,
// for instance the tokens of a sentence.
type Range struct {
	First, End int
}

// Len returns how many items the range holds.
func (r Range) Len() int { return r.End - r.First }

// Contains reports whether index i lies in the range.
func (r Range) Contains(i int) bool { return r.First <= i && i < r.End }
