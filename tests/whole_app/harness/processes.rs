//! Starting programs so that they, and all they start, end with the test.

use std::fs::{self, File};
use std::net::TcpStream;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use tokio::time::sleep;

use super::patience::Patience;

/// A program in a process group of its own.
pub struct Group {
    program: String,
    child: Child,
    log: PathBuf,
}

impl Group {
    /// Starts `program`; what it prints goes to `log`.
    pub fn start(program: &str, log: &Path, set_up: impl FnOnce(&mut Command)) -> Self {
        let output = File::options()
            .create(true)
            .append(true)
            .open(log)
            .unwrap_or_else(|error| panic!("{} cannot be written: {error}", log.display()));
        // The shell holds one end of a pipe. When the other goes, because this test ended in whatever
        // way, it takes the whole group with it; a destructor alone would not run when a test is killed.
        // It ends as well when the program ends by itself.
        let mut command = Command::new("sh");
        command
            .arg("-c")
            .arg("{ \"$@\"; kill -9 0; } & cat; kill -9 0")
            .arg("sh")
            .arg(program)
            .stdin(Stdio::piped())
            .stdout(output.try_clone().expect("a file can be opened twice"))
            .stderr(output)
            .process_group(0);
        set_up(&mut command);
        let child =
            command.spawn().unwrap_or_else(|error| panic!("{program} does not start: {error}"));
        Self { program: program.to_owned(), child, log: log.to_owned() }
    }

    /// Ends every process of the group at once, without asking them.
    pub fn kill(&mut self) {
        drop(self.child.stdin.take());
        let _ = self.child.wait();
    }

    /// Waits until the program answers on `port`.
    pub async fn answers_on(&mut self, port: u16) {
        let mut patience = Patience::usual();
        while !is_open(port) {
            let ended = matches!(self.child.try_wait(), Ok(Some(_)));
            if ended || patience.is_over() {
                panic!(
                    "{} does not answer on port {port}. It said:\n{}",
                    self.program,
                    self.last_words()
                );
            }
            sleep(Duration::from_millis(20)).await;
        }
    }

    /// The end of what the program printed.
    pub fn last_words(&self) -> String {
        let text = fs::read(&self.log).unwrap_or_default();
        let text = String::from_utf8_lossy(&text);
        let lines: Vec<_> = text.lines().collect();
        lines[lines.len().saturating_sub(15)..].join("\n")
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        self.kill();
    }
}

/// Whether something on this machine answers on `port`.
pub fn is_open(port: u16) -> bool {
    TcpStream::connect(("127.0.0.1", port)).is_ok()
}

/// The program that a variable names, or the one on PATH. One sentence when it is missing.
pub fn program(variable: &str, default: &str, package: &str) -> String {
    let name = std::env::var(variable).unwrap_or_else(|_| default.to_owned());
    let found = if name.contains('/') {
        Path::new(&name).is_file()
    } else {
        let path = std::env::var_os("PATH").unwrap_or_default();
        std::env::split_paths(&path).any(|folder| folder.join(&name).is_file())
    };
    if !found {
        panic!("{name} is missing: install {package}, or say in {variable} where it is.");
    }
    name
}

/// A folder that goes away with its owner.
pub struct Folder(PathBuf);

impl Folder {
    /// Makes an empty one.
    pub fn new() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let path =
            std::env::temp_dir().join(format!("indsats-test-{}-{count}", std::process::id()));
        fs::create_dir_all(&path)
            .unwrap_or_else(|error| panic!("{} cannot be made: {error}", path.display()));
        Self(path)
    }

    /// A path inside it.
    pub fn join(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// A folder inside it, made where it is missing.
    pub fn folder(&self, name: &str) -> PathBuf {
        let path = self.join(name);
        fs::create_dir_all(&path)
            .unwrap_or_else(|error| panic!("{} cannot be made: {error}", path.display()));
        path
    }

    /// The folder itself.
    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // A browser that is just being killed may still write for a moment.
        for _ in 0..20 {
            if fs::remove_dir_all(&self.0).is_ok() {
                return;
            }
            std::thread::sleep(Duration::from_millis(25));
        }
    }
}
