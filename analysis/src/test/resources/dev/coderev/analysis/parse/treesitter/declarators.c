#include <stdio.h>
#include "my.h"
#define MAX(a, b) ((a) > (b) ? (a) : (b))
#define N 10
#ifdef X
int x1;
#else
int x2;
#endif
#if defined(Y) && Z > 1
#endif
typedef unsigned long ulong_t, *pu;
typedef struct node { int v; struct node *next; unsigned f : 3, g : 1; } node_t;
struct S;
enum color { RED, GREEN = 2 };
union U { int a; float b; };
extern int g;
static const char *names[] = { "a", "b\n" };
int a, *b = &a, c[10] = {0}, (*fp)(int, char *);
struct S s1 = { .x = 1, .y = 2, [3] = 4 };
static inline int add(int a, const char *b, ...) {
  return a + *b;
}
char **main2(void) {
  int i = 0; unsigned long j;
  char buf[64];
  for (i = 0; i < 10; i++) { continue; }
  for (int k = 0, m = 1; ; ) break;
  while (1) ;
  do { x--; } while (x > 0);
  if (a && !b || c) foo(); else if (d) bar(1, 2); else { }
  switch (a) { case 1: case 2: foo(); break; default: bar(); }
  goto end;
  p->q.r = (int) sizeof(int) + sizeof(x) + (char *) y;
  a += 1; ++b; a <<= 2;
  x = c ? d : e;
  arr[i][j] = 'c' + '\n' + 0x1FUL + 1.5f;
  memcpy(&dst, "a" "b", L"w");
  f((struct S){ 1, 2 });
  *p = &q; (*fp)(1);
  a = b, c = d;
end:
  return NULL;
}
int old(a, b) int a; char b; { return 0; }
void f(int[], char *argv[], int (*cb)(void));
