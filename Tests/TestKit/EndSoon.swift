import Glibc

/// Ends this process by a signal in two minutes: the bound of an exit test, whose child no time limit reaches.
public func endSoon() { alarm(120) }
