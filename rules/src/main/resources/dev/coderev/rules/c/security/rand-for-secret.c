#include <stdlib.h>

void make_token(char *out, int size) {
    for (int i = 0; i < size; i++) {
        // ruleid: c.security.rand-for-secret
        out[i] = 'a' + rand() % 26;
    }
}

void fill(unsigned char *salt, int size) {
    for (int i = 0; i < size; i++) {
        // ruleid: c.security.rand-for-secret
        salt[i] = rand() & 0xff;
    }
}

int roll(void) {
    // ok: c.security.rand-for-secret
    return rand() % 6 + 1;
}

void shuffle(int *cards, int n) {
    // ok: c.security.rand-for-secret
    int j = random() % n;
    cards[j] = 0;
}
