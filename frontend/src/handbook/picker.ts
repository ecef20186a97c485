/* <lb-picker>: sequence, then level, on the home page. */

class LbPicker extends HTMLElement {
  connectedCallback() {
    this.addEventListener('change', () => this.update());
    this.update();
    window.addEventListener('pageshow', () => this.update()); // a browser going back restores the choice late
  }

  update() {
    const radio = (this.querySelector('input[name="seq"]:checked') as HTMLInputElement | null);
    const first = (this.querySelector('input[name="seq"]') as HTMLInputElement | null);
    const chosen = radio || first;
    if (!chosen) return;
    chosen.checked = true;
    for (const part of (this.querySelectorAll('[data-seq]') as NodeListOf<HTMLElement>)) {
      part.hidden = part.dataset.seq !== chosen.value;
    }
  }
}

customElements.define('lb-picker', LbPicker);
