# Builds the application that ./coderev starts. Sourced by it, with `home`, `app` and `jdk` set.
#
# The application is made in a folder of its own and moved into place when it is whole, so that a failed
# or interrupted build leaves the one before it (or none). Two first starts at once take turns.

lock=$home/target/app.lock

release_lock() {
  rm -rf -- "$lock" "$home/target/app.new.$$"
}

take_lock() {
  told=
  until mkdir -- "$lock" 2> /dev/null; do
    owner=$(cat -- "$lock/pid" 2> /dev/null) || owner=
    if [ -n "$owner" ] && ! kill -0 "$owner" 2> /dev/null; then
      # Its owner was killed. Only one of those who see that can rename it.
      mv -- "$lock" "$lock.dead.$$" 2> /dev/null && rm -rf -- "$lock.dead.$$"
      continue
    fi
    [ -n "$told" ] || echo "coderev: waiting for another start that is building (lock: $lock)" >&2
    told=yes
    sleep 1
  done
  echo $$ > "$lock/pid"
  trap release_lock EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
}

# Makes the start-up cache by watching one scan of the examples. Without it CodeRev starts slower, nothing else.
train_start() {
  . "$home/scripts/jvm-options.sh"
  # shellcheck disable=SC2086
  (cd "$home" && "$jdk/bin/java" $jvm_options $scan_options $training_options ${CODEREV_JAVA_OPTS:-} \
    -XX:AOTCacheOutput="$app/coderev.new.aot" \
    -jar "$app/lib/coderev-app.jar" scan --cache-dir "$app/training" examples) < /dev/null > /dev/null 2>&1 || true
  rm -rf -- "$app/training"
  rm -f -- "$app/coderev.new.aot.config"
  [ ! -f "$app/coderev.new.aot" ] || mv -- "$app/coderev.new.aot" "$app/coderev.aot"
}

# Makes the start-up cache of model commands by watching a tiny model with random weights write a few words.
train_model_start() {
  # shellcheck disable=SC2086
  set -- "$jdk/bin/java" $jvm_options $model_options $answering_options ${CODEREV_JAVA_OPTS:-}
  mkdir -p -- "$app/training"
  {
    "$@" -jar "$app/lib/coderev-app.jar" model init --shape tiny-qwen2 --dtype q4_0 --out "$app/training/tiny.gguf" &&
      "$@" -XX:AOTCacheOutput="$app/model.new.aot" -jar "$app/lib/coderev-app.jar" \
        model generate "$app/training/tiny.gguf" --prompt "int value = 1;" --max-tokens 16
  } < /dev/null > /dev/null 2>&1 || true
  rm -rf -- "$app/training"
  rm -f -- "$app/model.new.aot.config"
  [ ! -f "$app/model.new.aot" ] || mv -- "$app/model.new.aot" "$app/model.aot"
}

build_app() {
  require_maven || return 1
  mkdir -p -- "$home/target" 2> /dev/null && [ -w "$home/target" ] || {
    echo "coderev: not built yet, and $home/target cannot be written; run it once where it can" >&2
    return 1
  }
  take_lock
  if is_fresh; then # somebody else built it while we waited
    release_lock
    trap - EXIT INT TERM HUP
    return 0
  fi
  log=$home/target/build.log
  new=$home/target/app.new.$$
  rm -rf -- "$home"/target/app.new.* # left by starts that were killed
  mkdir -- "$new"
  rm -rf -- "$home/cli/target/quick/app" # no jar of an older build may come along
  : > "$new/stamp" # its time is that of the build's beginning: what changes from now on is newer
  if [ -d "$app" ]; then
    echo "coderev: building again, the sources are newer than the build …" >&2
  else
    echo "coderev: building (the first time this downloads libraries and takes a minute or two) …" >&2
  fi
  if ! (cd "$home" && maven -q --batch-mode --no-transfer-progress -Dquick -Dmaven.test.skip=true -pl cli -am package) \
    < /dev/null > "$log" 2>&1; then
    echo "coderev: the build failed; the log is in $log" >&2
    grep -m 3 '^\[ERROR\]' "$log" >&2 || true
    return 1
  fi
  cp -R -- "$home/cli/target/quick/app/lib" "$new/lib"
  "$jdk/bin/java" "$home/scripts/PrepareJars.java" "$new/lib" < /dev/null >> "$log" 2>&1 || rm -f -- "$new/lib"/*.fresh
  echo "coderev: preparing fast starts …" >&2
  # Without what this writes CodeRev reads the rules' own files at each start.
  "$jdk/bin/java" --enable-native-access=ALL-UNNAMED -cp "$new/lib/*" \
    dev.coderev.review.install.InstallationBuild "$new/lib" < /dev/null >> "$log" 2>&1 || true
  rm -rf -- "$app"
  mv -- "$new" "$app"
  train_start
  train_model_start
  release_lock
  trap - EXIT INT TERM HUP
}
