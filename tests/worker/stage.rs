//! A server with the project's own settings and a browser before it.

use std::fs;
use std::io::Write;
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::sleep;
use std::time::Duration;

use crate::folders::copy_folder;
use crate::ports::free_port;
use serde_json::Value;
use thirtyfour::{ChromiumLikeCapabilities, DesiredCapabilities, WebDriver};

/// What `./test` says in the environment.
pub fn told(variable: &str) -> String {
    std::env::var(variable)
        .unwrap_or_else(|_| panic!("{variable} is not set: run ./test, which sets it"))
}

pub fn folder(variable: &str) -> PathBuf {
    PathBuf::from(told(variable))
}

pub fn append(file: &Path, bytes: &[u8]) {
    let mut file = fs::OpenOptions::new().append(true).open(file).unwrap();
    file.write_all(bytes).unwrap();
}

/// A program that ends with its owner.
struct Running(Child);

impl Running {
    fn start(command: &mut Command, port: u16) -> Self {
        let child = command
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("{command:?} does not start: {error}"));
        let running = Self(child);
        for _ in 0..1_000 {
            if TcpStream::connect(("127.0.0.1", port)).is_ok() {
                return running;
            }
            sleep(Duration::from_millis(20));
        }
        panic!("{command:?} does not answer on port {port}")
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // One that has ended already is what is wanted.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn temporary_folder() -> PathBuf {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let path = std::env::temp_dir().join(format!("indsats-worker-{}-{count}", std::process::id()));
    fs::create_dir_all(&path).unwrap();
    path
}

/// One address at which builds can be served, changed and taken away.
pub struct Stage {
    port: u16,
    base: String,
    folder: PathBuf,
    server: Option<Running>,
}

impl Stage {
    pub fn new(dist: &Path, base: &str) -> Self {
        let mut stage = Self {
            port: free_port(),
            base: base.to_owned(),
            folder: temporary_folder(),
            server: None,
        };
        stage.serve(dist);
        stage
    }

    /// From now on this folder answers.
    pub fn serve(&mut self, dist: &Path) {
        self.stop_serving();
        let mut command = Command::new(told("INDSATS_CADDY"));
        command
            .args(["run", "--adapter", "caddyfile", "--config"])
            .arg(told("INDSATS_CADDYFILE"))
            .env("INDSATS_ADDRESS", format!("http://:{}", self.port))
            .env("INDSATS_BIND", "127.0.0.1")
            .env("INDSATS_ROOT", dist)
            .env("INDSATS_BASE", &self.base)
            .env("HOME", &self.folder)
            .env_remove("XDG_CONFIG_HOME")
            .env_remove("XDG_DATA_HOME");
        self.server = Some(Running::start(&mut command, self.port));
    }

    /// No net: nothing answers any more.
    pub fn stop_serving(&mut self) {
        self.server = None;
    }

    /// A build of one's own to damage.
    pub fn copy(&self, dist: &Path) -> PathBuf {
        let copy = self.folder.join("copy");
        copy_folder(dist, &copy);
        copy
    }

    fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{}{path}", self.port, self.base)
    }

    /// A browser that has never been here, at this page.
    pub async fn open(&self, path: &str) -> Page {
        let port = free_port();
        let mut command = Command::new(told("CHROMEDRIVER"));
        command.arg(format!("--port={port}"));
        let process = Running::start(&mut command, port);

        let mut wishes = DesiredCapabilities::chrome();
        for argument in [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
        ] {
            wishes.add_arg(argument).unwrap();
        }
        let driver = WebDriver::new(format!("http://127.0.0.1:{port}"), wishes).await.unwrap();
        let page = Page { driver, process };
        self.go(&page, path).await;
        page
    }

    pub async fn go(&self, page: &Page, path: &str) {
        page.driver.goto(self.url(path)).await.unwrap();
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.server = None;
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// A browser's one tab.
pub struct Page {
    driver: WebDriver,
    process: Running,
}

impl Page {
    /// What the body of an async function gives. An error in it fails the test.
    pub async fn run(&self, body: &str) -> Value {
        let script = format!(
            "const done = arguments[arguments.length - 1];
             (async () => {{ {body} }})().then((value) => done({{ value }}), (error) => done({{ error: String(error) }}));"
        );
        let answer = self.driver.execute_async(script, Vec::new()).await.unwrap();
        let answer = answer.json();
        assert!(answer["error"].is_null(), "{}: {body}", answer["error"]);
        answer["value"].clone()
    }

    pub async fn text(&self, body: &str) -> String {
        let value = self.run(body).await;
        value.as_str().unwrap_or_else(|| panic!("{value} is no text: {body}")).to_owned()
    }

    pub async fn reload(&self) {
        self.driver.refresh().await.unwrap();
    }

    pub async fn close(self) {
        self.driver.quit().await.unwrap();
        drop(self.process);
    }
}
