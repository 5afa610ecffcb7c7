// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage.internal.link;

import org.groundwork.linkage.Address;

/** An address as one string and back. */
final class PlaceKey {
  private PlaceKey() {}

  static String of(Address address) {
    return address.house() + '|' + address.street() + '|' + address.postcode() + '|' + address.unit();
  }

  static Address read(String key) {
    int a = key.indexOf('|');
    int b = key.indexOf('|', a + 1);
    int c = key.indexOf('|', b + 1);
    return new Address(key.substring(0, a), key.substring(a + 1, b), key.substring(c + 1), key.substring(b + 1, c));
  }
}
