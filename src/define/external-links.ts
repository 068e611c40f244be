import { ExternalLinksElement } from '../elements/external-links.js';
import { register } from './register.js';

declare global {
  interface HTMLElementTagNameMap {
    'external-links': ExternalLinksElement;
  }
}

register('external-links', ExternalLinksElement);
