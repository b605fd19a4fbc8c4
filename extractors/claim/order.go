package claim

import (
	"cmp"
	"slices"

	"github.com/purport-nlp/purport/pipeline"
)

// order puts the claims into text order and drops those that say the same.
func (w *work) order() {
	slices.SortStableFunc(w.claims, func(a, b pipeline.Claim) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	kept := w.claims[:0]
	for _, c := range w.claims {
		if n := len(kept); n > 0 && kept[n-1].Span == c.Span {
			continue
		}
		kept = append(kept, c)
	}
	w.claims = kept
}
