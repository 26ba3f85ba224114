//! What goes wrong has its own sentence and a next step.

use crate::camera::film;
use crate::codes;
use crate::driver::{Browser, Camera};
use crate::site::{Answer, Site};
use axum::body::Body;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::json;

/// A name, what the host answers, whether it keeps its answers from pages of other sites, and the words for it in vi and en.
type Misbehaviour = (&'static str, fn() -> Response, bool, [&'static str; 2]);

const LOT: &str = "/01/09528060010018/10/S260918";

/// Opens a page of a host with a fault and waits for what it must say.
async fn check(answers: &[(&str, Answer)], path: &str, css: &str, part: &str) {
    let site = Site::with(answers);
    let browser = Browser::start().await;
    browser.open(&site.url(path)).await;
    browser.read(css, part).await;
    browser.quit().await;
}

#[tokio::test]
async fn an_unknown_address_says_so() {
    check(&[], "/khong-co-trang-nay", "main h1", "Không có trang này").await;
}

#[tokio::test]
async fn an_unknown_address_is_repeated() {
    check(&[], "/khong-co-trang-nay", "main code", "/khong-co-trang-nay").await;
}

#[tokio::test]
async fn a_wrong_check_digit_in_the_address_says_so() {
    check(&[], "/01/09528060050015", "main", "số kiểm tra").await;
}

#[tokio::test]
async fn an_unknown_product_says_so_and_asks_before_a_number_leaves_the_phone() {
    let site = Site::start();
    let browser = Browser::start().await;
    browser.open(&site.url("/01/08930000000019")).await;
    browser.see("[data-verdict=unknown]").await;
    browser.read("form.consent", "Open Food Facts").await;
    let asked = "return performance.getEntriesByType('resource').map(entry => entry.name).filter(name => !name.startsWith(location.origin))";
    assert_eq!(
        browser.evaluate(asked).await,
        json!([]),
        "nothing was asked of anybody else"
    );
    browser.quit().await;
}

#[tokio::test]
async fn each_kind_of_nothing_says_so_and_leads_on() {
    let folder = crate::driver::scratch().join("looks");
    std::fs::create_dir_all(&folder).unwrap();
    let (busy, closed) = (
        Site::too_busy(),
        Site::of_partner("<p>no headers for others".to_owned()),
    );
    let nobody = "http://localhost:1".to_owned();
    for (cause, host, say) in [
        ("unknown", String::new(), "Chưa nguồn nào"),
        ("offline", nobody.clone(), "không có mạng"),
        ("down", nobody, "trục trặc"),
        ("busy", busy.url(""), "7 giây"),
        ("closed", closed.url(""), "không cho xem"),
    ] {
        let config = json!({"market": "/api/", "today": "2026-11-23", "sources": [
            {"kind": "linkSet", "name": "Kho", "template": format!("{host}/links/{{file}}.json"), "timeoutMs": 4000, "askFirst": false}]});
        let site = Site::trusting(&host, &[("config.json", Answer::Json(config.to_string()))]);
        let browser = Browser::start().await;
        browser.screen(360, 740).await;
        if cause == "offline" {
            browser
                .prepare("Object.defineProperty(navigator, 'onLine', {get: () => false})")
                .await;
        }
        browser.open(&site.url("/01/08930000000019?17=270101")).await;
        browser.read(&format!(".nothing[data-cause={cause}]"), say).await;
        browser.see(".nothing .facts").await;
        browser.see(".nothing .twin .button.primary").await;
        let file = folder.join(format!("nothing-{cause}.png"));
        browser.page.screenshot(&file).await.unwrap();
        browser.quit().await;
    }
}

#[tokio::test]
async fn every_misbehaviour_of_a_source_has_its_words_and_loses_nothing_known() {
    let down = || StatusCode::INTERNAL_SERVER_ERROR.into_response();
    let picture = || {
        (
            [(header::CONTENT_TYPE, "image/png")],
            vec![0x89, b'P', b'N', b'G'],
        )
            .into_response()
    };
    let round = || (StatusCode::FOUND, [(header::LOCATION, "/again")]).into_response();
    let busy = || (StatusCode::TOO_MANY_REQUESTS, [(header::RETRY_AFTER, "7")]).into_response();
    let away = || {
        (
            StatusCode::FOUND,
            [(header::LOCATION, "http://localhost:1/login")],
        )
            .into_response()
    };
    let endless = || {
        let body = json!({"queryResults": {"queryName": "q", "resultsBody": {"eventList": []}}});
        let page = json!({"@context": [], "type": "EPCISQueryDocument", "schemaVersion": "2.0",
            "creationDate": "2026-11-23T00:00:00Z", "epcisBody": body, "nextPageToken": "1"});
        ([(header::CONTENT_TYPE, "application/json")], page.to_string()).into_response()
    };
    let cut_off = || {
        let parts = [
            Ok("{\"linkset\"".to_owned()),
            Err(std::io::Error::other("cut off")),
        ];
        Response::new(Body::from_stream(futures_util::stream::iter(parts)))
    };
    let misbehaviours: [Misbehaviour; 11] = [
        (
            "slow",
            || {
                Response::new(Body::from_stream(futures_util::stream::pending::<
                    Result<Vec<u8>, std::io::Error>,
                >()))
            },
            false,
            ["quá chậm", "too long to answer"],
        ),
        ("busy", busy, false, ["đợi 7 giây", "Wait 7 seconds"]),
        ("down", down, false, ["mã lỗi 500", "error 500"]),
        ("picture", picture, false, ["không đọc được", "cannot be read"]),
        (
            "large",
            || Response::new(Body::from(vec![b' '; 20_000_000])),
            false,
            ["không đọc được", "cannot be read"],
        ),
        (
            "deep",
            || "[".repeat(100_000).into_response(),
            false,
            ["không đọc được", "cannot be read"],
        ),
        (
            "round",
            round,
            false,
            ["chuyển sang một địa chỉ khác", "leads on to another address"],
        ),
        (
            "away",
            away,
            false,
            ["chuyển sang một địa chỉ khác", "leads on to another address"],
        ),
        (
            "cut off",
            cut_off,
            false,
            ["không liên lạc được", "could not be reached"],
        ),
        ("endless", endless, false, ["không đọc được", "cannot be read"]),
        (
            "closed",
            || "{}".into_response(),
            true,
            ["không cho trang này đọc", "does not let this page read"],
        ),
    ];
    let browser = Browser::start().await;
    for (name, answer, closed, says) in misbehaviours {
        let host = Site::misbehaving(answer, closed);
        // Only repositories have pages.
        let (kind, template) = match name {
            "endless" => ("epcis", host.url("")),
            _ => ("linkSet", host.url("/{file}.json")),
        };
        let config = json!({"market": "/api/", "today": "2026-11-23", "sources": [
            {"kind": "linkSet", "name": "Chợ", "template": "/api/{file}/linkset.json"},
            {"kind": kind, "name": format!("Kho {name}"), "template": template, "timeoutMs": 3000, "askFirst": false}]});
        let answers = [
            ("config.json", Answer::Json(config.to_string())),
            ("sw.js", Answer::Missing),
        ];
        let site = Site::trusting(&host.url(""), &answers);
        browser.open(&site.url(LOT)).await;
        for (tag, part) in ["vi", "en"].into_iter().zip(says) {
            browser.speak(tag).await;
            let said = browser.read(".silences .notice", part).await;
            assert!(said.contains(&format!("Kho {name}")), "{said}");
        }
        browser.read("main h1", "tea").await;
        browser.see("ol.thread li").await;
    }
    browser.quit().await;
}

#[tokio::test]
async fn a_resolver_leads_on_within_its_own_host_only() {
    let links = || {
        let set = json!({"linkset": [{"gs1:pip": [{"href": "/p.json"}]}]});
        let documents = json!({"linkset": set["linkset"], "productName": "Chè của kho"});
        (
            [(header::CONTENT_TYPE, "application/json")],
            documents.to_string(),
        )
            .into_response()
    };
    let stranger = Site::misbehaving(links, false);
    let lead = |place: String| {
        let host = Site::asking(move |request| match request.uri().path().starts_with("/01/") {
            true => (
                StatusCode::TEMPORARY_REDIRECT,
                [(header::LOCATION, place.clone())],
            )
                .into_response(),
            false => links(),
        });
        let config = json!({"market": "/api/", "today": "2026-11-23", "sources": [
            {"kind": "linkSet", "name": "Kho", "template": host.url("{path}?linkType=linkset"), "askFirst": false}]});
        let answers = [("config.json", Answer::Json(config.to_string()))];
        let trusted = format!("{} {}", host.url(""), stranger.url(""));
        (Site::trusting(&trusted, &answers), host)
    };
    let browser = Browser::start().await;
    let (site, _host) = lead("/links".to_owned());
    browser.open(&site.url("/01/08930000000019")).await;
    browser.read("main h1", "Chè của kho").await;
    let (site, _host) = lead(stranger.url("/links"));
    browser.open(&site.url("/01/08930000000019")).await;
    browser.read(".silences", "chuyển sang một địa chỉ khác").await;
    browser.see(".nothing[data-cause=down]").await;
    browser.quit().await;
}

#[tokio::test]
async fn lists_that_say_what_holds_now_never_come_from_the_browsers_cache() {
    let site = Site::with(&[("sw.js", Answer::Missing)]);
    let browser = Browser::start().await;
    browser
        .prepare(
            "globalThis.asked = []; const ask = fetch;
             globalThis.fetch = (request, more) => { asked.push(`${request.cache} ${new URL(request.url ?? request, location).pathname}`); return ask(request, more); };",
        )
        .await;
    browser.open(&site.url(LOT)).await;
    browser.see("ol.thread li").await;
    let asked = browser.evaluate("return asked").await;
    let asked: Vec<&str> = asked
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|one| one.as_str())
        .collect();
    for list in [
        "recalls.json",
        "recalls.json.jws",
        "revoked.json",
        "revoked.json.jws",
    ] {
        let line = format!("no-store /api/{list}");
        assert!(asked.contains(&line.as_str()), "{list}: {asked:?}");
    }
    let kept = format!("default /api{LOT}/linkset.json");
    assert!(asked.contains(&kept.as_str()), "{asked:?}");
    browser.quit().await;
}

#[tokio::test]
async fn a_certificate_shows_the_host_of_its_page_and_leads_nowhere_by_itself() {
    let papers = json!([
        {"@id": "urn:1", "certificationType": "vietgap", "certificationStandard": "VietGAP", "certificationURI": "https://coop.example/giay/1"},
        {"@id": "urn:2", "certificationType": "ocop", "certificationStandard": "OCOP", "certificationURI": "https://127.0.0.1/giay/2"},
    ]);
    let product = json!({"productName": "Chè", "certification": papers});
    let config = json!({"market": "/api/", "today": "2026-11-23", "sources": [
        {"kind": "linkSet", "name": "Chợ", "template": "/api/{file}/linkset.json"}]});
    let site = Site::with(&[
        ("config.json", Answer::Json(config.to_string())),
        ("product.json", Answer::Json(product.to_string())),
    ]);
    let browser = Browser::start().await;
    browser.open(&site.url(LOT)).await;
    let shown = browser.read(".papers a[target=_blank]", "coop.example").await;
    assert!(shown.contains("Xem trang của giấy này"), "{shown}");
    let links = "return [...document.querySelectorAll('.papers a')].map(link => `${link.href} ${link.rel}`)";
    assert_eq!(
        browser.evaluate(links).await,
        json!(["https://coop.example/giay/1 noopener noreferrer external"])
    );
    let asked = "return performance.getEntriesByType('resource').map(entry => entry.name).filter(name => name.includes('coop.example'))";
    assert_eq!(browser.evaluate(asked).await, json!([]));
    browser.quit().await;
}

#[tokio::test]
async fn an_unknown_lot_of_a_known_product_says_so() {
    check(&[], "/01/09528060010018/10/KHONGCO", "[data-verdict=unknown]", "").await;
}

#[tokio::test]
async fn a_broken_journey_is_explained() {
    check(
        &[("epcis.json", Answer::Json("{\"epcisBody\": 7".to_owned()))],
        LOT,
        ".silences",
        "không đọc được",
    )
    .await;
}

#[tokio::test]
async fn a_broken_journey_is_never_green() {
    check(
        &[("epcis.json", Answer::Json("{\"epcisBody\": 7".to_owned()))],
        LOT,
        "[data-verdict=unknown]",
        "",
    )
    .await;
}

#[tokio::test]
async fn a_broken_link_set_is_explained() {
    check(
        &[("linkset.json", Answer::Json("<<<".to_owned()))],
        LOT,
        ".silences",
        "không đọc được",
    )
    .await;
}

#[tokio::test]
async fn a_recall_list_that_cannot_be_fetched_is_never_plainly_green() {
    check(
        &[("recalls.json", Answer::Missing)],
        LOT,
        "[data-verdict=unknown]",
        "thu hồi",
    )
    .await;
}

#[tokio::test]
async fn a_program_file_that_is_missing_is_explained() {
    check(
        &[("_bg.wasm", Answer::Missing)],
        "/",
        "#panel-missing",
        "không tải về được",
    )
    .await;
}

#[tokio::test]
async fn a_start_script_that_is_missing_is_explained() {
    check(
        &[("boot.js", Answer::Missing)],
        "/",
        "#panel-missing",
        "không tải về được",
    )
    .await;
}

#[tokio::test]
async fn a_browser_too_old_for_the_start_script_is_explained() {
    let unreadable = Answer::ScriptOnce("what this browser does not understand");
    check(&[("boot.js", unreadable)], "/", "#panel-browser", "quá cũ").await;
}

#[tokio::test]
async fn a_missing_scanner_is_explained_and_leaves_other_ways() {
    let site = Site::with(&[("scanner", Answer::Missing)]);
    let film = film("no-scanner", &codes::ean_13("9528060010018"));
    let browser = Browser::with(Camera::Film(&film), "vi").await;
    browser.open(&site.url("/")).await;
    browser.press("Quét mã").await;
    browser
        .read(".viewfinder .hint", "Không tải được bộ đọc mã")
        .await;
    browser.press("Nhập mã").await;
    browser.see("#code-field").await;
    browser.quit().await;
}

#[tokio::test]
async fn a_part_of_the_program_that_is_on_its_way_is_waited_for() {
    let site = Site::with(&[("split_market", Answer::Silence)]);
    let browser = Browser::start().await;
    browser.open(&site.url("/market")).await;
    browser.see("main .skeleton[role=status]").await;
    assert!(browser.page.title().await.unwrap().contains("Đang tải"));
    browser.see("nav.tabs a[href='/']").await.click().await.unwrap();
    browser.see("button.cta").await;
    browser.quit().await;
}

#[tokio::test]
async fn a_part_of_the_program_that_is_missing_is_explained_and_can_be_asked_for_again() {
    let site = Site::with(&[("split_market", Answer::MissingOnce), ("sw.js", Answer::Missing)]);
    let browser = Browser::start().await;
    browser.open(&site.url("/")).await;
    browser.see("button.cta").await;
    browser
        .see("nav.tabs a[href='/market']")
        .await
        .click()
        .await
        .unwrap();
    browser.read("main h1", "Chưa mở được trang này").await;
    browser.read("main [role=alert]", "kiểm tra mạng").await;
    browser.hold("document.activeElement?.tagName === 'H1'").await;
    browser.press("Thử lại").await;
    browser.see("a.card").await;
    browser.quit().await;
}

#[tokio::test]
async fn an_overlay_that_is_on_its_way_shows_its_frame_and_closes_by_its_button_and_by_back() {
    let site = Site::with(&[("split_scan", Answer::Silence), ("sw.js", Answer::Missing)]);
    let browser = Browser::start().await;
    browser.open(&site.url("/")).await;
    for (opener, frame) in [
        ("Quét mã", "dialog.viewfinder[open]"),
        ("Nhập mã", "dialog.sheet-dialog[open]"),
    ] {
        browser.press(opener).await;
        browser.read(&format!("{frame} [role=status]"), "Đang tải").await;
        browser.press("Đóng").await;
        browser.hold("!document.querySelector('dialog')").await;
        browser.press(opener).await;
        browser.see(frame).await;
        browser.page.back().await.unwrap();
        browser.hold("!document.querySelector('dialog')").await;
        assert_eq!(browser.path().await, "/");
    }
    browser.quit().await;
}

#[tokio::test]
async fn an_overlay_that_is_missing_is_explained_and_can_be_asked_for_again() {
    let site = Site::with(&[("split_scan", Answer::MissingOnce), ("sw.js", Answer::Missing)]);
    let browser = Browser::start().await;
    browser.open(&site.url("/")).await;
    browser.see("button.cta").await;
    browser
        .evaluate("document.querySelector('.twin .button').click()")
        .await; // Without a pointer on the way, which would ask once more.
    browser.read("dialog [role=alert]", "kiểm tra mạng").await;
    browser.press("Thử lại").await;
    browser.see("#code-field").await;
    browser.quit().await;
}

#[tokio::test]
async fn a_browser_without_webassembly_is_explained() {
    let site = Site::start();
    let browser = Browser::start().await;
    browser.prepare("delete globalThis.WebAssembly").await;
    browser.open(&site.url("/")).await;
    browser.read("#panel-browser", "trình duyệt").await;
    browser.quit().await;
}

#[tokio::test]
async fn a_panic_is_explained_and_offers_a_reload() {
    let site = Site::start();
    let browser = Browser::start().await;
    browser.open(&site.url("/")).await;
    browser.see("button.cta").await;
    browser
        .evaluate("dispatchEvent(new Event('cho-phien:panic'))")
        .await;
    browser.read("#panel-panic", "Tải lại").await;
    browser.quit().await;
}

#[tokio::test]
async fn a_missing_catalogue_is_explained() {
    check(
        &[("catalogue", Answer::Missing)],
        "/market",
        ".trouble",
        "thiếu một tệp dữ liệu",
    )
    .await;
}

#[tokio::test]
async fn a_market_that_does_not_answer_is_explained_and_leaves_the_home_page_usable() {
    let site = Site::with(&[("market.json", Answer::Silence)]);
    let browser = Browser::start().await;
    browser.open(&site.url("/")).await;
    browser.read(".trouble", "trả lời quá chậm").await;
    browser.press("Nhập mã").await;
    browser.see("#code-field").await;
    browser.quit().await;
}

#[tokio::test]
async fn a_scanner_that_hangs_is_started_again() {
    // Without a service worker, whose own copy of the loader would take the one hanging answer away.
    let site = Site::with(&[
        ("scanner_loader.js", Answer::ScriptOnce("postMessage('ready')")),
        ("sw.js", Answer::Missing),
    ]);
    let film = film("hanging-scanner", &codes::ean_13("9528060010018"));
    let browser = Browser::with(Camera::Film(&film), "vi").await;
    browser.open(&site.url("/")).await;
    browser.press("Quét mã").await;
    browser.arrive("/01/09528060010018").await;
    browser.quit().await;
}
