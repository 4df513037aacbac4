//! Mounts the app in the browser; natively there is nothing to run.

#[cfg(target_arch = "wasm32")]
fn main() {
    indsats::ui::mount();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
