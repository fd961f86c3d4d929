package dev.coderev.analysis.engine;

import org.junit.jupiter.api.Test;

class GoProjectTests {
  @Test
  void packagesAndFilesOfOnePackageAreFollowed() {
    ProjectCase.of(
            """
            === cmd/web/main.go
            package main
            import (
              "example.com/app/internal/store"
              tools "example.com/app/internal/util"
            )
            func handler() {
              x := source()
              sink(tools.Same(x)) // FOUND
              sink(tools.Fixed(x))
              local(x)
              s := store.New(x)
              s.Save(x)
              sink(s.Name()) // FOUND
              sink(tools.Prefix)
            }
            === cmd/web/other.go
            package main
            func local(x string) {
              sink(x) // FOUND
            }
            === internal/util/util.go
            package util
            const Prefix = "p"
            func Same(x string) string { return x }
            func Fixed(x string) string { return "fixed" }
            === internal/store/store.go
            package store
            type Store struct { name string }
            func New(name string) *Store { return &Store{name: name} }
            === internal/store/save.go
            package store
            func (s *Store) Save(x string) {
              sink(x) // FOUND
            }
            func (s *Store) Name() string { return s.name }
            """)
        .holds();
  }

  @Test
  void theStandardLibraryIsNoPackageOfTheProject() {
    ProjectCase.of(
            """
            === main.go
            package main
            import "net/http"
            func handler() {
              http.Send(source())
            }
            === http/http.go
            package http
            func Send(x string) { sink(x) }
            """)
        .holds();
  }
}
