package teacher

import (
	"math"
	"unsafe"
)

// A kernel adds a·b to c: a has as many rows as the kernel takes, of k numbers
// and lda apart, b is k×16 packed, c has rows of 16 and ldc apart. Every
// number of c is summed in the same order by all kernels, product and sum of a
// step in one.
type kernel struct {
	rows int
	add  func(c *float32, ldc int, a *float32, lda int, b *float32, k int)
}

// addPlain is the kernel of 4 rows for processors that have none of their own.
func addPlain(c *float32, ldc int, a *float32, lda int, b *float32, k int) {
	cs := unsafe.Slice(c, 3*ldc+panel)
	as := unsafe.Slice(a, 3*lda+k)
	bs := unsafe.Slice(b, k*panel)
	for row := range 4 {
		out := cs[row*ldc : row*ldc+panel]
		for i, x := range as[row*lda : row*lda+k] {
			for j, y := range bs[i*panel : i*panel+panel] {
				out[j] = float32(math.FMA(float64(x), float64(y), float64(out[j])))
			}
		}
	}
}

// panel is the number of columns that a kernel takes.
const panel = 16

// packed is a right factor, cut into panels of 16 columns.
type packed struct {
	rows, cols int
	v          []float32
}

func (p *packed) shape(rows, cols int) {
	if cap(p.v) < rows*cols {
		p.v = make([]float32, rows*cols)
	}
	p.v = p.v[:rows*cols]
	p.rows, p.cols = rows, cols
}

// pack takes over b, which is rows×cols.
func (p *packed) pack(rows, cols int, b []float32) {
	p.shape(rows, cols)
	for left := 0; left < cols; left += panel {
		out := p.v[left*rows:]
		for r := range rows {
			copy(out[r*panel:(r+1)*panel], b[r*cols+left:])
		}
	}
}

// packTurned takes over b turned over: b is cols×rows.
func (p *packed) packTurned(rows, cols int, b []float32) {
	p.shape(rows, cols)
	for left := 0; left < cols; left += panel {
		out := p.v[left*rows:]
		for c := range panel {
			for r, x := range b[(left+c)*rows : (left+c+1)*rows] {
				out[r*panel+c] = x
			}
		}
	}
}

// cached is how many rows of a left factor are used before the next ones: they
// fit the processor's cache.
const cached = 32

// addProduct adds a·b to c.
func addProduct(c, a *matrix, b *packed) {
	rows := up4(a.rows)
	for top := 0; top < rows && b.rows > 0; top += cached {
		for left := 0; left < b.cols; left += panel {
			from := &b.v[left*b.rows]
			for i := top; i < min(top+cached, rows); {
				for _, k := range kernels {
					if i+k.rows <= rows {
						k.add(&c.v[i*c.cols+left], c.cols, &a.v[i*a.cols], a.cols, from, b.rows)
						i += k.rows
						break
					}
				}
			}
		}
	}
}
