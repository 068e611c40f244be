import { ConnectDistrictElement } from '../elements/connect-district.js';
import { register } from './register.js';

declare global {
  interface HTMLElementTagNameMap {
    'connect-district': ConnectDistrictElement;
  }
}

register('connect-district', ConnectDistrictElement);
