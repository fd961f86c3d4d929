#include <iostream>
#include <stdexcept>

void work();

void run() {
    try {
        work();
    } catch (const std::exception &e) {
        std::cerr << e.what();
        // ruleid: cpp.maintainability.rethrow-by-copy
        throw e;
    }
    try {
        work();
    } catch (std::runtime_error &e) {
        // ruleid: cpp.maintainability.rethrow-by-copy
        throw e;
    }
    try {
        work();
    } catch (const std::exception &e) {
        std::cerr << e.what();
        // ok: cpp.maintainability.rethrow-by-copy
        throw;
    }
    try {
        work();
    } catch (const std::exception &e) {
        // ok: cpp.maintainability.rethrow-by-copy
        throw std::logic_error("outer");
    }
}
