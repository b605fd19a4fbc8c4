package teacher

import (
	"math"
	"slices"
)

// learn adds the gradients of a batch to the worker's. share is what a word
// weighs. It returns the loss.
func (p *Parser) learn(w *worker, batch []*Sentence, share float32) (loss float64) {
	p.run(w, batch)
	n := w.view.rows
	w.dArcHead.shape(n, p.size.Arc)
	w.dWanted.shape(n, p.size.Arc)
	w.dLabelHead.shape(n, p.size.Label)
	w.dForms.shape(n, p.labels*p.size.Label)
	for i, s := range batch {
		scores := w.arcScores(i)
		for c := 1; c < len(s.Features); c++ {
			loss += w.learnHead(scores[c*len(s.Features):(c+1)*len(s.Features)], i, c, s.Heads[c], share)
			loss += p.learnLabel(w, i, c, s.Heads[c], int(s.Labels[c]), share)
		}
	}
	p.lookBack(w)
	p.runBack(w)
	p.embedBack(w, batch)
	return loss
}

// softmax turns scores into the gradient of the loss, and returns the loss.
func softmax(scores []float32, gold int) float64 {
	top, sum := slices.Max(scores), float32(0)
	for i, s := range scores {
		scores[i] = float32(math.Exp(float64(s - top)))
		sum += scores[i]
	}
	for i := range scores {
		scores[i] /= sum
	}
	loss := -math.Log(float64(scores[gold]) + 1e-30)
	scores[gold]--
	return loss
}

// least is the smallest error that is learned from.
const least = 1e-6

func (w *worker) learnHead(scores []float32, i, c, gold int, share float32) float64 {
	loss := softmax(scores, gold)
	wanted, dWanted := w.wanted.row(c*w.b+i), w.dWanted.row(c*w.b+i)
	for h, e := range scores {
		if e > least || e < -least {
			addScaled(dWanted, w.arcHead.row(h*w.b+i), e*share)
			addScaled(w.dArcHead.row(h*w.b+i), wanted, e*share)
		}
	}
	return loss
}

func (p *Parser) learnLabel(w *worker, i, c, h, gold int, share float32) float64 {
	scores := p.labelsOf(w, i, c, h)
	loss := softmax(scores, gold)
	forms, dForms := w.forms.row(c*w.b+i), w.dForms.row(c*w.b+i)
	head, dHead := w.labelHead.row(h*w.b+i), w.dLabelHead.row(h*w.b+i)
	for l, e := range scores {
		if e > least || e < -least {
			addScaled(dForms[l*p.size.Label:(l+1)*p.size.Label], head, e*share)
			addScaled(dHead, forms[l*p.size.Label:(l+1)*p.size.Label], e*share)
		}
	}
	return loss
}

// lookBack takes the gradients from the parts of the views to the output of
// the last layer.
func (p *Parser) lookBack(w *worker) {
	n, me := w.view.rows, w.number
	p.arc.addGradient(me, &w.arcChild, &w.dWanted, &w.scratch, &w.right)
	addColumns(p.arcBias.grads[me], &w.dWanted)
	w.dArcChild.shape(n, p.size.Arc)
	addProduct(&w.dArcChild, &w.dWanted, &p.arc.back)
	p.label.addGradient(me, &w.labelChild, &w.dForms, &w.scratch, &w.right)
	w.dLabelChild.shape(n, p.size.Label)
	addProduct(&w.dLabelChild, &w.dForms, &p.label.back)
	w.dView.shape(n, p.size.view())
	for i := range n {
		w.dLabelChild.row(i)[p.size.Label-1], w.dLabelHead.row(i)[p.size.Label-1] = 0, 0
		w.eachPart(i, &w.dView, &w.dArcChild, &w.dArcHead, &w.dLabelChild, &w.dLabelHead, func(view, part []float32) { copy(view, part) })
	}
	w.mask(&w.dView, &w.viewMask)
	for i, x := range w.view.v {
		if x < 0 {
			w.dView.v[i] *= leak
		}
	}
	addColumns(p.viewBias.grads[me], &w.dView)
	p.view.addGradient(me, &w.inputs[p.size.Layers], &w.dView, &w.scratch, &w.right)
	w.dInput.shape(n, 2*p.size.Hidden)
	addProduct(&w.dInput, &w.dView, &p.view.back)
}

// runBack takes the gradients down the layers.
func (p *Parser) runBack(w *worker) {
	n := w.view.rows
	for l := p.size.Layers - 1; l >= 0; l-- {
		w.mask(&w.dInput, &w.masks[l+1])
		ahead, back := &w.runs[l][0], &w.runs[l][1]
		ahead.dOut.shape(n, p.size.Hidden)
		back.dOut.shape(n, p.size.Hidden)
		for i, size := range w.lengths {
			for t := range size {
				row := w.dInput.row(t*w.b + i)
				copy(ahead.dOut.row(t*w.b+i), row)
				copy(back.dOut.row((size-1-t)*w.b+i), row[p.size.Hidden:])
			}
		}
		w.dInput.shape(n, w.inputs[l].cols)
		w.dTurned.shape(n, w.inputs[l].cols)
		p.lstms[l][0].backward(ahead, &w.inputs[l], &w.dInput, w.steps, w.b, w.number)
		p.lstms[l][1].backward(back, &w.turned[l], &w.dTurned, w.steps, w.b, w.number)
		for i, size := range w.lengths {
			for t := range size {
				addScaled(w.dInput.row(t*w.b+i), w.dTurned.row((size-1-t)*w.b+i), 1)
			}
		}
	}
	w.mask(&w.dInput, &w.masks[0])
}

// embedBack adds the gradients of the tables' rows.
func (p *Parser) embedBack(w *worker, batch []*Sentence) {
	dropped := w.dropped
	for i, s := range batch {
		for t, values := range s.Features {
			row := w.dInput.row(t*w.b + i)
			for k, value := range values {
				if !dropped[k] && p.tables[k].Rows == nil {
					addScaled(p.rows[k].gradient(w.number, value), p.place(row, k), 1)
				}
			}
			dropped = dropped[len(values):]
		}
	}
}
