#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <string>

int main(int argc, char *argv[]) {
    std::string command = "cat " + std::string(argv[1]);
    // ruleid: cpp.security.command-injection
    std::system(command.c_str());
    std::string name;
    std::cin >> name;
    // ruleid: cpp.security.command-injection
    system(("ls " + name).c_str());
    // ok: cpp.security.command-injection
    std::system("date");
    std::string head = "head -n " + std::to_string(std::stoi(argv[2]));
    // ok: cpp.security.command-injection
    std::system(head.c_str());
    // ok: cpp.security.command-injection
    std::cout << command;
    return 0;
}
