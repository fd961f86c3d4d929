#include <fstream>
#include <iostream>
#include <sstream>
#include <stdexcept>
#include <string>

class Reader {
public:
    explicit Reader(const std::string &name) : in(name) {
        if (!in) {
            throw std::runtime_error("cannot open " + name);
        }
    }

    void print(std::size_t lines) {
        char *block = new char[4096];
        std::string line;
        while (lines-- > 0 && std::getline(in, line)) {
            std::cout << line << std::endl;
        }
        delete block;
    }

private:
    std::ifstream in;
};

static void title(const std::string &name) {
    std::ostringstream out;
    out << "== " << name;
    const char *text = out.str().c_str();
    std::cout << text << '\n';
}

int main(int argc, char **argv) {
    try {
        for (int i = 1; i < argc; i++) {
            title(argv[i]);
            Reader(argv[i]).print(20);
        }
    } catch (std::exception e) {
        std::cerr << e.what() << '\n';
        return 1;
    }
    return 0;
}
