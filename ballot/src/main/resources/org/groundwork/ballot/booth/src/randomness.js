// SPDX-License-Identifier: Apache-2.0
import { bigEndian } from './bytes.js';

/** Where secret numbers come from: the browser's. Tests pass another function that fills bytes. */
export function secureRandomness() {
  return (bytes) => crypto.getRandomValues(bytes);
}

/** A number from 0 to bound-1, each as likely: numbers of as many bits are drawn until one is below. */
export function below(bound, fill) {
  const bits = (bound - 1n).toString(2).length;
  const bytes = new Uint8Array(Math.ceil(bits / 8));
  for (;;) {
    fill(bytes);
    if (bits % 8 !== 0) {
      bytes[0] &= (1 << (bits % 8)) - 1;
    }
    const number = bigEndian(bytes);
    if (number < bound) {
      bytes.fill(0);
      return number;
    }
  }
}
