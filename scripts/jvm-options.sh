# The options of every start of CodeRev, the training run of its start-up cache included:
# a cache fits only the options that it was made with.
jvm_options="-Xmx700m -Xlog:disable -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8"
