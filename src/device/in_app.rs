//! Browsers inside other apps: many of them lend pages no camera. How they name themselves, and the way out of them.

/// The system of a phone, as far as the way out differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum System {
    /// Android: a link of the scheme `intent` opens the browser that the phone's owner has chosen.
    Android,
    /// iPhone and iPad: a link of the scheme `x-safari-https` opens Safari (iOS 17 and newer).
    Ios,
    /// Anything else: only the address itself can be carried over.
    Other,
}

/// What the user agents of browsers inside apps contain, with the name of the app; `None` for an app that is not named.
const APPS: &[(&str, Option<&str>)] = &[
    ("Zalo", Some("Zalo")),
    ("Instagram", Some("Instagram")),
    ("MessengerForiOS", Some("Messenger")),
    ("Orca-Android", Some("Messenger")),
    ("FBAN", Some("Facebook")),
    ("FBAV", Some("Facebook")),
    ("FB_IAB", Some("Facebook")),
    ("musical_ly", Some("TikTok")),
    ("BytedanceWebview", Some("TikTok")),
    ("TikTok", Some("TikTok")),
    ("trill_", Some("TikTok")),
    ("MicroMessenger", Some("WeChat")),
    (" Line/", Some("LINE")),
    ("KAKAOTALK", Some("KakaoTalk")),
    ("Viber", Some("Viber")),
    ("Snapchat", Some("Snapchat")),
    ("LinkedInApp", Some("LinkedIn")),
    ("Pinterest/", Some("Pinterest")),
    // What Android's own web view adds for every app.
    ("; wv)", None),
];

/// The app around the browser with this user agent: its name, or an empty one. `None` for a browser of its own.
pub fn app(user_agent: &str) -> Option<&'static str> {
    let named = APPS.iter().find(|(mark, _)| user_agent.contains(mark));
    match named {
        Some((_, name)) => Some(name.unwrap_or_default()),
        // On iPhones, browsers say `Safari/`, and the web views of apps do not.
        None if system(user_agent) == System::Ios && !user_agent.contains("Safari/") => Some(""),
        None => None,
    }
}

/// The system that a user agent names.
pub fn system(user_agent: &str) -> System {
    if user_agent.contains("Android") {
        System::Android
    } else if ["iPhone", "iPad", "iPod"]
        .iter()
        .any(|name| user_agent.contains(name))
    {
        System::Ios
    } else {
        System::Other
    }
}

/// The link that opens a web address in the phone's own browser. `None` where no such link is known.
pub fn way_out(user_agent: &str, url: &str) -> Option<String> {
    let (scheme, rest) = url
        .split_once("://")
        .filter(|(scheme, _)| matches!(*scheme, "https" | "http"))?;
    match system(user_agent) {
        System::Android => Some(format!(
            "intent://{rest}#Intent;scheme={scheme};action=android.intent.action.VIEW;category=android.intent.category.BROWSABLE;end"
        )),
        System::Ios => Some(format!("x-safari-{scheme}://{rest}")),
        System::Other => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ANDROID: &str = "Mozilla/5.0 (Linux; Android 13; SM-A135F Build/TP1A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/120.0.0.0 Mobile Safari/537.36";
    const IPHONE: &str = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/21E219";

    fn check(user_agent: &str, expect: Option<&str>) {
        assert_eq!(app(user_agent), expect, "{user_agent}");
    }

    #[test]
    fn a_browser_inside_an_app_is_recognised() {
        for (suffix, name) in [
            (" [FB_IAB/FB4A;FBAV/440.0.0.28.106;]", "Facebook"),
            (" [FBAN/FBIOS;FBAV/448.0.0.45.114;FBBV/1]", "Facebook"),
            (" [FBAN/MessengerForiOS;FBAV/448.0]", "Messenger"),
            (" [FB_IAB/Orca-Android;FBAV/440.0.0.28.106;]", "Messenger"),
            (" Instagram 312.0.0.42.109 Android", "Instagram"),
            (" Zalo android/23100501 ZaloTheme/light ZaloLanguage/vi", "Zalo"),
            (" musical_ly_2023 BytedanceWebview/d8a21c6", "TikTok"),
            (" trill_330300 JsSdk/1.0", "TikTok"),
            (" MicroMessenger/8.0.42", "WeChat"),
            (" Safari Line/13.20.1", "LINE"),
            ("", ""),
        ] {
            check(&format!("{ANDROID}{suffix}"), Some(name));
            check(&format!("{IPHONE}{suffix}"), Some(name));
        }
    }

    #[test]
    fn a_browser_of_its_own_is_none() {
        for user_agent in [
            "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36",
            "Mozilla/5.0 (Linux; Android 13; SAMSUNG SM-A135F) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/23.0 Chrome/115.0.0.0 Mobile Safari/537.36",
            "Mozilla/5.0 (Android 13; Mobile; rv:120.0) Gecko/120.0 Firefox/120.0",
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Mobile/15E148 Safari/604.1",
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/120.0.6099.50 Mobile/15E148 Safari/604.1",
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/131.0.0.0 Safari/537.36",
            "",
        ] {
            check(user_agent, None);
        }
    }

    #[test]
    fn each_system_has_its_way_out() {
        let url = "https://chophien.example/market?q=ch%C3%A8";
        let intent = "intent://chophien.example/market?q=ch%C3%A8#Intent;scheme=https;action=android.intent.action.VIEW;category=android.intent.category.BROWSABLE;end";
        assert_eq!(way_out(ANDROID, url).as_deref(), Some(intent));
        let safari = "x-safari-https://chophien.example/market?q=ch%C3%A8";
        assert_eq!(way_out(IPHONE, url).as_deref(), Some(safari));
        assert_eq!(way_out("Mozilla/5.0 (X11; Linux x86_64)", url), None);
        assert_eq!(way_out(ANDROID, "javascript:alert(1)"), None);
    }
}
