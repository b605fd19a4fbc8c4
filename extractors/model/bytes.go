package model

import "unsafe"

// bytesAsInt8 views bytes as signed weights without copying: both types have
// the same size and alignment, and nothing writes through the view.
func bytesAsInt8(data []byte) []int8 {
	if len(data) == 0 {
		return nil
	}
	return unsafe.Slice((*int8)(unsafe.Pointer(unsafe.SliceData(data))), len(data))
}

// int8AsBytes views the same memory as bytes.
func int8AsBytes(weights []int8) []byte {
	if len(weights) == 0 {
		return nil
	}
	return unsafe.Slice((*byte)(unsafe.Pointer(&weights[0])), len(weights))
}
