# Starts commands that train. Sourced by ./coderev with `home`, `jdk`, `app` and `jvm_options` set.
#
# libtorch takes some hundred megabytes: it is fetched at the first training and lies in a folder of its own.

libtorch=$home/target/libtorch

fetch_libtorch() {
  [ ! -f "$libtorch/stamp" ] || [ "$home/pom.xml" -nt "$libtorch/stamp" ] || return 0
  require_maven || return 1
  log=$home/target/libtorch.log
  echo "coderev: fetching libtorch (110 MB, once) …" >&2
  if ! (cd "$home" && maven -q --batch-mode --no-transfer-progress -Dquick -Dmaven.test.skip=true -pl training -am package) \
    < /dev/null > "$log" 2>&1; then
    echo "coderev: libtorch could not be fetched; the log is in $log" >&2
    return 1
  fi
  rm -rf -- "$libtorch"
  cp -R -- "$home/training/target/quick/libtorch" "$libtorch"
  : > "$libtorch/stamp"
}

# The C library would give large tensors back to the system after each use, and fetch them again.
keep_memory() {
  export MALLOC_MMAP_THRESHOLD_=1073741824 MALLOC_TRIM_THRESHOLD_=4294967296 MALLOC_TOP_PAD_=67108864
}

train() {
  fetch_libtorch || return 2
  keep_memory
  # Unquoted on purpose: several options in one variable.
  # shellcheck disable=SC2086
  exec "$jdk/bin/java" $jvm_options $model_options ${CODEREV_JAVA_OPTS:-} \
    --enable-native-access=ALL-UNNAMED -cp "$app/lib/*:$libtorch/*" dev.coderev.cli.CodeRev "$@"
}
