#include "tests/support/certificate.hpp"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <cstdio>

#include "base/bytes.hpp"
#include "base/check.hpp"
#include "record/sha256.hpp"

namespace hearth::tests {

namespace {

constexpr long k_day_s = 86'400;

X509* self_signed(EVP_PKEY* key) {
    X509* certificate = X509_new();
    X509_set_version(certificate, 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate), -k_day_s);
    X509_gmtime_adj(X509_getm_notAfter(certificate), k_day_s);
    X509_set_pubkey(certificate, key);
    X509_NAME* name = X509_get_subject_name(certificate);
    const auto* host = reinterpret_cast<const unsigned char*>("127.0.0.1");
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, host, -1, -1, 0);
    X509_set_issuer_name(certificate, name);
    HEARTH_CHECK(X509_sign(certificate, key, EVP_sha256()) > 0);
    return certificate;
}

}  // namespace

TestCertificate make_certificate(const std::filesystem::path& folder) {
    TestCertificate made{folder / "certificate.pem", folder / "certificate.key", {}};
    EVP_PKEY* key = EVP_EC_gen("P-256");
    HEARTH_CHECK(key != nullptr);
    X509* certificate = self_signed(key);
    std::FILE* out = std::fopen(made.certificate.c_str(), "w");
    PEM_write_X509(out, certificate);
    std::fclose(out);
    out = std::fopen(made.key.c_str(), "w");
    PEM_write_PrivateKey(out, key, nullptr, nullptr, 0, nullptr, nullptr);
    std::fclose(out);
    unsigned char* der = nullptr;
    const int length = i2d_PUBKEY(key, &der);
    const std::string_view bytes(reinterpret_cast<const char*>(der), static_cast<std::size_t>(length));
    made.pin = "sha256//" + base::base64(base::view(record::sha256(bytes)));
    OPENSSL_free(der);
    X509_free(certificate);
    EVP_PKEY_free(key);
    return made;
}

}  // namespace hearth::tests
