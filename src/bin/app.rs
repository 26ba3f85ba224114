//! The app's program: mounts the pages.

fn main() {
    cho_phien::browser::panic::watch();
    leptos::mount::mount_to_body(cho_phien::ui::app::App);
}
