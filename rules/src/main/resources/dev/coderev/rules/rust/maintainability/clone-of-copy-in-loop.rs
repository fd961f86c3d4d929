fn print(items: &Vec<String>) {
    // ruleid: rust.maintainability.clone-of-copy-in-loop
    for item in items.clone() {
        println!("{item}");
    }
    // ruleid: rust.maintainability.clone-of-copy-in-loop
    for item in items.clone().iter() {
        println!("{item}");
    }
    // ok: rust.maintainability.clone-of-copy-in-loop
    for item in items {
        println!("{item}");
    }
    // ok: rust.maintainability.clone-of-copy-in-loop
    for item in items.iter() {
        println!("{item}");
    }
}
