/**
 * The classes of Det Fælles Designsystem that our pages use. A page that needs another one adds it here; the browser
 * tests fail for a class that the design system has but our stylesheet left out.
 */
export const dkfdsClasses: ReadonlySet<string> = new Set([
  'button',
  'button-primary',
  'button-secondary',
  'button-tertiary',
  'container',
  'form-checkbox',
  'form-group-checkbox',
  'form-group-radio',
  'form-hint',
  'form-input',
  'form-label',
  'form-radio',
  'form-select',
  'icon-svg',
  'skipnav',
  'sr-only',
])
