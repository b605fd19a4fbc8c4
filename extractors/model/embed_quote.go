package model

import _ "embed"

//go:embed data/quote.bin
var quoteData []byte

// QuoteData returns the packed table of package quote. It must not be
// changed.
func QuoteData() []byte { return quoteData }
