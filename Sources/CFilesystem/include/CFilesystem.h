#pragma once
// Linux calls on files that `import Glibc` does not offer; each returns a negative errno when it fails.
// _GNU_SOURCE stays out of this header, as in CEpoll.
#include <stdint.h>

/// O_PATH: names a place without opening it.
static const int cfilesystem_path_only = 0x200000;

/// Opens `path` below the open folder, close-on-exec, and never leaves the folder: openat2(2) with RESOLVE_BENEATH and RESOLVE_NO_MAGICLINKS.
/// With `follows_links`, symbolic links are followed that stay below the folder; otherwise none is.
int cfilesystem_open_beneath(int folder, const char *path, int flags, int follows_links);

/// The same for kernels without openat2 (before Linux 5.6): one step after the other, and no symbolic link is followed.
int cfilesystem_open_stepwise(int folder, const char *path, int flags);

/// 0 when the byte at `offset` would have to be read from the disk; 1 when it is in memory, or when the file system cannot tell.
int cfilesystem_is_resident(int descriptor, int64_t offset);
