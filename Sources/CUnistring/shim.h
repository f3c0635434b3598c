#pragma once

// libunistring: normalisation forms of Unicode.

#include <stddef.h>
#include <stdint.h>
#include <uninorm.h>

// UNINORM_NFC and UNINORM_NFKC are macros for addresses, which Swift does not import. As u8_normalize: in the caller's buffer, or one of malloc's; NULL with
// errno when the bytes are not UTF-8 or memory is out.
static inline uint8_t *cunistring_nfkc(const uint8_t *text, size_t count, uint8_t *buffer, size_t *length) {
    return u8_normalize(UNINORM_NFKC, text, count, buffer, length);
}

static inline uint8_t *cunistring_nfc(const uint8_t *text, size_t count, uint8_t *buffer, size_t *length) {
    return u8_normalize(UNINORM_NFC, text, count, buffer, length);
}
