fn client(insecure: bool) -> reqwest::Result<reqwest::Client> {
    let first = reqwest::Client::builder()
        // ruleid: rust.security.certificate-validation-off
        .danger_accept_invalid_certs(true)
        .build()?;
    let second = reqwest::Client::builder()
        // ruleid: rust.security.certificate-validation-off
        .danger_accept_invalid_hostnames(true)
        .build()?;
    drop((first, second));
    reqwest::Client::builder()
        // ok: rust.security.certificate-validation-off
        .danger_accept_invalid_certs(false)
        .build()
}
