package dev.coderev.analysis.engine;

import org.junit.jupiter.api.Test;

class PythonProjectTests {
  @Test
  void importsOfAllFormsAreFollowed() {
    ProjectCase.of(
            """
            === app/__init__.py
            === app/views.py
            import app.helpers
            import app.helpers as h
            from app import helpers
            from app.helpers import same, fixed as constant
            from .store import save
            from . import store
            from .deep.inner import drop

            def view():
                x = source()
                sink(app.helpers.same(x)) # FOUND
                sink(h.same(x)) # FOUND
                sink(helpers.fixed(x))
                sink(same(x)) # FOUND
                sink(constant(x))
                save(x)
                store.keep("x")
                drop(x)
            === app/helpers.py
            def same(x):
                return x

            def fixed(x):
                return "fixed"
            === app/store.py
            def save(x):
                sink(x) # FOUND

            def keep(x):
                sink(x)
            === app/deep/__init__.py
            === app/deep/inner.py
            def drop(x):
                sink(x) # FOUND
            """)
        .holds();
  }

  @Test
  void packagesHandOnWhatTheyImport() {
    ProjectCase.of(
            """
            === main.py
            from lib import Wrapper, make, LIMIT
            from lib.names import *

            def view():
                x = source()
                w = Wrapper(x)
                sink(w.value()) # FOUND
                sink(w.other())
                sink(make("a").value())
                sink(LIMIT)
                sink(starred(x)) # FOUND
            === lib/__init__.py
            from .wrapper import Wrapper
            from .wrapper import make
            LIMIT = "10"
            === lib/wrapper.py
            class Wrapper:
                def __init__(self, value):
                    self._value = value
                    self._other = "fixed"

                def value(self):
                    return self._value

                def other(self):
                    return self._other

            def make(value):
                return Wrapper(value)
            === lib/names.py
            def starred(x):
                return x
            """)
        .holds();
  }

  @Test
  void inheritedMethodsComeFromOtherFiles() {
    ProjectCase.of(
            """
            === base.py
            class Base:
                def handle(self, x):
                    self.hook(x)

                def safe(self, x):
                    return "fixed"
            === sub.py
            from base import Base

            class Sub(Base):
                def hook(self, x):
                    sink(x) # FOUND

                def view(self):
                    self.handle(source())
                    sink(self.safe(source()))
            """)
        .holds();
  }

  @Test
  void objectsOfOtherFilesAreKnownByTheirClass() {
    ProjectCase.of(
            """
            === repo.py
            class Repo:
                def find(self, key):
                    sink(key) # FOUND

                def fixed(self, key):
                    return "fixed"
            === service.py
            from repo import Repo

            class Service:
                def __init__(self):
                    self.repo = Repo()

                def get(self, key):
                    self.repo.find(key)
                    return self.repo.fixed(key)
            === view.py
            from service import Service

            service = Service()

            def view():
                sink(service.get(source()))
            """)
        .holds();
  }

  @Test
  void constantsOfModulesDecideBranches() {
    ProjectCase.of(
            """
            === settings.py
            DEBUG = False
            NAME = "n"
            === view.py
            import settings
            from settings import DEBUG

            def view():
                x = source()
                y = x if DEBUG else "fixed"
                sink(y)
                if settings.DEBUG:
                    sink(x)
                else:
                    sink(x) # FOUND
            """)
        .holds();
  }

  @Test
  void functionsAreFollowedUnderOtherNames() {
    ProjectCase.of(
            """
            === view.py
            from store import remove as drop

            def view():
                drop(source())
            === store.py
            def remove(name):
                sink(name) # FOUND

            def keep(name):
                sink(name)
            """)
        .holds();
  }
}
