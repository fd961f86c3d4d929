use std::env;
use std::fs;
use std::process::Command;

use rusqlite::Connection;

struct Backup {
    name: String,
    size: u64,
}

fn main() {
    let folder = env::args().nth(1).unwrap_or_else(|| ".".to_string());
    let store = env::var("BACKUP_STORE").unwrap();
    let db = Connection::open(store).expect("the store opens");
    let backup = pack(&folder);
    remember(&db, &backup).expect("the store accepts the entry");
    println!("{} {} bytes, sum {}", backup.name, backup.size, checksum(&backup.name));
}

fn pack(folder: &str) -> Backup {
    let name = "backup.tgz".to_string();
    Command::new("sh")
        .arg("-c")
        .arg(format!("tar czf {} {}", name, folder))
        .status()
        .expect("tar runs");
    let size = fs::metadata(&name).map(|m| m.len()).unwrap_or(0);
    Backup { name, size }
}

fn remember(db: &Connection, backup: &Backup) -> rusqlite::Result<usize> {
    db.execute(
        &format!("INSERT INTO backups (name, size) VALUES ('{}', {})", backup.name, backup.size),
        [],
    )
}

fn checksum(name: &str) -> String {
    let data = fs::read(name).unwrap_or_default();
    let sum = md5::compute(data);
    format!("{:x}", sum)
}

fn first_word(bytes: [u8; 4]) -> u32 {
    unsafe { std::mem::transmute(bytes) }
}

fn client() -> reqwest::Result<reqwest::blocking::Client> {
    reqwest::blocking::Client::builder()
        .danger_accept_invalid_certs(true)
        .build()
}
