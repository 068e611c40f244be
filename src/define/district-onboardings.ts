import { DistrictOnboardingsElement } from '../elements/district-onboardings.js';
import { register } from './register.js';

declare global {
  interface HTMLElementTagNameMap {
    'district-onboardings': DistrictOnboardingsElement;
  }
}

register('district-onboardings', DistrictOnboardingsElement);
