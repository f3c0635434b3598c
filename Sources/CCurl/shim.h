#pragma once

// libcurl. Swift cannot call variadic functions: one typed inline function per kind of argument.

#include <curl/curl.h>
#include <sys/socket.h>

static inline const curl_version_info_data *_Nonnull ccurl_version(void) { return curl_version_info(CURLVERSION_NOW); }

static inline CURLcode ccurl_set_long(CURL *_Nonnull easy, CURLoption option, long value) { return curl_easy_setopt(easy, option, value); }

static inline CURLcode ccurl_set_offset(CURL *_Nonnull easy, CURLoption option, curl_off_t value) { return curl_easy_setopt(easy, option, value); }

static inline CURLcode ccurl_set_string(CURL *_Nonnull easy, CURLoption option, const char *_Nullable value) {
    return curl_easy_setopt(easy, option, value);
}

static inline CURLcode ccurl_set_pointer(CURL *_Nonnull easy, CURLoption option, const void *_Nullable value) {
    return curl_easy_setopt(easy, option, value);
}

static inline CURLcode ccurl_set_headers(CURL *_Nonnull easy, struct curl_slist *_Nullable headers) {
    return curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers);
}

typedef size_t (*ccurl_data_function)(char *_Nonnull bytes, size_t size, size_t count, void *_Nullable context);

/// For CURLOPT_WRITEFUNCTION, CURLOPT_HEADERFUNCTION and CURLOPT_READFUNCTION.
static inline CURLcode ccurl_set_data_function(CURL *_Nonnull easy, CURLoption option, ccurl_data_function _Nonnull function) {
    return curl_easy_setopt(easy, option, function);
}

typedef int (*ccurl_seek_function)(void *_Nullable context, curl_off_t offset, int origin);

static inline CURLcode ccurl_set_seek_function(CURL *_Nonnull easy, ccurl_seek_function _Nonnull function) {
    return curl_easy_setopt(easy, CURLOPT_SEEKFUNCTION, function);
}

static inline curl_socket_t ccurl_open_socket(void *_Nullable context, curlsocktype purpose, struct curl_sockaddr *_Nonnull address) {
    (void)context;
    (void)purpose;
    return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

/// Lets no child process inherit a connection.
static inline CURLcode ccurl_set_close_on_exec(CURL *_Nonnull easy) { return curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, ccurl_open_socket); }

static inline CURLcode ccurl_get_offset(CURL *_Nonnull easy, CURLINFO info, curl_off_t *_Nonnull value) {
    return curl_easy_getinfo(easy, info, value);
}

static inline CURLcode ccurl_get_long(CURL *_Nonnull easy, CURLINFO info, long *_Nonnull value) { return curl_easy_getinfo(easy, info, value); }

/// What was given as CURLOPT_PRIVATE.
static inline void *_Nullable ccurl_get_private(CURL *_Nonnull easy) {
    char *context = NULL;
    curl_easy_getinfo(easy, CURLINFO_PRIVATE, &context);
    return context;
}

static inline CURLMcode ccurl_multi_set_long(CURLM *_Nonnull multi, CURLMoption option, long value) { return curl_multi_setopt(multi, option, value); }

typedef int (*ccurl_socket_function)(CURL *_Nullable easy, curl_socket_t socket, int what, void *_Nullable context, void *_Nullable of_socket);
typedef int (*ccurl_timer_function)(CURLM *_Nullable multi, long milliseconds, void *_Nullable context);

/// Who is told which sockets to watch and when to call again; `context` comes with both.
static inline void ccurl_multi_set_functions(
    CURLM *_Nonnull multi, ccurl_socket_function _Nonnull socket, ccurl_timer_function _Nonnull timer, void *_Nonnull context) {
    curl_multi_setopt(multi, CURLMOPT_SOCKETFUNCTION, socket);
    curl_multi_setopt(multi, CURLMOPT_SOCKETDATA, context);
    curl_multi_setopt(multi, CURLMOPT_TIMERFUNCTION, timer);
    curl_multi_setopt(multi, CURLMOPT_TIMERDATA, context);
}
