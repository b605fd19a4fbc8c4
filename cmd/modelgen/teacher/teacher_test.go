package teacher

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// Every kernel gives the product, and all the same bytes.
func TestKernelsAgree(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 1))
	const m, k, n = 19, 37, 48
	var a matrix
	a.shape(m, k)
	for i := range m * k {
		a.v[i] = random.Float32() - 0.5
	}
	b := make([]float32, k*n)
	for i := range b {
		b[i] = random.Float32() - 0.5
	}
	turned := make([]float32, k*n)
	for i := range k {
		for j := range n {
			turned[j*k+i] = b[i*n+j]
		}
	}
	all := kernels
	defer func() { kernels = all }()
	var first matrix
	for i := range all {
		kernels = append(slices.Clone(all[i:]), kernel{4, addPlain})
		var ahead, back packed
		ahead.pack(k, n, b)
		back.packTurned(k, n, turned)
		var c, d matrix
		c.shape(m, n)
		d.shape(m, n)
		addProduct(&c, &a, &ahead)
		addProduct(&d, &a, &back)
		if !slices.Equal(c.v, d.v) {
			t.Error("the packed forms differ")
		}
		for r := range m {
			for col := range n {
				want := 0.0
				for x := range k {
					want += float64(a.row(r)[x]) * float64(b[x*n+col])
				}
				if got := float64(c.row(r)[col]); math.Abs(got-want) > 1e-4 {
					t.Fatalf("kernel %d: %d,%d is %f, not %f", i, r, col, got, want)
				}
			}
		}
		if i == 0 {
			first = c
		} else if !slices.Equal(first.v, c.v) {
			t.Errorf("kernel %d sums in another order", i)
		}
	}
}

// some sentences with any tree.
func some(random *rand.Rand, count int) (sentences []*Sentence) {
	for range count {
		n := 3 + random.IntN(7)
		s := &Sentence{Heads: make([]int, n), Labels: make([]uint8, n)}
		for i := range n {
			word := int32(random.IntN(20))
			s.Features = append(s.Features, []int32{word, word % 5, -1})
			if i > 0 {
				// The tree is a function of the words, so that it can be learned.
				s.Heads[i], s.Labels[i] = i-1, uint8(word%5%3)
			}
		}
		sentences = append(sentences, s)
	}
	return sentences
}

func small(seed uint64) *Parser {
	return New([]Table{{Values: 20, At: 0, Size: 32}, {Values: 5, At: 16, Size: 32}, {Values: 2, At: 0, Size: 16}}, 48, 3, Size{Layers: 2, Hidden: 16, Arc: 16, Label: 16}, seed)
}

// The gradients are the slopes of the loss.
func TestGradients(t *testing.T) {
	random := rand.New(rand.NewPCG(2, 2))
	sentences := some(random, 3)
	p := small(1)
	loss := func() float64 {
		p.repack(true)
		// The same places are dropped each time.
		w := &worker{learning: true, random: rand.New(rand.NewPCG(5, 5))}
		return p.learn(w, sentences, 1)
	}
	learned := p.learned()
	loss()
	var grads [][]float32
	for _, x := range learned {
		grads = append(grads, slices.Clone(x.grads[0]))
	}
	for k, x := range learned {
		largest := 0
		for i, g := range grads[k] {
			if math.Abs(float64(g)) > math.Abs(float64(grads[k][largest])) {
				largest = i
			}
		}
		was, e := x.w[largest], float32(5e-4)
		x.w[largest] = was + e
		above := loss()
		x.w[largest] = was - e
		below := loss()
		x.w[largest] = was
		slope, got := (above-below)/float64(2*e), float64(grads[k][largest])
		if math.Abs(slope-got) > 0.1*math.Abs(got)+2e-3 {
			t.Errorf("parameter %d of %dx%d, weight %d: the gradient is %f, the slope %f", k, x.rows, x.cols, largest, got, slope)
		}
	}
}

// Training learns a simple language.
func TestTrainLearns(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 3))
	lessons, unseen := some(random, 200), some(random, 20)
	p := small(7)
	p.Train(lessons, Options{Seed: 1, Epochs: 60, BatchWords: 60, Rate: 8e-3})
	heads, labels, words := 0, 0, 0
	for _, s := range unseen {
		got := *s
		p.Parse([]*Sentence{&got})
		for i := 1; i < len(s.Heads); i++ {
			words++
			if got.Heads[i] == s.Heads[i] {
				heads++
			}
			if got.Labels[i] == s.Labels[i] {
				labels++
			}
		}
	}
	if 100*heads < 95*words || 100*labels < 90*words {
		t.Errorf("of %d words %d have the right head and %d the right label", words, heads, labels)
	}
}

// Training twice gives the same weights.
func TestTrainRepeats(t *testing.T) {
	var parsers [2]*Parser
	for run := range parsers {
		parsers[run] = small(7)
		parsers[run].Train(some(rand.New(rand.NewPCG(3, 3)), 30), Options{Seed: 1, Epochs: 2, BatchWords: 60, Rate: 4e-3})
	}
	again := parsers[1].learned()
	for k, x := range parsers[0].learned() {
		if !slices.Equal(x.w, again[k].w) {
			t.Errorf("parameter %d differs", k)
		}
	}
}

// The best tree is the best of all projective trees with one root.
func TestBestTree(t *testing.T) {
	random := rand.New(rand.NewPCG(4, 4))
	for range 200 {
		n := 2 + random.IntN(5)
		scores := make([]float32, n*n)
		for i := range scores {
			scores[i] = random.Float32()
		}
		value := func(heads []int) (sum float32) {
			for c := 1; c < n; c++ {
				sum += scores[c*n+heads[c]]
			}
			return sum
		}
		best, heads := float32(-1), make([]int, n)
		var try func(c int)
		try = func(c int) {
			if c == n {
				if isTree(heads) {
					best = max(best, value(heads))
				}
				return
			}
			for heads[c] = 0; heads[c] < n; heads[c]++ {
				try(c + 1)
			}
		}
		try(1)
		got := bestTree(scores, n)
		if !isTree(got) || math.Abs(float64(value(got)-best)) > 1e-5 {
			t.Fatalf("%v has %f; the best has %f", got, value(got), best)
		}
	}
}

// isTree reports whether heads are a projective tree with one root.
func isTree(heads []int) bool {
	// under reports whether the way up from word c leads to word h.
	under := func(c, h int) bool {
		for range heads {
			if c == h {
				return true
			}
			c = heads[c]
		}
		return false
	}
	roots := 0
	for c := 1; c < len(heads); c++ {
		h := heads[c]
		if h == 0 {
			roots++
		}
		if h == c || !under(c, 0) {
			return false
		}
		for between := min(c, h) + 1; between < max(c, h); between++ {
			if !under(between, h) {
				return false
			}
		}
	}
	return roots == 1
}

func BenchmarkProduct(b *testing.B) {
	const m, n, k = 512, 768, 384
	var a, c matrix
	a.shape(m, k)
	c.shape(m, n)
	var right packed
	right.pack(k, n, make([]float32, k*n))
	b.SetBytes(2 * m * n * k) // operations for bytes
	for b.Loop() {
		addProduct(&c, &a, &right)
	}
}
