#define _GNU_SOURCE
#include "CEpoll.h"
#include <sched.h>
#include <sys/sendfile.h>
#include <sys/socket.h>

int cepoll_accept(int listener, void *address, uint32_t *length) {
    return accept4(listener, address, length, SOCK_NONBLOCK | SOCK_CLOEXEC);
}

ssize_t cepoll_send_file(int socket, int file, int64_t offset, size_t count) {
    off_t place = offset;
    return sendfile(socket, file, &place, count);
}

int cepoll_core_count(void) {
    cpu_set_t cores;
    return sched_getaffinity(0, sizeof cores, &cores) == 0 ? CPU_COUNT(&cores) : 1;
}

static _Thread_local void *thread_loop;
void *cepoll_thread_loop(void) { return thread_loop; }
void cepoll_set_thread_loop(void *loop) { thread_loop = loop; }
