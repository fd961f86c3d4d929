#include <cstdlib>
#include <stdexcept>

class File {
public:
    File() {}
    // ruleid: cpp.correctness.throw-in-destructor
    ~File() { if (!flush()) throw std::runtime_error("flush"); }
    bool flush();
};

class Guard {
public:
    // ruleid: cpp.correctness.throw-in-destructor
    ~Guard() {
        throw 1;
    }
};

class Log {
public:
    // ok: cpp.correctness.throw-in-destructor
    ~Log() {
        if (!flush()) {
            std::abort();
        }
    }
    bool flush();
};
