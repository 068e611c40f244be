// The package's only side effect: registers all elements. `define/` has them one by one.
import './define/connect-district.js';
import './define/district-onboardings.js';
import './define/external-links.js';
