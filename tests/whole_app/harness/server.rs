//! The real static server with the project's own settings. "Offline" means that its process is gone.

use std::path::{Path, PathBuf};
use std::time::Duration;

use tokio::time::sleep;

use super::patience::Patience;
use super::ports::free_port;
use super::processes::{Folder, Group, is_open, program};

/// A build of the app that the test run made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Build {
    /// For the path /.
    Root,
    /// The build after `Root`, for the same path.
    Second,
    /// For a sub-path.
    SubPath,
}

impl Build {
    /// Where it is.
    pub fn folder(self) -> PathBuf {
        Self::told(match self {
            Self::Root => "INDSATS_DIST",
            Self::Second => "INDSATS_DIST_SECOND",
            Self::SubPath => "INDSATS_DIST_SUB",
        })
        .into()
    }

    /// The path it was built for.
    pub fn base(self) -> String {
        match self {
            Self::Root | Self::Second => "/".to_owned(),
            Self::SubPath => Self::told("INDSATS_BASE_SUB"),
        }
    }

    fn told(variable: &str) -> String {
        std::env::var(variable).unwrap_or_else(|_| {
            panic!(
                "{variable} is not set: run ./test, which makes the builds and says where they are."
            )
        })
    }
}

/// Serves a build at an address that stays the same through stops, starts and new builds.
pub struct Server {
    port: u16,
    base: String,
    dist: PathBuf,
    folder: Folder,
    running: Option<Group>,
}

impl Server {
    /// Serves `dist`, which was built for `base` ("/" or "/sub/path/").
    pub async fn start(dist: &Path, base: &str) -> Self {
        assert!(
            base.starts_with('/') && base.ends_with('/'),
            "a base has a slash at both ends, and {base:?} has not"
        );
        let mut server = Self {
            port: free_port(),
            base: base.to_owned(),
            dist: PathBuf::new(),
            folder: Folder::new(),
            running: None,
        };
        server.serve(dist).await;
        server
    }

    /// The address of the app, with a slash at its end.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}{}", self.port, self.base)
    }

    /// No net: the server's process ends, and nothing answers any more.
    pub async fn stop(&mut self) {
        self.running = None;
        let mut patience = Patience::of(Duration::from_secs(10));
        while is_open(self.port) {
            assert!(
                !patience.is_over(),
                "something still answers on port {} though the server was stopped",
                self.port
            );
            sleep(Duration::from_millis(20)).await;
        }
    }

    /// The net is back.
    pub async fn start_again(&mut self) {
        let dist = self.dist.clone();
        self.serve(&dist).await;
    }

    /// From now on another build answers at the same address.
    pub async fn serve(&mut self, dist: &Path) {
        assert!(
            dist.join("index.html").is_file(),
            "{} holds no build: there is no index.html in it",
            dist.display()
        );
        self.stop().await;
        self.dist = std::path::absolute(dist).unwrap_or_else(|_| dist.to_owned());
        let caddy = program("INDSATS_CADDY", "caddy", "caddy");
        let settings = std::env::var("INDSATS_CADDYFILE").map_or_else(
            |_| Path::new(env!("CARGO_MANIFEST_DIR")).join("deploy/Caddyfile"),
            PathBuf::from,
        );
        let mut running = Group::start(&caddy, &self.folder.join("server.log"), |command| {
            command
                .args(["run", "--adapter", "caddyfile", "--config"])
                .arg(settings)
                .env("INDSATS_ADDRESS", format!("http://:{}", self.port))
                .env("INDSATS_BIND", "127.0.0.1")
                .env("INDSATS_ROOT", &self.dist)
                .env("INDSATS_BASE", &self.base)
                .env("HOME", self.folder.path());
        });
        running.answers_on(self.port).await;
        self.running = Some(running);
    }
}
