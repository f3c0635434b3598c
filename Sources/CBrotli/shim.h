#pragma once

// Google's brotli: encoder and decoder.

#include <brotli/decode.h>
#include <brotli/encode.h>
