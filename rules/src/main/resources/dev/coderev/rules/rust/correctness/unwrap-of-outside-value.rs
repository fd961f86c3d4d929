use std::env;
use std::fs;

fn configure() -> String {
    // ruleid: rust.correctness.unwrap-of-outside-value
    let path = env::var("APP_CONFIG").unwrap();
    // ruleid: rust.correctness.unwrap-of-outside-value
    fs::read_to_string(path).unwrap()
}

fn configure_checked() -> Result<String, std::io::Error> {
    // ok: rust.correctness.unwrap-of-outside-value
    let path = env::var("APP_CONFIG").unwrap_or_else(|_| "app.toml".into());
    // ok: rust.correctness.unwrap-of-outside-value
    fs::read_to_string(path)
}
