// SPDX-License-Identifier: Apache-2.0

/** Small numbers one after the other in a large one. */
export function pack(values, bits) {
  return values.reduce((packed, value) => (packed << bits) | BigInt(value), 0n);
}
