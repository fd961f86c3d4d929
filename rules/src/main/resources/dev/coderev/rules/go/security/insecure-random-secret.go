package tokens

import (
	"fmt"
	"math/rand"
)

const letters = "abcdefghijklmnopqrstuvwxyz"

func newResetToken() string {
	b := make([]byte, 20)
	for i := range b {
		// ruleid: go.security.insecure-random-secret
		b[i] = letters[rand.Intn(len(letters))]
	}
	return string(b)
}

func login() {
	// ruleid: go.security.insecure-random-secret
	otp := fmt.Sprintf("%06d", rand.Intn(1000000))
	fmt.Println(otp)
}

func shuffle(cards []string) {
	// ok: go.security.insecure-random-secret
	i := rand.Intn(len(cards))
	fmt.Println(cards[i])
	// ok: go.security.insecure-random-secret
	delay := rand.Float64()
	fmt.Println(delay)
}
