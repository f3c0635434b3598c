#pragma once

// OpenSSL 3 (libcrypto). The inline functions stand for macros and for parameter arrays built in place, which Swift cannot call.

// SHA256_Init and its like, for small messages: EVP spends as long on a context as on the message.
#define OPENSSL_SUPPRESS_DEPRECATED

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/params.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/rsa.h>
#include <openssl/sha.h>

/// An RSA public key from its modulus and exponent, big-endian bytes; NULL when OpenSSL refuses them.
static inline EVP_PKEY *_Nullable copenssl_rsa_public_key(const unsigned char *_Nonnull modulus, int modulus_bytes, const unsigned char *_Nonnull exponent,
                                                          int exponent_bytes) {
    EVP_PKEY *key = NULL;
    EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_from_name(NULL, "RSA", NULL);
    BIGNUM *n = BN_bin2bn(modulus, modulus_bytes, NULL), *e = BN_bin2bn(exponent, exponent_bytes, NULL);
    unsigned char *n_native = OPENSSL_malloc(modulus_bytes), *e_native = OPENSSL_malloc(exponent_bytes);
    if (context && n && e && n_native && e_native && BN_bn2nativepad(n, n_native, modulus_bytes) > 0 && BN_bn2nativepad(e, e_native, exponent_bytes) > 0) {
        OSSL_PARAM parameters[] = {
            OSSL_PARAM_construct_BN(OSSL_PKEY_PARAM_RSA_N, n_native, (size_t)modulus_bytes),
            OSSL_PARAM_construct_BN(OSSL_PKEY_PARAM_RSA_E, e_native, (size_t)exponent_bytes),
            OSSL_PARAM_construct_end(),
        };
        if (EVP_PKEY_fromdata_init(context) <= 0 || EVP_PKEY_fromdata(context, &key, EVP_PKEY_PUBLIC_KEY, parameters) <= 0) key = NULL;
    }
    OPENSSL_free(n_native);
    OPENSSL_free(e_native);
    BN_free(n);
    BN_free(e);
    EVP_PKEY_CTX_free(context);
    return key;
}

/// SHA-256 of one message, by the CPU's SHA instructions where it has them; false never, but for a broken library.
static inline int copenssl_sha256(const void *_Nullable message, size_t bytes, unsigned char *_Nonnull digest) {
    SHA256_CTX context;
    return SHA256_Init(&context) && SHA256_Update(&context, message, bytes) && SHA256_Final(digest, &context);
}

/// A context that is ready to verify RS256 signatures of SHA-256 digests by this key, to be duplicated for each; NULL on failure.
static inline EVP_PKEY_CTX *_Nullable copenssl_rs256_context(EVP_PKEY *_Nonnull key) {
    EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_from_pkey(NULL, key, NULL);
    if (context && EVP_PKEY_verify_init(context) > 0 && EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PADDING) > 0 &&
        EVP_PKEY_CTX_set_signature_md(context, EVP_sha256()) > 0)
        return context;
    EVP_PKEY_CTX_free(context);
    return NULL;
}

/// A new RSA key pair with exponent 65537; NULL on failure.
static inline EVP_PKEY *_Nullable copenssl_rsa_generate(unsigned int bits) {
    EVP_PKEY *key = NULL;
    EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_from_name(NULL, "RSA", NULL);
    if (context && EVP_PKEY_keygen_init(context) > 0 && EVP_PKEY_CTX_set_rsa_keygen_bits(context, (int)bits) > 0) {
        if (EVP_PKEY_generate(context, &key) <= 0) key = NULL;
    }
    EVP_PKEY_CTX_free(context);
    return key;
}

/// The bytes written to a memory BIO, which keeps them.
static inline long copenssl_bio_bytes(BIO *_Nonnull bio, char *_Nullable *_Nonnull bytes) { return BIO_get_mem_data(bio, bytes); }

static inline int copenssl_gcm_set_tag(EVP_CIPHER_CTX *_Nonnull context, int bytes, const unsigned char *_Nonnull tag) {
    return EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, bytes, (void *)tag);
}

static inline int copenssl_gcm_get_tag(EVP_CIPHER_CTX *_Nonnull context, int bytes, unsigned char *_Nonnull tag) {
    return EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_GET_TAG, bytes, tag);
}
