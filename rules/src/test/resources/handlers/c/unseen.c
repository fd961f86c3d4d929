#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define SIZE 16

void a1(const char *in) {
  char b[SIZE];
  // ruleid: c.security.unbounded-string-copy
  strcpy(b, in);
}
void a2(void) {
  char b[SIZE];
  // ok: c.security.unbounded-string-copy
  strcpy(b, "short");
}
void a3(const char *in) {
  char b[SIZE];
  // ruleid: c.security.unbounded-sprintf
  sprintf(b, "%s", in);
}
void a4(const char *in) {
  char b[SIZE];
  // ok: c.security.unbounded-sprintf
  snprintf(b, sizeof b, "%s", in);
}
void a5(void) {
  char b[SIZE];
  // ruleid: c.security.gets
  gets(b);
}
void a6(void) {
  char b[SIZE];
  // ok: c.security.gets
  fgets(b, sizeof b, stdin);
}
void a7(void) {
  char b[SIZE];
  // ruleid: c.security.scanf-without-width
  scanf("%s", b);
}
void a8(void) {
  char b[SIZE];
  // ok: c.security.scanf-without-width
  scanf("%15s", b);
}
void a9(const char *in) {
  // ruleid: c.security.format-string-not-constant
  printf(in);
}
void a10(const char *in) {
  // ok: c.security.format-string-not-constant
  printf("%s", in);
}
void a11(int argc, char **argv) {
  char c[256];
  snprintf(c, sizeof c, "ls %s", argv[1]);
  // ruleid: c.security.command-injection
  system(c);
}
void a12(void) {
  // ok: c.security.command-injection
  system("ls /srv");
}
void a13(void) {
  char c[256];
  fgets(c, sizeof c, stdin);
  fopen(c, "r");
}
void *a14(size_t n) {
  // ok: c.security.multiplication-in-allocation
  return malloc(n * sizeof(int));
}
void *a15(size_t n) {
  // ok: c.security.multiplication-in-allocation
  return calloc(n, sizeof(int));
}
char *a16(void) {
  // ruleid: c.security.predictable-temporary-file
  return tmpnam(NULL);
}
int a17(void) {
  char t[] = "/tmp/aXXXXXX";
  // ok: c.security.predictable-temporary-file
  return mkstemp(t);
}
void a18(const char *in) {
  char b[SIZE] = "";
  // ruleid: c.security.unbounded-string-copy
  strcat(b, in);
}
void a19(char *p) {
  free(p);
  // ruleid: c.correctness.use-after-free
  *p = 'a';
}
void a20(char *p) {
  free(p);
  p = NULL;
}
void a21(char *p) {
  // ruleid: c.correctness.double-free
  free(p);
  free(p);
}
int a22(const char *f) {
  if (access(f, R_OK) == 0) {
    // ruleid: c.security.check-before-open
    return open(f, O_RDONLY);
  }
  return -1;
}
char *a23(void) {
  char b[SIZE];
  // ruleid: c.correctness.address-of-local-returned
  return b;
}
