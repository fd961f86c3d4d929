package raw

import "unsafe"

func second(v *[2]int32) *int32 {
	address := uintptr(unsafe.Pointer(v))
	// ruleid: go.correctness.stored-uintptr
	return (*int32)(unsafe.Pointer(address + 4))
}

func secondAtOnce(v *[2]int32) *int32 {
	// ok: go.correctness.stored-uintptr
	return (*int32)(unsafe.Pointer(uintptr(unsafe.Pointer(v)) + 4))
}

func first(v *[2]int32) *int32 {
	// ok: go.correctness.stored-uintptr
	return (*int32)(unsafe.Pointer(v))
}
