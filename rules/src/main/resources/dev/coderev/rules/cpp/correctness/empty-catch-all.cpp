#include <iostream>

void work();

void run() {
    try {
        work();
        // ruleid: cpp.correctness.empty-catch-all
    } catch (...) {
    }
    try {
        work();
        // ruleid: cpp.correctness.empty-catch-all
    } catch (...) {}
    try {
        work();
        // ok: cpp.correctness.empty-catch-all
    } catch (...) {
        std::cerr << "failed\n";
        throw;
    }
}
