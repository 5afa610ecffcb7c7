// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.e2e;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Tests of one class in a real browser, with a product of their own that begins empty. */
abstract class InABrowser {
  static RunningProduct product;
  static Chromium chromium;

  @BeforeAll
  static void start() {
    product = RunningProduct.empty();
    chromium = new Chromium();
  }

  @AfterAll
  static void stop() {
    chromium.close();
    product.close();
  }
}
