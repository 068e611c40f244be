import { ConnectDistrictElement } from './elements/connect-district.js';

declare global {
  interface HTMLElementTagNameMap {
    'connect-district': ConnectDistrictElement;
  }
}

/** The package's only side effect. A page may load it twice, or in two versions: the first one stays. */
function define(tag: string, element: CustomElementConstructor): void {
  if (customElements.get(tag)) console.warn(`<${tag}> is defined already.`);
  else customElements.define(tag, element);
}

define('connect-district', ConnectDistrictElement);
