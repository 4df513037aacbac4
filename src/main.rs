//! Mounts the app in the browser; natively there is nothing to run.

#[cfg(target_arch = "wasm32")]
fn main() {
    #[cfg(not(feature = "gallery"))]
    indsats::ui::mount();
    #[cfg(feature = "gallery")]
    indsats::ui::gallery::mount();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
