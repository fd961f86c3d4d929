package dev.coderev.server.evolution.pair;

import dev.coderev.server.platform.access.Access;
import dev.coderev.server.platform.access.Scope;
import dev.coderev.server.platform.access.Who;
import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.web.Page;
import dev.coderev.server.platform.web.Paging;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The comparisons of versions, for administrators: they show findings of everybody's texts. */
@RestController
class ComparisonController {
  private static final String PATH = "/api/three-version/comparisons";

  private final Pairs pairs;

  ComparisonController(Pairs pairs) {
    this.pairs = pairs;
  }

  @GetMapping(PATH)
  @Access(value = Who.ADMIN, scope = Scope.ADMIN)
  Page<Pair> comparisons(
      @RequestParam Optional<String> version,
      @RequestParam Optional<String> language,
      @RequestParam Optional<Boolean> agreed,
      Paging paging) {
    return pairs.list(version, language, agreed, paging);
  }

  @GetMapping(PATH + "/{id}")
  @Access(value = Who.ADMIN, scope = Scope.ADMIN)
  Pair comparison(@PathVariable String id) {
    return pairs.find(id).orElseThrow(Problem::notFound);
  }
}
