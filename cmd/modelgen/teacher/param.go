package teacher

import (
	"math"
	"math/rand/v2"
)

// workers is how many parts a batch is cut into, each learned by a goroutine
// of its own.
const workers = 2

// param is a matrix of weights, with its gradients, one for each worker, and
// the moments that Adam keeps (Kingma and Ba 2015).
type param struct {
	rows, cols int
	w, m, v    []float32
	grads      [workers][]float32
	// A table has rows of which a batch touches few.
	table   bool
	touched [workers][]int32
	// The weights as a right factor, as they are and turned over.
	ahead, back packed
}

func newParam(rows, cols int, scale float64, random *rand.Rand) *param {
	n := rows * cols
	p := &param{rows: rows, cols: cols, w: make([]float32, n), m: make([]float32, n), v: make([]float32, n)}
	for i := range p.grads {
		p.grads[i] = make([]float32, n)
	}
	for i := range p.w {
		p.w[i] = float32((2*random.Float64() - 1) * scale)
	}
	return p
}

// even is the scale of weights that keeps the size of what passes through
// them (Glorot and Bengio 2010).
func even(rows, cols int) float64 { return math.Sqrt(6 / float64(rows+cols)) }

// repack brings the packed forms up to date.
func (p *param) repack(learning bool) {
	p.ahead.pack(p.rows, p.cols, p.w)
	if learning {
		p.back.packTurned(p.cols, p.rows, p.w)
	}
}

// gather adds the workers' gradients to the first one's and returns the square
// of their length.
func (p *param) gather() (square float64) {
	sum := p.grads[0]
	add := func(from, to int) {
		for _, grad := range p.grads[1:] {
			addScaled(sum[from:to], grad[from:to], 1)
			clear(grad[from:to])
		}
		for _, x := range sum[from:to] {
			square += float64(x) * float64(x)
		}
	}
	if !p.table {
		add(0, len(sum))
		return square
	}
	p.unite()
	for _, row := range p.touched[0] {
		add(int(row)*p.cols, int(row+1)*p.cols)
	}
	return square
}

// unite lists, for the first worker, the rows that any has touched, once each.
func (p *param) unite() {
	seen := map[int32]bool{}
	var rows []int32
	for i := range p.touched {
		for _, row := range p.touched[i] {
			if !seen[row] {
				seen[row] = true
				rows = append(rows, row)
			}
		}
		p.touched[i] = p.touched[i][:0]
	}
	p.touched[0] = append(p.touched[0], rows...)
}

// adam is a step of Adam.
type adam struct {
	rate, scale        float32 // of the step, and of the gradient
	correct1, correct2 float32 // make up for moments that began at nothing
}

const (
	beta1, beta2 = 0.9, 0.95
	tiny         = 1e-8
)

// step moves the weights and clears the gradients that gather has summed.
func (p *param) step(a adam) {
	grad := p.grads[0]
	move := func(from, to int) {
		for i := from; i < to; i++ {
			g := grad[i] * a.scale
			grad[i] = 0
			p.m[i] = beta1*p.m[i] + (1-beta1)*g
			p.v[i] = beta2*p.v[i] + (1-beta2)*g*g
			p.w[i] -= a.rate * p.m[i] * a.correct1 / (float32(math.Sqrt(float64(p.v[i]*a.correct2))) + tiny)
		}
	}
	if !p.table {
		move(0, len(grad))
		return
	}
	for _, row := range p.touched[0] {
		move(int(row)*p.cols, int(row+1)*p.cols)
	}
	p.touched[0] = p.touched[0][:0]
}

// addGradient adds the gradient of p where y = x·p.
func (p *param) addGradient(worker int, x, dy, scratch *matrix, right *packed) {
	scratch.turn(x)
	right.pack(dy.rows, dy.cols, dy.v)
	addProduct(&matrix{p.rows, p.cols, p.grads[worker]}, scratch, right)
}

func (p *param) row(i int32) []float32 { return p.w[int(i)*p.cols : int(i+1)*p.cols] }

// gradient returns the worker's gradient of a row of a table.
func (p *param) gradient(worker int, row int32) []float32 {
	p.touched[worker] = append(p.touched[worker], row)
	return p.grads[worker][int(row)*p.cols : int(row+1)*p.cols]
}
