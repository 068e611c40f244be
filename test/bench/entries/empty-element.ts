import { html, LitElement, type TemplateResult } from 'lit';

class EmptyElement extends LitElement {
  override render(): TemplateResult {
    return html``;
  }
}

customElements.define('empty-element', EmptyElement);
