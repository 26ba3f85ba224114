//! Detached signatures beside published files: JWS (RFC 7515) with the content left out (RFC 7797), Ed25519 (RFC 8037).

use super::date::day;
use super::json_ld::{date, get, many, string, text};
use crate::words::Text;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ed25519_dalek::{Signature as Ed25519, VerifyingKey};
use serde_json::Value;
use time::Date;

/// A public key that the app trusts, and whose it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// The name by which signatures call it.
    pub kid: String,
    /// Who signs with it.
    pub name: Text,
    /// Its 32 bytes, as 43 letters of base64url. They are decoded when a signature is held against them, because the first visit
    /// reads the settings and verifies nothing.
    pub letters: String,
    /// The last day on which it signs; `None` while it is in use.
    pub until: Option<Date>,
}

impl Key {
    /// Reads the keys of a JWK set (RFC 7517, RFC 8037): those that can be read.
    pub fn read_all(set: &Value) -> Vec<Key> {
        many(set, "keys").iter().filter_map(Key::read).collect()
    }

    fn read(jwk: &Value) -> Option<Key> {
        let is = |name: &str, expected: &str| string(jwk, name).as_deref() == Some(expected);
        if !is("kty", "OKP") || !is("crv", "Ed25519") {
            return None;
        }
        let kid = string(jwk, "kid")?;
        Some(Key {
            name: text(jwk, "name").unwrap_or_else(|| Text::same(kid.clone())),
            letters: string(jwk, "x").filter(|letters| is_key(letters))?,
            // OK because a key whose end cannot be read must not sign for ever.
            until: match get(jwk, "until") {
                Some(_) => Some(date(jwk, "until")?),
                None => None,
            },
            kid,
        })
    }
}

impl Key {
    /// The key itself; `None` where it is no point of the curve.
    fn verifying(&self) -> Option<VerifyingKey> {
        let bytes: [u8; 32] = decoded(&self.letters)?.try_into().ok()?;
        VerifyingKey::from_bytes(&bytes).ok()
    }
}

/// Whether letters of base64url stand for 32 bytes.
fn is_key(letters: &str) -> bool {
    let is_letter = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    letters.len() == 43 && letters.bytes().all(is_letter)
}

/// What a file and the signature beside it come to. The three are never confused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Signature {
    /// The file is as it was signed.
    Signed {
        /// The key.
        kid: String,
        /// Who signed.
        by: Text,
        /// The day that the signer gives.
        on: Option<Date>,
    },
    /// There is no signature, or one by a key that the app does not know: nobody vouches for the file.
    Unsigned,
    /// There is a signature, and it does not fit the file, or its key has been revoked.
    Mismatch,
    /// It is not known whether there is one: it could not be fetched.
    Unknown,
}

/// A file and what its signature came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seal {
    /// The address of the file.
    pub file: String,
    /// What its signature came to.
    pub signature: Signature,
}

/// Holds a file against the detached signature beside it.
pub fn verify(file: &[u8], jws: &str, keys: &[Key]) -> Signature {
    match read(jws) {
        Some(signed) => signed.against(file, keys),
        // OK because something that is no signature must not pass for a missing one.
        None => Signature::Mismatch,
    }
}

/// Whether a signature is one of the kind used here and names its key.
pub(super) fn names_key(jws: &str) -> bool {
    read(jws).is_some_and(|signed| !signed.kid.is_empty())
}

/// The key names of a revocation list. The error says what is wrong with it.
pub fn revoked(document: &Value) -> Result<Vec<String>, String> {
    // OK because a list that is missing must not pass for an empty one.
    let entries = get(document, "revoked").and_then(Value::as_array);
    let entries = entries.ok_or("expected a list `revoked`")?;
    // OK because an entry without a name may mean any key.
    let name =
        |entry: &Value| string(entry, "kid").ok_or("expected a `kid` in every entry of `revoked`".to_owned());
    entries.iter().map(name).collect()
}

/// What is signed: the encoded header, a dot, the bytes of the file (RFC 7797 §5.1).
pub fn signing_input(header: &str, file: &[u8]) -> Vec<u8> {
    [header.as_bytes(), b".", file].concat()
}

/// Bytes in the letters of base64url without padding.
pub fn encoded(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// The bytes that base64url letters stand for.
pub fn decoded(letters: &str) -> Option<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(letters.trim()).ok()
}

/// A detached signature, taken apart.
struct Detached<'a> {
    header: &'a str,
    kid: String,
    on: Option<Date>,
    signature: Ed25519,
}

/// `None` unless it is of the one kind that is used here: EdDSA, content left out and not encoded.
fn read(jws: &str) -> Option<Detached<'_>> {
    let mut parts = jws.trim().split('.');
    let (header, content, signature) = (parts.next()?, parts.next()?, parts.next()?);
    if !content.is_empty() || parts.next().is_some() {
        return None;
    }
    let fields: Value = serde_json::from_slice(&decoded(header)?).ok()?;
    let critical = many(&fields, "crit");
    let is_ours = string(&fields, "alg").as_deref() == Some("EdDSA")
        && fields.get("b64") == Some(&Value::Bool(false))
        && critical.len() == 1
        && critical.first().and_then(Value::as_str) == Some("b64");
    is_ours.then_some(())?;
    let bytes: [u8; 64] = decoded(signature)?.try_into().ok()?;
    Some(Detached {
        header,
        kid: string(&fields, "kid").unwrap_or_default(),
        on: string(&fields, "sigT").and_then(|text| day(&text)),
        signature: Ed25519::from_bytes(&bytes),
    })
}

impl Detached<'_> {
    fn against(&self, file: &[u8], keys: &[Key]) -> Signature {
        let Some(key) = keys.iter().find(|key| key.kid == self.kid) else {
            return Signature::Unsigned;
        };
        let has_ended = key.until.is_some_and(|until| self.on.is_none_or(|on| on > until));
        let input = signing_input(self.header, file);
        // OK because a key that is no point of the curve can have signed nothing.
        let fits = key
            .verifying()
            .is_some_and(|public| public.verify_strict(&input, &self.signature).is_ok());
        if !fits || has_ended {
            return Signature::Mismatch;
        }
        Signature::Signed {
            kid: key.kid.clone(),
            by: key.name.clone(),
            on: self.on,
        }
    }
}
