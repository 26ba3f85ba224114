//! Looks up each data element that the law asks for.

use super::check::{Check, Verdict};
use super::conformity::{Conformity, Element, Law, Proof};
use super::facts::Facts;
use super::step::{Process, Step};
use super::tcvn::standards;
use crate::gs1::DigitalLink;
use crate::sources::product::Product;
use crate::sources::{Attribution, Findings, Standing};
use crate::words::Text;
use crate::words::journey::{both, day};

/// Looks every element up.
pub(super) fn conformity(
    identity: &DigitalLink,
    findings: &Findings,
    facts: &Facts,
    steps: &[Step],
    checks: &[Check],
) -> Conformity {
    let asked = Asked {
        identity,
        findings,
        facts,
        steps: steps.iter().filter(|step| step.voided.is_none()).collect(),
        checks,
    };
    Conformity {
        elements: TABLE.iter().map(|row| asked.element(row)).collect(),
        standards: standards(findings.product.as_ref()),
    }
}

/// Key, Vietnamese and English name, law, whether it must be there.
type Row = (&'static str, &'static str, &'static str, Law, bool);

const TABLE: [Row; 16] = [
    (
        "product-name",
        "Tên sản phẩm",
        "Product name",
        Law::Circular02,
        true,
    ),
    ("picture", "Hình ảnh sản phẩm", "Picture", Law::Circular02, true),
    (
        "producer-name",
        "Tên đơn vị sản xuất, kinh doanh",
        "Producer or trader",
        Law::Circular02,
        true,
    ),
    (
        "producer-address",
        "Địa chỉ đơn vị sản xuất, kinh doanh",
        "Address of the producer or trader",
        Law::Circular02,
        true,
    ),
    (
        "stages",
        "Các công đoạn: mã truy vết sản phẩm, mã truy vết địa điểm, thời gian",
        "Stages: product code, place code, time",
        Law::Circular02,
        true,
    ),
    (
        "production-time",
        "Thời gian sản xuất, kinh doanh",
        "Time of production or trade",
        Law::Circular02,
        true,
    ),
    (
        "trace-code",
        "Mã truy vết sản phẩm",
        "Trace code",
        Law::Circular02,
        true,
    ),
    (
        "brand-serial",
        "Thương hiệu, nhãn hiệu, số sê-ri",
        "Brand, model, serial number",
        Law::Circular02,
        false,
    ),
    (
        "shelf-life",
        "Thời hạn sử dụng",
        "Shelf life",
        Law::Circular02,
        false,
    ),
    (
        "standards",
        "Tiêu chuẩn, quy chuẩn áp dụng",
        "Standards applied",
        Law::Circular02,
        true,
    ),
    ("origin", "Xuất xứ", "Origin", Law::Decree37, true),
    (
        "stage-names",
        "Tên công đoạn",
        "Names of the stages",
        Law::Decree37,
        true,
    ),
    ("lot", "Số lô, mẻ", "Batch or lot", Law::Decree37, true),
    (
        "organisation-id",
        "Mã định danh tổ chức",
        "Identifier of the organisation",
        Law::Passport,
        false,
    ),
    (
        "certificates",
        "Giấy chứng nhận chất lượng, hợp quy",
        "Quality and conformity certificates",
        Law::Passport,
        false,
    ),
    (
        "safety",
        "Cảnh báo an toàn, cách bảo quản",
        "Safety warnings, how to keep it",
        Law::Passport,
        false,
    ),
];

/// Where the elements are looked up.
struct Asked<'a> {
    identity: &'a DigitalLink,
    findings: &'a Findings,
    facts: &'a Facts,
    steps: Vec<&'a Step>,
    checks: &'a [Check],
}

/// What was found: the value, who says so, and whether that is proven beyond who says so.
type Found = (Text, Option<Attribution>, bool);

impl Asked<'_> {
    fn element(&self, (key, vi, en, law, required): &Row) -> Element {
        let found = self.look_up(key).filter(|(value, ..)| !value.is_empty());
        let proof = match &found {
            None => Proof::Missing,
            Some((_, by, shown)) if *shown || by.as_ref().is_some_and(is_signed) => Proof::Proven,
            Some(_) => Proof::Declared,
        };
        let (value, by, _) = found.unwrap_or_default();
        Element {
            key,
            name: Text::new(*vi, *en),
            law: *law,
            required: *required,
            proof,
            value,
            by,
        }
    }

    fn look_up(&self, key: &str) -> Option<Found> {
        match key {
            "product-name" => self.of_product(|product| Some(product.name.clone())),
            "picture" => self.of_product(|product| product.picture.clone().map(Text::same)),
            "producer-name" => self.of_product(|product| Some(product.producer.as_ref()?.name.clone())),
            "producer-address" => self.of_product(address),
            "stages" => self.stages(|step| step.place.is_some() && step.names_goods),
            "production-time" => {
                let packed = self
                    .facts
                    .packed_on
                    .or_else(|| Some(self.steps.first()?.time.date()))?;
                Some((day(packed), self.told_by(), false))
            }
            "trace-code" => Some((
                Text::same(self.identity.canonical()),
                None,
                self.passed("identity"),
            )),
            "brand-serial" => match self.identity.serial() {
                Some(serial) => Some((Text::same(serial), None, true)),
                None => self.of_product(|product| product.brand.clone().map(Text::same)),
            },
            "shelf-life" => {
                let last = self.facts.expires_on.or(self.facts.best_before)?;
                Some((day(last), self.told_by(), false))
            }
            "standards" => self.of_product(|product| product.standard.clone().map(Text::same)),
            "origin" => self.origin(),
            "stage-names" => self.stages(|step| !step.title.is_empty()),
            "lot" => self.lot(),
            "organisation-id" => {
                self.of_product(|product| product.producer.as_ref()?.gln.clone().map(Text::same))
            }
            "certificates" => self.certificates(),
            "safety" => self.of_product(|product| product.storage.clone()),
            _ => None,
        }
    }

    fn of_product(&self, part: impl Fn(&Product) -> Option<Text>) -> Option<Found> {
        let product = self.findings.product.as_ref()?;
        Some((part(product)?, Some(product.by.clone()), false))
    }

    /// How many of the steps are complete; missing where one is not.
    fn stages(&self, is_complete: impl Fn(&Step) -> bool) -> Option<Found> {
        let total = self.steps.len();
        let complete = self.steps.iter().filter(|step| is_complete(step)).count();
        let value = Text::same(format!("{complete}/{total}"));
        (total > 0 && complete == total).then(|| (value, self.told_by(), false))
    }

    /// Where the goods were harvested or bought.
    fn origin(&self) -> Option<Found> {
        let begins = |step: &&&Step| matches!(step.process, Process::Harvest | Process::Purchase);
        let mut areas: Vec<&str> = Vec::new();
        for area in self
            .steps
            .iter()
            .filter(begins)
            .filter_map(|step| step.area.as_deref())
        {
            if !areas.contains(&area) {
                areas.push(area);
            }
        }
        Some((Text::same(areas.join("; ")), self.told_by(), false))
    }

    /// The lot that the code bears, or to which the events say that the piece belongs.
    fn lot(&self) -> Option<Found> {
        if let Some(lot) = self.identity.lot() {
            return Some((Text::same(lot), None, true));
        }
        let serial = self.identity.serial()?;
        let mut lots = self.findings.lots.iter();
        let listed = lots.find(|lot| lot.serial.as_deref() == Some(serial));
        Some((Text::same(listed?.lot.clone()?), self.told_by(), false))
    }

    /// The papers that the steps cite: an independent body stands behind them if they are good.
    fn certificates(&self) -> Option<Found> {
        let mut cited = self.steps.iter().flat_map(|step| &step.certificates);
        let first = cited.next()?;
        let value = both(|lang| {
            let number = first.number.as_deref().unwrap_or_default();
            format!("{} {number}", first.title.in_lang(lang))
                .trim()
                .to_owned()
        });
        let by = first.issuer.clone().map(|name| Attribution {
            name,
            standing: Standing::Declared,
            as_of: first.from,
            sample: self.told_by().is_some_and(|by| by.sample),
        });
        Some((value, by, self.passed("certificate")))
    }

    fn told_by(&self) -> Option<Attribution> {
        let last = self.steps.last().map(|step| step.by.clone());
        last.or_else(|| Some(self.findings.product.as_ref()?.by.clone()))
    }

    fn passed(&self, rule: &str) -> bool {
        let mut checks = self.checks.iter();
        checks.any(|check| check.rule == rule && check.verdict == Verdict::Ok)
    }
}

fn is_signed(by: &Attribution) -> bool {
    by.standing == Standing::Signed
}

fn address(product: &Product) -> Option<Text> {
    let producer = product.producer.as_ref()?;
    let area = [&producer.commune, &producer.province].map(|part| part.clone().unwrap_or_default());
    Some(both(|lang| {
        let line = producer.address_line.as_ref().map(|line| line.in_lang(lang));
        let parts = [line.unwrap_or_default(), &area[0], &area[1]];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.join(", ")
    }))
}
