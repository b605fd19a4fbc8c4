package claim

import (
	"cmp"
	"slices"

	"github.com/purport-nlp/purport/pipeline"
)

func sortClaims(claims []pipeline.Claim) {
	slices.SortStableFunc(claims, func(a, b pipeline.Claim) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
}
