package dev.coderev.analysis.engine;

import org.junit.jupiter.api.Test;

class PhpProjectTests {
  @Test
  void functionsAndClassesOfOtherFilesAreFollowed() {
    ProjectCase.of(
            """
            === index.php
            <?php
            require_once 'inc/functions.php';
            use App\\Repo\\UserRepo;
            $x = source();
            sink(same($x)); // FOUND
            sink(fixed($x));
            save($x);
            $repo = new UserRepo($x);
            $repo->find($x);
            sink($repo->name()); // FOUND
            UserRepo::make($x);
            === inc/functions.php
            <?php
            function same($x) { return $x; }
            function fixed($x) { return 'fixed'; }
            function save($x) {
              sink($x); // FOUND
            }
            === src/UserRepo.php
            <?php
            namespace App\\Repo;
            class UserRepo extends Base {
              private $name;
              public function __construct($name) { $this->name = $name; }
              public function find($x) { $this->run($x); }
              public function name() { return $this->name; }
              public static function make($x) {
                sink($x); // FOUND
              }
            }
            === src/Base.php
            <?php
            namespace App\\Repo;
            class Base {
              protected function run($x) {
                sink($x); // FOUND
              }
            }
            """)
        .holds();
  }
}
