# The options of every start of CodeRev, the training run of its start-up cache included:
# a cache fits only the options that it was made with.
jvm_options="-Xmx700m -Xlog:disable -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8"

# Further options of commands that compute with code, not with models. Most of their runs end before the optimizing
# compiler has paid for itself, so a method must be four times as hot as usual before it gets to work.
scan_options="-XX:Tier4InvocationThreshold=20000 -XX:Tier4MinInvocationThreshold=2400 -XX:Tier4CompileThreshold=60000 -XX:Tier4BackEdgeThreshold=160000"

# Of the training run: without profiles in the cache, which would have the next start optimize at once.
training_options="-XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining"

# Of model commands: they compute with vector instructions, for which the JVM has an incubating module.
model_options="--add-modules jdk.incubator.vector -Xmx2g"

# Weights, keys and values lie outside the heap: what is left of it is small, and should stay so.
answering_options="-XX:+UseSerialGC -Xms48m -Xmn24m"
