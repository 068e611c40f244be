import * as v from 'valibot';

export const text = v.pipe(
  v.string(),
  v.check((value) => value !== '', 'a text that is not empty'),
);
export const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
export const milliseconds = v.pipe(v.number(), v.minValue(0));
