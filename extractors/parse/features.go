package parse

import "math/bits"

// templates say which atoms make a feature together, grouped by how many.
type templates struct {
	one   [][1]uint8
	two   [][2]uint8
	three [][3]uint8
	four  [][4]uint8
}

const (
	// stride sets the hashes of neighbouring templates apart.
	stride     = 0xD1B54A32D192ED03
	multiplier = 0x9E3779B97F4A7C15
)

type list = [][]uint8

// newTemplates sorts templates into groups.
func newTemplates(all list) *templates {
	t := &templates{}
	for _, atoms := range all {
		switch len(atoms) {
		case 1:
			t.one = append(t.one, [1]uint8(atoms))
		case 2:
			t.two = append(t.two, [2]uint8(atoms))
		case 3:
			t.three = append(t.three, [3]uint8(atoms))
		default:
			t.four = append(t.four, [4]uint8(atoms))
		}
	}
	return t
}

// gather fills e.features with the hashes of the templates. The high bits of
// each product, which name the row of weights, depend on all atoms.
func (e *extractor) gather(t *templates, seed uint64) {
	n := t.count()
	if cap(e.features) < n {
		e.features = make([]uint64, n)
	}
	e.features = e.features[:n]
	a, out := &e.atoms, e.features
	for i, x := range t.one {
		seed += stride
		out[i] = (seed + a[x[0]]) * multiplier
	}
	out = out[len(t.one):]
	for i, x := range t.two {
		seed += stride
		out[i] = (seed + (a[x[0]] ^ bits.RotateLeft64(a[x[1]], 17))) * multiplier
	}
	out = out[len(t.two):]
	for i, x := range t.three {
		seed += stride
		out[i] = (seed + (a[x[0]] ^ bits.RotateLeft64(a[x[1]], 17) ^ bits.RotateLeft64(a[x[2]], 34))) * multiplier
	}
	out = out[len(t.three):]
	for i, x := range t.four {
		seed += stride
		out[i] = (seed + (a[x[0]] ^ bits.RotateLeft64(a[x[1]], 17) ^ bits.RotateLeft64(a[x[2]], 34) ^ bits.RotateLeft64(a[x[3]], 51))) * multiplier
	}
}

// count is the number of templates.
func (t *templates) count() int { return len(t.one) + len(t.two) + len(t.three) + len(t.four) }
