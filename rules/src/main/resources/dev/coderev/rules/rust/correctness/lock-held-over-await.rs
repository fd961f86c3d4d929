use std::sync::Mutex;

async fn save(items: &Mutex<Vec<String>>) {
    let guard = items.lock().unwrap();
    // ruleid: rust.correctness.lock-held-over-await
    send(guard.len()).await;
}

async fn save_dropped(items: &Mutex<Vec<String>>) {
    let guard = items.lock().unwrap();
    let n = guard.len();
    drop(guard);
    // ok: rust.correctness.lock-held-over-await
    send(n).await;
}

async fn save_plain(n: usize) {
    // ok: rust.correctness.lock-held-over-await
    send(n).await;
}

async fn send(n: usize) {
    println!("{n}");
}
