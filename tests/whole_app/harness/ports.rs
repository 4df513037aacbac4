//! Ports for the programs that a test starts.

use std::net::TcpListener;
use std::sync::atomic::{AtomicUsize, Ordering};

/// The ports that tests use: from 12000 to where the system's own begin (32768 on Linux).
const FIRST_PORT: usize = 12_000;
const LENT_FROM: usize = 32_768;

/// A port that nobody uses, and that nobody gets before the program it is for: each is given once, and
/// all lie below those that the system lends to connections, of which a browser makes many.
pub fn free_port() -> u16 {
    static GIVEN: AtomicUsize = AtomicUsize::new(0);
    // Programs that run at the same time begin in different places.
    let begin = std::process::id() as usize * 61;
    loop {
        let given = GIVEN.fetch_add(1, Ordering::Relaxed);
        assert!(given < LENT_FROM - FIRST_PORT, "the machine has a free port");
        let port = FIRST_PORT + (begin + given) % (LENT_FROM - FIRST_PORT);
        let port = u16::try_from(port).expect("a port is a small number");
        if TcpListener::bind(("127.0.0.1", port)).is_ok() {
            return port;
        }
    }
}
