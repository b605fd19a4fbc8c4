package teacher

import "math/rand/v2"

// Size is the size of a network. All but Layers are multiples of 16.
type Size struct {
	Layers, Hidden int // of each direction
	// Arc and Label are how much of a word the scores of arcs and of labels
	// see. The last place for labels is always 1.
	Arc, Label int
}

// view is what the scores see of a word, as child and as head.
func (s Size) view() int { return 2*s.Arc + 2*s.Label }

// leak is what passes of numbers below zero.
const leak = 0.1

// A Table is one kind of feature: it has a row of weights for each value. The
// rows of a word's values are added to Size places of its input, from At on.
type Table struct {
	Values, At, Size int
	// Rows, where there are any, are the weights, which are not learned.
	Rows []float32
}

// Sentence is a sentence as numbers. Word 0 is the root.
type Sentence struct {
	Features [][]int32 // for each word its value in each table, -1 for none
	Heads    []int
	Labels   []uint8
}

// Parser is the network.
type Parser struct {
	size           Size
	inputs, labels int
	tables         []Table
	rows           []*param
	lstms          [][2]*lstm
	view, viewBias *param // of a word as dependent and as head, for arcs and labels
	arc, arcBias   *param
	label          *param
}

// New returns a parser of so many inputs and labels with random weights.
func New(tables []Table, inputs, labels int, size Size, seed uint64) *Parser {
	random := rand.New(rand.NewPCG(seed, 1))
	p := &Parser{size: size, inputs: inputs, labels: labels, tables: tables}
	for _, t := range tables {
		rows := newParam(t.Values, t.Size, 0.1, random)
		rows.table = true
		copy(rows.w, t.Rows)
		p.rows = append(p.rows, rows)
	}
	in := inputs
	for range size.Layers {
		p.lstms = append(p.lstms, [2]*lstm{newLSTM(in, size.Hidden, random), newLSTM(in, size.Hidden, random)})
		in = 2 * size.Hidden
	}
	p.view, p.viewBias = newParam(in, size.view(), even(in, size.Arc), random), newParam(1, size.view(), 0, random)
	p.arc, p.arcBias = newParam(size.Arc, size.Arc, 0.02, random), newParam(1, size.Arc, 0.02, random)
	p.label = newParam(size.Label, labels*size.Label, 0.05, random)
	return p
}

// factors are the weights that products are taken with.
func (p *Parser) factors() []*param {
	all := []*param{p.view, p.arc, p.label}
	for _, pair := range p.lstms {
		for _, l := range pair {
			all = append(all, l.in, l.on)
		}
	}
	return all
}

// learned are all weights that are learned.
func (p *Parser) learned() []*param {
	all := append(p.factors(), p.viewBias, p.arcBias)
	for _, pair := range p.lstms {
		all = append(all, pair[0].bias, pair[1].bias)
	}
	for i, t := range p.tables {
		if t.Rows == nil {
			all = append(all, p.rows[i])
		}
	}
	return all
}

func (p *Parser) repack(learning bool) {
	for _, f := range p.factors() {
		f.repack(learning)
	}
}

// worker is one goroutine's memory: what it has computed of a batch of b
// sentences of up to steps words. Word t of sentence i is row t·b+i.
type worker struct {
	size     Size
	number   int
	random   *rand.Rand
	learning bool

	steps, b                        int
	lengths                         []int
	dropped                         []bool       // each value of each word
	inputs                          []matrix     // of each layer; the last is the output
	masks                           []matrix     // what is dropped of them: a row a sentence
	turned                          []matrix     // the inputs, each sentence backwards
	runs                            [][2]lstmRun // of the layers
	view, viewMask                  matrix       // the views of each word
	arcChild, arcHead               matrix       // and their parts
	labelChild, labelHead           matrix
	wanted                          matrix // what the head of each word should look like
	forms                           matrix // the same for each label
	dArcChild, dArcHead, dWanted    matrix // gradients
	dLabelChild, dLabelHead, dForms matrix
	dView, dInput, dTurned, scratch matrix
	right                           packed
	scores, labelScores             []float32
}

// Shares of what is dropped in learning (Gal and Ghahramani 2016: the same
// places throughout a sentence).
const (
	dropValue = 0.15
	dropInput = 0.3
	dropLayer = 0.33
)

// run computes what the scores of the sentences are read off.
func (p *Parser) run(w *worker, batch []*Sentence) {
	if w.inputs == nil {
		n := p.size.Layers
		w.size, w.inputs, w.masks, w.turned, w.runs = p.size, make([]matrix, n+1), make([]matrix, n+1), make([]matrix, n), make([][2]lstmRun, n)
	}
	p.embed(w, batch)
	for l := range p.lstms {
		x := &w.inputs[l]
		if l == 0 {
			w.drop(x, &w.masks[l], dropInput)
		} else {
			w.drop(x, &w.masks[l], dropLayer)
		}
		w.turn(&w.turned[l], x)
		ahead := p.lstms[l][0].forward(&w.runs[l][0], x, w.steps, w.b)
		back := p.lstms[l][1].forward(&w.runs[l][1], &w.turned[l], w.steps, w.b)
		w.join(&w.inputs[l+1], ahead, back)
	}
	top := &w.inputs[p.size.Layers]
	w.drop(top, &w.masks[p.size.Layers], dropLayer)
	p.look(w, top)
}

// embed makes the input of the first layer.
func (p *Parser) embed(w *worker, batch []*Sentence) {
	w.b, w.steps, w.lengths, w.dropped = up4(len(batch)), 0, w.lengths[:0], w.dropped[:0]
	for _, s := range batch {
		w.lengths = append(w.lengths, len(s.Features))
		w.steps = max(w.steps, len(s.Features))
	}
	x := &w.inputs[0]
	x.shape(w.steps*w.b, p.inputs)
	for i, s := range batch {
		for t, values := range s.Features {
			row := x.row(t*w.b + i)
			for k, value := range values {
				drop := value < 0 || w.learning && w.random.Float64() < dropValue
				w.dropped = append(w.dropped, drop)
				if !drop {
					addScaled(p.place(row, k), p.rows[k].row(value), 1)
				}
			}
		}
	}
}

// place returns the places of a word's input that table k adds to.
func (p *Parser) place(input []float32, k int) []float32 {
	t := &p.tables[k]
	return input[t.At : t.At+t.Size]
}

// drop takes places away when learning.
func (w *worker) drop(x, mask *matrix, share float64) {
	if !w.learning {
		return
	}
	mask.shape(w.b, x.cols)
	keep := float32(1 / (1 - share))
	for i := range w.b * x.cols {
		if w.random.Float64() >= share {
			mask.v[i] = keep
		}
	}
	w.mask(x, mask)
}

// mask multiplies each word's row with its sentence's.
func (w *worker) mask(x, mask *matrix) {
	for i := range x.rows {
		row, m := x.row(i), mask.row(i%w.b)
		for j := range row {
			row[j] *= m[j]
		}
	}
}

// turn sets out to the sentences backwards.
func (w *worker) turn(out, in *matrix) {
	out.shape(in.rows, in.cols)
	for i, n := range w.lengths {
		for t := range n {
			copy(out.row((n-1-t)*w.b+i), in.row(t*w.b+i))
		}
	}
}

// join puts the two directions' outputs side by side.
func (w *worker) join(out, ahead, back *matrix) {
	out.shape(ahead.rows, 2*w.size.Hidden)
	for i, n := range w.lengths {
		for t := range n {
			row := out.row(t*w.b + i)
			copy(row, ahead.row(t*w.b+i))
			copy(row[w.size.Hidden:], back.row((n-1-t)*w.b+i))
		}
	}
}

// look computes the views of each word and what its head should look like.
func (p *Parser) look(w *worker, top *matrix) {
	n := top.rows
	w.view.shape(n, p.size.view())
	w.view.fill(p.viewBias.w)
	addProduct(&w.view, top, &p.view.ahead)
	for i, x := range w.view.v {
		if x < 0 {
			w.view.v[i] = leak * x
		}
	}
	w.drop(&w.view, &w.viewMask, dropLayer)
	w.arcChild.shape(n, p.size.Arc)
	w.arcHead.shape(n, p.size.Arc)
	w.labelChild.shape(n, p.size.Label)
	w.labelHead.shape(n, p.size.Label)
	for i := range n {
		w.eachPart(i, &w.view, &w.arcChild, &w.arcHead, &w.labelChild, &w.labelHead, func(view, part []float32) { copy(part, view) })
		w.labelChild.row(i)[p.size.Label-1], w.labelHead.row(i)[p.size.Label-1] = 1, 1
	}
	w.wanted.shape(n, p.size.Arc)
	w.wanted.fill(p.arcBias.w)
	addProduct(&w.wanted, &w.arcChild, &p.arc.ahead)
	w.forms.shape(n, p.labels*p.size.Label)
	addProduct(&w.forms, &w.labelChild, &p.label.ahead)
}

// eachPart calls f for the four parts of a view.
func (w *worker) eachPart(i int, view, arcChild, arcHead, labelChild, labelHead *matrix, f func(view, part []float32)) {
	row := view.row(i)
	f(row[:w.size.Arc], arcChild.row(i))
	f(row[w.size.Arc:2*w.size.Arc], arcHead.row(i))
	f(row[2*w.size.Arc:2*w.size.Arc+w.size.Label], labelChild.row(i))
	f(row[2*w.size.Arc+w.size.Label:], labelHead.row(i))
}

// arcScores returns the scores of every word h of sentence i as the head of
// every word c, at c·n+h.
func (w *worker) arcScores(i int) []float32 {
	n := w.lengths[i]
	if cap(w.scores) < n*n {
		w.scores = make([]float32, n*n)
	}
	scores := w.scores[:n*n]
	for c := 1; c < n; c++ {
		wanted := w.wanted.row(c*w.b + i)
		for h := range n {
			scores[c*n+h] = dot(wanted, w.arcHead.row(h*w.b+i))
		}
		scores[c*n+c] = -1e9
	}
	return scores
}

// labelsOf returns the scores of the labels of the arc from h to c.
func (p *Parser) labelsOf(w *worker, i, c, h int) []float32 {
	if w.labelScores == nil {
		w.labelScores = make([]float32, p.labels)
	}
	forms, head := w.forms.row(c*w.b+i), w.labelHead.row(h*w.b+i)
	for l := range w.labelScores {
		w.labelScores[l] = dot(forms[l*p.size.Label:(l+1)*p.size.Label], head)
	}
	return w.labelScores
}
