# Starts the server. Sourced by ./coderev for `coderev serve`, with `home` and `jdk` set.
#
# The server is an application of its own, built on its first start: its class path never touches that of a scan.

app=$home/target/server-app
# A start-up cache fits only the options that it was made with.
server_options="-Xmx1g -XX:+UseG1GC -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8"

server_is_fresh() {
  [ -f "$app/stamp" ] || return 1
  newer=$(find "$home/pom.xml" \
    "$home/analysis/pom.xml" "$home/analysis/src/main" "$home/rules/pom.xml" "$home/rules/src/main" \
    "$home/model/pom.xml" "$home/model/src/main" \
    "$home/review/pom.xml" "$home/review/src/main" "$home/server/pom.xml" "$home/server/src/main" \
    -newer "$app/stamp" -print -quit 2> /dev/null) || true
  [ -z "$newer" ]
}

# Makes the start-up cache by watching one start of a server in a folder of its own, which then goes away.
# Without it the server starts slower, nothing else.
train_server() {
  trial=$(mktemp -d) || return 0
  # shellcheck disable=SC2086
  CODEREV_REHEARSAL=yes "$jdk/bin/java" $server_options ${CODEREV_JAVA_OPTS:-} \
    -XX:AOTCacheOutput="$app/server.new.aot" -jar "$app/lib/coderev-server-app.jar" \
    --data-dir "$trial/data" --port 0 < /dev/null > /dev/null 2>&1 || true
  rm -rf -- "$trial" "$app/server.new.aot.config"
  [ ! -f "$app/server.new.aot" ] || mv -- "$app/server.new.aot" "$app/server.aot"
}

build_server() {
  require_maven || return 1
  new=$home/target/server-app.new.$$
  log=$home/target/server-build.log
  mkdir -p -- "$new" || return 1
  : > "$new/stamp"
  echo "coderev: building the server (the first time this downloads libraries and takes a minute or two) …" >&2
  rm -rf -- "$home/server/target/quick/app"
  if ! (cd "$home" && maven -q --batch-mode --no-transfer-progress -Dquick -Dmaven.test.skip=true -pl server -am package) \
    < /dev/null > "$log" 2>&1; then
    rm -rf -- "$new"
    echo "coderev: the build failed; the log is in $log" >&2
    grep -m 3 '^\[ERROR\]' "$log" >&2 || true
    return 1
  fi
  cp -R -- "$home/server/target/quick/app/lib" "$new/lib"
  rm -rf -- "$app"
  mv -- "$new" "$app"
  echo "coderev: preparing fast starts …" >&2
  train_server
}

serve() {
  server_is_fresh || build_server || return 2
  # A model computes with vector instructions, for which the JVM has an incubating module; a start-up cache knows none.
  model_options=
  if [ -e "${MODEL_PATH:-models/base}" ] && [ "${MODEL_API_ENABLED:-true}" = true ]; then
    model_options="--add-modules jdk.incubator.vector"
  fi
  # A cache that does not fit this JVM is ignored; the log level keeps the JVM's words about it off stdout.
  if [ -z "$model_options" ] && [ -f "$app/server.aot" ]; then
    set -- "-XX:AOTCache=$app/server.aot" -Xlog:aot=off -jar "$app/lib/coderev-server-app.jar" "$@"
  else
    set -- -jar "$app/lib/coderev-server-app.jar" "$@"
  fi
  # Unquoted on purpose: several options in one variable.
  # shellcheck disable=SC2086
  exec "$jdk/bin/java" $server_options $model_options ${CODEREV_JAVA_OPTS:-} "$@"
}
