#include <sstream>
#include <string>

void use(const char *);

void show(const std::string &name) {
    std::ostringstream out;
    out << name;
    // ruleid: cpp.correctness.dangling-c-str
    const char *text = out.str().c_str();
    use(text);
    // ruleid: cpp.correctness.dangling-c-str
    const char *sum = (name + "!").c_str();
    use(sum);
    std::string kept = out.str();
    // ok: cpp.correctness.dangling-c-str
    const char *safe = kept.c_str();
    use(safe);
    // ok: cpp.correctness.dangling-c-str
    use(out.str().c_str());
}
