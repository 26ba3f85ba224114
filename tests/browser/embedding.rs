//! A journey on somebody else's page.

use crate::driver::Browser;
use crate::site::Site;
use thirtyfour::prelude::*;

#[tokio::test]
async fn one_line_shows_a_journey_on_another_origin_at_its_full_height() {
    let site = Site::start();
    let script = site.url("/embed/v1.js");
    let partner = Site::of_partner(format!(
        "<!doctype html><title>Báo</title><h1>Bài báo</h1><script src='{script}'></script>\
         <cho-phien-journey code='9528060010018' lot='S260918'></cho-phien-journey>"
    ));
    let browser = Browser::start().await;
    browser.open(&partner.url("/")).await;
    let frame = "document.querySelector('cho-phien-journey').shadowRoot?.querySelector('iframe')";
    browser.hold(frame).await;
    browser
        .hold(&format!("{frame}.getBoundingClientRect().height > 1000"))
        .await;
    let inner: WebElement = browser
        .page
        .execute(format!("return {frame}"), Vec::new())
        .await
        .unwrap()
        .element()
        .unwrap();
    inner.enter_frame().await.unwrap();
    browser.see("ol[aria-label='Hành trình'] > li").await;
    browser.arrive("/embed/01/09528060010018/10/S260918").await;
    assert!(
        browser
            .page
            .find_all(By::Css("nav.tabs a"))
            .await
            .unwrap()
            .is_empty(),
        "no chrome inside a frame"
    );
    browser
        .hold("document.documentElement.scrollHeight <= innerHeight + 1")
        .await;
    browser.quit().await;
}

#[tokio::test]
async fn a_message_from_elsewhere_does_not_change_the_height() {
    let site = Site::start();
    let script = site.url("/embed/v1.js");
    let partner = Site::of_partner(format!(
        "<!doctype html><title>Báo</title><script src='{script}'></script>\
         <cho-phien-journey code='9528060010018' lot='S260918'></cho-phien-journey>"
    ));
    let browser = Browser::start().await;
    browser.open(&partner.url("/")).await;
    let frame = "document.querySelector('cho-phien-journey').shadowRoot?.querySelector('iframe')";
    browser
        .hold(&format!("{frame}?.getBoundingClientRect().height > 1000"))
        .await;
    // The frame may tell its own height meanwhile, so that only the forged message counts.
    let forge = "const done = arguments[0];
        addEventListener('message', ({ data }) => { if (data.height === 333) done(true); });
        postMessage({ type: 'cho-phien:height', height: 333 }, '*');";
    browser.page.execute_async(forge, Vec::new()).await.unwrap();
    let height = browser
        .evaluate(&format!("return {frame}.getBoundingClientRect().height"))
        .await;
    assert!(height.as_f64().unwrap() > 1000.0, "{height}");
    browser.quit().await;
}
