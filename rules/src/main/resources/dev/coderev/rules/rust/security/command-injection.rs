use std::env;
use std::process::Command;

fn main() {
    let folder = env::args().nth(1).unwrap();
    // ruleid: rust.security.command-injection
    Command::new("sh").arg("-c").arg(format!("ls {}", folder)).status().unwrap();
    // ruleid: rust.security.command-injection
    Command::new("bash").arg("-c").arg(&folder).status().unwrap();
    // ok: rust.security.command-injection
    Command::new("ls").arg("--").arg(&folder).status().unwrap();
    // ok: rust.security.command-injection
    Command::new("sh").arg("-c").arg("uptime").status().unwrap();
    run(&folder);
}

fn run(line: &str) {
    // ruleid: rust.security.command-injection
    Command::new("sh").args(["-c", line]).status().unwrap();
}
