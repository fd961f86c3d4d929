#include <cstring>
#include <string>

struct Label {
    char text[16];
    void set(const std::string &value) {
        // ruleid: c.security.unbounded-string-copy
        strcpy(text, value.c_str());
        // ok: c.security.unbounded-string-copy
        strcpy(text, "none");
    }
};
