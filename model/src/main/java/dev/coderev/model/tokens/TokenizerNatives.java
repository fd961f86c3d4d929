package dev.coderev.model.tokens;

import ai.djl.huggingface.tokenizers.jni.LibUtils;
import ai.djl.huggingface.tokenizers.jni.TokenizersLibrary;
import java.nio.file.Path;

/**
 * The native tokenizers library, loaded from its jar.
 *
 * <p>The Java binding around it can report to its makers, fetch natives for graphics cards and
 * unpack into the home folder. Only its native methods are used here; before they load it is told
 * to stay offline and to unpack into CodeRev's own cache, unless the user said otherwise.
 */
final class TokenizerNatives {

  private static final TokenizersLibrary LIBRARY;

  static {
    setUnlessGiven("ai.djl.offline", "true");
    setUnlessGiven("OPT_OUT_TRACKING", "true");
    setUnlessGiven("ENGINE_CACHE_DIR", cache().toString());
    LibUtils.checkStatus();
    LIBRARY = TokenizersLibrary.LIB;
  }

  private TokenizerNatives() {}

  static TokenizersLibrary library() {
    return LIBRARY;
  }

  private static void setUnlessGiven(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  private static Path cache() {
    String xdg = System.getenv("XDG_CACHE_HOME");
    String windows = System.getenv("LOCALAPPDATA");
    Path root;
    if (xdg != null && !xdg.isBlank()) {
      root = Path.of(xdg);
    } else if (windows != null && !windows.isBlank()) {
      root = Path.of(windows);
    } else {
      root = Path.of(System.getProperty("user.home", "."), ".cache");
    }
    return root.resolve("coderev").resolve("natives");
  }
}
