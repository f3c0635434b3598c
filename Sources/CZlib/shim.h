#pragma once

// zlib. The inline functions stand for macros that hand over the library's version, which Swift cannot call.

#include <zlib.h>

static inline int czlib_deflate_init(z_stream *_Nonnull stream, int level, int window_bits, int memory_level) {
    return deflateInit2(stream, level, Z_DEFLATED, window_bits, memory_level, Z_DEFAULT_STRATEGY);
}

static inline int czlib_inflate_init(z_stream *_Nonnull stream, int window_bits) { return inflateInit2(stream, window_bits); }
