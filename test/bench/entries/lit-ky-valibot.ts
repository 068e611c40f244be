import ky from 'ky';
import { html, LitElement, type TemplateResult } from 'lit';
import * as v from 'valibot';

const schema = v.object({ id: v.string(), integration_id: v.nullish(v.string(), null) });

class SmallElement extends LitElement {
  load = async (): Promise<unknown> => v.parse(schema, await ky('onboardings').json());

  override render(): TemplateResult {
    return html``;
  }
}

customElements.define('small-element', SmallElement);
