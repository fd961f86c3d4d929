#include <openssl/evp.h>
#include <openssl/md5.h>
#include <openssl/sha.h>

void digest(EVP_MD_CTX *ctx, const unsigned char *data, size_t size, unsigned char *out) {
    // ruleid: c.security.weak-openssl-algorithm
    EVP_DigestInit_ex(ctx, EVP_md5(), NULL);
    // ruleid: c.security.weak-openssl-algorithm
    MD5(data, size, out);
    // ruleid: c.security.weak-openssl-algorithm
    SHA1(data, size, out);
    // ok: c.security.weak-openssl-algorithm
    EVP_DigestInit_ex(ctx, EVP_sha256(), NULL);
    // ok: c.security.weak-openssl-algorithm
    SHA256(data, size, out);
}

void encrypt(EVP_CIPHER_CTX *ctx, const unsigned char *key, const unsigned char *iv) {
    // ruleid: c.security.weak-openssl-algorithm
    EVP_EncryptInit_ex(ctx, EVP_des_cbc(), NULL, key, iv);
    // ruleid: c.security.weak-openssl-algorithm
    EVP_EncryptInit_ex(ctx, EVP_aes_128_ecb(), NULL, key, iv);
    // ok: c.security.weak-openssl-algorithm
    EVP_EncryptInit_ex(ctx, EVP_aes_256_gcm(), NULL, key, iv);
}
