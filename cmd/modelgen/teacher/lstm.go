package teacher

import "math/rand/v2"

// lstm reads sentences one way (Hochreiter and Schmidhuber 1997). Its inputs
// and outputs have the word t of sentence i of b in row t·b+i.
type lstm struct {
	hidden       int
	in, on, bias *param // of the input, of the output before, in gate order
}

// The gates, in the order of the weights.
const (
	gateIn = iota
	gateForget
	gateOut
	gateCell
	gates
)

func newLSTM(in, hidden int, random *rand.Rand) *lstm {
	l := &lstm{
		hidden: hidden,
		in:     newParam(in, gates*hidden, even(in, 2*hidden), random),
		on:     newParam(hidden, gates*hidden, even(hidden, hidden), random),
		bias:   newParam(1, gates*hidden, 0, random),
	}
	for i := gateForget * hidden; i < (gateForget+1)*hidden; i++ {
		l.bias.w[i] = 1 // remember, to begin with
	}
	return l
}

// lstmRun is what a reading leaves for the way back.
type lstmRun struct {
	gates, cells, squashed, out matrix
	dGates, dOut, dLast, dCell  matrix
	scratch                     matrix
	right                       packed
}

// forward reads x, of so many steps of b sentences each.
func (l *lstm) forward(r *lstmRun, x *matrix, steps, b int) *matrix {
	h, n := l.hidden, steps*b
	r.gates.shape(n, gates*h)
	r.gates.fill(l.bias.w)
	addProduct(&r.gates, x, &l.in.ahead)
	r.cells.shape(n, h)
	r.squashed.shape(n, h)
	r.out.shape(n, h)
	for t := range steps {
		if t > 0 {
			now, last := r.gates.part(t*b, b), r.out.part((t-1)*b, b)
			addProduct(&now, &last, &l.on.ahead)
		}
		for i := t * b; i < (t+1)*b; i++ {
			l.cell(r, i, b)
		}
	}
	return &r.out
}

// cell works out row i from its gates and the row b before it.
func (l *lstm) cell(r *lstmRun, i, b int) {
	h := l.hidden
	g, cells, squashed, out := r.gates.row(i), r.cells.row(i), r.squashed.row(i), r.out.row(i)
	last := cells // zero as yet
	if i >= b {
		last = r.cells.row(i - b)
	}
	for j := range h {
		in, forget := sigmoid(g[gateIn*h+j]), sigmoid(g[gateForget*h+j])
		open, cell := sigmoid(g[gateOut*h+j]), tanh(g[gateCell*h+j])
		g[gateIn*h+j], g[gateForget*h+j], g[gateOut*h+j], g[gateCell*h+j] = in, forget, open, cell
		cells[j] = in*cell + forget*last[j]
		squashed[j] = tanh(cells[j])
		out[j] = open * squashed[j]
	}
}

// backward takes the gradient of the outputs from r.dOut, adds the weights' to
// the worker's and the inputs' to dx.
func (l *lstm) backward(r *lstmRun, x, dx *matrix, steps, b, worker int) {
	h, n := l.hidden, steps*b
	r.dGates.shape(n, gates*h)
	r.dLast.shape(b, h)
	r.dCell.shape(b, h)
	for t := steps - 1; t >= 0; t-- {
		for i := t * b; i < (t+1)*b; i++ {
			l.cellBack(r, i, b)
		}
		if t > 0 {
			now := r.dGates.part(t*b, b)
			addProduct(&r.dLast, &now, &l.on.back)
		}
	}
	addColumns(l.bias.grads[worker], &r.dGates)
	l.in.addGradient(worker, x, &r.dGates, &r.scratch, &r.right)
	if steps > 1 {
		last, next := r.out.part(0, n-b), r.dGates.part(b, n-b)
		l.on.addGradient(worker, &last, &next, &r.scratch, &r.right)
	}
	addProduct(dx, &r.dGates, &l.in.back)
}

// cellBack works out the gradients of the gates of row i; dLast and dCell hold
// those that come from the row after it, and then those for the one before.
func (l *lstm) cellBack(r *lstmRun, i, b int) {
	h := l.hidden
	g, squashed, dOut, dg := r.gates.row(i), r.squashed.row(i), r.dOut.row(i), r.dGates.row(i)
	dLast, dCell := r.dLast.row(i%b), r.dCell.row(i%b)
	var last []float32
	if i >= b {
		last = r.cells.row(i - b)
	}
	for j := range h {
		in, forget, open, cell := g[gateIn*h+j], g[gateForget*h+j], g[gateOut*h+j], g[gateCell*h+j]
		d, y := dOut[j]+dLast[j], squashed[j]
		c := dCell[j] + d*open*(1-y*y)
		dg[gateOut*h+j] = d * y * open * (1 - open)
		dg[gateIn*h+j] = c * cell * in * (1 - in)
		dg[gateCell*h+j] = c * in * (1 - cell*cell)
		if last != nil {
			dg[gateForget*h+j] = c * last[j] * forget * (1 - forget)
		}
		dCell[j], dLast[j] = c*forget, 0
	}
}

func sigmoid(x float32) float32 { return 0.5*tanh(0.5*x) + 0.5 }

// tanh is right to some 1e-6: a quotient of polynomials, much faster than the
// standard library's.
func tanh(x float32) float32 {
	switch {
	case x > 7.9:
		return 1
	case x < -7.9:
		return -1
	}
	y := x * x
	top := x * (4.89352455891786e-03 + y*(6.37261928875436e-04+y*(1.48572235717979e-05+y*(5.12229709037114e-08+y*(-8.60467152213735e-11+y*(2.00018790482477e-13+y*-2.76076847742355e-16))))))
	return top / (4.89352518554385e-03 + y*(2.26843463243900e-03+y*(1.18534705686654e-04+y*1.19825839466702e-06)))
}
