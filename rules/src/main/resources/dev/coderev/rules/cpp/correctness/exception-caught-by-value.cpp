#include <iostream>
#include <stdexcept>

void work();

void run() {
    try {
        work();
        // ruleid: cpp.correctness.exception-caught-by-value
    } catch (std::exception e) {
        std::cerr << e.what();
    }
    try {
        work();
        // ruleid: cpp.correctness.exception-caught-by-value
    } catch (std::runtime_error error) {
        std::cerr << error.what();
    }
    try {
        work();
        // ok: cpp.correctness.exception-caught-by-value
    } catch (const std::exception &e) {
        std::cerr << e.what();
    }
    try {
        work();
        // ok: cpp.correctness.exception-caught-by-value
    } catch (int code) {
        std::cerr << code;
    }
}
