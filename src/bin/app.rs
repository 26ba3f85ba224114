//! The app's program: mounts the pages.

fn main() {
    cho_phien::browser::panic::watch();
    cho_phien::browser::site::clear_start_text();
    leptos::mount::mount_to_body(cho_phien::ui::app::App);
}
