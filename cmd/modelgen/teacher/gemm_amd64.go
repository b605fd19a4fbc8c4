package teacher

import "golang.org/x/sys/cpu"

// kernels are those that the processor has, the largest first.
var kernels = func() (found []kernel) {
	if cpu.X86.HasAVX512F {
		found = append(found, kernel{8, add8})
	}
	if cpu.X86.HasAVX2 && cpu.X86.HasFMA {
		return append(found, kernel{4, add4})
	}
	return append(found, kernel{4, addPlain})
}()

//go:noescape
func add4(c *float32, ldc int, a *float32, lda int, b *float32, k int)

//go:noescape
func add8(c *float32, ldc int, a *float32, lda int, b *float32, k int)
