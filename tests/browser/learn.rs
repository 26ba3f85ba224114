//! The pages that teach.

use crate::driver::Browser;
use crate::site::Site;

#[tokio::test]
async fn an_article_is_reached_from_home_and_back() {
    let site = Site::start();
    let browser = Browser::start().await;
    browser.open(&site.url("/")).await;
    browser.follow("a.lesson[href='/learn']").await;
    browser.arrive("/learn").await;
    browser.follow("a[href='/learn/thong-tin-cong-khai']").await;
    browser.read("h1", "Những thông tin nào phải công khai?").await;
    browser.read(".article", "Nghị định 37/2026/NĐ-CP").await;
    browser.open(&site.url("/learn/che-shan")).await;
    browser.read(".facts", "1.200–2.500 m").await;
    browser.open(&site.url("/learn/khong-co")).await;
    browser.read("main", "Không có bài viết này.").await;
    browser.quit().await;
}

#[tokio::test]
async fn the_words_of_a_page_lead_to_their_meaning() {
    let site = Site::start();
    let browser = Browser::start().await;
    browser.open(&site.url("/learn")).await;
    browser.follow("a[href='/learn/tu-ngu']").await;
    browser.read("dl.article", "GS1 Digital Link").await;
    browser.follow("dl.article a[href='/learn/gtin']").await;
    browser.read("h1", "Mã sản phẩm (GTIN)").await;
    browser.read(".article", "số kiểm tra").await;
    browser.open(&site.url("/learn/doc-ma-vach-qr")).await;
    browser.follow("ul.chips a[href='/learn/so-lo']").await;
    browser.read("h1", "Số lô").await;
    browser.open(&site.url("/417/9528060010001")).await;
    browser.follow("a[href='/learn/gln']").await;
    browser.read("h1", "Mã địa điểm (GLN)").await;
    browser.quit().await;
}

#[tokio::test]
async fn a_speciality_leads_to_the_market_only_where_that_has_it() {
    let site = Site::start();
    let browser = Browser::start().await;
    browser.open(&site.url("/learn/te-rau")).await;
    browser.follow("a[href^='/market?q=']").await;
    browser.read("a.card", "Gạo tẻ râu").await;
    browser.open(&site.url("/learn/dia-lan")).await;
    browser.see(".facts").await;
    browser
        .hold("performance.getEntriesByType('resource').some(entry => entry.name.includes('/api/catalogue/1.json') && entry.responseEnd > 0)")
        .await;
    let links = "document.querySelectorAll(\"a[href^='/market?q=']\").length";
    assert_eq!(browser.evaluate(&format!("return {links}")).await, 0);
    browser.quit().await;
}

#[tokio::test]
async fn the_quiz_says_what_was_right_and_counts() {
    let site = Site::start();
    let browser = Browser::start().await;
    browser.open(&site.url("/learn")).await;
    browser.press("Quét luôn, mã nào cũng như nhau").await;
    browser.read(".quiz [role=status]", "Chưa đúng.").await;
    browser.press("Tiếp theo").await;
    for answer in [
        "Mã do tổ chức GS1 Việt Nam cấp",
        "Đóng trang lại",
        "Có chỗ ghi sai, nên hỏi lại",
        "Chưa biết, hãy hỏi người bán",
    ] {
        browser.press(answer).await;
        browser.read(".quiz [role=status]", "Đúng.").await;
        browser.press("Tiếp theo").await;
    }
    browser.read(".quiz [role=status]", "4 trên 5 câu đúng").await;
    browser.quit().await;
}

#[tokio::test]
async fn the_label_tells_what_its_parts_mean() {
    let site = Site::start();
    let browser = Browser::start().await;
    browser.open(&site.url("/learn")).await;
    browser.press("6. Mã vạch 13 số").await;
    browser
        .read(".label-picture [role=status]", "không nói hàng từ đâu đến")
        .await;
    browser.quit().await;
}
