#define _GNU_SOURCE
#include "CFilesystem.h"
#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

_Static_assert(O_PATH == 0x200000, "cfilesystem_path_only has the system's value");

int cfilesystem_open_beneath(int folder, const char *path, int flags, int follows_links) {
    struct open_how how = {
        .flags = (unsigned)(flags | O_CLOEXEC),
        .resolve = RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS | (follows_links ? 0 : RESOLVE_NO_SYMLINKS),
    };
    // EAGAIN: something was renamed on the way, and the kernel could not prove that the path stayed below.
    for (int attempt = 0; attempt < 8; attempt++) {
        long descriptor = syscall(SYS_openat2, folder, path, &how, sizeof how);
        if (descriptor >= 0) return (int)descriptor;
        if (errno != EAGAIN && errno != EINTR) return -errno;
    }
    return -EAGAIN;
}

int cfilesystem_open_stepwise(int folder, const char *path, int flags) {
    int current = folder;
    for (;;) {
        size_t length = strcspn(path, "/");
        char name[256];
        if (length >= sizeof name) break;
        memcpy(name, path, length);
        name[length] = 0;
        if (length == 0 || strcmp(name, ".") == 0 || strcmp(name, "..") == 0) break;
        int is_last = path[length] == 0;
        int wanted = is_last ? flags | O_NOFOLLOW | O_CLOEXEC : O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
        int next = openat(current, name, wanted);
        int code = errno;
        if (current != folder) close(current);
        if (next < 0) return -code;
        if (is_last) return next;
        current = next;
        path += length + 1;
    }
    if (current != folder) close(current);
    return -EXDEV;
}

int cfilesystem_is_resident(int descriptor, int64_t offset) {
    char byte;
    struct iovec piece = {.iov_base = &byte, .iov_len = 1};
    return preadv2(descriptor, &piece, 1, offset, RWF_NOWAIT) < 0 && errno == EAGAIN ? 0 : 1;
}
