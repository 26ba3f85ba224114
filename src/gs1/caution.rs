//! What speaks against trusting a code that names no product.

use crate::words::Lang;

/// A reason to be careful.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Caution {
    /// A number for weighed goods; a weight or price may be inside.
    Measured,
    /// A number for use inside one company.
    Internal,
    /// A coupon or refund receipt.
    Coupon,
    /// The check digit is wrong, in a way that one platform is known for.
    CheckDigit,
    /// A host that looks like a known one, which is named here.
    LookAlike(&'static str),
    /// Letters of several scripts in one name.
    MixedScripts,
    /// Letters outside English in the name of the host.
    ForeignLetters,
    /// A number instead of a host's name.
    AddressAsHost,
    /// A user name before the host, which looks like a host itself.
    UserInfo,
    /// A port that is not the usual one.
    Port,
    /// A service that hides where the link leads.
    Shortener,
    /// Another link inside the link, to which it may send the visitor on.
    Redirect,
    /// A program to install.
    Program,
    /// A connection that anybody on the way can read and change.
    NotEncrypted,
    /// A payment code that is damaged or was changed.
    Damaged,
    /// A wireless network that anybody can listen to.
    OpenNetwork,
    /// A message that may cost money.
    PaidMessage,
    /// A number with `*` or `#`, which phones take for an order to the network.
    ServiceCode,
}

impl Caution {
    /// A short name for programs, such as `look-alike`.
    pub fn code(self) -> &'static str {
        match self {
            Caution::Measured => "measured",
            Caution::Internal => "internal",
            Caution::Coupon => "coupon",
            Caution::CheckDigit => "check-digit",
            Caution::LookAlike(_) => "look-alike",
            Caution::MixedScripts => "mixed-scripts",
            Caution::ForeignLetters => "punycode",
            Caution::AddressAsHost => "ip-host",
            Caution::UserInfo => "user-info",
            Caution::Port => "port",
            Caution::Shortener => "shortener",
            Caution::Redirect => "redirect",
            Caution::Program => "program",
            Caution::NotEncrypted => "not-encrypted",
            Caution::Damaged => "damaged",
            Caution::OpenNetwork => "open-network",
            Caution::PaidMessage => "paid-message",
            Caution::ServiceCode => "service-code",
        }
    }

    /// What to be careful about, in a sentence.
    pub fn sentence(self, lang: Lang) -> String {
        let words = lang.caution();
        let text = match self {
            Caution::Measured => words.measured,
            Caution::Internal => words.internal,
            Caution::Coupon => words.coupon,
            Caution::CheckDigit => words.check_digit,
            Caution::LookAlike(known) => return words.look_alike.replace("{host}", known),
            Caution::MixedScripts => words.mixed_scripts,
            Caution::ForeignLetters => words.foreign_letters,
            Caution::AddressAsHost => words.address_as_host,
            Caution::UserInfo => words.user_info,
            Caution::Port => words.port,
            Caution::Shortener => words.shortener,
            Caution::Redirect => words.redirect,
            Caution::Program => words.program,
            Caution::NotEncrypted => words.not_encrypted,
            Caution::Damaged => words.damaged,
            Caution::OpenNetwork => words.open_network,
            Caution::PaidMessage => words.paid_message,
            Caution::ServiceCode => words.service_code,
        };
        text.to_owned()
    }
}
