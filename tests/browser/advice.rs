//! What the viewfinder advises while nothing can be read: five hints, each with its pictogram, in both languages.

use crate::camera::film_of;
use crate::codes::Picture;
use crate::driver::{Browser, Camera};
use crate::site::Site;

const WIDTH: usize = 1280;
const HEIGHT: usize = 720;

/// Films these pictures and waits for the advice in both languages, and for its pictogram to be drawn.
async fn check(name: &str, pictures: &[Picture], icon: &str, vi: &str, en: &str) {
    let site = Site::start();
    let browser = Browser::with(Camera::Film(&film_of(&format!("advice-{name}"), pictures)), "vi").await;
    browser.open(&site.url("/")).await;
    for (language, scan, close, words) in [("vi", "Quét mã", "Đóng", vi), ("en", "Scan", "Close", en)] {
        browser.speak(language).await;
        browser.press(scan).await;
        browser.read(".viewfinder .hint", words).await;
        let drawn = format!(
            "(use => use?.getAttribute('href').endsWith('#{icon}') && use.getBBox().width > 0)
                (document.querySelector('.viewfinder .hint svg use'))"
        );
        browser.hold(&drawn).await;
        let hints = browser
            .evaluate("return document.querySelectorAll('.viewfinder .hint').length")
            .await;
        assert_eq!(hints, 1, "{name} in {language}");
        browser.press(close).await;
        browser.hold("!document.querySelector('.viewfinder')").await;
    }
    browser.quit().await;
}

/// Bars and spaces of one to four modules, as in retail codes, but no code.
fn is_bar(x: usize, module: usize) -> bool {
    [1, 0, 0, 1, 1, 0, 1, 0, 0, 0, 1, 0, 1, 1, 1, 0][x / module % 16] == 1
}

/// Bars from edge to edge, each row blurred over so many pixels.
fn blurred_bars(module: usize, over: usize) -> Picture {
    let grey = |x: usize| if is_bar(x, module) { 40_usize } else { 190 };
    Picture::drawn(WIDTH, HEIGHT, |x, _| {
        ((x..x + over).map(grey).sum::<usize>() / over) as u8
    })
}

#[tokio::test]
async fn in_the_dark_more_light_is_asked_for() {
    let night = Picture::plain(WIDTH, HEIGHT, 10);
    check("dark", &[night], "lightbulb", "Thêm ánh sáng", "More light").await;
}

#[tokio::test]
async fn mirrored_light_is_to_be_avoided() {
    let glare = Picture::drawn(WIDTH, HEIGHT, |x, y| {
        let is_mirrored = x.abs_diff(WIDTH / 2) < 320 && y.abs_diff(HEIGHT / 2) < 220;
        match is_mirrored {
            true => 255,
            false if is_bar(x, 3) => 70,
            false => 190,
        }
    });
    check("glare", &[glare], "sun", "tránh chói", "avoid the glare").await;
}

#[tokio::test]
async fn a_moving_hand_is_asked_to_hold_still() {
    // No two of them lie alike, whichever the scanner has the time for.
    let moved = [0, 110, 45, 250, 160, 300, 205].map(|shift| {
        Picture::drawn(WIDTH, HEIGHT, |x, _| {
            match ((x + shift) / 180).is_multiple_of(2) {
                true => 60,
                false => 180,
            }
        })
    });
    check("moving", &moved, "hand", "Giữ yên máy", "Hold still").await;
}

#[tokio::test]
async fn what_is_too_near_for_the_lens_goes_farther() {
    check(
        "near",
        &[blurred_bars(9, 32)],
        "zoom-out",
        "Lùi ra một chút",
        "farther away",
    )
    .await;
}

#[tokio::test]
async fn what_is_too_small_comes_closer() {
    let small = Picture::drawn(150, 80, |x, _| if is_bar(x, 2) { 50 } else { 190 });
    check("small", &[small], "zoom-in", "Lại gần", "closer").await;
}
