async fn load() -> reqwest::Result<()> {
    // ruleid: rust.security.cleartext-request
    reqwest::get("http://api.example.com/items").await?;
    // ruleid: rust.security.cleartext-request
    ureq::get("http://www.example.org/").call();
    // ok: rust.security.cleartext-request
    reqwest::get("https://api.example.com/items").await?;
    // ok: rust.security.cleartext-request
    reqwest::get("http://localhost:8080/health").await?;
    Ok(())
}
