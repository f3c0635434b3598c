#pragma once
// Linux calls that `import Glibc` does not offer: epoll, eventfd, accept4, sendfile, sched_getaffinity, and errno as a value.
// _GNU_SOURCE stays out of this header: it clashes with CDispatch in cold builds; what needs it is in the .c file.
#include <stdint.h>
#include <errno.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/types.h>

/// Accepts one connection, non-blocking and close-on-exec; the peer's address is stored in `address`.
int cepoll_accept(int listener, void *address, uint32_t *length);

/// Sends at most `count` bytes of a file from `offset` on; the file's own offset stays.
ssize_t cepoll_send_file(int socket, int file, int64_t offset, size_t count);

/// How many cores this process may run on.
int cepoll_core_count(void);

static inline int cepoll_add(int epoll, int descriptor, uint32_t events, uint64_t data) {
    struct epoll_event event = {.events = events, .data = {.u64 = data}};
    return epoll_ctl(epoll, EPOLL_CTL_ADD, descriptor, &event);
}
static inline int cepoll_modify(int epoll, int descriptor, uint32_t events, uint64_t data) {
    struct epoll_event event = {.events = events, .data = {.u64 = data}};
    return epoll_ctl(epoll, EPOLL_CTL_MOD, descriptor, &event);
}
static inline int cepoll_remove(int epoll, int descriptor) {
    return epoll_ctl(epoll, EPOLL_CTL_DEL, descriptor, 0);
}
static inline int cepoll_eventfd(void) { return eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC); }
static inline int cepoll_create(void) { return epoll_create1(EPOLL_CLOEXEC); }
static inline int cepoll_errno(void) { return errno; }

static const uint32_t cepoll_in = EPOLLIN, cepoll_out = EPOLLOUT, cepoll_error = EPOLLERR, cepoll_hangup = EPOLLHUP, cepoll_peer_closed = EPOLLRDHUP;

/// Takes a job of the Swift runtime that is to run on the loop `executor`.
typedef void (*cepoll_take_job)(void *executor, void *job);

/// Sends jobs that a resumption enqueues for the shared pool to the loop of its thread instead, from `cepoll_begin_resuming` to
/// `cepoll_end_resuming` (swift_task_enqueueGlobal_hook of the Swift runtime). To be installed once, before the first loop runs.
void cepoll_install_resumption(cepoll_take_job take);
/// On a loop's thread, with its executor.
void cepoll_begin_resuming(void *executor);
void cepoll_end_resuming(void);

/// The event loop that runs on this thread, or null: one pointer per thread.
void *cepoll_thread_loop(void);
void cepoll_set_thread_loop(void *loop);
