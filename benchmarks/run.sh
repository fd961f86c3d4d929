#!/bin/sh
# Builds CodeRev quickly and starts one of the benchmarks: benchmarks/run.sh NAME [ARGUMENTS]
# NAME is ScanThroughput, ScanCurve, ColdStart, Peers, RuleAgreement, GroundTruth, ModelPeer, ContextCurve, QuantizationBars, DistillationBars,
# TrainingThroughput, QuantizationCost, BanditExamples, MarkedLines, SecretSamples or ServerLoad; --help tells more.
set -eu

home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
. "$home/scripts/find-jdk.sh"
. "$home/scripts/jvm-options.sh"
[ $# -gt 0 ] || { sed -n '2,4s/^# //p' "$0" >&2; exit 2; }
name=$1
shift
case $name in
  ScanThroughput | ScanCurve | RuleAgreement | GroundTruth | BanditExamples | MarkedLines | SecretSamples) ;;
  ModelPeer | ContextCurve | QuantizationCost) jvm_options="$jvm_options --add-modules jdk.incubator.vector" ;;
  QuantizationBars) jvm_options="$jvm_options --add-modules jdk.incubator.vector -Xmx2g" ;;
  ServerLoad) "$home/coderev" serve --help > /dev/null ;; # builds the server's application
  DistillationBars | TrainingThroughput)
    jvm_options="$jvm_options --add-modules jdk.incubator.vector -Xmx2g"
    . "$home/scripts/train.sh"
    find_jdk || exit 2
    fetch_libtorch || exit 2
    keep_memory
    ;;
  ColdStart | Peers) "$home/coderev" --version > /dev/null ;; # builds the launcher's application
  *) echo "run.sh: no benchmark of this name: $name" >&2; exit 2 ;;
esac
find_jdk || exit 2
require_maven || exit 2
log=$home/benchmarks/target/run.log
mkdir -p -- "$home/benchmarks/target"
# The folder with all libraries is made anew, so that no jar of an older build comes along.
rm -rf -- "$home/cli/target/quick/app"
(cd "$home" && maven -q --batch-mode --no-transfer-progress -Dquick -Dmaven.test.skip=true -pl benchmarks -am package) \
  > "$log" 2>&1 || { echo "run.sh: the build failed; the log is in $log" >&2; exit 2; }
database_driver=$(find "$home/target/server-app/lib" -name 'postgresql-*.jar' 2> /dev/null) || true
# Unquoted on purpose: several options in one variable.
# shellcheck disable=SC2086
exec "$jdk/bin/java" $jvm_options --enable-native-access=ALL-UNNAMED ${CODEREV_JAVA_OPTS:-} \
  -cp "$home/benchmarks/target/quick/classes:$home/benchmarks/target/quick/peers/*:$home/cli/target/quick/app/lib/*:$database_driver${libtorch:+:$libtorch/*}" "dev.coderev.benchmarks.$name" "$@"
