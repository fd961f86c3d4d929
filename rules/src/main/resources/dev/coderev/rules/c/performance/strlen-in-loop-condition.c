#include <string.h>

int spaces(const char *text) {
    int n = 0;
    // ruleid: c.performance.strlen-in-loop-condition
    for (size_t i = 0; i < strlen(text); i++) {
        n += text[i] == ' ';
    }
    size_t j = 0;
    // ruleid: c.performance.strlen-in-loop-condition
    while (j < strlen(text)) {
        j++;
    }
    size_t length = strlen(text);
    // ok: c.performance.strlen-in-loop-condition
    for (size_t i = 0; i < length; i++) {
        n += text[i] == '\t';
    }
    return n;
}
