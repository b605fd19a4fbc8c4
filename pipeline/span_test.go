package pipeline

import "testing"

func TestSpan(t *testing.T) {
	a := Span{2, 5}
	for _, c := range []struct {
		name               string
		b                  Span
		contains, overlaps bool
		hull               Span
	}{
		{"the same", Span{2, 5}, true, true, Span{2, 5}},
		{"inside", Span{3, 4}, true, true, Span{2, 5}},
		{"around", Span{1, 6}, false, true, Span{1, 6}},
		{"over the end", Span{4, 8}, false, true, Span{2, 8}},
		{"touching", Span{5, 8}, false, false, Span{2, 8}},
		{"before", Span{0, 1}, false, false, Span{0, 5}},
		{"none", Span{}, false, false, Span{2, 5}},
	} {
		if got := a.Contains(c.b); got != c.contains {
			t.Errorf("%s: contains %v, want %v", c.name, got, c.contains)
		}
		if got := a.Overlaps(c.b); got != c.overlaps {
			t.Errorf("%s: overlaps %v, want %v", c.name, got, c.overlaps)
		}
		if got := a.Hull(c.b); got != c.hull {
			t.Errorf("%s: hull %v, want %v", c.name, got, c.hull)
		}
		if got := c.b.Hull(a); got != c.hull {
			t.Errorf("%s, turned round: hull %v, want %v", c.name, got, c.hull)
		}
	}
	if !(Span{}).IsZero() || a.IsZero() || a.Len() != 3 {
		t.Error("the zero span and lengths are confused")
	}
	if r := (Range{1, 3}); r.Len() != 2 || r.Contains(0) || !r.Contains(1) || !r.Contains(2) || r.Contains(3) {
		t.Error("a range is not half-open")
	}
}
