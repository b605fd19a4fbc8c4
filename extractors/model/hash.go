package model

// Feature hashing (Weinberger and others 2009): a feature is a 64-bit hash of
// its template number and its parts, built without allocating.

const multiplier = 0x9E3779B97F4A7C15 // 2^64 divided by the golden ratio

// Hash returns a 64-bit hash of s (FNV-1a with a final mix).
func Hash(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h ^ h>>29
}

// Mix folds value v into hash h; the order of the values matters.
func Mix(h, v uint64) uint64 {
	h = (h ^ v) * multiplier
	return h ^ h>>32
}
