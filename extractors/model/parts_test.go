package model

import "testing"

func TestParts(t *testing.T) {
	data := AppendPart(AppendPart([]byte("magic1"), []byte("first")), nil)
	data = AppendPart(data, []byte("last"))
	if _, ok := OpenParts(data, "magic2"); ok {
		t.Error("another magic opens it")
	}
	if _, ok := OpenParts(data[:3], "magic1"); ok {
		t.Error("half a magic opens it")
	}
	for cut, want := range []string{"last", ""} {
		parts, ok := OpenParts(data[:len(data)-cut], "magic1")
		if !ok {
			t.Fatal("it does not open")
		}
		for _, want := range []string{"first", "", want, ""} {
			if have := string(parts.Next()); have != want {
				t.Errorf("%d bytes cut off: part %q, not %q", cut, have, want)
			}
		}
	}
}
