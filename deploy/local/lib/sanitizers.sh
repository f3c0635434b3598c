# shellcheck shell=bash
# What the sanitizers' reports tell.

# thread_sanitizer_failed <folder of results>: whether the thread sanitizer ended the run by a fault of its own, before anybody had found one of ours.
#
# TraceEvent (compiler-rt, tsan_rtl.h, as of Swift 6.3) has a new part of its trace begun when the last is full, and takes it that there is place in it then.
# Where there is none, as when all traces are reset at that moment, it writes to an address that nobody has set (0xaaaaaaaaaaaaaaaa).
thread_sanitizer_failed() {
    grep -qsE '^ +#0 TraceEvent<' "$1"/data-race.* && ! grep -qsE 'WARNING: ThreadSanitizer|"kind":"issueRecorded"' "$1"/data-race.* "$1/thread.events"
}
