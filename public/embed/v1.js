// <cho-phien-journey code="09528060010018" lot="S260918" [serial] [lang]>: the journey of one product in a frame on a partner's page.
// It works as a classic script and as a module, sets no cookie and touches nothing outside its own element.
// What stands inside the element, such as a link to the page, is for readers without scripts. Escapes, because the partner's page may not be UTF-8.
(() => {
  // OK because a module has no currentScript, and then its own tag is found by its file name.
  const script = document.currentScript ?? document.querySelector('script[src*="/embed/v1.js"]');
  const home = new URL(script?.src ?? "/embed/v1.js", location.href).origin;
  const [least, most] = [200, 20000];
  const style = new CSSStyleSheet();
  style.replaceSync(":host{display:block}:host([hidden]){display:none}iframe{display:block;inline-size:100%;border:0}");

  class ChoPhienJourney extends HTMLElement {
    static observedAttributes = ["code", "lot", "serial", "lang"];
    #frame = document.createElement("iframe");
    #heard = (message) => this.#fit(message);

    constructor() {
      super();
      const root = this.attachShadow({ mode: "open" });
      root.adoptedStyleSheets = [style];
      this.#frame.loading = "lazy";
      this.#frame.allow = "camera; clipboard-write";
      this.#frame.referrerPolicy = "strict-origin-when-cross-origin";
      this.#frame.height = 640;
    }

    connectedCallback() {
      addEventListener("message", this.#heard);
      this.#show();
    }

    disconnectedCallback() {
      removeEventListener("message", this.#heard);
    }

    attributeChangedCallback(_name, before, after) {
      if (this.isConnected && before !== after) this.#show();
    }

    // The address is a GS1 Digital Link: product, then lot, then serial number; the page fills the code to 14 digits.
    #show() {
      const code = (this.getAttribute("code") ?? "").replace(/[\s-]/g, "");
      if (!/^\d{8,14}$/.test(code)) return this.shadowRoot.replaceChildren(document.createElement("slot"));
      const part = (ai, name) => (this.getAttribute(name) ? `/${ai}/${encodeURIComponent(this.getAttribute(name))}` : "");
      const link = new URL(`/embed/01/${code}${part("10", "lot")}${part("21", "serial")}`, home);
      if (this.lang) link.searchParams.set("lang", this.lang);
      this.#frame.title = this.lang.startsWith("en") ? "Journey of the product" : "H\u00e0nh tr\u00ecnh s\u1ea3n ph\u1ea9m";
      if (this.#frame.src !== link.href) this.#frame.src = link.href;
      if (!this.#frame.isConnected) this.shadowRoot.replaceChildren(this.#frame);
    }

    // Only our own frame, from our own origin, may set the height, and only within bounds.
    #fit({ origin, source, data }) {
      if (origin !== home || source !== this.#frame.contentWindow || data?.type !== "cho-phien:height") return;
      if (Number.isFinite(data.height)) this.#frame.height = Math.min(most, Math.max(least, Math.ceil(data.height)));
    }
  }

  if (!customElements.get("cho-phien-journey")) customElements.define("cho-phien-journey", ChoPhienJourney);
})();
