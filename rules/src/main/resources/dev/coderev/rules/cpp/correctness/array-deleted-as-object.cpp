#include <vector>

void fill(int n) {
    int *numbers = new int[n];
    // ruleid: cpp.correctness.array-deleted-as-object
    delete numbers;
    int *more = new int[n];
    // ok: cpp.correctness.array-deleted-as-object
    delete[] more;
    int *one = new int(5);
    // ok: cpp.correctness.array-deleted-as-object
    delete one;
    std::vector<int> safe(n);
}

void letters() {
    char *text = new char[10];
    // ruleid: cpp.correctness.array-deleted-as-object
    delete text;
}
