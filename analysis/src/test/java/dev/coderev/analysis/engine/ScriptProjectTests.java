package dev.coderev.analysis.engine;

import org.junit.jupiter.api.Test;

class ScriptProjectTests {
  @Test
  void requiredModulesAreFollowed() {
    ProjectCase.of(
            """
            === app.js
            const util = require('./lib/util');
            const { same, fixed: constant } = require('./lib/util.js');
            const run = require('./lib/run');
            const db = require('./db');
            app.get('/', (req, res) => {
              const x = source();
              sink(util.same(x)); // FOUND
              sink(util.fixed(x));
              sink(same(x)); // FOUND
              sink(constant(x));
              run(x);
              db.query(x);
              db.safe(x);
            });
            === lib/util.js
            function same(x) { return x; }
            module.exports = { same, fixed: function (x) { return 'fixed'; } };
            === lib/run.js
            module.exports = function (x) {
              sink(x); // FOUND
            };
            === db/index.js
            exports.query = (x) => {
              sink(x); // FOUND
            };
            exports.safe = (x) => sink(clean(x));
            """)
        .holds();
  }

  @Test
  void importsAndReexportsAreFollowed() {
    ProjectCase.of(
            """
            === src/main.ts
            import start, { same, Box as Crate } from './lib';
            import * as all from './lib/more';
            export function handler() {
              const x = source();
              start(x);
              sink(same(x)); // FOUND
              sink(all.fixed(x));
              sink(all.twice(x)); // FOUND
              const crate = new Crate(x);
              sink(crate.value()); // FOUND
              sink(crate.other());
            }
            === src/lib/index.ts
            export { same } from './same';
            export * from './box';
            export default function start(x: string) {
              sink(x); // FOUND
            }
            === src/lib/same.ts
            export const same = (x: string) => x;
            === src/lib/box.ts
            export class Box {
              private other_ = 'fixed';
              constructor(private readonly held: string) { this.held = held; }
              value() { return this.held; }
              other() { return this.other_; }
            }
            === src/lib/more.js
            export function fixed(x) { return 'fixed'; }
            export const twice = x => x + x;
            """)
        .holds();
  }

  @Test
  void classesAndInjectedServicesOfOtherFilesAreKnown() {
    ProjectCase.of(
            """
            === user.controller.ts
            import { UserService } from './user.service';
            export class UserController {
              constructor(private readonly users: UserService) {}
              find() {
                this.users.find(source());
                sink(this.users.fixed(source()));
              }
            }
            === user.service.ts
            import { Base } from './base';
            export class UserService extends Base {
              find(name: string) {
                this.run(name);
              }
              fixed(name: string) { return 'fixed'; }
            }
            === base.ts
            export class Base {
              run(query: string) {
                sink(query); // FOUND
              }
            }
            """)
        .holds();
  }

  @Test
  void classesAreExportedWhole() {
    ProjectCase.of(
            """
            === store.js
            class Store {
              put(x) {
                sink(x); // FOUND
              }
              drop(x) { sink(x); }
            }
            module.exports = Store;
            === single.js
            const Store = require('./store');
            module.exports = new Store();
            === app.js
            const single = require('./single');
            const Store = require('./store');
            function handler() {
              single.put(source());
              new Store().drop('x');
            }
            """)
        .holds();
  }

  @Test
  void functionsAreFollowedWhateverFilesCallThem() {
    ProjectCase.of(
            """
            === web.js
            const authorise = require('./lib/check');
            const store = require('./lib/store');
            const { drop: forget } = require('./lib/store');
            import { keep as remember } from './lib/more';
            app.post('/', (req, res) => {
              authorise(source());
              store.launch(source());
              forget(source());
              remember(source());
            });
            === lib/check.js
            function byName(name) {
              sink(name); // FOUND
            }
            module.exports = byName;
            === lib/store.js
            function start(name) {
              sink(name); // FOUND
            }
            function drop(name) {
              sink(name); // FOUND
            }
            function unused(name) {
              sink(name);
            }
            module.exports = { launch: start, drop };
            === lib/more.js
            export function keep(name) {
              sink(name); // FOUND
            }
            """)
        .holds();
  }

  @Test
  void functionsThatMakeObjectsAreKnown() {
    ProjectCase.of(
            """
            === routes.js
            const Store = require('./store');
            const { Report } = require('./report');
            function Handler(db) {
              const store = new Store(db);
              const report = new Report('fixed');
              this.show = (req, res) => {
                store.find(source());
                store.fixed(source());
                sink(report.title());
                sink(new Report(source()).title()); // FOUND
              };
            }
            module.exports = Handler;
            === store.js
            function Store(db) {
              const run = (text) => {
                sink(text); // FOUND
              };
              this.find = (name) => run(name);
              this.fixed = (name) => run('fixed');
            }
            module.exports = Store;
            === report.js
            const Report = function (title) {
              this.kept = title;
              this.title = function () { return title; };
            };
            module.exports.Report = Report;
            """)
        .holds();
  }
}
