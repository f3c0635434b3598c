# shellcheck shell=bash
# What the sanitizers' reports tell.

# thread_sanitizer_failed <folder of results>: whether the thread sanitizer ended the run by a fault of its own, before anybody had found one of ours.
#
# Where a part of its trace is full, it begins the next with the functions and locks of the thread. When these fill a page to its end, the event that
# comes after them has no place, and is written to an address that was never set (TraceEvent in compiler-rt's tsan_rtl.h, as of Swift 6.3).
thread_sanitizer_failed() {
    grep -qsE '^ +#0 TraceEvent<' "$1"/data-race.* && ! grep -qsE 'WARNING: ThreadSanitizer|recorded an issue' "$1"/data-race.* "$1/thread.log"
}
