// SPDX-License-Identifier: Apache-2.0
import { edwards } from '@noble/curves/abstract/edwards.js';
import { mulAddUnsafe, normalizeZ } from '@noble/curves/abstract/curve.js';
import { pack } from './packing.js';
import { Refused } from './refused.js';

const P = 2n ** 255n - 19n;
const Q = 2n ** 252n + 27742317777372353535851937790883648493n;
const BITS_PER_INT = 8n;
const PADDING = 14n;
const MOST_INTS = 30;
const WINDOW = 6;

/** The curve of RFC 8032, section 5.1. */
const Point = edwards({
  p: P,
  n: Q,
  h: 8n,
  a: P - 1n,
  d: 37095705934669439343138083508754565189542113879843219016388785533085940283555n,
  Gx: 15112221349535400772501151409588531511454012693041857206046113283949847762202n,
  Gy: 46316835694926478169428394003475163141307993866256225615783033603165251855960n,
});

/**
 * The group Ed25519: points of prime order, written as the number that a compressed point is, in 64 hexadecimal digits (the
 * bytes of RFC 8032 from the last to the first).
 */
export const ed25519 = Object.freeze({
  name: 'Ed25519',
  q: Q,
  g: Point.BASE,
  one: Point.ZERO,
  mostInts: MOST_INTS,
  times: (left, right) => left.add(right),
  isOne: (element) => element.is0(),
  contains: (element) => element.isTorsionFree(),

  /** A base prepared for powers with secret exponents: the same steps whatever they are. */
  prepared(base) {
    const point = base.equals(Point.BASE) ? Point.BASE : base;
    point.precompute(WINDOW);
    return (exponent) => (exponent === 0n ? Point.ZERO : point.multiply(exponent));
  },

  /** The product of powers with public exponents. */
  product(bases, exponents) {
    return mulAddUnsafe(Point, bases, exponents);
  },

  read(text) {
    if (!/^[0-9a-f]{64}$/.test(text)) {
      throw notAnElement('64 hexadecimal digits in lower case are expected');
    }
    try {
      return Point.fromHex(reversed(text));
    } catch {
      throw notAnElement('no point of the curve, or not the one way to write it');
    }
  },

  /** How elements are written; cheaper for many at once. */
  write(elements) {
    return normalizeZ(Point, elements).map((each) => reversed(each.toHex()));
  },

  /** The element that holds these numbers from 0 to 255 (of_ints). */
  ofInts(values) {
    const packed = pack(values, BITS_PER_INT) << PADDING;
    for (let i = 0n; i < 1n << PADDING; i++) {
      const point = pointOf(packed + i);
      if (point?.isTorsionFree()) {
        return point;
      }
    }
    throw new Error('no point for these numbers');
  },
});

function pointOf(number) {
  try {
    return Point.fromHex(reversed(number.toString(16).padStart(64, '0')));
  } catch {
    return null; // about half of all numbers are no point
  }
}

function reversed(hex) {
  return hex.match(/../g).reverse().join('');
}

function notAnElement(message) {
  return new Refused('not_an_element', '', message);
}
