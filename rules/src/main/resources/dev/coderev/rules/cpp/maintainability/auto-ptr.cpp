#include <memory>

void make() {
    // ruleid: cpp.maintainability.auto-ptr
    std::auto_ptr<int> old(new int(1));
    // ruleid: cpp.maintainability.auto-ptr
    std::auto_ptr <char> other(new char('a'));
    // ok: cpp.maintainability.auto-ptr
    std::unique_ptr<int> owned(new int(1));
    // ok: cpp.maintainability.auto-ptr
    auto shared = std::make_shared<int>(1);
}
