# Finds a JDK of the release that CodeRev is built for. Meant to be sourced by a POSIX shell:
# find_jdk sets `jdk` to its folder and succeeds, or explains what to install and fails.

jdk_release=25

# Sets `jdk` when folder $1 holds a full JDK (a compiler, not only a run time) of the right release.
accept_jdk() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  while IFS='=' read -r accept_key accept_value; do
    if [ "$accept_key" = JAVA_VERSION ]; then
      case $accept_value in
        "\"$jdk_release\"" | "\"$jdk_release".* | "\"$jdk_release"[-+]*) jdk=$1; return 0 ;;
      esac
      return 1
    fi
  done < "$1/release"
  return 1
}

# Tries the JDK that the `java` of the PATH belongs to, through its symbolic links.
accept_jdk_of_path() {
  path_java=$(command -v java 2> /dev/null) || return 1
  while [ -h "$path_java" ]; do
    path_link=$(readlink "$path_java") || return 1
    case $path_link in
      /*) path_java=$path_link ;;
      *) path_java=${path_java%/*}/$path_link ;;
    esac
  done
  accept_jdk "${path_java%/bin/java}"
}

find_jdk() {
  [ -n "${JAVA_HOME:-}" ] && accept_jdk "${JAVA_HOME%/}" && return 0
  accept_jdk_of_path && return 0
  for candidate in \
    /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /usr/local/java/* /opt/* /opt/java/* /opt/jdk/* /opt/jvm/* \
    "${HOME:-/nowhere}"/.sdkman/candidates/java/* "${HOME:-/nowhere}"/.jdks/* \
    "${HOME:-/nowhere}"/.asdf/installs/java/* "${HOME:-/nowhere}"/.local/share/mise/installs/java/* \
    "${HOME:-/nowhere}"/.gradle/jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${HOME:-/nowhere}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    "/opt/homebrew/opt/openjdk@$jdk_release/libexec/openjdk.jdk/Contents/Home" \
    "/usr/local/opt/openjdk@$jdk_release/libexec/openjdk.jdk/Contents/Home"; do
    accept_jdk "$candidate" && return 0
  done
  if [ -x /usr/libexec/java_home ]; then
    candidate=$(/usr/libexec/java_home -F -v "$jdk_release" 2> /dev/null) && accept_jdk "$candidate" && return 0
  fi
  cat >&2 << MESSAGE
CodeRev needs a JDK $jdk_release, and none was found in JAVA_HOME, on the PATH or in the usual folders.
Install one, for example Temurin $jdk_release (https://adoptium.net), or set JAVA_HOME to its folder.
MESSAGE
  return 1
}

# Fails with a plain message when there is no Maven.
require_maven() {
  command -v mvn > /dev/null 2>&1 && return 0
  echo "CodeRev is built with Maven 3.8.7 or newer, and there is no mvn on the PATH. Install it (for example: apt-get install maven)." >&2
  return 1
}

# Runs Maven on the JDK found. Maven 3.8 warns about its own libraries on a new JDK; the options keep it quiet.
maven() {
  JAVA_HOME=$jdk MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED" mvn "$@"
}
