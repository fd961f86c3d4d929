#include <cstdio>
#include <iostream>
#include <string>

void read_name() {
    char name[32];
    // ruleid: c.security.gets
    gets(name);
    std::string line;
    // ok: c.security.gets
    std::getline(std::cin, line);
}
