package teacher

// matrix is a matrix in row order. Its memory has room for rows rounded up to
// a multiple of 4. What is the right factor of a product, or its result, has
// a multiple of 16 columns.
type matrix struct {
	rows, cols int
	v          []float32
}

func up4(n int) int { return (n + 3) &^ 3 }

// shape makes m rows×cols, all zero, in the memory that it has.
func (m *matrix) shape(rows, cols int) {
	n := up4(rows) * cols
	if cap(m.v) < n {
		m.v = make([]float32, n+n/4)
	}
	m.v = m.v[:n]
	clear(m.v)
	m.rows, m.cols = rows, cols
}

func (m *matrix) row(i int) []float32 { return m.v[i*m.cols : (i+1)*m.cols : (i+1)*m.cols] }

// part returns rows from i on, as a matrix over the same memory. There must be
// a multiple of 4.
func (m *matrix) part(i, rows int) matrix {
	return matrix{rows, m.cols, m.v[i*m.cols : (i+rows)*m.cols]}
}

// turn sets m to a turned over, with columns of zeros up to a multiple of 4.
func (m *matrix) turn(a *matrix) {
	m.shape(a.cols, up4(a.rows))
	const tile = 32
	for i0 := 0; i0 < a.rows; i0 += tile {
		for j0 := 0; j0 < a.cols; j0 += tile {
			for i := i0; i < min(i0+tile, a.rows); i++ {
				row := a.row(i)
				for j := j0; j < min(j0+tile, a.cols); j++ {
					m.v[j*m.cols+i] = row[j]
				}
			}
		}
	}
}

// fill sets every row to a bias.
func (m *matrix) fill(bias []float32) {
	for i := range m.rows {
		copy(m.row(i), bias)
	}
}

// addColumns adds the sums of the columns.
func addColumns(sum []float32, m *matrix) {
	for i := range m.rows {
		addScaled(sum, m.row(i), 1)
	}
}

func addScaled(out, in []float32, by float32) {
	in = in[:len(out)]
	for i := range out {
		out[i] += by * in[i]
	}
}

// dot is the product of two rows of a multiple of 4 numbers.
func dot(a, b []float32) float32 {
	var s0, s1, s2, s3 float32
	for b = b[:len(a)]; len(a) >= 4; a, b = a[4:], b[4:] {
		s0 += a[0] * b[0]
		s1 += a[1] * b[1]
		s2 += a[2] * b[2]
		s3 += a[3] * b[3]
	}
	return s0 + s1 + s2 + s3
}
