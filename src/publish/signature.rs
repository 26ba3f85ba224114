//! The organiser's key, and the signatures that it puts beside the published files.

use crate::api::Files;
use crate::sources::signature::{decoded, encoded, signing_input};
use crate::words::Text;
use ed25519_dalek::{Signer as _, SigningKey};
use serde_json::{Value, json};
use time::Date;

/// Why there is no key.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// The operating system gave no randomness.
    #[error("no randomness for a new key: {0}")]
    Randomness(getrandom::Error),
    /// The text is no key file.
    #[error("expected a private Ed25519 key (JWK with kty OKP, crv Ed25519, kid, d), found {0}")]
    Format(String),
    /// An entry of keys.json holds the private part of its key.
    #[error(
        "keys.json: expected public keys, found the private part (d) of the key {0}: take it out and keep it where nobody else can read it"
    )]
    Private(String),
}

/// What is published of a key.
const PUBLIC: [&str; 6] = ["kty", "crv", "kid", "name", "x", "until"];

/// A private key with its name and whose it is.
pub struct Signer {
    kid: String,
    name: Text,
    key: SigningKey,
}

impl Signer {
    /// A new key of the organiser `name`. `kid` is what signatures call it: no two keys may share one.
    pub fn generate(kid: &str, name: Text) -> Result<Signer, KeyError> {
        let mut seed = [0; 32];
        getrandom::fill(&mut seed).map_err(KeyError::Randomness)?;
        Ok(Signer {
            kid: kid.to_owned(),
            name,
            key: SigningKey::from_bytes(&seed),
        })
    }

    /// Reads a key file (RFC 8037).
    pub fn read(text: &str) -> Result<Signer, KeyError> {
        let wrong = |what: &str| KeyError::Format(what.to_owned());
        let jwk: Value = serde_json::from_str(text).map_err(|_| wrong("no JSON"))?;
        if jwk["kty"] != "OKP" || jwk["crv"] != "Ed25519" {
            return Err(wrong("another kind of key"));
        }
        let kid = jwk["kid"].as_str().filter(|kid| !kid.is_empty());
        let seed = jwk["d"].as_str().and_then(decoded).ok_or(wrong("no d"))?;
        let seed: [u8; 32] = seed.try_into().map_err(|_| wrong("d of another length"))?;
        Ok(Signer {
            kid: kid.ok_or(wrong("no kid"))?.to_owned(),
            name: serde_json::from_value(jwk["name"].clone()).unwrap_or_default(),
            key: SigningKey::from_bytes(&seed),
        })
    }

    /// The key file: keep it where nobody else can read it.
    pub fn private_jwk(&self) -> Value {
        let mut jwk = self.public_jwk();
        jwk["d"] = encoded(self.key.as_bytes()).into();
        jwk
    }

    /// What config.json pins and keys.json publishes.
    pub fn public_jwk(&self) -> Value {
        json!({
            "kty": "OKP", "crv": "Ed25519", "kid": self.kid, "name": self.name,
            "x": encoded(self.key.verifying_key().as_bytes()),
        })
    }

    /// The detached signature of a file, dated `on`.
    pub fn sign(&self, file: &[u8], on: Date) -> String {
        let header = json!({
            "alg": "EdDSA", "b64": false, "crit": ["b64"], "kid": self.kid, "sigT": on.to_string(),
        });
        let header = encoded(header.to_string().as_bytes());
        let signature = self.key.sign(&signing_input(&header, file));
        format!("{header}..{}\n", encoded(&signature.to_bytes()))
    }
}

/// A key at work: with the keys before it, the organiser's revocation list, and the day of its signatures.
pub struct Signing {
    signer: Signer,
    earlier: Vec<Value>,
    revoked: Vec<Value>,
    on: Date,
    announcer: Option<Signer>,
}

impl Signing {
    /// `earlier` are the public keys that signed before this one and may still be met, `revoked` the entries of the
    /// organiser's revocation list. The error says that one of the keys is a private one.
    pub fn new(
        signer: Signer,
        earlier: Vec<Value>,
        revoked: Vec<Value>,
        on: Date,
    ) -> Result<Signing, KeyError> {
        let private = earlier.iter().find(|key| key.get("d").is_some());
        if let Some(key) = private {
            return Err(KeyError::Private(
                key["kid"].as_str().unwrap_or("without a name").to_owned(),
            ));
        }
        Ok(Signing {
            signer,
            earlier,
            revoked,
            on,
            announcer: None,
        })
    }

    /// Lets another key sign keys.json: the one that phones have pinned, which so announces the key of the other signatures.
    pub fn announced_by(self, announcer: Option<Signer>) -> Signing {
        Signing { announcer, ..self }
    }

    /// The detached signature of the file at `path`.
    pub fn sign(&self, path: &str, file: &[u8]) -> String {
        let announcer = self.announcer.as_ref().filter(|_| path == "keys.json");
        announcer.unwrap_or(&self.signer).sign(file, self.on)
    }

    /// keys.json and revoked.json.
    pub fn lists(&self) -> Files {
        lists(&self.signer, &self.earlier, &self.revoked, self.on)
    }
}

/// Adds keys.json and revoked.json, and beside every file its signature of the day `on`. `earlier` are the public keys
/// that signed before this one and may still be met, `revoked` the entries of the organiser's revocation list.
pub fn sign(files: &mut Files, signer: &Signer, earlier: &[Value], revoked: &[Value], on: Date) {
    files.extend(lists(signer, earlier, revoked, on));
    let signatures: Vec<(String, String)> = files
        .iter()
        .map(|(path, text)| (format!("{path}.jws"), signer.sign(text.as_bytes(), on)))
        .collect();
    files.extend(signatures);
}

/// Signs keys.json with another key: the one that phones have pinned, which so announces the key of the other signatures.
pub fn announce(files: &mut Files, by: &Signer, on: Date) {
    let signature = files.get("keys.json").map(|list| by.sign(list.as_bytes(), on));
    files.extend(signature.map(|signature| ("keys.json.jws".to_owned(), signature)));
}

fn lists(signer: &Signer, earlier: &[Value], revoked: &[Value], on: Date) -> Files {
    let mut keys = vec![signer.public_jwk()];
    let others = earlier.iter().filter(|key| key["kid"] != signer.kid.as_str());
    keys.extend(others.map(public));
    let keys = json!({ "keys": keys });
    let revoked = json!({ "asOf": on.to_string(), "revoked": revoked });
    [("keys.json", keys), ("revoked.json", revoked)]
        .map(|(name, list)| (name.to_owned(), format!("{list}\n")))
        .into()
}

/// The fields of a key that are for everybody.
fn public(key: &Value) -> Value {
    let fields = PUBLIC
        .iter()
        .filter_map(|name| Some(((*name).to_owned(), key.get(name)?.clone())));
    Value::Object(fields.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signing(earlier: Value) -> Result<Signing, KeyError> {
        let signer = Signer::generate("next", Text::same("Ban tổ chức")).unwrap();
        Signing::new(signer, vec![earlier], Vec::new(), Date::MIN)
    }

    #[test]
    fn a_private_key_among_the_earlier_ones_is_refused() {
        let error = signing(json!({"kid": "2025", "d": "c2VjcmV0"})).err().unwrap();
        assert!(error.to_string().contains("(d) of the key 2025"), "{error}");
    }

    #[test]
    fn only_the_public_fields_of_a_key_are_published() {
        let key = json!({"kty": "OKP", "crv": "Ed25519", "kid": "2025", "name": "Cũ", "x": "AA", "until": "2026-01-01"});
        let mut noted = key.clone();
        noted["seed"] = "c2VjcmV0".into();
        let lists = signing(noted).ok().unwrap().lists();
        let keys: Value = serde_json::from_str(&lists["keys.json"]).unwrap();
        assert_eq!(keys["keys"][1], key);
    }
}
