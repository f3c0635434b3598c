import Glibc

/// Blocks this thread.
func usleepMilliseconds(_ milliseconds: UInt32) { usleep(milliseconds * 1_000) }

/// Seconds since some moment.
func monotonicSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
