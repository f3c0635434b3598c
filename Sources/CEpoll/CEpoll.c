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

// The runtime's types, as its ABI has them: both functions are called by Swift's convention.
typedef __attribute__((swiftcall)) void (*enqueue_original)(void *job);
extern __attribute__((swiftcall)) void (*swift_task_enqueueGlobal_hook)(void *job, enqueue_original original);

static cepoll_take_job take_job;
static _Thread_local void *resuming_executor;

static __attribute__((swiftcall)) void enqueue_global(void *job, enqueue_original original) {
    if (resuming_executor) take_job(resuming_executor, job); else original(job);
}

void cepoll_install_resumption(cepoll_take_job take) {
    take_job = take;
    swift_task_enqueueGlobal_hook = enqueue_global;
}
void cepoll_begin_resuming(void *executor) { resuming_executor = executor; }
void cepoll_end_resuming(void) { resuming_executor = 0; }
