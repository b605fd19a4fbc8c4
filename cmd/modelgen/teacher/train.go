package teacher

import (
	"math"
	"math/rand/v2"
	"slices"
	"sync"
)

// Options are the settings of a training.
type Options struct {
	Seed   uint64
	Epochs int
	// BatchWords is the size of a batch in words, padding counted.
	BatchWords int
	// Rate is the learning rate at its highest.
	Rate float64
	// After is called at the end of each epoch with the loss of a word.
	After func(epoch int, loss float64)
}

const (
	warmUp      = 0.04 // share of the training until the rate is at its highest
	longest     = 5    // length that a gradient is cut to
	fallsFrom   = 1.6  // the rate falls in a line that begins so far above 1
	lowestShare = 0.02 // and ends here
)

// Train learns from sentences with heads and labels. The same sentences and
// options give the same parser.
func (p *Parser) Train(sentences []*Sentence, o Options) {
	random := rand.New(rand.NewPCG(o.Seed, 2))
	var staff [workers]*worker
	for i := range staff {
		staff[i] = &worker{number: i, learning: true, random: rand.New(rand.NewPCG(o.Seed, 3+uint64(i)))}
	}
	learned := p.learned()
	decay1, decay2 := 1.0, 1.0
	for epoch := range o.Epochs {
		batches := cut(sentences, o.BatchWords, random)
		loss, words := 0.0, 0
		for n, batch := range batches {
			p.repack(true)
			l, size := p.learnBatch(&staff, batch)
			loss, words = loss+l, words+size
			decay1, decay2 = decay1*beta1, decay2*beta2
			share := (float64(epoch) + float64(n)/float64(len(batches))) / float64(o.Epochs)
			rate := o.Rate * min(1, share/warmUp) * max(lowestShare, min(1, fallsFrom*(1-share)))
			step(learned, adam{rate: float32(rate), correct1: float32(1 / (1 - decay1)), correct2: float32(1 / (1 - decay2))})
		}
		if o.After != nil {
			o.After(epoch, loss/float64(words))
		}
	}
}

// learnBatch has the workers learn their parts of a batch.
func (p *Parser) learnBatch(staff *[workers]*worker, batch []*Sentence) (loss float64, words int) {
	for _, s := range batch {
		words += len(s.Features) - 1
	}
	var losses [workers]float64
	var group sync.WaitGroup
	for i, w := range staff {
		if part := batch[len(batch)*i/workers : len(batch)*(i+1)/workers]; len(part) > 0 {
			group.Go(func() { losses[i] = p.learn(w, part, 1/float32(words)) })
		}
	}
	group.Wait()
	for _, l := range losses {
		loss += l
	}
	return loss, words
}

// step moves all weights, with a gradient that is not longer than longest.
func step(learned []*param, a adam) {
	squares := make([]float64, len(learned))
	parallel(len(learned), func(_, i int) { squares[i] = learned[i].gather() })
	sum := 0.0
	for _, square := range squares {
		sum += square
	}
	a.scale = float32(min(1, longest/math.Sqrt(sum+tiny)))
	parallel(len(learned), func(_, i int) { learned[i].step(a) })
}

// cut sorts sentences of like length into batches, in random order.
func cut(sentences []*Sentence, words int, random *rand.Rand) [][]*Sentence {
	sorted := slices.Clone(sentences)
	random.Shuffle(len(sorted), func(i, j int) { sorted[i], sorted[j] = sorted[j], sorted[i] })
	batches := batch(sorted, words)
	random.Shuffle(len(batches), func(i, j int) { batches[i], batches[j] = batches[j], batches[i] })
	return batches
}

// batch sorts sentences by length, in place, and divides them.
func batch(sentences []*Sentence, words int) (batches [][]*Sentence) {
	slices.SortStableFunc(sentences, func(a, b *Sentence) int { return len(a.Features) - len(b.Features) })
	for len(sentences) > 0 {
		n := 1
		for n < len(sentences) && (n+1)*len(sentences[n].Features) <= words {
			n++
		}
		batches = append(batches, sentences[:n])
		sentences = sentences[n:]
	}
	return batches
}

// parallel calls f for each i below n, each on one of the workers.
func parallel(n int, f func(worker, i int)) {
	var group sync.WaitGroup
	for w := range workers {
		group.Go(func() {
			for i := w; i < n; i += workers {
				f(w, i)
			}
		})
	}
	group.Wait()
}
