package teacher

import (
	"math"
	"slices"
)

// parseWords is the size of a batch in parsing.
const parseWords = 1500

// Parse sets the heads and labels of sentences.
func (p *Parser) Parse(sentences []*Sentence) {
	p.repack(false)
	batches := batch(slices.Clone(sentences), parseWords)
	var staff [workers]worker
	parallel(len(batches), func(w, i int) { p.parse(&staff[w], batches[i]) })
}

func (p *Parser) parse(w *worker, batch []*Sentence) {
	p.run(w, batch)
	for i, s := range batch {
		n := len(s.Features)
		s.Heads, s.Labels = bestTree(w.arcScores(i), n), make([]uint8, n)
		for c := 1; c < n; c++ {
			scores := p.labelsOf(w, i, c, s.Heads[c])
			s.Labels[c] = uint8(slices.Index(scores, slices.Max(scores)))
		}
	}
}

// chart holds the best trees over spans of words from l to r, at l·n+r, whose
// head is the first word or the last: complete ones, and open ones, in which
// the word at the other end takes no more children.
type chart struct {
	n                                                int
	completeFirst, completeLast, openFirst, openLast []float32
	cutFirst, cutLast, cutOpen                       []int16
	heads                                            []int
}

// bestTree returns the heads of the best projective tree in which one word
// depends on the root, word 0. scores[c·n+h] is that of h as the head of c.
func bestTree(scores []float32, n int) []int {
	c := &chart{n: n, heads: make([]int, n)}
	if n < 2 {
		return c.heads
	}
	for _, place := range []*[]float32{&c.completeFirst, &c.completeLast, &c.openFirst, &c.openLast} {
		*place = make([]float32, n*n)
	}
	for _, place := range []*[]int16{&c.cutFirst, &c.cutLast, &c.cutOpen} {
		*place = make([]int16, n*n)
	}
	for width := 1; width < n-1; width++ {
		for l := 1; l+width < n; l++ {
			c.span(scores, l, l+width)
		}
	}
	root, best := 1, float32(math.Inf(-1))
	for r := 1; r < n; r++ {
		if s := c.completeLast[n+r] + c.completeFirst[r*n+n-1] + scores[r*n]; s > best {
			root, best = r, s
		}
	}
	c.headLast(1, root)
	c.headFirst(root, n-1)
	return c.heads
}

// span fills in the span from l to r; the shorter ones are there.
func (c *chart) span(scores []float32, l, r int) {
	n, at := c.n, l*c.n+r
	best, cut := float32(math.Inf(-1)), l
	for k := l; k < r; k++ {
		if s := c.completeFirst[l*n+k] + c.completeLast[(k+1)*n+r]; s > best {
			best, cut = s, k
		}
	}
	c.cutOpen[at] = int16(cut)
	c.openFirst[at], c.openLast[at] = best+scores[r*n+l], best+scores[l*n+r]
	best = float32(math.Inf(-1))
	for k := l + 1; k <= r; k++ {
		if s := c.openFirst[l*n+k] + c.completeFirst[k*n+r]; s > best {
			best, cut = s, k
		}
	}
	c.completeFirst[at], c.cutFirst[at] = best, int16(cut)
	best = float32(math.Inf(-1))
	for k := l; k < r; k++ {
		if s := c.completeLast[l*n+k] + c.openLast[k*n+r]; s > best {
			best, cut = s, k
		}
	}
	c.completeLast[at], c.cutLast[at] = best, int16(cut)
}

// headFirst sets the heads in the best complete span whose head is the first
// word, headLast where it is the last.
func (c *chart) headFirst(l, r int) {
	if l == r {
		return
	}
	k := int(c.cutFirst[l*c.n+r])
	c.heads[k] = l
	c.open(l, k)
	c.headFirst(k, r)
}

func (c *chart) headLast(l, r int) {
	if l == r {
		return
	}
	k := int(c.cutLast[l*c.n+r])
	c.heads[k] = r
	c.headLast(l, k)
	c.open(k, r)
}

// open sets the heads within an open span.
func (c *chart) open(l, r int) {
	k := int(c.cutOpen[l*c.n+r])
	c.headFirst(l, k)
	c.headLast(k+1, r)
}
