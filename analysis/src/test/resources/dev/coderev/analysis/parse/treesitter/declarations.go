package main

import "fmt"
import (
	f "net/http"
	. "os"
	_ "side"
)

const A, B = 1, "x"
const (
	C = iota
	D
)
var x, y int = 1, 2
var z = map[string]int{"a": 1, "b": 2}

type S struct {
	Base
	*pkg.Other
	Name, Alias string `json:"name"`
	next *S
}
type I interface {
	M(a int, b ...string) (int, error)
	Other
	~int | ~string
}
type T = pkg.U
type G[K comparable, V any] map[K]V
type Fn func(int) string

func main() {
	a := 1
	b, err := f.Get("x" + `raw\n`)
	if err != nil {
		return
	} else if v, ok := z["a"]; ok && !v {
		panic("x")
	} else {
	}
	a, b = b, a
	a += 1
	a++
	*p = &q
	for i := 0; i < 10; i++ {
		continue L
	}
	for a < b { break }
	for { goto end }
	for k, v := range z { _ = k }
	for range ch {}
	switch x := y.(type) {
	case int, *string:
		fallthrough
	default:
		x = nil
	}
	switch a { case 1, 2: foo(); case 3: }
	switch { case a > 1: }
	switch s := f(); s { }
	select {
	case m := <-ch:
		use(m)
	case ch <- 1:
	default:
	}
	go func(a int) { }(1)
	defer mu.Unlock()
	s := S{Name: "x", next: nil}
	t := []int{1, 2, 3}
	u := [3]string{}
	w := &pkg.S{1, 2}
	arr := t[1:2:3]
	e := t[i]
	c := string(b)
	d := []byte(s)
	i2 := x.(int)
	fn := func() (int, error) { return 1, nil }
	var q struct{ a int }
	n := make([]int, 0, 10)
	G[int, string]{}
	Map[int](x)
	ch <- 1
	<-ch
L:
	for {}
	r := 'a' + '\n' + 0x1F + 1.5e3 + 2i
	type local int
end:
	(a).b()
	[...]int{1}
	x := []T{{1, 2}, {a: 3}}
}

func (s *S) Method(a, b int, c ...string) (n int, err error) {
	return a + b, nil
}
func Gen[T any](x T) T { return x }
func (G[K, V]) M2() {}
func noBody(x int)
