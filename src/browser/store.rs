//! The scans that this phone remembers (IndexedDB), or that this visit remembers where the browser refuses.

use super::site;
use super::wire::{get, object};
use crate::words::Text;
use js_sys::{Array, Promise};
use std::cell::RefCell;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    IdbDatabase, IdbObjectStore, IdbObjectStoreParameters, IdbOpenDbRequest, IdbRequest, IdbTransactionMode,
};

const DATABASE: &str = "cho-phien";
const VERSION: u32 = 1;
const SCANS: &str = "scans";

/// One journey that was looked at.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scan {
    /// Path and query of its page; there is one scan for each.
    pub path: String,
    /// The 14-digit number of the product.
    pub gtin: Option<String>,
    /// The lot.
    pub lot: Option<String>,
    /// What the product is called.
    pub name: Text,
    /// Its picture, relative to the site or absolute.
    pub picture: Option<String>,
    /// When it was looked at last, in milliseconds since 1970 (UTC).
    pub at: f64,
    /// Whether the shopper wants to find it again.
    pub favourite: bool,
    /// Whether it was bought; `None` where it is not on the list of what to buy.
    pub bought: Option<bool>,
    /// What the shopper wrote about it.
    pub note: String,
}

/// Where scans are kept.
pub enum Store {
    /// In the browser's database.
    Database(IdbDatabase),
    /// In memory, until the page is closed.
    Memory(RefCell<Vec<Scan>>),
}

impl Store {
    /// Opens the database. Where the browser refuses, as some do in private windows, memory takes its place.
    pub async fn open() -> Store {
        match open_database().await {
            Ok(database) => Store::Database(database),
            Err(_) => Store::Memory(RefCell::default()),
        }
    }

    /// All scans, the latest first. `None` when the browser does not give them.
    pub async fn list(&self) -> Option<Vec<Scan>> {
        let mut scans = match self {
            Store::Database(database) => read_all(database).await.ok()?,
            Store::Memory(scans) => scans.borrow().clone(),
        };
        scans.sort_by(|a, b| b.at.total_cmp(&a.at));
        Some(scans)
    }

    /// Keeps a scan in the place of the one with the same path. Gives whether it outlives the page.
    pub async fn add(&self, scan: &Scan) -> bool {
        match self {
            Store::Database(database) => {
                let record = to_js(scan);
                change(database, |scans| scans.put(&record)).await
            }
            Store::Memory(scans) => {
                scans.borrow_mut().retain(|kept| kept.path != scan.path);
                scans.borrow_mut().push(scan.clone());
                false
            }
        }
    }

    /// Forgets the scan with this path. Gives whether that outlives the page.
    pub async fn remove(&self, path: &str) -> bool {
        match self {
            Store::Database(database) => change(database, |scans| scans.delete(&path.into())).await,
            Store::Memory(scans) => {
                scans.borrow_mut().retain(|kept| kept.path != path);
                false
            }
        }
    }

    /// Forgets all scans. Gives whether that outlives the page.
    pub async fn clear(&self) -> bool {
        match self {
            Store::Database(database) => change(database, |scans| scans.clear()).await,
            Store::Memory(scans) => {
                scans.borrow_mut().clear();
                false
            }
        }
    }
}

async fn open_database() -> Result<IdbDatabase, JsValue> {
    let factory = site::window().and_then(|window| window.indexed_db().ok().flatten());
    let request = factory.ok_or(JsValue::NULL)?.open_with_u32(DATABASE, VERSION)?;
    let upgraded = request.clone();
    let upgrade = Closure::once(move || {
        let _ = create(&upgraded); // OK because a database without the store fails at the first use, which is handled.
    });
    request.set_onupgradeneeded(Some(upgrade.as_ref().unchecked_ref()));
    answer(&request).await?.dyn_into()
}

fn create(request: &IdbOpenDbRequest) -> Result<(), JsValue> {
    let database: IdbDatabase = request.result()?.dyn_into()?;
    let parameters = IdbObjectStoreParameters::new();
    parameters.set_key_path(&"path".into());
    database.create_object_store_with_optional_parameters(SCANS, &parameters)?;
    Ok(())
}

async fn read_all(database: &IdbDatabase) -> Result<Vec<Scan>, JsValue> {
    let scans = database.transaction_with_str(SCANS)?.object_store(SCANS)?;
    let records: Array = answer(&scans.get_all()?).await?.dyn_into()?;
    Ok(records.iter().filter_map(|record| from_js(&record)).collect())
}

/// Asks for one change and waits until it is written. A browser that refuses, or has no room left, keeps what it had.
async fn change(
    database: &IdbDatabase,
    ask: impl FnOnce(&IdbObjectStore) -> Result<IdbRequest, JsValue>,
) -> bool {
    let begun = database.transaction_with_str_and_mode(SCANS, IdbTransactionMode::Readwrite);
    let Ok(transaction) = begun else { return false };
    // A full disk is told at the end of the transaction, when the request itself has long succeeded.
    let written = Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onabort(Some(&reject));
    });
    let asked = transaction.object_store(SCANS).and_then(|scans| ask(&scans));
    asked.is_ok() && JsFuture::from(written).await.is_ok()
}

/// The result of a request once it is there.
async fn answer(request: &IdbRequest) -> Result<JsValue, JsValue> {
    let promise = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    JsFuture::from(promise).await?;
    request.result()
}

fn to_js(scan: &Scan) -> JsValue {
    let optional = |text: &Option<String>| text.as_deref().map_or(JsValue::NULL, JsValue::from_str);
    let name = object(&[
        ("vi", scan.name.vi.as_str().into()),
        ("en", scan.name.en.as_str().into()),
    ]);
    object(&[
        ("path", scan.path.as_str().into()),
        ("gtin", optional(&scan.gtin)),
        ("lot", optional(&scan.lot)),
        ("name", name.into()),
        ("picture", optional(&scan.picture)),
        ("at", scan.at.into()),
        ("favourite", scan.favourite.into()),
        ("bought", scan.bought.map_or(JsValue::NULL, JsValue::from_bool)),
        ("note", scan.note.as_str().into()),
    ])
    .into()
}

fn from_js(record: &JsValue) -> Option<Scan> {
    let text = |object: &JsValue, key: &str| get(object, key)?.as_string();
    let name = get(record, "name").unwrap_or_default();
    Some(Scan {
        path: text(record, "path")?,
        gtin: text(record, "gtin"),
        lot: text(record, "lot"),
        name: Text {
            vi: text(&name, "vi").unwrap_or_default(),
            en: text(&name, "en").unwrap_or_default(),
        },
        picture: text(record, "picture"),
        at: get(record, "at").and_then(|at| at.as_f64()).unwrap_or_default(),
        favourite: get(record, "favourite").is_some_and(|favourite| favourite.is_truthy()),
        bought: get(record, "bought").and_then(|bought| bought.as_bool()),
        note: text(record, "note").unwrap_or_default(),
    })
}
