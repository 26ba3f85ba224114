//! A pen that draws into an element of the page (SVG 2): each shape is an element, each of its features an attribute, each
//! writing a text node.

use web_sys::Element;

/// The namespace of SVG.
const SVG: &str = "http://www.w3.org/2000/svg";

/// Where the next shapes are put: inside an element, behind what it holds.
#[derive(Clone, Debug)]
pub struct Pen(Element);

impl Pen {
    /// A pen for this element.
    pub fn of(element: &Element) -> Pen {
        Pen(element.clone())
    }

    /// Takes everything out of the element.
    pub fn clear(&self) {
        self.0.set_text_content(None);
    }

    /// How wide and how high the element is inside, in CSS pixels.
    pub fn size(&self) -> (i32, i32) {
        (self.0.client_width(), self.0.client_height())
    }

    /// Draws a shape of this name with these attributes. The answer draws inside it.
    pub fn draw(&self, name: &str, attributes: &[(&str, &str)]) -> Pen {
        let document = self.0.owner_document();
        let shape = document.and_then(|document| document.create_element_ns(Some(SVG), name).ok());
        let shape = Pen(shape.unwrap_or_else(|| self.0.clone())); // OK because the names are our own and valid.
        attributes.iter().for_each(|(name, value)| shape.set(name, value));
        let _ = self.0.append_child(&shape.0); // OK because nothing is put into itself but what could not be made.
        shape
    }

    /// Sets an attribute of the element itself.
    pub fn set(&self, name: &str, value: &str) {
        let _ = self.0.set_attribute(name, value); // OK because the names are our own and valid.
    }

    /// Writes into the element, in place of what it holds.
    pub fn write(&self, text: &str) {
        self.0.set_text_content(Some(text));
    }
}
