use std::mem;

fn keep(text: String, other: Vec<u8>) {
    // ruleid: rust.correctness.forgotten-value
    std::mem::forget(text);
    // ruleid: rust.correctness.forgotten-value
    mem::forget(other);
}

fn give_back(text: String, other: Vec<u8>) {
    // ok: rust.correctness.forgotten-value
    drop(text);
    // ok: rust.correctness.forgotten-value
    let taken = mem::take(&mut vec![1]);
    drop((other, taken));
}
