#include <iostream>

void print(int n) {
    for (int i = 0; i < n; i++) {
        // ruleid: cpp.performance.endl-in-loop
        std::cout << i << std::endl;
        // ok: cpp.performance.endl-in-loop
        std::cout << i << '\n';
    }
    while (n > 0) {
        // ruleid: cpp.performance.endl-in-loop
        std::cout << "left" << std::endl;
        n--;
    }
    // ok: cpp.performance.endl-in-loop
    std::cout << "done" << std::endl;
}
