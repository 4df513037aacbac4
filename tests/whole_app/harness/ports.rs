//! Ports for the programs that a test starts.

use std::net::TcpListener;
use std::ops::Range;
use std::sync::{Mutex, PoisonError};

/// The ports that tests use: from here to where the system begins to lend them to connections (32768 on Linux),
/// of which a browser makes many.
const FIRST: u16 = 12_000;
const END: u16 = 32_768;

/// How many ports a run of tests takes at a time.
const BLOCK: u16 = 256;

/// A block of ports that belongs to this run as long as it lives: its first one is held, so that no other run on this
/// machine takes the block.
struct Block {
    _held: TcpListener,
    left: Range<u16>,
}

impl Block {
    fn take() -> Self {
        let starts = (FIRST..END - BLOCK).step_by(usize::from(BLOCK));
        let mut blocks = starts.filter_map(|start| {
            let held = bind(start)?;
            Some(Self { _held: held, left: start + 1..start + BLOCK })
        });
        blocks.next().expect("the machine has free ports")
    }
}

/// A port that nobody uses, and that nobody gets before the program it is for: each is given once.
pub fn free_port() -> u16 {
    static BLOCKS: Mutex<Vec<Block>> = Mutex::new(Vec::new());
    let mut blocks = BLOCKS.lock().unwrap_or_else(PoisonError::into_inner);
    loop {
        let last = blocks.last_mut();
        if let Some(port) = last.and_then(|block| block.left.find(|port| bind(*port).is_some())) {
            return port;
        }
        blocks.push(Block::take());
    }
}

fn bind(port: u16) -> Option<TcpListener> {
    TcpListener::bind(("127.0.0.1", port)).ok()
}
