#include <string>
using namespace std;
using std::string;
namespace a::b { int x; }
namespace { }
namespace fs = std::filesystem;
template <typename T, int N = 3, class... Ts>
class Foo final : public Base<T>, private virtual B {
 public:
  explicit Foo(int a = 1) : a_(a), b_{2} {}
  virtual ~Foo() = default;
  Foo(const Foo&) = delete;
  static constexpr int k = 5;
  void m(const std::string& s, T&& t) const override;
  virtual int pure() = 0;
  int operator+(const Foo& o) const { return a_ + o.a_; }
  operator bool() const;
  template <class U> U get() { return U(); }
 private:
  int a_{0};
  friend class Bar;
};
template <> struct S<int> {};
enum class E : int { A, B = 2 };
using V = std::vector<int>;
void Foo<int>::m(const std::string& s) {
  auto x = std::make_unique<Foo<int>>(1, 2);
  auto [k, v] = pair;
  for (const auto& e : list) { cout << e << endl; }
  for (auto it = v.begin(); it != v.end(); ++it) {}
  if (auto p = f(); p != nullptr) { p->x = 1; }
  if (int q = g()) {}
  try { throw std::runtime_error("x"); } catch (const std::exception& e) { throw; } catch (...) {}
  Foo* f = new Foo(1); Foo* g = new Foo[10]; delete f; delete[] g;
  auto l = [&, x](int a) mutable -> int { return a + x; };
  auto l2 = [] { };
  int y = static_cast<int>(3.5) + dynamic_cast<A*>(p)->b;
  this->a_ = s[0];
  const char* raw = R"(a\n)";
  std::vector<std::string> names{"a", "b"};
  Foo obj(1, 2); Foo obj2{1};
  while (int c = next()) {}
  switch (auto z = h(); z) { case E::A: break; default: ; }
  ::global(); a::b::c::d(); x.template get<int>(); v.push_back(std::move(x));
  co_await foo; co_return 1;
  static_assert(sizeof(int) == 4, "x");
  int i = 1'000'000; bool b = true and not false;
  unsigned int arr[3] = {1, 2};
  return;
}
extern "C" { int cfun(void); }
extern "C" int cf2();
auto tr(int a) -> decltype(a) { return a; }
[[nodiscard]] int attr();
concept_t: ;
int main(int argc, char** argv) { return 0; }
