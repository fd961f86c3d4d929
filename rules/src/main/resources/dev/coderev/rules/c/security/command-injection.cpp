#include <cstdlib>
#include <string>

int main(int argc, char *argv[]) {
    std::string command = "cat " + std::string(argv[1]);
    // ruleid: c.security.command-injection
    std::system(command.c_str());
    // ok: c.security.command-injection
    std::system("date");
    return 0;
}
